"""Numbers as a language writes them."""

from __future__ import annotations

from sst_training.model.phrases import Phrases
from sst_training.rating.rounding import Number


def decimals(value: Number, phrases: Phrases, places: int = 2) -> str:
    """A number with a fixed number of decimals, in the language's own sign."""
    return f"{value:.{places}f}".replace("-", "−").replace(".", phrases("measure.decimal"))


def plain(value: Number, phrases: Phrases) -> str:
    """A number without needless decimals."""
    return f"{value:g}".replace("-", "−").replace(".", phrases("measure.decimal"))


def signed(value: Number, phrases: Phrases) -> str:
    """A difference with its sign; nought has none."""
    return f"+{plain(value, phrases)}" if value > 0 else plain(value, phrases)


def percent(share: Number) -> str:
    """A share as a percentage; shares come with two decimals, so it is whole."""
    return f"{round(share * 100)}%"
