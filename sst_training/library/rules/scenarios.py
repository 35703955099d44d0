"""What makes a scenario playable, printable and safe to hand out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sst_training.library.fitting import fit
from sst_training.library.rules import Rule
from sst_training.library.shelf import Placed, Shelf
from sst_training.model.problem import Problem
from sst_training.model.roleplay import Scenario

CLIENT_WORDS: Final = 220
"""What a client can take in within two minutes (DESIGN §3), in Dutch words."""
LEAK_WORDS: Final = 5
CLOSING: Final = ("takeaway", "open-door")
CLOSING_MINUTES: Final = 30

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in WORD.findall(text)]


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    found = words_of(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def scenarios(shelf: Shelf) -> Iterator[tuple[Placed, Scenario]]:
    """The scenarios in use."""
    return ((placed, placed.card) for placed in shelf.of("scenario") if placed.card.retired is None)


class ElicitsDiffer(Rule):
    """Each skill named needs exactly one line in `elicits`, and no other skill."""

    code = "C501"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Skills without a line, lines without a skill."""
        for placed, card in scenarios(shelf):
            if sorted(part.skill for part in card.elicits) != sorted(card.skills):
                yield placed.problem(("elicits",), self.code, skills=" ".join(card.skills))


class SoFarAndStart(Rule):
    """A talk that starts in the middle or at the close needs `so_far`; one that begins has none."""

    code = "C502"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Starts that do not go with so_far."""
        for placed, card in scenarios(shelf):
            if (card.start == "begin") != (card.so_far is None):
                yield placed.problem(("start",), self.code, start=card.start)


class Disclosures(Rule):
    """At most one thing is never told."""

    code = "C503"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Too much that is never told."""
        for placed, card in scenarios(shelf):
            if sum(part.when == "never" for part in card.disclosure) > 1:
                yield placed.problem(("disclosure",), self.code)


class ClientReadsTooMuch(Rule):
    """The client's sheet is longer than two minutes of reading."""

    code = "C504"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Client texts above the limit, counted in Dutch."""
        for placed, card in scenarios(shelf):
            texts = [*card.client_only, *([card.so_far] if card.so_far else [])]
            count = sum(len(words_of(text["nl"])) for text in texts if "nl" in text)
            if count > CLIENT_WORDS:
                yield placed.problem(("situation",), self.code, count=str(count), most=str(CLIENT_WORDS))


class DoorNoteTellsTooMuch(Rule):
    """What the professional reads gives words of the client's sheet away."""

    code = "C505"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Five words in a row that a therapist's text shares with a client's."""
        for placed, card in scenarios(shelf):
            for field, text in (("door_note", card.door_note), ("so_far", card.so_far or {})):
                for language, words in text.items():
                    mine = runs(words, LEAK_WORDS)
                    for other in card.client_only:
                        if shared := mine & runs(other[language], LEAK_WORDS):
                            run = " ".join(min(shared))
                            yield placed.problem((field, language), self.code, run=run)
                            break


class ClosingNeedsTime(Rule):
    """Closing skills need a start in the middle or at the close, or thirty minutes."""

    code = "C506"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Closing skills that no talk of this length reaches."""
        for placed, card in scenarios(shelf):
            if set(card.skills) & set(CLOSING) and card.start == "begin" and card.minutes < CLOSING_MINUTES:
                yield placed.problem(("minutes",), self.code, minutes=str(CLOSING_MINUTES))


class AgeBackwards(Rule):
    """The age runs backwards."""

    code = "C507"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Ages from high to low."""
        for placed, card in scenarios(shelf):
            if card.age[0] > card.age[1]:
                yield placed.problem(("age",), self.code)


class NothingFits(Rule):
    """No manner fits this scenario, or at level 2 and 3 no twist."""

    code = "C508"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Scenarios that cannot be dealt."""
        stances = [placed.card for placed in shelf.of("stance")]
        twists = [placed.card for placed in shelf.of("twist")]
        for placed, card in scenarios(shelf):
            found = fit(card, stances, twists).stances
            if not found:
                yield placed.problem(("level",), self.code, kind="stance")
            elif card.level > 1 and card.risk == "none" and not all(found.values()):
                lonely = next(stance for stance, fitting in found.items() if not fitting)
                yield placed.problem(("level",), self.code, kind=f"twist ({lonely})")


class LevelWithoutSkill(Rule):
    """A level has scenarios, but none for one of the skills that are dealt."""

    code = "C701"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Levels that leave a skill out."""
        if shelf.instrument is None:
            return
        for level in (1, 2, 3):
            here = [(placed, card) for placed, card in scenarios(shelf) if card.level == level and card.risk == "none"]
            covered = {skill for _, card in here for skill in card.skills}
            for skill in shelf.instrument.ungated:
                if here and skill not in covered:
                    yield here[0][0].problem(("level",), self.code, level=str(level), skill=skill)
