"""Reads many ratings: files, folders of them, `.jsonl` files with one a line, or the store.

One at a time, so that a hundred thousand take no more room than one. What stays out is counted by reason;
what is wrong is told with its file and line, and nothing is made of the rest.
"""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click
import msgspec

from sst_training.cli.frame import Desk
from sst_training.cli.rating_file import MOST_BYTES, inspected, rating_in, unread, words
from sst_training.errors import OutputUnwritable, RatingsInvalid
from sst_training.library.reading import Unreadable, parse, read_document
from sst_training.model.problem import Problem
from sst_training.model.rating import Rating
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.remembered import Answer, Remembered
from sst_training.rating.times import with_seconds

SUFFIXES: Final = (".json", ".yaml", ".yml", ".jsonl")
MOST_TOLD: Final = 20
EVERY: Final = 2000
"""Ratings between two signs of life on a terminal."""

VERSION: Final = {"R101", "R102"}
UNFINISHED: Final = {"R113", "R115", "R116", "R117"}
CLIENT: Final = {"R134"}

Ready = tuple[Rating, dict[str, Answer]]
"""A rating that can be used, and what its skills come to; a client's form has no skills."""


class ManyRatings:
    """One reading of many ratings. `left_out` counts by reason; `finish` tells what was wrong."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        self.instrument = here.library.instrument
        self.remembered = Remembered(self.instrument)
        self.decoder = msgspec.json.Decoder(Rating)
        self.left_out: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.wrong = 0
        self.read = 0
        self.alive = sys.stderr.isatty()

    def each(self, paths: Iterable[Path]) -> Iterator[Ready]:
        """The ratings that can be used, in the order of the paths, a folder's in the order of their names."""
        for path, found in files_in(paths):
            if path.suffix.lower() == ".jsonl":
                yield from self._lines(path)
            elif not found or self._is_rating(path):
                yield from self._file(path)
        self._sign(end=True)

    def kept(self, ratings: Iterable[tuple[str, Rating]]) -> Iterator[Ready]:
        """The ratings of a store that can be used, each with the name to call it by."""
        for name, rating in ratings:
            yield from self._sound(rating, name, None)

    def finish(self) -> None:
        """Raises RatingsInvalid after printing the first problems, if there were any."""
        if not self.wrong:
            return
        for problem in self.problems[:MOST_TOLD]:
            told = words(problem, self.here.phrases)
            self.here.remark(f"{problem.path}:{problem.line}: {problem.code} {told}")
        if (more := self.wrong - min(MOST_TOLD, len(self.problems))) > 0:
            self.here.remark(self.here.phrases("ratings.more", count=more))
        raise RatingsInvalid(count=self.wrong)

    def _lines(self, path: Path) -> Iterator[Ready]:
        name = click.format_filename(path)
        try:
            with path.open("rb") as file:
                number = 0
                while line := file.readline(MOST_BYTES + 1):
                    number += 1
                    if len(line) > MOST_BYTES:
                        self._wrong(Problem(path=name, line=number, column=1, code="C002", words=_most()))
                        return
                    if number == 1:
                        line = line.removeprefix(BOM_UTF8)
                    if not line.isspace():
                        yield from self._line(line, name, number)
        except OSError as cause:
            raise OutputUnwritable(path=name, reason=cause.strerror or "") from cause

    def _line(self, line: bytes, name: str, number: int) -> Iterator[Ready]:
        """One line. What is not certainly right is looked at again, slowly, to say what is the matter."""
        rating = self._decoded(line)
        if rating is not None:
            yield from self._sound(rating, name, number)
        else:
            found, problems = inspected_line(line, name, self.here)
            yield from self._judged(found, [msgspec.structs.replace(problem, line=number) for problem in problems])

    def _decoded(self, line: bytes) -> Rating | None:
        """The rating in a line, its times in seconds or as people write them; None if it is none as it stands."""
        try:
            return self.decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            pass
        try:
            data, untimed = with_seconds(msgspec.json.decode(line))
            return None if untimed else msgspec.convert(data, Rating)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None

    def _sound(self, rating: Rating, name: str, number: int | None) -> Iterator[Ready]:
        answers = self.remembered.ready(rating)
        if answers is not None:
            self._sign()
            yield rating, answers
            return
        problems = faults(rating, self.instrument, path=name, marks={})
        problems = problems or unfinished(rating, self.instrument, path=name, marks={})
        if number is not None:
            problems = [msgspec.structs.replace(problem, line=number) for problem in problems]
        yield from self._judged(rating, problems)

    def _file(self, path: Path) -> Iterator[Ready]:
        rating, problems = inspected(path, click.format_filename(path), self.here)
        yield from self._judged(rating, problems)

    def _judged(self, rating: Rating | None, problems: list[Problem]) -> Iterator[Ready]:
        """A rating with what is the matter with it: used, left out with a reason, or wrong."""
        self._sign()
        codes = {problem.code for problem in problems}
        if rating is not None and codes <= CLIENT:
            yield rating, {skill: self.remembered.answer(rating, skill, part) for skill, part in rating.items.items()}
        elif rating is not None and codes <= VERSION:
            self.left_out["other_version"] += 1
        elif rating is not None and codes <= UNFINISHED and not rating.locked:
            self.left_out["unfinished"] += 1
        else:
            self._wrong(*problems)

    def _wrong(self, *problems: Problem) -> None:
        self.wrong += len(problems)
        self.problems += problems[: MOST_TOLD - len(self.problems)]

    def _is_rating(self, path: Path) -> bool:
        """Whether a file met in a folder claims to be a rating; one that cannot be read is for the reader to say."""
        try:
            data = read_document(path, most_bytes=MOST_BYTES).data
        except (Unreadable, OSError):
            return True
        told = str(data.get("format", "")) if isinstance(data, dict) else ""
        if told.startswith("sst-annex/"):  # it came along in an export, and is about the same sessions
            return False
        claims = told.startswith("sst-rating/")
        self.left_out["no_rating"] += not claims
        self.left_out += Counter()  # without noughts
        return claims

    def _sign(self, *, end: bool = False) -> None:
        if not self.alive:
            return
        self.read += not end
        if end and self.read >= EVERY:
            click.echo("\r\x1b[K", nl=False, err=True)
        elif not end and self.read % EVERY == 0:
            click.echo("\r" + self.here.phrases("ratings.read", count=self.read), nl=False, err=True)


def inspected_line(line: bytes, name: str, here: Desk) -> tuple[Rating | None, list[Problem]]:
    """The rating in one line of a `.jsonl` file, and what is wrong with it, as `inspected` tells of a file."""
    try:
        return rating_in(parse(line, most_bytes=MOST_BYTES), name, here)
    except Unreadable as cause:
        return None, [unread(cause, name)]


def files_in(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file once, and whether it was met in a folder. Hidden ones, and a store's backups, are passed over."""
    met: set[Path] = set()
    for path in paths:
        for file, found in [(path, False)] if not path.is_dir() else [(file, True) for file in _walk(path)]:
            if (real := file.resolve()) not in met:
                met.add(real)
                yield file, found


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(cause: OSError) -> None:
        raise OutputUnwritable(path=click.format_filename(cause.filename or folder), reason=cause.strerror or "")

    for place, folders, names in os.walk(folder, onerror=refuse):
        kept = {"backups", "damaged"} if "ratings" in folders else set()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in kept)
        yield from (Path(place, name) for name in sorted(names) if _looks(name))


def _looks(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(SUFFIXES)


def _most() -> dict[str, str]:
    return {"most": str(MOST_BYTES // 1024)}
