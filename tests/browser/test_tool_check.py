"""The closing knowledge check: thirty questions one by one, what was missed with its place, kept in this browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sst_training.draw.knowledge_check import Asked, knowledge_check
from sst_training.library import open_library
from tests.browser.conftest import heard, kept
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
CARDS = {card.id: card for card in open_library().questions}
ASKED = knowledge_check(CARDS.values(), "ochtend").questions
WHERE = {"nl": "modules/closing-check/", "en": "en/modules/closing-check/"}


def begin(page: Page, code: str = "ochtend") -> None:
    """Starts with a code, by key."""
    page.fill("input[name=code]", code)
    page.keyboard.press("Enter")
    expect(page.locator(".sst-check-asked h2")).to_be_focused()


def right(asked: Asked) -> int:
    """At which place, from 0, the right answer of a question is shown."""
    return next(at for at, option in enumerate(asked.options) if CARDS[asked.id].options[option].correct)


def answer(page: Page, at: int) -> None:
    """Chooses the answer at a place."""
    page.locator(".sst-check-answer > button").nth(at).click()


def onward(page: Page) -> None:
    """The first button below the answers: next, skip, or to the overview, where the keyboard goes along."""
    page.locator(".sst-check-asked .sst-row .sst-button").first.click()
    expect(page.locator(":is(.sst-check-asked, .sst-check-over) h2:focus")).to_be_visible()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_asks_what_the_start_code_deals(lang: str, visit: Visit) -> None:
    """The questions and their answers in the order of the Python twin, in the page's language."""
    page = visit(WHERE[lang])
    begin(page)
    for asked in ASKED[:3]:
        card = CARDS[asked.id]
        expect(page.locator(".sst-check-asked .sst-stem")).to_have_text(card.stem[lang])
        shown = page.locator(".sst-check-answer > button").all_inner_texts()
        assert [text.strip() for text in shown] == [card.options[option].text[lang] for option in asked.options]
        onward(page)


def test_an_answer_says_whether_and_why(visit: Visit) -> None:
    """Right or not in words, with its own feedback; the others can be opened too, and the first choice counts."""
    page = visit(WHERE["nl"])
    begin(page)
    asked = ASKED[0]
    wrong = (right(asked) + 1) % 4
    answer(page, wrong)
    chosen = page.locator(".sst-check-answer").nth(wrong)
    expect(chosen).to_contain_text("Dat is het niet.")
    expect(chosen).to_contain_text(CARDS[asked.id].options[asked.options[wrong]].feedback["nl"])
    expect(page.locator(".sst-check-answer p")).to_have_count(1)
    answer(page, right(asked))
    expect(page.locator(".sst-check-answer.sst-right")).to_contain_text("Dat klopt.")
    expect(chosen).to_contain_text("Dit koos je het eerst.")
    page.locator(".sst-button", has_text="Stop en bekijk").click()
    expect(page.locator(".sst-check-gaps > li")).to_have_count(1)


def test_all_thirty_and_what_was_missed(visit: Visit, site: str) -> None:
    """Every fifth wrong: six to read again, each with a link to a heading that is there; no pass, no fail."""
    page = visit(WHERE["nl"])
    begin(page)
    for at, asked in enumerate(ASKED):
        expect(page.locator(".sst-check-asked h2")).to_have_text(f"Vraag {at + 1} van 30")
        answer(page, right(asked) if at % 5 else (right(asked) + 2) % 4)
        onward(page)
    expect(page.locator(".sst-check-gaps > li")).to_have_count(6)
    told = page.locator("sst-check").inner_text()
    assert "niet slagen of zakken" in told
    assert not re.search(r"\d+ ?(%|procent|/ ?30| van de 30)", page.locator(".sst-check-over > p").first.inner_text())
    for link in page.locator(".sst-check-gaps .sst-where a").all():
        page.context.request.get(str(link.get_attribute("href")))
    first = page.locator(".sst-check-gaps .sst-where a").first
    expected = first.inner_text()
    taught = str(first.get_attribute("href"))
    assert taught.startswith(f"{site}modules/")
    first.click()
    expect(page).to_have_url(taught)
    expect(page.locator(f"h2#{taught.split('#')[1]}")).to_contain_text(expected)


def test_what_was_missed_comes_once_more(visit: Visit) -> None:
    """Only those; answered right they are no longer missed."""
    page = visit(WHERE["nl"])
    begin(page)
    for asked in ASKED[:3]:
        answer(page, (right(asked) + 1) % 4)
        onward(page)
    page.locator(".sst-button", has_text="Stop en bekijk").click()
    expect(page.locator("summary", has_text="Overgeslagen vragen: 27")).to_be_visible()
    page.locator(".sst-button", has_text="Nog eens wat je miste: 3").click()
    for at, asked in enumerate(ASKED[:3]):
        expect(page.locator(".sst-check-asked h2")).to_have_text(f"Vraag {at + 1} van 3")
        answer(page, right(asked))
        onward(page)
    expect(page.locator(".sst-check-over")).to_contain_text("koos je meteen wat klopt")


def test_it_goes_on_where_one_was_and_can_be_cleared(visit: Visit) -> None:
    """After leaving, at the first question without an answer; cleared, nothing is left."""
    page = visit(WHERE["nl"])
    begin(page)
    for asked in ASKED[:2]:
        answer(page, right(asked))
        onward(page)
    assert len(kept(page, "check")["first"]) == 2
    page.goto(page.url.split("#")[0])
    page.reload()
    page.locator(".sst-button", has_text="Ga verder bij vraag 3").click()
    expect(page.locator(".sst-check-asked .sst-stem")).to_have_text(CARDS[ASKED[2].id].stem["nl"])
    page.reload()
    page.locator(".sst-button", has_text="Wis mijn antwoorden").click()
    assert kept(page, "check") is None
    page.reload()
    expect(page.locator("input[name=code]")).to_be_visible()
    expect(page.locator(".sst-button", has_text="Ga verder")).to_have_count(0)


def test_a_code_in_the_address_is_ready_to_begin(visit: Visit) -> None:
    """A trainer's link; the code that was drawn stands in the address."""
    page = visit(WHERE["nl"] + "#code=ochtend")
    expect(page.locator("input[name=code]")).to_have_value("ochtend")
    page.keyboard.press("Tab")
    page.locator("form .sst-button").click()
    expect(page.locator(".sst-check-asked .sst-stem")).to_have_text(CARDS[ASKED[0].id].stem["nl"])
    expect(page).to_have_url(re.compile("#code=ochtend$"))


def test_a_code_that_cannot_be_is_said(visit: Visit) -> None:
    """In one line, and the questions that were there stay."""
    page = visit(WHERE["nl"])
    page.locator("input[name=code]").evaluate("(field) => field.removeAttribute('maxlength')")
    page.fill("input[name=code]", "x" * 201)
    page.keyboard.press("Enter")
    expect(page.locator(".sst-wrong-line")).to_contain_text("Deze startcode kan niet")


def test_keys_alone_are_enough(visit: Visit) -> None:
    """Begin, answer, next: the keyboard stands at the question each time."""
    page = visit(WHERE["en"])
    page.focus("input[name=code]")
    page.keyboard.type("ochtend")
    page.keyboard.press("Enter")
    expect(page.locator(".sst-check-asked h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".sst-check-answer p")).to_have_count(1)
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.locator(".sst-check-asked .sst-primary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sst-check-asked h2")).to_have_text("Question 2 of 30")
    expect(page.locator(".sst-check-asked h2")).to_be_focused()


def test_without_a_script_it_is_a_worksheet(visit: Visit) -> None:
    """The thirty questions of start code 1, each answer with its feedback in a fold, each with its heading."""
    page = visit(WHERE["nl"], java_script_enabled=False)
    asked = knowledge_check(CARDS.values(), "1").questions
    assert page.locator("sst-check .sst-question > h2").evaluate_all("(all) => all.map((h) => h.id)") == [
        one.id for one in asked
    ]
    expect(page.locator("sst-check .sst-where a")).to_have_count(30)
    option = page.locator(".sst-option").first
    option.locator("summary").click()
    expect(option.locator("p")).to_be_visible()


def test_on_paper_all_questions_without_answers(visit: Visit) -> None:
    """Of this start code; no feedback, no buttons. On the screen it is not there."""
    page = visit(WHERE["nl"])
    begin(page)
    answer(page, 0)
    expect(page.locator(".sst-check-worksheet")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".sst-check-worksheet > li:visible")).to_have_count(30)
    expect(page.locator(".sst-check-asked")).to_be_hidden()


def test_nothing_is_fetched_while_answering(visit: Visit) -> None:
    """Once the page is there, no request at all; and nothing in the console."""
    page = visit(WHERE["nl"])
    begin(page)
    told = heard(page)
    for asked in ASKED[:3]:
        answer(page, right(asked))
        onward(page)
    page.locator(".sst-button", has_text="Stop en bekijk").click()
    expect(page.locator(".sst-check-over")).to_be_visible()
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
def test_every_screen_is_accessible(scheme: str, viewport: dict[str, int], visit: Visit, axe: str) -> None:
    """Start, question, answered question, overview; and nothing sticks out on a phone."""
    page = visit(WHERE["en"], color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce")
    expect(page.locator("input[name=code]")).to_be_visible()
    assert violations(page, axe) == []
    begin(page)
    assert violations(page, axe) == []
    answer(page, 0)
    answer(page, 1)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    page.locator(".sst-button", has_text="Stop and see").click()
    assert violations(page, axe) == []
