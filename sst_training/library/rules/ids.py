"""Ids: unique, of their kind, and for ever."""

from __future__ import annotations

from collections.abc import Iterator

from sst_training.library.lock import LIBRARY_LOCK, read_lock
from sst_training.library.rules import Rule
from sst_training.library.shelf import Placed, Shelf
from sst_training.model.problem import Problem


class DuplicateId(Rule):
    """This id is taken by another card."""

    code = "C201"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """The second and later cards with an id."""
        first: dict[str, Placed] = {}
        for placed in shelf.cards:
            card_id = getattr(placed.card, "id", None)
            if card_id is None:
                continue
            if other := first.get(card_id):
                yield placed.problem(("id",), self.code, id=card_id, other=other.path)
            first.setdefault(card_id, placed)


class WrongPrefix(Rule):
    """This id does not begin as ids of its kind do."""

    code = "C202"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ids of another kind's form."""
        for placed in shelf.cards:
            prefix = placed.kind.prefix
            if prefix and not placed.card.id.startswith(prefix + "-"):
                yield placed.problem(("id",), self.code, id=placed.card.id, prefix=prefix)


class VanishedId(Rule):
    """A card of the lock is gone; give it `retired` with a reason instead."""

    code = "C203"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ids in library.lock that no card has."""
        present = shelf.broken | {placed.card.id for placed in shelf.cards if hasattr(placed.card, "id")}
        for line, (card_id, _) in enumerate(read_lock(shelf.root / LIBRARY_LOCK).items(), 2):
            if card_id not in present:
                yield Problem(path=LIBRARY_LOCK, line=line, column=1, code=self.code, words={"id": card_id})
