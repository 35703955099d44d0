"""`sst sessions import PATH…`: rating files from elsewhere, all or none; what is in a file never becomes a path.

Everything that can be refused is refused before the first byte is written. What is left: a disk that fails on the
way, or Ctrl-C. Then each file is the old or the new one, whole, and the backup from before is there to put back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from sst_training.cli.annex_file import annex_in
from sst_training.cli.data_folder import data_option, open_store
from sst_training.cli.frame import Argument, Command, Desk, Option, desk
from sst_training.cli.kept_file import observations_in
from sst_training.cli.many_ratings import inspected_line
from sst_training.cli.rating_file import inspected, words
from sst_training.errors import (
    AnnexAlone,
    AnnexHere,
    ImportInvalid,
    NothingToImport,
    OutputUnwritable,
    RatingHere,
    RatingLocked,
)
from sst_training.model.annex import Annex
from sst_training.model.problem import Problem
from sst_training.model.rating import Rating
from sst_training.rating.checks import faults
from sst_training.store.ratings import OpenRating, Store, same_rater

ENDINGS = (".json", ".yaml", ".yml")


@click.command("import", cls=Command, key="sessions.import")
@click.argument("paths", cls=Argument, nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--replace", cls=Option, is_flag=True, help="help.sessions.import.replace")
@data_option
def command(paths: tuple[Path, ...], replace: bool, data: str | None) -> None:
    """`sst sessions import`."""
    here = desk()
    files = [(path, annex_in(path)) for path in files_in(paths)]
    read = [rating for path, annex in files if annex is None for rating in ratings_in(path, here)]
    bad = sum(rating is None for rating in read)
    if bad:
        raise ImportInvalid(count=bad)
    beside = [(path, annex) for path, annex in files if annex is not None]
    if not read and not beside:
        raise NothingToImport
    store = open_store(data, here)
    new, again = sorted_out([rating for rating in read if rating is not None], store, replace)
    known = [one.rating for one in store.kept() if one.rating is not None] + new
    fresh = [annex for path, annex in beside if is_new(path, annex, known, store, replace)]
    with contextlib.ExitStack() as stack:
        replaced = [(stack.enter_context(opened(store, rating)), rating) for rating in again]
        if new or fresh:
            store.add(new, fresh)
        for held, rating in replaced:
            held.save(rating, None)
    count = len(new) + len(again) + len(fresh)
    here.remark(here.phrases("sessions.imported", count=count, same=len(read) + len(beside) - count))


@contextlib.contextmanager
def opened(store: Store, rating: Rating) -> Iterator[OpenRating]:
    """What a rating takes the place of, held. Raises RatingOpen, RatingLocked for one that was locked just now."""
    one = next(one for one in store.of_session(rating.session) if one.rating and same_rater(one.rating, rating))
    with store.opened(one) as held:
        if held.rating.locked:
            raise RatingLocked(session=rating.session, label=rating.rater.label)
        yield held


def is_new(path: Path, annex: Annex, known: list[Rating], store: Store, replace: bool) -> bool:
    """Whether what belongs beside a session is not here yet. Raises AnnexAlone, AnnexHere."""
    session = [rating for rating in known if rating.session == annex.session]
    own_issue = any(rating.session_kind == "own-issue" for rating in session)
    if not any(rating.ratee == annex.ratee for rating in session) or (own_issue and annex.description is not None):
        raise AnnexAlone(path=click.format_filename(path), session=annex.session)
    there = store.annexes.of_session(annex.session)
    if there is not None and there != annex and not replace:
        raise AnnexHere(session=annex.session)
    return there != annex


def files_in(paths: tuple[Path, ...]) -> list[Path]:
    """The files named, and those of the folders named. Raises OutputUnwritable."""
    found: list[Path] = []
    for path in paths:
        try:
            if not path.is_dir():
                found.append(path)
                continue
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in ENDINGS)
        except OSError as cause:
            raise OutputUnwritable(path=click.format_filename(path), reason=cause.strerror or "") from cause
        found += [one for one in inside if one.is_file() and not one.name.startswith(".")]
    return found


def ratings_in(path: Path, here: Desk) -> list[Rating | None]:
    """The rating in a file, or those in all that a browser kept; None for each that is not sound, after telling why."""
    name = click.format_filename(path)
    kept = observations_in(path)
    if kept is None:
        return [sound(*inspected(path, name, here), name, here)]
    names = [f"{name} ({number})" for number in range(1, len(kept) + 1)]
    return [sound(*inspected_line(one, called, here), called, here) for one, called in zip(kept, names, strict=True)]


def sound(rating: Rating | None, problems: list[Problem], name: str, here: Desk) -> Rating | None:
    """A rating that is whole, or a draft without faults; None after telling what is wrong."""
    if rating is not None and not faults(rating, here.library.instrument, path=name, marks={}):
        return rating
    for problem in problems:
        here.remark(f"{problem.path}:{problem.line}: {problem.code} {words(problem, here.phrases)}")
    return None


def sorted_out(ratings: list[Rating], store: Store, replace: bool) -> tuple[list[Rating], list[Rating]]:
    """What is new, and what takes the place of an unlocked one; the same again is left. Raises RatingHere."""
    new: list[Rating] = []
    again: list[Rating] = []
    here = [one.rating for one in store.kept() if one.rating is not None]
    for rating in ratings:
        if rating in (*here, *new, *again):
            continue
        there = [one for one in (*here, *new, *again) if same_rater(one, rating)]
        if there and not (replace and there[0] in here and not there[0].locked):
            raise RatingHere(session=rating.session, label=rating.rater.label)
        (again if there else new).append(rating)
    return new, again
