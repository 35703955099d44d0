"""Which modules have a page, where they stand in the navigation, and the same page in another language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sst_training.model.course import Module
from sst_training.pages.site import address, module_source

EVERY_MODULE = "modules/*"


def expand(nav: Any, modules: Iterable[Module], there: set[str]) -> Any:
    """The navigation with `modules/*` replaced by the module pages that exist, in the order of the course."""
    return put_in(nav, EVERY_MODULE, [source for module in modules if (source := module_source(module.slug)) in there])


def put_in(nav: Any, place: str, pages: list[str]) -> Any:
    """The navigation with these pages in the place of one entry, wherever it stands."""
    if isinstance(nav, dict):
        return {title: put_in(entry, place, pages) for title, entry in nav.items()}
    if not isinstance(nav, list):
        return nav
    return [part for entry in nav for part in (pages if entry == place else [put_in(entry, place, pages)])]


def way(here: str, lang: str, other: str, first: str, there: bool) -> str:
    """The relative link from a page to the same page in another language, or to its home if it has none.

    `here` is a source path; `first` is the language that stands at the root.
    """
    own = address(here)
    up = "../" * (own.count("/") + (lang != first))
    down = "" if other == first else f"{other}/"
    return (up + down + (own if there else "")) or "./"
