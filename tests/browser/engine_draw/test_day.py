"""Training days in the browser: the bytes of `sst day --json`, the same refusals, and quick enough."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page

from sst_training.draw.day import draw_day
from sst_training.model.day import Day, Ledger, Options
from sst_training.model.library import Library
from sst_training.store.ledger import extended

Request = dict[str, Any]
Ask = Callable[[str, str, list[Request]], list[str]]
Told = Callable[[str, str, Request], str]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_days(lang: str, days: list[Request], ask: Ask, told: Told) -> None:
    """200 seeds, every size, one to twelve rounds, every option; what cannot be kept is refused with the same words."""
    answers = ask(lang, "day", days)

    assert answers == [told(lang, "day", request) for request in days]
    assert sum('"error.' in answer for answer in answers) < 60


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"skills": "focus,one-idea,frame,listen,attempts", "rounds": 1, "participants": 6}, "error.too_many_skills"),
        ({"apart": "1-2,1-3,1-4,2-3,2-4,3-4", "rounds": 3, "participants": 4, "ownIssueRounds": "2"},
         "error.cannot_keep_apart"),
        ({"skills": "open-door", "rounds": 12, "participants": 24, "levelMax": 1}, "error.no_scenario"),
        ({"dealt": True, "sameCase": True}, "error.no_common_scenario"),
        ({"rounds": 12, "participants": 3, "ownIssueRounds": "2,3,4,5,6,7,8,9,10,11", "levelMax": 1}, "error.no_spare_card"),
        ({"skills": "safety"}, "error.safety_guided"),
        ({"skills": "focus,valueOf"}, "error.unknown_id"),
        ({"skills": "focus,,frame"}, "error.bad_option"),
        ({"ownIssueRounds": "1"}, "error.bad_option"),
        ({"ownIssueRounds": "6"}, "error.bad_option"),
        ({"ownIssueRounds": "2", "rounds": 2}, "error.bad_option"),
        ({"ownIssueRounds": "٢"}, "error.bad_option"),
        ({"apart": "3-3"}, "error.bad_option"),
        ({"apart": "3-13"}, "error.bad_option"),
        ({"apart": "1-2-3"}, "error.bad_option"),
        ({"breaks": ["6:15"]}, "error.bad_option"),
        ({"breaks": ["3:241"]}, "error.bad_option"),
        ({"breaks": ["3"]}, "error.bad_option"),
        ({"breaks": ["3:15", "3:20"]}, "error.bad_option"),
        ({"breaks": ["3:15:2"]}, "error.bad_option"),
        ({"levelMin": 3, "levelMax": 2}, "error.bad_option"),
        ({"minutes": 24}, "error.bad_option"),
        ({"participants": 2}, "error.bad_option"),
        ({"participants": 61}, "error.bad_option"),
        ({"rounds": 13}, "error.bad_option"),
        ({"seed": "x" * 201}, "error.seed"),
    ],
)  # fmt: skip
def test_refusals(options: Request, key: str, ask: Ask, told: Told) -> None:
    """What cannot be kept is refused with the same sentence and the same words in it."""
    request = {"seed": "1", "participants": 12, "rounds": 6, **options}
    answer = json.loads(ask("nl", "day", [request])[0])

    assert answer == json.loads(told("nl", "day", request))
    assert answer["key"] == key


@pytest.fixture(scope="module")
def ledger(library: Library) -> Ledger:
    """Two earlier days of twelve people."""
    kept = Ledger()
    for seed, options in (("1", Options(dealt=True)), ("2", Options(level_max=2, own_issue_rounds=(2,)))):
        kept = extended(kept, draw_day(library, 12, 4, options, seed, "nl"))
    return kept


def test_a_ledger_is_heeded(ledger: Ledger, tmp_path: Path, ask: Ask, told: Told) -> None:
    """Who met what on earlier days; a day that stands in the ledger is drawn as it was."""
    path = tmp_path / "ledger.json"
    path.write_bytes(msgspec.json.encode(ledger))
    asked = [{"seed": str(seed), "participants": people, "rounds": 4} for seed in range(9) for people in (9, 12, 15)]
    asked += [{"seed": "1", "participants": 12, "rounds": 4, "dealt": True}]
    answers = ask("nl", "day", [{**request, "ledger": path.read_text(encoding="utf-8")} for request in asked])

    assert answers == [told("nl", "day", {**request, "ledger": str(path)}) for request in asked]
    assert sum('"met_before":{"p1"' in answer for answer in answers) > 20


def test_a_day_goes_into_the_ledger(ledger: Ledger, library: Library, ask: Ask) -> None:
    """A new day at the end, the same day in its own place: the bytes that the program would write."""
    drawn = [
        draw_day(library, 12, 4, options, seed, "nl")
        for seed, options in (("3", Options()), ("1", Options(dealt=True)))
    ]
    kept = msgspec.json.encode(ledger).decode()
    answers = ask("nl", "extended", [{"ledger": kept, "file": msgspec.json.encode(day).decode()} for day in drawn])

    assert answers == [msgspec.json.encode(extended(ledger, day)).decode() + "\n" for day in drawn]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "error.ledger_unreadable"),
        ('{"days": 3}', "error.ledger_unreadable"),
        ('{"format": "sst-ledger/2", "x": 1}', "error.ledger_newer"),
        ('{"format": "sst-ledger/1", "x": 1}', "error.ledger_unreadable"),
        ("[1]", "error.ledger_unreadable"),
    ],
)
def test_a_damaged_ledger(content: str, key: str, tmp_path: Path, ask: Ask, told: Told) -> None:
    """It is refused, not mended."""
    path = tmp_path / "ledger.json"
    path.write_text(content, encoding="utf-8")
    request = {"seed": "1", "participants": 6, "rounds": 2}
    answer = json.loads(ask("nl", "day", [{**request, "ledger": content or " "}])[0])

    assert answer["key"] == json.loads(told("nl", "day", {**request, "ledger": str(path)}))["key"] == key


@pytest.fixture(scope="module")
def stored(library: Library) -> list[str]:
    """Days as files, one of them of another library and one with someone away already."""
    made = [
        draw_day(library, 12, 6, Options(own_issue_rounds=(3, 5), apart=((1, 2), (3, 9))), "a", "nl"),
        draw_day(library, 13, 7, Options(dealt=True), "b", "en"),
        draw_day(library, 9, 4, Options(), "c", "nl", {"p2": ("sc-001",)}),
    ]
    made.append(msgspec.structs.replace(made[0], library="0" * 12))
    return [msgspec.json.encode(day).decode() for day in made]


def test_a_stored_day_again(stored: list[str], tmp_path: Path, ask: Ask, told: Told) -> None:
    """As it was; and with these absent from this round on, twice over."""
    path = tmp_path / "day.json"
    asked: list[Request] = [{"absent": away, "fromRound": r} for away in ("4", "1,7", "2,3,5") for r in (1, 2, 4)]
    asked += [{}, {"absent": "99"}, {"absent": "1", "fromRound": 9}, {"absent": "1,2,3,4,5,6,7", "fromRound": 2}]
    for content in stored:
        path.write_text(content, encoding="utf-8")
        printed = [told("nl", "day", {"replay": str(path), **request}) for request in asked]
        assert ask("nl", "replay", [{"file": content, **request} for request in asked]) == printed
        path.write_text(printed[2], encoding="utf-8")
        again = {"absent": "6", "fromRound": 3}
        expected = told("en", "day", {"replay": str(path), **again})
        assert ask("en", "replay", [{"file": printed[2], **again}]) == [expected]
        assert [one["from_round"] for one in json.loads(expected)["absences"]] == [3, 4]


WRONG = [None, True, -1, 0, 1, 2, 99, 1.5, "", "x", "sc-001", "focus", "\ud83d", [], {}, [1]]


def damaged(content: str, chance: random.Random) -> str:
    """The file with one thing in it changed."""
    day = json.loads(content)
    node: Any = day
    while True:
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        if isinstance(node[key], dict | list) and node[key] and chance.random() < 0.8:
            node = node[key]
            continue
        change = chance.randint(0, 3)
        if change == 0:
            del node[key]
        elif change == 1 and isinstance(node, dict):
            node[chance.choice(["x", "__proto__", "round"])] = 1
        else:
            node[key] = chance.choice(WRONG)
        return json.dumps(day)


def test_damaged_days(stored: list[str], tmp_path: Path, ask: Ask, told: Told) -> None:
    """300 files with one thing changed: both read them, or both refuse them."""
    chance = random.Random(9)
    files = [damaged(chance.choice(stored), chance) for _ in range(300)]
    files += ["", "[]", "null", "{", "\ufeff{}", stored[0] + "x", "[" * 5000]
    path = tmp_path / "day.json"
    answers = ask("nl", "replay", [{"file": content} for content in files])
    assert 10 < sum('"kind":"day"' in answer for answer in answers) < 100
    for content, answer in zip(files, answers, strict=True):
        path.write_text(content, encoding="utf-8")
        printed = told("nl", "day", {"replay": str(path)})
        if '"error.day_unreadable"' in printed:
            printed = answer = str('"error.day_unreadable"' in answer)
        assert (content, answer) == (content, printed)


def test_the_program_itself(ask: Ask) -> None:
    """The same bytes come out of `sst day` as a shell runs it."""
    line = ["day", "--json", "--lang=en", "--participants=14", "--rounds=5", "--own-issue-rounds=3", "--apart=3-7"]
    command = [sys.executable, "-m", "sst_training", *line, "--break=2:15", "--seed=cafe\u0301 😀"]
    printed = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "LC_ALL": "C"}).stdout
    request = {"participants": 14, "rounds": 5, "ownIssueRounds": "3", "apart": "3-7", "breaks": ["2:15"]}

    assert ask("en", "day", [{**request, "seed": "cafe\u0301 😀"}])[0].encode() == printed
    assert msgspec.json.decode(printed, type=Day).participants == 14


def test_a_day_is_quick(engine: Page) -> None:
    """24 people, 6 rounds, drawn and written: 150 ms at most, the median of nine seeds."""
    took = engine.evaluate(
        """Array.from({ length: 9 }, (_, seed) => {
          const began = performance.now();
          answer("nl", "day", { seed: `dag ${seed}`, participants: 24, rounds: 6 });
          return performance.now() - began;
        })"""
    )
    assert statistics.median(took) <= 150, took
