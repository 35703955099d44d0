"""How hard the rounds of a day are: one level for each block of three, so that all climb alike."""

from __future__ import annotations

from sst_training.draw.seats import BLOCK
from sst_training.model.day import Options


def level_of_round(number: int, options: Options, highest: int) -> int:
    """The level of a round: it starts at the lowest asked for, and no higher than asked or than the library has."""
    climbed = options.level_min + (number - 1) // BLOCK
    return min(climbed, options.level_max, highest)
