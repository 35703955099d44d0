"""`--data`: the folder of practice sessions, and what is said when something in it is not right."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from sst_training.cli.frame import BadPath, Desk, Option
from sst_training.errors import ClientFormAlone, OutputUnwritable, SstError, UnknownSession, WhichRater
from sst_training.model.rating import Rating
from sst_training.store.annexes import KeptAnnex
from sst_training.store.ratings import Kept, Store

CODE: Final = re.compile(r"[a-z0-9]{8}")


def code_of(typed: str) -> str:
    """A session's code as it is kept, for one that was read aloud and typed over, in capitals or not."""
    return typed.strip().lower()


def data_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--data`, for every command that works with the store."""
    return click.option("--data", cls=Option, help="help.data", metavar="DIR")(function)


def store_at(data: str | None) -> Store:
    """The store in `--data`, else SST_DATA, else the user's data folder. Nothing is touched yet."""
    folder = data or os.environ.get("SST_DATA")
    if folder:
        return Store(Path(folder))
    from platformdirs import user_data_path

    return Store(user_data_path("sst-training", appauthor=False))


def open_store(data: str | None, here: Desk, *, reading: bool = False) -> Store:
    """The store, ready for use. A damaged file in it is set aside and told; a newer one is left and told.

    reading: nothing will be written, so a folder that may only be read will do.
    Raises RatingsGone, StoreBusy, OutputUnwritable.
    """
    store = store_at(data)
    refused = None
    if reading:
        refused = store.prepare_to_read()
    else:
        store.prepare()
    if refused is not None:
        shut = here.phrases("store.read_only", path=click.format_filename(store.folder), reason=refused.words["reason"])
        here.remark(here.phrases("store.note", words=shut))
    for one in store.kept():
        if one.state != "sound":
            words = as_it_is(one, here) if refused else about(one, store, here)
            here.remark(here.phrases("store.note", words=words))
    for annex in store.annexes.kept():
        if annex.annex is None:
            words = as_it_is(annex, here) if refused else about_annex(annex, store, here)
            here.remark(here.phrases("store.note", words=words))
    return store


def as_it_is(one: Kept | KeptAnnex, here: Desk) -> str:
    """What is the matter with a file that stays where it is."""
    state = "newer" if one.state == "newer" else "unreadable"
    return here.phrases(f"store.{state}", path=click.format_filename(one.path), reason=one.reason)


def about(one: Kept, store: Store, here: Desk) -> str:
    """What is the matter with a file of the store, after setting it aside if it is damaged."""
    if one.state != "damaged":
        return as_it_is(one, here)
    try:
        aside, saved = store.set_aside(one)
    except SstError:
        return as_it_is(one, here)
    words = here.phrases("store.damaged", path=click.format_filename(aside), reason=one.reason)
    how = "store.saved" if saved else "store.nothing_saved"
    return f"{words} {here.phrases(how, saved=click.format_filename(saved or aside))}"


def about_annex(one: KeptAnnex, store: Store, here: Desk) -> str:
    """The same of a file that stands beside a session."""
    if one.state != "damaged":
        return as_it_is(one, here)
    try:
        path = click.format_filename(store.annexes.set_aside(one))
    except SstError:
        return as_it_is(one, here)
    words = here.phrases("store.damaged", path=path, reason=one.reason)
    return f"{words} {here.phrases('store.nothing_saved', saved=path)}"


def observations(store: Store, session: str) -> list[tuple[Kept, Rating]]:
    """The sound ratings of a session. Raises UnknownSession."""
    found = [(one, one.rating) for one in store.of_session(session) if one.rating is not None]
    if not found:
        raise UnknownSession(session=session, folder=str(store.folder))
    return found


def the_one(found: list[tuple[Kept, Rating]], session: str, label: str | None) -> tuple[Kept, Rating]:
    """The rating that is meant; by a label rather the observation than the client's form under the same label.

    Raises UnknownSession, WhichRater where there are several.
    """
    fitting = [pair for pair in found if label in (None, pair[1].rater.label)]
    if not fitting:
        raise UnknownSession(session=f"{session} ({label})", folder="")
    if label is not None:
        fitting = seen_in(fitting) or fitting
    if len(fitting) > 1:
        raise WhichRater(session=session, labels=", ".join(sorted({rating.rater.label for _, rating in found})))
    return fitting[0]


def unlocked(found: list[tuple[Kept, Rating]], label: str | None) -> list[tuple[Kept, Rating]]:
    """Those of this label, or of anyone, that can still be filled in."""
    return [pair for pair in found if not pair[1].locked and label in (None, pair[1].rater.label)]


def seen_in(found: list[tuple[Kept, Rating]]) -> list[tuple[Kept, Rating]]:
    """The observations, without the client's forms."""
    return [pair for pair in found if pair[1].rater.role != "client"]


def file_or_session(given: str, label: str | None, data: str | None, here: Desk) -> tuple[Path, Store | None]:
    """The rating file that is meant: a file by its path, or one of the store, which comes along, by its session's code.

    Raises BadPath, UnknownSession, ClientFormAlone, WhichRater.
    """
    code = code_of(given)
    if not os.path.isfile(given) and CODE.fullmatch(code):
        store = open_store(data, here, reading=True)
        found = observations(store, code)
        meant = [pair for pair in found if label in (None, pair[1].rater.label)]
        if meant and not seen_in(meant):
            raise ClientFormAlone(session=code)
        return the_one(seen_in(found), code, label)[0].path, store
    if not os.path.exists(given) or os.path.isdir(given):  # os.path: a name too long for a path is no file either
        raise BadPath(option="FILE", value=given)
    return Path(given), None


def unwritable(path: Path, reason: str) -> OutputUnwritable:
    """A place that cannot be written, in a reason of our own."""
    return OutputUnwritable(path=click.format_filename(path), reason=reason)
