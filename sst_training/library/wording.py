"""The word lists that rules look cards through with: roleplays/wording.yaml, so that adding a word takes no code."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Final

import msgspec

from sst_training.library.reading import Document, Unreadable, read_document
from sst_training.library.walk import build
from sst_training.model.problem import Problem

WORDING: Final = "roleplays/wording.yaml"
NEVER: Final = re.compile(r"(?!)")


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of words by language; a star stands for any letters.

    gendered: tells whether a person is a man or a woman. clinical: a label from the consulting room.
    excluded: kept out of own-issue work. function: carries no meaning of its own.
    """

    gendered: dict[str, tuple[str, ...]]
    clinical: dict[str, tuple[str, ...]]
    excluded: dict[str, tuple[str, ...]]
    function: dict[str, tuple[str, ...]]

    def found(self, name: str, language: str, text: str) -> str | None:
        """The first word of a list that stands in a text; None where there is none, or no list."""
        hit = _pattern(getattr(self, name).get(language, ())).search(text)
        return hit[0] if hit else None


class Lists(msgspec.Struct, frozen=True):
    """The lists of a checkout, their document, and what is wrong with it; empty lists when it cannot be read."""

    wording: Wording = Wording({}, {}, {}, {})
    document: Document | None = None
    problems: tuple[Problem, ...] = ()


def lists_of(root: Path) -> Lists:
    """The lists of a checkout, read once for as long as the file stays as it is."""
    path = root / WORDING
    try:
        seen = path.stat()
        return _read(path, seen.st_mtime_ns, seen.st_size)
    except OSError as cause:
        return Lists(problems=(_problem("C008", reason=cause.strerror or ""),))


@functools.lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int) -> Lists:
    try:
        document = read_document(path)
    except Unreadable as cause:
        return Lists(problems=(_problem(cause.code, cause.line, cause.column, **cause.words),))
    wording, problems = build(Wording, document, WORDING)
    return Lists(wording or Wording({}, {}, {}, {}), document, tuple(problems))


def _problem(code: str, line: int = 1, column: int = 1, **words: str) -> Problem:
    return Problem(path=WORDING, line=line, column=column, code=code, words=words)


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of these words as a whole word."""
    if not words:
        return NEVER
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
