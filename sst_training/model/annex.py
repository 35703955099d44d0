"""What stands beside the observations of one session: how its transcript is described, what was chosen to practise.

It is no part of a score and holds figures and ids alone: no word of the talk, no name.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sst_training.model.rating import Date, Label, SessionCode
from sst_training.model.text import Slug

ANNEX_FORMAT = "sst-annex/1"

Whole = Annotated[int, Meta(ge=0, le=10_000_000)]
Figure = Annotated[float, Meta(ge=0, le=10_000_000)] | Whole
"""Seconds or a share, with at most two decimals; a whole number has no fraction."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An unknown field is refused by name."""


class Stretch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of time: where it begins, in whole seconds, and how long it is."""

    at: Whole
    seconds: Figure


class VoiceHeard(_Strict, frozen=True):
    """One voice by number, in the order they were first heard; whose it is, is not kept but for the practitioner's."""

    voice: Annotated[int, Meta(ge=1, le=100)]
    practitioner: bool
    seconds: Figure
    share: Figure
    turns: Whole
    longest_turn: Stretch
    questions: Whole


class Silence(_Strict, frozen=True):
    """The gaps of more than three seconds."""

    count: Whole
    seconds: Figure
    longest: Stretch | None


class Description(_Strict, frozen=True):
    """A talk by its captions, in figures. Without names in the captions there are no voices and no turns."""

    date: Date
    seconds: Figure
    spoken: Figure
    overlap: Figure
    voices: Annotated[tuple[VoiceHeard, ...], Meta(max_length=100)]
    turns: Whole | None
    questions: Whole
    silence: Silence


class Choice(_Strict, frozen=True):
    """The skill that somebody chose to practise next, where another was proposed or not."""

    skill: Slug
    date: Date
    time: Annotated[str, Meta(pattern=r"^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\Z")]


class Annex(_Strict, frozen=True, kw_only=True):
    """Everything beside one session. `ratee`: whose talk it was, so that erasing that person finds it."""

    format: Literal["sst-annex/1"] = "sst-annex/1"
    session: SessionCode
    ratee: Label
    description: Description | None = None
    chosen: Choice | None = None
