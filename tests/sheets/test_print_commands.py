"""`--pdf` on the command line: a file, and the seed where it may be seen."""

from __future__ import annotations

import json
import re

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


@pytest.mark.parametrize("reader", ["trainer", "therapist", "client", "observer"])
def test_paper_of_a_sheet(sst, tmp_path, told, reader):
    """`--paper a5` gives A5 throughout, in capitals too; without it, A4."""
    for paper, size in (([], "595.276 x 841.89"), (["--paper", "A5"], "419.528 x 595.276")):
        path = tmp_path / "a.pdf"
        assert sst("roleplay", "--count", 3, "--for", reader, "--seed", "1", "--pdf", path, *paper).exit_code == 0
        sizes = re.findall(r"size: +([\d.]+ x [\d.]+)", told("pdfinfo", path.read_bytes(), "-f", "1", "-l", "99"))
        assert set(sizes) == {size}


def test_own_issue_card_is_an_a5(sst, tmp_path, pages, told):
    """Front and back of each card on one leaf, and the table card on one of its own."""
    path = tmp_path / "a.pdf"
    assert (
        sst("own-issue", "--count", "6", "--seed", "1", "--pdf", path, "--paper", "a5", "--lang", "en").exit_code == 0
    )
    read = pages(path.read_bytes())
    assert [("in silence" in page, "your spare card" in page) for page in read[:4]] == [
        (True, False),
        (False, True),
    ] * 2
    assert len(read) == 5
    assert "419.528 x 595.276" in told("pdfinfo", path.read_bytes())


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
