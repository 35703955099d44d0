"""The nothing-lost map: each thing from the sources is taught where docs/sources-map.yaml says, in both languages."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sst_training.library import open_library
from sst_training.library.locate import checkout
from sst_training.library.sources_map import sources_map
from sst_training.model.sources_map import Place, SourcesMap, Taught
from sst_training.pages import generated
from sst_training.pages.site import Site

LANGUAGES = ("nl", "en")
DOCS = checkout() / "docs"
FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1`*~*\s*$", re.M | re.S)
TRAINER = re.compile(r"^!!! trainer[^\n]*\n(?:(?: {4}[^\n]*)?\n)*", re.M)
HEADING = re.compile(r"^(##|###) ", re.M)
MAP, PROBLEMS = sources_map(checkout())
PLACES = [(entry, place) for entry in (MAP.taught if MAP else ()) for place in entry.at]


def numbered(markdown: str) -> dict[str, str]:
    """The text under each heading by its number; under `2` also stands what is under `2.1`. Not for trainers only."""
    text = TRAINER.sub("", FENCE.sub("", markdown))
    starts = [(match.start(), len(match[1])) for match in HEADING.finditer(text)]
    found, second, third = {"0": text[: starts[0][0]] if starts else text}, 0, 0
    for index, (start, level) in enumerate(starts):
        second, third = (second + 1, 0) if level == 2 else (second, third + 1)
        end = next((place for place, other in starts[index + 1 :] if other <= level), len(text))
        found[f"{second}" if level == 2 else f"{second}.{third}"] = text[start:end]
    return found


def plain(text: str) -> str:
    """Words alone: without marks, addresses and citations, in lower case, with single spaces."""
    bare = re.sub(r"\[@[^\]]*\]", " ", text)
    bare = re.sub(r"\]\((?!figure:)[^)]*\)", " ", bare)
    return re.sub(r"\s+", " ", re.sub(r"[*\[\]`]", "", html.unescape(bare))).casefold()


def texts(node: Any, lang: str) -> Iterator[str]:
    """All that a card says in one language."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in LANGUAGES or key == lang:
                yield from texts(value, lang)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts(value, lang)


def held(place: Place, lang: str) -> str | None:
    """The text of a place, or None where there is no such place."""
    if place.card:
        library = open_library()
        cards = (*library.pioneers, *library.stories, *library.terms, *library.references)
        card = next((card for card in cards if card.id == place.card), None)
        return None if card is None else " ".join(texts(msgspec.to_builtins(card), lang))
    page = DOCS / lang / str(place.page)
    if not page.exists():
        return None
    return numbered(page.read_text("utf-8").split("---\n", 2)[2]).get(str(place.heading))


def missing(place: Place, lang: str) -> list[str]:
    """The key words that do not stand in a place. Raises LookupError where there is no such place."""
    text = held(place, lang)
    if text is None:
        raise LookupError(f"{lang}: {place.card or f'{place.page} {place.heading}'}")
    return [word for word in place.says[lang] if plain(word) not in plain(text)]


def test_the_map_can_be_read() -> None:
    """No unknown field, no wrong value."""
    assert PROBLEMS == ()
    assert isinstance(MAP, SourcesMap)


def test_every_id_is_there_once() -> None:
    """So that a report about an entry names one."""
    assert [name for name, count in Counter(entry.id for entry, _ in unique()).items() if count > 1] == []


def unique() -> list[tuple[Taught, Place]]:
    """Each entry with its first place."""
    return [(entry, entry.at[0]) for entry in (MAP.taught if MAP else ())]


def test_every_source_is_a_reference() -> None:
    """Each part is about one of the works the course is drawn from, and says what stays out."""
    assert MAP is not None
    assert {part.source for part in MAP.parts} <= {work.id for work in open_library().references}
    assert all(part.left_out for part in MAP.parts)


def test_the_map_is_whole() -> None:
    """As many entries a source as were counted in it: one that goes must be missed."""
    assert MAP is not None
    assert {part.source: len(part.taught) for part in MAP.parts} == {
        "yet-web": 27,
        "van-empel-sst": 124,
        "icthealth-web": 13,
        "therapist-directory": 14,
        "helping-talks-summary": 25,
    }


@pytest.mark.parametrize(("entry", "place"), PLACES, ids=lambda one: getattr(one, "id", ""))
def test_it_is_taught_there(entry: Taught, place: Place) -> None:
    """The place exists in both languages and holds the entry's key words."""
    assert set(place.says) == set(LANGUAGES)
    assert {lang: missing(place, lang) for lang in LANGUAGES} == {"nl": [], "en": []}, entry.what


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_card_is_shown(lang: str, site: Callable[[str], Site]) -> None:
    """A card of the map stands, with its anchor, on a page that is made from the library."""
    made = " ".join(generated.all_pages(site(lang)).values())
    assert [place.card for _, place in PLACES if place.card and f'id="{place.card}"' not in made] == []


def test_the_check_can_fail() -> None:
    """A word that is not there, a heading that is not there."""
    says = {"nl": ("rimpeleffect", "wervelwind"), "en": ("ripple effect",)}
    assert missing(Place(page="modules/history.md", heading="4", says=says), "nl") == ["wervelwind"]
    with pytest.raises(LookupError):
        missing(Place(page="modules/history.md", heading="40", says=says), "nl")
    with pytest.raises(LookupError):
        missing(Place(card="pi-999", says=says), "nl")


def test_headings_are_numbered() -> None:
    """A third-level heading counts under its second; a fence and a trainer's note are no text."""
    page = '# T\n\nvoor\n\n## A\n\n### B\n\nb\n\n!!! trainer "x"\n    stil\n\n## C\n\n```\n## nee\n```\n\nc\n'
    found = numbered(page)

    assert list(found) == ["0", "1", "1.1", "2"]
    assert "b" in found["1.1"]
    assert "b" in found["1"]
    assert "stil" not in found["1"]
    assert "nee" not in found["2"]


def test_a_place_is_a_heading_or_a_card() -> None:
    """Not both, not neither, and no page without a heading."""
    says = {"nl": ("a",), "en": ("a",)}
    for wrong in ({}, {"page": "a.md"}, {"page": "a.md", "heading": "1", "card": "pi-001"}, {"heading": "1"}):
        with pytest.raises(ValueError, match="place"):
            Place(says=says, **wrong)


def test_a_broken_map_says_where(tmp_path: Path) -> None:
    """Bad syntax, and a field that is not known, each with its line."""
    (tmp_path / "docs").mkdir()
    file = tmp_path / "docs" / "sources-map.yaml"
    file.write_text("parts: [\n", "utf-8")
    assert sources_map(tmp_path)[1][0].line >= 1
    file.write_text("parts:\n  - source: yet-web\n    taut: []\n", "utf-8")
    found, problems = sources_map(tmp_path)
    assert found is None
    assert any(problem.line == 3 for problem in problems)
