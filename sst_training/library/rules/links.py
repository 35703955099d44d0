"""What a card points at must exist: works, skills, ticks, tags, modules, other cards."""

from __future__ import annotations

from collections.abc import Iterator

from sst_training.library.reading import Path_
from sst_training.library.rules import Rule
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem
from sst_training.model.text import SETTINGS


class UnknownReference(Rule):
    """No work with this id stands in docs/references.yaml."""

    code = "C301"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """References in source, positions and figures."""
        known = {placed.card.id for placed in shelf.of("reference")}
        for placed in shelf.cards:
            card = placed.card
            used: list[tuple[Path_, str]] = []
            if source := getattr(card, "source", None):
                used += [(("source", "ref", i), ref) for i, ref in enumerate(source.ref)]
            used += [(("positions", i, "ref"), part.ref) for i, part in enumerate(getattr(card, "positions", ()))]
            if ref := getattr(card, "figure_ref", None):
                used.append((("figure_ref",), ref))
            for where, ref in used:
                if ref not in known:
                    yield placed.problem(where, self.code, ref=ref)


class UnknownSkill(Rule):
    """The observation list has no skill with this id."""

    code = "C302"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Skills on any card."""
        known = shelf.instrument.skills if shelf.instrument else ()
        for placed in shelf.cards:
            card = placed.card
            used: list[tuple[Path_, str]] = []
            used += [(("skills", i), skill) for i, skill in enumerate(getattr(card, "skills", ()))]
            used += [(("elicits", i, "skill"), part.skill) for i, part in enumerate(getattr(card, "elicits", ()))]
            if isinstance(skill := getattr(card, "skill", None), str):
                used.append((("skill",), skill))
            if placed.kind.name == "instrument":
                continue
            for where, skill in used:
                if skill not in known:
                    yield placed.problem(where, self.code, skill=skill)


class UnknownTag(Rule):
    """This word is not in roleplays/words.yaml."""

    code = "C303"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Tags, contexts, and what cards require or exclude."""
        if shelf.words is None:
            return
        tags, contexts = set(shelf.words.tags), set(shelf.words.contexts)
        ids = {placed.card.id for placed in shelf.of("scenario", "stance", "twist")}
        for placed in shelf.of("scenario", "stance", "twist"):
            card = placed.card
            allowed = {
                "tags": tags,
                "requires": tags | contexts | set(SETTINGS),
                "excludes": tags | contexts | set(SETTINGS) | ids,
            }
            for field, known in allowed.items():
                for i, word in enumerate(getattr(card, field, ())):
                    if word not in known:
                        yield placed.problem((field, i), self.code, word=word)
            if getattr(card, "context", None) not in (None, *contexts):
                yield placed.problem(("context",), self.code, word=card.context)


class UnknownCard(Rule):
    """No card has this id."""

    code = "C304"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Terms that point at others."""
        known = {placed.card.id for placed in shelf.of("term")}
        for placed in shelf.of("term"):
            for i, other in enumerate(placed.card.see_also):
                if other not in known:
                    yield placed.problem(("see_also", i), self.code, id=other)


class UnknownTick(Rule):
    """The observation list has no such behaviour in this skill."""

    code = "C305"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks of observer tasks."""
        for placed in shelf.of("observer-task"):
            item = shelf.instrument.item(placed.card.skill) if shelf.instrument else None
            known = {tick.id for tick in item.of_kind("basic", "advanced")} if item else set()
            for i, tick in enumerate(placed.card.ticks):
                if tick not in known:
                    yield placed.problem(("ticks", i), self.code, tick=tick, skill=placed.card.skill)


class UnknownModule(Rule):
    """docs/modules.yaml has no module with this id."""

    code = "C306"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Modules of exercises and questions."""
        known = {placed.card.id for placed in shelf.of("module")}
        for placed in shelf.of("exercise"):
            for i, module in enumerate(placed.card.modules):
                if module not in known:
                    yield placed.problem(("modules", i), self.code, module=module)
        for placed in shelf.of("question"):
            if placed.card.module not in known:
                yield placed.problem(("module",), self.code, module=placed.card.module)
