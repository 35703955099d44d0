"""Erasing a label: everywhere it is ratee or rater, and nothing else."""

from __future__ import annotations

import pytest

from sst_training.errors import RatingOpen
from sst_training.store.erasing import erase, traces


@pytest.fixture
def peopled(store, add):
    """P3 rated by P3 and P4; P4 rated by T1; all of it in a backup too."""
    add()
    add(label="P4")
    add("bbbbbbbb", "T1", ratee="P4")
    store.backups.make("daily")
    return store


def everything(store) -> bytes:
    """All bytes of the store."""
    return b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file())


def test_ratee_and_rater_here_and_in_backups(peopled):
    """P4 is in two files, each there twice."""
    found = traces(peopled, "P4")
    assert (len(found.here), len(found.in_backups)) == (2, 2)
    erase(peopled, found)

    assert [one.rating.rater.label for one in peopled.kept()] == ["P3"]
    assert b"P4" not in everything(peopled)
    assert traces(peopled, "P4").none


def test_another_label_is_not_touched(peopled):
    """P is not P3, p3 is not P3."""
    assert traces(peopled, "P").none
    assert traces(peopled, "p3").none


def test_damaged_files_that_name_the_label(peopled):
    """Set aside or not, with the draft that was saved of them."""
    path = next(one.path for one in peopled.kept() if one.rating.rater.label == "T1")
    path.write_bytes(path.read_bytes()[:-40])
    peopled.set_aside(next(one for one in peopled.kept() if one.state == "damaged"))
    erase(peopled, traces(peopled, "T1"))

    assert b"T1" not in everything(peopled)


def test_a_newer_file_that_names_the_label(peopled):
    """Erasing is the right of a person; an update can wait."""
    path = next(one.path for one in peopled.kept() if one.rating.rater.label == "T1")
    path.write_bytes(path.read_bytes().replace(b"sst-rating/1", b"sst-rating/9"))
    erase(peopled, traces(peopled, "T1"))

    assert b"T1" not in everything(peopled)


def test_what_cannot_be_told_is_named(peopled):
    """A damaged file that may be anybody's."""
    (peopled.damaged / "0000000000000000.json").write_bytes(b"\x00" * 9)

    assert [path.name for path in traces(peopled, "P3").unread] == ["0000000000000000.json"]


def test_all_or_nothing_while_one_is_open(peopled):
    """RatingOpen before anything goes."""
    one = next(one for one in peopled.kept() if one.rating.rater.label == "T1")
    with peopled.opened(one), pytest.raises(RatingOpen):
        erase(peopled, traces(peopled, "P4"))

    assert len(peopled.kept()) == 3
