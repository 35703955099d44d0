"""Gwet's AC1 and AC2 (2008, 2014): chance agreement that does not explode when one level is nearly all there is."""

from __future__ import annotations

from fractions import Fraction

from sst_training.rating.agreement.table import Coefficient, Undefined
from sst_training.rating.agreement.tally import Tally
from sst_training.rating.agreement.weights import Kind, distances


def gwet(tally: Tally, kind: Kind = "nominal") -> Coefficient:
    """AC1 (`nominal`) or AC2 (`linear`, `quadratic`).

    Observed agreement is the mean over paired units of their weighted share of agreeing pairs; chance
    agreement comes from the mean share of each category over all units, those with one rating too.
    """
    if not tally.paired:
        return Undefined.NO_PAIRS
    if not tally.varied:
        return Undefined.NO_VARIANCE
    q = tally.q
    distance = distances(q, kind)
    furthest = distance[0][q - 1]
    places = range(q)
    apart = sum(distance[i][j] * tally.weighted[i][j] for i in places for j in places)
    observed = 1 - Fraction(apart, furthest * tally.weighted_scale * tally.paired)
    weights = q * q - Fraction(sum(map(sum, distance)), furthest)
    whole = tally.share_scale * tally.units
    spread = Fraction(sum(share * (whole - share) for share in tally.shares), whole * whole)
    expected = weights * spread / (q * (q - 1))
    if expected == 1:
        return Undefined.NO_VARIANCE
    return float((observed - expected) / (1 - expected))
