"""The drawing engine in the browser beside the command line: both are given the same requests.

The command line runs in this process; what it prints is what a shell would see.
"""

from __future__ import annotations

import contextlib
import io
import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, Page

from sst_training.cli import main
from sst_training.errors import SstError
from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout
from sst_training.model.library import Library
from sst_training.pages import browser_library
from sst_training.pages.hook import read_facts, sources
from sst_training.pages.site import Site

Request = dict[str, Any]

ODD = (
    "0", "1", "42", " 42\n", "9007199254740993", "18446744073709551615", "18446744073709551616", "007", "1_0", "+1",
    "café", "cafe\u0301", "é", "e\u0301", "Å", "ﬁ", "😀", "👩🏽‍🏫", "\u0663", "\u200f\u05d0", "dag 1", "\t dag 1\r\n",
    "x" * 200, "😀" * 200, "é" * 200, "\u2028", "\x01\x1f\x7f", 'a"b\\c/', "<script>", "--seed", "{seed}", "ß ẞ ſ",
)  # fmt: skip
"""Numbers at and beyond what a machine's word holds, letters written in two ways, signs that need escaping."""

SIGNS = "abcXYZ019 -_.,éëßñ𝒳漢字😀🧭\u0301\u200b\xa0"

FLAGS = {
    "reader": "--for", "sameCase": "--same-case", "levelMin": "--level-min", "levelMax": "--level-max",
    "ownIssueRounds": "--own-issue-rounds", "fromRound": "--from-round", "breaks": "--break",
}  # fmt: skip
"""The options whose names differ in the browser."""

LOAD = """
async ({ site, ways }) => {
  const at = (path) => new URL(path, site).href;
  const engine = {};
  for (const name of ["answers", "day-file", "json", "ledger", "rng"]) {
    Object.assign(engine, await import(at(`assets/tools/engine/${name}.js`)));
  }
  const { sayer } = await import(at("assets/tools/words.js"));
  const json = async (path) => (await fetch(at(path))).json();
  const tables = await json(ways.nl.rotations);
  const shelves = {};
  for (const lang of Object.keys(ways)) {
    shelves[lang] = { library: await json(ways[lang].draw), say: sayer(await json(ways[lang].words)) };
  }
  const commands = {
    roleplay: ({ library, say }, request) => engine.roleplayAnswer(library, say, request),
    "own-issue": ({ library, say }, request) => engine.ownIssueAnswer(library, say, request),
    day: ({ library }, { ledger, ...request }) =>
      engine.dayAnswer(library, tables, { ...request, ledger: ledger && engine.readLedger(ledger, "") }),
    replay: ({ library }, { file, ...request }) =>
      engine.replayAnswer(library, tables, engine.readDay(file, ""), request),
    extended: (_, { ledger, file }) => engine.extended(engine.readLedger(ledger, ""), engine.readDay(file, "")),
  };
  const answer = (lang, command, request) => {
    try {
      return new TextDecoder().decode(engine.jsonBytes(commands[command](shelves[lang], request)));
    } catch (cause) {
      if (!cause.key) throw cause;
      return engine.jsonLine({ key: cause.key, words: cause.words });
    }
  };
  Object.assign(window, { engine, answer });
}
"""


@pytest.fixture(scope="session")
def library() -> Library:
    """The real library."""
    return open_library()


@pytest.fixture(scope="session")
def ways(library: Library) -> dict[str, dict[str, str]]:
    """Where the build puts the library files: language → role → path, named by what must be in them."""
    found = {}
    for lang in library.languages:
        written = sources(checkout() / "docs" / lang)
        facts = {name: read_facts(path) for name, path in written.items() if path.suffix == ".md"}
        made = browser_library.files(Site(library, phrases_for(lang), facts))
        root = "" if lang == library.languages[0] else f"{lang}/"
        found[lang] = {role: root + file.path for role, file in made.items()}
    return found


@pytest.fixture(scope="session")
def engine(browser: Browser, site: str, ways: dict[str, dict[str, str]]) -> Iterator[Page]:
    """A page of the site with the engine and the library files brought in."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}about/")
    page.evaluate(LOAD, {"site": site, "ways": ways})
    yield page
    context.close()


@pytest.fixture(scope="session")
def ask(engine: Page) -> Callable[[str, str, list[Request]], list[str]]:
    """`ask("nl", "day", [{"seed": "1", …}])` → what the browser answers, or the key and words of its refusal."""

    def asked(lang: str, command: str, requests: list[Request]) -> list[str]:
        found: list[str] = engine.evaluate(
            "([lang, command, requests]) => requests.map((request) => answer(lang, command, request))",
            [lang, command, requests],
        )
        return found

    return asked


@pytest.fixture(scope="session")
def told() -> Callable[[str, str, Request], str]:
    """`told("nl", "day", {"seed": "1", …})` → what the command line prints, or the key and words of its refusal."""

    def tell(lang: str, command: str, request: Request) -> str:
        args = [command, "--json", f"--lang={lang}"]
        for name, value in request.items():
            flag = FLAGS.get(name, f"--{name}")
            for one in value if isinstance(value, list) else [value]:
                args += [] if one is False else [flag] if one is True else [f"{flag}={one}"]
        content = io.BytesIO()
        out = io.TextIOWrapper(content, encoding="utf-8", newline="")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            try:
                main(args, standalone_mode=False)
            except SstError as cause:
                return msgspec.json.encode({"key": cause.key, "words": cause.words}).decode()
        return content.getvalue().decode()

    return tell


@pytest.fixture(scope="session")
def seeds() -> list[str]:
    """200 seeds: the odd ones, numbers of every size, and texts of every kind of sign."""
    chance = random.Random(22)
    found = list(ODD)
    while len(found) < 200:
        number = str(chance.getrandbits(chance.randint(1, 70)))
        text = "".join(chance.choices(SIGNS, k=chance.randint(1, 40)))
        found.append(chance.choice([number, f"x{text}"]))
    return found


@pytest.fixture(scope="session")
def days(library: Library, seeds: list[str]) -> list[Request]:
    """200 requests for a day, over all sizes, rounds and options; some of them cannot be met."""
    chance = random.Random(60)
    sizes = [*range(3, 61), *(chance.choice([4, 6, 8, 9, 12, 15, 18, 24]) for _ in range(200))]
    return [{"seed": seed, **day_wishes(chance, size, library)} for seed, size in zip(seeds, sizes, strict=False)]


def day_wishes(chance: random.Random, people: int, library: Library) -> Request:
    """What a trainer might ask of a day."""
    rounds = chance.randint(1, 12)
    asked: Request = {"participants": people, "rounds": rounds}
    if chance.random() < 0.4:
        asked["skills"] = ",".join(chance.sample(library.instrument.ungated, chance.randint(1, 9)))
    for option in ("dealt", "sameCase"):
        if chance.random() < 0.3:
            asked[option] = True
    if chance.random() < 0.4:
        low, high = sorted(chance.choices((1, 2, 3), k=2))
        asked |= {"levelMin": low, "levelMax": high}
    if rounds > 2 and chance.random() < 0.5:
        own = chance.sample(range(2, rounds), min(rounds - 2, chance.randint(1, 2)))
        asked["ownIssueRounds"] = ",".join(map(str, own))
    if chance.random() < 0.4:
        asked["apart"] = ",".join("-".join(map(str, chance.sample(range(1, people + 1), 2))) for _ in range(2))
    if chance.random() < 0.3:
        asked["minutes"] = chance.randint(25, 60)
    if rounds > 1 and chance.random() < 0.3:
        asked["breaks"] = [f"{chance.randint(1, rounds - 1)}:{chance.randint(1, 90)}"]
    return asked
