"""What stands beside a session: figures and ids in a file of its own, kept, copied, set aside and erased with it."""

from __future__ import annotations

import contextlib

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from sst_training.errors import RatingNewer, RatingOpen
from sst_training.model import annex as model
from sst_training.model.annex import Annex, Choice
from sst_training.store.annexes import decoded_annex, encoded_annex
from sst_training.store.erasing import ERASED, erase, traces
from sst_training.store.format import Unsound
from sst_training.store.integrity import health

FIGURES = st.integers(0, 90_000_00).map(lambda cents: cents // 100 if cents % 100 == 0 else cents / 100)
COUNTS = st.integers(0, 9999)
STRETCHES = st.builds(model.Stretch, at=COUNTS, seconds=FIGURES)
VOICES = st.builds(
    model.VoiceHeard, voice=st.integers(1, 50), practitioner=st.booleans(), seconds=FIGURES, share=FIGURES,
    turns=COUNTS, longest_turn=STRETCHES, questions=COUNTS,
)  # fmt: skip
DESCRIPTIONS = st.builds(
    model.Description, date=st.just("2026-12-05"), seconds=FIGURES, spoken=FIGURES, overlap=FIGURES,
    voices=st.lists(VOICES, max_size=4).map(tuple), turns=st.none() | COUNTS, questions=COUNTS,
    silence=st.builds(model.Silence, count=COUNTS, seconds=FIGURES, longest=st.none() | STRETCHES),
)  # fmt: skip
ANNEXES = st.builds(
    Annex, session=st.just("k7q2m9xt"), ratee=st.just("P3"), description=st.none() | DESCRIPTIONS,
    chosen=st.none() | st.just(Choice(skill="focus", date="2026-12-05", time="14:03:00")),
)  # fmt: skip
FOCUS = Annex(session="k7q2m9xt", ratee="P3", chosen=Choice(skill="focus", date="2026-12-05", time="14:03:00"))
RESOLVED = {
    "items": {"frame": {"state": "assessed", "ticks": ["frame.s1"]}},
    "resolution": {"with": "T1", "note": "Besproken.", "date": "2026-12-06"},
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANNEXES)
def test_what_goes_in_comes_out(annex):
    """Byte for byte again."""
    assert decoded_annex(encoded_annex(annex)) == annex
    assert encoded_annex(decoded_annex(encoded_annex(annex))) == encoded_annex(annex)


@settings(max_examples=200, deadline=None)
@given(ANNEXES, st.data())
def test_a_changed_byte_is_sound_or_told(annex, data):
    """No other error whatever stands in the file."""
    content = bytearray(encoded_annex(annex))
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Unsound):
        decoded_annex(bytes(content))


def test_one_file_a_session_with_a_name_that_tells_nothing(store, add):
    """Put twice it is written over; the rating beside it is as it was."""
    path = add()
    before = path.read_bytes()
    store.annexes.put(FOCUS)
    store.annexes.put(msgspec.structs.replace(FOCUS, chosen=None))
    (file,) = store.ratings.glob("*.annex")

    assert store.annexes.of_session("k7q2m9xt").chosen is None
    assert "k7q2m9xt" not in file.name
    assert file.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes() == before


def test_the_last_choice_of_a_person(store):
    """By day and time, of that person alone."""
    later = Choice(skill="listen", date="2026-12-05", time="15:00:00")
    for session, ratee, chosen in (
        ("aaaaaaaa", "P3", later),
        ("bbbbbbbb", "P3", FOCUS.chosen),
        ("cccccccc", "P4", later),
    ):
        store.annexes.put(Annex(session=session, ratee=ratee, chosen=chosen))

    assert store.annexes.last_choice("P3") == later
    assert store.annexes.last_choice("P9") is None


def test_it_is_in_backups_and_comes_back(store, add):
    """A copy of the folder holds it; putting that back puts it back."""
    add()
    store.annexes.put(FOCUS)
    store.backups.make("import")
    store.annexes.put(msgspec.structs.replace(FOCUS, chosen=None))
    store.restore(store.backups.all()[0].number)

    assert store.annexes.of_session("k7q2m9xt") == FOCUS


def test_a_newer_one_is_not_written_over(store, add):
    """RatingNewer, and the file as it was; the folder is in order."""
    add()
    path = store.ratings / "0123456789abcdef.annex"
    path.write_bytes(encoded_annex(FOCUS).replace(b"sst-annex/1", b"sst-annex/2"))
    path.chmod(0o600)
    with pytest.raises(RatingNewer):
        store.annexes.put(FOCUS)

    assert b"sst-annex/2" in path.read_bytes()
    assert (health(store).newer, health(store).good) == (1, True)


def test_a_damaged_one_is_told_and_set_aside(store, add):
    """It is no damage to the rating."""
    add()
    store.annexes.put(FOCUS)
    (path,) = store.ratings.glob("*.annex")
    path.write_bytes(path.read_bytes()[:-30])
    (one,) = store.annexes.kept()

    assert (one.state, health(store).damaged) == ("damaged", 1)
    aside = store.annexes.set_aside(one)
    assert aside.parent == store.damaged
    assert (health(store).damaged, health(store).set_aside) == (0, 1)
    erase(store, traces(store, "P3"))
    assert not aside.exists()


@pytest.mark.parametrize("label", ["P3", "P4"])
def test_erasing_takes_what_is_about_that_person(store, add, label):
    """Here and in the backups; a colleague's erasure leaves it, for it is about somebody else's talk."""
    add()
    add(label="P4")
    store.annexes.put(FOCUS)
    store.backups.make("import")
    found = traces(store, label)
    erase(store, found)

    assert len(found.beside) == (2 if label == "P3" else 0)
    assert len(list(store.folder.rglob("*.annex"))) == (0 if label == "P3" else 2)


def test_a_person_something_was_talked_over_with(store, add):
    """The label goes, here and in the backup; the rating, the note and the lock stay."""
    path = add(**RESOLVED, locked=True)
    store.backups.make("import")
    found = traces(store, "T1")
    erase(store, found)
    rating = store.kept()[0].rating

    assert (len(found.here), len(found.partner)) == (0, 2)
    assert (rating.resolution.partner, rating.resolution.note, rating.locked) == (ERASED, "Besproken.", True)
    assert b'"T1"' not in b"".join(file.read_bytes() for file in store.folder.rglob("*") if file.is_file())
    assert path.exists()
    assert traces(store, "T1").none


def test_a_partner_is_not_forgotten_while_the_rating_is_open(store, add):
    """RatingOpen, and nothing changed."""
    add(**RESOLVED)
    with store.opened(store.kept()[0]), pytest.raises(RatingOpen):
        erase(store, traces(store, "T1"))

    assert store.kept()[0].rating.resolution.partner == "T1"
