"""Texts: the same shape in each language, and filled in."""

from __future__ import annotations

from collections.abc import Iterator

from sst_training.library.rules import Rule, texts_of
from sst_training.library.shelf import Shelf
from sst_training.library.templates import PLACEHOLDER
from sst_training.model.problem import Problem


def shape(words: str) -> tuple[int, bool]:
    """What must be alike between languages: paragraphs, and whether it ends as a question."""
    paragraphs = [part for part in words.split("\n\n") if part.strip()]
    return len(paragraphs), words.rstrip(" ’'\"”").endswith("?")


class DifferentShape(Rule):
    """This text has another shape in one language: paragraphs, or a question that is none."""

    code = "C401"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Texts whose languages differ in structure."""
        for placed in shelf.cards:
            for where, text in texts_of(placed.card, shelf.languages):
                if len({shape(words) for words in text.values()}) > 1:
                    yield placed.problem(where, self.code)


class NotFilledIn(Rule):
    """A place of the template is still to be filled in."""

    code = "C402"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Placeholders left over from `sst new`."""
        for placed in shelf.cards:
            for where, text in texts_of(placed.card, shelf.languages):
                for language, words in text.items():
                    if PLACEHOLDER in words:
                        yield placed.problem((*where, language), self.code)
            for field in ("name", "authors", "title", "container"):
                if PLACEHOLDER in str(getattr(placed.card, field, "")):
                    yield placed.problem((field,), self.code)
