"""The parts a sheet is made of, as plain data for the templates: a label and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Part = dict[str, Any]
Sheet = dict[str, Any]


def said(label: str, text: str) -> Part:
    """A line to say aloud, word for word."""
    return {"kind": "said", "label": label, "text": text}


def text(label: str, words: str) -> Part:
    """A label and its text."""
    return {"kind": "text", "label": label, "text": words}


def points(label: str, items: Iterable[str]) -> Part:
    """A list without order."""
    return {"kind": "points", "label": label, "points": list(items)}


def steps(label: str, items: Iterable[str]) -> Part:
    """A list in order."""
    return {"kind": "steps", "label": label, "points": list(items)}


def told(label: str, pairs: Iterable[tuple[str, str]]) -> Part:
    """Texts that each begin with a few words in bold."""
    return {"kind": "told", "label": label, "pairs": [list(pair) for pair in pairs]}


def marks(label: str, pairs: Iterable[tuple[str, str]]) -> Part:
    """Minutes with what to look at by then."""
    return {"kind": "marks", "label": label, "pairs": [list(pair) for pair in pairs]}


def checks(label: str, rows: Iterable[Sequence[str]]) -> Part:
    """Boxes to tick; a second text says how it sounds."""
    return {"kind": "checks", "label": label, "rows": [list(row) for row in rows]}


def scale(label: str, value: int) -> Part:
    """A place on 0-10."""
    return {"kind": "scale", "label": label, "value": value}


def tally(label: str, words: str, rows: Iterable[str] = (), boxes: int = 10) -> Part:
    """Something to count, with boxes to stroke it in: a row, a row for each name, or for one unit a box for a figure."""
    return {"kind": "tally", "label": label, "text": words, "rows": list(rows), "boxes": boxes}


def write(label: str, words: str, lines: int) -> Part:
    """Lines to write on by hand."""
    return {"kind": "write", "label": label, "text": words, "lines": lines}


def facts(label: str, rows: Iterable[tuple[str, str]]) -> Part:
    """Short facts in two columns."""
    return {"kind": "facts", "label": label, "rows": [list(row) for row in rows]}


def stop(label: str, words: str) -> Part:
    """The stop signal, marked so that it is found at once."""
    return {"kind": "stop", "label": label, "text": words}


def note(words: str) -> Part:
    """A line without a label."""
    return {"kind": "note", "text": words}


def box(words: str) -> Part:
    """A text in a frame."""
    return {"kind": "box", "text": words}


def heading(label: str) -> Part:
    """The beginning of a new part of a long sheet."""
    return {"kind": "heading", "label": label}


def apart(part: Part) -> Part:
    """The same part, set off from what stands above it."""
    return {**part, "apart": True}


def prompt(label: str, words: str, questions: Iterable[str]) -> Part:
    """An opening line to something of one's own, with the questions that make it smaller."""
    return {"kind": "prompt", "label": label, "text": words, "points": list(questions)}


def rules(items: Iterable[str]) -> Part:
    """Numbered agreements over the full width."""
    return {"kind": "rules", "points": list(items)}
