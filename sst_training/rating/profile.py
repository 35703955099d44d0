"""From one rating to a profile: levels, counts, domain means, what hindered.

Rules 4-6 of the scoring rule. All means are rounded half up to two decimals in integer arithmetic, so that
Python and the browser write the same digits. `safety` is shown but stands apart from counts and means.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from sst_training.model.instrument import Instrument
from sst_training.model.rating import ItemRating, Rating
from sst_training.rating.levels import Standing, standing
from sst_training.rating.rounding import Number, two_decimals

ENOUGH_FOR_A_MEAN = 10
"""Of the twelve skills that count; with fewer the mean is withheld (rule 5)."""

LEVELS = (1, 2, 3, 4)

NOT_YET = ItemRating(state="missing")

Withheld = Literal["too_few", "safety"]


class Moment(msgspec.Struct, frozen=True):
    """When in the recording, in seconds, and the practitioner's words; either may be unknown."""

    at: int | None
    note: str | None


class Harm(msgspec.Struct, frozen=True):
    """A tick that hindered or was unsafe, with its moments."""

    tick: str
    severity: Literal["hinders", "safety"]
    evidence: tuple[Moment, ...]


class DomainMean(msgspec.Struct, frozen=True):
    """Mean level of the skills assessed in a part of the talk; None if fewer than half of them were."""

    mean: Number | None
    assessed: int
    of: int


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One rating, worked out. `safety` is true while an unsafe tick waits to be resolved."""

    items: dict[str, Standing]
    counts: dict[str, int]
    domains: dict[str, DomainMean]
    mean: Number | None
    mean_withheld: Withheld | None
    harm: tuple[Harm, ...]
    safety: bool


def mean_of(levels: Sequence[int]) -> Number | None:
    """The mean of whole levels, rounded for people. None of nothing."""
    return two_decimals(sum(levels), len(levels)) if levels else None


def profile_of(rating: Rating, instrument: Instrument) -> Profile:
    """The profile of one rating. A skill the rating does not name is `missing`."""
    items = {item.id: standing(item, rating.items.get(item.id, NOT_YET)) for item in instrument.items}
    levels = {skill: items[skill].level for skill in instrument.ungated}
    assessed = [level for level in levels.values() if level is not None]
    harm = _harm(rating, instrument)
    open_safety = rating.resolution is None and any(one.severity == "safety" for one in harm)
    withheld: Withheld | None = None
    if open_safety:
        withheld = "safety"
    elif len(assessed) < ENOUGH_FOR_A_MEAN:
        withheld = "too_few"
    return Profile(
        items=items,
        counts={str(level): assessed.count(level) for level in LEVELS},
        domains=_domains(instrument, levels),
        mean=mean_of(assessed) if withheld is None else None,
        mean_withheld=withheld,
        harm=harm,
        safety=open_safety,
    )


def moments(rated: ItemRating, tick: str) -> tuple[Moment, ...]:
    """What was noted down for a tick, in the order of the talk; moments without a time come last."""
    found = [Moment(one.at, one.note) for one in rated.evidence if one.tick == tick]
    return tuple(sorted(found, key=lambda one: (one.at is None, one.at or 0)))


def _harm(rating: Rating, instrument: Instrument) -> tuple[Harm, ...]:
    return tuple(
        Harm(tick.id, "safety" if tick.kind == "safety" else "hinders", moments(rated, tick.id))
        for item in instrument.items
        if (rated := rating.items.get(item.id, NOT_YET)).state == "assessed"
        for tick in item.of_kind("harm", "safety")
        if tick.id in rated.ticks
    )


def _domains(instrument: Instrument, levels: dict[str, int | None]) -> dict[str, DomainMean]:
    found: dict[str, DomainMean] = {}
    for domain in instrument.domains:
        members = [item.id for item in instrument.items if item.domain == domain.id and not item.gated]
        if not members:
            continue
        assessed = [level for skill in members if (level := levels[skill]) is not None]
        half = 2 * len(assessed) >= len(members)
        found[domain.id] = DomainMean(mean_of(assessed) if half else None, len(assessed), len(members))
    return found
