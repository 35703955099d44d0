"""What is said to be kept is kept, and everything taken along in one file can be brought in again."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from sst_training.library.locate import checkout
from tests.browser.looking_back import Look, Visit
from tests.browser.test_tool_rating_faults import FULL

HERE = "look-back/rate/"
OWN = json.loads((checkout() / "docs" / "examples" / "together-self.json").read_text("utf-8"))
TRAINER = json.loads((checkout() / "docs" / "examples" / "together-trainer.json").read_text("utf-8"))


def kept_file(*observations: Any, **fields: Any) -> bytes:
    """A file as `store/export.js` writes it."""
    found = {"format": "sst-kept/1", "saved": "2026-12-05", "observations": observations, "others": {}, **fields}
    return json.dumps(found, ensure_ascii=False).encode()


def told(look: Look) -> str:
    """What the first screen says of the file that was brought in."""
    expect(look.page.locator(".rate-told")).to_be_visible()
    return look.page.locator(".rate-told").inner_text()


def test_locked_is_told_once_it_is_saved(visit: Visit) -> None:
    """Without room nothing is locked, and it says so; with room again the same button locks."""
    look = Look(visit(HERE))
    look.begin()
    look.whole()
    look.page.evaluate(FULL)
    look.page.click(".rate-lock button")
    look.page.click(".rate-lock .sst-primary")
    alert = look.page.locator(".rate-watch-head [role=alert]")
    expect(alert).to_contain_text(look.say("web.store.not_kept"))
    expect(alert.locator("button")).to_be_focused()
    assert look.rating()["locked"] is False
    _, content = look.export()
    assert json.loads(content)["locked"] is False
    look.page.evaluate("window.full = false")
    look.page.click(".rate-lock button")
    look.page.click(".rate-lock .sst-primary")
    expect(look.page.locator(".rate-told[role=status]")).to_have_text(look.say("web.rate.locked"))
    assert look.rating()["locked"] is True


def test_everything_from_a_shared_device_comes_in_elsewhere(visit: Visit) -> None:
    """By the button of the line above the tool, before the page closes; on the other device both ways of use work."""
    page = visit("about/")
    page.evaluate("sessionStorage.setItem('sst.shared', 'yes')")
    page.goto(page.url.replace("about/", HERE))
    look = Look(page)
    for one in (OWN, TRAINER):
        look.bring(one)
        expect(page.locator(".rate-told")).to_contain_text(one["rater"]["label"])
    with page.expect_download() as coming:
        page.click(".sst-not-kept button")
    content = Path(coming.value.path()).read_bytes()
    other = Look(visit(f"en/{HERE}"))
    other.bring(content, coming.value.suggested_filename)
    assert told(other) == other.say("web.rate.all.in", count=2, of=2)
    before = [one["rating"] for one in look.kept()]
    assert [one["rating"] for one in other.kept()] == before
    other.page.goto(other.page.url.replace(HERE, "look-back/compare/"))
    file = {"name": "all.json", "mimeType": "application/json", "buffer": content}
    other.page.set_input_files("sst-compare input[type=file]", file)
    expect(other.page.locator(".sst-chosen li")).to_have_count(2)
    other.page.click("sst-compare .sst-primary")
    expect(other.page.locator(".sst-compared h2")).to_be_focused()


def test_what_was_saved_with_everything_is_not_asked_after(visit: Visit) -> None:
    """On a shared device: the line above the tool saves an observation too, and then the page may go."""
    page = visit("about/")
    page.evaluate("sessionStorage.setItem('sst.shared', 'yes')")
    page.goto(page.url.replace("about/", HERE))
    look = Look(page)
    look.begin()
    look.pick("recording", 1)
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    with page.expect_download():
        page.click(".sst-not-kept button")
    page.reload()
    assert Look(page).kept() == []
    assert asked == []


def test_what_does_not_come_in_is_named_with_its_reason(visit: Visit) -> None:
    """As if each had been brought alone: the same sentences; nothing that was here is changed."""
    look = Look(visit(HERE))
    look.bring(OWN)
    expect(look.page.locator(".rate-told")).to_be_visible()
    (before,) = look.kept()
    changed, wrong, strange = (copy.deepcopy(one) for one in (OWN, TRAINER, TRAINER))
    changed["date"] = "2020-02-02"
    wrong["mood"] = "fine"
    wrong["session"] = "a2b3c4d5"
    strange["session"] = "B!"
    look.bring(wrong)
    expect(look.page.locator(".rate-told")).to_contain_text("mood")
    alone = told(look).removeprefix(look.say("web.rate.not_in")).strip()
    look.bring(kept_file(OWN, changed, TRAINER, wrong, strange, 7, others={"day": {}}))
    expect(look.page.locator(".rate-told")).to_contain_text("1 van 6")
    line = told(look)
    own = look.say("web.rate.named", label=OWN["rater"]["label"], session=OWN["session"])
    bad = look.say("web.rate.named", label=TRAINER["rater"]["label"], session="a2b3c4d5")
    assert look.say("web.rate.all.same", who=own) in line
    assert look.say("web.rate.all.not", who=own, why=look.say("web.rate.all.there")) in line
    assert look.say("web.rate.all.not", who=bad, why=alone) in line
    assert look.say("web.rate.all.number", number=5) in line
    assert look.say("web.rate.all.number", number=6) in line
    assert line.endswith(look.say("web.rate.all.others"))
    assert before in look.kept()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (kept_file(), "web.rate.all.none"),
        (kept_file(format="sst-kept/2"), "web.rate.newer"),
        (b"\xef\xbb\xbf" + kept_file(OWN), "web.rate.all.in"),
        (b"{" + b" " * (1 << 20), "web.rate.too_big"),
        (kept_file(OWN, others={"long": "x" * (1 << 20)}), "web.rate.all.in"),
    ],
)
def test_other_such_files(content: bytes, key: str, visit: Visit) -> None:
    """Empty, of a later version, with a mark before it, too large for an observation, large by what stays behind."""
    look = Look(visit(HERE))
    look.bring(content)
    assert told(look).startswith(look.say(key, count=1, of=1, format="sst-kept/2"))


@pytest.mark.parametrize("where", ["look-back/compare/", HERE])
def test_a_mark_before_the_first_sign_is_passed_over(where: str, visit: Visit) -> None:
    """As Notepad writes it."""
    page = visit(where)
    file = {"name": "own.json", "mimeType": "application/json", "buffer": b"\xef\xbb\xbf" + json.dumps(OWN).encode()}
    page.set_input_files(".sst-tool input[type=file]", file)
    expect(page.locator(".sst-tool")).to_contain_text(OWN["session"])


def test_the_file_bears_the_day_of_this_place(visit: Visit) -> None:
    """Half an hour after midnight in the Netherlands it is still yesterday in Greenwich."""
    page = visit("about/", timezone_id="Europe/Amsterdam")
    page.clock.set_fixed_time("2026-12-04T23:30:00Z")
    page.goto(page.url.replace("about/", HERE))
    look = Look(page)
    look.bring(OWN)
    expect(page.locator(".rate-told")).to_be_visible()
    page.goto(page.url.replace(HERE, "about/this-device/"))
    with page.expect_download() as coming:
        page.click("sst-device .sst-primary")
    assert coming.value.suggested_filename == "sst-op-dit-apparaat-2026-12-05.json"
    assert json.loads(Path(coming.value.path()).read_bytes())["saved"] == "2026-12-05"


def without_channel(page: Page) -> None:
    """A browser that has no channel between tabs."""
    page.add_init_script("delete window.BroadcastChannel")


def test_a_browser_without_a_channel_between_tabs(visit: Visit) -> None:
    """Observing works, and is kept."""
    page = visit("about/")
    without_channel(page)
    page.goto(page.url.replace("about/", HERE))
    look = Look(page)
    look.begin()
    look.pick("recording", 1)
    look.to("focus")
    look.tick("focus.b1")
    assert look.rating()["items"]["focus"]["ticks"] == ["focus.b1"]
