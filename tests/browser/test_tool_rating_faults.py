"""What may go wrong while somebody looks back: a killed tab, two tabs, no room, no database, a clock that jumps."""

from __future__ import annotations

import contextlib
import os
import random
import time
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Dialog, Error, Page, expect

from tests.browser.looking_back import Look, Visit

HERE = "look-back/rate/"
KILLS = int(os.environ.get("SST_TAB_KILLS", "40"))
TABS = 4
"""As many are at work at once, for a page takes its time to come back."""

TICKS = ["focus.b1", "focus.b2", "focus.b3"]

BARE = """
([library, tools]) => {
  document.documentElement.lang = "nl";
  const meta = Object.assign(document.createElement("meta"), { name: "sst-library", content: library });
  document.head.append(meta);
  document.body.replaceChildren(document.createElement("sst-rating"));
  import(tools); // not waited for: the tabs come back side by side
}
"""
"""The tool on a page without the theme round it, for that one is there in a tenth of the time."""

AGAIN = """
async (key) => {
  await document.querySelector("sst-rating").open(key);
  return [1, 2, 3].map((number) => document.querySelector(`#tick-focus-b${number} input`).checked);
}
"""

BURST = """
(keys) => {
  const told = () => console.debug(`saved ${document.querySelector(".rate-saved").dataset.saved}`);
  new MutationObserver(told).observe(document.querySelector(".rate-saved"), { attributes: true });
  let wait = 0;
  for (const { key, pause } of keys) {
    wait += pause;
    setTimeout(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })), wait);
  }
}
"""


FULL = """
() => {
  window.full = true;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const asked = put.apply(this, given);
    if (window.full) this.transaction.abort(); // as a browser does when there is no room left
    return asked;
  };
}
"""


class Tab:
    """One tab with one observation, that is killed and comes back."""

    def __init__(self, context: BrowserContext, page: Page, label: str, chance: random.Random) -> None:
        self.context, self.label, self.chance = context, label, chance
        self.root = page.url.removesuffix(HERE)
        self.library = page.evaluate(
            """() => {
              const ways = JSON.parse(document.querySelector("meta[name=sst-library]").content);
              return JSON.stringify(Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, new URL(way, location).href])));
            }"""
        )
        self.saved = 0
        self.states: list[tuple[int, list[str]]] = []
        self.ticks: list[str] = []
        self.open()
        self.look.begin(label)
        self.look.pick("recording", 1)
        self.look.to("focus")
        self.look.saved()

    def open(self) -> None:
        """Opens the page; what it says is saved is heard at once."""
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.heard(message.text))
        self.page.goto(f"{self.root}assets/site.css")
        self.page.evaluate(BARE, [self.library, f"{self.root}assets/tools/main.js"])

    @property
    def look(self) -> Look:
        """The page, once the tool is there."""
        return Look(self.page)

    def heard(self, text: str) -> None:
        """A revision that the page says is saved."""
        if text.startswith("saved "):
            self.saved = max(self.saved, int(text.split()[1]))

    def kept(self) -> dict[str, Any]:
        """This tab's observation, as the store gives it."""
        (one,) = (one for one in self.look.kept() if one["rating"]["rater"]["label"] == self.label)
        return one

    def burst(self) -> None:
        """Starts a row of keys once this tab has the observation, and works out beside it what each makes of the ticks."""
        expect(self.page.locator(".rate-now:enabled")).to_be_visible()
        kept = self.kept()
        revision, ticks = kept["revision"], list(kept["rating"]["items"]["focus"]["ticks"])
        self.saved = revision
        self.states = [(revision, ticks)]
        keys = []
        for _ in range(self.chance.randrange(3, 16)):
            number = self.chance.randrange(3)
            ticks = [tick for tick in TICKS if (tick in ticks) != (tick == TICKS[number])]
            revision += 1
            self.states.append((revision, ticks))
            keys.append({"key": str(number + 1), "pause": self.chance.choice((0, 0, 1, 4, 15))})
        self.page.evaluate(BURST, keys)

    def kill(self) -> None:
        """Ends the tab's process without a word: this address makes the browser kill it."""
        with contextlib.suppress(Error):
            self.page.goto("chrome://crash")
        self.open()  # the dead tab stays: closing it takes the browser half a second

    def back(self) -> int:
        """Looks whether all that was acknowledged is there; how many keys that was."""
        kept = self.kept()
        found = (kept["revision"], kept["rating"]["items"]["focus"]["ticks"])
        assert found in self.states, (found, self.states)
        assert found[0] >= self.saved, (found, self.saved, self.states)
        shown = self.page.evaluate(AGAIN, kept["key"])
        assert shown == [tick in found[1] for tick in TICKS]
        return self.saved - self.states[0][0]


def test_a_killed_tab_loses_nothing_that_was_saved(visit: Visit) -> None:
    """SST_TAB_KILLS times (40) at random moments: each key that the page said was saved is there, and the tool goes on."""
    chance = random.Random(20261205)
    first = visit(HERE)
    tabs = [Tab(first.context, first, f"P{n}", chance) for n in range(1, TABS + 1)]
    acknowledged = 0
    for _ in range(max(1, KILLS // TABS)):
        for tab in tabs:
            tab.burst()
        for tab in chance.sample(tabs, TABS):
            time.sleep(chance.random() * 0.03)
            tab.kill()
        acknowledged += sum(tab.back() for tab in tabs)
    assert acknowledged > KILLS


def second(page: Page) -> Look:
    """The same page in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    return Look(other)


def test_the_second_tab_reads_along(visit: Visit) -> None:
    """It says so, shows what the first ticks, changes nothing; and takes over once the first is closed."""
    one = Look(visit(HERE))
    one.begin()
    one.pick("recording", 1)
    one.to("focus")
    one.tick("focus.b1")
    other = second(one.page)
    other.page.click(".rate-kept button >> nth=0")
    expect(other.page.locator(".rate-watch-head .rate-told")).to_have_text(other.say("web.rate.reading_along"))
    other.page.keyboard.press("2")
    expect(other.row("focus.b2").locator("input")).to_be_disabled()
    one.tick("focus.b3")
    expect(other.row("focus.b3").locator("input")).to_be_checked()
    assert one.rating()["items"]["focus"]["ticks"] == ["focus.b1", "focus.b3"]
    one.page.close()
    expect(other.page.locator(".rate-watch-head .rate-told")).to_have_count(0)
    other.tick("focus.b2")
    assert other.rating()["items"]["focus"]["ticks"] == ["focus.b1", "focus.b2", "focus.b3"]


def test_what_another_tab_has_open_is_not_deleted(visit: Visit) -> None:
    """The list says why; closed there, it can be."""
    one = Look(visit(HERE))
    one.begin()
    other = second(one.page)
    other.press("web.rate.remove")
    expect(other.page.locator(".rate-told")).to_have_text(other.say("web.store.in_use"))
    assert len(other.kept()) == 1
    one.press("web.rate.to_start")
    one.page.wait_for_selector("#rate-kept")
    other.free()
    other.press("web.rate.remove")
    expect(other.page.locator(".rate-removed")).to_be_visible()
    expect(one.page.locator(".rate-kept > li")).to_have_count(0)


def test_no_room(visit: Visit) -> None:
    """One line and the way out as a file; what was kept before stays, and with room again all is saved."""
    look = Look(visit(HERE))
    look.begin()
    look.pick("recording", 1)
    look.to("focus")
    look.tick("focus.b1")
    look.page.evaluate(FULL)
    look.page.keyboard.press("2")
    expect(look.page.locator(".rate-saved-failed")).to_be_visible()
    expect(look.page.locator(".rate-watch-head [role=alert]")).to_contain_text(look.say("web.store.not_kept"))
    assert look.rating()["items"]["focus"]["ticks"] == ["focus.b1"]
    _, content = look.export()
    assert b"focus.b2" in content
    look.page.evaluate("window.full = false")
    look.page.keyboard.press("3")
    look.saved()
    assert look.rating()["items"]["focus"]["ticks"] == ["focus.b1", "focus.b2", "focus.b3"]


@pytest.mark.parametrize("why", ["no-database", "shared"])
def test_in_memory_alone(why: str, visit: Visit) -> None:
    """Works as ever; the page says that nothing is kept, asks before it closes, and after it all is gone."""
    page = visit("about/")
    page.context.add_init_script(
        "Object.defineProperty(window, 'indexedDB', { value: undefined })"
        if why == "no-database"
        else "sessionStorage.setItem('sst.shared', 'yes')"
    )
    page.goto(page.url.replace("about/", HERE))
    look = Look(page)
    expect(page.locator("aside.sst-not-kept")).to_be_visible()
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    look.begin()
    look.whole()
    expect(page.locator(".rate-saved-memory")).to_be_visible()
    page.reload()
    look = Look(page)
    assert asked == ["beforeunload"]
    assert look.kept() == []
    look.begin()
    look.whole()
    name, content = look.export()
    assert name.endswith("-self.json")
    assert b"focus.a1" in content
    page.reload()
    assert Look(page).kept() == []
    assert asked == ["beforeunload"]


def test_a_clock_that_jumps(visit: Visit) -> None:
    """Back to 1999 and on to 2050 halfway: nothing is lost, older or newer by it."""
    page = visit("about/")
    page.clock.set_system_time("2026-11-22T12:00:00")
    page.goto(page.url.replace("about/", HERE))
    look = Look(page)
    look.begin()
    look.pick("recording", 1)
    look.to("focus")
    for jump, tick in (("1999-01-01T00:00:00", "focus.b1"), ("2050-06-01T00:00:00", "focus.b2")):
        page.clock.set_system_time(jump)
        look.tick(tick)
    kept = look.rating()
    assert kept["date"] == "2026-11-22"
    assert kept["items"]["focus"]["ticks"] == ["focus.b1", "focus.b2"]
    page.reload()
    expect(Look(page).row("focus.b2").locator("input")).to_be_checked()
