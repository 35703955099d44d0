"""`sst rate`: an observation in the terminal, saved at every key; or a blank sheet for an editor."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click
import msgspec

from sst_training.cli.data_folder import code_of, data_option, observations, open_store, the_one, unlocked, unwritable
from sst_training.cli.day_options import NeedsOption
from sst_training.cli.frame import Argument, BadOption, Command, Desk, Option, desk
from sst_training.cli.rate_day import talk_of_day
from sst_training.cli.rate_new import KINDS, ROLES, Asked, begun, new_rating
from sst_training.cli.rate_talk import Talk
from sst_training.cli.writing import write_whole
from sst_training.errors import InputEnded, OtherVersion, OwnIssueOthers, RateWhat, RatingLocked
from sst_training.model.rating import SessionKind
from sst_training.rating.draft import begin, resume
from sst_training.store.ratings import OpenRating, Store


@click.command("rate", cls=Command)
@click.argument("code", cls=Argument, type=code_of, required=False)
@click.option("--new", "is_new", cls=Option, is_flag=True, help="help.rate.new")
@click.option("--role", cls=Option, type=click.Choice(ROLES), help="help.rate.role")
@click.option("--label", cls=Option, help="help.rate.label", metavar="L")
@click.option("--ratee", cls=Option, help="help.rate.ratee", metavar="L")
@click.option("--session", cls=Option, type=code_of, help="help.rate.session", metavar="CODE")
@click.option("--kind", cls=Option, type=click.Choice(KINDS), help="help.rate.kind")
@click.option("--scenario", cls=Option, help="help.rate.scenario", metavar="ID")
@click.option("--skills", cls=Option, help="help.rate.skills", metavar="ID,ID")
@click.option("--day", cls=Option, type=click.Path(path_type=Path), help="help.rate.day", metavar="FILE")
@click.option("--round", "round_", cls=Option, type=int, help="help.rate.round", metavar="N")
@click.option(
    "--recording",
    cls=Option,
    type=click.Path(exists=True, dir_okay=False, readable=False, path_type=Path),
    help="help.rate.recording",
    metavar="FILE",
)
@click.option("--span", cls=Option, help="help.rate.span", metavar="10:00-25:00")
@click.option("--sheet", cls=Option, type=click.Path(path_type=Path), help="help.rate.sheet", metavar="FILE")
@data_option
def command(
    code: str | None,
    is_new: bool,
    role: str | None,
    label: str | None,
    ratee: str | None,
    session: str | None,
    kind: str | None,
    scenario: str | None,
    skills: str | None,
    day: Path | None,
    round_: int | None,
    recording: Path | None,
    span: str | None,
    sheet: Path | None,
    data: str | None,
) -> None:
    """`sst rate`."""
    here = desk()
    asked = Asked(
        role=role, label=label, ratee=ratee, session=session, kind=kind, scenario=scenario, skills=skills, span=span,
        recording=recording, day=day, round=round_,
    )  # fmt: skip
    for option, given, other, there in (
        ("--day", day, "--round", round_ is not None),
        ("--round", round_, "--day", day is not None),
        ("--day", day, "--new", is_new),
    ):
        if given is not None and not there:
            raise NeedsOption(option=option, other=other)
    if sum((code is not None, is_new, sheet is not None)) != 1:
        raise RateWhat
    if sheet is not None:
        write_sheet(sheet, asked, here)
        return
    store = open_store(data, here)
    if code is not None:
        go_on(store, code, label, recording, here)
    else:
        start(store, asked, here)


def start(store: Store, asked: Asked, here: Desk) -> None:
    """A new observation, of a new session or of one that others look at too."""
    there = store.of_session(asked.session) if asked.session else []
    session = [one.rating for one in there if one.rating is not None]
    try:
        rating, known = new_rating(asked, session, here)
    except EOFError as cause:
        raise InputEnded from cause
    skill = ""
    if asked.day is not None and asked.round is not None:
        talk = talk_of_day(asked.day, asked.round, rating.ratee)
        if talk.kind == "own-issue" and rating.rater.role != "self":
            raise OwnIssueOthers(role=rating.rater.role)
        skill = talk.skill
        known = {"session.kind": talk.kind, **known}
        rating = msgspec.structs.replace(rating, scenario=rating.scenario or talk.scenario)
    store.refuse_second(rating)
    progress = begun(known, session, here.library.instrument, skill)
    draft = begin(rating, here.library.instrument, progress)
    with store.created(draft.rating, progress) as held:
        here.remark(here.phrases("rate.code"))
        here.out(rating.session)
        sit(Talk(held, draft, here, asked.recording), held, here)


def go_on(store: Store, code: str, label: str | None, recording: Path | None, here: Desk) -> None:
    """An observation that was begun: of this rater, or the only one that is not locked."""
    found = observations(store, code)
    still_open = unlocked(found, label)
    if label is None and not still_open:
        raise RatingLocked(session=code, label=found[0][1].rater.label)
    one, _ = the_one(still_open or found, code, label)
    with store.opened(one) as held:
        if held.rating.locked:
            raise RatingLocked(session=code, label=held.rating.rater.label)
        instrument = here.library.instrument
        if (held.rating.instrument, held.rating.version) != (instrument.id, instrument.version):
            raise OtherVersion(found=f"{held.rating.instrument} {held.rating.version}", wanted=instrument.version)
        draft = resume(held.rating, held.progress, here.library.instrument)
        sit(Talk(held, draft, here, recording), held, here)


def sit(talk: Talk, held: OpenRating, here: Desk) -> None:
    """One sitting, and how one goes on from there."""
    say, words = here.phrases, {"session": held.rating.session, "label": held.rating.rater.label}
    here.remark(say("rate.start"))
    try:
        stop = talk.run()
    except KeyboardInterrupt:
        here.remark("\n" + say("rate.paused", **words))
        raise
    if stop == "refused":
        held.remove()
        here.remark(say("rate.refused"))
    elif stop == "paused" and talk.draft.question() is not None:
        here.remark("\n" + say("rate.paused", **words))
    else:
        score = held.rating.rater.role != "client"
        here.remark("\n" + say("rate.locked" if stop == "locked" else "rate.saved", **words))
        if score:
            here.remark(say("rate.score", **words))


def write_sheet(path: Path, asked: Asked, here: Desk) -> None:
    """The blank sheet, filled in as far as the command line goes; never over a file that is there."""
    from sst_training.cli.rate_sheet import blank_sheet

    kind = path.suffix.lower()
    if kind not in (".yaml", ".yml", ".pdf"):
        raise BadOption(option="--sheet", value=click.format_filename(path), wanted="*.yaml | *.pdf")
    if asked.role == "client":  # three questions and a line: there is no list to fill in
        raise BadOption(option="--role", value="client", wanted=" | ".join(ROLES[:-1]))
    label = asked.label or asked.ratee or "P1"
    role = asked.role or "self"
    ratee = asked.ratee or (label if role == "self" else "P1")
    filled = Asked(
        role=role, label=label, ratee=ratee, session=asked.session, kind=asked.kind or "role-play",
        scenario=asked.scenario, skills=asked.skills or "", span=asked.span, recording=None,
    )  # fmt: skip
    rating, known = new_rating(filled, [], here)
    rating = msgspec.structs.replace(rating, session_kind=cast(SessionKind, filled.kind))
    if path.exists():
        raise unwritable(path, here.phrases("rate.sheet.there"))
    chosen = tuple(skill for skill in known.get("session.skills", "").split(",") if skill)
    instrument = here.library.instrument
    if kind == ".pdf":
        from sst_training.sheets.observation_sheet import observation_sheet

        write_whole(path, observation_sheet(instrument, chosen, here.phrases))
    else:
        write_whole(path, blank_sheet(rating, chosen, instrument, here.phrases).encode(), private=True)
    written = "rate.sheet.printed" if kind == ".pdf" else "rate.sheet.written"
    here.remark(here.phrases(written, path=click.format_filename(path)))
