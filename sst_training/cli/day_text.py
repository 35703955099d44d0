"""A training day as text in the terminal, for the trainer."""

from __future__ import annotations

from datetime import datetime

from sst_training.cli.frame import Desk
from sst_training.cli.layout import bullets, heading, table, wrap
from sst_training.model.day import Day, RoundClock, Slot
from sst_training.sheets.day_slots import DayCards
from sst_training.sheets.day_trainer import at, note_words, size_words


def day_text(here: Desk, day: Day, start: datetime | None) -> str:
    """The whole day: round by round who sits where with which cards, what it covers, and what to know."""
    say = here.phrases
    cards = DayCards(day, here.library)
    parts = [heading(f"{say('print.day.title')} · {size_words(day, say)}"), say("print.day.legend")]
    parts += [round_text(here, cards, clock, start) for clock in day.clock]
    parts.append(say("print.day.coverage") + "\n" + table(coverage(here, day)))
    if remarks := remarks_of(here, day):
        parts.append(say("print.day.notes") + "\n" + bullets(remarks))
    parts.append(say("roleplay.seed", seed=day.seed, algorithm=day.algorithm, library=day.library))
    return "\n\n".join(parts)


def round_text(here: Desk, cards: DayCards, clock: RoundClock, start: datetime | None) -> str:
    """A round: when, which skill, its parts, and a line a group."""
    say, slots = here.phrases, cards.day.in_round(clock.round)
    skills = ", ".join(dict.fromkeys(skill_name(here, slot.skill) for slot in slots))
    title = f"{say('print.round', round=clock.round)} · {at(clock.start, start)}–{at(clock.end, start)} · {skills}"
    timed = " · ".join(f"{say(f'print.part.{part.part}')} {part.minutes}" for part in clock.parts)
    rows = [[str(slot.group), seats(here, slot), played(here, cards, slot)] for slot in slots]
    return f"{heading(title)}\n{wrap(timed)}\n{table(rows)}"


def seats(here: Desk, slot: Slot) -> str:
    """Who sits where, as letters and numbers."""
    say = here.phrases
    watching = ", ".join(map(str, slot.seats.observers))
    found = {"therapist": slot.seats.therapist, "client": slot.seats.client, "observer": watching}
    return "  ".join(f"{say(f'print.letter.{seat}')} {who}" for seat, who in found.items())


def played(here: Desk, cards: DayCards, slot: Slot) -> str:
    """The cards of a slot by id and title."""
    say, lang = here.phrases, here.lang
    if slot.mode == "own-issue":
        return f"{say('own_issue.title')} ({', '.join(slot.prompts)}; {say('own_issue.spare')}: {slot.fallback})"
    play = cards.play(slot)
    found = [f"{play.scenario.id} {play.scenario.title[lang]}", say("print.day.level", level=slot.level)]
    found += [say(f"setting.{play.setting}"), say("sheet.person", name=play.person.name, age=play.person.age)]
    found.append(play.stance.title[lang])
    if play.twist is not None:
        found.append(play.twist.title[lang])
    return " · ".join(found)


def coverage(here: Desk, day: Day) -> list[list[str]]:
    """How often each skill is practised."""
    return [[skill_name(here, skill), f"{count} ×"] for skill, count in day.coverage.items()]


def skill_name(here: Desk, skill: str) -> str:
    """A skill in words."""
    item = here.library.instrument.item(skill)
    return skill if item is None else item.text[here.lang]


def remarks_of(here: Desk, day: Day) -> list[str]:
    """What could not be kept, and who meets more than once."""
    found = [note_words(note, here.phrases) for note in day.notes]
    if day.repeats:
        pairs = ", ".join(f"{repeat.pair[0]}–{repeat.pair[1]}" for repeat in day.repeats)
        found.append(here.phrases("day.repeats", count=len(day.repeats), pairs=pairs))
    return found
