"""The rating file: what goes in comes out, newer is left alone, older opens, damaged is told and saved from."""

from __future__ import annotations

import datetime
import json
from codecs import BOM_UTF8

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from sst_training.library.reading import CONTROL, parse
from sst_training.library.walk import build
from sst_training.model import rating as model
from sst_training.model.rating import Rating
from sst_training.store import format as form
from sst_training.store import salvage
from sst_training.store.format import Unsound, decoded, encoded
from sst_training.store.salvage import salvaged

WORDS = st.text(max_size=40).filter(lambda text: not CONTROL.search(text))
NOTES = st.none() | WORDS
LABELS = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,19}", fullmatch=True)
DATES = st.dates(datetime.date(2020, 1, 1)).map(str)
SECONDS = st.integers(0, 86400)
TICKS = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,5})?\.[hsba][1-9]", fullmatch=True)
EVIDENCE = st.builds(model.Evidence, tick=TICKS, at=st.none() | SECONDS, note=NOTES)
REASONS = st.sampled_from(["no_opportunity", "not_in_this_exercise", "recording_gap"])
ITEMS = st.builds(
    model.ItemRating,
    state=st.sampled_from(["assessed", "na", "missing"]),
    reason=st.none() | REASONS,
    ticks=st.lists(TICKS, max_size=4).map(tuple),
    not_applicable_ticks=st.lists(TICKS, max_size=2).map(tuple),
    evidence=st.lists(EVIDENCE, max_size=3).map(tuple),
)
RATINGS = st.builds(
    Rating,
    format=st.just("sst-rating/1"),
    instrument=st.just("sst-practice"),
    version=st.just("1.0.0"),
    session=st.from_regex(r"[a-z0-9]{8}", fullmatch=True),
    date=DATES,
    ratee=LABELS,
    rater=st.builds(model.Rater, role=st.sampled_from(["self", "peer", "client"]), label=LABELS, blind=st.booleans()),
    items=st.dictionaries(st.from_regex(r"[a-z]{1,8}(-[a-z]{1,5})?", fullmatch=True), ITEMS, max_size=5),
    scenario=st.none() | st.just("sc-017"),
    consent=st.none() | st.builds(model.Consent, all_informed=st.booleans(), all_agreed=st.booleans(), erase_by=DATES),
    recording=st.none() | st.builds(model.Recording, name=LABELS, seconds=st.integers(1, 86400)),
    span=st.none() | st.builds(model.Span, start=SECONDS, end=SECONDS),
    prediction=NOTES,
    counters=st.none() | st.dictionaries(st.sampled_from(["open_questions", "reflections"]), st.integers(0, 9999)),
    keep=st.none() | st.builds(model.Keep, at=st.none() | SECONDS, note=NOTES),
    resolution=st.none() | st.builds(model.Resolution, partner=LABELS, note=WORDS, date=DATES),
    locked=st.booleans(),
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_a_file_that_an_editor_marked(rating):
    """Saved again in Notepad: sound as before, and saved from as before when it is torn."""
    content = encoded(rating())

    assert decoded(BOM_UTF8 + content) == decoded(content)
    assert salvaged(BOM_UTF8 + content[:-40]) == salvaged(content[:-40]) is not None


@QUICK
@given(RATINGS)
def test_what_goes_in_comes_out(rating):
    """Byte for byte again, and the reader for files from elsewhere reads the same."""
    content = encoded(rating)
    document = parse(content, most_bytes=form.MOST_BYTES)

    assert decoded(content) == (rating, False)
    assert encoded(decoded(content)[0]) == content
    assert build(Rating, document, "x") == (rating, [])


@QUICK
@given(RATINGS, st.data())
def test_a_torn_file_gives_whole_skills_or_nothing(rating, data):
    """However it was cut: what is saved is a part of what was there, and no skill is half."""
    content = encoded(rating)
    found = salvaged(content[: data.draw(st.integers(0, len(content)))])

    if found is not None:
        assert (found.session, found.ratee, found.rater) == (rating.session, rating.ratee, rating.rater)
        untimed = salvage.timed_by_a_recording(rating) if found.recording is None else rating
        assert found.items.items() <= untimed.items.items()
        assert found.locked is False


@settings(QUICK, max_examples=300)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_rating_or_told(content):
    """No other exception, whatever stands there."""
    salvaged(content)
    with pytest.raises(Unsound):
        decoded(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 4096, b"{}", b"[]", b"null", b"[" * 100_000, b'"' + b"x" * 2_000_000 + b'"', b"\xff\xfe"],
    ids=["empty", "zeros", "object", "list", "null", "deep", "huge", "other encoding"],
)
def test_what_is_no_rating_is_damaged(content):
    """Told in a word."""
    with pytest.raises(Unsound) as found:
        decoded(content)
    assert found.value.state == "damaged"
    assert salvaged(content) is None


def test_every_skill_that_was_whole_is_saved(rating):
    """Cut off in the last skill: the twelve before it are there."""
    whole = rating()
    text = encoded(whole).decode()
    found = salvaged(text[: text.index('"safety"') + 30].encode())

    assert found is not None
    assert list(found.items) == list(whole.items)[:-1]


def test_a_newer_file_is_left_as_it_is(store, add):
    """Not decoded, not moved, not written."""
    path = add()
    data = {**json.loads(path.read_bytes()), "format": "sst-rating/2", "mood": "fine"}
    path.write_text(json.dumps(data))
    before = path.read_bytes()
    store.prepare()
    (one,) = store.kept()

    assert (one.state, one.rating, one.reason) == ("newer", None, "sst-rating/2")
    assert path.read_bytes() == before


def test_an_older_file_opens_after_a_backup(store, add, monkeypatch):
    """Were this version 2: version 1 opens, and a copy is made before it is written anew."""
    add()
    store.backups.make("daily")
    monkeypatch.setattr(form, "NUMBER", 2)
    monkeypatch.setitem(form.UPGRADES, 1, lambda data: {**data, "prediction": "upgraded"})
    (one,) = store.kept()
    with store.opened(one) as held:
        assert held.rating.prediction == "upgraded"

    assert one.older
    assert store.backups.all()[0].why == "upgrade"


def test_a_file_filled_in_by_hand_is_left(store, add):
    """A clock time, which an import would have turned into seconds: told, and not moved."""
    path = add()
    path.write_text(path.read_text().replace('"keep": null', '"keep": {"at": "12:34"}'))
    (one,) = store.kept()

    assert (one.state, one.rating) == ("unreadable", None)
    assert "keep.at" in one.reason


def test_every_field_has_its_place():
    """A field that is added to the model is not forgotten in the file."""
    assert sorted(form.ORDER) == sorted(Rating.__struct_encode_fields__)


def test_what_is_written_is_what_is_exported(store, add):
    """The file in the store is an ordinary rating file."""
    path = add()

    assert msgspec.json.decode(path.read_bytes(), type=Rating) == store.kept()[0].rating
    assert path.read_bytes().endswith(b"}\n")
