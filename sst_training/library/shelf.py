"""Reads every card of a checkout onto one shelf, with its place, and notes what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sst_training.library.calibration import CALIBRATION
from sst_training.library.kinds import INSTRUMENT, KINDS, WORDS, Kind, files_of
from sst_training.library.plans import PLAN
from sst_training.library.reading import CARD_BYTES, Document, Marks, Path_, Unreadable, read_document
from sst_training.library.walk import build, problem_at
from sst_training.model.instrument import Instrument
from sst_training.model.problem import Problem
from sst_training.model.roleplay import Words

ID = re.compile(rb"\bid: *[\"']?([a-z]{2}-[0-9]{3})\b")


class Placed(msgspec.Struct, frozen=True):
    """A card and where it stands; `base` is its place inside a file of many."""

    kind: Kind
    card: Any
    document: Document
    path: str
    base: Path_ = ()

    def problem(self, where: Path_, code: str, **words: str) -> Problem:
        """A problem at a field of this card."""
        return problem_at(self.document, self.path, (*self.base, *where), code, **words)


class Shelf(msgspec.Struct):
    """All cards of a checkout as they were read; `problems` holds what could not be, `broken` the ids of those."""

    root: Path
    languages: tuple[str, ...]
    cards: list[Placed]
    problems: list[Problem]
    broken: set[str]
    instrument: Instrument | None = None
    words: Words | None = None

    def of(self, *names: str) -> Iterator[Placed]:
        """The cards of these kinds, retired ones too."""
        return (placed for placed in self.cards if placed.kind.name in names)


def languages_of(root: Path) -> tuple[str, ...]:
    """The languages of the course, Dutch first: those with a file in locales/."""
    found = sorted(path.stem for path in (root / "sst_training" / "locales").glob("*.yaml"))
    return tuple(sorted(found, key=lambda language: language != "nl"))


def read_shelf(root: Path) -> Shelf:
    """Every card below `root`."""
    shelf = Shelf(root, languages_of(root), [], [], set())
    for kind in (WORDS, INSTRUMENT, *KINDS, *CALIBRATION, PLAN):
        try:
            files = files_of(root, kind)
        except OSError as cause:
            words = {"reason": cause.strerror or ""}
            shelf.problems.append(Problem(path=kind.place, line=1, column=1, code="C008", words=words))
            continue
        for path in files:
            name = path.relative_to(root).as_posix()
            try:
                document = read_document(path)
            except Unreadable as cause:
                shelf.problems.append(
                    Problem(path=name, line=cause.line, column=cause.column, code=cause.code, words=cause.words)
                )
                with path.open("rb") as file:
                    shelf.broken.update(found.decode() for found in ID.findall(file.read(CARD_BYTES)))
            except OSError as cause:
                shelf.problems.append(
                    Problem(path=name, line=1, column=1, code="C008", words={"reason": cause.strerror or ""})
                )
            else:
                place(shelf, kind, document, name)
    return shelf


def place(shelf: Shelf, kind: Kind, document: Document, path: str) -> None:
    """Puts the card or cards of one document on the shelf."""
    if not kind.many:
        parts: list[tuple[Path_, Document]] = [((), document)]
    elif isinstance(document.data, list):
        marks = marks_by_card(document)
        parts = [((i,), Document(data, marks[i])) for i, data in enumerate(document.data)]
    else:
        shelf.problems.append(problem_at(document, path, (), "C109"))
        return
    for base, part in parts:
        card, problems = build(kind.cls, part, path, shelf.languages)
        shelf.problems += problems
        if card is None:
            shelf.broken.add(str(part.data.get("id")) if isinstance(part.data, dict) else "")
            continue
        if isinstance(card, Instrument):
            shelf.instrument = card
        elif isinstance(card, Words):
            shelf.words = card
        shelf.cards.append(Placed(kind, card, document, path, base))


def marks_by_card(document: Document) -> dict[str | int, Marks]:
    """The marks of a file of many cards, card by card, seen from each card."""
    marks: dict[str | int, Marks] = {}
    for where, mark in document.marks.items():
        if where:
            marks.setdefault(where[0], {})[where[1:]] = mark
    return marks
