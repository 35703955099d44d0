"""The report in a terminal. Golden files are written anew with GOLDEN=write."""

from __future__ import annotations

import os
from pathlib import Path

import click
import msgspec
import pytest

from sst_training.cli.score_text import report_text
from sst_training.library.locales import phrases_for
from sst_training.library.reading import read_document
from sst_training.model.rating import Rating
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.report import report
from sst_training.rating.score import score
from sst_training.rating.times import with_seconds

GOLDEN = Path(__file__).parents[1] / "golden"


def read(path: Path) -> Rating:
    """The rating in an example."""
    data, unread = with_seconds(read_document(path).data)
    assert not unread
    return msgspec.convert(data, Rating)


@pytest.fixture(autouse=True)
def _columns(monkeypatch):
    """A terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")


def test_an_example_is_a_sound_and_finished_rating(example, instrument):
    """What the documentation shows passes its own checks."""
    rating = read(example)
    assert faults(rating, instrument, path="x", marks={}) == []
    assert unfinished(rating, instrument, path="x", marks={}) == []


def test_golden(example, phrases, library):
    """The whole report, as it was looked at and found good."""
    rating = read(example)
    text = click.unstyle(report_text(report(rating, score(rating, library), library, today="2026-12-10"), phrases))
    golden = GOLDEN / f"score-{example.stem}.{phrases.lang}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_lines_fit_the_terminal(example, phrases, library, monkeypatch, columns):
    """No line is wider than 80 columns, and running text follows a narrower terminal."""
    monkeypatch.setenv("COLUMNS", str(columns))
    rating = read(example)
    text = click.unstyle(report_text(report(rating, score(rating, library), library, today="2026-12-20"), phrases))
    assert max(len(line) for line in text.splitlines()) <= max(columns, 72)


def said(rate, library, lang="en", *, ticks=None, skill=None, today="2026-12-10", **fields):
    """The report as plain text on one line, so that wrapping does not matter."""
    rating = rate(ticks, **fields)
    told = report(rating, score(rating, library, skill=skill), library, today=today, chosen=skill is not None)
    return " ".join(click.unstyle(report_text(told, phrases_for(lang))).replace("┃", " ").split())


def test_no_mean_no_pass_and_not_validated(rate, library):
    """People are shown no mean; the list is called what it is."""
    text = said(rate, library, ticks=dict.fromkeys(library.instrument.ungated, "b1"))
    assert "mean" not in text.lower()
    assert "Not validated. Made to learn from" in text


def test_from_memory(rate, library):
    """Without a recording the report says so."""
    assert "from memory" in said(rate, library)


def test_a_real_client_gets_other_words_than_a_role_play(rate, library):
    """Work: the supervisor, today. Role-play: the trainer, before practising on."""
    assert "on call today" in said(rate, library, ticks={"frame": "s1"}, session_kind="work")
    assert "before you practise on" in said(rate, library, ticks={"frame": "s1"})


def test_do_it_again_waits_while_safety_is_open(rate, library):
    """First the talk with the trainer."""
    assert "three minutes" in said(rate, library, ticks={"frame": "h1"})
    assert "three minutes" not in said(rate, library, ticks={"frame": "s1"})


def test_no_roleplay_while_safety_is_open(rate, library):
    """Not as a command either, whatever was chosen."""
    assert "sst roleplay" not in said(rate, library, ticks={"frame": "s1"}, skill="focus")


def test_level_up(rate, library):
    """All skilled: a harder scenario."""
    assert "sst roleplay --skill listen --level 3" in said(
        rate, library, ticks={"listen": "b1 b2 a1"}, scenario="sc-002"
    )


def test_nothing_assessed(rate, library):
    """An empty observation gives no step and no empty table."""
    text = said(rate, library)
    assert "No skill has been watched yet" in text
    assert "How many" not in text


def test_safety_that_was_assessed_stands_apart(rate, library):
    """It has a row, and a word that it is not in the numbers."""
    assert "not in the numbers" in said(rate, library, ticks={"safety": "b1"})


def test_a_resolved_unsafe_tick(rate, library):
    """With whom, when and what."""
    agreed = {"with": "T1", "note": "We went through it.", "date": "2026-12-06"}
    text = said(rate, library, ticks={"frame": "s1"}, resolution=agreed)
    assert "Talked over with T1 on 6 December 2026: We went through it." in text


def test_erase_now(rate, library):
    """The day after the one agreed."""
    consent = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-09"}
    recording = {"name": "opname 1", "seconds": 60}
    assert "Erase the recording now." in said(rate, library, consent=consent, recording=recording)
