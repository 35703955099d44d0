"""Chance, role-plays and own issues: the browser gives the bytes of the command line, and refuses with its words."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from sst_training.draw.readers import READERS
from sst_training.library.locate import checkout
from sst_training.model.library import Library
from sst_training.model.text import SETTINGS

Request = dict[str, Any]
Ask = Callable[[str, str, list[Request]], list[str]]
Told = Callable[[str, str, Request], str]

VECTORS = json.loads((checkout() / "tests" / "vectors" / "rng.json").read_text(encoding="utf-8"))
FIGURES = """
(vectors) => {
  const { SplitMix64, fnv1a64, seedNumber, stream } = engine;
  const generator = ({ seed }) => new SplitMix64(BigInt(seed));
  const many = ({ numbers }, make) => numbers.map(() => String(make()));
  const each = (kind, figures) => vectors[kind].map(figures);
  return {
    next: each("next", (one) => ((made) => many(one, () => made.next()))(generator(one))),
    below: each("below", (one) => ((made) => many(one, () => made.below(BigInt(one.n))))(generator(one))),
    stream: each("stream", (one) => ((made) => many(one, () => made.next()))(stream(BigInt(one.seed), one.label))),
    shuffle: each("shuffle", (one) => generator(one).shuffle([...one.items].reverse())),
    fnv1a64: each("fnv1a64", ({ text }) => String(fnv1a64(text))),
    seed: each("seed", ({ text }) => String(seedNumber(text))),
    meant: each("seed", ({ same_as, number }) => String(same_as ? seedNumber(same_as) : BigInt(number))),
  };
}
"""


@pytest.fixture(scope="module")
def figures(engine: Page) -> dict[str, Any]:
    """What Chromium makes of tests/vectors/rng.json."""
    found: dict[str, Any] = engine.evaluate(FIGURES, VECTORS)
    return found


@pytest.mark.parametrize("kind", ["next", "below", "stream"])
def test_numbers(kind: str, figures: dict[str, Any]) -> None:
    """The published numbers, bounded ones by way of rejection, and those of named streams."""
    assert figures[kind] == [[str(int(number, 0)) for number in case["numbers"]] for case in VECTORS[kind]]


def test_shuffle(figures: dict[str, Any]) -> None:
    """Durstenfeld's shuffle over ASCII order."""
    assert figures["shuffle"] == [case["order"] for case in VECTORS["shuffle"]]


def test_hashes_and_seeds(figures: dict[str, Any]) -> None:
    """The hash's published values; digits are a number, composed and decomposed letters are one."""
    assert figures["fnv1a64"] == [str(int(case["hash"], 0)) for case in VECTORS["fnv1a64"]]
    assert figures["seed"] == figures["meant"]


def test_no_seed(engine: Page) -> None:
    """Nothing, too much, or half a character."""
    tried = """["", " \\t\\r\\n", "x".repeat(201), "\\ud83d"].map((text) => {
      try { return engine.seedNumber(text); } catch (cause) { return [cause.key, cause.words.length]; }
    })"""
    assert engine.evaluate(tried) == [["error.seed", 0], ["error.seed", 0], ["error.seed", 201], ["error.seed", 1]]


def test_the_build_wrote_the_library(site: str, browser: Browser, ways: dict[str, dict[str, str]]) -> None:
    """Every file stands where its hash says, in both languages."""
    context = browser.new_context()
    status = {path: context.request.get(site + path).status for roles in ways.values() for path in roles.values()}
    context.close()
    assert set(status.values()) == {200}, status


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_role_plays(lang: str, seeds: list[str], ask: Ask, told: Told) -> None:
    """200 seeds, one to five role-plays, as each reader sees them."""
    requests = [{"seed": seed, "count": 1 + i % 5, "reader": READERS[i % 4]} for i, seed in enumerate(seeds)]
    requests += [{"seed": seed, "reader": reader} for seed in seeds[:40] for reader in READERS]

    assert ask(lang, "roleplay", requests) == [told(lang, "roleplay", request) for request in requests]


def wishes(chance: random.Random, library: Library) -> Request:
    """What a trainer might ask of a role-play; some of it cannot be had."""
    asked: Request = {}
    if chance.random() < 0.5:
        asked["level"] = chance.randint(1, 3)
    if chance.random() < 0.5:
        asked["skill"] = chance.choice(library.instrument.ungated)
    if chance.random() < 0.4:
        asked["setting"] = chance.choice(SETTINGS)
    if chance.random() < 0.3:
        asked["context"] = chance.choice(list(library.words.contexts))
    return asked


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_filtered_role_plays(lang: str, seeds: list[str], library: Library, ask: Ask, told: Told) -> None:
    """200 seeds, each with filters; what none can meet is refused with the same words."""
    chance = random.Random(5)
    requests = [
        {"seed": seed, "count": chance.randint(1, 5), "reader": chance.choice(READERS), **wishes(chance, library)}
        for seed in seeds
    ]
    answers = ask(lang, "roleplay", requests)

    assert answers == [told(lang, "roleplay", request) for request in requests]
    assert 10 < sum("error.cannot_draw" in answer for answer in answers) < 150


@pytest.mark.parametrize("reader", READERS)
def test_guided_role_plays(reader: str, library: Library, ask: Ask, told: Told) -> None:
    """Each guided scenario, named by a trainer."""
    cards = [card.id for card in library.scenarios if card.risk == "guided"]
    requests = [{"seed": "7", "guided": card, "reader": reader} for card in cards]

    assert ask("nl", "roleplay", requests) == [told("nl", "roleplay", request) for request in requests]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_own_issues(lang: str, seeds: list[str], ask: Ask, told: Told) -> None:
    """200 seeds, every domain, one card to a hundred."""
    domains = ("work", "home", "habits", "health", "meaning", "study")
    requests: list[Request] = [{"seed": seed} for seed in seeds]
    requests += [{"seed": seed, "count": 1 + i % 9, "domain": domains[i % 6]} for i, seed in enumerate(seeds)]
    requests.append({"seed": "1", "count": 100})

    assert ask(lang, "own-issue", requests) == [told(lang, "own-issue", request) for request in requests]


REFUSED: list[tuple[str, Request]] = [
    ("roleplay", {"seed": " "}),
    ("roleplay", {"seed": "é" * 201}),
    ("roleplay", {"seed": "1", "count": 0}),
    ("roleplay", {"seed": "1", "count": 101}),
    ("roleplay", {"seed": "1", "level": 4}),
    ("roleplay", {"seed": "1", "skill": "safety"}),
    ("roleplay", {"seed": "1", "skill": "toString"}),
    ("roleplay", {"seed": "1", "setting": "cellar"}),
    ("roleplay", {"seed": "1", "context": "constructor"}),
    ("roleplay", {"seed": "1", "guided": "sc-001"}),
    ("roleplay", {"seed": "1", "guided": "sc-999"}),
    ("roleplay", {"seed": "1", "reader": "neighbour"}),
    ("own-issue", {"seed": "1", "count": 0}),
    ("own-issue", {"seed": "1", "domain": "money"}),
    ("own-issue", {"seed": "\t"}),
]


@pytest.mark.parametrize(("command", "request_"), REFUSED)
def test_refusals(command: str, request_: Request, ask: Ask, told: Told) -> None:
    """What cannot be done is refused with the same sentence and the same words in it."""
    answer = json.loads(ask("nl", command, [request_])[0])

    assert "key" in answer
    assert answer == json.loads(told("nl", command, request_))


@pytest.mark.parametrize("seed", ["18446744073709551615", "cafe\u0301 😀", "dag 1"])
def test_the_program_itself(seed: str, ask: Ask) -> None:
    """The same bytes come out of `sst` as a shell runs it."""
    command = [sys.executable, "-m", "sst_training", "roleplay", "--json", "--count=3", "--lang=en", f"--seed={seed}"]
    printed = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "LC_ALL": "C"}).stdout

    assert ask("en", "roleplay", [{"seed": seed, "count": 3}])[0].encode() == printed
