"""What a report or comparison is made of, as plain data: sections in order, each with its blocks.

A template, a page and a terminal each show the same blocks in their own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Block = dict[str, Any]
Section = dict[str, Any]


def section(title: str, *blocks: Block | None, tone: str = "plain", name: str = "") -> Section:
    """A part with its heading. tone: `safety` goes before everything, `next` is where it leads, else `plain`."""
    return {"title": title, "tone": tone, "name": name, "blocks": [block for block in blocks if block]}


def text(words: str, *, quiet: bool = False, strong: bool = False) -> Block:
    """A paragraph."""
    return {"kind": "text", "text": words, "quiet": quiet, "strong": strong}


def moments(rows: Iterable[tuple[str, str, str, str]]) -> Block:
    """Moments: the time (or nothing), what was done, the skill it belongs to, the words noted."""
    return {"kind": "moments", "rows": [list(row) for row in rows]}


def points(items: Sequence[str]) -> Block:
    """A list without order."""
    return {"kind": "points", "items": list(items)}


def checks(items: Sequence[str]) -> Block:
    """What to go for: an open ring before each."""
    return {"kind": "checks", "items": list(items)}


def facts(rows: Iterable[tuple[str, str]], *, quiet: bool = False) -> Block:
    """Names with what belongs to them."""
    return {"kind": "facts", "rows": [list(row) for row in rows], "quiet": quiet}


def table(rows: Sequence[Sequence[str]]) -> Block:
    """A head and rows, each beginning with a name."""
    return {"kind": "table", "head": list(rows[0]), "rows": [list(row) for row in rows[1:]]}


def counts(pairs: Iterable[tuple[str, str]]) -> Block:
    """A few numbers side by side, each with its name."""
    return {"kind": "counts", "pairs": [list(pair) for pair in pairs]}
