"""A score: the profile of one rating and the one thing to practise next, in the shape `sst score --json` prints.

Fields stand in the order of the contract (DESIGN §6); the browser writes the same bytes.
"""

from __future__ import annotations

import msgspec

from sst_training.model.library import Library
from sst_training.model.rating import Challenge, Rating
from sst_training.rating.levels import Standing
from sst_training.rating.next_practice import NextPractice, next_practice
from sst_training.rating.profile import DomainMean, Harm, Withheld, profile_of
from sst_training.rating.rounding import Number


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What a rating comes to. `validated` is false for as long as the instrument is not validated."""

    instrument: str
    version: str
    validated: bool
    items: dict[str, Standing]
    counts: dict[str, int]
    domains: dict[str, DomainMean]
    mean: Number | None
    mean_withheld: Withheld | None
    harm: tuple[Harm, ...]
    safety: bool
    next_practice: NextPractice | None


def score(rating: Rating, library: Library, *, skill: str | None = None, challenge: Challenge | None = None) -> Score:
    """The score of a rating that has passed its checks; `skill` is the next practice of one's own choice.

    challenge: how hard the practitioner found it, where the rating is somebody else's.
    """
    instrument = library.instrument
    profile = profile_of(rating, instrument)
    return Score(
        instrument=instrument.id,
        version=instrument.version,
        validated=instrument.validated,
        items=profile.items,
        counts=profile.counts,
        domains=profile.domains,
        mean=profile.mean,
        mean_withheld=profile.mean_withheld,
        harm=profile.harm,
        safety=profile.safety,
        next_practice=next_practice(rating, profile, library, skill=skill, challenge=challenge),
    )
