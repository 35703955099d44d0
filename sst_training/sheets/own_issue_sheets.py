"""The sheets of an own-issue round.

Prompts stand on the front of the client's leaf and the spare card on its back, under the same title: whoever sits
opposite sees the same, whichever is read. The professional's and the
observer's sheets are made without either, so that no word on them can tell which of the two was chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sst_training.draw.readers import MARKS, SPARE, TASK, Reader, only, paced
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.model.roleplay import ObserverTask, Prompt, Scenario
from sst_training.sheets import parts
from sst_training.sheets.parts import Part, Sheet
from sst_training.sheets.role_sheets import on_the_way, skill_words, spare_parts, watching

SAFEGUARDS: Final = (
    *("opt_out", "intensity", "excluded", "stop", "confidential", "practice", "fallback", "close", "help"),
)


def safeguards(say: Phrases) -> list[str]:
    """The agreements of an own-issue round, a sentence or two each."""
    return [say(f"own_issue.{rule}") for rule in SAFEGUARDS]


def therapist_sheet(skill: str, minutes: int, instrument: Instrument, say: Phrases, *, tag: str = "") -> Sheet:
    """The professional's sheet: made from the skill and the clock alone."""
    found = [
        parts.text(say("print.your_skill"), skill_words(skill, instrument, say)),
        parts.text(say("print.own.how"), say("print.own.therapist")),
        *_clock(minutes, say),
        parts.text(say("print.own.close"), say("print.own.close.therapist")),
    ]
    return {**_head("therapist", minutes, say, tag), "parts": found, "roomy": True}


def observer_sheet(
    skill: str, minutes: int, task: ObserverTask, instrument: Instrument, say: Phrases, *, tag: str = ""
) -> Sheet:
    """The observer's sheet: the behaviours to watch, and nothing to write about the issue."""
    seen = only(task, TASK, say.lang)
    found = [
        parts.text(say("sheet.label.skill"), skill_words(skill, instrument, say)),
        *watching(seen, instrument, say),
        *_clock(minutes, say),
        parts.apart(parts.text(say("print.sentences"), say("print.own.observer"))),
        parts.steps(say("sheet.label.feedback"), [say(f"sheet.feedback.{step}") for step in (1, 2, 3, 4)]),
        parts.text(say("sheet.label.debrief_question"), seen["debrief_question"]),
    ]
    return {**_head("observer", minutes, say, tag), "parts": found}


def client_sheet(prompts: Sequence[Prompt], fallback: Scenario, minutes: int, say: Phrases, *, tag: str = "") -> Sheet:
    """The client's leaf: opening lines on the front, the spare card whole on the back."""
    front: list[Part] = [parts.note(say("own_issue.choose"))]
    front += [
        parts.apart(parts.prompt(say("print.own.line", number=i), **prompt_words(card, say)))
        for i, card in enumerate(prompts, 1)
    ]
    front += [
        parts.apart(parts.text(say("print.own.weight"), say("own_issue.intensity"))),
        parts.text(say("print.own.private"), say("own_issue.confidential")),
        parts.stop(say("sheet.label.stop"), say("own_issue.stop")),
        parts.text(say("print.own.close"), say("own_issue.close")),
    ]
    head = _head("client", minutes, say, tag)
    head |= {"key": fallback.id, "title": say("own_issue.card"), "sub": f"{head['sub']} · {say('own_issue.flat')}"}
    return {**head, "parts": front, "back": {**head, "parts": _spare(fallback, minutes, say)}}


def prompt_words(card: Prompt, say: Phrases) -> dict[str, Any]:
    """A prompt in one language: its opening line and its three questions."""
    return {"words": say.text(card.text), "questions": [say.text(question) for question in card.narrowing]}


def _spare(fallback: Scenario, minutes: int, say: Phrases) -> list[Part]:
    card = paced(only(fallback, SPARE, say.lang), fallback.minutes, minutes)
    return [
        parts.note(say("own_issue.spare_intro")),
        *spare_parts(card, say),
        parts.apart(on_the_way(card["elicits"], None, say)),
        parts.text(say("sheet.label.play_easier"), card["play_easier"]),
        parts.stop(say("sheet.label.stop"), say("own_issue.stop")),
        parts.note(say("sheet.improvise")),
    ]


def _clock(minutes: int, say: Phrases) -> list[Part]:
    marks = [
        (str(max(1, minutes * twentieths // 20)), say(f"sheet.mark.{name}")) for twentieths, name in MARKS["begin"]
    ]
    return [
        parts.apart(parts.marks(say("print.minutes"), marks)),
        parts.stop(say("sheet.label.stop"), say("own_issue.stop")),
    ]


def _head(reader: Reader, minutes: int, say: Phrases, tag: str) -> Sheet:
    return {
        "key": "own-issue",
        "over": say(f"seat.{reader}"),
        "tag": tag,
        "title": say("own_issue.title"),
        "sub": say("sheet.minutes", minutes=minutes),
        "foot": " · ".join(part for part in (say(f"seat.{reader}"), tag) if part),
    }
