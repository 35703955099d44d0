"""What stands beside a profile and never in it: what was expected, counted and felt, the client's form, the captions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

import msgspec
from msgspec import UNSET

from sst_training.model.annex import Annex, Description
from sst_training.model.rating import Challenge, Counter, Rating, Voice

Question = Literal["topic", "understood", "forward"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
"""The client's three, in the order of the form."""


class ClientVoice(msgspec.Struct, frozen=True):
    """What a client filled in afterwards; `first` is the question the debrief begins with: that of the lowest mark."""

    label: str
    voice: Voice
    first: Question


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Everything beside one observation, or beside a comparison."""

    prediction: str | None = None
    counters: Mapping[Counter, int] | None = None
    challenge: Challenge | None = None
    clients: tuple[ClientVoice, ...] = ()
    description: Description | None = None


def beside(rating: Rating, clients: Iterable[Rating] = (), annex: Annex | None = None) -> Beside:
    """What stands beside this rating. clients: forms of the same session; annex: what is kept with the session."""
    voices = [(form.rater.label, form.voice) for form in clients if form.voice is not UNSET]
    return Beside(
        prediction=rating.prediction,
        counters=rating.counters,
        challenge=rating.challenge,
        clients=tuple(
            ClientVoice(label, voice, lowest(voice)) for label, voice in sorted(voices, key=lambda one: one[0])
        ),
        description=annex.description if annex is not None else None,
    )


def lowest(voice: Voice) -> Question:
    """The question with the lowest mark; alike, the first on the form."""
    marks: dict[Question, int] = {"topic": voice.topic, "understood": voice.understood, "forward": voice.forward}
    return min(QUESTIONS, key=lambda question: marks[question])
