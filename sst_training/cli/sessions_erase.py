"""`sst sessions erase LABEL`: lists, asks, and removes everything of one person, in the backups too."""

from __future__ import annotations

import click

from sst_training.cli.data_folder import data_option, open_store
from sst_training.cli.frame import Argument, Command, Option, desk
from sst_training.cli.layout import bullets, heading, table, wrap
from sst_training.cli.rate_input import Input
from sst_training.cli.sessions_list import row
from sst_training.errors import UnknownLabel
from sst_training.store.erasing import erase, traces


@click.command("erase", cls=Command, key="sessions.erase")
@click.argument("label", cls=Argument)
@click.option("--yes", cls=Option, is_flag=True, help="help.sessions.erase.yes")
@data_option
def command(label: str, yes: bool, data: str | None) -> None:
    """`sst sessions erase`."""
    here = desk()
    say, store = here.phrases, open_store(data, here)
    found = traces(store, label)
    if found.none:
        raise UnknownLabel(label=label)
    skills = here.library.instrument.skills
    here.remark(heading(say("sessions.erase.title", label=label)))
    rows = [row(one.rating, say, skills) for one in found.here if one.rating is not None]
    if rows:
        here.remark(table(rows))
    counts = {"backups": len(found.in_backups), "damaged": len(found.damaged), "beside": len(found.beside)}
    here.remark(wrap(say("sessions.erase.more", **counts)))
    if found.partner:
        here.remark(wrap(say("sessions.erase.partner", label=label, count=len(found.partner))))
    if not yes and not sure(say("sessions.erase.ask")):
        here.remark(say("sessions.erase.no"))
        return
    erase(store, found)
    here.remark(say("sessions.erase.done", label=label))
    here.remark(wrap(say("sessions.erase.beyond")))
    if found.unread:
        here.remark(wrap(say("sessions.erase.unread")))
        here.remark(bullets(click.format_filename(path) for path in found.unread))


def sure(question: str) -> bool:
    """Whether the answer is yes; no answer is no."""
    try:
        return Input().key(question) in ("j", "y")
    except EOFError:
        return False
