"""Which skill each slot of a day practises (DESIGN §4): one a round, or dealt over the groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sst_training.draw.deck import deal
from sst_training.errors import SafetyIsGuided, TooManySkills, UnknownId
from sst_training.model.day import Options
from sst_training.model.instrument import Instrument
from sst_training.rng import stream

FIRST: Final = (
    *("focus", "one-idea", "takeaway", "best-hope", "resources", "open-door"),
    *("frame", "keep-focus", "attempts", "next-step", "collaborate", "listen"),
)
"""What a day practises when nothing is asked: so many of these as there are rounds, in course order."""

Place = tuple[int, int]
"""Round and group."""


def asked(skills: Iterable[str], instrument: Instrument) -> tuple[str, ...]:
    """The skills a trainer names, each once, in course order. Raises UnknownId or SafetyIsGuided."""
    named = set(skills)
    for skill in sorted(named):
        if skill not in instrument.skills:
            raise UnknownId(id=skill, kind="skill")
        if skill not in instrument.ungated:
            raise SafetyIsGuided(skill=skill)
    return tuple(skill for skill in instrument.course_order if skill in named)


def skills_of_day(
    instrument: Instrument, options: Options, groups: Mapping[int, int], seed: int, played: Mapping[Place, str]
) -> dict[Place, str]:
    """The skill of each role-play slot. `groups`: role-play round → number of groups.

    `played` holds the slots already played when a day goes on without someone; they stay as they are.
    Raises TooManySkills when not every skill asked for can be practised.
    """
    if options.skills is None:
        first = FIRST if options.dealt else FIRST[: len(groups)]
        wanted = tuple(skill for skill in instrument.course_order if skill in first)
    else:
        wanted = options.skills
    over_groups = options.dealt or len(wanted) > len(groups)
    if not over_groups:
        taught = {number: wanted[i % len(wanted)] for i, number in enumerate(sorted(groups))}
        plan = {(number, g): taught[number] for number, count in groups.items() for g in range(1, count + 1)}
        return {**plan, **played}
    done = set(played.values())
    open_rounds = sorted(set(groups) - {number for number, _ in played})
    left = [skill for skill in wanted if skill not in done] or list(wanted)
    slots = [(number, g) for number in open_rounds for g in range(1, groups[number] + 1)]
    if options.skills is not None and len(set(wanted) - done) > len(slots):
        raise TooManySkills(count=len(wanted), needed=len(left), slots=len(slots))
    if options.dealt:
        return {**dealt(wanted, left, slots, seed), **played}
    return {**in_turn(left, open_rounds, groups, seed), **played}


def dealt(wanted: Sequence[str], left: Sequence[str], slots: Sequence[Place], seed: int) -> dict[Place, str]:
    """A shuffled deck over the slots: first what was not practised yet, then the whole deck again and again."""
    chance = stream(seed, "skills")
    cards = deal(left, min(len(left), len(slots)), chance)
    cards += deal(wanted, len(slots) - len(cards), chance)
    return dict(zip(slots, cards, strict=True))


def in_turn(skills: Sequence[str], rounds: Sequence[int], groups: Mapping[int, int], seed: int) -> dict[Place, str]:
    """Skills over the rounds in course order, each at least once; with more skills than rounds groups share a round.

    The seed decides which group of a round has which of its skills.
    """
    each, more = divmod(len(skills), len(rounds))
    plan: dict[Place, str] = {}
    begin = 0
    for i, number in enumerate(rounds):
        size = each + (i < more)
        part = skills[begin : begin + size] if len(skills) > len(rounds) else [skills[i % len(skills)]]
        begin += size
        order = stream(seed, f"skills/{number}").shuffle(range(1, groups[number] + 1))
        plan |= {(number, group): part[g % len(part)] for g, group in enumerate(order)}
    return plan


def own_issue_skill(seed: int, number: int, practised: Mapping[Place, str]) -> str:
    """What the observers of an own-issue round watch: a skill that the day practised in an earlier round."""
    return stream(seed, f"own-skill/{number}").choose({skill for (r, _), skill in practised.items() if r < number})
