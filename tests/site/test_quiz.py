"""The questions as a whole: enough of them, fairly laid out, each with the heading that teaches it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.model.course import Question
from sst_training.pages import quiz
from sst_training.pages.headings import sections
from sst_training.pages.hook import read_facts, sources
from sst_training.pages.site import Site, href, module_source

LANGUAGES = ("nl", "en")
LIBRARY = open_library()
LIVE = [card for card in LIBRARY.questions if card.retired is None]
MODULES: dict[str, list[Question]] = defaultdict(list)
for _card in LIVE:
    MODULES[_card.module].append(_card)


def place(card: Question) -> int:
    """Where the right answer stands, from 0."""
    return next(i for i, option in enumerate(card.options) if option.correct)


def test_there_are_enough_questions() -> None:
    """120 at least, and six a module."""
    assert len(LIVE) >= 120
    assert {module.id: len(MODULES[module.id]) for module in LIBRARY.modules if len(MODULES[module.id]) < 6} == {}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_right_answers_stand_everywhere_alike(module: str) -> None:
    """In each module every place has its share, but for one at most."""
    cards = MODULES[module]
    assert {len(card.options) for card in cards} == {4}
    found = Counter(map(place, cards))
    share = len(cards) // 4
    assert all(share <= found[i] <= -(-len(cards) // 4) for i in range(4)), found


def test_right_answers_stand_everywhere_alike_in_all() -> None:
    """No place is above or below a quarter by more than a tenth of it."""
    found = Counter(map(place, LIVE))
    assert all(abs(found[i] * 4 / len(LIVE) - 1) <= 0.1 for i in range(4)), found


def by_length(cards: list[Question], lang: str) -> list[float]:
    """How often the right answer is the shortest, the second, the third, the longest; those alike share a place."""
    held = [0.0] * 4
    for card in cards:
        lengths = [len(option.text[lang]) for option in card.options]
        right = lengths[place(card)]
        shorter, alike = sum(length < right for length in lengths), lengths.count(right)
        for rank in range(shorter, shorter + alike):
            held[rank] += 1 / alike
    return held


@pytest.mark.parametrize("lang", LANGUAGES)
def test_length_gives_nothing_away(lang: str) -> None:
    """Who always takes the longest answer is right in 20 to 30 of 100 questions, and so for each other length.

    Neither `the longest` nor `never the longest` is then worth learning. Chance alone gives 21 to 29 in two of three
    sets of this size (one standard deviation of 131 draws at a quarter is 5).
    """
    held = by_length(LIVE, lang)
    assert all(0.2 * len(LIVE) <= found <= 0.3 * len(LIVE) for found in held), held


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_module_has_one_length_of_right_answer(lang: str) -> None:
    """In no module more than half of the right answers are the longest, or the shortest, or in between."""
    found = {module: by_length(cards, lang) for module, cards in MODULES.items()}
    assert {module: held for module, held in found.items() if max(held) > len(MODULES[module]) / 2} == {}


def test_every_answer_teaches() -> None:
    """Feedback with every option, in every language, of more than a word or two."""
    said = [(card.id, option.feedback[lang]) for card in LIVE for option in card.options for lang in LANGUAGES]
    assert [card for card, feedback in said if len(feedback.split()) < 4] == []


def client_lines(cards: list[Question]) -> Iterator[Question]:
    """The questions whose stem is a client's line, with four replies to choose from."""
    for card in cards:
        stem = card.stem["nl"]
        quoted = all(option.text[lang].startswith("‘") for option in card.options for lang in LANGUAGES)
        if "‘" in stem and ("cliënt" in stem or "antwoord" in stem) and quoted:
            yield card


def test_every_module_asks_for_a_reply() -> None:
    """A client says something; what do you say?"""
    assert [module for module, cards in MODULES.items() if not list(client_lines(cards))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_is_taught_somewhere(lang: str) -> None:
    """The section of each question exists, and is one that explains: not the works to read further."""
    root = Path(__file__).resolve().parents[2] / "docs" / lang
    slugs = {module.id: module.slug for module in LIBRARY.modules}
    for card in LIVE:
        found = sections((root / module_source(slugs[card.module])).read_text(encoding="utf-8"))
        assert card.section < len(found), card.id


def test_a_question_links_to_its_heading() -> None:
    """On the page of its module as an anchor, elsewhere with the way there."""
    root = Path(__file__).resolve().parents[2] / "docs" / "nl"
    pages = {name: read_facts(path) for name, path in sources(root).items() if path.suffix == ".md"}
    site = Site(LIBRARY, phrases_for("nl"), pages)
    card = next(card for card in LIVE if card.id == "qu-001")
    found = quiz.taught(site, card)
    assert found is not None
    assert f'href="#{found[1].anchor}"' in quiz.question(site, 1, card, found[0])
    assert href("modules/closing-check.md", *found[:1], found[1].anchor) in quiz.question(
        site, 1, card, "modules/closing-check.md"
    )
