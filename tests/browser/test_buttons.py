"""Buttons that no flow of the other tests needs: each does what it says, and the keyboard stays where one was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sst_training.library.locate import checkout
from tests.browser.conftest import kept, uncover, until
from tests.browser.looking_back import Look, Visit, sound

EXAMPLES = checkout() / "docs" / "examples"
PAIR = [EXAMPLES / "together-self.json", EXAMPLES / "together-trainer.json"]
PRINTING = "() => { window.printed = 0; window.print = () => void (window.printed += 1); }"
HELD = "document.activeElement !== document.body"


class Pressing:
    """A page with a tool, whose buttons go by the key of their sentence."""

    def __init__(self, page: Page, tool: str) -> None:
        self.page, self.tool = page, tool
        page.wait_for_selector(f"{tool}.sst-tool")
        page.evaluate(PRINTING)

    def say(self, key: str, **values: Any) -> str:
        """A sentence of the tool."""
        found: str = self.page.evaluate(
            "([tool, key, values]) => document.querySelector(tool).say(key, values)", [self.tool, key, values]
        )
        return found

    def press(self, key: str, place: str = "", **values: Any) -> None:
        """Presses the first button with this sentence; afterwards the keyboard is somewhere."""
        named = self.page.locator(f"{self.tool} {place}").get_by_role(
            "button", name=self.say(key, **values), exact=True
        )
        named.first.click()
        until(self.page, HELD)

    def printed(self) -> int:
        """How often the page was printed."""
        times: int = self.page.evaluate("window.printed")
        return times


@pytest.mark.parametrize("where", ["", "en/"])
def test_cards(where: str, visit: Visit) -> None:
    """Shuffled with a code of its own, in order again, printed; from an empty pile to all of them, and from the start."""
    page = visit(f"{where}practice/cards/")
    cards = Pressing(page, "sst-cards")
    page.click("sst-cards summary")
    cards.press("web.cards.shuffle")
    expect(page.locator("[name=code]")).to_have_value(page.url.split("code=")[1])
    cards.press("web.cards.in_order")
    assert "#" not in page.url
    expect(page.locator("sst-cards form button").first).to_be_focused()
    cards.press("web.cards.print")
    assert cards.printed() == 1
    page.select_option("[name=pile]", "known")
    cards.press("web.cards.all")
    expect(page.locator("[name=pile]")).to_have_value("all")
    page.evaluate("document.querySelector('sst-cards').go(document.querySelector('sst-cards').state.pack.length)")
    cards.press("web.cards.from_start")
    expect(page.locator(".sst-flip-card")).to_be_focused()


@pytest.mark.parametrize("where", ["", "en/"])
def test_own_issue(where: str, visit: Visit) -> None:
    """To the agreements and on; other lines, covered again; and a line is weighed anew, whatever the last one weighed."""
    page = visit(f"{where}practice/own-issue/")
    own = Pressing(page, "sst-own-issue")
    own.press("web.own.agreed")
    own.press("web.own.to_rules")
    expect(page.locator(".sst-agreements")).to_be_visible()
    own.press("web.own.agreed")
    uncover(page)
    own.press("web.own.others")
    expect(page.locator(".sst-line-card")).to_have_count(0)
    uncover(page)
    own.press("web.own.this_one")
    page.click(".sst-step:has([value='9'])")
    expect(page.get_by_role("button", name=own.say("web.own.ready"))).to_have_count(0)
    own.press("web.own.back")
    page.locator(".sst-line-card button").nth(1).click()
    expect(page.locator(".sst-tool h2")).to_be_focused()
    assert page.locator(".sst-step input:checked").count() == 0
    page.click(".sst-step:has([value='3'])")
    own.press("web.own.ready")
    own.press("web.clock.next")
    own.press("web.clock.back")
    expect(page.locator(".sst-clock .sst-primary")).to_be_focused()


def test_role_play_shared_and_kept(visit: Visit) -> None:
    """A link is copied; a kept draw shows itself, and goes; from a professional's link one draws for oneself."""
    page = visit("en/practice/roleplay/#seed=42", permissions=["clipboard-read", "clipboard-write"])
    play = Pressing(page, "sst-roleplay")
    first = page.inner_text(".sst-drawn h2")
    play.press("web.play.keep")
    play.press("web.play.share")
    play.press("web.share.copy")
    expect(page.locator("#sst-announcer")).to_have_text(play.say("web.share.copied"))
    link = page.evaluate("navigator.clipboard.readText()")
    page.locator("[name=seed]").fill("43")
    play.press("web.play.again")
    page.click(".sst-kept a")
    expect(page.locator(".sst-drawn h2")).to_have_text(first)
    expect(page.locator(".sst-drawn h2")).to_be_focused()
    play.press("web.play.forget_one", title=first)
    expect(page.locator(".sst-kept")).to_have_count(0)
    assert kept(page, "roleplays") == []
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".sst-sheet h2")).to_have_text(first)
    page.get_by_role("link", name=play.say("web.play.own_draw")).click()
    expect(page.locator(".sst-controls")).to_be_visible()
    expect(page.locator(".sst-sheet")).to_have_count(0)


def test_role_play_afterwards(visit: Visit) -> None:
    """What is for afterwards unfolds on the observer's sheet; the last part leads to looking back with this card."""
    page = visit("practice/roleplay/#seed=42&skill=focus")
    play = Pressing(page, "sst-roleplay")
    page.click("[data-reader=observer]")
    uncover(page)
    page.get_by_text(play.say("web.play.afterwards"), exact=True).click()
    expect(page.locator(".sst-sheet details li").first).to_be_visible()
    play.press("web.play.print")
    assert play.printed() == 1
    play.press("web.cover.done")
    for _ in range(4):
        play.press("web.clock.next")
    page.get_by_text(play.say("web.play.look_back")).click()
    expect(page.locator("sst-rating .rate-ask h2")).to_be_visible()


@pytest.mark.parametrize("where", ["", "en/"])
def test_the_recordings_buttons(where: str, visit: Visit, tmp_path: Path) -> None:
    """Five seconds back and on, faster and slower, a mark and away with it, the time of now."""
    page = visit(f"{where}look-back/rate/")
    rate, look = Pressing(page, "sst-rating"), Look(page)
    look.begin()
    look.few("focus")
    look.recorded(sound(tmp_path / "one.wav", 60))
    media = "document.querySelector('.rate-player-top :is(audio, video)')"
    for key, told in [
        ("web.rate.on5", f"{media}.currentTime === 5"),
        ("web.rate.back5", f"{media}.currentTime === 0"),
        ("web.rate.faster", f"{media}.playbackRate === 1.25"),
        ("web.rate.slower", f"{media}.playbackRate === 1"),
    ]:
        rate.press(key)
        until(page, told)
    for at in (20, 30):
        look.at(at)
        rate.press("web.rate.mark")
    look.to("focus")
    rate.page.locator(".rate-player").get_by_text(rate.say("web.rate.mark.away"), exact=True).first.click()
    expect(page.locator("#sst-announcer")).to_have_text(rate.say("web.rate.mark.gone"))
    until(page, HELD)
    look.row("focus.a1").locator("input[type=checkbox]").click()
    look.at(25)
    rate.press("web.rate.at.now")
    page.fill("#in-note", "Wat hoop je?")
    rate.press("web.rate.done")
    look.saved()
    assert look.rating()["items"]["focus"]["evidence"] == [{"tick": "focus.a1", "at": 25, "note": "Wat hoop je?"}]


def test_a_skills_buttons_and_what_is_counted(visit: Visit) -> None:
    """Nothing seen; not applicable and back; a count up and down again; undone to the first step."""
    page = visit("look-back/rate/")
    rate, look = Pressing(page, "sst-rating"), Look(page)
    look.begin()
    look.few("attempts", "listen")
    look.pick("recording", 1)
    look.to("attempts")
    rate.press("web.rate.na")
    rate.press("rate.choice.no_opportunity")
    look.saved()
    assert look.rating()["items"]["attempts"]["reason"] == "no_opportunity"
    rate.press("web.rate.na.back")
    look.to("listen")
    rate.press("web.rate.nothing")
    look.saved()
    assert look.rating()["items"]["listen"]["state"] == "assessed"
    look.to("closing")
    less, more = page.locator(".rate-counters li").first.get_by_role("button").all()
    more.click()
    less.click()
    expect(page.locator(".rate-counters output").first).to_have_text("0")
    less.click()
    expect(page.locator(".rate-counters output").first).to_have_text("–")
    expect(more).to_be_focused()
    undo = page.get_by_role("button", name=rate.say("web.rate.undo"), exact=True)
    undo.focus()
    while undo.is_enabled():
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=rate.say("web.rate.redo"), exact=True)).to_be_focused()


def test_keys_and_profile(visit: Visit) -> None:
    """The keys in a window of their own; a profile that is printed, left again and laid beside others."""
    page = visit("en/look-back/rate/")
    rate, look = Pressing(page, "sst-rating"), Look(page)
    look.begin()
    rate.press("web.rate.keys")
    page.locator("dialog[open] button").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    look.whole()
    look.profile()
    rate.press("web.rate.print")
    assert rate.printed() == 1
    rate.press("web.rate.back")
    expect(page.locator(".rate-now[data-part=finish] h2")).to_be_focused()
    page.click(".rate-lock button")
    rate.press("web.rate.lock.yes")
    page.get_by_role("link", name=rate.say("web.rate.compare")).click()
    expect(page.locator("sst-compare h2").first).to_be_visible()


def test_compare(visit: Visit) -> None:
    """Files that are dropped; one taken away closes the comparison; cleared; printed, and saved as data."""
    page = visit("en/look-back/compare/")
    beside = Pressing(page, "sst-compare")
    page.evaluate(
        """(texts) => {
          const data = new DataTransfer();
          texts.forEach((text, i) => data.items.add(new File([text], `${i}.json`)));
          const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
          document.querySelector("sst-compare .sst-controls").dispatchEvent(drop);
        }""",
        [path.read_text("utf-8") for path in PAIR],
    )
    expect(page.locator(".sst-chosen li")).to_have_count(2)
    beside.press("web.compare.show")
    beside.press("web.compare.print")
    assert beside.printed() == 1
    with page.expect_download() as coming:
        beside.press("web.compare.json")
    assert json.loads(Path(coming.value.path()).read_bytes())["self"] == "P7"
    page.get_by_text(beside.say("web.compare.other"), exact=True).click()
    beside.press("web.compare.remove_one", name="0.json")
    expect(page.locator(".sst-compared")).to_have_count(0)
    beside.press("web.compare.clear")
    expect(page.locator(".sst-chosen li")).to_have_count(0)


def test_calibration(visit: Visit) -> None:
    """Back to the talks before and during; all skills and fewer; answers erased."""
    page = visit("look-back/calibration/")
    tool = Pressing(page, "sst-calibrate")
    page.locator(".sst-talk-card .sst-primary").last.click()
    tool.press("web.calibrate.back")
    page.locator(".sst-talk-card .sst-primary").last.click()
    page.click(".sst-row .sst-primary")
    page.locator("[data-tick]").first.check()
    tool.press("web.calibrate.pause")
    page.get_by_text(tool.say("web.calibrate.forget"), exact=True).click()
    expect(page.locator("#sst-announcer")).to_have_text(tool.say("web.calibrate.forgotten"))
    expect(page.get_by_text(tool.say("web.calibrate.forget"), exact=True)).to_have_count(0)


def test_check(visit: Visit) -> None:
    """A question back, the worksheet, and what was skipped unfolds; its links lead somewhere."""
    page = visit("modules/closing-check/")
    tool = Pressing(page, "sst-check")
    page.locator("sst-check form button").click()
    tool.press("web.check.worksheet")
    assert tool.printed() == 1
    page.locator("sst-check [aria-expanded]").first.click()
    page.locator("sst-check .sst-row .sst-primary").click()
    tool.press("web.check.back")
    expect(page.locator("sst-check h2")).to_be_focused()
    page.locator("sst-check .sst-row .sst-quiet").first.click()
    page.locator("sst-check summary").click()
    expect(page.locator("sst-check details a").first).to_be_visible()
    links = set(page.locator("sst-check a").evaluate_all("(all) => all.map((one) => one.href.split('#')[0])"))
    assert links
    for link in links:
        assert page.request.get(link).ok, link


@pytest.mark.parametrize("where", ["", "en/"])
def test_day(where: str, visit: Visit) -> None:
    """A log put aside, a break taken out; the last day opened again, with the keyboard at its title."""
    page = visit(f"{where}trainers/day/")
    day = Pressing(page, "sst-day")
    page.click(".sst-day-form summary")
    log = {"name": "log.json", "mimeType": "application/json", "buffer": b'{"format": "sst-ledger/1", "days": []}'}
    page.set_input_files("#sst-day-log", log)  # type: ignore[arg-type]
    day.press("web.day.log.remove")
    expect(page.locator("#sst-day-log")).to_be_focused()
    day.press("web.day.break.add")
    day.press("web.day.break.remove_one", round=1)
    expect(page.locator(".sst-day-break")).to_have_count(0)
    page.click(".sst-day-form .sst-primary")
    expect(page.locator(".sst-day-made h2")).to_be_focused()
    kept(page, "day")
    bare = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(bare)
    day = Pressing(page, "sst-day")
    page.get_by_role("link", name=day.say("web.day.kept.open")).click()
    expect(page.locator(".sst-day-made h2")).to_be_focused()


@pytest.mark.parametrize("where", ["", "en/"])
def test_the_course_taken_along_and_let_go(where: str, visit: Visit) -> None:
    """Both are told in the list of what is kept; what is gone cannot be let go once more."""
    page = visit(f"{where}about/this-device/", service_workers="allow")
    tool = Pressing(page, "sst-offline")
    take, forget = (
        page.locator("sst-offline .sst-primary"),
        page.get_by_role("button", name=tool.say("web.offline.forget")),
    )
    take.click()
    expect(forget).to_be_visible(timeout=60_000)
    expect(page.locator("sst-offline progress")).to_have_count(0)
    assert page.evaluate(HELD)
    pages = page.locator(".sst-kept-groups li", has_text=tool.say("web.device.group.pages")).locator(".sst-quietly")
    expect(pages).to_be_visible()
    many = pages.inner_text()
    forget.click()
    expect(take).to_be_focused()
    expect(forget).to_have_count(0)
    expect(pages).not_to_have_text(many)
