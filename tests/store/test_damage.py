"""A damaged file is set aside as it is, told, and saved from; nothing is silently started anew."""

from __future__ import annotations

import os
import shutil

import pytest

from sst_training.errors import RatingsGone
from sst_training.store.integrity import health
from sst_training.store.ratings import Store


@pytest.fixture
def torn(store, add):
    """A store with a sound rating and one that is cut off."""
    add("aaaaaaaa")
    path = add("bbbbbbbb")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    return path


def test_it_is_moved_as_it_is(store, torn):
    """Same bytes, other folder; the sound one stays."""
    content = torn.read_bytes()
    damaged = next(one for one in store.kept() if one.state == "damaged")
    aside, saved = store.set_aside(damaged)

    assert aside.read_bytes() == content
    assert aside.parent == store.damaged
    assert [one.rating.session for one in store.kept()] == ["aaaaaaaa"]
    assert saved is not None
    assert saved.exists()


def test_what_cannot_be_saved_leaves_no_draft(store, add):
    """A file of zeros, as after a power cut."""
    path = add()
    path.write_bytes(b"\x00" * 500)
    (one,) = store.kept()

    assert store.set_aside(one)[1] is None
    assert sorted(os.listdir(store.damaged)) == [path.name, path.with_suffix(".progress").name]


def test_a_folder_that_is_gone_is_not_made_anew(store, add):
    """While there are backups: RatingsGone, and restore works."""
    add()
    store.backups.make("daily")
    shutil.rmtree(store.ratings)
    with pytest.raises(RatingsGone):
        Store(store.folder).prepare()
    Store(store.folder).restore(1)
    Store(store.folder).prepare()

    assert [one.rating.session for one in store.kept()] == ["k7q2m9xt"]


def test_health_of_a_good_store(store, add):
    """Nothing to do."""
    add()
    found = health(store)

    assert (found.ratings, found.damaged, found.twice, found.gone, found.good) == (1, 0, 0, False, True)


def test_health_tells_what_is_wrong(store, torn, add, rating):
    """Damage, a copy, a file others can read; and looking changed nothing."""
    before = sorted(os.listdir(store.ratings))
    shutil.copy(store.kept()[-1].path, store.ratings / "copy.json")
    (store.ratings / "copy.json").chmod(0o644)
    store.ratings.chmod(0o755)
    found = health(store)

    assert (found.damaged, found.twice, found.good) == (1, 1, False)
    assert found.private is (None if os.name == "nt" else False)
    assert sorted(os.listdir(store.ratings)) == sorted([*before, "copy.json"])


def test_health_of_no_store(tmp_path):
    """A folder that is not there is in order, and is not made."""
    assert health(Store(tmp_path / "nothing")).good
    assert os.listdir(tmp_path) == []
