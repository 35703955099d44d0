"""The cards a role-play is made of."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sst_training.model.text import Card, Level, Minute, Risk, Setting, Slug, Text, TickId


class Elicit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the client says or does that calls for a skill; `minute` is when, in minutes from the start."""

    skill: Slug
    text: Text
    minute: Minute | None = None


class Disclosure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the client tells, and when."""

    when: Literal["volunteer", "if_asked", "if_safe", "never"]
    text: Text


class Scenario(Card, frozen=True, kw_only=True):
    """One client in one situation. Texts from `opening_line` on are the client's alone."""

    title: Text
    level: Level
    settings: Annotated[tuple[Setting, ...], Meta(min_length=1)]
    context: Slug
    minutes: Annotated[int, Meta(ge=5, le=90)]
    risk: Risk
    skills: Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=3)]
    tags: tuple[Slug, ...]
    excludes: tuple[str, ...]
    age: tuple[Annotated[int, Meta(ge=4, le=100)], Annotated[int, Meta(ge=4, le=100)]]
    start: Literal["begin", "middle", "close"]
    door_note: Text
    opening_line: Text
    situation: Text
    so_far: Text | None = None
    best_hope: Text
    enough: Text
    tried: Text
    resources: Text
    scale_now: Annotated[int, Meta(ge=0, le=10)]
    disclosure: Annotated[tuple[Disclosure, ...], Meta(min_length=2, max_length=4)]
    elicits: Annotated[tuple[Elicit, ...], Meta(min_length=1)]
    solo: bool
    traps: Annotated[tuple[Text, ...], Meta(min_length=1)]
    play_easier: Text
    play_harder: Text

    @property
    def client_only(self) -> tuple[Text, ...]:
        """The texts that the client alone may read before the talk is over."""
        return (
            *(self.opening_line, self.situation, self.best_hope, self.enough, self.tried, self.resources),
            *(part.text for part in self.disclosure),
            *(part.text for part in self.elicits),
            *(self.play_easier, self.play_harder),
        )


class Stance(Card, frozen=True, kw_only=True):
    """A manner: how the client is today, and what softens or hardens it."""

    title: Text
    level: Level
    tags: tuple[Slug, ...]
    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    behaviours: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=4)]
    softens_when: Text
    hardens_when: Text


class Twist(Card, frozen=True, kw_only=True):
    """Something that happens between two minutes of the talk; only the client knows."""

    title: Text
    level: Level
    risk: Risk
    skills: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    tags: tuple[Slug, ...]
    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    minute: tuple[Minute, Minute]
    text: Text
    revert: Text


class ObserverTask(Card, frozen=True, kw_only=True):
    """What the observer watches for in one skill: behaviours, how each sounds, one thing to count.

    `tally_in` says what it is written in: with one word a figure of that unit, with two a row of strokes for each;
    without, a row of strokes.
    """

    skill: Slug
    ticks: Annotated[tuple[TickId, ...], Meta(min_length=2, max_length=4)]
    look_for: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=4)]
    tally: Text
    tally_in: Annotated[tuple[Text, ...], Meta(max_length=2)] = ()
    debrief_question: Text


class Prompt(Card, frozen=True, kw_only=True):
    """An opening line to something small of one's own, with three questions that make it smaller."""

    kind: Literal["stem", "fork", "snag", "next-step", "conversation", "strength"]
    domain: Literal["work", "home", "habits", "health", "meaning", "study"]
    intensity: Annotated[int, Meta(ge=2, le=5)]
    text: Text
    narrowing: Annotated[tuple[Text, ...], Meta(min_length=3, max_length=3)]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The closed vocabulary: contexts and tags by id, and the first names people on cards can get."""

    contexts: dict[str, Text]
    tags: dict[str, Text]
    first_names: Annotated[tuple[str, ...], Meta(min_length=1)]
