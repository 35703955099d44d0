"""A training day as a calendar (RFC 5545): an event a round and a break, in the local time of where it is opened.

It holds no card and no start code: a calendar is shared with everyone.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from sst_training.model.day import Day, RoundClock
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases


def day_calendar(day: Day, instrument: Instrument, say: Phrases, start: datetime) -> bytes:
    """The calendar file of a day that begins at `start`, a local time without a zone; the same bytes each time."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//sst-training//{say.lang}//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("day.ics.title"))
    for clock in day.clock:
        begins = start + timedelta(minutes=clock.start)
        pause = clock.minutes("break")
        ends = start + timedelta(minutes=clock.end - pause)
        calendar.add_component(_event(title_of(day, clock, instrument, say), begins, ends, parts_of(clock, say)))
        if pause:
            calendar.add_component(_event(say("print.part.break"), ends, ends + timedelta(minutes=pause), ""))
    content: bytes = calendar.to_ical()
    return content


def title_of(day: Day, clock: RoundClock, instrument: Instrument, say: Phrases) -> str:
    """The round and its skill, or that everyone brings something of their own."""
    slots = day.in_round(clock.round)
    if slots and slots[0].mode == "own-issue":
        return say("day.ics.own", round=clock.round)
    items = [instrument.item(skill) for skill in dict.fromkeys(slot.skill for slot in slots)]
    names = ", ".join(say.text(item.text) for item in items if item is not None)
    return say("day.ics.round", round=clock.round, skills=names)


def parts_of(clock: RoundClock, say: Phrases) -> str:
    """What the minutes of a round are for, a line a part."""
    parts = [timed for timed in clock.parts if timed.part != "break"]
    return "\n".join(f"{say(f'print.part.{timed.part}')}: {timed.minutes}" for timed in parts)


def _event(title: str, begins: datetime, ends: datetime, description: str) -> Any:
    """One entry; its identity follows from its time and title, so that importing twice gives no doubles."""
    from icalendar import Event

    event = Event()
    name = hashlib.sha256(f"{begins.isoformat()} {ends.isoformat()} {title}".encode()).hexdigest()[:24]
    event.add("uid", f"{name}@sst-training")
    event.add("dtstamp", begins.replace(tzinfo=UTC))
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", title)
    if description:
        event.add("description", description)
    return event
