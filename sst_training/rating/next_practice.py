"""The one skill to practise next: where a profile points back into the course (DESIGN §5, rules 1-5).

It is a proposal. Small steps first: what hindered, then the skill that is closest to solid, then depth.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from sst_training.model.library import Library
from sst_training.model.rating import Challenge, Rating
from sst_training.rating.profile import Profile

LOWEST_LEVEL, HIGHEST_LEVEL = 1, 3
"""Of a scenario."""

FIRST_HEARD = ("trainer", "peer", "self")
"""Whose observation decides, where several of one session are at hand."""

Why = Literal["safety", "hindered", "smallest_step", "advanced", "level_up"]
WHY_AT_LEVEL: dict[int | None, Why] = {1: "hindered", 2: "smallest_step", 3: "advanced", 4: "level_up"}


class RolePlay(msgspec.Struct, frozen=True):
    """A role-play to draw: `sst roleplay --skill … --level …`."""

    skill: str
    level: int


class NextPractice(msgspec.Struct, frozen=True, kw_only=True):
    """One skill, why, and what trains it: ids of an exercise and a module, and a role-play."""

    skill: str
    why: Why
    exercise: str | None
    module: str | None
    roleplay: RolePlay | None


def next_practice(
    rating: Rating,
    profile: Profile,
    library: Library,
    *,
    skill: str | None = None,
    challenge: Challenge | None = None,
) -> NextPractice | None:
    """The next practice step for this profile; `skill` is the trainee's own choice and goes first.

    challenge: how hard the practitioner found it, where the rating at hand is somebody else's.

    None when no skill was assessed and none was chosen. While an unsafe tick is open there is no role-play,
    whatever was chosen: first comes the talk with the trainer. The skill `safety` never has one, for its
    scenarios are guided by a trainer.
    """
    proposed = _proposal(rating, profile, library)
    if skill is not None:
        why: Why = "safety" if profile.safety else WHY_AT_LEVEL.get(profile.items[skill].level, "smallest_step")
    elif proposed is not None:
        skill, why = proposed
    else:
        return None
    item = library.instrument.item(skill)
    guided = item is None or item.gated
    exercises = [card.id for card in library.exercises if skill in card.skills and not card.retired]
    return NextPractice(
        skill=skill,
        why=why,
        exercise=min(exercises, default=None),
        module=next((module.id for module in library.modules if skill in module.skills), None),
        roleplay=None if profile.safety or guided else RolePlay(skill, _level(rating, library, why, challenge)),
    )


def too_hard(rating: Rating, challenge: Challenge | None = None) -> bool:
    """Whether the practitioner found this session too hard: what they draw themselves next is then a level lower.

    A training day's level is the group's and does not follow from it (DESIGN §5).
    """
    said = challenge or rating.challenge
    return said is not None and said.level == "too_hard"


def scenario_level(rating: Rating, library: Library) -> int | None:
    """How difficult the scenario was that was played; None if it is not known."""
    return next((card.level for card in library.scenarios if card.id == rating.scenario), None)


def session_level(rating: Rating, library: Library) -> int:
    """The level to go on from: of the scenario that was played, the lowest if it is not known."""
    return scenario_level(rating, library) or LOWEST_LEVEL


def _level(rating: Rating, library: Library, why: Why, challenge: Challenge | None) -> int:
    now = session_level(rating, library)
    if too_hard(rating, challenge):
        return max(now - 1, LOWEST_LEVEL)
    return min(now + (why == "level_up"), HIGHEST_LEVEL)


def first_heard(ratings: Iterable[Rating]) -> Rating | None:
    """The rating of one session that decides on the next practice: a trainer's, else a peer's, else one's own."""
    heard = [rating for rating in ratings if rating.rater.role in FIRST_HEARD]
    return min(heard, key=lambda rating: FIRST_HEARD.index(rating.rater.role), default=None)


def _proposal(rating: Rating, profile: Profile, library: Library) -> tuple[str, Why] | None:
    if profile.safety:
        return ("safety", "safety")
    instrument = library.instrument
    order = instrument.course_order
    at: dict[int, list[str]] = {1: [], 2: [], 3: [], 4: []}
    for skill in order:
        if (level := profile.items[skill].level) is not None:
            at[level].append(skill)
    if at[1]:
        return (_earliest(at[1], profile, instrument.skills), "hindered")
    if at[2]:
        core = {item.id for item in instrument.items if item.core}
        nearest = min(at[2], key=lambda skill: (skill not in core, _lacking(profile, skill), order.index(skill)))
        return (nearest, "smallest_step")
    if at[3]:
        return (at[3][0], "advanced")
    return (at[4][0], "level_up") if at[4] else None


def _lacking(profile: Profile, skill: str) -> int:
    """How many basics a skill needs to be solid."""
    basics = profile.items[skill].basics
    return basics.required - basics.seen if basics else 0


def _earliest(skills: list[str], profile: Profile, talk: tuple[str, ...]) -> str:
    """The skill that was hindered first: by the clock if every one has a time, else by its place in the talk.

    `skills` come in course order, which settles two at the same second.
    """
    times = {skill: _first_time(profile, skill) for skill in skills}
    known = [time for time in times.values() if time is not None]
    if len(known) == len(skills):
        return next(skill for skill in skills if times[skill] == min(known))
    return min(skills, key=talk.index)


def _first_time(profile: Profile, skill: str) -> int | None:
    times = (one.at for harm in profile.harm if harm.tick.rpartition(".")[0] == skill for one in harm.evidence)
    return min((at for at in times if at is not None), default=None)
