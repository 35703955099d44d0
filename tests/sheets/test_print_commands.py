"""`--pdf` on the command line: a file, and the seed where it may be seen."""

from __future__ import annotations

import json

import click.testing
import pytest

from sst_training.cli import main


@pytest.fixture
def sst():
    """Runs a command line; gives exit code, stdout and stderr."""
    return lambda *args: click.testing.CliRunner().invoke(main, [str(arg) for arg in args])


def test_sheet_of_a_reader(sst, tmp_path, pages):
    """The file has no seed; stderr has it, stdout nothing."""
    found = sst("roleplay", "--seed", "zaad-77", "--for", "therapist", "--pdf", tmp_path / "a.pdf")
    assert (found.exit_code, found.stdout) == (0, "")
    assert "zaad-77" in found.stderr
    assert "zaad-77" not in " ".join(pages((tmp_path / "a.pdf").read_bytes()))


def test_trainer_without_for(sst, tmp_path, pages):
    """The master, with the seed on it."""
    sst("roleplay", "--seed", "zaad-77", "--pdf", tmp_path / "a.pdf")
    assert "zaad-77" in " ".join(pages((tmp_path / "a.pdf").read_bytes()))


def test_json_beside_the_file(sst, tmp_path):
    """Stdout stays one JSON document."""
    found = sst("roleplay", "--seed", "1", "--json", "--pdf", tmp_path / "a.pdf")
    assert json.loads(found.stdout)["seed"] == "1"
    assert (tmp_path / "a.pdf").is_file()


@pytest.mark.parametrize("large", [[], ["--large"]])
def test_own_issue_cards(sst, tmp_path, pages, large):
    """Six lines: two cards, their backs, and the table card."""
    found = sst("own-issue", "--count", "6", "--seed", "1", "--pdf", tmp_path / "a.pdf", *large)
    assert (found.exit_code, found.stdout) == (0, "")
    assert len(pages((tmp_path / "a.pdf").read_bytes())) >= 3


def test_deck(sst, tmp_path):
    """`sst export cards --pdf FILE`."""
    assert sst("export", "cards", "--kind", "twist", "--pdf", tmp_path / "a.pdf").exit_code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_file_that_cannot_be_written(sst, tmp_path):
    """A folder in its place: exit 6, one line, no traceback."""
    found = sst("roleplay", "--seed", "1", "--pdf", tmp_path)
    assert found.exit_code == 6
    assert found.stderr.startswith("sst: ")
    assert found.stderr.count("\n") == 1
