"""A new observation: who looks at whom, in which session, and what need not be asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, cast

import msgspec

from sst_training.cli.frame import BadOption, Desk
from sst_training.cli.rate_input import Input
from sst_training.cli.rate_replies import Unfit
from sst_training.cli.rate_replies import skills as skills_in
from sst_training.cli.rate_screen import is_looked_at
from sst_training.errors import OwnIssueOthers, UnknownId
from sst_training.model.instrument import Instrument
from sst_training.model.progress import Progress
from sst_training.model.rating import FORMAT, Label, Rater, Rating, Role, SessionCode
from sst_training.rating.questions import NO, YES
from sst_training.rating.times import seconds
from sst_training.store import backups
from sst_training.store.format import new_code

ROLES: Final = ("self", "peer", "trainer", "gold", "client")
KINDS: Final = ("role-play", "own-issue", "work")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says of a new observation."""

    role: str | None
    label: str | None
    ratee: str | None
    session: str | None
    kind: str | None
    scenario: str | None
    skills: str | None
    span: str | None
    recording: Path | None
    day: Path | None = None
    round: int | None = None


def new_rating(asked: Asked, session: list[Rating], here: Desk) -> tuple[Rating, dict[str, str]]:
    """The rating as it begins, and the answers about the session that are known.

    session: other ratings of the same session on this machine. Their facts are taken over, nothing that was seen.
    Raises BadOption, UnknownId, OwnIssueOthers; EOFError when input ends before all is known.
    """
    instrument = here.library.instrument
    first = session[0] if session else None
    if asked.session is not None and not fits(asked.session, SessionCode):
        raise BadOption(option="--session", value=asked.session, wanted="k7q2m9xt")
    if asked.scenario is not None and asked.scenario not in {card.id for card in here.library.scenarios}:
        raise UnknownId(id=asked.scenario, kind="scenario")
    chosen = skills_of(asked.skills, instrument)
    span = span_of(asked.span)
    kind = asked.kind or (first.session_kind if first else None)
    role = asked.role or ask_role(here)
    if kind == "own-issue" and role != "self":
        raise OwnIssueOthers(role=role)
    known = first.ratee if first else None
    label = label_of("--label", asked.label, "label", here, known)
    ratee = label_of("--ratee", asked.ratee or known or (label if role == "self" else None), "ratee", here, known)
    if (role == "self" and ratee != label) or (first is not None and ratee != first.ratee):
        raise BadOption(option="--ratee", value=ratee, wanted=first.ratee if first else label)
    answers = {"session.kind": kind} if kind else {}
    if asked.recording is not None or span or (first is not None and first.recording is not None):
        answers["session.recording"] = YES
    elif first is not None:
        answers["session.recording"] = NO
    if kind == "own-issue" and answers.get("session.recording") == NO:
        del answers["session.recording"]
    if not span and first is not None and first.span is not None:  # the same part, so that it can be compared
        span = f"{first.span.start}-{first.span.end}"
    if span:
        answers["session.span"] = span
    if chosen is not None:
        answers["session.skills"] = chosen
    if first is not None and first.recording is not None and first.consent is not None:
        answers["session.name"], answers["session.length"] = first.recording.name, str(first.recording.seconds)
        answers["session.erase_by"] = first.consent.erase_by
    elif asked.recording is not None:
        from sst_training.cli.rate_recording import length_of

        if length := length_of(asked.recording):
            answers["session.length"] = str(length)
    rating = Rating(
        format=cast(Literal["sst-rating/1"], FORMAT),
        instrument=instrument.id,
        version=instrument.version,
        session=asked.session or new_code(),
        date=first.date if first else backups.now().date().isoformat(),
        ratee=ratee,
        rater=Rater(role=cast(Role, role), label=label, blind=True),
        scenario=asked.scenario or (first.scenario if first else None),
        items={},
    )
    return rating, answers


def skills_of(typed: str | None, instrument: Instrument) -> str | None:
    """`--skills` as ids with commas; None if it was not given. Raises UnknownId."""
    if not typed:
        return typed
    try:
        return ",".join(skills_in(typed, instrument))
    except Unfit as cause:
        raise UnknownId(id=cause.words.get("word", typed), kind="skill") from cause


def span_of(typed: str | None) -> str | None:
    """`10:00-25:00` as seconds; None if it was not given. Raises BadOption."""
    if typed is None:
        return None
    start, _, end = (part.strip() for part in typed.partition("-"))
    times = [int(one) if re.fullmatch(r"[0-9]{1,5}", one) else seconds(one) for one in (start, end)]
    if times[0] is None or times[1] is None or not times[0] < times[1] <= 86400:
        raise BadOption(option="--span", value=typed, wanted="10:00-25:00")
    return f"{times[0]}-{times[1]}"


def ask_role(here: Desk) -> str:
    """Who looks, by number."""
    source = Input()
    for i, role in enumerate(ROLES, 1):
        here.remark(f"  {i}. {here.phrases(f'rate.role.{role}')}")
    while True:
        typed = source.key(f"{here.phrases('rate.ask.role')} [1-{len(ROLES)}]")
        if typed in map(str, range(1, len(ROLES) + 1)):
            return ROLES[int(typed) - 1]
        here.remark(here.phrases("rate.unfit.choice", most=len(ROLES)))


def label_of(option: str, given: str | None, name: str, here: Desk, known: str | None) -> str:
    """A label, asked for if need be: never a name, so with a digit. Raises BadOption.

    known: what the practitioner is called in a session that is here already; that stays as it is.
    """

    def good(text: str) -> bool:
        return text == known or (fits(text, Label) and any(sign.isdigit() for sign in text))

    wrong = here.phrases("rate.unfit.label")
    if given is not None:
        if not good(given):
            raise BadOption(option=option, value=given, wanted=wrong.rstrip("."))
        return given
    source = Input()
    while not good(typed := source.line(here.phrases(f"rate.ask.{name}"))):
        here.remark(wrong)
    return typed


def fits(text: str, kind: object) -> bool:
    """Whether a text is of a kind of the model."""
    try:
        msgspec.convert(text, kind)
    except msgspec.ValidationError:
        return False
    return True


def begun(answers: dict[str, str], session: list[Rating], instrument: Instrument, skill: str = "") -> Progress:
    """How far a new observation has come. The skills that the session's first rater looks at are proposed.

    skill: the one a training day's round practised; proposed to the first rater.
    """
    first = next((rating for rating in session if rating.rater.role != "client"), None)
    looked_at = [skill for skill in instrument.ungated if first is not None and is_looked_at(first, skill)]
    proposed = ",".join(looked_at) if len(looked_at) < len(instrument.ungated) else ""
    proposed = skill if first is None else proposed
    return Progress(part="session", answers=answers, before={"session.skills": proposed} if proposed else {})
