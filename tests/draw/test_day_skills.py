"""Which skills a day practises."""

from collections import Counter

import pytest

from sst_training.draw.day import draw_day
from sst_training.draw.skills import FIRST, asked
from sst_training.errors import SafetyIsGuided, TooManySkills, UnknownId
from sst_training.library import open_library
from sst_training.model.day import Options

INSTRUMENT = open_library().instrument
ALL = tuple(skill for skill in INSTRUMENT.course_order if skill in INSTRUMENT.ungated)


def day_of(library, participants=12, rounds=6, seed="1", **options):
    """A day with these options."""
    return draw_day(library, participants, rounds, Options(**options), seed, "nl")


def by_round(day):
    """The skills of each round."""
    return [sorted({slot.skill for slot in day.in_round(number)}) for number in range(1, day.rounds + 1)]


@pytest.mark.parametrize("rounds", range(1, 13))
def test_without_asking_the_first_of_a_fixed_list(made, rounds):
    """Six rounds: focus, one-idea, takeaway, best-hope, resources and open-door, in course order; one a round."""
    expected = [[skill] for skill in ALL if skill in FIRST[:rounds]]

    assert by_round(day_of(made, rounds=rounds)) == expected


def test_own_issue_rounds_take_no_skill_of_the_list(made):
    """Six rounds with one own-issue round: five of the list."""
    day = day_of(made, own_issue_rounds=(3,))

    assert set(day.coverage) == set(FIRST[:5])


def test_named_skills_in_course_order_and_again(made):
    """Two skills and five rounds: in course order, then once more."""
    skills = asked(["one-idea", "focus"], INSTRUMENT)

    assert by_round(day_of(made, rounds=5, skills=skills)) == [
        *(["focus"], ["one-idea"], ["focus"], ["one-idea"], ["focus"])
    ]


@pytest.mark.parametrize("participants", range(6, 25))
@pytest.mark.parametrize("rounds", range(1, 7))
def test_every_skill_asked_for_is_practised(made, participants, rounds):
    """All twelve, for 6 to 24 people and up to six rounds: each at least once, earlier ones not later; or refused."""
    groups = participants // 3
    if groups * rounds < 12:
        with pytest.raises(TooManySkills) as refused:
            day_of(made, participants, rounds, skills=ALL)
        assert refused.value.words["needed"] == 12
        assert refused.value.words["slots"] == groups * rounds
        return
    day = day_of(made, participants, rounds, skills=ALL)

    assert set(day.coverage) == set(ALL)
    order = [ALL.index(skill) for row in by_round(day) for skill in sorted(row, key=ALL.index)]
    assert order == sorted(order)


def test_dealt_is_a_shuffled_deck(made):
    """24 slots: each of the twelve skills exactly twice, and not in course order."""
    day = day_of(made, dealt=True)

    assert set(day.coverage.values()) == {2}
    assert set(day.coverage) == set(ALL)


def test_dealt_begins_with_any_skill(made):
    """Over 3,600 seeds each skill is as often in slot 1 (chi-square below the 0.999 quantile of 11 degrees, 31.3)."""
    from sst_training.draw.skills import skills_of_day

    count = Counter(skills_of_day(INSTRUMENT, Options(dealt=True), {1: 1}, seed, {})[1, 1] for seed in range(3600))

    assert sum((count[skill] - 300) ** 2 / 300 for skill in ALL) < 31.3


def test_dealt_named_skills_must_fit(made):
    """Twelve skills do not fit in three slots."""
    with pytest.raises(TooManySkills):
        day_of(made, 3, 3, dealt=True, skills=ALL)


def test_unknown_and_guided_skills():
    """A skill that does not exist, and the one that is never dealt."""
    with pytest.raises(UnknownId):
        asked(["focus", "juggling"], INSTRUMENT)
    with pytest.raises(SafetyIsGuided):
        asked(["safety"], INSTRUMENT)
