"""`[@id; @id]` → "(Talmon, 1990)", linked to the list of references. An unknown id stops the build."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sst_training.model.citing import in_a_list, label
from sst_training.model.course import Reference
from sst_training.model.phrases import Phrases
from sst_training.pages.markup import esc, esc_markdown, tag
from sst_training.pages.site import href

CITATION = re.compile(r"\[(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
"""A fenced block of code: what stands in it is left alone."""
FIGURE = re.compile(r"^!\[[^\n]*\]\(figure:[^\n]*\)\s*$", re.M)
PAGE = "references.md"


class UnknownReference(ValueError):
    """A citation of a work that docs/references.yaml does not hold."""


class Citations:
    """Turns citations into links, in Markdown or HTML, and remembers what was cited, in order."""

    def __init__(self, references: Iterable[Reference], phrases: Phrases, here: str) -> None:
        self.known = {reference.id: reference for reference in references}
        self.phrases = phrases
        self.here = here
        self.cited: list[str] = []

    def find(self, group: str) -> list[Reference]:
        """The works named between the brackets. Raises UnknownReference."""
        found = []
        for name in (part.strip().removeprefix("@") for part in group.split(";")):
            if name not in self.known:
                raise UnknownReference(name)
            if name not in self.cited:
                self.cited.append(name)
            found.append(self.known[name])
        return found

    def in_markdown(self, markdown: str) -> str:
        """A page's Markdown with its citations as links; fences stay, and figures wait for `in_html`."""
        fences = [match.span() for match in FENCE.finditer(markdown)]
        drawings = [match.span() for match in FIGURE.finditer(markdown)]

        def link(match: re.Match[str]) -> str:
            if inside(match, fences):
                return match[0]
            works = self.find(match[1])
            if inside(match, drawings):
                return match[0]
            before = markdown[markdown.rfind("\n", 0, match.start()) + 1 : match.start()]
            heads = before.strip() in ("-", "*") and markdown.startswith(":", match.end())  # a line of a reading list
            name = in_a_list if heads else label
            links = [f"[{esc_markdown(name(work, self.phrases))}]({self.up()}{PAGE}#{work.id})" for work in works]
            return "; ".join(links) if heads else f"({'; '.join(links)})"

        return CITATION.sub(link, markdown)

    def up(self) -> str:
        """The way from this page's folder to the root."""
        return "../" * self.here.count("/")

    def in_html(self, escaped: str) -> str:
        """A text that is HTML already, with its citations as links."""
        return CITATION.sub(
            lambda match: "(" + "; ".join(self.anchor(work) for work in self.find(match[1])) + ")", escaped
        )

    def anchor(self, work: Reference) -> str:
        """A link to a work's place in the list."""
        return tag("a", esc(label(work, self.phrases)), href=href(self.here, PAGE, work.id))


def inside(match: re.Match[str], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a match stands within one of these stretches."""
    return any(start <= match.start() < end for start, end in spans)
