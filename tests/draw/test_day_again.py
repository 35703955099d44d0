"""A stored day once more, and a day that goes on without someone."""

import msgspec
import pytest

from sst_training.draw.day import draw_day
from sst_training.draw.replay import replayed, without
from sst_training.errors import CardsGone, TooFewPresent, TooManySkills
from sst_training.model.day import Options
from sst_training.model.day_check import first_fault


def day_of(library, participants=12, rounds=6, seed="1", met=None, **options):
    """A day with these options."""
    return draw_day(library, participants, rounds, Options(**options), seed, "nl", met)


def test_the_same_library_gives_the_same_day(made):
    """Nothing is changed or added."""
    day = day_of(made)

    assert replayed(day, made, "nl") == day


def test_a_grown_library_gives_the_same_day_with_a_note(made):
    """The cards stay; the day says that the library is another one, once."""
    day = day_of(made)
    grown = msgspec.structs.replace(made, hash="grown")

    again = replayed(replayed(day, grown, "nl"), grown, "nl")

    assert again.slots == day.slots
    assert again.library == "made"
    assert [(note.code, note.library) for note in again.notes] == [("library_changed", "grown")]


def test_what_is_gone_is_named(made):
    """A card that left the library without a trace: exit 4 and its id."""
    day = day_of(made)
    gone = day.slots[0].scenario
    library = msgspec.structs.replace(made, scenarios=tuple(card for card in made.scenarios if card.id != gone))

    with pytest.raises(CardsGone) as refused:
        replayed(day, library, "nl")

    assert refused.value.exit_code == 4
    assert refused.value.words["ids"] == gone


def test_a_retired_card_is_still_replayed(made):
    """A card with a reason to go stays readable in an old day."""
    day = day_of(made)
    cards = tuple(msgspec.structs.replace(card, retired="outdated") for card in made.scenarios)

    assert replayed(day, msgspec.structs.replace(made, scenarios=cards), "nl").slots == day.slots


@pytest.mark.parametrize("participants", [4, 6, 9, 10, 12, 13, 24, 31])
@pytest.mark.parametrize("from_round", [1, 2, 4, 6])
def test_the_rest_of_a_day(made, rest_of_day, participants, from_round):
    """One person away: played rounds stay, and the rest keeps every promise."""
    day = day_of(made, participants, own_issue_rounds=(3,))

    rest = without(day, made, [2], from_round)

    rest_of_day(rest, made, {2}, from_round)
    assert first_fault(rest) is None
    assert [slot for slot in rest.slots if slot.round < from_round] == [
        slot for slot in day.slots if slot.round < from_round
    ]


def test_seats_stay_fair_without_two(made):
    """12 people, 7 and 12 away from round 2: over the day nobody leads more than one talk more than another."""
    for seed in range(10):
        rest = without(day_of(made, seed=str(seed)), made, [7, 12], 2)
        led = [sum(slot.seats.therapist == one for slot in rest.slots) for one in range(1, 13) if one not in (7, 12)]
        assert max(led) - min(led) <= 1


def test_two_absences_after_each_other(made, rest_of_day):
    """7 away from round 2, then 12 from round 4: both stay away, and it can be read back."""
    once = without(day_of(made), made, [7], 2)
    twice = without(once, made, [12], 4)

    assert [slot for slot in twice.slots if slot.round < 4] == [slot for slot in once.slots if slot.round < 4]
    assert all(not {7, 12} & set(slot.seats.everyone) for slot in twice.slots if slot.round >= 4)
    assert first_fault(twice) is None
    assert msgspec.json.decode(msgspec.json.encode(twice), type=type(twice)) == twice


def test_what_the_ledger_said_still_holds(made, rest_of_day):
    """The stored day knows what was met before, so the rest is made without the ledger's file."""
    known = [card.id for card in made.scenarios if card.level == 1][:9]
    met = {f"p{person}": tuple(known) for person in range(1, 13)}
    day = day_of(made, met=met)

    rest_of_day(without(day, made, [3], 2), made, {3}, 2)


def test_still_apart(made):
    """2 and 9 are kept apart in the own-issue rounds that are made anew."""
    for seed in range(20):
        rest = without(day_of(made, own_issue_rounds=(2, 5), apart=((2, 9),), seed=str(seed)), made, [4], 2)
        own = [slot for slot in rest.slots if slot.mode == "own-issue"]
        assert own
        assert not any({2, 9} <= set(slot.seats.everyone) for slot in own)


def test_every_skill_is_still_practised_or_refused(made):
    """Twelve skills in four rounds of four groups; with half the people there are too few slots left."""
    skills = tuple(skill for skill in made.instrument.course_order if skill in made.instrument.ungated)
    day = day_of(made, rounds=4, skills=skills)

    assert set(without(day, made, [1], 2).coverage) == set(skills)
    with pytest.raises(TooManySkills):
        without(day, made, [1, 2, 3, 4, 5, 6, 7], 2)


@pytest.mark.parametrize("absent", [range(1, 13), range(1, 11)])
def test_too_few_are_left(made, absent):
    """Nobody, or two people: no group."""
    with pytest.raises(TooFewPresent) as refused:
        without(day_of(made), made, list(absent), 2)

    assert refused.value.exit_code == 5
