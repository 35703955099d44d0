"""The rotation tables, recounted from the file, and what the program does with them."""

from collections import Counter
from itertools import combinations

import pytest

from sst_training.draw.rotation import keep_apart, regrouped, rotation, table
from sst_training.draw.seats import each_seat_once, seat
from sst_training.errors import CannotKeepApart
from sst_training.rng import stream

SIZES = range(3, 61)
PROMISED = {9: 4, 12: 4, 15: 7, 18: 6, 21: 8, 24: 8, 27: 8, 30: 8}
FOUND = dict.fromkeys(SIZES, 12) | dict.fromkeys((3, 4, 5, 6, 7, 8, 10, 11), 1)
FOUND |= {9: 4, 12: 4, 13: 4, 14: 4, 15: 7, 16: 6, 17: 5, 18: 8, 19: 7, 20: 6, 21: 10, 22: 9, 23: 7}
FOUND |= {24: 11, 25: 11, 26: 10, 29: 10}
"""Rounds without a repeated pair, by size: what the tool found, so that a new table is never worse."""


def met(rounds):
    """Pair → how often it shares a group."""
    return Counter(pair for groups in rounds for group in groups for pair in combinations(sorted(group), 2))


@pytest.mark.parametrize("people", SIZES)
def test_everyone_sits_somewhere_each_round(people):
    """Twelve rounds; groups of three, a remainder in fours, five people together."""
    fours = people % 3
    shape = [5] if people == 5 else [3] * (people // 3 - fours) + [4] * fours

    rounds = table(people)

    assert len(rounds) == 12
    for groups in rounds:
        assert sorted(map(len, groups)) == shape
        assert sorted(person for group in groups for person in group) == list(range(1, people + 1))


@pytest.mark.parametrize("people", SIZES)
def test_no_pair_repeats_in_the_first_rounds(people):
    """As many rounds as promised, and as were found."""
    rounds = table(people)[: FOUND[people]]

    assert FOUND[people] >= PROMISED.get(people, 1)
    assert max(met(rounds).values()) == 1


@pytest.mark.parametrize("people", SIZES)
def test_seats_are_even(people):
    """After every number of rounds within one; over each three rounds once each for multiples of three, else within one."""
    rounds = table(people)
    stretches = [(0, end) for end in range(1, 13)] + [(start, start + 3) for start in range(0, 12, 3)]

    for start, end in stretches:
        count = Counter(
            (person, min(place, 2))
            for groups in rounds[start:end]
            for group in groups
            for place, person in enumerate(group)
        )
        for seat_number in range(3):
            times = [count[person, seat_number] for person in range(1, people + 1)]
            assert max(times) - min(times) <= 1
            if people % 3 == 0 and end - start == 3:
                assert set(times) == {1}


def test_later_rounds_repeat_as_few_pairs_as_bounds_allow():
    """7 people: each three-round day has 6 repeats; 8: 8; 10: 2; 11: 4. A group larger than the number of groups must."""
    repeats = {people: sum(n - 1 for n in met(table(people)[:3]).values()) for people in (6, 7, 8, 10, 11)}

    assert repeats == {6: 5, 7: 6, 8: 8, 10: 2, 11: 4}


def test_the_seed_decides_who_has_which_place():
    """The same seed gives the same groups, another seed others."""
    assert rotation(12, 6, 1) == rotation(12, 6, 1) != rotation(12, 6, 2)


def test_fewer_rounds_are_the_beginning_of_more():
    """Six rounds of a seed begin with its three."""
    assert rotation(14, 6, 7)[:3] == rotation(14, 3, 7)


@pytest.mark.parametrize("seed", range(20))
def test_pairs_kept_apart(seed):
    """3-7 and 2-9 share no group in rounds 2 and 5, and the table is still followed."""
    apart, rounds = [(3, 7), (2, 9)], rotation(12, 6, seed, [(3, 7), (2, 9)], [2, 5])

    for number in (2, 5):
        for group in rounds[number - 1]:
            assert not any({a, b} <= set(group) for a, b in apart)
    assert max(met(rounds[:4]).values()) == 1


def test_a_plan_that_does_not_touch_them_stays():
    """When the seed keeps the pair apart already, nobody is moved."""
    for seed in range(10):
        plain = rotation(12, 6, seed)
        together = any({3, 7} <= set(group) for group in plain[1])
        assert together or rotation(12, 6, seed, [(3, 7)], [2]) == plain


def test_one_group_cannot_keep_anyone_apart():
    """Four people are one group."""
    with pytest.raises(CannotKeepApart):
        rotation(4, 3, 1, [(1, 2)], [2])


def test_three_enemies_and_two_groups():
    """Three people who must all be apart do not go into two groups."""
    with pytest.raises(CannotKeepApart):
        rotation(6, 3, 1, [(1, 2), (2, 3), (1, 3)], [2])


def test_apart_in_every_round_in_between():
    """Where the table has no place for a pair, other groups are made: 6 people, apart for ten rounds."""
    pair, closed = [(1, 2)], list(range(2, 12))

    assert keep_apart(table(6), list(range(1, 7)), pair, closed) is None
    for groups in rotation(6, 12, 3, pair, closed)[1:11]:
        assert not any({1, 2} <= set(group) for group in groups)


def test_three_rounds_of_triads_give_each_seat_once():
    """Any three rounds of triads of the same people, as König has it."""
    for seed in range(50):
        chance = stream(seed, "test")
        people = [chance.shuffle(range(1, 16)) for _ in range(3)]
        block = [[order[i : i + 3] for i in range(0, 15, 3)] for order in people]

        seated = each_seat_once(block)

        for groups, before in zip(seated, block, strict=True):
            assert [sorted(group) for group in groups] == [sorted(group) for group in before]
        assert all(sorted(place for groups in seated for group in groups for place, one in enumerate(group) if one == p)
                   == [0, 1, 2] for p in range(1, 16))  # fmt: skip


def test_groups_of_four_are_seated_within_one():
    """Six rounds of 3, 3 and 4 by chance alone: over each three rounds and over the day nobody is more than one ahead."""
    for seed in range(20):
        chance = stream(seed, "test")
        orders = [chance.shuffle(range(1, 11)) for _ in range(6)]
        seated = seat([[order[:3], order[3:6], order[6:]] for order in orders], chance)

        for start, end in ((0, 3), (3, 6), (0, 6)):
            count = Counter((one, min(place, 2)) for groups in seated[start:end] for group in groups
                            for place, one in enumerate(group))  # fmt: skip
            for number in range(3):
                times = [count[one, number] for one in range(1, 11)]
                assert max(times) - min(times) <= 1


def test_without_one_person_the_others_meet_new_people():
    """12 people after two rounds, then 11: nobody of the 11 is left out, and few pairs meet again."""
    before = rotation(12, 2, 5)
    people = [one for one in range(1, 13) if one != 7]

    rounds = regrouped(people, 4, before, 5)

    assert all(sorted(one for group in groups for one in group) == people for groups in rounds)
    assert sum(n - 1 for n in met([*before, *rounds]).values()) <= 6
