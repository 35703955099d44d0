"""What a reader sees when something is not as it should be: a file that does not come, a fault of ours, no room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

NOTE = ".sst-tool-failed"

NO_ROOM = """IDBObjectStore.prototype.put = () => {
  throw new DOMException("no room", "QuotaExceededError");
};"""


def sheets(page: Page) -> None:
    """Draws a role-play and keeps it."""
    page.click("sst-roleplay .sst-primary")
    page.locator(".sst-drawn .sst-quiet", has_text="Bewaren").click()


def day(page: Page) -> None:
    """Plans a day of six."""
    page.click("sst-day .sst-primary")
    page.wait_for_selector(".sst-day-made")


def calibrating(page: Page) -> None:
    """Begins with an acted talk."""
    page.locator(".sst-talk-card .sst-primary").first.click()
    page.locator("sst-calibrate .sst-primary").click()


def checking(page: Page) -> None:
    """Answers the first question of the knowledge check."""
    page.click("sst-check .sst-primary")
    page.locator(".sst-check-answer button").first.click()


def turning(page: Page) -> None:
    """Puts a card on a pile."""
    page.locator(".sst-flip-card .sst-primary").click()
    page.locator(".sst-flip-card button").last.click()


def answering(page: Page) -> None:
    """Answers a question of a module's quiz, which counts once its foot is there."""
    page.wait_for_selector(".sst-quiz-foot")
    page.locator(".sst-option summary").first.click()


def reading(page: Page) -> None:
    """Says that a module was read."""
    page.check(".sst-read input")


def choosing(page: Page) -> None:
    """Puts an exercise in the basket."""
    page.locator(".sst-into").first.click()


KEEPERS = [
    ("practice/roleplay/", sheets, "sst-roleplay"),
    ("trainers/day/", day, "sst-day"),
    ("look-back/calibration/", calibrating, "sst-calibrate"),
    ("modules/closing-check/", checking, "sst-check"),
    ("practice/cards/", turning, "sst-cards"),
    ("modules/history/", answering, ".sst-quiz-foot"),
    ("modules/history/", reading, ".sst-read"),
    ("exercises/", choosing, ".sst-basket"),
]


@pytest.mark.parametrize(("place", "act", "where"), KEEPERS, ids=[act.__name__ for _, act, _ in KEEPERS])
def test_without_room_each_tool_says_so_in_view(
    place: str, act: Callable[[Page], None], where: str, visit: Visit
) -> None:
    """The page goes on with what it has; that it goes with the page is told where it is read."""
    page = visit("about/")
    page.context.add_init_script(NO_ROOM)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(page.url.replace("about/", place))
    told = page.locator(where).get_by_text("Op dit apparaat wordt niets bewaard")
    act(page)
    expect(told).to_be_visible()
    assert faults == []


def test_a_file_that_did_not_come_is_asked_for_again(visit: Visit) -> None:
    """What stood there for readers without a script stays, and a press brings the tool."""
    page = visit("about/")
    page.route("**/assets/library/draw.*", lambda route: route.abort())
    page.goto(page.url.replace("about/", "en/practice/roleplay/"))
    expect(page.locator(NOTE)).to_contain_text("could not be loaded")
    expect(page.locator("sst-roleplay")).to_contain_text("sst roleplay")
    page.unroute_all()
    page.locator(f"{NOTE} button").click()
    expect(page.locator("sst-roleplay .sst-primary")).to_be_visible()
    expect(page.locator(NOTE)).to_have_count(0)


def test_a_tool_whose_script_did_not_come_says_so(visit: Visit) -> None:
    """Not silence: one sentence, and a press that opens the page again."""
    page = visit("about/")
    page.route("**/elements/own-issue.js", lambda route: route.abort())
    page.goto(page.url.replace("about/", "practice/own-issue/"))
    expect(page.locator(NOTE)).to_contain_text("niet worden geladen")
    page.unroute_all()
    page.locator(f"{NOTE} button").click()
    expect(page.locator(".sst-agreements")).to_be_visible()


def test_a_fault_while_drawing_is_seen_and_mended_by_opening_anew(visit: Visit) -> None:
    """Also after the tool was shown."""
    page = visit("practice/roleplay/#seed=7")
    expect(page.locator(".sst-drawn")).to_be_visible()
    page.evaluate("""() => {
      const tool = document.querySelector("sst-roleplay");
      tool.view = () => { throw new Error("a fault of ours"); };
      tool.set({});
    }""")
    expect(page.locator(NOTE)).to_contain_text("ligt aan ons")
    page.locator(f"{NOTE} button").click()
    expect(page.locator(".sst-drawn")).to_be_visible()
    expect(page.locator(NOTE)).to_have_count(0)


def test_a_browser_that_keeps_no_pages_is_told_so(visit: Visit) -> None:
    """Not "just looking" for ever; the tools on this page do not wait for it."""
    page = visit("about/")
    page.clock.install()
    page.goto(page.url.replace("about/", "en/about/this-device/"))
    expect(page.locator("sst-offline")).to_contain_text("Looking at")
    page.clock.run_for(11_000)
    expect(page.locator("sst-offline")).to_contain_text("keeps no pages")
