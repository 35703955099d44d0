"""The pages of the timed plans: times, cards, lines to type; the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from sst_training.library import open_library
from sst_training.model.plan import Plan
from sst_training.pages import chapters, generated, plan_page, plans
from sst_training.pages.site import Site

Sites = Callable[[str], Site]
PLANS = {plan.slug: plan for plan in open_library().plans}


def rows(page: str) -> list[list[str]]:
    """The text of every row of every table."""
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", page)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in found]


def test_a_day_begins_and_ends_when_it_says(site: Sites) -> None:
    """Half past nine; the last step of fifteen minutes begins a quarter of an hour before the end."""
    page = plan_page.page(site("nl"), PLANS["one-day"])
    found = rows(page)

    assert "## De dag \\(09:30–16:30\\)" in page
    assert found[1][:3] == ["09:30", "15", "Welkom en afspraken"]
    assert found[-1][:3] == ["16:15", "15", "Afsluiten"]


def test_a_step_with_an_exercise_has_the_minutes_of_the_card(site: Sites) -> None:
    """Its title is the card's and leads to it."""
    page = plan_page.page(site("en"), PLANS["one-day"])

    assert ["09:45", "20", "One moment that mattered ex-012"] in [row[:3] for row in rows(page)]
    assert 'href="../../exercises/#ex-012"' in page


def test_an_own_issue_is_marked_and_explained(site: Sites) -> None:
    """In the row, and once above; not where there is none."""
    assert "eigen vraagstuk</span>" in plan_page.page(site("nl"), PLANS["one-day"])
    assert 'href="../own-issue/"' in plan_page.page(site("nl"), PLANS["one-day"])
    assert "own-issue" not in plan_page.page(site("nl"), PLANS["taster"])


@pytest.mark.parametrize("slug", PLANS)
def test_both_languages_have_the_same_rows(slug: str, site: Sites) -> None:
    """The same times and minutes, as many lines and headings."""
    dutch, english = (plan_page.page(site(lang), PLANS[slug]) for lang in ("nl", "en"))

    assert [row[:2] for row in rows(dutch) if row[0] != "Tijd"] == [
        row[:2] for row in rows(english) if row[0] != "Time"
    ]
    assert re.findall(r"^#+ ", dutch, re.M) == re.findall(r"^#+ ", english, re.M)
    assert dutch.count("<li>") == english.count("<li>")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("slug", PLANS)
def test_a_plan_has_a_description_of_its_own(slug: str, lang: str) -> None:
    """80 to 155 signs."""
    assert 80 <= len(PLANS[slug].description[lang]) <= 155


def test_every_plan_is_on_the_overview_and_in_the_navigation(site: Sites) -> None:
    """A card a plan; in the order of the ids."""
    overview = plans.page(site("nl"))
    sources = generated.plan_sources(site("nl").library)

    assert all(f'id="{plan.id}"' in overview for plan in PLANS.values())
    assert chapters.put_in([{"T": ["a.md", plans.EVERY]}], plans.EVERY, sources) == [{"T": ["a.md", *sources]}]
    assert set(sources) <= set(generated.all_pages(site("nl")))


def test_a_hostile_plan_stays_text(hostile: Site) -> None:
    """No element of a plan's making, in its tables or its commands."""
    plan: Plan = hostile.library.plans[1]
    page = plan_page.page(hostile, plan)
    body: Any = page.split("---\n", 2)[2]

    assert "<script" not in body
    assert "<img" not in body
    assert "&lt;script&gt;alert(2)" in body
    assert "\x1b" not in body
