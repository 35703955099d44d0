"""Cards to turn: sides, piles, shuffling, keys, paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sst_training.library import open_library
from sst_training.rng import seed_number, stream
from tests.browser.conftest import heard
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
LIBRARY = open_library()
PEOPLE = [card for card in LIBRARY.pioneers if card.retired is None]
TERMS = [card for card in LIBRARY.terms if card.retired is None]
VIEWS = sum(0 if card.private else len(card.positions) for card in PEOPLE)
CARD = ".sst-flip-card"


def ids() -> list[str]:
    """Every card's id."""
    views = [f"{card.id}/{at + 1}" for card in PEOPLE if not card.private for at in range(len(card.positions))]
    return [*(card.id for card in PEOPLE), *views, *(card.id for card in TERMS)]


@pytest.mark.parametrize(("lang", "where"), [("nl", ""), ("en", "en/")])
def test_a_term_turns_over(lang: str, where: str, visit: Visit) -> None:
    """The term first, its meaning when turned; and back again."""
    page = visit(f"{where}practice/cards/#deck=terms")
    expect(page.locator(CARD)).to_contain_text(TERMS[0].term[lang])
    expect(page.locator(CARD)).not_to_contain_text(TERMS[0].definition[lang])
    page.locator(f"{CARD} .sst-primary").click()
    expect(page.locator(CARD)).to_contain_text(TERMS[0].definition[lang])
    expect(page.locator(".sst-flip-other")).to_be_focused()
    page.locator(f"{CARD} .sst-button").first.click()
    expect(page.locator(CARD)).not_to_contain_text(TERMS[0].definition[lang])


def test_a_one_liner_is_called_retold_with_its_source(visit: Visit) -> None:
    """Nothing passes for a quotation: the back says whose, that it is retold, and where it can be looked up."""
    page = visit("practice/cards/#deck=oneliners")
    expect(page.locator(CARD)).to_contain_text(PEOPLE[0].turning_point["nl"])
    page.click("text=Draai om")
    expect(page.locator(CARD)).to_contain_text(PEOPLE[0].name)
    expect(page.locator(CARD)).to_contain_text("Naverteld in onze woorden. Bron: Van Empel")
    expect(page.locator(CARD)).to_contain_text("Onze les")


def test_the_decks_hold_everything(visit: Visit) -> None:
    """All cards, one-liners, terms; the choice stands in the address."""
    page = visit("practice/cards/")
    expect(page.locator(CARD)).to_contain_text(f"Kaart 1 van {len(PEOPLE) + VIEWS + len(TERMS)}")
    page.click("summary:has-text('Kiezen en schudden')")
    page.select_option("select[name=deck]", "oneliners")
    expect(page.locator(CARD)).to_contain_text(f"Kaart 1 van {len(PEOPLE) + VIEWS}")
    expect(page).to_have_url(re.compile("#deck=oneliners$"))
    page.select_option("select[name=first]", "back")
    expect(page.locator(CARD)).to_contain_text(PEOPLE[0].name)


def test_a_start_code_shuffles_the_same_way(visit: Visit) -> None:
    """As the Python twin of the generator does; without one the cards lie in order."""
    order = stream(seed_number("ochtend"), "cards").shuffle(ids())
    first = next(card for card in order if card.startswith("te-"))
    page = visit("practice/cards/#deck=terms&code=ochtend")
    expect(page.locator(CARD)).to_contain_text(next(card.term["nl"] for card in TERMS if card.id == first))
    page.click("summary:has-text('Kiezen en schudden')")
    page.click("button:has-text('Op volgorde')")
    expect(page.locator(CARD)).to_contain_text(TERMS[0].term["nl"])


def test_piles_are_kept_and_put_back(visit: Visit) -> None:
    """I know it, once more; there after coming back, gone when cleared."""
    page = visit("practice/cards/#deck=terms")
    page.click("text=Draai om")
    page.click(f"{CARD} >> text=Ken ik")
    expect(page.locator(CARD)).to_contain_text(TERMS[1].term["nl"])
    page.click("text=Draai om")
    page.click(f"{CARD} >> text=Nog eens")
    expect(page.locator(CARD)).to_contain_text(TERMS[2].term["nl"])
    page.goto("about:blank")
    page.go_back()
    page.reload()
    expect(page.locator("sst-cards")).to_contain_text("1 ken ik, 1 nog eens")
    page.click("summary:has-text('Kiezen en schudden')")
    page.select_option("select[name=pile]", "again")
    expect(page.locator(CARD)).to_contain_text("Kaart 1 van 1")
    expect(page.locator(CARD)).to_contain_text(TERMS[1].term["nl"])
    page.click("text=Leg alles terug")
    expect(page.locator(".sst-cover")).to_contain_text("Op deze stapel ligt niets.")
    page.click("text=Toon alle kaarten")
    expect(page.locator("sst-cards")).to_contain_text("0 ken ik, 0 nog eens")


def test_keys_turn_and_leaf(visit: Visit) -> None:
    """The space bar and the arrows, on the card; in a field they stay what they are."""
    page = visit("practice/cards/#deck=terms")
    page.focus(CARD)
    page.keyboard.press(" ")
    expect(page.locator(CARD)).to_contain_text(TERMS[0].definition["nl"])
    expect(page.locator(".sst-flip-other")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(CARD)).to_contain_text(TERMS[1].term["nl"])
    expect(page.locator(CARD)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(CARD)).to_contain_text("Kaart 1 van")
    expect(page.locator(CARD)).to_be_focused()
    page.click("summary:has-text('Kiezen en schudden')")
    page.fill("input[name=code]", "ab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("x")
    expect(page.locator("input[name=code]")).to_have_value("axb")


def test_the_end_of_a_pile_says_so(visit: Visit) -> None:
    """And begins again."""
    page = visit("practice/cards/#deck=terms")
    page.focus(CARD)
    for _ in TERMS:
        page.keyboard.press("ArrowRight")
    expect(page.locator(".sst-flip-done")).to_be_focused()
    page.click("text=Begin opnieuw")
    expect(page.locator(CARD)).to_contain_text("Kaart 1 van")


def test_a_pile_prints_with_both_sides(visit: Visit) -> None:
    """Front and back of every card, and nothing else."""
    page = visit("practice/cards/#deck=terms")
    page.emulate_media(media="print")
    expect(page.locator(".sst-flip-paper:visible")).to_have_count(len(TERMS))
    expect(page.locator(".sst-flip-paper").first).to_contain_text(TERMS[0].definition["nl"])
    expect(page.locator(CARD)).to_be_hidden()
    expect(page.locator("#zo-gebruik-je-de-kaarten")).to_be_hidden()


def test_nothing_is_fetched_while_turning(visit: Visit) -> None:
    """Once the page is there, no request, and nothing in the console."""
    page = visit("practice/cards/")
    told = heard(page)
    page.click("text=Draai om")
    page.click(f"{CARD} >> text=Ken ik")
    expect(page.locator(CARD)).to_contain_text("Kaart 2 van")
    page.click("text=Volgende >> nth=0")
    expect(page.locator(CARD)).to_contain_text("Kaart 3 van")
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
def test_every_state_is_accessible(scheme: str, viewport: dict[str, int], visit: Visit, axe: str) -> None:
    """Lying, turned, an empty pile; and nothing sticks out on a phone."""
    page = visit("en/practice/cards/", color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce")
    expect(page.locator(CARD)).to_be_visible()
    assert violations(page, axe) == []
    page.click("text=Turn it over")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    page.select_option("select[name=pile]", "known")
    expect(page.locator(".sst-cover")).to_be_visible()
    assert violations(page, axe) == []
