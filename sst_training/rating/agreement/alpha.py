"""Krippendorff's alpha (2011): any number of raters, missing cells allowed; nominal, ordinal, interval."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from sst_training.rating.agreement.table import Coefficient, Undefined
from sst_training.rating.agreement.tally import Tally
from sst_training.rating.agreement.weights import distances

Level = Literal["nominal", "ordinal", "interval"]


def alpha(tally: Tally, level: Level, numbers: Sequence[int] | None = None) -> Coefficient:
    """One minus observed over expected disagreement in the table of coincidences.

    The ordinal distance of two categories is the square of the ratings between them, half of each end counted.
    numbers: what the categories stand for; the interval distance needs them.
    """
    if not tally.paired:
        return Undefined.NO_PAIRS
    totals = [sum(row) for row in tally.pairs]
    if level == "interval":
        if numbers is None:
            return Undefined.NOT_NUMBERS
        distance = [[(one - other) ** 2 for other in numbers] for one in numbers]
    else:
        distance = ordinal(totals) if level == "ordinal" else distances(tally.q, "nominal")
    places = range(tally.q)
    observed = sum(distance[i][j] * tally.pairs[i][j] for i in places for j in places)
    expected = sum(distance[i][j] * totals[i] * totals[j] for i in places for j in places)
    if not expected:
        return Undefined.NO_VARIANCE
    return (expected - (sum(totals) - tally.pair_scale) * observed) / expected


def ordinal(totals: Sequence[int]) -> list[list[int]]:
    """Four times Krippendorff's ordinal distance; the factor falls out of the quotient."""
    up_to = list(accumulate(totals))
    middle = [2 * last - own for last, own in zip(up_to, totals, strict=True)]
    return [[(one - other) ** 2 for other in middle] for one in middle]
