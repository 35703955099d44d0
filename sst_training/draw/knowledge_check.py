"""The closing knowledge check: thirty questions dealt over the modules from a start code.

The modules are dealt like cards: each comes once before any comes again, so that with sixteen modules every one is
asked about, and none more than twice. The questions of a module and the order of a question's answers have streams
of their own: a question added to one module leaves the others as they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

from sst_training.draw.deck import deal
from sst_training.model.course import Question
from sst_training.rng import ALGORITHM, seed_number, stream

COUNT: Final = 30


class Asked(msgspec.Struct, frozen=True):
    """A question as it is asked: `options` are the places of its answers on the card (from 0), in the order shown."""

    id: str
    module: str
    options: tuple[int, ...]


class KnowledgeCheck(msgspec.Struct, frozen=True):
    """What one start code asks, in the order of asking."""

    kind: str
    algorithm: str
    seed: str
    questions: tuple[Asked, ...]


def deal_questions(questions: Iterable[Question], seed: int, count: int = COUNT) -> list[Asked]:
    """`count` questions, or all there are; retired ones are left out."""
    held: dict[str, dict[str, Question]] = {}
    for card in questions:
        if card.retired is None:
            held.setdefault(card.module, {})[card.id] = card
    order = spread({module: len(cards) for module, cards in held.items()}, count, seed)
    quota = Counter(order)
    dealt = {module: iter(deal(held[module], quota[module], stream(seed, f"check/{module}"))) for module in quota}
    return [ask(held[module][next(dealt[module])], seed) for module in order]


def spread(sizes: dict[str, int], count: int, seed: int) -> list[str]:
    """The module of each question: dealt round after round, a module as often as it has questions at most."""
    left = dict(sizes)
    chance = stream(seed, "check")
    order: list[str] = []
    while left and len(order) < count:
        order += chance.shuffle(left)[: count - len(order)]
        left = {module: size - 1 for module, size in left.items() if size > 1}
    return order


def ask(card: Question, seed: int) -> Asked:
    """The card with its answers in an order of their own."""
    places = stream(seed, f"check/{card.id}").shuffle(range(len(card.options)))
    return Asked(card.id, card.module, tuple(places))


def knowledge_check(questions: Iterable[Question], seed: str, count: int = COUNT) -> KnowledgeCheck:
    """What a start code asks. Raises ValueError for a seed that is none."""
    shown = seed.strip(" \t\r\n")
    return KnowledgeCheck("check", ALGORITHM, shown, tuple(deal_questions(questions, seed_number(seed), count)))
