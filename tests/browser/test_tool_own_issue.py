"""An own-issue round on one phone: whoever stops is heard at once, and the next talk begins at its beginning."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
STOP = ".sst-tool .sst-row .sst-quiet"


def at_lines(visit: Visit) -> Page:
    """The agreements read, the three lines open for the client."""
    page = visit("en/practice/own-issue/")
    page.locator(".sst-tool .sst-primary").click()
    page.locator(".sst-hold").click()
    page.locator(".sst-hold").click()
    expect(page.locator(".sst-line-card")).to_have_count(4)
    return page


def in_the_talk(page: Page) -> None:
    """With the spare card, and the clock running."""
    page.get_by_role("button", name="Read the spare card").click()
    page.get_by_role("button", name="Ready, close my screen").click()
    page.locator(".sst-clock .sst-primary").click()
    expect(page.locator(".sst-clock .sst-primary")).to_have_text("Pause")


@pytest.mark.parametrize("talking", [False, True])
def test_stop_is_stop(talking: bool, visit: Visit) -> None:
    """From the lines and from the talk: nothing of what was chosen is left in sight, and help is named."""
    page = at_lines(visit)
    if talking:
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
        page.locator(".sst-hold").click()
        page.locator(".sst-hold").click()
    else:
        page.get_by_role("button", name="On to the close").click()
        page.locator(".sst-tool .sst-primary").click()
        page.locator(".sst-tool .sst-primary").click()
        page.locator(".sst-hold").click()
        page.locator(".sst-hold").click()
        page.get_by_role("button", name="Read the spare card").click()
    page.get_by_role("button", name="Ready, close my screen").click()
    expect(page.get_by_role("timer")).to_have_text("22:00")
    expect(page.locator(".sst-clock .sst-primary")).to_have_text("Start")
