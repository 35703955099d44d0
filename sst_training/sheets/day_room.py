"""What hangs on the wall and lies on the tables: nothing on it belongs to one reader alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sst_training.model.day import Day, RoundClock
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.sheets import parts
from sst_training.sheets.day_trainer import at, clock_table, schedule
from sst_training.sheets.own_issue_cards import table_card
from sst_training.sheets.parts import Sheet
from sst_training.sheets.role_sheets import skill_words

HELP: Final = ("now", "danger", "suicide", "talk", "gp")
CROWDED: Final = 7
"""Rounds from which a column has room for a figure alone."""

ROWS: Final = 32
"""People on one sheet of the wall."""

RECORDING: Final = ("purpose", "own_issue", "share", "names", "aloud", "withdraw")


def room_data(day: Day, instrument: Instrument, say: Phrases, start: datetime | None = None) -> dict[str, Any]:
    """What the template `room` needs; with `start` the rounds stand there by the clock."""
    groups = max((slot.group for slot in day.slots), default=0)
    own_issue = any(slot.mode == "own-issue" for slot in day.slots)
    sheets = [help_card(say), recording(say), out_of_role(say), debrief(say)]
    return {
        "title": say("print.room"),
        "over": say("print.room"),
        "foot": say("print.room"),
        "walls": [
            {"heading": say("print.room.wall"), "sub": say("print.room.wall.how"), "table": table}
            for table in wall(day, say)
        ],
        "legend": say("print.day.legend"),
        "rounds": {
            "heading": say("print.room.rounds"),
            "sub": say("print.room.rounds.how"),
            "skills": [row for clock in day.clock for row in round_rows(day, clock, instrument, say, start)],
            "table": clock_table(day, say, start),
        },
        "signs": [{"number": str(number), "words": say("print.room.group")} for number in range(1, groups + 1)],
        "sheets": ([table_card(say)] if own_issue else []) + sheets,
    }


def wall(day: Day, say: Phrases) -> list[dict[str, Any]]:
    """The schedule without a word on what is played, over as many sheets as it takes to be read from a distance."""
    table = schedule(day, say)
    rounds = table["head"][1:] if day.rounds < CROWDED else [str(number) for number in range(1, day.rounds + 1)]
    rows = table["rows"]
    sheets = -(-len(rows) // ROWS)
    each = -(-len(rows) // sheets)
    return [
        {"head": [say("print.room.number"), *rounds], "rows": rows[at : at + each]} for at in range(0, len(rows), each)
    ]


def round_rows(
    day: Day, clock: RoundClock, instrument: Instrument, say: Phrases, start: datetime | None
) -> list[list[str]]:
    """A round in a few words: its number and the skill everyone practises; a break after it; the end of the last.

    With when each begins, if that is known.
    """
    slots = day.in_round(clock.round)
    skills = ", ".join(dict.fromkeys(skill_words(slot.skill, instrument, say) for slot in slots))
    own = any(slot.mode == "own-issue" for slot in slots)
    rows = [(str(clock.round), clock.start, f"{say('own_issue.title')}: {skills}" if own else skills)]
    for timed, begin in clock.moments:
        if timed.part == "break":
            rows.append(("", begin, say("print.room.break", minutes=timed.minutes)))
    if clock == day.clock[-1] and start is not None:
        rows.append(("", clock.end, say("print.room.end")))
    return [[number, words if start is None else f"{at(begin, start)} · {words}"] for number, begin, words in rows]


def _sheet(name: str, say: Phrases, found: list[parts.Part], **more: object) -> Sheet:
    return {
        "key": name,
        "over": say("print.room"),
        "title": say(f"print.{name}"),
        "foot": say("print.room"),
        "sub": say(f"print.{name}.how"),
        "parts": found,
        "roomy": True,
        **more,
    }


def help_card(say: Phrases) -> Sheet:
    """Whom to call when something stays with you."""
    lines = [(say(f"print.help.{line}.label"), say(f"print.help.{line}")) for line in HELP]
    return _sheet("help", say, [*(parts.text(*line) for line in lines), parts.note(say("print.help.checked"))])


def recording(say: Phrases) -> Sheet:
    """The agreement on recording: what for, who watches, when it is erased, and everyone's yes."""
    found = [
        parts.rules([say(f"print.recording.{rule}") for rule in RECORDING]),
        parts.apart(parts.write(say("print.recording.who"), "", 1)),
        parts.write(say("print.recording.until"), "", 1),
        parts.write(say("print.recording.yes"), say("print.recording.yes.how"), 4),
    ]
    return _sheet("recording", say, found)


def out_of_role(say: Phrases) -> Sheet:
    """Steps out of a role, and back to colleagues after an own issue."""
    found = [
        parts.rules([say(f"print.derole.{step}") for step in (1, 2, 3, 4)]),
        parts.apart(parts.text(say("print.derole.own.label"), say("print.derole.own"))),
    ]
    return _sheet("derole", say, found)


def debrief(say: Phrases) -> Sheet:
    """The four steps at the table, and questions for the whole group."""
    found = [
        parts.steps(say("print.debrief.table"), [say(f"sheet.feedback.{step}") for step in (1, 2, 3, 4)]),
        parts.apart(parts.points(say("print.debrief.group"), [say(f"print.debrief.{n}") for n in (1, 2, 3, 4)])),
        parts.note(say("print.debrief.not")),
    ]
    return _sheet("debrief", say, found)
