"""The store: one writer a rating, a locked one stays as it is, two processes do not meet."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from sst_training.errors import RatingHere, RatingLocked, RatingOpen, StoreBusy
from sst_training.model.progress import Progress
from sst_training.model.rating import Resolution
from sst_training.store import locks, ratings
from sst_training.store.ratings import Store

HOLDER = """
import sys, pathlib
from sst_training.store.ratings import Store
store = Store(pathlib.Path(sys.argv[1]))
with {what}:
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def elsewhere(store):
    """Another process that holds something of the store until it is killed."""
    running = []

    def hold(what: str) -> subprocess.Popen:
        program = [sys.executable, "-c", HOLDER.format(what=what), str(store.folder)]
        found = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ)
        running.append(found)
        assert found.stdout.readline().strip() == b"held"
        return found

    yield hold
    for one in running:
        one.kill()
        one.communicate()


def test_what_is_saved_is_there(store, add, rating):
    """By another look at the folder."""
    add()
    with store.opened(store.kept()[0]) as held:
        held.save(replace(held.rating, prediction="Het ging goed."), Progress(part="focus", answers={"focus.b1": "y"}))

    with Store(store.folder).opened(store.kept()[0]) as held:
        assert held.rating == rating(prediction="Het ging goed.")
        assert held.progress.answers == {"focus.b1": "y"}


def test_names_tell_nothing(store, add):
    """Sixteen random signs; no label, no code."""
    names = {add(f"aaaaaaa{i}").name for i in range(5)}

    assert len(names) == 5
    assert all(len(name) == 21 and set(name[:16]) <= set("0123456789abcdef") for name in names)


def test_one_observation_a_rater(store, add, rating):
    """A second one of the same session is refused; a client's form is another thing."""
    add()
    with pytest.raises(RatingHere), store.created(rating(), Progress()):
        pass
    add(label="P5")
    form = {"role": "client", "label": "P5", "blind": True}
    add(label="P5", rater=form, items={}, voice={"topic": 8, "understood": 9, "forward": 6})

    assert len(store.of_session("k7q2m9xt")) == 3


def test_a_locked_rating_stays_as_it_is(store, add):
    """No tick, no word, no unlock; only the resolution of an unsafe tick."""
    add(locked=True)
    with store.opened(store.kept()[0]) as held:
        for change in ({"prediction": "x"}, {"locked": False}, {"items": {}}):
            with pytest.raises(RatingLocked):
                held.save(replace(held.rating, **change))
        agreed = Resolution(partner="T1", note="Besproken.", date="2026-12-06")
        held.save(replace(held.rating, resolution=agreed))

    assert store.kept()[0].rating.resolution == agreed


def test_a_second_process_is_told(store, add, elsewhere):
    """RatingOpen, while another rating can be opened."""
    add()
    add(label="P4")
    first, second = store.kept()
    elsewhere("store.opened(store.kept()[0])")

    with pytest.raises(RatingOpen) as found, store.opened(first):
        pass
    assert found.value.words == {"session": "k7q2m9xt", "label": "P3"}
    with store.opened(second) as held:
        assert held.rating.rater.label == "P4"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_process_leaves_nothing_behind(store, add, elsewhere):
    """Its lock is gone with it, and no file of it is left."""
    add()
    before = sorted(os.listdir(store.folder)), sorted(os.listdir(store.ratings))
    one = elsewhere("store.opened(store.kept()[0])")
    os.kill(one.pid, signal.SIGKILL)
    one.wait()

    with store.opened(store.kept()[0]) as held:
        assert held.rating.session == "k7q2m9xt"
    assert (sorted(os.listdir(store.folder)), sorted(os.listdir(store.ratings))) == before


def test_a_folder_in_use_as_a_whole(store, rating, elsewhere, monkeypatch):
    """After some patience: StoreBusy."""
    monkeypatch.setattr(locks, "PATIENCE", 0.1)
    elsewhere("store.locks.whole()")

    with pytest.raises(StoreBusy):
        store.add([rating()])


def test_half_written_files_are_cleared(store, add):
    """What a killed process left beside a rating, and progress without its rating."""
    path = add()
    path.with_name(path.name + ".tmp").write_bytes(b'{"ratee": "P3"')
    (store.ratings / "0123456789abcdef.progress").write_bytes(b"{}")
    (store.backups.folder / "000001_2026-01-01T000000_daily.tmp").mkdir()
    Store(store.folder).prepare()

    assert sorted(os.listdir(store.ratings)) == sorted([path.name, path.with_suffix(".progress").name])
    assert os.listdir(store.backups.folder) == []


def test_progress_that_cannot_be_read_is_set_aside(store, add):
    """The rating stays; what was half asked is asked again."""
    path = add()
    path.with_suffix(".progress").write_bytes(b"\x00" * 40)

    with store.opened(store.kept()[0]) as held:
        assert held.progress is None
    assert (store.damaged / path.with_suffix(".progress").name).exists()


def test_files_of_others_are_looked_at_too(store, add, rating):
    """A rating somebody put there by hand is one; a hidden file of a Mac is none."""
    add()
    path = store.ratings / "van mij.json"
    path.write_bytes(ratings.encoded(rating(label="P9")))
    Path(store.ratings, "._van mij.json").write_bytes(b"\x00\x05\x16\x07")

    assert [one.rating.rater.label for one in store.kept()] == ["P3", "P9"]
