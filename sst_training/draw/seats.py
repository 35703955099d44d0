"""Who is therapist, client and observer: fair over each three rounds, and over the day.

A group comes out as its members in the order of their seats: therapist, client, observers.
Where three rounds hold triads only, of the same people, each is in every seat once: people and triads make a
3-regular bipartite graph, which always splits into three perfect matchings (König 1916). Elsewhere two people
of a group change seats for as long as that evens things out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sst_training.rng import SplitMix64

BLOCK: Final = 3
"""Rounds in which everyone should have had every seat."""

SEATS: Final = 3
MOVES: Final = 6_000

Groups = Sequence[Sequence[int]]
Seated = list[list[list[int]]]
Counts = dict[int, list[int]]
"""Person → how often therapist, client, observer."""


def seat(rounds: Sequence[Groups], chance: SplitMix64, before: Sequence[Groups] = (), moves: int = MOVES) -> Seated:
    """The groups of `rounds` with everyone in a seat; `before` are the rounds already seated."""
    first = len(before) % BLOCK
    blocks = [list(rounds[: BLOCK - first])] if first else []
    start = len(blocks[0]) if blocks else 0
    blocks += [list(rounds[i : i + BLOCK]) for i in range(start, len(rounds), BLOCK)]
    seated = [[list(group) for group in groups] for groups in before]
    for block in blocks:
        if len(block) == BLOCK and not uneven(block):
            seated += each_seat_once(block)
        else:
            plain = [[list(group) for group in groups] for groups in block]
            seated = even_out(seated + plain, len(seated), chance, moves)
    return seated[len(before) :]


def uneven(block: Sequence[Groups]) -> bool:
    """Whether a group is no triad, or the people are not the same each round."""
    people = [sorted(person for group in groups for person in group) for groups in block]
    return any(len(group) != SEATS for groups in block for group in groups) or any(row != people[0] for row in people)


def each_seat_once(block: Sequence[Groups]) -> Seated:
    """Three rounds of triads, seated so that everyone has each seat once."""
    triads = [(r, g) for r, groups in enumerate(block) for g in range(len(groups))]
    sits: dict[int, list[tuple[int, int]]] = {}
    for r, g in triads:
        for person in block[r][g]:
            sits.setdefault(person, []).append((r, g))
    seated = [[[0] * SEATS for _ in groups] for groups in block]
    for number in range(SEATS):
        for (r, g), person in matching(sits).items():
            seated[r][g][number] = person
            sits[person].remove((r, g))
    return seated


def matching(sits: dict[int, list[tuple[int, int]]]) -> dict[tuple[int, int], int]:
    """Each person in one triad, each triad with one person (augmenting paths; always there when regular)."""
    holder: dict[tuple[int, int], int] = {}

    def place(person: int, seen: set[tuple[int, int]]) -> bool:
        for triad in sits[person]:
            if triad not in seen:
                seen.add(triad)
                if triad not in holder or place(holder[triad], seen):
                    holder[triad] = person
                    return True
        return False

    for person in sorted(sits):
        place(person, set())
    return holder


def windows(last: int) -> Iterator[tuple[int, int]]:
    """The stretches of rounds that should be even: each block of three, and the day up to the end of each block."""
    for start in range(0, last, BLOCK):
        end = min(start + BLOCK, last)
        yield 0, end
        if start:
            yield start, end


def counts(seated: Sequence[Groups], people: set[int]) -> Counts:
    """How often each of these people had each seat."""
    found = {person: [0] * SEATS for person in people}
    for groups in seated:
        for group in groups:
            for place, person in enumerate(group):
                if person in people:
                    found[person][min(place, SEATS - 1)] += 1
    return found


def unevenness(count: Counts) -> int:
    """0 when nobody had any seat more than once more often than another."""
    total = 0
    for number in range(SEATS):
        column = [row[number] for row in count.values()]
        each, more = divmod(sum(column), len(column))
        least = (len(column) - more) * each * each + more * (each + 1) * (each + 1)
        total += sum(times * times for times in column) - least
    return total


def even_out(seated: Seated, start: int, chance: SplitMix64, moves: int) -> Seated:
    """Lets two people of a group change seats, in the rounds from index `start`, while that makes things fairer."""
    people = {person for groups in seated[start:] for group in groups for person in group}
    spans = [span for span in windows(len(seated)) if span[1] > start]
    tables = [counts(seated[a:b], people) for a, b in spans]
    cost = sum(map(unevenness, tables))
    best, kept = cost, [[group[:] for group in groups] for groups in seated]
    for move in range(moves):
        if best == 0:
            break
        r = start + chance.below(len(seated) - start)
        group = seated[r][chance.below(len(seated[r]))]
        i = chance.below(2)
        j = i + 1 + chance.below(len(group) - 1 - i)
        a, b, k = group[i], group[j], min(j, SEATS - 1)
        touched = [table for (first, end), table in zip(spans, tables, strict=True) if first <= r < end]
        change = 0
        for table in touched:
            row_a, row_b = table[a], table[b]
            change += 2 * (row_b[i] - row_a[i] + 1) + 2 * (row_a[k] - row_b[k] + 1)
        if change > 0 and (change > 2 or chance.below(moves) > (moves - move) >> 3):
            continue
        for table in touched:
            row_a, row_b = table[a], table[b]
            row_a[i], row_a[k] = row_a[i] - 1, row_a[k] + 1
            row_b[k], row_b[i] = row_b[k] - 1, row_b[i] + 1
        group[i], group[j] = b, a
        cost += change
        if cost < best:
            best, kept = cost, [[members[:] for members in groups] for groups in seated]
    return kept
