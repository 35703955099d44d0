"""The whole loop as people go round it: draw, record, look back, compare, and on to the next practice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from sst_training.cli import main
from tests.browser.looking_back import WORDS, Look, sound


def saved(page: Page, button: str, folder: Path) -> Path:
    """What a button offers as a file, kept under its own name."""
    with page.expect_download() as coming:
        page.click(button)
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def printed(*command: str) -> bytes:
    """What the command line answers."""
    run = CliRunner().invoke(main, command)
    assert run.exit_code == 0, run.stderr
    return run.stdout_bytes


def looked(look: Look, talk: Path, at: int, *ticks: str) -> None:
    """Watches the recording and ticks what was seen of `focus`; nothing unsafe came up."""
    look.recorded(talk)
    look.at(at)
    look.to("focus")
    for tick in ticks:
        look.tick(tick, WORDS if ".a" in tick else None)
    look.to("safety")
    look.pick("gate", 1)
    look.to("finish")
    look.profile()
    look.page.click(".rate-lock button")
    look.page.click(".rate-lock .sst-primary")
    expect(look.page.locator(".rate-lock")).to_have_count(0)


@pytest.mark.parametrize(("language", "root"), [("nl", ""), ("en", "en/")])
def test_from_a_drawn_card_to_the_next_one(
    language: str, root: str, browser: Browser, site: str, tmp_path: Path
) -> None:
    """P3 plays and looks back, T1 looks on a device of their own; the files say the same on the command line."""
    talk = sound(tmp_path / "talk.wav", 60)
    mine = browser.new_context(service_workers="block")
    theirs = browser.new_context(service_workers="block")
    page = mine.new_page()
    page.goto(f"{site}{root}practice/roleplay/#seed=rondje&skill=focus&level=1")
    drawn = json.loads(printed("roleplay", "--seed=rondje", "--skill=focus", "--level=1", "--json"))["draws"][0]
    expect(page.locator(".sst-drawn h2")).to_contain_text(drawn["person"]["name"])
    for _ in range(4):
        page.click("sst-roleplay .sst-clock .sst-button >> nth=-1")
    page.click("sst-roleplay a[href*='look-back/rate/']")

    look = Look(page)
    look.begun("P3")
    looked(look, talk, 20, "focus.b1", "focus.b2", "focus.a1")
    own = saved(page, f"text={look.say('web.rate.export')}", tmp_path)
    rating = json.loads(own.read_bytes())
    assert (rating["scenario"], rating["locked"]) == (drawn["scenario"]["id"], True)

    page = theirs.new_page()
    page.goto(f"{site}{root}look-back/rate/#skills=focus")
    look = Look(page)
    look.begun("T1", role=2, ratee="P3", code=rating["session"])
    looked(look, talk, 25, "focus.b1", "focus.b2")
    other = saved(page, f"text={look.say('web.rate.export')}", tmp_path)

    page = mine.new_page()
    page.goto(f"{site}{root}look-back/compare/")
    page.set_input_files("sst-compare input[type=file]", [own, other])
    page.click("sst-compare .sst-primary")
    expect(page.locator(".sst-compared h2")).to_be_focused()
    beside = saved(page, "sst-compare > .sst-row .sst-button:not(.sst-primary)", tmp_path)
    assert beside.read_bytes() == printed("compare", str(own), str(other), "--json", "--lang", language)

    step = json.loads(printed("score", str(other), "--json"))["next_practice"]
    page.click(".sst-compared-next a[href*=roleplay]")
    expect(page.locator("sst-roleplay [name=skill]")).to_have_value(step["roleplay"]["skill"])
    page.click("sst-roleplay .sst-primary")
    expect(page.locator(".sst-drawn h2")).to_be_focused()
    mine.close()
    theirs.close()
