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
        ("score", CODE),
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
