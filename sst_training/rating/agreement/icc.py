"""Intraclass correlation (Shrout & Fleiss 1979; names of McGraw & Wong 1996) on rows that every rater filled.

Agreement, ICC(2,1) and ICC(2,k) or ICC(A,1) and ICC(A,k), counts a rater who is always lenient as
disagreement. Consistency, ICC(3,1) and ICC(3,k) or ICC(C,1) and ICC(C,k), does not.
"""

from __future__ import annotations

from typing import Literal

from sst_training.rating.agreement.table import Coefficient, Undefined
from sst_training.rating.agreement.tally import Complete

Form = Literal["agreement", "consistency"]
Of = Literal["single", "average"]


def icc(complete: Complete, form: Form, of: Of) -> Coefficient:
    """The correlation for one rater (`single`) or for the mean of all of them (`average`)."""
    n, k = complete.rows, len(complete.columns)
    if n < 2 or k < 2:
        return Undefined.COMPLETE_ROWS
    square = sum(complete.columns) ** 2
    rows = n * complete.row_squares - square
    raters = k * sum(total * total for total in complete.columns) - square
    whole = n * k * complete.squares - square
    if not whole:
        return Undefined.NO_VARIANCE
    # Mean squares of units, raters and rest, all three times n·k·(n-1)·(k-1): whole numbers.
    units, judges, rest = rows * (k - 1), raters * (n - 1), whole - rows - raters
    if form == "consistency":
        above = units - rest
        below = units + (k - 1) * rest if of == "single" else units
    else:
        above = n * (units - rest)
        below = n * units + judges - rest
        if of == "single":
            below = n * units + n * (k - 1) * rest + k * (judges - rest)
    return above / below if below > 0 else Undefined.NO_SPREAD
