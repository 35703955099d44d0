"""Acted talks to rate blind: the words as they fell, what the makers ticked, and why.

They are there to learn the observation list with. Until trainers have rated them too, what stands here is
the makers' own observation and no more than that.
"""

from __future__ import annotations

import functools
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sst_training.model.rating import Rating, SessionCode
from sst_training.model.text import Line, Minute, Risk, Setting, Slug, Source, Text, TickId

TurnNumber = Annotated[int, Meta(ge=1, le=99)]


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one of the two says; `minute` stands where a new part begins, in whole minutes from the start."""

    by: Literal["therapist", "client"]
    text: Text
    minute: Minute | None = None


class Why(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Why the makers did or did not tick a behaviour, or left it out, with the turns to look at.

    Which of the three it was stands in the gold rating, and there alone.
    """

    tick: TickId
    turns: Annotated[tuple[TurnNumber, ...], Meta(min_length=1)]
    text: Text


class Aside(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Why the makers did not rate a whole skill."""

    skill: Slug
    text: Text


class Talk(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One acted talk as its card.yaml holds it.

    id: the name of its folder. session: what ratings of this talk carry. before: what was known and said
    beforehand, which decides whether some behaviours count.
    """

    id: Slug
    source: Source
    session: SessionCode
    title: Text
    setting: Setting
    minutes: Annotated[int, Meta(ge=5, le=90)]
    risk: Risk
    before: Text
    turns: Annotated[tuple[Turn, ...], Meta(min_length=20, max_length=60)]
    whys: Annotated[tuple[Why, ...], Meta(min_length=1)]
    aside: tuple[Aside, ...] = ()
    retired: Line | None = None


class Calibration(Talk, frozen=True, kw_only=True):
    """An acted talk with the rating it is compared with."""

    gold: Rating


class Mixup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two behaviours that raters take for one another, and how they differ."""

    ticks: tuple[TickId, TickId]
    text: Text


def pack(talks: tuple[Calibration, ...], mixups: tuple[Mixup, ...]) -> msgspec.Raw:
    """Talks and mix-ups as a library carries them."""
    return msgspec.Raw(msgspec.json.encode((talks, mixups)))


@functools.cache
def unpack(packed: bytes) -> tuple[tuple[Calibration, ...], tuple[Mixup, ...]]:
    """What was packed, once for each library."""
    return msgspec.json.decode(packed, type=tuple[tuple[Calibration, ...], tuple[Mixup, ...]])
