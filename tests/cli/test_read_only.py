"""A folder that may be read and not written: one line, exit 6, and what is there stays as it was."""

from __future__ import annotations

import errno
import os

import click.testing
import pytest

from sst_training.cli import main
from sst_training.library.locate import checkout

EXAMPLES = checkout() / "docs" / "examples"
CODE = "k7q2m9xt"


@pytest.fixture
def sst(tmp_path, monkeypatch):
    """A store with an observation; after `sst(None)` nothing below it may be written."""
    run = click.testing.CliRunner()
    env = {"SST_DATA": str(tmp_path / "data"), "SST_LANG": "nl"}
    assert run.invoke(main, ["sessions", "import", str(EXAMPLES / "first-try.json")], env=env).exit_code == 0
    real = os.open

    def refuse(path, flags, *rest, **more):
        if str(path).startswith(str(tmp_path)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    return lambda *line: run.invoke(main, [str(word) for word in line], env=env, input="1\nn\nn\n\nfocus\n")


@pytest.mark.parametrize(
    "line",
    [
        ("sessions", "lock", CODE),
        ("sessions", "erase", "P3", "--yes"),
        ("sessions", "import", EXAMPLES / "solid-session.json"),
        ("transcript", EXAMPLES / "talk.vtt", "--session", CODE),
        ("rate", CODE),
        ("rate", "--new", "--role", "peer", "--label", "P9", "--ratee", "P3", "--session", CODE),
    ],
    ids=lambda line: " ".join(map(str, line[:2])).rpartition("/")[2],
)
def test_what_would_write_says_so(sst, line, tmp_path):
    """One line that begins with `sst:`."""
    before = {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()}
    run = sst(*line)

    assert (run.exit_code, run.stdout) == (6, "")
    assert run.stderr.splitlines()[-1].startswith("sst: ")
    assert "Read-only" in run.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()} == before


def test_what_only_looks_still_works(sst):
    """The doctor, the list of backups, and a file from anywhere."""
    for line in (("doctor",), ("sessions", "restore"), ("score", EXAMPLES / "first-try.json")):
        assert sst(*line).exit_code == 0


@pytest.mark.parametrize(
    "line", [("sessions", "list"), ("sessions", "show", CODE), ("score", CODE), ("progress", "P3")]
)
def test_what_looks_at_the_store_reads_it_and_says_that_nothing_can_be_written(sst, line):
    """A folder on a write-protected stick, or of somebody else."""
    run = sst(*line)

    assert run.exit_code == 0
    assert "focus" in run.stdout.lower() or CODE in run.stdout
    assert "Read-only" in run.stderr


def test_a_damaged_file_stays_where_it_is_and_is_told(sst, tmp_path):
    """It cannot be set aside; the rest can still be read."""
    torn = tmp_path / "data" / "ratings" / "0123456789abcdef.json"
    torn.write_bytes(b"{")
    run = sst("sessions", "list")

    assert (run.exit_code, CODE in run.stdout, torn.name in run.stderr) == (0, True, True)
    assert torn.read_bytes() == b"{"


def test_a_closed_folder_is_not_an_empty_one(sst, tmp_path, monkeypatch):
    """A folder that may not be read is told, never taken for one without observations."""
    real = os.listdir

    def closed(path="."):
        if str(path) == str(tmp_path / "data" / "ratings"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", closed)
    run = sst("sessions", "list")

    assert (run.exit_code, run.stdout) == (6, "")
