"""The wording of what stands beside a profile, the same on every medium."""

from __future__ import annotations

from sst_training.model.phrases import Phrases
from sst_training.rating.beside import QUESTIONS, Beside, ClientVoice
from sst_training.rating.questions import COUNTED


def rows(beside: Beside, say: Phrases) -> list[tuple[str, str]]:
    """What was expected, counted and felt: a name and its words each; what was left open is left out."""
    found = []
    if beside.prediction and beside.prediction.strip():
        found.append((say("beside.prediction"), f"‘{' '.join(beside.prediction.split())}’"))
    if beside.counters:
        counts = [f"{say(f'counters.{name}')} {beside.counters[name]}" for name in COUNTED if name in beside.counters]
        found.append((say("beside.counters"), " · ".join(counts)))
    if beside.challenge is not None:
        level = say(f"rate.choice.{beside.challenge.level}")
        stop = f" · {say('beside.stop')}" if beside.challenge.stop else ""
        found.append((say("beside.challenge"), level + stop))
    return found


def marks(client: ClientVoice, say: Phrases) -> list[tuple[str, str]]:
    """The client's three answers, 0-10 each; no sum, no verdict."""
    return [
        (say(f"beside.client.{name}"), say("beside.client.of", mark=getattr(client.voice, name))) for name in QUESTIONS
    ]


def wished(client: ClientVoice, say: Phrases) -> str:
    """What the client would have wanted besides, in their words; nothing if nothing."""
    said = " ".join((client.voice.wished or "").split())
    return f"{say('beside.client.wished')} ‘{said}’" if said else ""


def first_question(client: ClientVoice, say: Phrases) -> str:
    """What the debrief begins with."""
    return say("beside.client.first", question=say(f"beside.client.ask.{client.first}"))
