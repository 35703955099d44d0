"""Dealing: shuffle once, deal without putting back, shuffle again when all are had."""

from __future__ import annotations

from collections.abc import Iterable

from sst_training.rng import SplitMix64


def deal(ids: Iterable[str], count: int, chance: SplitMix64) -> list[str]:
    """`count` ids; each is equally likely at every place, and none returns before all were dealt."""
    cards = list(ids)
    dealt: list[str] = []
    while len(dealt) < count:
        dealt += chance.shuffle(cards)
    return dealt[:count]
