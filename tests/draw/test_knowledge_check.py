"""The closing knowledge check: thirty questions, fairly over the modules, the same for the same start code."""

from collections import Counter

import msgspec
import pytest

from sst_training.draw.knowledge_check import COUNT, deal_questions, knowledge_check
from sst_training.library import open_library

QUESTIONS = open_library().questions
CARDS = {card.id: card for card in QUESTIONS}
SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_thirty_questions_over_all_modules(seed):
    """Each module once or twice, no question twice, each with all its answers."""
    asked = deal_questions(QUESTIONS, seed)

    assert len(asked) == COUNT
    assert len({one.id for one in asked}) == COUNT
    counts = Counter(one.module for one in asked)
    assert set(counts) == {card.module for card in QUESTIONS}
    assert set(counts.values()) <= {1, 2}
    assert all(sorted(one.options) == list(range(len(CARDS[one.id].options))) for one in asked)
    assert all(CARDS[one.id].module == one.module for one in asked)


def test_every_question_and_every_place_comes_up():
    """Over many start codes no question is forgotten, and the right answer stands everywhere about as often."""
    asked = [one for seed in range(600) for one in deal_questions(QUESTIONS, seed)]
    places = Counter(
        next(i for i, option in enumerate(one.options) if CARDS[one.id].options[option].correct) for one in asked
    )

    assert {one.id for one in asked} == {card.id for card in QUESTIONS if card.retired is None}
    assert all(abs(places[i] / len(asked) - 0.25) < 0.02 for i in range(4)), places


def test_a_module_with_more_questions_is_not_asked_more():
    """The share of a module does not grow with its cards."""
    asked = Counter(one.module for seed in range(400) for one in deal_questions(QUESTIONS, seed))

    assert max(asked.values()) / min(asked.values()) < 1.1


def test_a_question_added_to_one_module_leaves_the_others():
    """The other modules ask what they asked, in the same places."""
    more = msgspec.structs.replace(CARDS["qu-001"], id="qu-999")
    before = {one.id: one for one in deal_questions(QUESTIONS, 7) if one.module != more.module}
    after = {one.id: one for one in deal_questions((*QUESTIONS, more), 7) if one.module != more.module}

    assert before == after


def test_few_questions_are_all_asked():
    """A module is asked as often as it has questions, whatever the count."""
    few = [card for card in QUESTIONS if card.module in ("m01", "m02")][:12]
    asked = deal_questions(few, 3)

    assert {one.id for one in asked} == {card.id for card in few}


def test_a_retired_question_is_not_asked():
    """Even when it is the only one of its module."""
    gone = [msgspec.structs.replace(card, retired="doubled") for card in QUESTIONS if card.module == "m05"]
    kept = [card for card in QUESTIONS if card.module != "m05"]

    assert "m05" not in {one.module for one in deal_questions([*gone, *kept], 1)}


def test_a_start_code_is_trimmed_and_shown():
    """The same code with space around it is the same; nothing at all is none."""
    assert knowledge_check(QUESTIONS, " ochtend\n") == knowledge_check(QUESTIONS, "ochtend")
    assert knowledge_check(QUESTIONS, " ochtend\n").seed == "ochtend"
    with pytest.raises(ValueError, match="0"):
        knowledge_check(QUESTIONS, "  ")
