"""Reads a stored day (`day.json`) back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sst_training.errors import DayUnreadable
from sst_training.model.day import Day
from sst_training.model.day_check import first_fault
from sst_training.model.json_file import NOT_JSON, json_in

MOST_BYTES: Final = 1 << 20


def read_day(path: Path) -> Day:
    """The day in a file. Raises DayUnreadable with what is wrong with it."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as cause:
        raise DayUnreadable(path=str(path), reason=cause.strerror or "") from cause
    if len(content) > MOST_BYTES:
        raise DayUnreadable(path=str(path), reason=f"> {MOST_BYTES >> 20} MiB")
    try:
        day: Day = json_in(content, Day)
    except NOT_JSON as cause:
        raise DayUnreadable(path=str(path), reason=str(cause)) from cause
    if fault := first_fault(day):
        raise DayUnreadable(path=str(path), reason=fault)
    return day
