"""The cards of the course: exercises, pioneers, stories, questions, terms, references, modules."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sst_training.model.text import Card, CardId, Level, Line, ModuleId, Slug, Text


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many people an exercise takes, and in what shape they sit."""

    min: Annotated[int, Meta(ge=1, le=200)]
    max: Annotated[int, Meta(ge=1, le=200)]
    shape: Literal["solo", "pairs", "trios", "fours", "plenary"]


class Exercise(Card, frozen=True, kw_only=True):
    """An exercise that a trainer can run from the card alone."""

    title: Text
    purpose: Text
    minutes: Annotated[int, Meta(ge=3, le=180)]
    group: Group
    level: Level
    skills: tuple[Slug, ...]
    modules: Annotated[tuple[ModuleId, ...], Meta(min_length=1)]
    materials: tuple[Text, ...]
    steps: Annotated[tuple[Text, ...], Meta(min_length=2)]
    debrief: Text
    variations: tuple[Text, ...]
    trainer_note: Text


class Position(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A view someone holds, in our words, with the work it can be looked up in."""

    kind: Literal["paraphrase"]
    ref: Slug
    text: Text


class Pioneer(Card, frozen=True, kw_only=True):
    """A person of the field. `private` people have no positions and nothing beyond the source."""

    name: Line
    role: Text
    turning_point: Text
    lesson: Text
    positions: tuple[Position, ...]
    private: bool


class Story(Card, frozen=True, kw_only=True):
    """A tale from history: how it is told, what of it nobody can check, and what it asks of the reader."""

    title: Text
    place: Text
    told: Text
    doubt: Text
    asks: Text


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to a question, with feedback that teaches."""

    correct: bool
    text: Text
    feedback: Text


class Question(Card, frozen=True, kw_only=True):
    """A quiz question of one module; exactly one option is correct.

    section: which `##` heading of the module's page teaches the answer, counted from 1 over those its writer made.
    """

    module: ModuleId
    section: Annotated[int, Meta(ge=1, le=20)]
    stem: Text
    options: Annotated[tuple[Option, ...], Meta(min_length=3, max_length=4)]
    skill: Slug | None = None
    figure_ref: Slug | None = None


class Term(Card, frozen=True, kw_only=True):
    """An entry of the glossary."""

    term: Text
    definition: Text
    see_also: tuple[CardId, ...]


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A work cited, and how far it was checked. Its id is author and year; it is its own source."""

    id: Slug
    authors: Line
    year: Line
    title: Line
    container: Line | None = None
    doi: Line | None = None
    url: Line | None = None
    status: Literal["confirmed", "amended", "unverified"]
    note: Text


class Module(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the sixteen modules; its page exists once docs/<language>/modules/<slug>.md does."""

    id: ModuleId
    slug: Slug
    title: Text
    skills: tuple[Slug, ...]
