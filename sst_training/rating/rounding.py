"""Means and shares as people and files get them: half up to two decimals, in integer arithmetic."""

from __future__ import annotations

Number = int | float


def hundredths(above: int, below: int) -> int:
    """The hundredths of a fraction, half up (towards plus infinity). `below` is positive."""
    return (200 * above + below) // (2 * below)


def two_decimals(above: int, below: int) -> Number:
    """A fraction with at most two decimals; a whole number has no fraction. `below` is positive."""
    found = hundredths(above, below)
    return found // 100 if found % 100 == 0 else found / 100
