"""Which stance and which twist go with a scenario (DESIGN §4): listed once, so that a draw never retries."""

from __future__ import annotations

from collections.abc import Iterable

from sst_training.model.library import Fit
from sst_training.model.roleplay import Scenario, Stance, Twist
from sst_training.model.text import SETTINGS


def meets(scenario: Scenario, requires: tuple[str, ...]) -> bool:
    """Whether a scenario has all that is required.

    A required setting counts only if the scenario can be played in no other: the setting is drawn
    apart, so anything less would let a dropped video link happen in a room.
    """
    settings = {word for word in requires if word in SETTINGS}
    others = set(requires) - settings
    return others <= {*scenario.tags, scenario.context} and (not settings or set(scenario.settings) <= settings)


def clash(one: Scenario | Stance | Twist, other: Scenario | Stance | Twist) -> bool:
    """Whether either excludes the other's id or one of its tags (of a scenario also its context and settings)."""
    return bool(set(one.excludes) & names(other) or set(other.excludes) & names(one))


def names(card: Scenario | Stance | Twist) -> set[str]:
    """What an `excludes` can name a card by."""
    return {card.id, *card.tags, *((card.context, *card.settings) if isinstance(card, Scenario) else ())}


def fit(scenario: Scenario, stances: Iterable[Stance], twists: Iterable[Twist]) -> Fit:
    """The stances that fit, each with the twists that fit both; none retired, none guided, and none beside a guided card."""
    good = [
        twist
        for twist in twists
        if scenario.level > 1
        and scenario.risk == "none"
        and twist.retired is None
        and twist.risk == "none"
        and twist.level <= scenario.level
        and twist.minute[1] <= scenario.minutes
        and meets(scenario, twist.requires)
        and not clash(scenario, twist)
    ]
    return Fit(
        {
            stance.id: tuple(sorted(twist.id for twist in good if not clash(stance, twist)))
            for stance in sorted(stances, key=lambda stance: stance.id)
            if stance.retired is None
            and stance.level <= scenario.level
            and meets(scenario, stance.requires)
            and not clash(scenario, stance)
        }
    )
