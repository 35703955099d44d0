"""What to draw, as links: a command that draws stands beside a link to the page that draws the same.

A page says it once, as a fenced block of `sst roleplay …` or `sst own-issue`. The links are made from that block, so
that page and program cannot ask for different things.
"""

from __future__ import annotations

import re
import shlex
from urllib.parse import urlencode

from sst_training.library.locales import FIRST
from sst_training.model.text import SETTINGS
from sst_training.pages.markup import esc, items, tag
from sst_training.pages.site import Site, href

BLOCK = re.compile(r"^```\n((?:sst (?:roleplay|own-issue)\b[^\n]*\n)+)```$", re.M)
PAGES = {"roleplay": "practice/roleplay.md", "own-issue": "practice/own-issue.md"}
CLASS = "sst-draw"


class DrawProblem(ValueError):
    """A command on a page that asks for what the course does not have, or answers in another language."""


def with_links(site: Site, here: str, markdown: str) -> str:
    """The Markdown with links before each block of commands that draw. Raises DrawProblem."""

    def linked(match: re.Match[str]) -> str:
        links = items((link(site, here, line) for line in match[1].splitlines()), class_=CLASS)
        command = tag("p", esc(site.phrases("page.draw.command")), class_="sst-quietly")
        return f"{links}\n\n{command}\n\n{match[0]}"

    return BLOCK.sub(linked, markdown)


def link(site: Site, here: str, command: str) -> str:
    """A command as a link to the page that draws it, set to what it asks for."""
    _, name, *rest = shlex.split(command)
    wanted = {field.removeprefix("--"): value for field, value in zip(rest[::2], rest[1::2], strict=True)}
    if wanted.pop("lang", FIRST) != site.lang:
        raise DrawProblem(f"`{command}` does not answer in the language of this page")
    text = site.phrases(f"page.draw.{name}")
    if wanted:
        text += ": " + ", ".join(words(site, field, value) for field, value in wanted.items())
    return tag("a", esc(text), href=href(here, PAGES[name], urlencode(wanted)))


def words(site: Site, field: str, value: str) -> str:
    """A value as people say it. Raises DrawProblem when the course does not have it."""
    contexts = site.library.words.contexts
    if field == "skill" and site.library.instrument.item(value):
        return site.skill(value)
    if field == "context" and value in contexts:
        return site.phrases.text(contexts[value])
    if field == "setting" and value in SETTINGS:
        return site.phrases(f"setting.{value}")
    raise DrawProblem(f"there is no {field} {value}")
