"""The deck of exercises, twists and one-liners, read back."""

from __future__ import annotations

import re

import pytest

from sst_training.sheets.card_deck import KINDS, deck_pdf, exercise_card, oneliner_card, story_card, twist_card
from sst_training.sheets.typeset import typeset_with_warnings


@pytest.fixture(scope="module")
def deck(library, say):
    """The whole deck."""
    return deck_pdf(library, say)


def test_every_exercise_stands_on_its_card_whole(deck, library, say, pages):
    """Purpose, steps, questions and the trainer's note."""
    text = " ".join(pages(deck))
    for card in library.exercises:
        wanted = [card.title, card.purpose, *card.steps, card.debrief, *card.variations, card.trainer_note]
        assert [one for one in wanted if " ".join(say.text(one).split()) not in text] == []


def test_every_twist_and_person_has_a_card(deck, library, say, pages):
    """Twist with its way back; a person with turning point, lesson and positions."""
    text = " ".join(pages(deck))
    wanted = [one for card in library.twists if card.risk == "none" for one in (card.text, card.revert)]
    wanted += [one for card in library.pioneers for one in (card.turning_point, card.lesson)]
    wanted += [one.text for card in library.pioneers for one in card.positions]
    assert [say.text(one) for one in wanted if say.text(one) not in text] == []


def test_a_story_has_its_doubt_and_sources_behind_it(deck, library, say, pages):
    """What is told in front, what nobody can check behind, with the works by name."""
    text = " ".join(pages(deck))
    assert [
        one for card in library.stories for one in (card.told, card.doubt, card.asks) if say.text(one) not in text
    ] == []
    works = {work.id: work.authors for work in library.references}
    for card in library.stories:
        assert all(works[ref] in str(story_card(card, library, say)["back"]) for ref in card.source.ref)


def test_a_position_names_its_work(library, say):
    """By authors and year, not by the id the work has in our files."""
    works = {work.id: work for work in library.references}
    for card in library.pioneers:
        lines = oneliner_card(card, library, say)["back"]["positions"][1]
        for one, line in zip(card.positions, lines, strict=True):
            assert works[one.ref].authors in line
            assert one.ref not in line


def test_back_of_a_twist_says_nothing(library, dutch):
    """It lies face down on the table."""
    card = library.twists[0]
    assert dutch.text(card.title) not in str(twist_card(card, dutch)["back"])


def test_fronts_and_backs_take_turns(deck, library, say, pages):
    """Each sheet of exercises has the steps in front and the debrief behind."""
    read = pages(deck)
    for i, card in enumerate(one for one in library.exercises if one.retired is None):
        front, back = read[i // 2 * 2], read[i // 2 * 2 + 1]
        assert " ".join(say.text(card.steps[0]).split()) in front
        assert say.text(card.debrief) in back


def test_an_exercise_card_says_whom_it_is_for(library, say):
    """Answers and slips for one reader stand on it, on either face."""
    for card in library.exercises:
        faces = exercise_card(card, library, say)
        assert {faces[face]["over"] for face in ("front", "back")} == {say("print.deck.exercise")}


def test_no_exercise_card_is_set_smaller_than_ten_points(library, say, told):
    """The columns are as wide as what stands in them asks for."""
    boxes = told("pdftotext", deck_pdf(library, say, kinds=["exercise"]), "-bbox")
    ten = 13.2  # how high a word of ten points is, from ascender to descender
    most = 25  # words of a card that may be smaller: its head
    for page in boxes.split("<page ")[1:]:
        heights = [float(b) - float(a) for a, b in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', page)]
        assert min(height for height in heights if heights.count(height) > most) > ten


def test_one_kind_alone(library, dutch, pages):
    """`--kind twist` leaves the rest out."""
    text = " ".join(pages(deck_pdf(library, dutch, kinds=["twist"])))
    assert dutch.text(library.twists[0].title) in text
    assert dutch.text(library.exercises[0].title) not in text


@pytest.mark.parametrize("large", [False, True])
def test_typesetter_has_no_remarks(large, library, say):
    """In ordinary and in large print."""
    cards = {
        "exercise": [exercise_card(card, library, say) for card in library.exercises],
        "twist": [twist_card(card, say) for card in library.twists],
        "oneliner": [oneliner_card(card, library, say) for card in library.pioneers]
        + [story_card(card, library, say) for card in library.stories],
    }
    assert typeset_with_warnings("cards", {"title": "x", "large": large, "cards": cards}, say.lang)[1] == []
    assert tuple(cards) == KINDS
