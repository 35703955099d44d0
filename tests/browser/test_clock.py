"""The clock of a round: the screen stays on while it runs and no longer, and each mark is told once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking_back import Visit

WATCHED = """
window.screenLock = [];
const request = async (what) => {
  window.screenLock.push(`asked ${what}`);
  return { release: async () => void window.screenLock.push("let go") };
};
Object.defineProperty(navigator, "wakeLock", { value: { request } });
"""
"""Chromium without a window gives no lock; this one tells what is asked of it."""

HEARD = """() => {
  window.said = [];
  const listen = (place) =>
    new MutationObserver(() => place.textContent && window.said.push(place.textContent)).observe(place, { childList: true });
  const place = document.getElementById("sst-announcer");
  if (place) return listen(place);
  new MutationObserver((_, watch) => {
    const made = document.getElementById("sst-announcer");
    if (!made) return;
    watch.disconnect();
    listen(made);
  }).observe(document.body, { childList: true });
}"""


@pytest.fixture
def page(visit: Visit) -> Page:
    """A role-play is drawn; time stands still until a test lets it run."""
    page = visit("about/")
    page.clock.install()
    page.add_init_script(WATCHED)
    page.goto(page.url.replace("about/", "en/practice/roleplay/#seed=42&skill=focus"))
    expect(page.get_by_role("timer")).to_be_visible()
    return page


def press(page: Page, name: str) -> None:
    """A button of the clock."""
    page.locator(".sst-clock").get_by_role("button", name=name).click()


def asked(page: Page) -> list[str]:
    """What was asked of the screen so far."""
    page.clock.run_for(10)
    found: list[str] = page.evaluate("window.screenLock")
    return found


def test_the_screen_stays_on_while_it_runs(page: Page) -> None:
    """Asked for at the start; let go at a pause, at the next part and at another draw; asked again out of sight and back."""
    assert asked(page) == []
    press(page, "Start")
    assert asked(page) == ["asked screen"]
    press(page, "Pause")
    assert asked(page) == ["asked screen", "let go"]
    press(page, "Start")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert asked(page)[2:] == ["asked screen", "asked screen"]
    press(page, "Next")
    assert asked(page)[4:] == ["let go"]
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert len(asked(page)) == 5
    press(page, "Start")
    page.locator(".sst-controls .sst-primary").click()
    assert asked(page)[5:] == ["asked screen", "let go"]


def test_a_mark_is_told_once(page: Page) -> None:
    """Each of the talk, and that the time is over; not again after a pause, and anew when the talk begins again."""
    clock = "document.querySelector('sst-roleplay').clock"
    marks = page.evaluate(f"{clock}.marks.map(({{ text }}) => text)")
    minutes = page.evaluate(f"{clock}.parts[0][1]")
    over = page.evaluate("document.querySelector('sst-roleplay').say('web.clock.over')")
    page.evaluate(HEARD)
    press(page, "Start")
    page.clock.run_for(minutes * 30_000)
    press(page, "Pause")
    page.clock.run_for(60_000)
    press(page, "Start")
    page.clock.run_for((minutes + 2) * 30_000)
    assert page.evaluate("window.said") == [*marks, over]
    expect(page.locator(".sst-clock-mark")).to_have_text(over)
    press(page, "Next")
    press(page, "Previous")
    press(page, "Start")
    page.clock.run_for((minutes + 1) * 60_000)
    assert page.evaluate("window.said") == [*marks, over] * 2
