"""The observation list is law: stored ratings point at its ticks."""

from __future__ import annotations

from collections.abc import Iterator

from sst_training.library.lock import INSTRUMENT_LOCK, meanings, read_lock
from sst_training.library.rules import Rule
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem


class TickChanged(Rule):
    """A tick says something else than when it was locked; give the new meaning a new id."""

    code = "C901"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks whose meaning differs from the lock."""
        locked = read_lock(shelf.root / INSTRUMENT_LOCK)
        for placed in shelf.of("instrument"):
            now = meanings(placed.card)
            for i, item in enumerate(placed.card.items):
                for j, tick in enumerate(item.ticks):
                    if not set(locked.get(tick.id, "").split()) <= set(now[tick.id].split()):
                        yield placed.problem(("items", i, "ticks", j), self.code, tick=tick.id)


class TickVanished(Rule):
    """A locked tick is gone."""

    code = "C902"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks of the lock that the list no longer has."""
        for placed in shelf.of("instrument"):
            present = meanings(placed.card)
            for line, tick in enumerate(read_lock(shelf.root / INSTRUMENT_LOCK), 2):
                if tick not in present:
                    yield Problem(path=INSTRUMENT_LOCK, line=line, column=1, code=self.code, words={"tick": tick})


class TickUnlocked(Rule):
    """A tick is not in the lock yet; `make fix` adds it."""

    code = "C903"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks that nobody locked."""
        locked = read_lock(shelf.root / INSTRUMENT_LOCK)
        for placed in shelf.of("instrument"):
            for i, item in enumerate(placed.card.items):
                for j, tick in enumerate(item.ticks):
                    if tick.id not in locked:
                        yield placed.problem(("items", i, "ticks", j), self.code, tick=tick.id)


class TickForm(Rule):
    """A tick's id must name its item and kind, and only a conditional basic has a condition."""

    code = "C904"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ticks whose id, kind and condition disagree."""
        letters = {"h": "harm", "s": "safety", "b": "basic", "a": "advanced"}
        for placed in shelf.of("instrument"):
            for i, item in enumerate(placed.card.items):
                for j, tick in enumerate(item.ticks):
                    named, letter = tick.id.split(".")[0], tick.id.split(".")[1][0]
                    condition = tick.conditional == (tick.when is not None) and (
                        not tick.conditional or tick.kind == "basic"
                    )
                    if named != item.id or letters[letter] != tick.kind or not condition:
                        yield placed.problem(("items", i, "ticks", j), self.code, tick=tick.id)
