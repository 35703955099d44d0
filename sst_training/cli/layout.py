"""Text for a terminal of 80 columns: headings, labelled paragraphs, lists."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterable

import click

from sst_training.cli.frame import WIDTH


def width() -> int:
    """The width to write in: the terminal's, at most 80 columns."""
    try:  # not shutil.get_terminal_size: its module costs a cold draw three milliseconds
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(1).columns)
    except (OSError, ValueError):
        columns = WIDTH
    return max(40, min(WIDTH, columns))


def wrap(text: str, indent: int = 0, first: str | None = None) -> str:
    """Text in paragraphs, indented; `first` begins the first line (and takes its place in the indent)."""
    margin = " " * indent
    parts = []
    for i, paragraph in enumerate(text.split("\n\n")):
        lead = first if first is not None and i == 0 else margin
        parts.append(textwrap.fill(" ".join(paragraph.split()), width(), initial_indent=lead, subsequent_indent=margin))
    return "\n".join(parts)


def heading(text: str) -> str:
    """A heading with a line below it."""
    return click.style(text, bold=True) + "\n" + "─" * min(len(text), width())


def labelled(label: str, text: str) -> str:
    """A label on a line of its own, its text below."""
    return click.style(label, bold=True) + "\n" + wrap(text, 2)


def bullets(items: Iterable[str], sign: str = "·") -> str:
    """A list, one sign an item."""
    return "\n".join(wrap(item, 4, f"  {sign} ") for item in items)


def numbered(items: Iterable[str]) -> str:
    """A numbered list."""
    return "\n".join(wrap(item, 5, f" {i:>2}. ") for i, item in enumerate(items, 1))


def table(rows: list[list[str]]) -> str:
    """Rows in columns two spaces apart; the last column wraps."""
    sizes = [max(len(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    lines = []
    for row in rows:
        lead = "".join(cell.ljust(size + 2) for cell, size in zip(row[:-1], sizes, strict=True))
        lines.append(wrap(row[-1], len(lead), lead).rstrip())
    return "\n".join(lines)
