"""The rating file: what one rater saw in one practice session (DESIGN §5)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from sst_training.model.text import CardId, Slug, TickId

FORMAT = "sst-rating/1"

SessionCode = Annotated[str, Meta(pattern=r"^[a-z0-9]{8}\Z")]
Label = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,19}\Z")]
RecordingName = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9 _-]{0,19}\Z")]
Date = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
Note = Annotated[str, Meta(max_length=500)]
Seconds = Annotated[int, Meta(ge=0, le=86400)]
Count = Annotated[int, Meta(ge=0, le=9999)]
Ten = Annotated[int, Meta(ge=0, le=10)]

Role = Literal["self", "peer", "trainer", "gold", "client"]
SessionKind = Literal["role-play", "own-issue", "work"]
State = Literal["assessed", "na", "missing"]
Counter = Literal["open_questions", "closed_questions", "reflections", "advice_unasked"]
Reason = Literal["no_opportunity", "not_in_this_exercise", "recording_gap"]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An unknown field is refused by name."""


class Rater(_Strict, frozen=True):
    """Who rated, by label; `blind` false means: watched live, or heard the feedback."""

    role: Role
    label: Label
    blind: bool


class Consent(_Strict, frozen=True):
    """What was agreed about the recording, and when it will be erased."""

    all_informed: bool
    all_agreed: bool
    erase_by: Date


class Recording(_Strict, frozen=True):
    """The recording by label, never by file name; its length in seconds."""

    name: RecordingName
    seconds: Annotated[int, Meta(ge=1, le=86400)]


class Span(_Strict, frozen=True):
    """The part of the recording that was rated, in seconds from its start."""

    start: Seconds = msgspec.field(name="from")
    end: Seconds = msgspec.field(name="to")


class Evidence(_Strict, frozen=True):
    """A moment: the tick it shows, the second in the recording, and the practitioner's words."""

    tick: TickId
    at: Seconds | None = None
    note: Note | None = None


class ItemRating(_Strict, frozen=True):
    """What was seen of one skill. `missing` is not yet filled in; none of the states is a zero."""

    state: State
    reason: Reason | None = None
    ticks: tuple[TickId, ...] = ()
    not_applicable_ticks: tuple[TickId, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Challenge(_Strict, frozen=True):
    """How hard the practitioner found it, who alone is asked; `stop` true when the stop signal was used."""

    level: Literal["too_easy", "about_right", "too_hard"]
    stop: bool


class Keep(_Strict, frozen=True):
    """The moment to keep."""

    at: Seconds | None = None
    note: Note | None = None


class Voice(_Strict, frozen=True):
    """The client's after-form: 0-10 each, no sum, no cut-off."""

    topic: Ten
    understood: Ten
    forward: Ten
    wished: Note | None = None


class Resolution(_Strict, frozen=True):
    """What the rater of a safety tick and the trainee agreed; the tick stays."""

    partner: Label = msgspec.field(name="with")
    note: Note
    date: Date


class Rating(_Strict, frozen=True):
    """One rater's observation of one practice session."""

    format: Literal["sst-rating/1"]
    instrument: Slug
    version: str
    session: SessionCode
    date: Date
    ratee: Label
    rater: Rater
    items: dict[str, ItemRating]
    session_kind: SessionKind = "role-play"
    scenario: CardId | None = None
    consent: Consent | None = None
    recording: Recording | None = None
    span: Span | None = None
    prediction: Note | None = None
    counters: dict[Counter, Count] | None = None
    challenge: Challenge | None = None
    keep: Keep | None = None
    voice: Voice | UnsetType = UNSET
    resolution: Resolution | None = None
    locked: bool = False
