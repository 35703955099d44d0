"""The basket of the exercise gallery: kept in the address and in this browser, printed together."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import kept
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
BAR = ".sst-basket"


def named(page: Page, *cards: str) -> None:
    """Waits until the address names these cards, in this order."""
    expect(page).to_have_url(re.compile(f"[?&]basket={','.join(cards)}(&|$)"))


def put(page: Page, *cards: str) -> None:
    """Puts cards in, or takes them out."""
    for card in cards:
        page.locator(f".sst-card:has(#{card}) .sst-into").click()


def test_cards_go_in_and_out(visit: Visit) -> None:
    """The address names them, the bar counts them with their minutes."""
    page = visit("exercises/")
    expect(page.locator(BAR)).to_contain_text("Je mandje is leeg.")
    put(page, "ex-014", "ex-002")
    named(page, "ex-014", "ex-002")
    expect(page.locator(f"{BAR} [role=status]")).to_contain_text("Kaarten in je mandje: 2")
    put(page, "ex-014")
    named(page, "ex-002")


def test_it_is_kept_and_shared(visit: Visit, site: str) -> None:
    """Here after coming back without it in the address; elsewhere by the address; nonsense in it is ignored."""
    page = visit("exercises/")
    put(page, "ex-014")
    assert kept(page, "basket") == ["ex-014"]
    page.goto(f"{site}exercises/")
    expect(page.locator(BAR)).to_contain_text("mandje: 1")
    other = visit("en/exercises/?basket=ex-002,ex-999,%3Cimg%3E,ex-002,ex-014")
    expect(other.locator(BAR)).to_contain_text("basket: 2")
    named(other, "ex-002", "ex-014")


def test_a_filter_and_the_basket_share_the_address(visit: Visit) -> None:
    """Choosing a skill leaves the basket, and the other way round."""
    page = visit("exercises/?skill=focus")
    put(page, "ex-002")
    page.select_option("select[name=minutes]", "30")
    expect(page).to_have_url(re.compile("skill=focus"))
    expect(page).to_have_url(re.compile("minutes=30"))
    named(page, "ex-002")
    page.click(".sst-filter button[type=reset]")
    expect(page).not_to_have_url(re.compile("skill"))
    named(page, "ex-002")


def test_emptying_can_be_taken_back(visit: Visit) -> None:
    """The keyboard stands where it can be undone."""
    page = visit("exercises/")
    put(page, "ex-014", "ex-002")
    page.click(f"{BAR} >> text=Leegmaken")
    expect(page).not_to_have_url(re.compile("basket"))
    expect(page.locator(f"{BAR} >> text=Toch terugleggen")).to_be_focused()
    page.keyboard.press("Enter")
    named(page, "ex-014", "ex-002")


def test_the_basket_prints_one_card_a_sheet(visit: Visit) -> None:
    """Those cards alone, whole, also what the filter hides; afterwards the page is as it was."""
    page = visit("exercises/?basket=ex-014,ex-002&shape=plenary")
    before = page.locator(".sst-cards > .sst-card:visible").count()
    page.evaluate("window.print = () => {}")
    page.click(f"{BAR} >> text=Print deze")
    page.emulate_media(media="print")
    expect(page.locator(".sst-cards > .sst-card:visible")).to_have_count(2)
    expect(page.locator("#ex-014")).to_be_visible()
    expect(page.locator(".sst-card:has(#ex-014) ol li").first).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 2
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sst-cards > .sst-card:visible")).to_have_count(before)


def test_without_a_script_there_is_no_basket(visit: Visit) -> None:
    """No dead bar, no dead button."""
    page = visit("exercises/", java_script_enabled=False)
    expect(page.locator(BAR)).to_be_hidden()
    expect(page.locator(".sst-into")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(scheme: str, visit: Visit, axe: str) -> None:
    """With cards in it, on a phone."""
    page = visit(
        "en/exercises/?basket=ex-014,ex-002", color_scheme=scheme, viewport={"width": 390, "height": 844},
        bypass_csp=True, reduced_motion="reduce",
    )  # fmt: skip
    expect(page.locator(BAR)).to_be_visible()
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
