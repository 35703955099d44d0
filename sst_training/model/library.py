"""The library: all cards, the instrument and the vocabulary, as one value that is handed in."""

from __future__ import annotations

import msgspec

from sst_training.model.course import Exercise, Module, Pioneer, Question, Reference, Term
from sst_training.model.instrument import Instrument
from sst_training.model.roleplay import ObserverTask, Prompt, Scenario, Stance, Twist, Words


class Fit(msgspec.Struct, frozen=True):
    """What goes with a scenario, listed when the library is compiled: stance id → the twist ids that fit both."""

    stances: dict[str, tuple[str, ...]]


class Library(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on cards. Tuples are in ASCII order of id, but for modules and items (their own order).

    `hash` covers ids and the fields that steer a draw, not the texts: mending a typo changes nothing.
    """

    hash: str
    languages: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    stances: tuple[Stance, ...]
    twists: tuple[Twist, ...]
    observer_tasks: tuple[ObserverTask, ...]
    prompts: tuple[Prompt, ...]
    exercises: tuple[Exercise, ...]
    pioneers: tuple[Pioneer, ...]
    questions: tuple[Question, ...]
    terms: tuple[Term, ...]
    references: tuple[Reference, ...]
    modules: tuple[Module, ...]
    instrument: Instrument
    words: Words
    fits: dict[str, Fit]
