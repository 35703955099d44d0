"""Whether a sheet can be read: it stays on its page in a type that reads easily, and its sentences are short.

How much a page holds was found by setting every scenario with the longest manner, twist and task, and lengthening
all texts alike until the page ran over: A4, both languages, at 9.5 points (client), 10 (observer) and 11
(professional). tests/library/test_printed.py sets sheets of the lengths allowed here. An A5 leaf holds more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sst_training.library.reading import Path_
from sst_training.library.rules import Rule, texts_of
from sst_training.library.rules.scenarios import words_of
from sst_training.library.shelf import Placed, Shelf
from sst_training.model.problem import Problem

SIGNS: Final[dict[str, dict[str, int]]] = {
    "client": {"scenario": 1300, "stance": 475, "twist": 330},
    "observer": {"scenario": 470, "observer-task": 565},
    "therapist": {"scenario": 890},
}
"""Letters, signs and spaces that a sheet has for each of its cards. At least held: the client's 2,105, the observer's
1,039 (the behaviours of the observation list apart), the professional's 896. The longest cards in November 2026 were
1,277, 346 and 224; 449 and 563; 263."""

PRINTED: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "client": {
        "scenario": (
            *("opening_line", "situation", "so_far", "best_hope", "enough", "tried", "resources"),
            *("disclosure", "elicits", "play_easier", "play_harder"),
        ),
        "stance": ("behaviours", "softens_when", "hardens_when"),
        "twist": ("text", "revert"),
    },
    "observer": {
        "scenario": ("door_note", "so_far", "enough", "traps"),
        "observer-task": ("look_for", "tally", "tally_in", "debrief_question"),
    },
    "therapist": {"scenario": ("door_note", "so_far")},
}
"""What stands on whose sheet, by kind of card (DESIGN §4; draw/readers.py builds the sheets)."""

READ: Final[dict[str, tuple[str, ...]]] = {**PRINTED["client"], "prompt": ("text", "narrowing")}
"""What a client reads, an own issue's opening lines with it."""

SENTENCE_WORDS: Final = 25
"""The most words in a sentence that is read once and then played."""

END = re.compile(r"(?<=[.!?…])[’'\"”)]*\s+|\n+")


def printed(placed: Placed, fields: tuple[str, ...], shelf: Shelf) -> Iterator[tuple[Path_, dict[str, str]]]:
    """The texts of some fields of a card, each with its place."""
    for field in fields:
        yield from texts_of(getattr(placed.card, field), shelf.languages, (field,))


def too_long(shelf: Shelf, reader: str, code: str) -> Iterator[Problem]:
    """The cards that take more of a reader's sheet than there is for them, with the language that is longest."""
    for kind, fields in PRINTED[reader].items():
        most = SIGNS[reader][kind]
        for placed in shelf.of(kind):
            if placed.card.retired is not None or (kind == "twist" and placed.card.risk == "guided"):
                continue  # not printed any more; a guided twist is read by the trainer alone
            length = dict.fromkeys(shelf.languages, 0)
            for _, text in printed(placed, fields, shelf):
                for language, words in text.items():
                    length[language] += len(words)
            language = max(length, key=lambda one: length[one])
            if length[language] > most:
                yield placed.problem((), code, count=str(length[language]), most=str(most), language=language)


class ClientSheetTooLong(Rule):
    """This card does not fit the client's sheet."""

    code = "C509"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Scenarios, manners and twists that are too long."""
        yield from too_long(shelf, "client", self.code)


class ObserverSheetTooLong(Rule):
    """This card does not fit the observer's sheet."""

    code = "C510"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Scenarios and tasks that are too long."""
        yield from too_long(shelf, "observer", self.code)


class TherapistSheetTooLong(Rule):
    """This card does not fit the professional's sheet."""

    code = "C511"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Booking notes and what was said so far that are too long together."""
        yield from too_long(shelf, "therapist", self.code)


class LongSentence(Rule):
    """A sentence on the client's sheet is too long to take in at once."""

    code = "C403"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Sentences above the limit, in each language."""
        for kind, fields in READ.items():
            for placed in shelf.of(kind):
                for where, text in printed(placed, fields, shelf):
                    for language, words in text.items():
                        if (count := max(map(len, map(words_of, END.split(words))))) > SENTENCE_WORDS:
                            yield placed.problem(
                                (*where, language), self.code, count=str(count), most=str(SENTENCE_WORDS)
                            )
