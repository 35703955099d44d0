"""A file is written whole or not at all, for its owner alone."""

from __future__ import annotations

import errno
import os
import stat
import sys

import pytest

from sst_training.errors import OutputUnwritable
from sst_training.store import files
from sst_training.store.ratings import Store

OLD, NEW = b"old\n", b"new\n" * 1000


@pytest.fixture
def path(tmp_path):
    """A file with something in it."""
    found = tmp_path / "a.json"
    files.write_file(found, OLD)
    return found


def test_a_file_is_replaced(path):
    """The new words stand there, nothing else does."""
    files.write_file(path, NEW)

    assert path.read_bytes() == NEW
    assert os.listdir(path.parent) == ["a.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own ways")
def test_nobody_else_can_read_it(store, add):
    """0600 in 0700, whatever the umask."""
    mask = os.umask(0)
    try:
        path = add()
    finally:
        os.umask(mask)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.with_suffix(".progress").stat().st_mode) == 0o600
    assert {stat.S_IMODE(one.stat().st_mode) for one in (store.folder, store.ratings, store.damaged)} == {0o700}


@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_full_disk_leaves_the_old_file(path, monkeypatch, step, code):
    """Whichever step the system refuses."""

    def refuse(*_args, **_words):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(OSError, match=os.strerror(code)):
        files.write_file(path, NEW)
    monkeypatch.undo()

    assert path.read_bytes() == OLD
    assert os.listdir(path.parent) == ["a.json"]


def test_a_full_disk_while_saving_is_told(store, add, monkeypatch):
    """OutputUnwritable with the system's reason; the rating is as it was."""
    path = add()
    before = path.read_bytes()
    with store.opened(store.kept()[0]) as held:
        monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
        from msgspec.structs import replace

        with pytest.raises(OutputUnwritable) as found:
            held.save(replace(held.rating, prediction="x"))

    assert found.value.words["reason"] == "No space left"
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32" or not os.path.exists("/dev/full"), reason="a file system of Unix")
@pytest.mark.parametrize("place", ["/dev/null/data", "/proc/data"])
def test_a_place_that_cannot_be_a_folder(place):
    """Told, not raised as it comes."""
    with pytest.raises(OutputUnwritable):
        Store(__import__("pathlib").Path(place)).prepare()


def test_a_copy_of_a_folder_is_whole_or_not_there(tmp_path, monkeypatch):
    """A disk that fills up half-way leaves no half copy."""
    source = tmp_path / "ratings"
    source.mkdir()
    for i in range(5):
        (source / f"{i}.json").write_bytes(NEW)
    real, calls = os.fsync, []

    def full_after_three(handle):
        calls.append(handle)
        if len(calls) > 3:
            raise OSError(errno.ENOSPC, "No space left")
        real(handle)

    monkeypatch.setattr(os, "fsync", full_after_three)
    with pytest.raises(OSError, match="No space"):
        files.copy_folder(source, tmp_path / "copy")

    assert sorted(os.listdir(tmp_path)) == ["ratings"]
