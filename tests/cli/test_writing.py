"""A file the user asked for: whole or not at all, and nothing left beside it."""

from __future__ import annotations

import os

import pytest

from sst_training.cli.writing import write_whole


def test_stopped_halfway_leaves_nothing(tmp_path, monkeypatch):
    """Ctrl-C while the disk is written: the old file as it was, and no copy of the new one."""

    def stop(_handle):
        raise KeyboardInterrupt

    path = tmp_path / "profile.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"about somebody", private=True)

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"profile.html": b"old"}
