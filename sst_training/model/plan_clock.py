"""The clock of a plan: when each step begins, and how much lies between two rounds of a pack."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import msgspec

from sst_training.model.day import Options
from sst_training.model.plan import Pack, Plan, Sitting, Step


class Timed(msgspec.Struct, frozen=True):
    """A step with its start, in minutes from the begin of its sitting, and its minutes."""

    step: Step
    start: int
    minutes: int

    @property
    def end(self) -> int:
        """When the next step begins."""
        return self.start + self.minutes


def pack_of(plan: Plan, step: Step) -> Pack | None:
    """The pack a step's round belongs to; None when there is none of that name."""
    return next((pack for pack in plan.packs if pack.id == step.pack), None)


def minutes_of(step: Step, plan: Plan, exercises: Mapping[str, int]) -> int | None:
    """How long a step takes. None when that cannot be known: an unknown card or pack, no minutes, or two sources.

    exercises: exercise id → minutes on its card.
    """
    pack = pack_of(plan, step) if step.round is not None else None
    known = [
        exercises.get(step.exercise) if step.exercise is not None else None,
        pack.minutes if pack is not None else None,
        step.minutes,
    ]
    found = [minutes for minutes in known if minutes is not None]
    return found[0] if len(found) == 1 else None


def timetable(sitting: Sitting, plan: Plan, exercises: Mapping[str, int]) -> tuple[Timed, ...]:
    """Each step of a sitting with its time; a step whose minutes cannot be known takes none."""
    found: list[Timed] = []
    for step in sitting.steps:
        start = found[-1].end if found else 0
        found.append(Timed(step, start, minutes_of(step, plan, exercises) or 0))
    return tuple(found)


def between(plan: Plan, pack: Pack, exercises: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    """(round, minutes until the next round) where other steps of the same sitting lie between two rounds."""
    found = []
    for sitting in plan.sittings:
        rounds = [timed for timed in timetable(sitting, plan, exercises) if timed.step.pack == pack.id]
        for one, other in itertools.pairwise(rounds):
            if one.step.round is not None and other.start > one.end:
                found.append((one.step.round, other.start - one.end))
    return tuple(found)


def skill_of(pack: Pack, number: int) -> str | None:
    """The skill a round of role-play is for; None for an own issue, and for a round without a skill."""
    played = [one for one in range(1, pack.rounds + 1) if one not in pack.own_issue_rounds]
    return dict(zip(played, pack.skills, strict=False)).get(number)


def day_options(plan: Plan, pack: Pack, exercises: Mapping[str, int]) -> tuple[str, ...]:
    """What `sst day` is asked for a pack, but for the names of files. Its breaks hold all that lies between rounds."""
    found = ["--participants", str(pack.participants), "--rounds", str(pack.rounds), "--skills", ",".join(pack.skills)]
    if pack.own_issue_rounds:
        found += ["--own-issue-rounds", ",".join(map(str, pack.own_issue_rounds))]
    if pack.level_min > 1:
        found += ["--level-min", str(pack.level_min)]
    if pack.minutes != Options().minutes:
        found += ["--minutes", str(pack.minutes)]
    for number, minutes in between(plan, pack, exercises):
        found += ["--break", f"{number}:{minutes}"]
    return tuple(found)
