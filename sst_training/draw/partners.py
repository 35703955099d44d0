"""Who sits with whom: improves a plan of groups by swapping two people at a time.

Annealing with whole numbers only, so that the same plan comes out on every machine. The tool that made the
rotation tables uses it, and a day that goes on without someone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from sst_training.rng import SplitMix64

Plan = list[list[list[int]]]
"""Rounds of groups of people."""

Together = list[list[int]]
"""How often two people share a group; both indices are people's numbers."""


def together(rounds: Iterable[Sequence[Sequence[int]]], people: int) -> Together:
    """How often each two of the people 1 to `people` share a group."""
    count = [[0] * (people + 1) for _ in range(people + 1)]
    for groups in rounds:
        for group in groups:
            for a, b in combinations(group, 2):
                count[a][b] += 1
                count[b][a] += 1
    return count


def price(times: int) -> int:
    """What one more meeting costs a pair that met so often: the first repeat of a pair weighs most."""
    return 10 + times if times else 0


PRICES = tuple(price(times) for times in range(64))


def cost_of(count: Together) -> int:
    """The price of all repeats; 0 when no pair meets twice."""
    return sum(sum(PRICES[:times]) for i, row in enumerate(count) for times in row[:i])


def improve(
    plan: Plan,
    count: Together,
    chance: SplitMix64,
    moves: int,
    kept_apart: Callable[[int, int, int], int] | None = None,
) -> int:
    """Swaps people within a round until no pair repeats or the moves are used up; the cost that is left.

    `plan` is changed in place and left at the best that was found; `count` holds the meetings of this plan and of
    any rounds before it. `kept_apart(round index, a, b)` is an extra price for two people in one group.
    """
    extra = kept_apart or (lambda _round, _a, _b: 0)
    cost = cost_of(count) + sum(
        extra(r, a, b) for r, groups in enumerate(plan) for group in groups for a, b in combinations(group, 2)
    )
    best, kept = cost, [[group[:] for group in groups] for groups in plan]
    below = chance.below
    for move in range(moves):
        if best == 0:
            break
        r = below(len(plan))
        groups = plan[r]
        if len(groups) < 2:
            continue
        i, j = below(len(groups)), below(len(groups) - 1)
        j += j >= i
        one, other = groups[i], groups[j]
        x, y = below(len(one)), below(len(other))
        a, b = one[x], other[y]
        row_a, row_b = count[a], count[b]
        change = 0
        for person in one:
            if person != a:
                change += PRICES[row_b[person]] - PRICES[row_a[person] - 1]
        for person in other:
            if person != b:
                change += PRICES[row_a[person]] - PRICES[row_b[person] - 1]
        if kept_apart is not None:
            change += sum(extra(r, b, person) - extra(r, a, person) for person in one if person != a)
            change += sum(extra(r, a, person) - extra(r, b, person) for person in other if person != b)
        worse = change > 0 and (change > 12 or below(moves) > (moves - move) >> 5)
        if worse:
            continue
        for person in one:
            if person != a:
                _met(count, a, person, -1)
                _met(count, b, person, 1)
        for person in other:
            if person != b:
                _met(count, b, person, -1)
                _met(count, a, person, 1)
        one[x], other[y] = b, a
        cost += change
        if cost < best:
            best, kept = cost, [[group[:] for group in groups] for groups in plan]
    _go_back(plan, kept, count)
    return best


def _met(count: Together, a: int, b: int, times: int) -> None:
    """Adds meetings of two people."""
    count[a][b] += times
    count[b][a] += times


def _go_back(plan: Plan, kept: Plan, count: Together) -> None:
    """Puts the best plan back, and its meetings."""
    for groups, before in zip(plan, kept, strict=True):
        for now, was, sign in ((groups, before, -1), (groups, before, 1)):
            for group in now if sign < 0 else was:
                for a, b in combinations(group, 2):
                    _met(count, a, b, sign)
        groups[:] = [group[:] for group in before]
