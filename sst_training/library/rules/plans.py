"""Timed plans keep what they promise: cards that exist, minutes that add up, and care where people can be touched.

Why an own issue stands in the middle and danger never last is told to trainers in docs/<language>/trainers/,
own-issue.md and guided-cards.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sst_training.library.plans import PLAN, exercise_minutes
from sst_training.library.reading import Path_
from sst_training.library.rules import Rule
from sst_training.library.shelf import Placed, Shelf
from sst_training.model.plan import Plan, Sitting, Step
from sst_training.model.plan_clock import minutes_of, pack_of, timetable
from sst_training.model.problem import Problem

LONGEST: Final = 105
"""Minutes on end without a pause."""


def plans(shelf: Shelf) -> Iterator[tuple[Placed, Plan]]:
    """The plans in use."""
    return ((placed, placed.card) for placed in shelf.of(PLAN.name) if placed.card.retired is None)


def steps(plan: Plan) -> Iterator[tuple[Path_, Sitting, Step]]:
    """Every step with its place and its sitting."""
    for i, sitting in enumerate(plan.sittings):
        for j, step in enumerate(sitting.steps):
            yield ("sittings", i, "steps", j), sitting, step


def inside(sitting: Sitting, step: Step) -> bool:
    """Whether people practise something else before this step, and after it, in the same sitting."""
    practised = [other for other in sitting.steps if other.practice]
    return step in practised and practised[0] is not step and practised[-1] is not step


class PlanNamesNothing(Rule):
    """A plan names a card, module, talk or pack that is not there."""

    code = "C871"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Exercises and talks that are unknown or retired, modules, and packs of no plan."""
        exercises = exercise_minutes(shelf)
        modules = {placed.card.id for placed in shelf.of("module")}
        talks = {placed.card.id for placed in shelf.of("calibration") if placed.card.retired is None}
        for placed, plan in plans(shelf):
            for where, _, step in steps(plan):
                named = {
                    "exercise": exercises,
                    "module": modules,
                    "talk": talks,
                    "pack": {one.id for one in plan.packs},
                }
                for field, known in named.items():
                    name = getattr(step, field)
                    if name is not None and name not in known:
                        yield placed.problem((*where, field), self.code, name=name)


class PlanIsGuided(Rule):
    """A plan names something that only a trainer chooses on the spot."""

    code = "C872"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Acted talks about danger, and rounds for the skill that is never dealt."""
        guided = {placed.card.id for placed in shelf.of("calibration") if placed.card.risk == "guided"}
        for placed, plan in plans(shelf):
            for where, _, step in steps(plan):
                if step.talk in guided:
                    yield placed.problem((*where, "talk"), self.code, name=step.talk or "")
            for i, pack in enumerate(plan.packs):
                if shelf.instrument and set(pack.skills) - set(shelf.instrument.ungated):
                    yield placed.problem(("packs", i, "skills"), self.code, name=" ".join(pack.skills))


class PlanStepMinutes(Rule):
    """A step has its minutes from one place: its exercise, its round, or itself; and then it has a name."""

    code = "C873"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Steps with none or with two, steps with half a round, and steps without a name."""
        exercises = exercise_minutes(shelf)
        for placed, plan in plans(shelf):
            for where, _, step in steps(plan):
                unknown = step.exercise not in (None, *exercises) or (step.pack and pack_of(plan, step) is None)
                named = step.practice or step.pause or step.what is not None
                half = (step.round is None) != (step.pack is None)
                if half or not named or (not unknown and minutes_of(step, plan, exercises) is None):
                    yield placed.problem(where, self.code)


class PlanDoesNotAddUp(Rule):
    """The steps of a sitting fill its minutes, and the sittings those of the plan."""

    code = "C874"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Sittings that are longer or shorter than they say, and plans too."""
        exercises = exercise_minutes(shelf)
        for placed, plan in plans(shelf):
            for i, sitting in enumerate(plan.sittings):
                found = sum(timed.minutes for timed in timetable(sitting, plan, exercises))
                if found != sitting.minutes:
                    words = {"found": str(found), "wanted": str(sitting.minutes)}
                    yield placed.problem(("sittings", i, "minutes"), self.code, **words)
            total = sum(sitting.minutes for sitting in plan.sittings)
            if total != plan.minutes:
                yield placed.problem(("minutes",), self.code, found=str(total), wanted=str(plan.minutes))


class PlanRounds(Rule):
    """Every round of a pack is in the plan once, in order, with a skill for each role-play in course order."""

    code = "C875"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Rounds that are missing, doubled or out of order; skills too few, too many or out of order."""
        if shelf.instrument is None:
            return
        for placed, plan in plans(shelf):
            for i, pack in enumerate(plan.packs):
                rounds = [step.round for _, _, step in steps(plan) if step.pack == pack.id]
                skills = [skill for skill in shelf.instrument.course_order if skill in pack.skills]
                if rounds != list(range(1, pack.rounds + 1)):
                    yield placed.problem(("packs", i, "rounds"), self.code, name=pack.id)
                if len(pack.skills) != pack.rounds - len(pack.own_issue_rounds) or tuple(skills) != pack.skills:
                    yield placed.problem(("packs", i, "skills"), self.code, name=pack.id)


class PlanOwnIssue(Rule):
    """An own issue comes after one practice and before another, with a trainer, and the pack knows of it."""

    code = "C876"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Own issues first or last in a sitting, without a trainer, or that pack and step disagree on."""
        for placed, plan in plans(shelf):
            for where, sitting, step in steps(plan):
                pack = pack_of(plan, step)
                dealt = pack is not None and step.round in pack.own_issue_rounds
                if (
                    (step.own_issue and (not plan.led or not inside(sitting, step)))
                    or dealt != (step.own_issue and pack is not None)
                    or (step.own_issue and not step.practice)
                ):
                    yield placed.problem((*where, "own_issue"), self.code)


class PlanSafety(Rule):
    """An exercise for the skill safety needs a trainer, is never the last, and never stands beside an own issue."""

    code = "C877"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Safety without a trainer, at the end, or as a neighbour of an own issue."""
        safety = {placed.card.id for placed in shelf.of("exercise") if "safety" in placed.card.skills}
        for placed, plan in plans(shelf):
            for where, sitting, step in steps(plan):
                if step.exercise not in safety:
                    continue
                practised = [other for other in sitting.steps if other.practice]
                at = practised.index(step)
                beside = practised[max(at - 1, 0) : at + 2]
                if not plan.led or practised[-1] is step or any(other.own_issue for other in beside):
                    yield placed.problem((*where, "exercise"), self.code, name=step.exercise or "")


class PlanGroup(Rule):
    """The group of a plan fits every exercise and pack in it."""

    code = "C878"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Groups too small or too large for a card, packs for another number, sizes from large to small."""
        groups = {placed.card.id: placed.card.group for placed in shelf.of("exercise")}
        for placed, plan in plans(shelf):
            people = plan.people
            if people.min > people.max:
                yield placed.problem(("people",), self.code, name=plan.id)
            for where, _, step in steps(plan):
                group = groups.get(step.exercise or "")
                if group is not None and not (group.min <= people.min and people.max <= group.max):
                    yield placed.problem((*where, "exercise"), self.code, name=step.exercise or "")
            for i, pack in enumerate(plan.packs):
                if not people.min <= pack.participants <= people.max:
                    yield placed.problem(("packs", i, "participants"), self.code, name=pack.id)


class PlanWithoutPause(Rule):
    """Nobody sits longer than an hour and three quarters without a pause."""

    code = "C879"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Stretches that are too long."""
        exercises = exercise_minutes(shelf)
        for placed, plan in plans(shelf):
            for i, sitting in enumerate(plan.sittings):
                stretch = longest = 0
                for timed in timetable(sitting, plan, exercises):
                    stretch = 0 if timed.step.pause else stretch + timed.minutes
                    longest = max(longest, stretch)
                if longest > LONGEST:
                    words = {"found": str(longest), "most": str(LONGEST)}
                    yield placed.problem(("sittings", i, "steps"), self.code, **words)


class PlanSlug(Rule):
    """A plan's slug is the name of its file."""

    code = "C880"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Files of another name."""
        for placed, plan in plans(shelf):
            if placed.path.rpartition("/")[2] != f"{plan.slug}.yaml":
                yield placed.problem(("slug",), self.code, slug=plan.slug)
