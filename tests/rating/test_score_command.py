"""`sst score`: what it prints where, with which exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click.testing
import msgspec
import pytest

from sst_training.cli import main
from sst_training.library import open_library
from sst_training.rating.score import Score, score

ROOT = Path(__file__).parents[2]
FIRST = ROOT / "docs" / "examples" / "first-try.json"
VOICE = {"topic": 8, "understood": 9, "forward": 6}
UNSAFE = ROOT / "docs" / "examples" / "safety-tick.json"


@pytest.fixture
def sst():
    """Runs a command line; gives exit code, stdout and stderr."""

    def run(*args: object) -> click.testing.Result:
        return click.testing.CliRunner().invoke(main, [str(arg) for arg in args])

    return run


@pytest.fixture
def file(tmp_path, raw):
    """Writes a rating file and gives its path; bytes, text or data."""

    def write(content, name="mine.json") -> Path:
        path = tmp_path / name
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        path.write_bytes(content)
        return path

    return write


def test_examples_are_scored(sst, example):
    """Exit 0, a report on stdout, nothing on stderr, no colour codes."""
    found = sst("score", example)
    assert (found.exit_code, found.stderr) == (0, "")
    assert "Eén volgende oefenstap" in found.stdout
    assert "\x1b" not in found.stdout


def test_language(sst):
    """`--lang` before or after the command."""
    assert "One next practice step" in sst("--lang", "en", "score", FIRST).stdout
    assert "One next practice step" in sst("score", FIRST, "--lang", "en").stdout


def test_json_is_the_contract_on_one_line(sst):
    """DESIGN §6: one document, one line, fields in their order, nulls written."""
    found = sst("score", FIRST, "--json")
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout.count("\n") == 1
    data = json.loads(found.stdout)
    assert list(data) == list(Score.__struct_fields__)
    assert list(data["items"]) == list(open_library().instrument.skills)
    assert list(data["items"]["focus"]) == ["state", "level", "reason", "basics"]
    assert data["items"]["frame"] == {"state": "na", "level": None, "reason": "not_in_this_exercise", "basics": None}
    assert list(data["domains"]) == ["start", "explore", "move", "close", "throughout"]
    assert list(data["next_practice"]) == ["skill", "why", "exercise", "module", "roleplay"]
    assert data["validated"] is False


def test_json_bytes_of_an_open_unsafe_tick(sst):
    """The unsafe tick with its moment, the mean withheld, no role-play."""
    text = sst("score", UNSAFE, "--json").stdout
    assert (
        '"mean":null,"mean_withheld":"safety","harm":[{"tick":"frame.s1","severity":"safety","evidence":[{"at":110,'
        '"note":"Whatever you tell me stays between us, no matter what it is."}]}],"safety":true,'
        '"next_practice":{"skill":"safety","why":"safety",'
    ) in text
    assert text.endswith('"module":"m12","roleplay":null}}\n')


def test_json_is_the_same_in_every_language(sst):
    """Ids and numbers only."""
    assert sst("score", FIRST, "--json").stdout == sst("--lang", "en", "score", FIRST, "--json").stdout


def test_json_round_trip(sst, rate):
    """What is printed is what the function gives."""
    library = open_library()
    text = sst("score", FIRST, "--json").stdout
    found = msgspec.json.decode(text, type=Score)
    assert msgspec.json.encode(found) + b"\n" == text.encode()
    assert list(score(rate(), library).items) == list(found.items)


def test_skill_is_chosen(sst):
    """`--skill` says otherwise."""
    assert json.loads(sst("score", FIRST, "--skill", "listen", "--json").stdout)["next_practice"]["skill"] == "listen"


def test_unknown_skill(sst):
    """Exit 4, one line."""
    found = sst("score", FIRST, "--skill", "charm")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (4, "", 1)


def test_yaml_with_clock_times(sst, file):
    """A YAML file with `12:34` and words that YAML would make booleans."""
    text = """\
format: sst-rating/1
instrument: sst-practice
version: 1.0.0
session: k7q2m9xt
date: 2026-12-05
ratee: P3
rater: {role: peer, label: no, blind: true}
consent: {all_informed: true, all_agreed: true, erase_by: 2026-12-19}
recording: {name: opname 1, seconds: "1:02:03"}
items:
"""
    skills = open_library().instrument.skills
    text += "".join(f"  {s}: {{state: na, reason: recording_gap}}\n" for s in skills if s != "focus")
    text += "  focus:\n    state: assessed\n    ticks: [focus.h1]\n"
    text += '    evidence: [{tick: focus.h1, at: 12:34, note: "Nee, we doen dit."}]\n'
    found = sst("score", file(text, "mine.yaml"), "--json")
    assert (found.exit_code, found.stderr) == (0, "")
    assert json.loads(found.stdout)["harm"][0]["evidence"] == [{"at": 754, "note": "Nee, we doen dit."}]


def test_every_problem_has_a_line_of_its_own(sst, file):
    """`path:line: CODE message` on stderr for each, then what to do; nothing on stdout; exit 7."""
    text = FIRST.read_text(encoding="utf-8").replace('"focus.b1"]', '"focus.b1", "focus.b9"]').replace("12-05", "13-05")
    path = file(text)
    found = sst("score", path)
    *lines, last = found.stderr.splitlines()
    assert (found.exit_code, found.stdout) == (7, "")
    assert [line.startswith(f"{path}:1: R1") for line in lines] == [True, True]
    assert last.startswith("sst: ")


def test_yaml_problems_name_their_line(sst, file):
    """The line the date stands on."""
    text = FIRST.read_text(encoding="utf-8").replace("2026-12-05", "2026-13-05")
    yaml = "---\n" + text  # JSON is YAML too, and so its parts have lines
    assert "mine.yaml:7: R126 " in sst("score", file(yaml, "mine.yaml")).stderr


def test_a_draft_names_what_is_not_filled_in(sst, file, raw):
    """Exit 7 with the ids of the skills."""
    data = raw()
    del data["items"]["listen"]
    data["items"]["focus"] = {"state": "missing"}
    found = sst("score", file(data))
    assert found.exit_code == 7
    assert "focus, listen" in found.stderr


def test_problems_in_shape_and_sense_are_not_mixed(sst, file, raw):
    """An unknown field is refused by name."""
    found = sst("score", file(raw(mood="fine")))
    assert found.exit_code == 7
    assert "mood" in found.stderr.splitlines()[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"format": "sst-rating/1", "items": {"focus": {"sta',
        b"[1, 2]",
        b"just words",
        b"\xff\xfe{\x00}\x00",
        '{"ratee": "Ren\u00e9"}'.encode("latin-1"),
        b'{"format": "sst-rating/1", "format": "sst-rating/1"}',
        b'{"ratee": "\\u001b[31m"}',
        b"a: &x 1\nb: *x\n",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\x00",
        b"{" + b" " * 10_000_000 + b"}",
    ],
    ids=lambda content: repr(content[:24]),
)
def test_what_is_no_rating(sst, file, content):
    """Half a file, another encoding, too large, too deep: one clear line each and exit 7, never a traceback."""
    path = file(content)
    found = sst("score", path)
    assert (found.exit_code, found.stdout) == (7, "")
    assert found.exception is None or isinstance(found.exception, SystemExit)
    *lines, last = found.stderr.splitlines()
    assert lines
    assert all(line.startswith(f"{path}:") for line in lines)
    assert last.startswith("sst: ")


def test_a_time_that_is_none(sst, file):
    """R133, with what was written."""
    found = sst("score", file(FIRST.read_text(encoding="utf-8").replace('"at": 95', '"at": "1:95"')))
    assert found.exit_code == 7
    assert "R133" in found.stderr
    assert "1:95" in found.stderr


def test_a_newer_format(sst, file, raw):
    """Made by a later version of the program: exit 6, and what to do."""
    found = sst("score", file(raw(format="sst-rating/2")))
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (6, "", 1)


def test_the_clients_form_has_no_profile(sst, file, raw):
    """Exit 7, in a sentence of its own."""
    data = raw(
        rater={"role": "client", "label": "P5", "blind": True}, voice={"topic": 8, "understood": 9, "forward": 6}
    )
    data["items"] = {}
    found = sst("score", file(data))
    assert found.exit_code == 7
    assert "R134" in found.stderr


@pytest.mark.parametrize("name", ["nothing.json", "."])
def test_a_file_that_is_not_there(sst, tmp_path, name):
    """Exit 2 for no file, and for a folder."""
    found = sst("score", tmp_path / name)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)


def test_html_is_written_beside_the_report(sst, tmp_path):
    """The page in the file, the report on stdout, one remark on stderr."""
    page = tmp_path / "profile.html"
    found = sst("score", FIRST, "--html", page)
    assert found.exit_code == 0
    assert page.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="nl">')
    assert "Profiel van P3" in found.stdout
    assert str(page) in found.stderr


def test_html_and_json_together(sst, tmp_path):
    """The page in the file, one JSON document on stdout."""
    page = tmp_path / "profile.html"
    found = sst("score", FIRST, "--html", page, "--json")
    assert json.loads(found.stdout)["instrument"] == "sst-practice"
    assert page.exists()


@pytest.mark.parametrize("name", ["nowhere/profile.html", "."])
def test_html_that_cannot_be_written(sst, tmp_path, name):
    """Exit 6, nothing on stdout, nothing left behind."""
    found = sst("score", FIRST, "--html", tmp_path / name)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (6, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_html_is_whole_or_not_at_all(sst, tmp_path, monkeypatch):
    """If moving into place fails, the old page stands and no half page lies beside it."""
    page = tmp_path / "profile.html"
    page.write_text("old", encoding="utf-8")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    found = sst("score", FIRST, "--html", page)
    assert (found.exit_code, page.read_text(encoding="utf-8")) == (6, "old")
    assert list(tmp_path.iterdir()) == [page]


def test_html_never_overwrites_the_observation(sst, file):
    """`--html` with the name of the rating itself is refused."""
    path = file(FIRST.read_bytes())
    assert sst("score", path, "--html", path).exit_code == 6
    assert path.read_bytes() == FIRST.read_bytes()


def test_no_page_for_a_file_with_problems(sst, file, tmp_path):
    """First the problems; nothing is written."""
    page = tmp_path / "profile.html"
    assert sst("score", file("{"), "--html", page).exit_code == 7
    assert not page.exists()


def test_help(sst, phrases):
    """What it does, its options, and an example, in both languages."""
    found = sst("--lang", phrases.lang, "score", "--help")
    assert found.exit_code == 0
    assert "--skill" in found.stdout
    assert phrases("example.score") in found.stdout
