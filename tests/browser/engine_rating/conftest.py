"""The rating engine in the browser, and made-up ratings that Python and the browser are both given."""

from __future__ import annotations

import base64
import json
import random
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import pytest
from playwright.sync_api import Browser

from sst_training.cli.frame import Desk
from sst_training.cli.rating_file import rating_in, unread
from sst_training.errors import RatingNewer
from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.library.reading import Unreadable, parse
from sst_training.model.instrument import Item
from sst_training.model.library import Library
from sst_training.model.problem import Problem
from sst_training.pages.browser_library import calibration, drawing, encoded
from sst_training.pages.site import Site
from sst_training.store.format import MOST_BYTES
from sst_training.store.format import encoded as written_by_python

Found = tuple[str | None, bytes | None, list[Any]]
"""What is said of a file: its later format, or the rating as it is written, and the problems."""

LANG = "en"
MODULES = (
    "against-gold", "beside", "checks", "compare", "draft", "findings", "gathered", "history", "json", "levels",
    "next-practice", "profile", "questions", "rating-file", "replies", "report", "score", "times",
)  # fmt: skip
WORDS = (
    "asked what today should bring", 'said: "and then?"', "één ding, klein genoeg 🌱", "back\\slash / slash",
    "a\ttab and\na line", "e\u0301 composed and not é", "👩🏽‍💻" * 4, "‘curly’ & <b>bold</b>", "x" * 500, "𝔘" * 500,
)  # fmt: skip
LABELS = ("P3", "T1", "A-b_c", "Z9", "constructor", "toString", "valueOf", "p3", "Aa", "aA", "hasOwnProperty", "B")
"""Some mean something to JavaScript; some differ in case alone."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The real library."""
    return open_library()


@pytest.fixture(scope="session")
def ask(browser: Browser, site: str, library: Library) -> Iterator[Callable[..., Any]]:
    """Asks the engine on a served page: `ask("(engine, given) => engine.score(given, engine.library)", rating)`."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + "about/")
    here = Site(library, phrases_for(LANG), {})
    files = [encoded(made).decode() for made in (drawing(here), calibration(here))]
    page.evaluate(LOAD, [list(MODULES), *files])

    def put(script: str, given: object = None) -> Any:
        asked = f"async (given) => JSON.stringify(await ({script})(window.engine, JSON.parse(given)) ?? null)"
        return json.loads(page.evaluate(asked, json.dumps(given)))

    yield put
    context.close()


LOAD = """
async ([names, library, calibration]) => {
  const modules = await Promise.all(names.map((name) => import(`/assets/tools/engine/${name}.js`)));
  const text = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const bytes = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const own = { text, bytes, library: JSON.parse(library), calibration: JSON.parse(calibration) };
  window.engine = Object.assign({}, ...modules, own);
}
"""


def sent(content: bytes) -> str:
    """Bytes on their way to the page."""
    return base64.b64encode(content).decode()


@pytest.fixture(scope="session")
def as_sent() -> Callable[[bytes], str]:
    """Bytes on their way to the page; `engine.bytes` unpacks them there."""
    return sent


READ = """(engine, files) => files.map((file) => {
  const found = engine.inspected(engine.bytes(file), engine.library.instrument, "one.json");
  const written = found.rating === null ? null : engine.text(engine.encoded(found.rating));
  return [found.newer, written, [...found.problems, ...found.lacking]];
})"""


def inspected(content: bytes, library: Library) -> Found:
    """What Python says of a file: its later format, or the rating as it writes it, and the problems."""
    here = cast(Desk, SimpleNamespace(library=library))
    try:
        document = parse(content.removeprefix(BOM_UTF8), most_bytes=MOST_BYTES)
        rating, problems = rating_in(document, "one.json", here)
    except Unreadable as cause:
        rating, problems = None, [unread(cause, "one.json")]
    except RatingNewer as cause:
        return str(cause.words["format"]), None, []
    return None, written_by_python(rating) if rating else None, [told(problem) for problem in problems]


def told(problem: Problem | dict[str, Any]) -> dict[str, Any]:
    """A problem, without what only Python works out: a near name, and how it prints another type's value."""
    data: dict[str, Any] = dict(problem) if isinstance(problem, dict) else json.loads(msgspec.json.encode(problem))
    return data | {"words": {name: word for name, word in data["words"].items() if name not in ("near", "value")}}


@pytest.fixture
def both(ask: Callable[..., Any], library: Library) -> Callable[[list[bytes]], list[Found]]:
    """Reads files in Python and in the browser, and gives what both say of each; other answers fail the test."""

    def read(files: list[bytes]) -> list[Found]:
        ours = [inspected(file, library) for file in files]
        theirs = ask(READ, [sent(file) for file in files])
        for file, one, other in zip(files, ours, theirs, strict=True):
            newer, written, problems = other
            found = (newer, written if written is None else written.encode(), [told(problem) for problem in problems])
            assert found == one, file.decode(errors="replace")[:2000]
        return ours

    return read


@pytest.fixture
def maker(library: Library, request: pytest.FixtureRequest) -> Maker:
    """Made-up ratings, the same at each run of a test."""
    return Maker(library, random.Random(request.node.name))


class Maker:
    """Makes the plain data of ratings that are sound and complete, of every kind there is."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library, self.chance = library, chance

    def rating(self, **fields: Any) -> dict[str, Any]:
        """A rating; `fields` are set whatever the draw."""
        chance = self.chance
        kind = fields.get("session_kind") or chance.choice(("role-play", "role-play", "role-play", "own-issue", "work"))
        role = "self" if kind == "own-issue" else chance.choice(("self", "peer", "trainer", "gold"))
        label = chance.choice(LABELS)
        seconds = chance.choice((None, 60, 1260, 3601, 86400))
        span = None
        if seconds is not None and chance.random() < 0.4:
            start = chance.randrange(seconds)
            span = {"from": start, "to": chance.randint(start + 1, seconds)}
        place = None if seconds is None else (span["from"], span["to"]) if span else (0, seconds)
        consent = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}
        rating: dict[str, Any] = {
            "format": "sst-rating/1",
            "instrument": self.library.instrument.id,
            "version": self.library.instrument.version,
            "session": "k7q2m9xt",
            "date": "2026-12-05",
            "ratee": label if role == "self" else "P7",
            "rater": {"role": role, "label": label, "blind": chance.random() < 0.8},
            "session_kind": kind,
            "scenario": chance.choice((None, "sc-999", *(card.id for card in self.library.scenarios))),
            "consent": consent if seconds is not None else chance.choice((None, consent)),
            "recording": None if seconds is None else {"name": "opname 1", "seconds": seconds},
            "span": span,
            "prediction": None if kind == "own-issue" else self.maybe_words(),
            "items": self.items(kind, place),
            "counters": chance.choice((None, {}, {"reflections": 3, "open_questions": 12})),
            "challenge": chance.choice(
                (None, *({"level": level, "stop": True} for level in ("too_easy", "about_right", "too_hard")))
            ),
            "keep": self.keep(kind, place),
            "resolution": None,
            "locked": chance.random() < 0.5,
        }
        unsafe = any(tick.rpartition(".")[2][0] == "s" for part in rating["items"].values() for tick in part["ticks"])
        if unsafe and chance.random() < 0.4:
            note = "" if kind == "own-issue" else chance.choice(WORDS)
            rating["resolution"] = {"with": "T1", "note": note, "date": "2026-12-06"}
        return rating | fields

    def items(self, kind: str, place: tuple[int, int] | None) -> dict[str, Any]:
        """What was seen of every skill, in an order of its own; now poor, now rich, so that each level comes up."""
        richness = self.chance.choice((0.2, 0.5, 0.8, 0.97, 1.0))
        hindering = self.chance.choice((0.0, 0.0, 0.03, 0.15))
        left_out = self.chance.choice((0.0, 0.1, 0.5, 1.0))
        found = {
            item.id: self.item(item, kind, place, richness, hindering, left_out)
            for item in self.library.instrument.items
        }
        if self.chance.random() < 0.3:
            found = dict(self.chance.sample(list(found.items()), len(found)))
        return found

    def item(
        self, item: Item, kind: str, place: tuple[int, int] | None, richness: float, hindering: float, left_out: float
    ) -> dict[str, Any]:
        """What was seen of one skill."""
        chance = self.chance
        nothing: dict[str, Any] = {"reason": None, "ticks": [], "not_applicable_ticks": [], "evidence": []}
        if chance.random() < left_out or (item.gated and chance.random() < 0.6):
            reasons = ("not_in_this_exercise", "recording_gap", *(() if item.core else ("no_opportunity",)))
            return {"state": "na", **nothing, "reason": chance.choice(reasons)}
        likely = {"basic": richness, "advanced": richness / 2, "harm": hindering, "safety": hindering / 2}
        waived = [tick.id for tick in item.ticks if tick.conditional and chance.random() < 0.3]
        ticks = [t.id for t in item.ticks if t.id not in waived and chance.random() < likely[t.kind]]
        chance.shuffle(ticks)
        evidence = []
        for tick in ticks:
            must = tick.rpartition(".")[2][0] != "b"
            for _ in range(chance.choice((1, 1, 2, 3)) if must else chance.choice((0, 0, 1))):
                evidence.append({"tick": tick, "at": self.time(place), "note": self.words(kind)})
        chance.shuffle(evidence)
        return {"state": "assessed", **nothing, "ticks": ticks, "not_applicable_ticks": waived, "evidence": evidence}

    def time(self, place: tuple[int, int] | None) -> int | None:
        """A time in the part that is looked at; None without a recording."""
        return None if place is None else self.chance.randint(*place)

    def words(self, kind: str) -> str | None:
        """Words, but not of an own issue."""
        return None if kind == "own-issue" else self.chance.choice(WORDS)

    def maybe_words(self) -> str | None:
        """Words, or none."""
        return self.chance.choice((None, *WORDS))

    def keep(self, kind: str, place: tuple[int, int] | None) -> dict[str, Any] | None:
        """The moment to keep."""
        if self.chance.random() < 0.5:
            return None
        return {"at": self.time(place), "note": self.words(kind)}
