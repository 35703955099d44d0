from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sst_training.library import open_library

Visit = Callable[..., Page]
LIVE = [card for card in open_library().exercises if card.retired is None]
SHOWN = ".sst-cards > .sst-card:visible"


def test_all_cards_show_at_first(visit: Visit) -> None:
    """No filter, every exercise."""
    expect(visit("exercises/").locator(SHOWN)).to_have_count(len(LIVE))


def test_a_choice_filters_and_stands_in_the_address(visit: Visit) -> None:
    """Only cards of that skill; the address can be shared."""
    page = visit("exercises/")
    page.select_option("select[name=skill]", "focus")
    expect(page.locator(SHOWN)).to_have_count(sum("focus" in card.skills for card in LIVE))
    expect(page).to_have_url(re.compile("\\?skill=focus$"))


def test_an_address_with_a_choice_opens_filtered(visit: Visit) -> None:
    """Minutes are at most; two choices hold together."""
    page = visit("exercises/?minutes=20&shape=trios")
    fitting = [card for card in LIVE if card.minutes <= 20 and card.group.shape == "trios"]
    expect(page.locator(SHOWN)).to_have_count(len(fitting))
    assert page.input_value("select[name=minutes]") == "20"


def test_nonsense_in_the_address_is_ignored(visit: Visit) -> None:
    """A value that is no choice filters nothing."""
    expect(visit("exercises/?skill=%3Cscript%3E&x=1").locator(SHOWN)).to_have_count(len(LIVE))


def test_reset_shows_all_and_clears_the_address(visit: Visit) -> None:
    """Back to everything."""
    page = visit("exercises/?skill=focus")
    page.click(".sst-filter button[type=reset]")
    expect(page.locator(SHOWN)).to_have_count(len(LIVE))
    expect(page).not_to_have_url(re.compile("skill"))


def test_the_count_is_said(visit: Visit) -> None:
    """In words, to a screen reader too."""
    page = visit("en/exercises/?skill=focus")
    some = sum("focus" in card.skills for card in LIVE)
    expect(page.locator(".sst-filter-count[role=status]")).to_have_text(f"{some} of {len(LIVE)} cards")


def test_a_link_to_a_card_opens_it(visit: Visit) -> None:
    """Also when a filter hides it."""
    card = next(card for card in LIVE if "focus" not in card.skills)
    page = visit(f"exercises/?skill=focus#{card.id}")
    article = page.locator(f".sst-card:has(#{card.id})")
    expect(article).to_be_visible()
    expect(article.locator("details")).to_have_attribute("open", "")


def test_one_card_prints_alone(visit: Visit) -> None:
    """The other cards and the page's own text stay off the paper; the card's steps are on it."""
    page = visit("exercises/")
    expect(page.locator(".sst-into").first).to_be_visible()
    page.evaluate("window.print = () => {}")
    page.locator(".sst-print").first.click()
    page.emulate_media(media="print")
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator("article.md-content__inner > h1")).to_be_hidden()
    expect(page.locator(f"{SHOWN} ol li").first).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(SHOWN)).to_have_count(len(LIVE))


@pytest.mark.parametrize("choice", ["setting", "context"])
def test_scenarios_filter_too(visit: Visit, choice: str) -> None:
    """The same form on the trainers' overview; empty levels lose their heading."""
    page = visit("trainers/scenarios/")
    value = page.locator(f"select[name={choice}] option").nth(2).get_attribute("value")
    page.select_option(f"select[name={choice}]", value)
    expect(page).to_have_url(re.compile(f"{choice}={value}$"))
    expect(page.locator(SHOWN).first).to_be_visible()
    for card in page.locator(SHOWN).all():
        assert value in (card.get_attribute(f"data-{choice}") or "").split()
    for heading in page.locator("article > h2:visible").all():
        assert heading.evaluate("(h) => h.nextElementSibling.querySelectorAll('.sst-card:not([hidden])').length") > 0


def test_the_filter_works_by_keyboard(visit: Visit) -> None:
    """Tab to the first select and choose with an arrow."""
    page = visit("exercises/")
    page.focus("select[name=skill]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("skill="))
