"""`sst sessions resolve CODE`: what rater and trainee agreed about an unsafe tick; the tick stays."""

from __future__ import annotations

import click
import msgspec

from sst_training.cli.data_folder import code_of, data_option, observations, open_store, the_one
from sst_training.cli.frame import Argument, BadOption, Command, Desk, Option, desk
from sst_training.cli.rate_input import Input
from sst_training.cli.rate_new import fits
from sst_training.cli.rate_replies import Unfit
from sst_training.cli.rate_replies import words as note_of
from sst_training.errors import AlreadyResolved, NothingUnsafe
from sst_training.model.rating import Label, Rating, Resolution
from sst_training.rating.session_checks import has_unsafe_tick
from sst_training.store import backups


@click.command("resolve", cls=Command, key="sessions.resolve")
@click.argument("code", cls=Argument, type=code_of)
@click.option("--label", cls=Option, required=True, help="help.sessions.resolve.label", metavar="L")
@click.option("--with", "partner", cls=Option, required=True, help="help.sessions.resolve.with", metavar="L")
@click.option("--note", cls=Option, help="help.sessions.resolve.note", metavar="TEXT")
@data_option
def command(code: str, label: str, partner: str, note: str | None, data: str | None) -> None:
    """`sst sessions resolve`."""
    here = desk()
    store = open_store(data, here)
    one, _ = the_one(observations(store, code), code, label)
    with store.opened(one) as held:
        rating = held.rating
        if not has_unsafe_tick(rating):
            raise NothingUnsafe(session=code, label=label)
        if rating.resolution is not None:
            raise AlreadyResolved(session=code, partner=rating.resolution.partner)
        check_partner(rating, partner)
        written = agreed(note, here) if rating.session_kind != "own-issue" else nothing(note, here)
        today = max(backups.now().date().isoformat(), rating.date)  # a clock that went back
        resolution = Resolution(partner=partner, note=written, date=today)
        held.save(msgspec.structs.replace(rating, resolution=resolution), held.progress)
    here.remark(here.phrases("sessions.resolved", session=code, partner=partner))


def agreed(note: str | None, here: Desk) -> str:
    """What was agreed, in words: as given, or asked for, which leaves nothing in the shell's history. Raises BadOption."""
    source = Input()
    while True:
        try:
            typed = source.line(here.phrases("sessions.resolve.ask")) if note is None else note.strip()
        except EOFError:
            typed = note = ""
        try:
            return note_of(typed)
        except Unfit as cause:
            key = "sessions.resolve.words" if cause.key == "rate.unfit.words" else cause.key
            reason = here.phrases(key, **cause.words)
            if note is not None:
                raise BadOption(option="--note", value="…", wanted=reason) from cause
            here.remark(reason)


def nothing(note: str | None, here: Desk) -> str:
    """Of an own issue no words are kept (DESIGN §5), nor shown again. Raises BadOption."""
    if note and note.strip():
        raise BadOption(option="--note", value="…", wanted=here.phrases("sessions.no_words"))
    return ""


def check_partner(rating: Rating, partner: str) -> None:
    """It is agreed with the trainee; and one's own tick with somebody else. Raises BadOption."""
    own = rating.rater.label == rating.ratee
    if not fits(partner, Label) or (own and partner == rating.ratee) or (not own and partner != rating.ratee):
        raise BadOption(option="--with", value=partner[:40], wanted="T1 …" if own else rating.ratee)
