"""Drawing a role-play on the page, by hand and by key."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from sst_training.cli import main
from tests.browser.conftest import heard, kept, uncover
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
DRAWN = "practice/roleplay/#seed=42&skill=focus"


def cli(*words: str) -> dict[str, object]:
    """What the command line draws."""
    result = CliRunner().invoke(main, [*words, "--json"])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def read(page: Page, reader: str) -> None:
    """Opens a reader's sheet."""
    page.click(f"[data-reader={reader}]")
    uncover(page)


@pytest.mark.parametrize(("language", "where"), [("nl", ""), ("en", "en/")])
def test_the_page_draws_what_the_command_line_draws(language: str, where: str, visit: Visit) -> None:
    """The same start code: the same person, and on the client's sheet the same words."""
    page = visit(where + DRAWN)
    play = cli("roleplay", "--seed", "42", "--skill", "focus", "--lang", language)["draws"][0]  # type: ignore[index]
    expect(page.locator(".sst-drawn h2")).to_contain_text(play["person"]["name"])
    read(page, "client")
    expect(page.locator(".sst-sheet")).to_contain_text(play["scenario"]["situation"].split("\n")[0])
    expect(page.locator(".sst-sheet")).to_contain_text(play["stance"]["behaviours"][0])


def test_client_text_is_not_in_the_page_until_asked_for(visit: Visit) -> None:
    """Not drawn, not on the professional's sheet, not behind the cover; and gone again when closed."""
    page = visit(DRAWN)
    situation = cli("roleplay", "--seed", "42", "--skill", "focus")["draws"][0]["scenario"]["situation"]  # type: ignore[index]
    expect(page.locator(".sst-drawn")).to_be_visible()
    assert situation not in page.inner_text("body")
    page.click("[data-reader=client]")
    expect(page.locator(".sst-hold")).to_be_visible()
    assert situation not in page.content()
    page.click(".sst-row >> text=Toch niet")
    read(page, "therapist")
    expect(page.locator(".sst-sheet h2")).to_be_visible()
    assert situation not in page.content()
    page.click("text=Gelezen, sluiten")
    read(page, "client")
    expect(page.locator(".sst-sheet")).to_contain_text(situation)
    page.click("text=Gelezen, sluiten")
    expect(page.locator(".sst-drawn")).to_be_visible()
    assert situation not in page.content()


def test_holding_the_button_opens_the_sheet(visit: Visit) -> None:
    """A press of more than half a second; shorter does not."""
    page = visit(DRAWN)
    page.click("[data-reader=observer]")
    expect(page.locator(".sst-cover h2")).to_be_focused()
    page.hover(".sst-hold")
    page.mouse.down()
    expect(page.locator(".sst-sheet .sst-ticks")).to_be_visible()
    page.mouse.up()


@pytest.mark.parametrize("reader", ["client", "observer"])
def test_a_sheet_fits_a_narrow_phone_and_prints_on_one_leaf(reader: str, visit: Visit) -> None:
    """Nothing sticks out at 320 pixels, closed or open; on paper there is the sheet and nothing else."""
    page = visit(f"en/{DRAWN}", viewport={"width": 320, "height": 640})
    page.click(f"[data-reader={reader}]")
    expect(page.locator(".sst-hold")).to_be_visible()
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) <= 320
    uncover(page)
    expect(page.locator(".sst-sheet h3").first).to_be_visible()
    assert page.evaluate(width) <= 320
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_a_link_with_only_a_skill_draws(visit: Visit) -> None:
    """As a next practice step gives it; the address then holds the start code."""
    page = visit("practice/roleplay/#skill=focus&level=2")
    expect(page.locator(".sst-drawn")).to_contain_text("niveau 2")
    expect(page).to_have_url(re.compile(r"#seed=\d+&level=2&skill=focus$"))


def test_draw_again_and_back(visit: Visit) -> None:
    """Another card, and the one before it again; the address follows."""
    page = visit(DRAWN)
    first = page.inner_text(".sst-drawn")
    page.click("text=Trek een ander")
    expect(page).not_to_have_url(re.compile("seed=42"))
    page.click("text=Terug naar het vorige")
    expect(page.locator(".sst-drawn")).to_have_text(first, use_inner_text=True)
    expect(page).to_have_url(re.compile("seed=42"))


def test_a_therapists_link_holds_only_that_sheet(visit: Visit) -> None:
    """At most 800 bytes, nothing of the client, and it opens as the sheet."""
    page = visit(DRAWN)
    page.click("text=Delen")
    link = page.input_value(".sst-link >> nth=0")
    hash_ = link.split("#")[1]
    assert len(hash_.encode()) <= 800
    assert "42" not in re.findall(r"seed=(\w+)", hash_)
    play = cli("roleplay", "--seed", "42", "--skill", "focus")["draws"][0]  # type: ignore[index]
    other = visit("practice/roleplay/#" + hash_)
    expect(other.locator(".sst-sheet")).to_contain_text(play["scenario"]["door_note"])
    assert play["scenario"]["situation"] not in other.content()
    assert other.locator(".sst-button").count() == 0


@pytest.mark.parametrize("hash_", ["sheet=AAAA", "sheet=" + "A" * 900, "sheet=WzEsMiwzXQ", "sheet=%3Cimg%3E"])
def test_a_tampered_link_says_so(hash_: str, visit: Visit) -> None:
    """One clear line, and the tool still draws."""
    page = visit("practice/roleplay/#" + hash_)
    expect(page.locator(".sst-wrong-line")).to_contain_text("niet compleet")
    page.click("text=Trek een rollenspel")
    expect(page.locator(".sst-drawn")).to_be_visible()


def test_a_qr_code_is_drawn_on_the_page(visit: Visit) -> None:
    """From our own files: squares in an SVG."""
    page = visit(DRAWN)
    page.click("text=Delen")
    page.click("text=QR-code >> nth=0")
    assert len(page.get_attribute(".sst-qr path", "d") or "") > 1000


def test_kept_draws_are_there_after_a_reload(visit: Visit) -> None:
    """And go when told to."""
    page = visit(DRAWN)
    page.click("text=Bewaren op dit apparaat")
    expect(page.locator(".sst-kept li")).to_have_count(1)
    assert len(kept(page, "roleplays")) == 1
    page.goto(page.url.split("#")[0])
    page.click(".sst-kept a")
    expect(page.locator(".sst-drawn")).to_be_visible()
    page.click(".sst-kept button")
    expect(page.locator(".sst-kept li")).to_have_count(0)


def test_the_clock_goes_through_the_round(visit: Visit) -> None:
    """Talk, words, debrief, again, out of role with its prompts; it counts while it runs."""
    page = visit(DRAWN)
    clock = page.locator(".sst-clock")
    before = clock.locator(".sst-clock-time").inner_text()
    page.click(".sst-clock >> text=Start")
    expect(clock.locator(".sst-clock-time")).not_to_have_text(before)
    for _ in range(4):
        page.click(".sst-clock >> text=Volgende")
    expect(clock).to_contain_text("Zeg je eigen naam")


def test_by_keyboard_alone(visit: Visit) -> None:
    """Choose, draw, open the sheet, close it: without a mouse, and the focus is where one looks."""
    page = visit("en/practice/roleplay/")
    page.wait_for_selector("select[name=skill]")
    page.focus("select[name=skill]")
    page.keyboard.press("ArrowDown")
    page.focus(".sst-primary")
    page.keyboard.press("Enter")
    expect(page.locator(".sst-drawn h2")).to_be_focused()
    page.focus("[data-reader=observer]")
    page.keyboard.press("Enter")
    expect(page.locator(".sst-cover h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".sst-sheet h2")).to_be_focused()
    page.focus(".sst-row .sst-primary")
    page.keyboard.press("Enter")
    expect(page.locator("[data-reader=observer]")).to_be_focused()


def test_nothing_is_asked_of_anyone_after_the_first_load(visit: Visit) -> None:
    """Drawing, reading, keeping and the clock make no request at all."""
    page = visit(DRAWN)
    told = heard(page)
    page.click("text=Trek een ander")
    read(page, "client")
    page.click("text=Gelezen, sluiten")
    page.click("text=Bewaren op dit apparaat")
    page.click("text=Delen")
    expect(page.locator(".sst-share")).to_be_visible()
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, PHONE, {"width": 320, "height": 640}])
def test_every_state_is_accessible(scheme: str, viewport: dict[str, int], visit: Visit, axe: str) -> None:
    """Drawn, shared, covered, opened: axe finds nothing, and nothing sticks out to the side."""
    page = visit(DRAWN, color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce")
    page.wait_for_selector(".sst-drawn")
    page.click("text=Delen")
    found = violations(page, axe)
    page.click("[data-reader=client]")
    found += violations(page, axe)
    uncover(page)
    found += violations(page, axe)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
