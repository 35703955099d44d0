"""Who sits with whom and in which seat: a table a size, and people put on its places by the seed.

The tables were solved once (tools/rotation.py). Their first rounds repeat no pair of partners for as long as that
was found possible, each later round adds the fewest repeats found, and the seats are even after every round.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

import msgspec

from sst_training.draw.partners import improve, together
from sst_training.draw.seats import Seated, seat
from sst_training.errors import CannotKeepApart
from sst_training.rng import stream

TABLES: Final = Path(__file__).parent / "rotations.json"
TRIES: Final = 20_000
MOVES: Final = 20_000

Pairs = Sequence[tuple[int, int]]


class Tables(msgspec.Struct, frozen=True):
    """The file of tables; a size is decoded when it is asked for."""

    format: str
    tables: dict[str, msgspec.Raw]


def table(people: int) -> Seated:
    """Twelve rounds of groups of places 1 to `people`; a group is therapist, client, observers."""
    found = msgspec.json.decode(TABLES.read_bytes(), type=Tables).tables[str(people)]
    return msgspec.json.decode(found, type=Seated)


def rotation(people: int, rounds: int, seed: int, apart: Pairs = (), apart_rounds: Sequence[int] = ()) -> Seated:
    """The groups of each round, everyone in a seat; the pairs `apart` share none in `apart_rounds` (from 1).

    Raises CannotKeepApart.
    """
    rows = table(people)[:rounds]
    order = stream(seed, "places").shuffle(range(1, people + 1))
    if apart and apart_rounds:
        chosen = keep_apart(rows, order, apart, apart_rounds)
        if chosen is None:
            return regrouped(range(1, people + 1), rounds, [], seed, apart, apart_rounds)
        order = chosen
    return seat_people(rows, order)


def seat_people(rows: Seated, order: Sequence[int]) -> Seated:
    """The rounds with people in the places: place 1 is for the first of `order`."""
    return [[[order[place - 1] for place in group] for group in groups] for groups in rows]


def keep_apart(rows: Seated, order: list[int], apart: Pairs, apart_rounds: Sequence[int]) -> list[int] | None:
    """The order, changed so that no pair shares a group in these rounds; None when this table cannot do it.

    People in a pair are placed one by one, each on the first free place that goes with the others (their own
    first); when none is left, the one before moves on. The rest keep their order.
    """
    clash = {pair for number in apart_rounds for group in rows[number - 1] for pair in combinations(sorted(group), 2)}
    foes: dict[int, set[int]] = {}
    for a, b in apart:
        foes.setdefault(a, set()).add(b)
        foes.setdefault(b, set()).add(a)
    people = sorted(foes, key=lambda person: (-len(foes[person]), person))
    at: dict[int, int] = {}
    tries = 0

    def put(i: int) -> bool:
        nonlocal tries
        if i == len(people):
            return True
        person = people[i]
        own = order.index(person) + 1
        others = [at[foe] for foe in foes[person] if foe in at]
        for place in (own, *(spot for spot in range(1, len(order) + 1) if spot != own)):
            tries += 1
            if tries > TRIES:
                return False
            if place in at.values() or any((min(place, o), max(place, o)) in clash for o in others):
                continue
            at[person] = place
            if put(i + 1):
                return True
            del at[person]
        return False

    if not put(0):
        return None
    rest = iter([person for person in order if person not in at])
    by_place = {place: person for person, place in at.items()}
    return [by_place.get(place) or next(rest) for place in range(1, len(order) + 1)]


def regrouped(
    people: Sequence[int],
    rounds: int,
    before: Seated,
    seed: int,
    apart: Pairs = (),
    apart_rounds: Sequence[int] = (),
) -> Seated:
    """New groups for these people after the rounds `before`, up to a day of `rounds`; seated as fairly as can be.

    The table of their number is the start; swaps then avoid who has met already, and who is to be kept apart.
    Raises CannotKeepApart.
    """
    chance = stream(seed, f"regrouped/{len(before) + 1}")
    rows = table(len(people))[: rounds - len(before)]
    plan = seat_people(rows, chance.shuffle(people))
    kept = {pair for a, b in apart for pair in ((a, b), (b, a))}
    closed = [number - 1 - len(before) for number in apart_rounds]

    def extra(r: int, a: int, b: int) -> int:
        return 1000 if r in closed and (a, b) in kept else 0

    most = max((*people, *(person for groups in before for group in groups for person in group)))
    improve(plan, together([*before, *plan], most), chance, MOVES, extra if kept and closed else None)
    for r, groups in enumerate(plan):
        for group in groups:
            for a, b in combinations(group, 2):
                if extra(r, a, b):
                    raise CannotKeepApart(one=min(a, b), other=max(a, b), round=r + 1 + len(before))
    return seat(plan, chance, before)
