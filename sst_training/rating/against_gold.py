"""A rating of an acted talk beside the makers' rating of it, behaviour by behaviour.

For each behaviour a rater says: seen, not seen, or n/a. Percent agreement counts how often two say the same
(it flatters: most of a list stays empty in any talk). So the second figure looks only at what at least one of
the two saw, and counts how much of that both saw.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from sst_training.model.instrument import Instrument, Item
from sst_training.model.rating import ItemRating, Rating
from sst_training.rating.compare import looked
from sst_training.rating.levels import standing
from sst_training.rating.profile import NOT_YET
from sst_training.rating.rounding import Number, two_decimals

Answer = Literal["seen", "not_seen", "na"]


class Beside(msgspec.Struct, frozen=True):
    """One behaviour, as you and the makers answered it."""

    tick: str
    yours: Answer
    makers: Answer

    @property
    def same(self) -> bool:
        """Whether both said the same."""
        return self.yours == self.makers


class SkillBeside(msgspec.Struct, frozen=True, kw_only=True):
    """One skill, with the level each of you comes to (None: n/a).

    ticks: empty when one of the two set the whole skill at n/a; then the skill is one single answer.
    """

    skill: str
    yours: int | None
    makers: int | None
    both_rated: bool
    ticks: tuple[Beside, ...]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far two ratings go together, over any number of skills and talks.

    agreed of `of` answers are the same; of `either` behaviours that one of the two saw, `both` saw `both`.
    Shares run from 0 to 1, half up to two decimals; None when there is nothing to share.
    """

    agreed: int
    of: int
    share: Number | None
    both: int
    either: int
    share_seen: Number | None


def beside(rating: Rating, gold: Rating, instrument: Instrument) -> tuple[SkillBeside, ...]:
    """The skills that both looked at, in the order of the list.

    Left out is what either has not filled in or could not see: not in this exercise, or not on the recording.
    """
    found = []
    for item in instrument.items:
        mine, theirs = rating.items.get(item.id, NOT_YET), gold.items.get(item.id, NOT_YET)
        if not (looked(mine) and looked(theirs)):
            continue
        rated = mine.state == theirs.state == "assessed"
        ticks = tuple(Beside(tick.id, answer(mine, tick.id), answer(theirs, tick.id)) for tick in item.ticks)
        found.append(
            SkillBeside(
                skill=item.id,
                yours=_level(item, mine),
                makers=_level(item, theirs),
                both_rated=rated,
                ticks=ticks if rated else (),
            )
        )
    return tuple(found)


def agreement(skills: Iterable[SkillBeside]) -> Agreement:
    """The figures over these skills; a skill that one of the two set at n/a is one answer."""
    agreed = of = both = either = 0
    for skill in skills:
        if not skill.both_rated:
            of += 1
            agreed += skill.yours is None and skill.makers is None
        for tick in skill.ticks:
            of += 1
            agreed += tick.same
            both += tick.yours == tick.makers == "seen"
            either += "seen" in (tick.yours, tick.makers)
    return Agreement(
        agreed=agreed, of=of, share=_share(agreed, of), both=both, either=either, share_seen=_share(both, either)
    )


def answer(rated: ItemRating, tick: str) -> Answer:
    """What a rating says about one behaviour."""
    if rated.state != "assessed" or tick in rated.not_applicable_ticks:
        return "na"
    return "seen" if tick in rated.ticks else "not_seen"


def _level(item: Item, rated: ItemRating) -> int | None:
    return standing(item, rated).level


def _share(part: int, whole: int) -> Number | None:
    return two_decimals(part, whole) if whole else None
