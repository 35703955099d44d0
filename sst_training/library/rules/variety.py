"""Whom one meets: first names and ages differ enough that a day is not full of the same person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sst_training.library.rules import Rule
from sst_training.library.rules.scenarios import scenarios
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem

NAMES: Final = 48
"""First names at least: a day of 24 people and six rounds has 48 talks."""

ENOUGH: Final = 20
"""Scenarios from which on ages are looked at: with fewer, chance alone makes them alike."""

ALIKE: Final = 10
"""Of so many scenarios, one at most has the same ages as another."""

AGES: Final = range(10, 90, 10)
"""Each ten years of life from here on is met."""

MET: Final = 3
"""Scenarios at least in which somebody of that age can come in."""


class FewNames(Rule):
    """The first names are too few, or one stands there twice."""

    code = "C702"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Lists that are too short, and doubles."""
        for placed in shelf.of("words"):
            names = [name.casefold() for name in placed.card.first_names]
            for i, name in enumerate(names):
                if name in names[:i]:
                    found = placed.card.first_names[i]
                    yield placed.problem(("first_names", i), self.code, found=found, most=str(NAMES))
            if len(set(names)) < NAMES:
                yield placed.problem(("first_names",), self.code, found=str(len(set(names))), most=str(NAMES))


class AgesAlike(Rule):
    """Too many scenarios have the same ages, or people of some age never come."""

    code = "C703"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ages that too many share, and ten years of life that too few have room for."""
        found = list(scenarios(shelf))
        if len(found) < ENOUGH:
            return
        same = Counter(card.age for _, card in found)
        most = len(found) // ALIKE
        for placed, card in found:
            if same[card.age] > most:
                ages = f"{card.age[0]}-{card.age[1]}"
                yield placed.problem(("age",), self.code, ages=ages, count=str(same[card.age]))
        for start in AGES:
            count = sum(card.age[0] < start + 10 and card.age[1] >= start for _, card in found)
            if count < MET:
                yield found[0][0].problem(("age",), self.code, ages=f"{start}-{start + 9}", count=str(count))
