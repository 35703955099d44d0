"""The comparison for a terminal."""

from __future__ import annotations

from sst_training.cli.layout import heading, wrap
from sst_training.cli.sections_text import sections_text
from sst_training.sheets.sections import Section


def comparison_text(title: str, who: str, sections: list[Section], status: str) -> str:
    """The whole comparison, in the order of the reveal."""
    return "\n\n".join([f"{heading(title)}\n{wrap(who)}", *sections_text(sections), wrap(status)])
