"""An own-issue round on one phone: nothing is written or kept, and whoever stops is heard at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import uncover
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
STOP = ".sst-tool .sst-row .sst-quiet"


def to_lines(page: Page) -> None:
    """The agreements read, the three lines and the spare card open for the client."""
    page.locator(".sst-tool .sst-primary").click()
    uncover(page)
    expect(page.locator(".sst-line-card")).to_have_count(4)


def at_lines(visit: Visit) -> Page:
    """An English page with the lines open."""
    page = visit("en/practice/own-issue/")
    to_lines(page)
    return page


def weigh(page: Page, name: str, value: int) -> None:
    """Gives a mark from 1 to 10."""
    page.click(f".sst-step:has([name={name}][value='{value}'])")


def in_the_talk(page: Page) -> None:
    """With the spare card, and the clock running."""
    page.get_by_role("button", name="Read the spare card").click()
    page.get_by_role("button", name="Ready, close my screen").click()
    page.locator(".sst-clock .sst-primary").click()
    expect(page.locator(".sst-clock .sst-primary")).to_have_text("Pause")


@pytest.mark.parametrize("step", ["lines", "weight", "spare", "talk"])
def test_stop_is_stop(step: str, visit: Visit) -> None:
    """At every step for the client and in the talk: nothing of what was chosen is left in sight, and help is named."""
    page = at_lines(visit)
    if step == "weight":
        page.get_by_role("button", name="This line").first.click()
    elif step == "spare":
        page.get_by_role("button", name="Read the spare card").click()
    elif step == "talk":
        in_the_talk(page)
    page.locator(STOP).click()
    expect(page.locator(".sst-tool h2")).to_be_focused()
    expect(page.locator(".sst-tool")).to_contain_text("113")
    expect(page.locator(".sst-tool :is(blockquote, .sst-clock)")).to_have_count(0)
    page.locator(".sst-tool .sst-primary").click()
    expect(page.locator(".sst-tool .sst-agreements")).to_be_visible()


@pytest.mark.parametrize("way", ["stopped", "closed"])
def test_the_next_talk_begins_at_its_beginning(way: str, visit: Visit) -> None:
    """After a stop with the spare card, and after a close with the next person: all the minutes, and not running."""
    page = at_lines(visit)
    page.clock.install()
    in_the_talk(page)
    page.clock.run_for(60_000)
    expect(page.get_by_role("timer")).to_have_text("21:00")
    page.get_by_role("button", name="Next").click()
    if way == "stopped":
        page.locator(STOP).click()
        page.get_by_role("button", name="Read the spare card").click()
        expect(page.locator(".sst-tool .sst-sheet")).to_have_count(0)  # the phone may be in other hands
        uncover(page)
    else:
        page.get_by_role("button", name="On to the close").click()
        page.locator(".sst-tool .sst-primary").click()
        page.locator(".sst-tool .sst-primary").click()
        uncover(page)
        page.get_by_role("button", name="Read the spare card").click()
    page.get_by_role("button", name="Ready, close my screen").click()
    expect(page.get_by_role("timer")).to_have_text("22:00")
    expect(page.locator(".sst-clock .sst-primary")).to_have_text("Start")


def test_own_issue_has_no_field_to_write_in_and_keeps_nothing(visit: Visit) -> None:
    """From the agreements to the close: no text field, and no database that holds a thing."""
    page = visit("practice/own-issue/")
    expect(page.locator(".sst-sheet .sst-agreements li")).to_have_count(9)
    to_lines(page)
    page.click("text=Deze zin >> nth=0")
    weigh(page, "weight", 4)
    expect(page.locator(".sst-advice")).to_contain_text("Goed om mee te oefenen")
    page.click("text=Klaar, sluit mijn scherm")
    page.click("text=Naar het afsluiten")
    weigh(page, "after", 7)
    expect(page.locator(".sst-advice")).to_contain_text("trainer")
    assert page.locator(".sst-tool :is(textarea, input:not([type=radio]))").count() == 0
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("Object.keys(localStorage).filter((key) => key !== '__palette' && !key.includes('__'))") == []


@pytest.mark.parametrize(
    ("weight", "advice", "goes_on"), [(5, "Good to practise", 1), (6, "trainer first", 1), (7, "something else", 0)]
)
def test_the_weight_is_answered_with_advice(weight: int, advice: str, goes_on: int, visit: Visit) -> None:
    """Up to five good, six with the trainer, seven something else: then there is no way on with this line."""
    page = at_lines(visit)
    page.click("text=This line >> nth=1")
    weigh(page, "weight", weight)
    expect(page.locator(".sst-advice")).to_contain_text(advice)
    expect(page.locator("text=Ready, close my screen")).to_have_count(goes_on)


def test_the_talk_screen_does_not_tell_what_was_chosen(visit: Visit) -> None:
    """Own line or spare card: the same screen for the trio, word for word."""
    screens = []
    for choice in ("Reservekaart lezen", "Deze zin >> nth=2"):
        page = visit("practice/own-issue/")
        to_lines(page)
        page.click(f"text={choice}")
        if "Deze" in choice:
            weigh(page, "weight", 3)
        page.click("text=Klaar, sluit mijn scherm")
        page.wait_for_selector(".sst-clock")
        screens.append(page.inner_text(".sst-tool"))
    assert screens[0] == screens[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_own_issue_is_accessible(scheme: str, visit: Visit, axe: str) -> None:
    """Agreements, lines, weight: axe finds nothing on a phone."""
    page = visit(
        "en/practice/own-issue/", color_scheme=scheme, viewport=PHONE, bypass_csp=True, reduced_motion="reduce"
    )
    page.wait_for_selector(".sst-agreements")
    found = violations(page, axe)
    to_lines(page)
    found += violations(page, axe)
    page.click("text=This line >> nth=0")
    weigh(page, "weight", 2)
    found += violations(page, axe)
    assert found == []
