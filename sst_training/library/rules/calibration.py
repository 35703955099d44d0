"""Acted talks: every reason points at a turn and a behaviour that exist, and the gold rating can be so.

What the observation list says about a rating is checked here; the checks of `rating/` run over the same files
in a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from sst_training.library.calibration import GOLD, MIXUP, TALK, folder_of, pairs_of
from sst_training.library.reading import Path_
from sst_training.library.rules import Rule
from sst_training.library.shelf import Placed, Shelf
from sst_training.model.instrument import Instrument, Item
from sst_training.model.problem import Problem
from sst_training.model.rating import ItemRating, Rating


def skills_of(shelf: Shelf) -> Iterator[tuple[Placed, Item, ItemRating, Path_]]:
    """Every skill of every gold rating that the observation list has, with its place."""
    for placed in shelf.of(GOLD.name):
        rating: Rating = placed.card
        for skill, rated in rating.items.items():
            item = shelf.instrument.item(skill) if shelf.instrument else None
            if item is not None:
                yield placed, item, rated, ("items", skill)


def ticks_of(instrument: Instrument | None) -> set[str]:
    """The ids of all behaviours."""
    return {tick.id for item in instrument.items for tick in item.ticks} if instrument else set()


class UnknownBehaviour(Rule):
    """The observation list has no such behaviour, or not in this skill."""

    code = "C851"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks of reasons, of gold ratings and of what is mixed up."""
        known = ticks_of(shelf.instrument)
        for placed in shelf.of(TALK.name):
            for i, why in enumerate(placed.card.whys):
                if why.tick not in known:
                    yield placed.problem(("whys", i, "tick"), self.code, tick=why.tick)
        for placed in shelf.of(MIXUP.name):
            for i, tick in enumerate(placed.card.ticks):
                if tick not in known:
                    yield placed.problem(("ticks", i), self.code, tick=tick)
        for placed, item, rated, where in skills_of(shelf):
            own = {tick.id for tick in item.ticks}
            named = [(("ticks", i), tick) for i, tick in enumerate(rated.ticks)]
            named += [(("not_applicable_ticks", i), tick) for i, tick in enumerate(rated.not_applicable_ticks)]
            named += [(("evidence", i), moment.tick) for i, moment in enumerate(rated.evidence)]
            for place, tick in named:
                if tick not in own:
                    yield placed.problem((*where, *place), self.code, tick=tick)


class NoSuchTurn(Rule):
    """A reason points at a turn that the talk does not have."""

    code = "C852"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Turns beyond the last."""
        for placed in shelf.of(TALK.name):
            for i, why in enumerate(placed.card.whys):
                for j, turn in enumerate(why.turns):
                    if turn > len(placed.card.turns):
                        last = str(len(placed.card.turns))
                        yield placed.problem(("whys", i, "turns", j), self.code, turn=str(turn), last=last)


class TalkAndGold(Rule):
    """A talk and its gold rating stand in one folder, named after the talk, under a session of their own."""

    code = "C853"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Folders with one of the two, other names than the talk's, other sessions, sessions of two talks."""
        pairs = pairs_of(shelf)
        matched = {folder_of(talk) for talk, _ in pairs}
        unread = {PurePosixPath(problem.path).parent.name for problem in shelf.problems}
        sessions: set[str] = set()
        for placed in shelf.of(TALK.name, GOLD.name):
            if folder_of(placed) not in matched | unread:
                yield placed.problem((), self.code)
        for talk, gold in pairs:
            if talk.card.id != folder_of(talk):
                yield talk.problem(("id",), self.code)
            if talk.card.session in sessions:
                yield talk.problem(("session",), self.code)
            if talk.card.session != gold.card.session:
                yield gold.problem(("session",), self.code)
            sessions.add(talk.card.session)


class NotGold(Rule):
    """A gold rating has the role gold, is locked, and is of the list as it stands."""

    code = "C854"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Other roles, lists and versions, and ratings still open."""
        for placed in shelf.of(GOLD.name):
            rating: Rating = placed.card
            if rating.rater.role != "gold":
                yield placed.problem(("rater",), self.code)
            if not rating.locked:
                yield placed.problem(("locked",), self.code)
            if shelf.instrument and rating.instrument != shelf.instrument.id:
                yield placed.problem(("instrument",), self.code)
            elif shelf.instrument and rating.version != shelf.instrument.version:
                yield placed.problem(("version",), self.code)


class GoldSkill(Rule):
    """In a gold rating each skill of the list is assessed, or n/a for a reason that it can have."""

    code = "C855"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Skills unknown, left open, n/a without a good reason, or n/a with ticks."""
        for placed in shelf.of(GOLD.name):
            rated = placed.card.items
            skills = shelf.instrument.skills if shelf.instrument else tuple(rated)
            for skill in rated:
                if skill not in skills:
                    yield placed.problem(("items", skill), self.code, skill=skill)
            for skill in skills:
                if skill not in rated or rated[skill].state == "missing":
                    yield placed.problem(("items", skill), self.code, skill=skill)
        for placed, item, found, where in skills_of(shelf):
            away = found.state == "na"
            if (
                away != (found.reason is not None)
                or (away and (found.ticks or found.not_applicable_ticks or found.evidence))
                or (item.core and found.reason == "no_opportunity")
            ):
                yield placed.problem(where, self.code, skill=item.id)


class GoldTicks(Rule):
    """In a gold rating a behaviour is named once, and is n/a only when it has a condition."""

    code = "C856"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks named twice, and n/a without a condition."""
        for placed, item, rated, where in skills_of(shelf):
            conditional = {tick.id for tick in item.ticks if tick.conditional}
            named = [*rated.ticks, *rated.not_applicable_ticks]
            for tick in sorted({tick for tick in named if named.count(tick) > 1}):
                yield placed.problem((*where, "ticks"), self.code, tick=tick)
            for i, tick in enumerate(rated.not_applicable_ticks):
                if tick in {one.id for one in item.ticks} - conditional:
                    yield placed.problem((*where, "not_applicable_ticks", i), self.code, tick=tick)


class Unexplained(Rule):
    """What the makers ticked or set at n/a has its reason."""

    code = "C857"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks, waived ticks and n/a skills without a reason."""
        for talk, gold in pairs_of(shelf):
            told = {why.tick for why in talk.card.whys} | {aside.skill for aside in talk.card.aside}
            for skill, rated in gold.card.items.items():
                named = [*rated.ticks, *rated.not_applicable_ticks, *([skill] if rated.state == "na" else [])]
                for name in named:
                    if name not in told:
                        yield talk.problem(("whys",), self.code, name=name)


class ExplainedTwice(Rule):
    """A reason is given once, and for a skill only where the skill is n/a."""

    code = "C858"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Second reasons, and reasons for setting aside what was rated."""
        for placed in shelf.of(TALK.name):
            ticks = [why.tick for why in placed.card.whys]
            for i, tick in enumerate(ticks):
                if tick in ticks[:i]:
                    yield placed.problem(("whys", i), self.code, name=tick)
        for talk, gold in pairs_of(shelf):
            for i, aside in enumerate(talk.card.aside):
                rated = gold.card.items.get(aside.skill)
                if rated is None or rated.state != "na":
                    yield talk.problem(("aside", i), self.code, name=aside.skill)
