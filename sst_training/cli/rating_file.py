"""Reads a rating file for a command: every problem on a line of its own, or the rating."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from sst_training.cli.check import sentence
from sst_training.cli.frame import Desk
from sst_training.errors import OutputUnwritable, RatingInvalid, RatingNewer
from sst_training.library.reading import Document, Unreadable, read_document
from sst_training.library.walk import build, problem_at, short
from sst_training.model.phrases import Phrases
from sst_training.model.problem import Problem
from sst_training.model.rating import FORMAT, Rating
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.times import with_seconds

MOST_BYTES: Final = 1024 * 1024
"""Of a rating file (DESIGN §5)."""


def read_rating(path: Path, here: Desk) -> Rating:
    """The rating in a file, sound and ready to be scored.

    Raises RatingInvalid after printing each problem on stderr, RatingNewer for a format of a later version of
    the program, OutputUnwritable if the file cannot be opened.
    """
    name = click.format_filename(path)
    rating, problems = inspected(path, name, here)
    if rating is None or problems:
        for problem in problems:
            here.remark(f"{problem.path}:{problem.line}: {problem.code} {words(problem, here.phrases)}")
        raise RatingInvalid(path=name, count=len(problems))
    return rating


def inspected(path: Path, name: str, here: Desk) -> tuple[Rating | None, list[Problem]]:
    """The rating in a file, and what is wrong with it. Raises RatingNewer, OutputUnwritable."""
    try:
        return rating_in(read_document(path, most_bytes=MOST_BYTES), name, here)
    except Unreadable as cause:
        return None, [unread(cause, name)]
    except OSError as cause:
        raise OutputUnwritable(path=name, reason=cause.strerror or "") from cause


def unread(cause: Unreadable, name: str) -> Problem:
    """What keeps a file from being read as data, as a problem."""
    return Problem(path=name, line=cause.line, column=cause.column, code=cause.code, words=cause.words)


def rating_in(document: Document, name: str, here: Desk) -> tuple[Rating | None, list[Problem]]:
    """The rating in a document, and what is wrong with it: first its shape, then its sense, then what it lacks.

    Raises RatingNewer for a format of a later version of the program.
    """
    refuse_newer(document, name)
    data, untimed = with_seconds(document.data)
    timed = Document(data, document.marks)
    rating, problems = build(Rating, timed, name)
    problems += [problem_at(timed, name, where, "R133", value=short(text)) for where, text in untimed]
    if rating is None or problems:
        return None, sorted(problems, key=Problem.order)
    instrument = here.library.instrument
    found = faults(rating, instrument, path=name, marks=document.marks)
    return rating, found or unfinished(rating, instrument, path=name, marks=document.marks)


def refuse_newer(document: Document, name: str) -> None:
    """Raises RatingNewer if the file says it has a format that came after this program."""
    found = document.data.get("format") if isinstance(document.data, dict) else None
    kind, _, number = FORMAT.partition("/")
    later = re.fullmatch(rf"{kind}/([0-9]{{1,6}})", found) if isinstance(found, str) else None
    if later and int(later[1]) > int(number):
        raise RatingNewer(path=name, format=found)


def words(problem: Problem, say: Phrases) -> str:
    """What a problem says: `rating.<code>` for a rating's own, else as `sst check` says it."""
    key = f"rating.{problem.code}"
    return say(key, **problem.words) if key in say else sentence(problem, say)
