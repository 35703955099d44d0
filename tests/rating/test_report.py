"""The report: its order, what it says when, and what it never says."""

from __future__ import annotations

import datetime

import msgspec
import pytest

from sst_training.model.rating import Rating
from sst_training.rating.report import report
from sst_training.rating.score import Score, score

CONSENT = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}
TAPED = {"recording": {"name": "opname 1", "seconds": 1200}, "consent": CONSENT}


@pytest.fixture
def told(rate, library):
    """The report on ticks, read on a given day."""

    def make(ticks=None, *, today="2026-12-10", skill=None, **fields):
        rating = rate(ticks, **fields)
        result = score(rating, library, skill=skill)
        return report(rating, result, library, today=today, chosen=skill is not None)

    return make


def test_score_has_the_fields_of_the_contract_in_their_order():
    """DESIGN §6, to the letter."""
    fields = "instrument version validated items counts domains mean mean_withheld harm safety next_practice"
    assert list(Score.__struct_fields__) == fields.split()


def test_strengths_are_three_at_most_advanced_first(told):
    """Two advanced, then the first basic."""
    found = told({"focus": "b1 b2 b3 a1", "listen": "b1 a2"})
    assert [one.tick for one in found.strengths] == ["focus.a1", "listen.a2", "focus.b1"]


def test_a_strength_with_a_moment_goes_before_one_without(raw, library):
    """Both basic: the one that can be looked up comes first."""
    noted = {"state": "assessed", "ticks": ["listen.b1"], "evidence": [{"tick": "listen.b1", "note": "So you stayed."}]}
    bare = {"state": "assessed", "ticks": ["focus.b1"]}
    rating = msgspec.convert(raw({"focus": bare, "listen": noted}), Rating)
    found = report(rating, score(rating, library), library, today="2026-12-10")
    assert [one.tick for one in found.strengths] == ["listen.b1", "focus.b1"]


def test_strengths_stay_visible_beside_a_hindrance(told):
    """Level 1 hides nothing of what went well."""
    assert [one.tick for one in told({"focus": "a1 a2 h1"}).strengths] == ["focus.a1", "focus.a2"]


def test_an_open_unsafe_tick_is_told_in_the_banner_only(told):
    """The banner names it; what hindered does not repeat it."""
    found = told({"frame": "s1", "focus": "h1"})
    assert [one.tick for one in found.unsafe] == ["frame.s1"]
    assert [one.tick for one in found.hindered] == ["focus.h1"]


def test_a_resolved_unsafe_tick_stays(told):
    """No banner any more; the tick and what was agreed are told where it hindered."""
    agreed = {"with": "T1", "note": "We went through it.", "date": "2026-12-06"}
    found = told({"frame": "s1"}, resolution=agreed)
    assert (found.unsafe, [one.tick for one in found.hindered]) == ((), ["frame.s1"])
    assert found.resolution is not None


@pytest.mark.parametrize(("ticks", "low"), [("b1 b2", False), ("b1 b2 a1", False), ("b1", True), ("h1", True)])
def test_the_words_after_level_1_and_2(told, ticks, low):
    """They stand after a 1 or a 2, and not otherwise."""
    assert told({"listen": ticks}).low is low


@pytest.mark.parametrize(("today", "erase"), [("2026-12-19", None), ("2026-12-20", "2026-12-19")])
def test_a_recording_past_its_day(told, today, erase):
    """The day itself is in time; the day after, the report says so."""
    assert told(today=today, **TAPED).erase == erase


def test_aims_are_the_basics_still_lacking(told):
    """Not what was seen, not what does not count."""
    found = told({"focus": "b1"}, waived="focus.b3").next
    assert [tick.id for tick in found.aims] == ["focus.b2"]


def test_aims_at_level_3_are_the_two_ways_deeper(told):
    """Either will do."""
    assert [tick.id for tick in told({"focus": "b1 b2 b3"}).next.aims] == ["focus.a1", "focus.a2"]


def test_a_chosen_step_says_so(told):
    """One's own choice is not dressed up as a proposal."""
    found = told({"focus": "b1"}, skill="frame").next
    assert (found.skill, found.chosen, found.standing.level) == ("frame", True, None)


def test_every_skill_has_a_row(told, instrument):
    """Thirteen, in the order of the talk, `safety` apart."""
    rows = told().rows
    assert [row.skill for row in rows] == list(instrument.skills)
    assert [row.skill for row in rows if row.apart] == ["safety"]


def test_dates_are_written_out_in_every_month(phrases):
    """Twelve months, two languages."""
    from sst_training.sheets.report_words import date_words

    for month in range(1, 13):
        assert date_words(phrases, datetime.date(2026, month, 5).isoformat()).startswith("5 ")
