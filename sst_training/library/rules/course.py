"""Course cards: questions with one answer, tasks that match, private people left alone."""

from __future__ import annotations

from collections.abc import Iterator

from sst_training.library.rules import Rule
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem


class OneAnswer(Rule):
    """A question has exactly one correct option."""

    code = "C801"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Questions with none or more."""
        for placed in shelf.of("question"):
            correct = sum(option.correct for option in placed.card.options)
            if correct != 1:
                yield placed.problem(("options",), self.code, found=str(correct))


class PrivatePerson(Rule):
    """A private person has no positions."""

    code = "C802"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Private people with positions."""
        for placed in shelf.of("pioneer"):
            if placed.card.private and placed.card.positions:
                yield placed.problem(("positions",), self.code)


class LookForEach(Rule):
    """An observer task says of each behaviour how it sounds."""

    code = "C803"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Tasks whose lists differ in length."""
        for placed in shelf.of("observer-task"):
            if len(placed.card.ticks) != len(placed.card.look_for):
                yield placed.problem(("look_for",), self.code, wanted=str(len(placed.card.ticks)))


class SkillUnwatched(Rule):
    """A skill has no observer task."""

    code = "C804"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Skills that nobody can watch for."""
        watched = {placed.card.skill for placed in shelf.of("observer-task") if placed.card.retired is None}
        for placed in shelf.of("instrument"):
            for i, item in enumerate(placed.card.items):
                if item.id not in watched:
                    yield placed.problem(("items", i, "id"), self.code, skill=item.id)


class GroupBackwards(Rule):
    """A group's smallest size is above its largest."""

    code = "C805"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Groups from high to low."""
        for placed in shelf.of("exercise"):
            if placed.card.group.min > placed.card.group.max:
                yield placed.problem(("group",), self.code)
