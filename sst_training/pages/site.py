"""What a page is made from: the library, the language's sentences, and which pages exist."""

from __future__ import annotations

import posixpath

import msgspec

from sst_training.model.library import Library
from sst_training.model.phrases import Phrases


class Heading(msgspec.Struct, frozen=True):
    """A heading in plain words, and the anchor that leads to it."""

    title: str
    anchor: str


class PageFacts(msgspec.Struct, frozen=True):
    """What another page may tell of this one. `minutes` only for modules; `sections` are its `##` headings."""

    title: str
    description: str
    minutes: int | None = None
    sections: tuple[Heading, ...] = ()

    def section(self, number: int) -> Heading | None:
        """The heading of that number, from 1; None where the page has none."""
        return self.sections[number - 1] if 1 <= number <= len(self.sections) else None


class Site(msgspec.Struct, frozen=True):
    """One language of the course; `pages` holds the written pages by their path in docs/<language>/."""

    library: Library
    phrases: Phrases
    pages: dict[str, PageFacts]

    @property
    def lang(self) -> str:
        """The language's code."""
        return self.phrases.lang

    def skill(self, skill: str) -> str:
        """A skill's name; its id if the instrument has no such skill."""
        item = self.library.instrument.item(skill)
        return self.phrases.text(item.text) if item else skill


def module_source(slug: str) -> str:
    """Where a module's page is written."""
    return f"modules/{slug}.md"


def address(source: str) -> str:
    """The address of a page below the language's root: `a/b.md` → `a/b/`, `index.md` → ``."""
    stem = posixpath.splitext(source)[0]
    folder, name = posixpath.split(stem)
    stem = folder if name == "index" else stem
    return f"{stem}/" if stem else ""


def href(here: str, there: str, anchor: str = "") -> str:
    """The relative link from one page to another, both by source path."""
    mark = f"#{anchor}" if anchor else ""
    if here == there and mark:
        return mark
    start, end = address(here) or ".", address(there) or "."
    return f"{posixpath.relpath(end, start)}/{mark}"
