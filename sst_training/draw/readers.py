"""Who reads what: a sheet is built from the list of what its reader may see, never by leaving out.

The lists are DESIGN §4's. What the client should know about the person played (name, age, setting,
minutes) stands on the client's sheet too: docs/decisions/004.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import msgspec

from sst_training.draw.roleplay import RolePlay
from sst_training.model.phrases import Phrases

Reader = Literal["trainer", "therapist", "client", "observer"]
READERS: Final[tuple[Reader, ...]] = ("trainer", "therapist", "client", "observer")

NOT_TEXT: Final = frozenset({"source", "retired"})

SCENARIO: Final[dict[Reader, tuple[str, ...]]] = {
    "therapist": ("door_note", "so_far"),
    "client": (
        *("opening_line", "situation", "so_far", "best_hope", "enough", "tried", "resources", "scale_now"),
        *("disclosure", "elicits", "play_easier", "play_harder"),
    ),
    "observer": ("door_note", "so_far", "enough", "traps"),
}
SPARE: Final = (
    *("opening_line", "situation", "best_hope", "enough", "tried", "resources", "scale_now"),
    *("disclosure", "elicits", "play_easier"),
)
"""What the client sees of a spare card. What was said so far is not among it: the therapist's sheet, the same
whichever is chosen, does not have it either."""
STANCE: Final = ("behaviours", "softens_when", "hardens_when")
TWIST: Final[dict[Reader, tuple[str, ...]]] = {"client": ("minute", "text", "revert"), "observer": ("minute",)}
TASK: Final = ("ticks", "look_for", "tally", "tally_in", "debrief_question")


MARKS: Final[dict[str, tuple[tuple[int, str], ...]]] = {
    "begin": ((5, "quarter"), (10, "half"), (15, "three_quarters"), (18, "close")),
    "middle": ((5, "half"), (13, "three_quarters"), (18, "close")),
    "close": ((15, "last"),),
    "guided": ((5, "safety"), (18, "close")),
}
"""When the observer looks at the clock, in twentieths of the talk, by where the talk starts (subject §3.2)."""


def in_language(value: object, lang: str) -> Any:
    """A card or part of one as plain data, each text in one language."""
    if isinstance(value, msgspec.Struct):
        return {
            in_file: in_language(getattr(value, name), lang)
            for name, in_file in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
            if name not in NOT_TEXT
        }
    if isinstance(value, tuple | list):
        return [in_language(part, lang) for part in value]
    if isinstance(value, dict):
        return value[lang]
    return value


def only(card: object, fields: tuple[str, ...], lang: str) -> dict[str, Any]:
    """The named fields of a card, without its id."""
    return {"id": None, **{field: in_language(getattr(card, field), lang) for field in fields}}


def view(play: RolePlay, reader: Reader, phrases: Phrases) -> dict[str, Any]:
    """What one reader may see of a role-play, as plain data in one language."""
    lang = phrases.lang
    person = in_language(play.person, lang)
    head = {"setting": play.setting, "skill": play.skill, "minutes": play.minutes}
    if reader == "trainer":
        return {
            "setting": play.setting,
            "level": play.level,
            "skill": play.skill,
            "minutes": play.minutes,
            "scenario": in_language(play.scenario, lang),
            "stance": in_language(play.stance, lang),
            "person": person,
            "twist": in_language(play.twist, lang),
            "observer_task": in_language(play.observer_task, lang),
        }
    scenario = only(play.scenario, SCENARIO[reader], lang)
    if reader == "therapist":
        return {**head, "scenario": scenario, "person": person, **clock(play, phrases)}
    twist = only(play.twist, TWIST[reader], lang) if play.twist else None
    if reader == "client":
        stance = only(play.stance, STANCE, lang)
        return {
            "setting": play.setting,
            "minutes": play.minutes,
            "scenario": paced(scenario, play.scenario.minutes, play.minutes),
            "stance": stance,
            "person": person,
            "twist": twist,
            "stop": phrases("sheet.stop.client"),
            "improvise": phrases("sheet.improvise"),
        }
    return {
        "skill": play.skill,
        "minutes": play.minutes,
        "scenario": scenario,
        "person": person,
        "twist": twist,
        "observer_task": only(play.observer_task, TASK, lang),
        **clock(play, phrases),
        "feedback": [phrases(f"sheet.feedback.{step}") for step in (1, 2, 3, 4)],
    }


def paced(card: Mapping[str, Any], written_for: int, minutes: int) -> dict[str, Any]:
    """A card whose timed cues move along with the length of the talk, as the observer's minutes do."""
    cues = [
        part if part["minute"] is None else {**part, "minute": max(1, part["minute"] * minutes // written_for)}
        for part in card["elicits"]
    ]
    return {**card, "elicits": cues}


def twist_place(elicits: Sequence[Mapping[str, Any]], start: int) -> int:
    """Where a twist stands among what the client does along the way: before the first line with a later minute."""
    later = (i for i, part in enumerate(elicits) if part["minute"] is not None and part["minute"] > start)
    return next(later, len(elicits))


def clock(play: RolePlay, phrases: Phrases) -> dict[str, Any]:
    """The time marks of a talk, those that belong to where it starts, and the stop signal."""
    marks = [
        {"minute": max(1, play.minutes * tenth // 20), "text": phrases(f"sheet.mark.{name}")}
        for tenth, name in MARKS["guided" if play.scenario.risk == "guided" else play.scenario.start]
    ]
    return {"time_marks": marks, "stop": phrases("sheet.stop")}
