"""`sst sessions restore [NUMBER]`: the backups with their dates; with a number, that one put back."""

from __future__ import annotations

import click

from sst_training.cli.data_folder import data_option, store_at
from sst_training.cli.frame import Argument, Command, desk
from sst_training.cli.layout import table, wrap
from sst_training.errors import UnknownBackup
from sst_training.store.files import reachable


@click.command("restore", cls=Command, json=True, key="sessions.restore")
@click.argument("number", cls=Argument, required=False, type=click.IntRange(1, 999_999))
@data_option
def command(number: int | None, data: str | None, as_json: bool) -> None:
    """`sst sessions restore`."""
    here = desk()
    say, store = here.phrases, store_at(data)  # not opened first: this has to work when opening does not
    with reachable(store.backups.folder):
        backups = store.backups.all()
    if number is not None:
        if number not in {backup.number for backup in backups}:
            raise UnknownBackup(number=number)
        found = store.restore(number)
        if as_json:
            here.out_json({"restored": found.number, "date": found.date, "ratings": found.ratings()})
        else:
            here.out(
                wrap(say("sessions.restored", date=found.date, time=found.time, number=store.backups.all()[0].number))
            )
        return
    if as_json:
        here.out_json({"backups": [
            {"number": one.number, "date": one.date, "time": one.time, "why": one.why, "ratings": one.ratings()}
            for one in backups
        ]})  # fmt: skip
    elif not backups:
        here.out(wrap(say("sessions.no_backups", folder=click.format_filename(store.folder))))
    else:
        rows = [
            [str(one.number), f"{one.date} {one.time}", say(f"sessions.why.{one.why}"),
             say("sessions.ratings", count=one.ratings())]
            for one in backups
        ]  # fmt: skip
        here.out(table(rows))
        here.remark(say("sessions.restore_how"))
