"""Agreement in percent: how often two raters of a unit chose the same."""

from __future__ import annotations

from fractions import Fraction

from sst_training.rating.agreement.table import Undefined
from sst_training.rating.agreement.tally import Tally


def share_agreed(tally: Tally) -> Fraction | Undefined:
    """The mean over paired units of the share of its pairs of ratings that are the same."""
    if not tally.paired:
        return Undefined.NO_PAIRS
    same = sum(tally.weighted[category][category] for category in range(tally.q))
    return Fraction(same, tally.weighted_scale * tally.paired)
