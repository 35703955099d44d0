"""Backups: when they are made, that ten stay, and that one comes back."""

from __future__ import annotations

import datetime
import os

import pytest

from sst_training.errors import RatingOpen, UnknownBackup
from sst_training.store import backups
from sst_training.store.ratings import Store

NOON = datetime.datetime(2026, 12, 5, 12, tzinfo=datetime.UTC)


@pytest.fixture
def clock(monkeypatch):
    """Sets the clock: `clock(days=-3)` from noon on 5 December 2026."""

    def set_to(**later: int) -> None:
        monkeypatch.setattr(backups, "now", lambda: NOON + datetime.timedelta(**later))

    set_to()
    return set_to


def why(store: Store) -> list[tuple[str, str]]:
    """Date and reason of each backup, the newest first."""
    return [(backup.date, backup.why) for backup in store.backups.all()]


def opened(store: Store) -> None:
    """One sitting with the first rating."""
    with store.opened(store.kept()[0]):
        pass


def test_the_first_write_of_a_day(store, add, clock):
    """None of an empty folder; one a day; the next day another."""
    add()
    assert why(store) == []
    opened(store)
    opened(store)
    assert why(store) == [("2026-12-05", "daily")]
    clock(days=1)
    opened(store)
    assert why(store) == [("2026-12-06", "daily"), ("2026-12-05", "daily")]


def test_before_an_import(store, add, rating):
    """With what was there, without what came."""
    add()
    store.add([rating("bbbbbbbb")])

    assert store.backups.all()[0].why == "import"
    assert store.backups.all()[0].ratings() == 1
    assert len(store.kept()) == 2


def test_ten_stay(store, add, clock):
    """The last ten."""
    add()
    for day in range(13):
        clock(days=day)
        opened(store)

    assert [backup.number for backup in store.backups.all()] == list(range(13, 3, -1))


def test_a_clock_that_goes_back(store, add, clock):
    """The order is that of making, and the newest ones stay."""
    add()
    for day in (0, 1, 2, -300, -299):
        clock(days=day)
        opened(store)
    for day in range(20, 27):
        clock(days=day)
        opened(store)

    assert [backup.number for backup in store.backups.all()] == list(range(12, 2, -1))
    assert ("2026-02-08", "daily") in why(store)


def test_restore_puts_one_back(store, add, clock):
    """And what stood there is a backup itself, which can be put back again."""
    add("aaaaaaaa")
    store.backups.make("daily")
    add("bbbbbbbb")
    store.restore(1)
    assert [one.rating.session for one in store.kept()] == ["aaaaaaaa"]
    assert store.backups.all()[0].why == "restore"
    store.restore(store.backups.all()[0].number)
    assert [one.rating.session for one in store.kept()] == ["aaaaaaaa", "bbbbbbbb"]


def test_restore_cut_off_half_way(store, add, monkeypatch):
    """Between its two renames: the next start ends it."""
    add("aaaaaaaa")
    store.backups.make("daily")
    add("bbbbbbbb")
    monkeypatch.setattr(backups.Backups, "finish_restore", lambda _self: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        store.restore(1)
    monkeypatch.undo()
    assert not store.ratings.exists()
    after = Store(store.folder)
    after.prepare()

    assert [one.rating.session for one in after.kept()] == ["aaaaaaaa"]


def test_restore_of_one_that_is_not_there(store):
    """UnknownBackup."""
    with pytest.raises(UnknownBackup):
        store.restore(7)


def test_no_restore_under_somebodys_hands(store, add):
    """While a rating is open it is refused."""
    add()
    store.backups.make("daily")
    with store.opened(store.kept()[0]), pytest.raises(RatingOpen):
        Store.restore(store, 1)


def test_a_backup_is_a_plain_copy(store, add):
    """The same files with the same bytes, dated in the name."""
    path = add()
    store.backups.make("daily")
    (copy,) = store.backups.all()

    assert sorted(os.listdir(copy.path)) == sorted(os.listdir(store.ratings))
    assert (copy.path / path.name).read_bytes() == path.read_bytes()
    assert copy.date in copy.path.name
