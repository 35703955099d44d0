"""The built site, as files: every page, every link, the search index, the map."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from sst_training.library import open_library


class Page(HTMLParser):
    """Links, ids, headings and what stands in the head of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.h1 = 0
        self.meta: dict[str, str] = {}
        self.lang = ""
        self.alternate = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = held.get("lang", "")
        if tag == "h1":
            self.h1 += 1
        if tag == "meta" and "name" in held:
            self.meta[held["name"]] = held.get("content", "")
        if tag == "link" and held.get("rel") == "alternate":
            self.alternate = True
        self.ids |= {held["id"]} if "id" in held else set()
        self.links += [held[name] for name in ("href", "src") if name in held]


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Page]:
    """Every page by its address."""
    found = {}
    for path in sorted(built.rglob("*.html")):
        where = path.relative_to(built).as_posix().removesuffix("index.html")
        found[where] = Page(path.read_text(encoding="utf-8"))
    return found


def real(pages: dict[str, Page]) -> dict[str, Page]:
    """All but the 404 pages."""
    return {where: page for where, page in pages.items() if not where.endswith("404.html")}


def test_each_page_has_a_twin(pages: dict[str, Page]) -> None:
    """The same addresses below / and below /en/."""
    dutch = {where for where in pages if not where.startswith("en/")}
    english = {where.removeprefix("en/") for where in pages if where.startswith("en/")}
    assert dutch == english


def test_each_page_names_its_language_and_itself(pages: dict[str, Page]) -> None:
    """lang, one h1, and a description of its own."""
    for where, page in real(pages).items():
        assert page.lang == ("en" if where.startswith("en/") else "nl"), where
        assert page.h1 == 1, where
        assert len(page.meta.get("description", "")) >= 80, where
    described = [page.meta["description"] for page in real(pages).values()]
    assert len(described) == len(set(described))


def test_the_language_link_keeps_the_page(pages: dict[str, Page]) -> None:
    """A real link to the same page in the other language; none in the head, where Material would fetch from it."""
    for where, page in real(pages).items():
        other = where.removeprefix("en/") if where.startswith("en/") else f"en/{where}"
        assert f"/{other}" in {urljoin(f"/{where}", link) for link in page.links}, where
        assert not page.alternate, where


def test_no_link_is_dead(built: Path, pages: dict[str, Page]) -> None:
    """Every link inside the site leads to a file, and every anchor to a place on it."""
    dead = []
    for where, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(f"http://site/{where}", link))
            if target.netloc != "site" or target.scheme != "http":
                continue
            path = unquote(target.path).lstrip("/")
            file = built / path / "index.html" if path.endswith("/") or not path else built / path
            if not file.is_file():
                dead.append(f"{where}: {link}")
            elif target.fragment and file.suffix == ".html":
                if "=" in target.fragment:  # what a tool is asked, not a place: test_draw_links.py
                    continue
                there = pages[file.relative_to(built).as_posix().removesuffix("index.html")]
                if unquote(target.fragment) not in there.ids:
                    dead.append(f"{where}: {link} (no such place)")
    assert dead == []


def test_nothing_is_loaded_from_elsewhere(built: Path) -> None:
    """No script, style, image or font of another host in any page."""
    loads = re.compile(
        r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=\"(?:https?:)?//|<link\b[^>]*\brel=\"(?:stylesheet|preconnect|icon)\"[^>]*href=\"(?:https?:)?//"
    )
    assert [path for path in built.rglob("*.html") if loads.search(path.read_text(encoding="utf-8"))] == []


def test_each_page_has_a_policy_without_unsafe_inline_scripts(built: Path) -> None:
    """404.html too."""
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert found, path
        scripts = next(part for part in found[1].split("; ") if part.startswith("script-src"))
        assert "unsafe" not in scripts


def test_notebooks_are_pages_and_not_raw_files(built: Path) -> None:
    """A rendered cell, and no notebook JSON."""
    found = list(built.rglob("early-studies/index.html"))
    assert len(found) == 2
    for path in found:
        html = path.read_text(encoding="utf-8")
        assert "jp-CodeCell" in html
        assert '"cells":' not in html
        assert len(html) < 400_000


def test_no_token_is_left(built: Path) -> None:
    """No citation or figure that was not turned into one, outside code."""
    for path in built.rglob("*.html"):
        html = re.sub(r"<(pre|code)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert "[@" not in html, path
        assert '"figure:' not in html, path


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_search_index_is_light(built: Path, lang: str) -> None:
    """At most 130 KB as sent."""
    held = (built / f"{lang}search/search_index.json").read_bytes()
    assert len(gzip.compress(held, 6)) <= 130_000


def test_the_search_index_is_of_one_language(built: Path) -> None:
    """Dutch readers get Dutch hits."""
    places = [one["location"] for one in json.loads((built / "search/search_index.json").read_bytes())["docs"]]
    assert places
    assert not [place for place in places if place.startswith("en/")]


def test_404_speaks_both_languages(built: Path) -> None:
    """One page is shown for every address that is not there."""
    html = (built / "404.html").read_text(encoding="utf-8")
    assert "Deze pagina is er niet" in html
    assert "This page is not here" in html
    assert 'href="/"' in html
    assert 'href="/en/"' in html


def test_what_is_folded_away_stays_out_of_the_search_index(built: Path) -> None:
    """A scenario's title can be found; what its client says cannot."""
    library = open_library()
    index = (built / "search/search_index.json").read_text(encoding="utf-8")
    scenario = library.scenarios[0]
    assert scenario.title["nl"] in index
    assert scenario.opening_line["nl"] not in index
    assert library.exercises[0].title["nl"] in index
    assert library.exercises[0].steps[0]["nl"] not in index
    assert library.questions[0].options[0].feedback["nl"] not in index
