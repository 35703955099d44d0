"""The timed plans: a file each in docs/plans.

Like the acted talks they are read, checked and compiled beside the cards that are dealt, so that a draw does not
wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sst_training.library.kinds import PLANS, Kind
from sst_training.model.plan import Plan

if TYPE_CHECKING:
    from sst_training.library.shelf import Shelf

PLAN: Final = Kind(name="plan", cls=Plan, field="plans", place=PLANS, prefix="pl")


def plans(shelf: Shelf) -> tuple[Plan, ...]:
    """Every plan, by id."""
    return tuple(sorted((placed.card for placed in shelf.of(PLAN.name)), key=lambda plan: plan.id))


def exercise_minutes(shelf: Shelf) -> dict[str, int]:
    """The minutes of each exercise in use, by id."""
    return {placed.card.id: placed.card.minutes for placed in shelf.of("exercise") if placed.card.retired is None}
