"""A stored day again: as it was, or what is left of it when someone is absent."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from sst_training.draw.day import Plan, filled
from sst_training.draw.rotation import regrouped
from sst_training.draw.skills import skills_of_day
from sst_training.errors import CardsGone, TooFewPresent
from sst_training.model.day import SIZES, Absence, Day, Note
from sst_training.model.library import Library
from sst_training.rng import seed_number


def gone(day: Day, library: Library) -> list[str]:
    """The cards a day names that the library does not have. A retired card is still there."""
    kinds = (library.scenarios, library.stances, library.twists, library.observer_tasks, library.prompts)
    known = {card.id for kind in kinds for card in kind}
    named = {
        card_id
        for slot in day.slots
        for card_id in (slot.scenario, slot.stance, slot.twist, slot.observer_task, slot.fallback, *slot.prompts)
        if card_id is not None
    }
    return sorted(named - known)


def replayed(day: Day, library: Library, lang: str) -> Day:
    """A stored day, with a note when the library is another one now. Raises CardsGone."""
    if missing := gone(day, library):
        raise CardsGone(ids=", ".join(missing))
    notes = tuple(note for note in day.notes if note.code != "library_changed")
    if day.library != library.hash:
        notes = (Note(code="library_changed", library=library.hash), *notes)
    return msgspec.structs.replace(day, lang=lang, notes=notes)


def without(day: Day, library: Library, absent: Collection[int], from_round: int) -> Day:
    """The day with its rounds before `from_round` as they were, and the rest made anew for those present.

    Who was absent already stays so, from the round that was said then: whoever leaves later has a seat until then.
    Raises TooFewPresent, or what `draw_day` raises.
    """
    earlier = tuple(one for one in day.absences if one.from_round <= from_round)
    later = sorted((one for one in day.absences if one.from_round > from_round), key=lambda one: one.from_round)
    left = msgspec.structs.replace(day, absences=earlier)
    for absence in (Absence(tuple(sorted(absent)), from_round), *later):
        left = _left(left, library, absence)
    return left


def _left(day: Day, library: Library, absence: Absence) -> Day:
    """The day after one more absence, the latest so far."""
    absences, from_round = (*day.absences, absence), absence.from_round
    away = {person for one in absences for person in one.participants}
    present = [person for person in range(1, day.participants + 1) if person not in away]
    if len(present) < SIZES[0]:
        raise TooFewPresent(count=len(present), least=SIZES[0])
    seed, options = seed_number(day.seed), day.options
    played = tuple(slot for slot in day.slots if slot.round < from_round)
    before = [[list(slot.seats.everyone) for slot in day.in_round(number)] for number in range(1, from_round)]
    apart = tuple(pair for pair in options.apart if not away & set(pair))
    own = tuple(number for number in options.own_issue_rounds if number >= from_round)
    rounds = before + regrouped(present, day.rounds, before, seed, apart, own)
    groups = {r: len(row) for r, row in enumerate(rounds, 1) if r not in options.own_issue_rounds}
    done = {(slot.round, slot.group): slot.skill for slot in played if slot.mode == "role-play"}
    skills = skills_of_day(library.instrument, options, groups, seed, done)
    plan = Plan(seed, options, day.talk(1), rounds, skills, day.met_before, played)
    rest = filled(library, plan)
    changed = tuple(note for note in day.notes if note.code == "library_changed")
    return msgspec.structs.replace(
        day,
        slots=rest.slots,
        coverage=rest.coverage,
        repeats=rest.repeats,
        notes=(*changed, *rest.notes),
        absences=absences,
    )
