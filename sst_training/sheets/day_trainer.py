"""The trainer's master: the day on a page, each round with what to do when someone is missing, and every card.

It alone, with day.json, holds the start code, the ids, the titles and the levels.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sst_training.draw.readers import in_language
from sst_training.model.day import Day, Note, RoundClock, Slot
from sst_training.model.day import Part as TimeOf
from sst_training.model.phrases import Phrases
from sst_training.sheets import parts
from sst_training.sheets.day_slots import DayCards, seated
from sst_training.sheets.missing import without
from sst_training.sheets.parts import Part, Sheet
from sst_training.sheets.role_sheets import on_the_way, skill_words, spare_parts, watching

CLOCK: Final[tuple[TimeOf, ...]] = ("briefing", "talk", "client", "feedback", "again", "swap", "break")
Table = dict[str, Any]


def trainer_data(
    cards: DayCards,
    say: Phrases,
    *,
    held: dict[int, set[int]],
    start: datetime | None = None,
    again: str = "",
) -> dict[str, Any]:
    """What the template `trainer` needs.

    held: per participant the rounds whose sheet is handed out later.
    again: the options with which this pack was asked for, for the command that makes what is left of it anew.
    """
    day = cards.day
    return {
        "title": say("print.day.title"),
        "over": say("seat.trainer"),
        "heading": say("print.day.title"),
        "sub": size_words(day, say),
        "facts": facts(day, say),
        "notes": [say("print.day.notes"), notes(day, say, held)],
        "schedule": [say("print.day.schedule"), schedule(day, say), say("print.day.legend")],
        "clock": [say("print.day.clock"), clock_table(day, say, start)],
        "coverage": [say("print.day.coverage"), coverage(cards, say)],
        "practised": [say("print.day.practised"), practised(cards, say)],
        "rounds": [round_page(cards, clock, say, start, again) for clock in day.clock if day.in_round(clock.round)],
        "sheets": card_pages(cards, say),
    }


def size_words(day: Day, say: Phrases) -> str:
    """How many people, and how many rounds."""
    key = "print.day.size.one" if day.rounds == 1 else "print.day.size"
    return say(key, participants=day.participants, rounds=day.rounds)


def facts(day: Day, say: Phrases) -> list[list[str]]:
    """Where the day comes from, and what was asked for."""
    options, rows = day.options, [[say("print.day.seed"), day.seed]]
    rows.append([say("print.origin"), say("print.day.origin", algorithm=day.algorithm, library=day.library)])
    if options.own_issue_rounds:
        rows.append([say("own_issue.title"), say("print.day.rounds", rounds=_list(options.own_issue_rounds))])
    if options.apart:
        pairs = ", ".join(f"{one} – {other}" for one, other in options.apart)
        rows.append([say("print.day.apart"), pairs])
    groups = max((slot.group for slot in day.slots), default=0)
    rows.append([say("print.day.printing"), say("print.day.printing.how", groups=groups)])
    rows += [
        [say("print.day.absent"), say("print.day.absent_from", who=_list(one.participants), round=one.from_round)]
        for one in day.absences
    ]
    return rows


def notes(day: Day, say: Phrases, held: dict[int, set[int]]) -> list[str]:
    """What the trainer has to know: what could not be kept, who meets again, what is handed out later."""
    found = [note_words(note, say) for note in day.notes]
    if day.repeats:
        pairs = [f"{repeat.pair[0]}–{repeat.pair[1]} ({_list(repeat.rounds)})" for repeat in day.repeats]
        found.append(say("print.day.repeats", pairs=", ".join(pairs)))
    later = [f"{person} ({_list(sorted(rounds))})" for person, rounds in held.items() if rounds]
    if later:
        found.append(say("print.day.later", who=", ".join(later)))
    return found


def note_words(note: Note, say: Phrases) -> str:
    """A note in words; its code where locales/ has no sentence for it."""
    key = f"note.{note.code}"
    if key not in say:
        return note.code
    words = {
        "round": note.round,
        "groups": _list(note.groups),
        "level": note.level,
        "wanted": note.wanted,
        "minutes": note.minutes,
        "count": note.count,
        "participants": _list(note.participants),
        "cards": ", ".join(note.cards),
        "library": note.library,
    }
    return say(key, **words)


def schedule(day: Day, say: Phrases) -> Table:
    """Participants down, rounds across: the group and the letter of the seat."""
    head = [say("print.day.participant"), *(say("print.round", round=number) for number in range(1, day.rounds + 1))]
    places = {
        (person, slot.round): f"{slot.group} {say(f'print.letter.{seat}')}"
        for slot in day.slots
        for seat, person in seated(slot)
    }
    people = range(1, day.participants + 1)
    rows = [[str(one), *(places.get((one, number), "–") for number in range(1, day.rounds + 1))] for one in people]
    return {"head": head, "rows": rows}


def clock_table(day: Day, say: Phrases, start: datetime | None = None) -> Table:
    """Each round with when it begins, on the clock if `start` is known, and the minutes of its parts."""
    used = [part for part in CLOCK if any(clock.minutes(part) for clock in day.clock)]
    begins = say("print.day.from_start" if start is None else "print.day.begins")
    head = [say("print.day.round"), begins, *(say(f"print.part.{part}") for part in used)]
    rows = [
        [
            str(clock.round),
            at(clock.start, start),
            *(str(clock.minutes(part) or "–") for part in used),
        ]
        for clock in day.clock
    ]
    return {"head": head, "rows": rows}


def from_start(minutes: int) -> str:
    """Minutes after the day's begin as hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02}"


def at(minutes: int, start: datetime | None) -> str:
    """A moment of the day on the clock, or since its begin when that is not known."""
    return from_start(minutes) if start is None else f"{start + timedelta(minutes=minutes):%H:%M}"


def coverage(cards: DayCards, say: Phrases) -> Table:
    """How often each skill is practised, own-issue rounds not counted."""
    day = cards.day
    head = [say("sheet.label.skill"), say("print.day.times"), say("print.day.in_rounds")]
    rows = []
    for skill, count in day.coverage.items():
        rounds = sorted({slot.round for slot in day.slots if slot.skill == skill and slot.mode == "role-play"})
        rows.append([skill_words(skill, cards.library.instrument, say), str(count), _list(rounds)])
    return {"head": head, "rows": rows}


def practised(cards: DayCards, say: Phrases) -> Table:
    """Per participant what was practised in the practitioner's seat."""
    day, instrument = cards.day, cards.library.instrument
    head = [say("print.day.participant"), say("print.day.as_practitioner")]
    rows = []
    for person in range(1, day.participants + 1):
        led = [slot for slot in day.of(person) if slot.seats.therapist == person]
        words = [f"{skill_words(slot.skill, instrument, say)} ({slot.round})" for slot in led]
        rows.append([str(person), ", ".join(words) or "–"])
    return {"head": head, "rows": rows}


def round_clock(clock: RoundClock, say: Phrases, start: datetime | None) -> Table:
    """When each part of a round begins: by the clock, or in minutes of the round when the day's start is not known."""
    head = [say("print.day.part"), *(say(f"print.part.{timed.part}") for timed in clock.parts), say("print.day.ready")]
    begins = [*(begin for _, begin in clock.moments), clock.end]
    moments = [str(begin - clock.start) if start is None else at(begin, start) for begin in begins]
    label = say("print.day.minute" if start is None else "print.day.begins")
    lasts = [say("print.day.lasts"), *(str(timed.minutes) for timed in clock.parts), ""]
    return {"head": head, "rows": [[label, *moments], lasts]}


def round_page(
    cards: DayCards, clock: RoundClock, say: Phrases, start: datetime | None, again: str = ""
) -> dict[str, Any]:
    """One round: its clock, how an own issue goes, and each group with its cards and what to do without one of them."""
    day, instrument = cards.day, cards.library.instrument
    slots = day.in_round(clock.round)
    skills = dict.fromkeys(skill_words(slot.skill, instrument, say) for slot in slots)
    own_issue = any(slot.mode == "own-issue" for slot in slots)
    if own_issue:
        skills = dict.fromkeys([say("own_issue.title"), *skills])
    groups = [group_row(cards, slot, say) for slot in slots]
    unwatched = any(say("print.missing.unwatched") in words for group in groups for _, words in group["missing"])
    return {
        "heading": say("print.round", round=clock.round),
        "sub": ", ".join(skills),
        "clock": round_clock(clock, say, start),
        "how": [say(f"print.day.own.{step}") for step in (1, 2, 3, 4)] if own_issue else [],
        "head": [say(f"print.day.head.{column}") for column in ("group", "seats", "cards", "missing")],
        "groups": groups,
        "hints": [
            *([say("print.missing.unwatched.how")] if unwatched else []),
            say("print.missing.hint", round=clock.round, options=again),
        ],
    }


def group_row(cards: DayCards, slot: Slot, say: Phrases) -> dict[str, Any]:
    """A group: who sits where, what is played, and what to do when one is missing."""
    seats = [[say(f"print.letter.{seat}"), str(person)] for seat, person in seated(slot)]
    if slot.mode == "own-issue":
        spare = cards.fallback(slot)
        lines = [say("own_issue.title"), f"{say('own_issue.spare')}: {spare.id} {say.text(spare.title)}"]
        ids = [*slot.prompts, slot.observer_task]
    else:
        play = cards.play(slot)
        place = (say(f"setting.{play.setting}"), say("print.day.level", level=slot.level))
        lines = [f"{play.scenario.id} {say.text(play.scenario.title)}"]
        lines.append(say("sheet.person", name=play.person.name, age=play.person.age) + " · " + " · ".join(place))
        lines.append(f"{play.stance.id} {say.text(play.stance.title)}")
        if play.twist is not None:
            lines.append(f"{play.twist.id} {say.text(play.twist.title)}")
        ids = [slot.observer_task]
    lines.append(f"{skill_words(slot.skill, cards.library.instrument, say)} · {' · '.join(ids)}")
    return {"group": str(slot.group), "seats": seats, "cards": lines, "missing": without(cards.day, slot, say)}


def card_pages(cards: DayCards, say: Phrases) -> list[Sheet]:
    """Every card of the day once, in the order of its id: scenarios, manners, twists, opening lines, tasks."""
    slots, say_text = cards.day.slots, say.text
    scenarios = sorted({slot.met for slot in slots if slot.met})
    stances = sorted({slot.stance for slot in slots if slot.stance})
    twists = sorted({slot.twist for slot in slots if slot.twist})
    prompts = sorted({one for slot in slots for one in slot.prompts})
    tasks = sorted({slot.observer_task for slot in slots})
    kinds: list[tuple[str, list[Part]]] = [
        ("scenarios", [part for one in scenarios for part in _scenario(cards, one, say)]),
        ("stances", [part for one in stances for part in _stance(cards, one, say)]),
        ("twists", [part for one in twists for part in _twist(cards, one, say)]),
        (
            "prompts",
            [
                parts.points(one, [say_text(cards.prompts[one].text), *map(say_text, cards.prompts[one].narrowing)])
                for one in prompts
            ],
        ),
        ("tasks", [part for one in tasks for part in _task(cards, one, say)]),
    ]
    return [
        {
            "key": kind,
            "over": say("seat.trainer"),
            "title": say(f"print.day.{kind}"),
            "parts": found,
            "foot": say("seat.trainer"),
            "flows": True,
        }
        for kind, found in kinds
        if found
    ]


def _scenario(cards: DayCards, card_id: str, say: Phrases) -> list[Part]:
    card = cards.scenarios[card_id]
    told = in_language(card, say.lang)
    skills = ", ".join(skill_words(skill, cards.library.instrument, say) for skill in card.skills)
    return [
        parts.heading(f"{card.id} {say.text(card.title)}"),
        parts.facts(say("sheet.label.skill"), [(say("print.day.level", level=card.level), skills)]),
        parts.text(say("sheet.label.door_note"), told["door_note"]),
        *spare_parts(told, say),
        on_the_way(told["elicits"], None, say),
        parts.points(say("sheet.label.traps"), told["traps"]),
        parts.text(say("sheet.label.play_easier"), told["play_easier"]),
        parts.text(say("sheet.label.play_harder"), told["play_harder"]),
    ]


def _stance(cards: DayCards, card_id: str, say: Phrases) -> list[Part]:
    card = cards.stances[card_id]
    return [
        parts.heading(f"{card.id} {say.text(card.title)}"),
        parts.points(say("sheet.label.stance"), [say.text(one) for one in card.behaviours]),
        parts.text(say("sheet.label.softens_when"), say.text(card.softens_when)),
        parts.text(say("sheet.label.hardens_when"), say.text(card.hardens_when)),
    ]


def _twist(cards: DayCards, card_id: str, say: Phrases) -> list[Part]:
    card = cards.twists[card_id]
    window = say("sheet.window", start=card.minute[0], end=card.minute[1])
    return [
        parts.heading(f"{card.id} {say.text(card.title)}"),
        parts.text(window[:1].upper() + window[1:], say.text(card.text)),
        parts.text(say("sheet.revert"), say.text(card.revert)),
    ]


def _task(cards: DayCards, card_id: str, say: Phrases) -> list[Part]:
    card = cards.tasks[card_id]
    return [
        parts.heading(f"{card.id} {skill_words(card.skill, cards.library.instrument, say)}"),
        *watching(in_language(card, say.lang), cards.library.instrument, say),
        parts.text(say("sheet.label.debrief_question"), say.text(card.debrief_question)),
    ]


def _list(numbers: Any) -> str:
    return ", ".join(map(str, numbers))
