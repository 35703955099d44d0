"""What the trainer's master says when one person is missing."""

from __future__ import annotations

import msgspec
import pytest

from sst_training.model.day import Seats
from sst_training.sheets.missing import knows, spare_observer, without


@pytest.fixture
def day(make_day):
    """Seven people: group 1 has 1, 2, 3; group 2 has 4, 5, 6, 7."""
    return make_day(7, 2)


def words(day, slot, say):
    """Participant → what happens without them."""
    return dict(without(day, slot, say))


def test_observer_takes_the_empty_seat_and_a_second_observer_comes_to_watch(day, dutch):
    """Group 1 without its professional."""
    assert words(day, day.slots[0], dutch)["1"] == "3 wordt de professional. 7 uit groep 2 komt kijken."


def test_group_of_four_helps_itself(day, dutch):
    """Group 2 without its client: one observer moves, the other watches on."""
    assert words(day, day.slots[1], dutch)["5"] == "6 wordt de cliënt."


def test_second_observer_is_not_missed(day, dutch):
    """The others go on."""
    assert words(day, day.slots[1], dutch)["7"] == "De anderen gaan gewoon door."


def test_nobody_leads_a_scenario_met_before(day, dutch):
    """The observer knew this one from an earlier day: the two go and watch elsewhere."""
    known = msgspec.structs.replace(day, met_before={"p3": (day.slots[0].scenario,)})
    assert knows(known, day.slots[0], 3)
    assert words(known, day.slots[0], dutch)["1"] == "2 en 3 gaan elk bij een andere groep kijken."


def test_people_kept_apart_stay_apart_in_an_own_issue_round(make_day):
    """7 may not sit with 2, so 6 comes."""
    day = make_day(7, 2, own=(1,))
    apart = msgspec.structs.replace(day, options=msgspec.structs.replace(day.options, apart=((2, 7),)))
    assert spare_observer(day, day.slots[0], [1, 2]) == (7, 2)
    assert spare_observer(apart, apart.slots[0], [1, 2]) == (6, 2)


def test_triads_alone_have_nobody_to_spare(make_day, dutch):
    """Six people: the group goes on without an observer."""
    day = make_day(6, 1)
    assert words(day, day.slots[0], dutch)["3"] == dutch("print.missing.unwatched")


def test_group_of_five_has_three_to_choose_from(day, dutch):
    """An observer who knows the scenario stays where they are."""
    slot = msgspec.structs.replace(day.slots[1], seats=Seats(4, 5, (6, 7, 1)))
    known = msgspec.structs.replace(day, met_before={"p6": (slot.scenario,)})
    assert words(known, slot, dutch)["4"] == "7 wordt de professional."
