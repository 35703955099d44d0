"""What a stored day knows of a talk: the skill its round practised, and the card that was played."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sst_training.cli.frame import BadOption
from sst_training.errors import NotInDay


class TalkOfDay(NamedTuple):
    """kind: of session; scenario: null where somebody brought an issue of their own."""

    kind: str
    skill: str
    scenario: str | None


def talk_of_day(path: Path, number: int, label: str) -> TalkOfDay:
    """The talk that this practitioner led in this round: P3 is participant 3.

    Raises DayUnreadable, NotInDay, and BadOption for a round the day does not have.
    """
    from sst_training.store.day_file import read_day

    day = read_day(path)
    if not 1 <= number <= day.rounds:
        raise BadOption(option="--round", value=str(number), wanted=f"1–{day.rounds}" if day.rounds > 1 else "1")
    named = re.fullmatch(r"[Pp]0*([1-9][0-9]?)", label)
    for slot in day.in_round(number):
        if named and slot.seats.therapist == int(named[1]):
            return TalkOfDay(slot.mode, slot.skill, slot.scenario)
    raise NotInDay(label=label, round=number)
