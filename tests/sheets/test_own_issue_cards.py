"""Own-issue cards and sheets, read back."""

from __future__ import annotations

import re

import pytest

from sst_training.draw.own_issue import draw_own_issue
from sst_training.library.locales import phrases_for
from sst_training.sheets.own_issue_cards import OwnIssueCard, dealt_over, own_issue_data, own_issue_pdf
from sst_training.sheets.own_issue_sheets import client_sheet, observer_sheet, safeguards, therapist_sheet
from sst_training.sheets.typeset import typeset, typeset_with_warnings

A4 = (595.276, 841.89)
CARD = (99 / 25.4 * 72, 142 / 25.4 * 72)


@pytest.fixture
def drawn(library):
    """Fifteen opening lines and a spare card."""
    return draw_own_issue(library, 5, 15)


@pytest.fixture
def cards(drawn, library):
    """Five cards, each with a spare card of its own."""
    spare = [card for card in library.scenarios if card.level == 1 and card.risk == "none"]
    made = dealt_over(drawn.prompts, drawn.fallback)
    return [OwnIssueCard(card.prompts, spare[i % len(spare)]) for i, card in enumerate(made)]


def quarter(text: str, told, pdf: bytes, page: int) -> tuple[int, int]:
    """The column and row of the card on which a text's first words stand."""
    boxes = told("pdftotext", pdf, "-bbox", "-f", str(page), "-l", str(page))
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<', boxes)
    first = re.findall(r"\S+", text.replace("'", "&apos;"))[:3]
    for i in range(len(words)):
        if [word[2].replace("'", "&apos;") for word in words[i : i + 3]] == first:
            return int(float(words[i][0]) > A4[0] / 2), int(float(words[i][1]) > A4[1] / 2)
    raise AssertionError(text)


def test_back_lies_behind_its_front(cards, dutch, told):
    """Columns mirrored: a card left in front is right behind, in the same row."""
    made = own_issue_pdf(cards, dutch)
    for card in cards[:4]:
        column, row = quarter(dutch.text(card.prompts[0].text), told, made, 1)
        assert quarter(dutch.text(card.fallback.situation), told, made, 2) == (1 - column, row)


def test_lone_card_has_its_spare_card_behind_it(cards, dutch, told):
    """The fifth card is alone on its sheet."""
    made = own_issue_pdf(cards, dutch)
    assert quarter(dutch.text(cards[4].prompts[0].text), told, made, 3) == (0, 0)
    assert quarter(dutch.text(cards[4].fallback.situation), told, made, 4) == (1, 0)


def test_cards_are_of_their_size(cards, dutch, told):
    """No word nearer to a cut than 5 mm."""
    boxes = told("pdftotext", own_issue_pdf(cards, dutch), "-bbox", "-f", "1", "-l", "2")
    left, top = (A4[0] - 2 * CARD[0]) / 2, (A4[1] - 2 * CARD[1]) / 2
    for x0, y0, x1, y1 in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes):
        column, row = (float(x0) - left) // CARD[0], (float(y0) - top) // CARD[1]
        assert float(x1) < left + (column + 1) * CARD[0] - 14
        assert float(y1) < top + (row + 1) * CARD[1] - 14


def test_front_has_lines_questions_and_the_way_out(cards, say, pages):
    """Each opening line with its three questions, and: turn the card, nobody asks."""
    page = pages(own_issue_pdf(cards, say))[0]
    wanted = [
        say.text(text) for card in cards[:4] for prompt in card.prompts for text in (prompt.text, *prompt.narrowing)
    ]
    assert [text for text in [*wanted, say("own_issue.choose")] if text not in page] == []


def test_table_card_has_every_agreement_on_a_leaf_of_its_own(cards, say, pages):
    """Read aloud once; on a right-hand page."""
    read = pages(own_issue_pdf(cards, say))
    at = next(i for i, page in enumerate(read) if say("own_issue.opt_out") in page)
    assert at % 2 == 0
    assert [rule for rule in safeguards(say) if rule not in read[at]] == []


@pytest.mark.parametrize("large", [False, True])
def test_typesetter_has_no_remarks(large, cards, say):
    """Neither in ordinary nor in large print."""
    data = own_issue_data(cards, say, with_table_card=True, large=large)
    assert typeset_with_warnings("own-issue", data, say.lang)[1] == []


def test_therapist_and_observer_cannot_tell_what_was_chosen(library, drawn, say, pages, shared):
    """Their sheets know neither opening lines nor spare card, so they are the same whichever is chosen."""
    task = next(card for card in library.observer_tasks if card.skill == "focus")
    sheets = [
        therapist_sheet("focus", 22, library.instrument, say),
        observer_sheet("focus", 22, task, library.instrument, say),
    ]
    text = " ".join(pages(typeset("sheets", {"title": "x", "sheets": sheets}, say.lang)))
    hidden = [prompt.text for prompt in drawn.prompts] + list(drawn.fallback.client_only) + [drawn.fallback.door_note]
    assert [one for one in hidden if shared(text, say.text(one))] == []


def test_client_leaf_has_the_spare_card_whole_on_its_back(drawn, say, pages):
    """Front: opening lines. Back: everything needed to play."""
    sheet = client_sheet(drawn.prompts[:3], drawn.fallback, 22, say)
    front, back = pages(typeset("sheets", {"title": "x", "sheets": [sheet]}, say.lang))
    assert say.text(drawn.prompts[0].text) in front
    card = drawn.fallback
    played = [card.opening_line, card.situation, card.best_hope, card.enough, card.tried, card.resources]
    played += [part.text for part in (*card.disclosure, *card.elicits)]
    assert [text for text in played if say.text(text) not in back] == []
    assert say.text(card.situation) not in front


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_both_faces_of_a_card_have_the_same_head(paper, cards, say, pages):
    """Whoever sits opposite cannot tell which of the two is read."""
    head = f"{say('own_issue.card')} {say('own_issue.flat')}"
    read = pages(own_issue_pdf(cards, say, paper=paper))[: 2 * len(cards) if paper == "a5" else 4]
    assert [page.count(head) for page in read] == ([1] * 10 if paper == "a5" else [4, 4, 1, 1])
    assert [page for page in read if say("own_issue.title") in page] == []


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("large", [False, True])
def test_every_leaf_of_the_client_has_both_choices(large, paper, library, drawn, say, pages):
    """Own lines in front, the spare card behind, on each leaf and under one title: no leaf on top tells the choice."""
    for card in (one for one in library.scenarios if one.solo):
        sheet = client_sheet(drawn.prompts[:3], card, 22, say)
        data = {"title": "x", "large": large, "paper": paper, "sheets": [sheet]}
        read = pages(typeset("sheets", data, say.lang))
        fronts, backs = read[::2], read[1::2]
        assert len(fronts) == len(backs)
        assert say("own_issue.card") in fronts[0]
        assert fronts[0].split(say("own_issue.flat"))[0] == backs[0].split(say("own_issue.flat"))[0]
        assert [prompt for prompt in drawn.prompts[:3] if say.text(prompt.text) not in " ".join(fronts)] == []
        spare = [card.opening_line, card.situation, *(part.text for part in (*card.disclosure, *card.elicits))]
        assert [text for text in spare if say.text(text) not in " ".join(backs)] == []
        assert [text for text in spare if say.text(text) in " ".join(fronts)] == []


def test_the_practitioner_asks_the_client_for_the_number(library, dutch):
    """Nobody takes it for a number of their own."""
    close = therapist_sheet("focus", 22, library.instrument, dutch)["parts"][-1]["text"]
    assert close.startswith("Vraag de cliënt")


def test_observer_of_an_own_issue_gets_no_lines_to_write_on(library, dutch):
    """Nothing about the issue is put on paper."""
    task = next(card for card in library.observer_tasks if card.skill == "focus")
    sheet = observer_sheet("focus", 22, task, library.instrument, dutch)
    assert "write" not in [part["kind"] for part in sheet["parts"]]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_spare_card_tells_nothing_of_what_was_said_so_far(lang, library):
    """The practitioner's sheet does not have it, so it would give away that the spare card was chosen."""
    say = phrases_for(lang)
    spares = [card for card in library.scenarios if card.solo and card.so_far is not None]
    assert spares
    for card in spares:
        sheets = (
            client_sheet(library.prompts[:3], card, 20, say),
            own_issue_data(dealt_over(library.prompts[:3], card), say, with_table_card=False, large=False),
        )
        for sheet in sheets:
            assert say.text(card.so_far) not in repr(sheet)
            assert say.text(card.situation) in repr(sheet)
