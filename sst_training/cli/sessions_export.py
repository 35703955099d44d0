"""`sst sessions export PLACE`: everything out, as a folder of rating files; or the moments of one as Audacity labels."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.data_folder import code_of, data_option, observations, open_store, the_one, unwritable
from sst_training.cli.frame import Argument, Command, Desk, Option, desk
from sst_training.cli.writing import write_whole
from sst_training.errors import NoMoments, UnknownLabel, UnknownSession, WhichRater
from sst_training.export.audacity import label_file
from sst_training.model.rating import Rating
from sst_training.sheets.whole_folder import write_folder
from sst_training.store.annexes import encoded_annex
from sst_training.store.format import encoded
from sst_training.store.ratings import Store


@click.command("export", cls=Command, key="sessions.export")
@click.argument("place", cls=Argument, type=click.Path(path_type=Path))
@click.option("--session", cls=Option, type=code_of, help="help.sessions.export.session", metavar="CODE")
@click.option("--label", cls=Option, help="help.sessions.export.label", metavar="L")
@data_option
def command(place: Path, session: str | None, label: str | None, data: str | None) -> None:
    """`sst sessions export`."""
    here = desk()
    store = open_store(data, here, reading=True)
    shown = click.format_filename(place)
    if place.suffix.lower() == ".txt":
        if session is None:
            raise WhichRater(session="--session", labels="CODE")
        _, rating = the_one(observations(store, session), session, label)
        write_labels(place, rating, here)
        return
    chosen = wanted(store, session, label)
    files = named(chosen) | beside(store, {rating.session for rating in chosen})
    write_folder(place, files, private=True)
    here.remark(here.phrases("sessions.exported", count=len(files), path=shown))


def wanted(store: Store, session: str | None, label: str | None) -> list[Rating]:
    """Everything, or what is of one session or one label. Raises UnknownSession, UnknownLabel."""
    found = [one.rating for one in store.kept() if one.rating is not None]
    if session is not None:
        found = [rating for rating in found if rating.session == session]
        if not found:
            raise UnknownSession(session=session, folder=str(store.folder))
    if label is not None:
        found = [rating for rating in found if label in (rating.ratee, rating.rater.label)]
        if not found:
            raise UnknownLabel(label=label)
    return found


def named(ratings: list[Rating]) -> dict[str, bytes]:
    """Files by session code and number: no label stands in a file's name."""
    files: dict[str, bytes] = {}
    for rating in ratings:
        number = sum(name.startswith(rating.session) for name in files) + 1
        files[f"{rating.session}-{number}.json"] = encoded(rating)
    return files


def beside(store: Store, sessions: set[str]) -> dict[str, bytes]:
    """What stands beside these sessions, a file each."""
    found = (one.annex for one in store.annexes.kept() if one.annex is not None)
    return {f"{annex.session}-annex.json": encoded_annex(annex) for annex in found if annex.session in sessions}


def write_labels(place: Path, rating: Rating, here: Desk) -> None:
    """The moments with a time, a line each; those without are told. Raises NoMoments, OutputUnwritable."""
    if place.exists():
        raise unwritable(place, here.phrases("rate.sheet.there"))
    text, left_out = label_file(rating, here.library.instrument, here.phrases)
    if not text:
        raise NoMoments(session=rating.session, label=rating.rater.label)
    write_whole(place, text.encode(), private=True)
    key = "sessions.labels_left_out" if left_out else "sessions.labels"
    here.remark(here.phrases(key, path=click.format_filename(place), count=text.count("\n"), left=left_out))
