"""What was typed, to what is kept: times, words, dates, names of skills, numbers; or why it does not fit."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Final

from msgspec import ValidationError, convert

from sst_training.library.reading import CONTROL
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.model.rating import RecordingName
from sst_training.rating.draft import Draft
from sst_training.rating.questions import Question
from sst_training.rating.times import clock, seconds

MOST_SIGNS: Final = 500
LONGEST: Final = 86400
ALL: Final = ("alle", "allemaal", "all")
"""Every skill, where Enter stands for those that the first rater of the session looks at."""
KEPT_DAYS: Final = 14
"""How long a recording stays when nobody says otherwise."""


class Unfit(Exception):
    """What was typed does not fit; `key` and `words` make the sentence that says why."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key, words)
        self.key, self.words = f"rate.unfit.{key}", words


def value_of(question: Question, typed: str, draft: Draft, say: Phrases) -> str:
    """The answer to a question that is answered with a line. Raises Unfit."""
    if not typed and (default := default_of(question, draft, say)) is not None:
        return default
    if not typed and question.optional:
        return ""
    match question.kind:
        case "at" | "keep_at":
            return time_in(draft, typed)
        case "length":
            return length(draft, typed)
        case "erase_by":
            return date_after(draft.rating.date, typed)
        case "name":
            return name(typed)
        case "skills":
            return "" if typed.lower() in ALL else ",".join(skills(typed, draft.instrument))
        case "topic" | "understood" | "forward":
            return ten(typed)
        case "count":
            return count(typed)
    return words(typed)


def default_of(question: Question, draft: Draft, say: Phrases) -> str | None:
    """What Enter stands for: what was answered before, else what is usual."""
    if (before := draft.default(question)) is not None:
        return before
    if question.kind == "erase_by":
        later = datetime.date.fromisoformat(draft.rating.date) + datetime.timedelta(days=KEPT_DAYS)
        return later.isoformat()
    return say("rate.recording_name") if question.kind == "name" else None


def time_in(draft: Draft, typed: str) -> str:
    """A time in the recording, and in the part of it that is looked at."""
    found = whole_seconds(typed)
    recording, span = draft.rating.recording, draft.rating.span
    if recording is not None and found > recording.seconds:
        raise Unfit("late", length=clock(recording.seconds))
    if span is not None and not span.start <= found <= span.end:
        raise Unfit("span", start=clock(span.start), end=clock(span.end))
    return str(found)


def length(draft: Draft, typed: str) -> str:
    """How long a recording is; a part that was named must fit in it."""
    found = whole_seconds(typed)
    end = int(draft.progress.answers.get("session.span", "0-0").partition("-")[2])
    if not max(1, end) <= found <= LONGEST:
        raise Unfit("length", least=clock(max(1, end)), most=clock(LONGEST))
    return str(found)


def whole_seconds(typed: str) -> int:
    """`12:34`, `1:02:03` or whole seconds."""
    found = int(typed) if re.fullmatch(r"[0-9]{1,6}", typed) else seconds(typed)
    if found is None:
        raise Unfit("time")
    return found


def date_after(held: str, typed: str) -> str:
    """A date, on the day of the session or later; `2026-12-19` or `19-12-2026`."""
    turned = re.sub(r"^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})$", r"\3-\2-\1", typed)
    parts = turned.split("-")
    try:
        found = datetime.date(*map(int, parts)) if len(parts) == 3 else None
    except ValueError:
        found = None
    if found is None:
        raise Unfit("date")
    if found.isoformat() < held:
        raise Unfit("before", held=held)
    return found.isoformat()


def name(typed: str) -> str:
    """What a recording is called: never a person."""
    try:
        found: str = convert(typed, RecordingName)
    except ValidationError as cause:
        raise Unfit("name") from cause
    return found


def skills(typed: str, instrument: Instrument) -> list[str]:
    """Skills by id or by number, in the order of the list."""
    known = instrument.skills
    found = set()
    for word in re.split(r"[\s,;]+", typed.strip()):
        at = int(word) if re.fullmatch(r"[0-9]{1,2}", word) else 0
        if word not in known and not 1 <= at <= len(known):
            raise Unfit("skill", word=word[:40])
        found.add(word if word in known else known[at - 1])
    return [skill for skill in known if skill in found]


def ten(typed: str) -> str:
    """A whole number from 0 to 10."""
    if not re.fullmatch(r"[0-9]|10", typed):
        raise Unfit("ten")
    return typed


def count(typed: str) -> str:
    """How often something was counted."""
    if not re.fullmatch(r"[0-9]{1,4}", typed):
        raise Unfit("count")
    return str(int(typed))


def words(typed: str) -> str:
    """Words of the practitioner, at most 500 signs, that can be printed; an accent is joined to its letter."""
    typed = unicodedata.normalize("NFC", typed)
    if len(typed) < 2:  # a key that was meant for another question
        raise Unfit("words")
    if len(typed) > MOST_SIGNS:
        raise Unfit("long", count=len(typed), most=MOST_SIGNS)
    if found := CONTROL.search(typed):
        raise Unfit("sign", sign=f"U+{ord(found.group()):04X}")
    return typed
