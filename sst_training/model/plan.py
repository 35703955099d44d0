"""Timed plans for a training: who it is for, what to lay ready, and what comes when.

The minutes of a step stand in one place: on the exercise card, in the pack its round belongs to, or on the
step. So a card that gets other minutes shows in every plan that uses it.
"""

from __future__ import annotations

import functools
from typing import Annotated

import msgspec
from msgspec import Meta

from sst_training.model.day import LEAST_MINUTES, ROUNDS, SIZES, RoundNumber
from sst_training.model.text import Card, CardId, Level, ModuleId, Slug, Text

Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
"""A time of the day, e.g. 09:30."""

Minutes = Annotated[int, Meta(ge=1, le=240)]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many take part, without the trainer."""

    min: Annotated[int, Meta(ge=1, le=SIZES[1])]
    max: Annotated[int, Meta(ge=1, le=SIZES[1])]


class Ready(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to lay ready, with the command that makes it, if one does."""

    what: Text
    command: Text | None = None


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one `sst day` line draws and prints: the rounds that steps of the plan refer to.

    id: what steps call it. out: the folder it is written to. skills: one a round of role-play, in course order; in an own-issue round observers watch one practised before.
    minutes: of one round. ledger: keep a log, so that later packs deal no card twice to the same practitioner.
    """

    id: Slug
    out: Text
    participants: Annotated[int, Meta(ge=SIZES[0], le=SIZES[1])]
    rounds: Annotated[int, Meta(ge=ROUNDS[0], le=ROUNDS[1])]
    skills: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    minutes: Annotated[int, Meta(ge=LEAST_MINUTES, le=240)] = 40
    own_issue_rounds: tuple[RoundNumber, ...] = ()
    level_min: Level = 1
    ledger: bool = False


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a plan: an exercise, a round of a pack, a pause, or anything else with minutes of its own.

    what: its name; an exercise and a round have one. how: what whoever leads does or says, in a sentence or two.
    talk: an acted talk that is read. own_issue: people work with something of their own here.
    """

    what: Text | None = None
    how: Text | None = None
    minutes: Minutes | None = None
    exercise: CardId | None = None
    pack: Slug | None = None
    round: RoundNumber | None = None
    module: ModuleId | None = None
    talk: Slug | None = None
    own_issue: bool = False
    pause: bool = False

    @property
    def practice(self) -> bool:
        """Whether people practise here: an exercise or a round."""
        return self.exercise is not None or self.round is not None


class Sitting(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One time together: a day, an evening, an hour alone. Without a start its times count from zero."""

    title: Text
    minutes: Annotated[int, Meta(ge=10, le=720)]
    steps: Annotated[tuple[Step, ...], Meta(min_length=2)]
    start: Clock | None = None


class Plan(Card, frozen=True, kw_only=True):
    """A training from beginning to end, on one or two sheets of paper.

    slug: its page is trainers/plan-<slug>. minutes: what the title promises, all sittings and pauses together.
    led: whether a trainer is in the room. before, after: what is arranged around it.
    """

    slug: Slug
    title: Text
    description: Text
    for_whom: Text
    people: People
    led: bool
    minutes: Annotated[int, Meta(ge=10, le=6000)]
    before: Annotated[tuple[Text, ...], Meta(min_length=1)]
    ready: tuple[Ready, ...]
    packs: tuple[Pack, ...]
    sittings: Annotated[tuple[Sitting, ...], Meta(min_length=1)]
    after: Annotated[tuple[Text, ...], Meta(min_length=1)]


def pack(plans: tuple[Plan, ...]) -> msgspec.Raw:
    """Plans as a library carries them: a draw needs none and unpacks none."""
    return msgspec.Raw(msgspec.json.encode(plans))


@functools.cache
def unpack(packed: bytes) -> tuple[Plan, ...]:
    """What was packed, once for each library."""
    return msgspec.json.decode(packed, type=tuple[Plan, ...])
