"""Times as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sst_training.rating.times import clock, seconds, with_seconds


@pytest.mark.parametrize(
    ("text", "found"),
    [("0:09", 9), ("12:34", 754), ("75:00", 4500), ("1:02:03", 3723), (" 1:00 ", 60), ("00:00:00", 0)],
)
def test_a_time_is_read(text, found):
    """Minutes and seconds, or hours before them."""
    assert seconds(text) == found


@pytest.mark.parametrize("text", ["12:60", "1:60:00", ":30", "12:3", "1:2:3", "-1:00", "a:bc", "1:2:3:4", "١:٠٢", ""])
def test_what_is_no_time(text):
    """Sixty seconds, half a time, signs and other digits are refused."""
    assert seconds(text) is None


@given(st.integers(0, 86400))
def test_clock_and_seconds_agree(at):
    """What is written is read back as the same second."""
    assert seconds(clock(at)) == at


def test_every_time_of_a_rating_is_read():
    """Evidence, keep, span and recording may hold clock times; the rest is left alone."""
    data = {
        "items": {"focus": {"evidence": [{"tick": "focus.a1", "at": "12:34", "note": "at 1:00"}]}},
        "keep": {"at": "0:30"}, "span": {"from": "0:00", "to": 90}, "recording": {"name": "a", "seconds": "21:00"},
        "prediction": "12:34",
    }  # fmt: skip
    found, unread = with_seconds(data)
    assert unread == []
    assert found == {
        "items": {"focus": {"evidence": [{"tick": "focus.a1", "at": 754, "note": "at 1:00"}]}},
        "keep": {"at": 30}, "span": {"from": 0, "to": 90}, "recording": {"name": "a", "seconds": 1260},
        "prediction": "12:34",
    }  # fmt: skip


def test_a_time_that_cannot_be_read_is_named():
    """Where it stands, and what stands there."""
    assert with_seconds({"keep": {"at": "12:99"}})[1] == [(("keep", "at"), "12:99")]


@given(st.recursive(st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_other_shape_passes(data):
    """What is no rating is handed back without a complaint of ours."""
    with_seconds({"items": data, "span": data, "keep": data})
    assert with_seconds(data)[1] == [] or isinstance(data, dict)
