"""The acted talks: a folder each, with the talk in card.yaml and the makers' rating in gold.yaml.

They are no kind of card that `sst new` writes or a draw deals; they are read, checked and compiled beside them.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

import msgspec

from sst_training.library.kinds import ACTED, Kind
from sst_training.model.calibration import Calibration, Mixup, Talk
from sst_training.model.rating import Rating

if TYPE_CHECKING:
    from sst_training.library.shelf import Placed, Shelf

TALK: Final = Kind(name="calibration", cls=Talk, field="calibrations", place=f"{ACTED}/*/card.yaml")
GOLD: Final = Kind(name="gold", cls=Rating, field="gold", place=f"{ACTED}/*/gold.yaml")
MIXUP: Final = Kind(name="mixup", cls=Mixup, field="mixups", place=f"{ACTED}/pairs.yaml", many=True)
CALIBRATION: Final = (TALK, GOLD, MIXUP)


def folder_of(placed: Placed) -> str:
    """The name of the folder a talk or its gold rating stands in."""
    return PurePosixPath(placed.path).parent.name


def pairs_of(shelf: Shelf) -> list[tuple[Placed, Placed]]:
    """Each talk with the gold rating of its folder; those without are named by a rule."""
    gold = {folder_of(placed): placed for placed in shelf.of(GOLD.name)}
    return [(talk, gold[name]) for talk in shelf.of(TALK.name) if (name := folder_of(talk)) in gold]


def calibrations(shelf: Shelf) -> tuple[Calibration, ...]:
    """The talks with their gold ratings, by id."""
    found = [Calibration(**msgspec.structs.asdict(talk.card), gold=gold.card) for talk, gold in pairs_of(shelf)]
    return tuple(sorted(found, key=lambda talk: talk.id))


def mixups(shelf: Shelf) -> tuple[Mixup, ...]:
    """The behaviours that are mixed up, in the order of their file."""
    return tuple(placed.card for placed in shelf.of(MIXUP.name))
