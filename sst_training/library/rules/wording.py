"""Words that do not belong on a card: they stand in roleplays/wording.yaml, and these rules look for them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sst_training.library.rules import Rule, texts_of
from sst_training.library.shelf import Shelf
from sst_training.library.walk import problem_at
from sst_training.library.wording import WORDING, Wording, lists_of
from sst_training.model.problem import Problem

PEOPLE = ("scenario", "stance", "twist", "prompt", "observer-task")
"""The cards that speak of somebody who is played by somebody."""


class WordLists(Rule):
    """A list of words lacks a language of the course."""

    code = "C405"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """What is wrong with the file of the lists, and languages without words."""
        lists = lists_of(shelf.root)
        yield from lists.problems
        if lists.document is not None and not lists.problems:
            for field in msgspec.structs.fields(Wording):
                for language in shelf.languages:
                    if not getattr(lists.wording, field.name).get(language):
                        yield problem_at(lists.document, WORDING, (field.name,), self.code, language=language)


class Gendered(Rule):
    """A text tells whether the person on the card is a man or a woman.

    Pronouns count whoever they are about, for a list of words cannot know. Dutch words with another meaning (zijn,
    haar, ze) are not looked for; the English text of the same sentence is.
    """

    code = "C404"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Pronouns, forms of address, and words that only fit one of the two."""
        wording = lists_of(shelf.root).wording
        for placed in shelf.of(*PEOPLE):
            for where, text in texts_of(placed.card, shelf.languages):
                for language, words in text.items():
                    if word := wording.found("gendered", language, words):
                        yield placed.problem((*where, language), self.code, word=word)


class ClinicalLabel(Rule):
    """A booking note says what somebody has instead of what they ask."""

    code = "C604"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Labels on booking notes."""
        wording = lists_of(shelf.root).wording
        for placed in shelf.of("scenario"):
            for language, words in placed.card.door_note.items():
                if word := wording.found("clinical", language, words):
                    yield placed.problem(("door_note", language), self.code, word=word)


class OwnIssueTooHeavy(Rule):
    """An own-issue prompt names something that own-issue work keeps out."""

    code = "C611"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Words of excluded topics in prompts."""
        wording = lists_of(shelf.root).wording
        for placed in shelf.of("prompt"):
            for where, text in texts_of(placed.card, shelf.languages):
                for language, words in text.items():
                    if word := wording.found("excluded", language, words):
                        yield placed.problem((*where, language), self.code, word=word)
