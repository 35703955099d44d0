"""What a rater is asked, in order: which question comes next follows from the answers so far.

A part of an observation is a skill, or one of `session` (its kind, what was agreed), `counters` (what was counted along
the way), `keep` (the moment to keep), `challenge` (how hard the practitioner found it) and `voice` (the client's
after-form). A question's id begins with its part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

import msgspec

from sst_training.model.instrument import Instrument, Item, Tick
from sst_training.model.rating import Counter, Rating

SESSION: Final = "session"
COUNTERS: Final = "counters"
KEEP: Final = "keep"
CHALLENGE: Final = "challenge"
VOICE: Final = "voice"

Kind = Literal[
    # of the session
    "kind", "work", "blind", "recording", "informed", "agreed", "name", "length", "erase_by", "prediction", "skills",
    # of a skill
    "gate", "counts", "seen", "hindered", "at", "note",
    # at the end
    "counted", "count", "keep_at", "keep_note", "level", "stop", "topic", "understood", "forward", "wished",
]  # fmt: skip

Answers = Mapping[str, str]

COUNTED: Final[tuple[Counter, ...]] = ("open_questions", "closed_questions", "reflections", "advice_unasked")
"""What may be counted along the way, in the order it is asked."""

YES: Final = "y"
NO: Final = "n"
MOMENT: Final = "m"
"""Seen, with a moment to note down: for a basic, that needs none."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to ask. `optional`: an empty answer will do."""

    id: str
    kind: Kind
    item: Item | None = None
    tick: Tick | None = None
    optional: bool = False


def part_of(question_id: str) -> str:
    """The part a question or answer belongs to."""
    return question_id.partition(".")[0]


def parts(rating: Rating, instrument: Instrument) -> tuple[str, ...]:
    """The parts of an observation, in the order they are asked."""
    if rating.rater.role == "client":
        return (SESSION, VOICE)
    own_issue = rating.session_kind == "own-issue"
    ending = (COUNTERS, *(() if own_issue else (KEEP,)), *((CHALLENGE,) if rating.rater.role == "self" else ()))
    return (SESSION, *instrument.skills, *ending)


def questions(part: str, rating: Rating, instrument: Instrument, answers: Answers) -> Iterator[Question]:
    """The questions of a part, as far as the answers tell which ones follow."""
    item = instrument.item(part)
    if item is not None:
        yield from _of_skill(item, rating, answers)
    elif part == SESSION:
        yield from _of_session(rating, answers)
    elif part == COUNTERS:
        yield Question(id="counters.any", kind="counted")
        if answers.get("counters.any") == YES:
            for name in COUNTED:
                yield Question(id=f"counters.{name}", kind="count", optional=True)
    elif part == KEEP:
        if rating.recording is not None:
            yield Question(id="keep.at", kind="keep_at", optional=True)
        if answers.get("keep.at", "-"):
            yield Question(id="keep.note", kind="keep_note", optional=True)
    elif part == CHALLENGE:
        yield Question(id="challenge.level", kind="level")
        yield Question(id="challenge.stop", kind="stop")
    elif part == VOICE:
        yield Question(id="voice.topic", kind="topic")
        yield Question(id="voice.understood", kind="understood")
        yield Question(id="voice.forward", kind="forward")
        if rating.session_kind != "own-issue":
            yield Question(id="voice.wished", kind="wished", optional=True)


def _of_session(rating: Rating, answers: Answers) -> Iterator[Question]:
    """The session: its kind, what was agreed about a recording, what is looked at. DESIGN §5."""
    role = rating.rater.role
    yield Question(id="session.kind", kind="kind")
    own_issue = answers.get("session.kind") == "own-issue"
    if answers.get("session.kind") == "work":
        yield Question(id="session.work", kind="work")
    if role == "client":
        return
    yield Question(id="session.blind", kind="blind")
    if not own_issue or "session.recording" in answers:  # of an own issue there is none, unless one is named
        yield Question(id="session.recording", kind="recording")
    if answers.get("session.recording") == YES:
        yield Question(id="session.informed", kind="informed")
        yield Question(id="session.agreed", kind="agreed")
        if answers.get("session.informed") == answers.get("session.agreed") == YES:
            yield Question(id="session.erase_by", kind="erase_by", optional=True)
            yield Question(id="session.name", kind="name", optional=True)
            yield Question(id="session.length", kind="length")
    if role == "self" and not own_issue:
        yield Question(id="session.prediction", kind="prediction", optional=True)
    yield Question(id="session.skills", kind="skills", optional=True)


def _of_skill(item: Item, rating: Rating, answers: Answers) -> Iterator[Question]:
    """Basics, then advanced, then behind one question what hindered; conditions first (instrument.md)."""
    if f"{item.id}.na" in answers:
        return
    if item.gated:
        yield Question(id=f"{item.id}.gate", kind="gate", item=item)
        if answers.get(f"{item.id}.gate") == NO:
            return
    for tick in item.of_kind("basic", "advanced"):
        yield from _of_tick(item, tick, rating, answers)
    yield Question(id=f"{item.id}.hindered", kind="hindered", item=item)
    if answers.get(f"{item.id}.hindered") == YES:
        for tick in item.of_kind("harm", "safety"):
            yield from _of_tick(item, tick, rating, answers)


def _of_tick(item: Item, tick: Tick, rating: Rating, answers: Answers) -> Iterator[Question]:
    """Whether it counts, whether it was seen, and its moment: a must for all but basics (rule 8)."""
    if tick.conditional:
        yield Question(id=f"{tick.id}.counts", kind="counts", item=item, tick=tick)
        if answers.get(f"{tick.id}.counts") == NO:
            return
    yield Question(id=tick.id, kind="seen", item=item, tick=tick)
    seen = answers.get(tick.id, NO)
    basic = tick.kind == "basic"
    if rating.session_kind == "own-issue" or seen == NO or (basic and seen != MOMENT):
        return
    if rating.recording is not None:
        yield Question(id=f"{tick.id}.at", kind="at", item=item, tick=tick, optional=basic)
    yield Question(id=f"{tick.id}.note", kind="note", item=item, tick=tick, optional=basic)
