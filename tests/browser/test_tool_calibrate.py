"""Practising on an acted talk: blind until locked, then what the makers saw; kept here and erased at a press."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from sst_training.cli import main
from sst_training.library import open_library
from tests.browser.conftest import heard, kept
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
LANGUAGES = [("nl", ""), ("en", "en/")]
SHORT = "swapped-shifts"
TALKS = {"swapped-shifts": "ruildienst", "boxes-in-the-hall": "dozen"}
REASONS = ("De cliënt noemt schuld en hoort dat er geen reden voor is.", "Het gevoel wordt weggewuifd.")
"""Of the makers, on two behaviours of `listen` in the first talk."""


def begun(page: Page, slug: str = SHORT, *, english: bool = False) -> None:
    """Opens a talk and begins with the skills that are proposed."""
    title = "swap" if english else TALKS[slug]
    page.locator(".sst-talk-card", has_text=title).locator(".sst-primary").click()
    page.click(".sst-row .sst-primary")
    expect(page.locator(".sst-transcript")).to_be_focused()


def nothing_chosen(page: Page) -> None:
    """Opens the first talk and takes away the skills that are proposed."""
    page.locator(".sst-talk-card", has_text="ruildienst").locator(".sst-primary").click()
    for skill in ("focus", "listen"):
        page.uncheck(f"[name=skill][value={skill}]")


def ticked(page: Page, *ticks: str) -> None:
    """Ticks behaviours of the skill in sight; opens the fold for what hindered."""
    for tick in ticks:
        box = page.locator(f"[data-tick='{tick}']")
        if not box.is_visible():
            page.click(".sst-skill-panel summary")
        box.check()


def onward(page: Page) -> None:
    """To the next skill, once this one is kept."""
    page.click(".sst-skill-panel .sst-primary")
    expect(page.locator(".sst-skill-panel h2")).to_be_focused()


def locked(page: Page) -> None:
    """Past the last skill, to the comparison."""
    page.click(".sst-skill-panel .sst-primary")
    expect(page.locator(".sst-skill-panel")).to_have_count(0)


def done(page: Page, slug: str = SHORT, *, english: bool = False) -> None:
    """Fills in both skills and locks them."""
    begun(page, slug, english=english)
    ticked(page, "focus.b1", "focus.h1")
    onward(page)
    ticked(page, "listen.b1")
    locked(page)
    expect(page.locator("sst-calibrate h2")).to_be_focused()


def test_what_the_makers_saw_stays_closed_until_it_is_locked(visit: Visit) -> None:
    """Not a reason, not a level, while one fills in; both once it is locked."""
    page = visit("look-back/calibration/")
    begun(page)
    for reason in REASONS:
        assert reason not in page.inner_text("sst-calibrate")
    onward(page)
    locked(page)
    for reason in REASONS:
        expect(page.locator("sst-calibrate")).to_contain_text(reason)
    expect(page.locator("sst-calibrate [data-tick]")).to_have_count(0)


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_it_says_what_the_command_line_says(language: str, where: str, visit: Visit, tmp_path: Path) -> None:
    """The saved answers give `sst calibrate --rating` the figures that stand on the page."""
    page = visit(f"{where}look-back/calibration/")
    done(page, english=language == "en")
    with page.expect_download() as saved:
        page.click("sst-calibrate > .sst-row .sst-button >> nth=1")
    file = tmp_path / "mine.json"
    file.write_bytes(Path(saved.value.path()).read_bytes())
    result = CliRunner().invoke(main, ["calibrate", "--rating", str(file), "--json", "--lang", language])
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    figures = page.locator(".sst-agreed").first
    for name in ("agreed", "of", "both", "either"):
        expect(figures).to_contain_text(str(told["overall"][name]))
    for skill in told["talks"][0]["skills"]:
        for tick in skill["ticks"]:
            if tick["why"] is not None:
                expect(page.locator("sst-calibrate")).to_contain_text(tick["why"])


def test_a_turn_that_is_named_is_shown(visit: Visit) -> None:
    """Pressed, it lights up in the transcript and has the keyboard."""
    page = visit("look-back/calibration/")
    done(page)
    link = page.locator(".sst-turn-link").last
    number = link.inner_text().split()[-1]
    link.click()
    turn = page.locator(f"[data-turn='{number}']")
    expect(turn).to_be_focused()
    expect(turn).to_be_in_viewport()
    expect(turn).to_have_class("sst-turn sst-therapist sst-lit")


def test_a_skill_set_aside_still_gets_the_makers_reasons(visit: Visit) -> None:
    """Who saw no occasion reads why the makers did; nothing was compared, so no figure says that nobody saw it."""
    page = visit("look-back/calibration/")
    nothing_chosen(page)
    page.check("[value=attempts]")
    page.click(".sst-row .sst-primary")
    page.check("[data-aside]")
    page.click(".sst-skill-panel .sst-primary")
    beside = page.locator(".sst-beside-makers")
    expect(beside).to_contain_text("De makers vulden deze vaardigheid wel in.")
    reasons = next(talk for talk in open_library().calibrations if talk.id == SHORT).whys
    for why in reasons:
        if why.tick.startswith("attempts."):
            expect(beside).to_contain_text(why.text["nl"])
    expect(page.locator("sst-calibrate")).not_to_contain_text("Geen van beiden zag")


def test_what_is_mixed_up_is_named(visit: Visit) -> None:
    """Beside the behaviour, in words."""
    page = visit("look-back/calibration/")
    done(page)
    expect(page.locator(".sst-mixed").first).to_contain_text("Niet te verwarren met")


def test_one_talk_says_little_and_two_are_told_together(visit: Visit) -> None:
    """Figures over all talks done so far; the status of the comparison stands beside."""
    page = visit("look-back/calibration/")
    done(page)
    expect(page.locator("sst-calibrate")).to_contain_text("Eén gesprek zegt weinig")
    expect(page.locator("sst-calibrate")).to_contain_text("ijkobservatie van de makers")
    expect(page.locator("sst-calibrate")).to_contain_text("Op papier hoor je geen toon")
    page.click("text=Nog een gesprek")
    done(page, "boxes-in-the-hall")
    expect(page.locator("sst-calibrate")).to_contain_text("Overeenstemming over 2 gesprekken")


def test_a_closed_tab_loses_nothing_and_a_press_erases_it(visit: Visit) -> None:
    """Half-filled it goes on where it stopped; erased, nothing of it is kept."""
    page = visit("look-back/calibration/")
    begun(page)
    ticked(page, "focus.b1", "focus.h1")
    onward(page)
    page.reload()
    page.click("text=Verdergaan")
    expect(page.locator(".sst-skill-panel h2")).to_have_text("Luisteren en teruggeven")
    page.click("text=Vorige")
    expect(page.locator("[data-tick='focus.h1']")).to_be_checked()
    page.click("text=Later verder")
    assert kept(page, f"calibration:{SHORT}") is not None
    page.click("text=Wis mijn antwoorden")
    assert kept(page, f"calibration:{SHORT}") is None
    page.reload()
    expect(page.locator(".sst-talk-card").first).to_contain_text("Nog niet gedaan")


def test_a_talk_about_death_says_so_before_it_opens(visit: Visit) -> None:
    """With whom to talk to; on the card, and before the first turn."""
    page = visit("look-back/calibration/")
    card = page.locator(".sst-talk-card", has_text="werkplaats")
    expect(card).to_contain_text("Overslaan mag altijd")
    card.locator(".sst-primary").click()
    expect(page.locator("sst-calibrate")).to_contain_text("113")
    expect(page.locator(".sst-transcript")).to_have_count(0)


def test_a_condition_a_gate_and_no_skill_at_all(visit: Visit) -> None:
    """What does not count cannot be ticked; the question before safety needs its answer; one skill is the least."""
    page = visit("look-back/calibration/")
    nothing_chosen(page)
    page.click(".sst-row .sst-primary")
    expect(page.locator(".sst-wrong-line")).to_have_text("Kies minstens één vaardigheid.")
    page.check("[value=keep-focus]")
    page.check("[value=safety]")
    page.click(".sst-row .sst-primary")
    ticked(page, "keep-focus.b1")
    page.check("[data-waive='keep-focus.b1']")
    expect(page.locator("[data-tick='keep-focus.b1']")).to_be_disabled()
    expect(page.locator("[data-tick='keep-focus.b1']")).not_to_be_checked()
    onward(page)
    page.click(".sst-skill-panel .sst-primary")
    expect(page.locator(".sst-wrong-line")).to_contain_text("ja of nee")
    page.click(".sst-skill-panel >> text=Nee")
    page.click(".sst-skill-panel .sst-primary")
    expect(page.locator(".sst-beside-makers")).to_have_count(2)


def test_keyboard_alone_does_it(visit: Visit) -> None:
    """From the list to the comparison with Tab, Space and Enter."""
    page = visit("look-back/calibration/")
    page.locator(".sst-talk-card .sst-primary").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("sst-calibrate h2")).to_be_focused()

    def to(selector: str, key: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                return page.keyboard.press(key)
        raise AssertionError(selector)

    to(".sst-row .sst-primary", "Enter")
    expect(page.locator(".sst-transcript")).to_be_focused()
    to("[data-tick]", "Space")
    expect(page.locator("[data-tick]").first).to_be_checked()
    to(".sst-primary", "Enter")
    expect(page.locator("sst-calibrate h2")).to_be_focused()
    to(".sst-primary", "Enter")
    expect(page.locator(".sst-beside-makers").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_every_state_is_accessible(language: str, where: str, scheme: str, visit: Visit, axe: str) -> None:
    """The list, choosing skills, filling in, the comparison; on a phone in English, and at 320 pixels."""
    english = language == "en"
    size = {"viewport": PHONE} if english else {}
    page = visit(
        f"{where}look-back/calibration/", color_scheme=scheme, bypass_csp=True, reduced_motion="reduce", **size
    )
    page.locator(".sst-talk-card").first.wait_for()
    assert violations(page, axe) == []
    page.locator(".sst-talk-card .sst-primary").last.click()
    assert violations(page, axe) == []
    page.click("text=All skills" if english else "text=Alle vaardigheden")
    page.click("text=Fewer" if english else "text=Toch minder")
    page.click(".sst-row .sst-primary")
    ticked(page, "focus.b1")
    assert violations(page, axe) == []
    onward(page)
    locked(page)
    expect(page.locator(".sst-beside-makers").first).to_be_visible()
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_is_asked_of_the_network_and_the_console_is_quiet(visit: Visit, site: str) -> None:
    """From the moment the talks are there."""
    page = visit("look-back/calibration/")
    told = heard(page)
    done(page)
    with page.expect_download():
        page.click("sst-calibrate > .sst-row .sst-button >> nth=1")
    assert told == []
    expect(page).to_have_url(f"{site}look-back/calibration/")
