"""The files the tools read: small, in one language, named by their content, and no secrets in the wrong one."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sst_training.library.locales import phrases_for
from sst_training.model.library import Library
from sst_training.pages.browser_library import Made, announced, files
from sst_training.pages.site import PageFacts, Site

MOST = 120_000
LANGUAGES = ("nl", "en")
HISTORY = PageFacts("Geschiedenis", "Over toen.", 60)


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    """Each language."""
    return str(request.param)


@pytest.fixture(scope="module")
def made(lang: str, site: Callable[[str], Site]) -> dict[str, Made]:
    """The files of one language, by role."""
    return files(site(lang))


def data(made: dict[str, Made], role: str) -> Any:
    """What a file holds."""
    return json.loads(made[role].content)


def maps(node: Any) -> Iterator[dict[str, Any]]:
    """Every map in some data."""
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from maps(part)


@pytest.mark.parametrize("role", ["draw", "learn"])
def test_a_file_is_small(role: str, made: dict[str, Made]) -> None:
    """At most 120 KB as sent."""
    assert len(gzip.compress(made[role].content, 6)) <= MOST


def test_every_text_is_in_one_language(made: dict[str, Made]) -> None:
    """No map of languages is left anywhere."""
    assert [found for role in made for found in maps(data(made, role)) if set(LANGUAGES) & found.keys()] == []


def test_what_the_client_reads_stands_in_one_file(lang: str, made: dict[str, Made], library: Library) -> None:
    """Every text that is the client's alone is in the drawing file, and in no other."""
    secret = [
        json.dumps(text[lang], ensure_ascii=False)[1:-1] for card in library.scenarios for text in card.client_only
    ]
    whole = {role: file.content.decode() for role, file in made.items()}
    assert [text for text in secret if text not in whole["draw"]] == []
    assert [(role, text) for role in whole.keys() - {"draw"} for text in secret if text in whole[role]] == []


def test_a_typo_changes_the_name_and_no_draw(lang: str, made: dict[str, Made], library: Library) -> None:
    """A mended text gives the file another name; the library's own hash, over what steers a draw, stays."""
    first = library.scenarios[0]
    mended = msgspec.structs.replace(first, title=dict.fromkeys(LANGUAGES, "Anders"))
    other = msgspec.structs.replace(library, scenarios=(mended, *library.scenarios[1:]))
    again = files(Site(other, phrases_for(lang), {"modules/history.md": HISTORY}))
    assert again["draw"].path != made["draw"].path
    assert again["learn"].path == made["learn"].path
    assert data(again, "draw")["hash"] == data(made, "draw")["hash"]


def test_a_retired_card_is_kept_for_replay_alone(lang: str, library: Library) -> None:
    """In the drawing file it stands with the others and is listed; of the course nothing is left."""
    retired = {
        kind: tuple(msgspec.structs.replace(card, retired="doubled") for card in getattr(library, kind)[:1])
        for kind in ("scenarios", "questions", "terms", "pioneers", "exercises")
    }
    kept = {kind: (*cards, *getattr(library, kind)[1:]) for kind, cards in retired.items()}
    made = files(Site(msgspec.structs.replace(library, **kept), phrases_for(lang), {}))
    gone = retired["scenarios"][0].id
    assert data(made, "draw")["retired"] == [gone]
    assert data(made, "draw")["scenarios"][0]["id"] == gone
    for kind in ("questions", "terms", "pioneers", "exercises"):
        assert retired[kind][0].id not in {card["id"] for card in data(made, "learn")[kind]}
    assert retired["exercises"][0].id not in {card["id"] for card in data(made, "draw")["exercises"]}


def test_a_question_brings_its_feedback(lang: str, made: dict[str, Made], library: Library) -> None:
    """Module, every option, and what each answer teaches."""
    told = {card["id"]: card for card in data(made, "learn")["questions"]}
    for card in library.questions:
        assert told[card.id]["module"] == card.module
        assert [one["feedback"] for one in told[card.id]["options"]] == [one.feedback[lang] for one in card.options]


def test_every_work_that_is_named_can_be_cited(made: dict[str, Made]) -> None:
    """What a card or a position refers to stands among the references, with surname and year."""
    learn = data(made, "learn")
    cards = [*learn["questions"], *learn["terms"], *learn["pioneers"], *learn["exercises"]]
    named = {ref for card in cards for ref in card["source"]["ref"]}
    named |= {position["ref"] for card in learn["pioneers"] for position in card["positions"]}
    assert named
    assert set(learn["references"]) == named


def test_a_module_has_an_address_once_its_page_is_there(made: dict[str, Made]) -> None:
    """One page is written here; the other modules have none."""
    places = {module["slug"]: module["address"] for module in data(made, "draw")["modules"]}
    assert places.pop("history") == "modules/history/"
    assert set(places.values()) == {None}


def test_every_refusal_of_the_engine_has_its_sentence(made: dict[str, Made], root: Path) -> None:
    """The keys in engine/errors.js are in the words file."""
    engine = root / "docs" / "assets" / "tools" / "engine"
    keys = set(re.findall(r'static key = "(error\.[a-z_]+)"', (engine / "errors.js").read_text(encoding="utf-8")))
    assert keys - {"error.unknown"} <= data(made, "words").keys()


def test_a_page_without_a_tool_stays_as_it_is(made: dict[str, Made]) -> None:
    """No addresses where nothing asks for them; `<sst-day>` in a code sample is no tool."""
    page = "<html><head><title>x</title></head><body><code>&lt;sst-day&gt;</code></body></html>"
    assert announced(page, "about/", made) == page


@pytest.mark.parametrize(("url", "up"), [("", ""), ("practice/", "../"), ("practice/room/", "../../")])
def test_a_page_with_a_tool_says_where_the_files_are(url: str, up: str, made: dict[str, Made]) -> None:
    """The way from this page to each file, as JSON in a meta."""
    page = announced("<html><head></head><body><sst-day></sst-day></body></html>", url, made)
    found = re.search(r'<meta name="sst-library" content="([^"]*)"></head>', page)
    assert found is not None
    assert json.loads(unescape(found[1])) == {role: up + file.path for role, file in made.items()}
