"""The frame round every page: trainer switch, language link, dark view, quiz, 404."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
LESSON = "modules/history/"


def test_trainer_notes_are_hidden_until_switched_on(visit: Visit) -> None:
    """The switch shows notes and minutes and says that this is not secrecy."""
    page = visit(LESSON)
    notes = page.locator(".admonition.trainer")
    expect(notes.first).to_be_hidden()
    expect(page.locator(".sst-minutes")).to_be_hidden()
    page.click("#sst-trainer-switch")
    expect(notes.first).to_be_visible()
    expect(page.locator(".sst-minutes")).to_be_visible()
    expect(page.locator(".sst-trainer-word")).to_contain_text("Verborgen is niet geheim")


def test_the_choice_stays_on_this_device(visit: Visit) -> None:
    """On the next page the notes are on, and the switch says so; a second press turns them off."""
    page = visit(LESSON)
    page.click("#sst-trainer-switch")
    page.goto(page.url.replace("history", "evidence"))
    expect(page.locator(".admonition.trainer").first).to_be_visible()
    expect(page.locator("#sst-trainer-switch")).to_have_attribute("aria-pressed", "true")
    page.click("#sst-trainer-switch")
    expect(page.locator(".admonition.trainer").first).to_be_hidden()


def test_the_language_link_keeps_the_page(visit: Visit, site: str) -> None:
    """There and back."""
    page = visit(LESSON)
    page.click(".sst-language")
    expect(page).to_have_url(f"{site}en/{LESSON}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.click(".sst-language")
    expect(page).to_have_url(f"{site}{LESSON}")


def test_the_language_link_needs_no_script(visit: Visit, site: str) -> None:
    """It is a plain link."""
    page = visit("en/exercises/", java_script_enabled=False)
    page.click(".sst-language")
    expect(page).to_have_url(f"{site}exercises/")


def test_dark_view_is_followed_and_can_be_changed(visit: Visit) -> None:
    """The system's wish first, then the reader's."""
    page = visit("", color_scheme="dark")
    expect(page.locator("body")).to_have_css("--sst-paper", "#131d1b")
    page.click("label[for=__palette_0]:visible")
    expect(page.locator("body")).to_have_css("--sst-paper", "#fbfaf7")


def test_an_answer_opens_its_feedback(visit: Visit) -> None:
    """Also without script: it is a fold."""
    page = visit("modules/what-is-sst/", java_script_enabled=False)
    option = page.locator(".sst-option").first
    expect(option.locator("p")).to_be_hidden()
    option.locator("summary").click()
    expect(option.locator("p")).to_be_visible()


def test_a_figure_takes_the_colours_of_the_page(visit: Visit) -> None:
    """Drawn inside the page, named, and as wide as the column at most."""
    page = visit(LESSON)
    figure = page.locator(".sst-figure svg[role=img]").first
    assert len(figure.get_attribute("aria-label") or "") > 40
    assert figure.bounding_box()["width"] <= page.locator("article").bounding_box()["width"]  # type: ignore[index]


def test_search_finds_a_lesson_and_a_card(visit: Visit) -> None:
    """A card's title and a lesson's text; what is folded away on a card stays out."""
    page = visit("")
    page.locator(".md-search__input").click()
    page.keyboard.type("viooltjes", delay=20)
    expect(page.locator(".md-search-result__item").first).to_contain_text("viooltjes")


@pytest.mark.parametrize("address_", ["nergens/", "modules/nergens/diep/"])
def test_a_missing_page_leads_home_in_both_languages(visit: Visit, site: str, address_: str) -> None:
    """With its styles, at any depth."""
    page = visit(address_)
    expect(page.locator("h1")).to_contain_text("This page is not here")
    expect(page.locator("body")).to_have_css("--sst-paper", "#fbfaf7")
    page.click("article a[hreflang=en]")
    expect(page).to_have_url(f"{site}en/")


def test_the_policy_stops_a_script_that_was_not_built_in(visit: Visit) -> None:
    """An inline script that someone adds does not run."""
    page = visit("")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.added = 1'; document.head.append(s); }"
    )
    assert page.evaluate("window.added") is None


def test_a_block_of_code_can_be_copied(visit: Visit) -> None:
    """A button in the page's language puts the command on the clipboard and says so."""
    page = visit("en/cli/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(".sst-copy").first
    expect(button).to_have_text("Copy")
    page.evaluate("window.setTimeout = () => {}")  # the word stays, however slow the machine
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("sst ")
