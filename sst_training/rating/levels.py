"""Ticks to a level: the one place where a skill's level comes from.

The rule of the observation list `sst-practice`: any hindering or unsafe tick is
level 1; else every required basic makes 3 and one advanced tick beside them 4; anything less is 2. The same
function runs in the browser; `tests/vectors/levels.json` holds both to it.
"""

from __future__ import annotations

import msgspec

from sst_training.model.instrument import Item
from sst_training.model.rating import ItemRating, Reason, State


class Basics(msgspec.Struct, frozen=True):
    """How many of the basics that counted were seen."""

    seen: int
    required: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where one skill stands. `level` (1-4) and `basics` are None unless the skill was assessed."""

    state: State
    level: int | None = None
    reason: Reason | None = None
    basics: Basics | None = None


def standing(item: Item, rated: ItemRating) -> Standing:
    """The standing of a skill, from what was ticked. Levels are derived, never typed.

    A conditional basic marked as not applicable leaves the required set. If that empties the set the skill
    is `na`, for all-of-nothing is true and would be a free 3. Ticks the item does not know count for nothing.
    """
    if rated.state != "assessed":
        return Standing(state=rated.state, reason=rated.reason)
    ticked = frozenset(rated.ticks)
    waived = frozenset(rated.not_applicable_ticks)
    required = [tick.id for tick in item.of_kind("basic") if not (tick.conditional and tick.id in waived)]
    basics = Basics(seen=sum(tick in ticked for tick in required), required=len(required))
    if any(tick.id in ticked for tick in item.of_kind("harm", "safety")):
        return Standing(state="assessed", level=1, basics=basics)
    if not required:
        return Standing(state="na", reason="no_opportunity")
    if basics.seen < basics.required:
        return Standing(state="assessed", level=2, basics=basics)
    skilled = any(tick.id in ticked for tick in item.of_kind("advanced"))
    return Standing(state="assessed", level=4 if skilled else 3, basics=basics)
