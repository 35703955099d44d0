"""`sst sessions lock CODE`: from now on a rating does not change; there is no unlock."""

from __future__ import annotations

import click
import msgspec

from sst_training.cli.data_folder import code_of, data_option, observations, open_store, the_one, unlocked
from sst_training.cli.frame import Argument, Command, Option, desk
from sst_training.cli.rating_file import words
from sst_training.errors import NotReady, RatingLocked
from sst_training.rating.checks import faults, unfinished


@click.command("lock", cls=Command, key="sessions.lock")
@click.argument("code", cls=Argument, type=code_of)
@click.option("--label", cls=Option, help="help.sessions.label", metavar="L")
@data_option
def command(code: str, label: str | None, data: str | None) -> None:
    """`sst sessions lock`."""
    here = desk()
    store = open_store(data, here)
    found = observations(store, code)
    one, _ = the_one(unlocked(found, label) or found, code, label)
    with store.opened(one) as held:
        rating = held.rating
        if rating.locked:
            raise RatingLocked(session=code, label=rating.rater.label)
        instrument = here.library.instrument
        lacking = faults(rating, instrument, path=code, marks={})
        if not lacking and rating.rater.role != "client":
            lacking = unfinished(rating, instrument, path=code, marks={})
        for problem in lacking:
            here.remark(f"{code}: {problem.code} {words(problem, here.phrases)}")
        if lacking:
            raise NotReady(session=code, label=rating.rater.label)
        held.save(msgspec.structs.replace(rating, locked=True), None)
    here.remark(here.phrases("rate.locked", session=code, label=rating.rater.label))
