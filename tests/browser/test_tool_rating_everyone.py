"""Looking back is for everyone: each state of the tool by axe-core, on a narrow phone, and with keys turned off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import heard
from tests.browser.looking_back import WORDS, Look, Visit, sound

HERE = "look-back/rate/"

AXE = """
async () => {
  const tool = document.querySelector("sst-rating");
  for (const fold of tool.querySelectorAll("details")) fold.open = true;
  const { violations } = await axe.run(tool, { resultTypes: ["violations"] });
  return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minute of silence."""
    return sound(tmp_path_factory.mktemp("short") / "talk.wav", 60)


def states(look: Look, talk: Path) -> Iterator[str]:
    """Every state the tool has, one after the other, by name."""
    page = look.page
    yield "the empty list"
    look.fresh()
    page.click(".rate-ask .sst-primary")
    expect(page.locator("#in-label")).to_be_focused()
    yield "a form that does not fit"
    look.pick("own", 1)
    yield "a colleague's code"
    look.pick("own", 0)
    look.begun()
    yield "beforehand"
    look.pick("kind", 2)
    look.pick("work", 1)
    yield "a real client, refused"
    look.pick("kind", 0)
    look.few("keep-focus")
    look.pick("recording", 0)
    look.pick("informed", 1)
    yield "no yes"
    look.recorded(talk)
    look.pick("part_only", 0)
    yield "a recording"
    look.to("keep-focus")
    look.at(20)
    look.tick("keep-focus.b2")
    look.row("keep-focus.a1").locator("input[type=checkbox]").click()
    yield "writing at a moment"
    page.fill("#in-note", WORDS)
    page.keyboard.press("Enter")
    expect(look.row("keep-focus.a1")).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("#in-mark")).to_be_focused()
    yield "writing at a mark"
    page.keyboard.press("Enter")
    expect(page.locator(".rate-now")).to_be_focused()
    look.pick("counts-keep-focus-b1", 1)
    look.pick("hindered", 0)
    page.keyboard.press("x")
    yield "a skill with everything open"
    page.keyboard.press("?")
    expect(page.locator(".rate-keys")).to_be_visible()
    yield "the keys"
    page.keyboard.press("Escape")
    look.to("safety")
    yield "the question about danger"
    look.pick("gate", 0)
    look.pick("hindered", 0)
    look.tick("safety.s2", "Tot ziens dan.")
    look.to("closing")
    look.pick("challenge", 2)
    look.page.locator(".rate-counters .sst-button").nth(1).click()
    yield "to end with"
    look.to("finish")
    page.click(".rate-lock button")
    yield "locking"
    look.profile()
    page.click(".rate-safety button")
    yield "the profile, with what was agreed"
    page.click(".rate-watch-head .sst-row button >> nth=-1")
    page.wait_for_selector("#rate-kept")
    page.locator(".rate-kept button").nth(1).click()
    yield "the list"
    page.locator(".rate-kept button").nth(2).click()
    expect(page.locator(".rate-removed")).to_be_visible()
    yield "deleted"
    look.fresh(1)
    look.begun("C1", ratee="P3", code="k7q2m9xt")
    for question in ("topic", "understood", "forward"):
        look.mark(question, 5)
    yield "the client's form"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible(scheme: str, visit: Visit, axe: str, talk: Path) -> None:
    """axe-core finds nothing, with all folds open."""
    page = visit(HERE, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.evaluate(axe)
    found = {name: page.evaluate(AXE) for name in states(Look(page), talk)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


SMALL = """
() => [...document.querySelectorAll("sst-rating :is(button, select, summary, .sst-choice, input:not(.sst-said))")]
  .filter((one) => one.offsetParent !== null && !one.closest(".rate-line, dialog"))
  .filter((one) => !one.matches("input[type=checkbox], input[type=radio]"))
  .filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 120))
"""


def test_on_a_narrow_phone(visit: Visit, talk: Path) -> None:
    """At 320 pixels, as at 200% zoom: nothing sticks out, and a thumb hits every button. In English."""
    page = visit(f"en/{HERE}", viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    wide, small = {}, {}
    for name in states(Look(page), talk):
        wide[name] = page.evaluate("document.documentElement.scrollWidth")
        small[name] = page.evaluate(SMALL)
    assert {name: width for name, width in wide.items() if width > 320} == {}
    assert {name: those for name, those in small.items() if those} == {}


def test_the_console_stays_quiet(visit: Visit, talk: Path) -> None:
    """Through every state not one warning, error or request."""
    page = visit(HERE)
    look = Look(page)
    look.here()
    told = heard(page)
    for _ in states(look, talk):
        pass
    assert told == []
    expect(page).not_to_have_url(re.compile("#"))


def test_keys_can_be_turned_off(visit: Visit) -> None:
    """For who speaks to the computer: then no single key does anything, and no hint of one is shown."""
    look = Look(visit(HERE))
    look.begin()
    look.pick("recording", 1)
    look.to("focus")
    page: Page = look.page
    expect(page.locator(".rate-tick-one kbd").first).to_have_text("1")
    page.keyboard.press("?")
    page.locator(".rate-keys input").uncheck()
    page.locator(".rate-keys .sst-primary").click()
    page.locator(".rate-now h2").click()
    for key in ("1", "j", "x", "?"):
        page.keyboard.press(key)
    expect(page.locator(".rate-now[data-part=focus]")).to_be_visible()
    expect(page.locator(".rate-tick-one kbd")).to_have_count(0)
    assert look.rating()["items"]["focus"]["state"] == "missing"
