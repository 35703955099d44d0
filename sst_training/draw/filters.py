"""Choosing which cards may be dealt, and saying which filter left none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sst_training.errors import CannotDraw

C = TypeVar("C")


def passing(cards: Iterable[C], filters: Mapping[str, tuple[object, Callable[[C], bool]]]) -> list[C]:
    """The cards that pass every filter.

    filters: name → (the value asked for, the test). Raises CannotDraw naming the first filter that
    leaves nothing by itself, or else the one without which most cards would be left.
    """
    pool = list(cards)
    left = [card for card in pool if all(test(card) for _, test in filters.values())]
    if left or not filters:
        return left

    def without(name: str) -> int:
        others = [test for other, (_, test) in filters.items() if other != name]
        return sum(all(test(card) for test in others) for card in pool)

    alone = (name for name, (_, test) in filters.items() if not any(test(card) for card in pool))
    name = next(alone, None) or max(filters, key=without)
    asked = " ".join(f"--{other} {value}" for other, (value, _) in filters.items())
    raise CannotDraw(filter=f"--{name} {filters[name][0]}", asked=asked, without=without(name))
