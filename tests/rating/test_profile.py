"""Counts, means and what withholds them."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sst_training.model.rating import Rating
from sst_training.rating.next_practice import next_practice
from sst_training.rating.profile import mean_of, profile_of

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "levels.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["profiles"], ids=lambda vector: vector["said"])
def test_vector(vector, raw, library):
    """Each vector gives the counts, means and next practice it names, to the digit."""
    rating = msgspec.convert(raw(vector["items"], resolution=vector["resolution"]), Rating)
    profile = profile_of(rating, library.instrument)
    step = next_practice(rating, profile, library)
    found = {
        "counts": profile.counts,
        "domains": profile.domains,
        "mean": profile.mean,
        "mean_withheld": profile.mean_withheld,
        "safety": profile.safety,
        "next": [step.skill, step.why] if step else None,
    }
    assert msgspec.json.encode(found) == msgspec.json.encode(vector["expect"])


def test_a_half_is_rounded_up():
    """17/8 = 2.125 is 2.13, not 2.12 as half to even would have it."""
    assert mean_of([2] * 7 + [3]) == 2.13


def test_a_whole_mean_is_written_without_fraction():
    """3.0 is written as 3."""
    assert msgspec.json.encode(mean_of([2, 4])) == b"3"


def test_the_mean_of_nothing_is_none():
    """No levels, no mean."""
    assert mean_of([]) is None


@given(st.lists(st.integers(1, 4), min_size=1, max_size=12))
def test_mean_is_the_exact_mean_rounded_half_up(levels):
    """The mean differs from the exact one by at most half a hundredth, and a half goes up."""
    exact = Fraction(sum(levels), len(levels)) * 100
    assert round(mean_of(levels) * 100) == (exact + Fraction(1, 2)).__floor__()


def test_harm_stands_in_the_order_of_the_talk(rate, instrument):
    """Hindering ticks are told in the order of the list, however the file orders them."""
    rating = rate({"collaborate": "h1", "frame": "h2 h1"})
    assert [one.tick for one in profile_of(rating, instrument).harm] == ["frame.h1", "frame.h2", "collaborate.h1"]


def test_moments_stand_in_the_order_of_time(raw, instrument):
    """Two moments of one tick are told in the order they happened."""
    evidence = [{"tick": "focus.h1", "at": 90, "note": "b"}, {"tick": "focus.h1", "at": 30, "note": "a"}]
    item = {"state": "assessed", "ticks": ["focus.h1"], "evidence": evidence}
    profile = profile_of(msgspec.convert(raw({"focus": item}), Rating), instrument)
    assert [moment.at for moment in profile.harm[0].evidence] == [30, 90]


def test_a_tick_of_a_skill_that_was_not_assessed_hinders_nothing(raw, instrument):
    """A stray unsafe tick under na raises no banner."""
    item = {"state": "na", "reason": "recording_gap", "ticks": ["frame.s1"]}
    profile = profile_of(msgspec.convert(raw({"frame": item}), Rating), instrument)
    assert (profile.safety, profile.harm) == (False, ())


def test_a_skill_the_file_does_not_name_is_missing(raw, instrument):
    """What is absent is not filled in, never na and never level 2."""
    data = raw()
    del data["items"]["focus"]
    assert profile_of(msgspec.convert(data, Rating), instrument).items["focus"].state == "missing"
