"""The promises of a day, recounted from its slots alone: this trusts nothing that drew them."""

from collections import Counter, defaultdict
from itertools import combinations

import pytest


def pairs_of(slot):
    """The pairs that share a group in a slot."""
    return list(combinations(sorted(slot.seats.everyone), 2))


def counted_repeats(day):
    """Pair → rounds, for pairs that share a group more than once."""
    rounds = defaultdict(list)
    for slot in day.slots:
        for pair in pairs_of(slot):
            rounds[pair].append(slot.round)
    return {pair: tuple(found) for pair, found in rounds.items() if len(found) > 1}


def check_seats(day, present=lambda _round: None):
    """Everyone present has one seat a round, groups are triads with a remainder in fours (or one five)."""
    for number in range(1, day.rounds + 1):
        slots = [slot for slot in day.slots if slot.round == number]
        people = present(number) or list(range(1, day.participants + 1))
        assert sorted(one for slot in slots for one in slot.seats.everyone) == people
        sizes = Counter(len(slot.seats.everyone) for slot in slots)
        expected = {5: 1} if len(people) == 5 else {4: len(people) % 3, 3: len(people) // 3 - len(people) % 3}
        assert sizes == {size: count for size, count in expected.items() if count}
        assert [slot.group for slot in slots] == list(range(1, len(slots) + 1))


def seat_counts(day, rounds):
    """Person → Counter of seats over these rounds."""
    found = {person: Counter() for person in range(1, day.participants + 1)}
    for slot in day.slots:
        if slot.round in rounds:
            found[slot.seats.therapist]["therapist"] += 1
            found[slot.seats.client]["client"] += 1
            for one in slot.seats.observers:
                found[one]["observer"] += 1
    return found


def check_fair(day):
    """Over each three rounds each seat once where the size is a multiple of three, else and over the day within one."""
    for start in range(1, day.rounds - 1, 3):
        counts = seat_counts(day, range(start, start + 3))
        if day.participants % 3 == 0:
            assert all(set(row.values()) == {1} and len(row) == 3 for row in counts.values())
        spread(counts)
    spread(seat_counts(day, range(1, day.rounds + 1)))


def spread(counts):
    """No seat more than once more often for one person than for another."""
    for seat in ("therapist", "client", "observer"):
        column = [row[seat] for row in counts.values()]
        assert max(column) - min(column) <= 1


def check_unmet(day, before=None):
    """Nobody is therapist for a scenario met in any seat, earlier today or before."""
    met = defaultdict(set, {int(person[1:]): set(cards) for person, cards in (before or {}).items()})
    for slot in day.slots:
        card = slot.scenario or slot.fallback
        assert card not in met[slot.seats.therapist]
        for one in slot.seats.everyone:
            met[one].add(card)


def check_cards(day, library):
    """What is played fits together, in skill, level, setting, minutes and manners."""
    scenarios = {card.id: card for card in library.scenarios}
    tasks = {card.id: card for card in library.observer_tasks}
    twists = {card.id: card for card in library.twists}
    for slot in day.slots:
        assert tasks[slot.observer_task].skill == slot.skill
        if slot.mode == "own-issue":
            assert scenarios[slot.fallback].solo
            assert scenarios[slot.fallback].risk == "none"
            continue
        card = scenarios[slot.scenario]
        assert (card.level, card.risk) == (slot.level, "none")
        assert slot.skill in card.skills
        assert slot.setting in card.settings
        assert slot.stance in library.fits[card.id].stances
        assert card.age[0] <= slot.person.age <= card.age[1]
        if slot.twist is not None:
            assert slot.round > 1
            assert slot.level > 1
            assert slot.twist in library.fits[card.id].stances[slot.stance]
            assert twists[slot.twist].minute[1] <= day.talk(slot.round)


def check_levels(day, highest):
    """One level a block of three rounds, climbing; lower only with a note."""
    lower = {(note.round, group) for note in day.notes if note.code == "level_lower" for group in note.groups}
    for slot in day.slots:
        block = (slot.round - 1) // 3
        wanted = min(day.options.level_min + block, day.options.level_max, highest)
        if (slot.round, slot.group) in lower:
            assert slot.level == wanted - 1
        else:
            assert slot.level == wanted


def check_clock(day):
    """Every round is as long as asked for, in parts, and the next begins when it ends."""
    pauses = {pause.after: pause.minutes for pause in day.options.breaks}
    at = 0
    for clock in day.clock:
        assert clock.start == at
        length = sum(part.minutes for part in clock.parts)
        assert length == day.options.minutes + pauses.get(clock.round, 0)
        at += length


def check_told(day, skills):
    """Coverage and repeats say what a recount says."""
    played = Counter(slot.skill for slot in day.slots if slot.mode == "role-play")
    assert day.coverage == played
    assert list(day.coverage) == [skill for skill in skills if skill in played]
    assert {repeat.pair: repeat.rounds for repeat in day.repeats} == counted_repeats(day)


@pytest.fixture(scope="session")
def promises():
    """`promises(day, library)` holds a day of all participants to everything that was promised."""

    def check(day, library, before=None):
        check_seats(day)
        check_fair(day)
        check_unmet(day, before)
        check_cards(day, library)
        check_levels(day, max(card.level for card in library.scenarios if card.risk == "none"))
        check_clock(day)
        check_told(day, library.instrument.skills)

    return check


@pytest.fixture(scope="session")
def rest_of_day():
    """`rest_of_day(day, library, absent, from_round)` holds what is left of a day to its promises."""

    def check(day, library, absent, from_round):
        everyone = range(1, day.participants + 1)
        check_seats(day, lambda number: [one for one in everyone if number < from_round or one not in absent])
        check_unmet(day, day.met_before)
        check_cards(day, library)
        check_levels(day, max(card.level for card in library.scenarios if card.risk == "none"))
        check_clock(day)
        check_told(day, library.instrument.skills)

    return check
