"""The quiz of a module and the reading aids: what a script adds, kept in this browser alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from sst_training.library import open_library
from tests.browser.conftest import kept

Visit = Callable[..., Page]
LESSON = "modules/history/"
ASKED = [card for card in open_library().questions if card.module == "m03" and card.retired is None]
FOOT = ".sst-quiz-foot"


def lesson(visit: Visit) -> Page:
    """A module with its quiz, which counts from here on."""
    page = visit(LESSON)
    expect(page.locator(FOOT)).to_be_visible()
    return page


def wrong(page: Page, at: int) -> None:
    """Chooses a wrong answer first."""
    page.locator(".sst-question").nth(at).locator(".sst-wrong summary").first.click()


def right(page: Page, at: int) -> None:
    """Chooses the right answer."""
    page.locator(".sst-question").nth(at).locator(".sst-right summary").click()


def mark(page: Page, at: int) -> Locator:
    """How a question went."""
    return page.locator(".sst-question").nth(at).locator(".sst-went")


def test_the_first_answer_counts(visit: Visit) -> None:
    """Marked on the question; a second answer opens its feedback and changes nothing."""
    page = lesson(visit)
    wrong(page, 0)
    right(page, 0)
    right(page, 1)
    expect(mark(page, 0)).to_have_text("nog eens bekijken")
    expect(mark(page, 1)).to_have_text("in één keer goed")
    expect(page.locator(f"{FOOT} [role=status]")).to_have_text(
        f"2 van de {len(ASKED)} vragen beantwoord, 1 in één keer goed."
    )


def test_what_was_missed_comes_once_more(visit: Visit) -> None:
    """Only the missed ones, closed again; answered right they are known."""
    page = lesson(visit)
    wrong(page, 0)
    right(page, 1)
    wrong(page, 2)
    page.locator(FOOT).locator("text=Nog eens wat je miste: 2").click()
    shown = page.locator(".sst-question:visible")
    expect(shown).to_have_count(2)
    expect(shown.first.locator("h3")).to_be_focused()
    expect(shown.locator("details[open]")).to_have_count(0)
    right(page, 0)
    expect(mark(page, 0)).to_have_text("in één keer goed")
    page.locator(FOOT).locator("text=Alle vragen").click()
    expect(page.locator(".sst-question:visible")).to_have_count(len(ASKED))


def test_answers_stay_in_this_browser_until_cleared(visit: Visit) -> None:
    """There after coming back, in the other language too; cleared they are gone."""
    page = lesson(visit)
    right(page, 1)
    assert len(kept(page, "quiz/m03")) == 1
    page.goto(page.url.replace("modules", "en/modules"))
    expect(mark(page, 1)).to_have_text("right first time")
    page.locator(FOOT).locator("text=Clear my answers").click()
    expect(mark(page, 1)).to_be_hidden()
    assert kept(page, "quiz/m03") is None
    page.reload()
    expect(page.locator(f"{FOOT} [role=status]")).to_have_text("Nothing answered yet.")


def test_a_question_says_where_to_read_again(visit: Visit) -> None:
    """A link to a heading on this page, also without a script."""
    page = visit(LESSON, java_script_enabled=False)
    for link in page.locator(".sst-where a").all():
        anchor = str(link.get_attribute("href")).removeprefix("#")
        expect(page.locator(f"h2[id='{anchor}']")).to_have_count(1)


def test_you_are_here_without_a_script(visit: Visit) -> None:
    """The place in the course, ten minutes, and the time; no dead box to tick."""
    page = visit(LESSON, java_script_enabled=False)
    expect(page.locator(".sst-place")).to_contain_text("Je bent hier: 4 van 16")
    expect(page.locator(".sst-ten a")).to_have_count(2)
    expect(page.locator(".sst-minutes")).to_be_visible()
    expect(page.locator(".sst-read")).to_be_hidden()


def test_ten_minutes_leads_to_what_fits(visit: Visit) -> None:
    """To the key points, and to the part to do alone."""
    page = visit(LESSON)
    page.locator(".sst-ten a").last.click()
    expect(page).to_have_url(re.compile("#probeer-het-nu$"))
    expect(page.locator("#probeer-het-nu + p")).to_contain_text("Alleen, vijf minuten")


def test_minutes_are_told_when_asked(visit: Visit) -> None:
    """Not at sight; a trainer sees them at once."""
    page = visit(LESSON)
    expect(page.locator(".sst-how-long p")).to_be_hidden()
    page.click(".sst-how-long summary")
    expect(page.locator(".sst-how-long p")).to_contain_text("60 minuten")
    page.click("#sst-trainer-switch")
    expect(page.locator(".sst-how-long")).to_be_hidden()
    expect(page.locator(".sst-minutes")).to_be_visible()


def test_a_tick_shows_in_the_navigation_and_on_the_cards(visit: Visit) -> None:
    """Ticked at the foot of the page; there on every page of the course, and taken away again."""
    page = visit(LESSON, viewport={"width": 1400, "height": 900})
    page.locator(".sst-read input").check()
    ticked = page.locator(".md-sidebar--primary .md-nav__link:has(.sst-read-tick)")
    expect(ticked).to_have_count(1)
    expect(ticked).to_contain_text("Geschiedenis")
    assert kept(page, "course")["read"] == ["m03"]
    page.goto(page.url.replace("history/", ""))
    expect(page.locator(".sst-modules .sst-card:has(.sst-read-tick)")).to_have_count(1)
    page.goto(page.url + "history/")
    expect(page.locator(".sst-read input")).to_be_checked()
    expect(page.locator(".sst-trail i.read")).to_have_count(1)
    page.locator(".sst-read input").uncheck()
    expect(page.locator(".md-nav__link .sst-read-tick")).to_have_count(0)


def test_go_on_where_you_were(visit: Visit, site: str) -> None:
    """On the home page and the modules page: the one that was open last, or the next one not read."""
    page = visit("")
    assert kept(page, "course") is None
    expect(page.locator(".sst-go-on")).to_be_hidden()
    page.goto(site + LESSON)
    expect(page.locator(".sst-read input")).to_be_visible()
    page.goto(site)
    expect(page.locator(".sst-go-on a")).to_have_text("Verder waar je was: Geschiedenis")
    page.locator(".sst-go-on a").click()
    expect(page).to_have_url(site + LESSON)
    page.locator(".sst-read input").check()
    assert kept(page, "course")["read"] == ["m03"]
    page.goto(f"{site}en/modules/")
    expect(page.locator(".sst-go-on a")).to_have_text("Not read yet: The evidence, honestly")
    expect(page.locator(".sst-go-on")).to_contain_text("1 of 16 modules read.")
    page.locator(".sst-go-on button").click()
    expect(page.locator(".sst-go-on")).to_have_text("Your ticks are gone.")
    assert kept(page, "course") is None
    page.goto(site)
    assert kept(page, "course") is None
    expect(page.locator(".sst-go-on")).to_be_hidden()


@pytest.mark.parametrize("where", [LESSON, ""])
def test_a_shared_device_keeps_nothing(where: str, visit: Visit, site: str) -> None:
    """The tick and the answers go with the page, and the page says so."""
    page = visit(LESSON)
    page.evaluate("sessionStorage.setItem('sst.shared', 'yes')")
    page.reload()
    expect(page.locator(".sst-read")).to_contain_text("Op dit apparaat wordt niets bewaard")
    expect(page.locator(FOOT)).to_contain_text("Op dit apparaat wordt niets bewaard")
    page.locator(".sst-read input").check()
    right(page, 0)
    page.goto(site + where)
    assert (kept(page, "course") or {}).get("read", []) == []
    expect(page.locator(".sst-read-tick")).to_have_count(0)
    expect(page.locator(".sst-went:visible")).to_have_count(0)
