"""Sections for a terminal: headings, lists and tables that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from sst_training.cli.layout import bullets, heading, table, wrap
from sst_training.sheets.sections import Block, Section

BAR = "┃ "
"""Stands beside what goes before everything."""


def sections_text(sections: Iterable[Section]) -> list[str]:
    """A text a section."""
    return [section_text(one) for one in sections]


def section_text(section: Section) -> str:
    """One section; one about safety in capitals, with a bar beside it."""
    blocks = [block_text(block) for block in section["blocks"]]
    if section["tone"] != "safety":
        return "\n".join([heading(section["title"]), *blocks])
    lines = [section["title"].upper(), *"\n".join(blocks).split("\n")]
    return "\n".join((BAR + line.removeprefix("  ")).rstrip() for line in lines)


def block_text(block: Block) -> str:
    """One block."""
    match block["kind"]:
        case "text":
            return wrap(block["text"], 2, "  ")
        case "points":
            return bullets(block["items"])
        case "facts":
            return table([["  " + name, what] for name, what in block["rows"]])
    return table([["  " + row[0], *row[1:]] for row in (block["head"], *block["rows"])])
