"""How far apart two categories are, by their places on the scale: nominal, linear or quadratic."""

from __future__ import annotations

from typing import Literal

Kind = Literal["nominal", "linear", "quadratic"]


def distances(q: int, kind: Kind) -> list[list[int]]:
    """Distance of each pair of q categories: 0 or 1; places apart; places apart, squared (Cohen 1968)."""
    apart = [[abs(one - other) for other in range(q)] for one in range(q)]
    if kind == "linear":
        return apart
    if kind == "quadratic":
        return [[places * places for places in row] for row in apart]
    return [[int(places > 0) for places in row] for row in apart]
