"""A booking note says why somebody comes, and gives nothing away that the talk is there to find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sst_training.library.rules import Rule
from sst_training.library.rules.scenarios import scenarios, words_of
from sst_training.library.shelf import Shelf
from sst_training.library.wording import lists_of
from sst_training.model.problem import Problem

SHARED: Final = {"best_hope": 2, "enough": 2, "resources": 3}
"""Words of meaning that a booking note may not share with a text, this many or more. One is often the subject itself
(a brother, Saturday); the hope and the ending are a dozen words, the strengths some thirty."""

SHORT: Final = 4
"""Words of fewer letters are not looked at."""


class NoteGivesAnswerAway(Rule):
    """The booking note tells what the client hopes for, what would be enough, or what helps already.

    Rule C505 finds five words in a row; this one finds the same answer in another order.
    """

    code = "C512"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Words of meaning that the note shares with the client's answers."""
        wording = lists_of(shelf.root).wording
        for placed, card in scenarios(shelf):
            for language, note in card.door_note.items():
                empty = set(wording.function.get(language, ()))

                def meaning(text: str, empty: set[str] = empty) -> set[str]:
                    return {word for word in words_of(text) if len(word) >= SHORT} - empty

                said = meaning(note)
                for field, most in SHARED.items():
                    shared = said & meaning(getattr(card, field).get(language, ""))
                    if len(shared) >= most:
                        words = ", ".join(sorted(shared))
                        yield placed.problem(("door_note", language), self.code, field=field, words=words)
