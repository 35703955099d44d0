"""The pages that no one writes: source path → the function that makes its Markdown."""

from __future__ import annotations

from collections.abc import Callable

from sst_training.model.library import Library
from sst_training.pages import (
    gallery,
    glossary,
    modules_index,
    observation_list,
    oneliners,
    plan_page,
    plans,
    references,
    scenarios,
)
from sst_training.pages.site import Site

PAGES: dict[str, Callable[[Site], str]] = {
    gallery.SOURCE: gallery.page,
    glossary.SOURCE: glossary.page,
    modules_index.SOURCE: modules_index.page,
    observation_list.SOURCE: observation_list.page,
    oneliners.SOURCE: oneliners.page,
    plans.SOURCE: plans.page,
    references.SOURCE: references.page,
    scenarios.SOURCE: scenarios.page,
}
"""Without cli.md, which also needs the described commands: see `cli_reference`."""


def plan_sources(library: Library) -> list[str]:
    """Where the pages of the timed plans stand, in the order of their ids."""
    return [plan_page.source(plan) for plan in plans.in_use(library.plans)]


def all_pages(site: Site) -> dict[str, str]:
    """Every generated page as Markdown, those of the plans too."""
    made = {source: make(site) for source, make in PAGES.items()}
    return made | {plan_page.source(plan): plan_page.page(site, plan) for plan in plans.in_use(site.library.plans)}
