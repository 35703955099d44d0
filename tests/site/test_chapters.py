from __future__ import annotations

from collections.abc import Callable

import pytest

from sst_training.pages.chapters import expand, way
from sst_training.pages.site import Site, address, href


@pytest.mark.parametrize(
    ("here", "there", "anchor", "expected"),
    [
        ("index.md", "help.md", "", "help/"),
        ("modules/history.md", "references.md", "x", "../../references/#x"),
        ("exercises/index.md", "modules/history.md", "", "../modules/history/"),
        ("glossary.md", "glossary.md", "te-001", "#te-001"),
        ("help.md", "index.md", "", "../"),
    ],
)
def test_links_between_pages(here: str, there: str, anchor: str, expected: str) -> None:
    """Links are relative, so that the site works in any folder."""
    assert href(here, there, anchor) == expected


def test_a_notebook_has_an_address_like_a_page() -> None:
    """The ending does not show."""
    assert address("modules/early-studies.ipynb") == "modules/early-studies/"


@pytest.mark.parametrize(
    ("here", "lang", "other", "there", "expected"),
    [
        ("index.md", "nl", "en", True, "en/"),
        ("index.md", "en", "nl", True, "../"),
        ("modules/history.md", "nl", "en", True, "../../en/modules/history/"),
        ("modules/history.md", "en", "nl", True, "../../../modules/history/"),
        ("modules/history.md", "en", "nl", False, "../../../"),
    ],
)
def test_the_way_to_the_other_language(here: str, lang: str, other: str, there: bool, expected: str) -> None:
    """The same page in the other language, or its home when there is no such page."""
    assert way(here, lang, other, "nl", there) == expected


def test_modules_enter_the_navigation_when_their_page_exists(site: Callable[[str], Site]) -> None:
    """`modules/*` becomes the pages that are there, in the order of the course."""
    nav = [{"Leren": ["modules/index.md", "modules/*", "oneliners.md"]}]
    there = {"modules/history.md", "modules/what-is-sst.md"}
    expected = [{"Leren": ["modules/index.md", "modules/what-is-sst.md", "modules/history.md", "oneliners.md"]}]
    assert expand(nav, site("nl").library.modules, there) == expected
