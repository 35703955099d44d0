"""Drawing a training day: a pure function of library, request, ledger and seed (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sst_training.draw.clock import day_clock
from sst_training.draw.levels import level_of_round
from sst_training.draw.remarks import coverage, notes, repeats
from sst_training.draw.rotation import rotation
from sst_training.draw.scenarios import ATTEMPTS, Met, NothingLeft, Shelf, choose, choose_spare
from sst_training.draw.seats import Seated
from sst_training.draw.skills import Place, own_issue_skill, skills_of_day
from sst_training.draw.slots import own_issue_slot, role_play_slot
from sst_training.errors import CannotDraw, NoCommonScenario, NoScenario, NoSpareCard
from sst_training.model.day import Day, Note, Options, Repeat, Slot
from sst_training.model.library import Library
from sst_training.rng import ALGORITHM, seed_number

MetBefore = Mapping[str, Sequence[str]]
"""What earlier days left: "p1" → ids of the scenarios met in any seat."""


class Plan(msgspec.Struct, frozen=True):
    """What is settled before a card is dealt: seats and skills of every round, and the slots already played."""

    seed: int
    options: Options
    talk: int
    rounds: Seated
    skills: dict[Place, str]
    met_before: dict[str, tuple[str, ...]]
    played: tuple[Slot, ...] = ()


def draw_day(
    library: Library,
    participants: int,
    rounds: int,
    options: Options,
    seed: str,
    lang: str,
    met_before: MetBefore | None = None,
) -> Day:
    """A whole day. Raises ValueError for a bad seed, or with its reason what cannot be kept (exit code 5)."""
    number = seed_number(seed)
    seats = rotation(participants, rounds, number, options.apart, options.own_issue_rounds)
    groups = {r: len(row) for r, row in enumerate(seats, 1) if r not in options.own_issue_rounds}
    clock = day_clock(rounds, options)
    people = {f"p{person}" for person in range(1, participants + 1)}
    met = {person: tuple(cards) for person, cards in (met_before or {}).items() if person in people and cards}
    skills = skills_of_day(library.instrument, options, groups, number, {})
    plan = Plan(number, options, clock[0].minutes("talk"), seats, skills, met)
    rest = filled(library, plan)
    return Day(
        kind="day",
        algorithm=ALGORITHM,
        library=library.hash,
        seed=seed.strip(" \t\r\n"),
        lang=lang,
        participants=participants,
        rounds=rounds,
        options=options,
        clock=clock,
        met_before=met,
        slots=rest.slots,
        coverage=rest.coverage,
        repeats=rest.repeats,
        notes=rest.notes,
    )


class Filled(msgspec.Struct, frozen=True):
    """The fields of a Day that depend on cards: the slots, and what can be said about them."""

    slots: tuple[Slot, ...]
    coverage: dict[str, int]
    repeats: tuple[Repeat, ...]
    notes: tuple[Note, ...]


def filled(library: Library, plan: Plan) -> Filled:
    """The cards of a plan. Raises NoScenario, NoCommonScenario, NoSpareCard or CannotDraw."""
    shelf = Shelf(library)
    if not shelf.cards:
        raise CannotDraw(filter="", asked="", without=0)
    slots = deal_slots(library, shelf, plan)
    return Filled(
        slots,
        coverage(slots, library.instrument.skills),
        repeats(slots),
        notes(library, slots, plan.options, shelf.highest, plan.talk, plan.met_before),
    )


def deal_slots(library: Library, shelf: Shelf, plan: Plan) -> tuple[Slot, ...]:
    """All slots. When a therapist has met everything, the day is dealt again with a card kept for that person.

    Raises NoScenario, NoCommonScenario or NoSpareCard.
    """
    kept: dict[int, set[str]] = {}
    first: NothingLeft | None = None
    for _ in range(ATTEMPTS):
        try:
            return deal_once(library, shelf, plan, kept)
        except NothingLeft as stuck:
            first = first or stuck
            mine = kept.setdefault(stuck.therapist, set())
            card_id = next((card_id for card_id in stuck.keep if card_id not in mine), None)
            if card_id is None:
                break
            mine.add(card_id)
    assert first is not None  # noqa: S101 - the loop ends early only by an exception or a return
    number, group = first.place
    words = {"round": number, "group": group, "participant": first.therapist}
    if number in plan.options.own_issue_rounds:
        raise NoSpareCard(**words)
    if plan.options.same_case and len({skill for place, skill in plan.skills.items() if place[0] == number}) > 1:
        raise NoCommonScenario(round=number)
    level = level_of_round(number, plan.options, shelf.highest)
    raise NoScenario(**words, skill=plan.skills[number, group], level=level)


def deal_once(library: Library, shelf: Shelf, plan: Plan, kept: Mapping[int, set[str]]) -> tuple[Slot, ...]:
    """All slots, round by round. Raises NothingLeft."""
    met = Met({int(person[1:]): cards for person, cards in plan.met_before.items()}, kept)
    slots = list(plan.played)
    for slot in slots:
        met.play(slot.met or "", slot.seats.everyone)
    for number in range(1, len(plan.rounds) + 1):
        if slots and number <= slots[-1].round:
            continue
        met.this_round = set()
        level = level_of_round(number, plan.options, shelf.highest)
        if number in plan.options.own_issue_rounds:
            slots += own_issue_round(library, shelf, plan, met, number, level, slots)
        else:
            slots += role_play_round(library, shelf, plan, met, number, level)
    return tuple(slots)


def role_play_round(library: Library, shelf: Shelf, plan: Plan, met: Met, number: int, level: int) -> list[Slot]:
    """The slots of a round of role-plays; with --same-case all groups get the cards of the first."""
    groups = plan.rounds[number - 1]
    therapists = [group[0] for group in groups]
    skills = [plan.skills[number, g] for g in range(1, len(groups) + 1)]
    same = plan.options.same_case
    slots = []
    chosen = ""
    for g, group in enumerate(groups, 1):
        place = (number, g)
        if not same:
            chosen, _ = choose(shelf, met, plan.seed, place, [skills[g - 1]], level, [group[0]], group)
            met.play(chosen, group)
        elif g == 1:
            everyone = [person for members in groups for person in members]
            chosen, _ = choose(shelf, met, plan.seed, place, sorted(set(skills)), level, therapists, everyone)
            met.play(chosen, everyone)
        cards_of = (number, 1) if same else place
        slots.append(
            role_play_slot(library, plan.seed, place, cards_of, skills[g - 1], shelf.cards[chosen], plan.talk, group)
        )
    return slots


def own_issue_round(
    library: Library, shelf: Shelf, plan: Plan, met: Met, number: int, level: int, before: Sequence[Slot]
) -> list[Slot]:
    """The slots of an own-issue round. The spare card counts as met: nobody asks whether it was played."""
    skill = own_issue_skill(plan.seed, number, plan.skills)
    slots = []
    for g, group in enumerate(plan.rounds[number - 1], 1):
        place = (number, g)
        fallback = choose_spare(shelf, met, plan.seed, place, level, group[0], group)
        met.play(fallback, group)
        seen = {one for slot in before if slot.seats.client == group[1] for one in slot.prompts}
        slots.append(own_issue_slot(library, plan.seed, place, skill, level, fallback, seen, group))
    return slots
