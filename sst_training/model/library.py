"""The library: all cards, the instrument and the vocabulary, as one value that is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sst_training.model.course import Exercise, Module, Pioneer, Question, Reference, Story, Term
from sst_training.model.instrument import Instrument
from sst_training.model.roleplay import ObserverTask, Prompt, Scenario, Stance, Twist, Words

if TYPE_CHECKING:
    from sst_training.model.calibration import Calibration, Mixup
    from sst_training.model.plan import Plan


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
    stories: tuple[Story, ...] = ()
    packed: msgspec.Raw = msgspec.Raw(b"[[],[]]")
    """The acted talks and what raters mix up, as they were compiled: a draw needs neither and unpacks neither."""
    packed_plans: msgspec.Raw = msgspec.Raw(b"[]")
    """The timed plans, packed for the same reason."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The timed plans, by id."""
        from sst_training.model.plan import unpack

        return unpack(bytes(self.packed_plans))

    @property
    def calibrations(self) -> tuple[Calibration, ...]:
        """The acted talks with their gold ratings, by id."""
        return self._unpacked()[0]

    @property
    def mixups(self) -> tuple[Mixup, ...]:
        """The behaviours that raters mix up, two by two."""
        return self._unpacked()[1]

    def _unpacked(self) -> tuple[tuple[Calibration, ...], tuple[Mixup, ...]]:
        from sst_training.model.calibration import unpack

        return unpack(bytes(self.packed))
