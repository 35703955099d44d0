"""Cohen's kappa for exactly two raters: unweighted (1960), weighted (1968)."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.rating.agreement.table import Coefficient, Undefined


def kappa(cross: Sequence[Sequence[int]], distance: Sequence[Sequence[int]]) -> Coefficient:
    """One minus observed over expected disagreement.

    cross: how often the first rater chose the row and the second the column, categories in the scale's order.
    distance: the disagreement weight of each cell, zero on the diagonal.
    """
    rows = [sum(row) for row in cross]
    columns = [sum(column) for column in zip(*cross, strict=True)]
    total = sum(rows)
    if not total:
        return Undefined.NO_PAIRS
    places = range(len(cross))
    observed: int = sum(distance[i][j] * cross[i][j] for i in places for j in places)
    expected: int = sum(distance[i][j] * rows[i] * columns[j] for i in places for j in places)
    if not expected:
        return Undefined.NO_VARIANCE
    return (expected - total * observed) / expected
