"""A table of units by raters: what every coefficient is computed from.

A unit is one thing that was rated (one skill in one session, or a row of a file). Values are places in the
list of categories, so that a level nobody used keeps its place on the scale.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence

import msgspec

NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,6})?")
MILLIONTHS = 6
ONE = 1_000_000


class Undefined(enum.StrEnum):
    """Why a coefficient has no value. It is then never 1 and never NaN."""

    NO_PAIRS = "no_pairs"
    NO_VARIANCE = "no_variance"
    ONE_RECORDING = "one_recording"
    TWO_RATERS = "two_raters"
    NO_ORDER = "no_order"
    NOT_NUMBERS = "not_numbers"
    COMPLETE_ROWS = "complete_rows"
    NO_SPREAD = "no_spread"
    UNSTABLE = "unstable"


Coefficient = float | Undefined


class Unit(msgspec.Struct, frozen=True):
    """One unit: the recording it belongs to, if known, and a place in the categories a rater, or None."""

    name: str
    recording: str | None
    values: tuple[int | None, ...]

    @property
    def paired(self) -> bool:
        """Whether two raters or more gave it a value."""
        return sum(value is not None for value in self.values) > 1


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Units by raters.

    categories: in their order, if `ordered`; `fixed` when they were given and not only those seen.
    numbers: what the categories stand for, in millionths, or None when they are words.
    """

    raters: tuple[str, ...]
    categories: tuple[str, ...]
    numbers: tuple[int, ...] | None
    ordered: bool
    fixed: bool
    units: tuple[Unit, ...]

    @property
    def recordings(self) -> tuple[str, ...] | None:
        """The recordings in which a unit has two values or more, in ASCII order; None where none is known."""
        if all(unit.recording is None for unit in self.units):
            return None
        found = {unit.recording or "" for unit in self.units if unit.paired}
        return tuple(sorted(found))


def millionths(text: str) -> int | None:
    """A number in millionths; None if the text is no plain number."""
    if NUMBER.fullmatch(text) is None:
        return None
    whole, _, rest = text.partition(".")
    size: int = abs(int(whole)) * ONE + int(rest.ljust(MILLIONTHS, "0"))
    return -size if text.startswith("-") else size


def plain(text: str) -> str:
    """A value in one spelling: `1`, `1.0` and `+1` are the same category."""
    number = millionths(text)
    if number is None:
        return text
    whole, rest = divmod(abs(number), ONE)
    sign = "-" if number < 0 else ""
    return sign + (f"{whole}.{rest:06}".rstrip("0") if rest else str(whole))


def categories_of(values: Sequence[str], scale: Sequence[str] | None) -> tuple[tuple[str, ...], bool]:
    """The categories, and whether they have an order: the scale's, else those seen, by number if all are numbers."""
    if scale is not None:
        return tuple(scale), True
    seen = set(values)
    numbers = {value: millionths(value) for value in seen}
    if all(number is not None for number in numbers.values()):
        return tuple(sorted(seen, key=lambda value: numbers[value] or 0)), True
    return tuple(sorted(seen)), False


def numbers_of(categories: Sequence[str]) -> tuple[int, ...] | None:
    """What the categories stand for, in millionths; None when one of them is no number."""
    found = [millionths(category) for category in categories]
    return tuple(number for number in found if number is not None) if None not in found else None
