"""Makes the rotation tables: who sits with whom, and in which seat, for 3 to 60 people over 12 rounds.

Run once, checked in: `python tools/rotation.py` writes sst_training/draw/rotations.json (about four minutes on one
core; `python tools/rotation.py 12 15` makes these sizes only). It needs ortools (9.15), which nothing else here does.
Partners come first. Up to 12 rounds without a repeated pair are found by annealing, or, where that is too tight, by
developing a few base rounds modulo k, the way Kirkman's schoolgirls (15 people, 7 rounds) are usually solved. Each
later round adds the fewest repeats found. Then CP-SAT gives the seats, even after every number of rounds.
tests/draw/test_rotation.py recounts everything.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import combinations, product
from pathlib import Path

from ortools.sat.python import cp_model

from sst_training.draw.partners import Plan, improve, together
from sst_training.draw.seats import BLOCK, SEATS
from sst_training.rng import SplitMix64

TABLES = Path(__file__).resolve().parents[1] / "sst_training" / "draw" / "rotations.json"
ROUNDS = 12
SIZES = range(3, 61)

DEVELOPED = {
    15: (7, 1),
    16: (3, 2),
    18: (4, 2),
    20: (6, 1),
    21: (5, 2),
    22: (9, 1),
    23: (7, 1),
    24: (11, 1),
    25: (11, 1),
    26: (5, 2),
    28: (12, 1),
    30: (12, 1),
    31: (13, 1),
    32: (13, 1),
    33: (12, 1),
    35: (13, 1),
}
"""Size → (k, base rounds): k times the base rounds repeat no pair. Found by trying every k, most rounds first."""

BY_ANNEALING = {17: 5, 19: 7, 29: 10}
"""Size → rounds without a repeat, where one more was tried for long and not found."""

SMALL = 14
"""Up to this size the whole table is made many times over, and the best kept."""


def shape(people: int) -> list[int]:
    """The sizes of the groups: triads, a remainder in groups of four, five people together."""
    if people == 5:
        return [5]
    triads, left = divmod(people, 3)
    return [3] * (triads - left) + [4] * left


def at_random(people: int, rounds: int, chance: SplitMix64) -> Plan:
    """Groups by chance alone."""
    plan = []
    for _ in range(rounds):
        order = iter(chance.shuffle(range(1, people + 1)))
        plan.append([[next(order) for _ in range(size)] for size in shape(people)])
    return plan


def most_rounds(people: int) -> int:
    """No more rounds than this can be without a repeat: there are not more pairs, and no more new partners."""
    sizes = shape(people)
    if max(sizes) > len(sizes):
        return 1
    pairs = sum(size * (size - 1) // 2 for size in sizes)
    return min(ROUNDS, people * (people - 1) // 2 // pairs, (people - 1) // 2)


def annealed(people: int, rounds: int, chance: SplitMix64, moves: int) -> Plan | None:
    """Rounds without a repeat, or None when annealing did not get there."""
    plan = at_random(people, rounds, chance)
    return plan if improve(plan, together(plan, people), chance, moves) == 0 else None


def affine() -> Plan:
    """27 people as the points of AG(3, 3): the lines of each of its 13 directions are a round (12 of them)."""
    points = list(product(range(3), repeat=3))
    number = {point: i for i, point in enumerate(points, 1)}
    directions = [d for d in points if any(d) and next(x for x in d if x) == 1]
    plan = []
    for direction in directions[:ROUNDS]:
        lines = {
            tuple(sorted(number[tuple((x + t * d) % 3 for x, d in zip(p, direction, strict=True))] for t in range(3)))
            for p in points
        }
        plan.append([list(line) for line in sorted(lines)])
    return plan


def developed(people: int, k: int, base: int) -> Plan:
    """K × base rounds without a repeat: base rounds in which no difference modulo k occurs twice, each turned k times.

    The people are as many copies of the numbers modulo k as there are, and the rest stay where they are.
    """
    copies = people // k

    def orbit(a: int, b: int) -> tuple[int, ...] | None:
        """The class of a pair under turning; None for a pair that would come back by itself."""
        (i, x), (j, y) = sorted((divmod(a, k), divmod(b, k)))
        if i >= copies:
            return None
        if j >= copies:
            return (i, a + b - i * k - x)
        if i < j:
            return (i, j, (y - x) % k)
        step = min((y - x) % k, (x - y) % k)
        return None if 2 * step == k else (i, i, step)

    model = cp_model.CpModel()
    blocks: list[list[tuple[tuple[int, ...], cp_model.IntVar]]] = [[] for _ in range(base)]
    uses: dict[tuple[int, ...], list[cp_model.IntVar]] = {}
    for size in sorted(set(shape(people))):
        for group in combinations(range(people), size):
            orbits = [orbit(a, b) for a, b in combinations(group, 2)]
            if None in orbits or len(set(orbits)) < len(orbits):
                continue
            for row in blocks:
                chosen = model.new_bool_var("")
                row.append((group, chosen))
                for found in orbits:
                    uses.setdefault(found or (), []).append(chosen)
    for row in blocks:
        for person in range(people):
            model.add_exactly_one(chosen for group, chosen in row if person in group)
        model.add(sum(chosen for group, chosen in row if len(group) == 4) == shape(people).count(4))
    for chosen in uses.values():
        model.add_at_most_one(chosen)
    solver = solve(model, 120)
    if solver is None:
        raise SystemExit(f"{people}: no base rounds modulo {k}")

    def turned(person: int, by: int) -> int:
        i, x = divmod(person, k)
        return (person if i >= copies else i * k + (x + by) % k) + 1

    return [
        [[turned(person, by) for person in group] for group, chosen in row if solver.value(chosen)]
        for by in range(k)
        for row in blocks
    ][:ROUNDS]


def solve(model: cp_model.CpModel, seconds: float, seed: int = 1, *, presolve: bool = True) -> cp_model.CpSolver | None:
    """A solution on one core, the same each time, or None."""
    solver = cp_model.CpSolver()
    solver.parameters.cp_model_presolve = presolve
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    return solver if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def without_repeats(people: int, chance: SplitMix64) -> Plan:
    """As many rounds without a repeat as were found."""
    if people == 27:
        return affine()
    if people in DEVELOPED:
        return developed(people, *DEVELOPED[people])
    for rounds in range(BY_ANNEALING.get(people, most_rounds(people)), 0, -1):
        tries, moves = (1, 60_000) if people <= SMALL else (10, 1_000_000)
        for _ in range(tries):
            if plan := annealed(people, rounds, chance, moves):
                return plan
    raise SystemExit(f"{people}: not even one round")


def extended(plan: Plan, people: int, chance: SplitMix64) -> tuple[list[int], Plan]:
    """The plan with rounds added up to 12, each with the fewest repeats found; and the repeats of each round."""
    plan = [[group[:] for group in groups] for groups in plan]
    while len(plan) < ROUNDS:
        options = []
        for _ in range(3):
            new = at_random(people, 1, chance)
            count = together(plan + new, people)
            options.append((improve(new, count, chance, 300 * people if len(new[0]) > 1 else 0), new[0]))
        plan.append(min(options)[1])
    repeats = []
    for i, groups in enumerate(plan):
        met = together(plan[:i], people)
        repeats.append(sum(met[a][b] > 0 for group in groups for a, b in combinations(group, 2)))
    return repeats, plan


def partners(people: int) -> tuple[list[int], Plan]:
    """The best plan of groups found for a size, and how many repeats each round brings."""
    chance = SplitMix64(people)
    tries = 8 if 5 < people <= SMALL else 1
    return min(extended(without_repeats(people, chance), people, chance) for _ in range(tries))


def seated(plan: Plan, people: int) -> Plan:
    """The plan with everyone in a seat, even over each block of three and after every round."""
    for seed in range(1, 40):
        model = cp_model.CpModel()
        sits = {
            (r, person, seat): model.new_bool_var("")
            for r, groups in enumerate(plan)
            for group in groups
            for person in group
            for seat in range(SEATS)
        }
        for r, groups in enumerate(plan):
            for group in groups:
                for person in group:
                    model.add_exactly_one(sits[r, person, seat] for seat in range(SEATS))
                for seat in (0, 1):
                    model.add_exactly_one(sits[r, person, seat] for person in group)
        for start, end in stretches():
            rounds = range(start, end)
            for seat in range(SEATS):
                filled = len(rounds) * (len(shape(people)) if seat < 2 else people - 2 * len(shape(people)))
                for person in range(1, people + 1):
                    times = sum(sits[r, person, seat] for r in rounds)
                    model.add_linear_constraint(times, filled // people, -(-filled // people))
        if solver := solve(model, 20, seed, presolve=False):  # presolving made it ten times slower
            return [
                [
                    sorted(group, key=lambda p: (next(s for s in range(SEATS) if solver.value(sits[r, p, s])), p))
                    for group in groups
                ]
                for r, groups in enumerate(plan)
            ]
    raise SystemExit(f"{people}: no even seats found")


def stretches() -> list[tuple[int, int]]:
    """The rounds over which seats are even: the day up to each round, and each block of three."""
    days = [(0, end) for end in range(1, ROUNDS + 1)]
    return days + [(start, start + BLOCK) for start in range(BLOCK, ROUNDS, BLOCK)]


def main(sizes: list[int]) -> None:
    """Makes the tables of these sizes (all when none is named) and writes the file."""
    tables = json.loads(TABLES.read_text())["tables"] if TABLES.exists() else {}
    for people in sizes or SIZES:
        began = time.time()
        repeats, plan = partners(people)
        tables[str(people)] = seated(plan, people)
        clean = next((i for i, n in enumerate(repeats) if n), ROUNDS)
        print(f"{people:>2}: {clean:>2} rounds without a repeat, then {repeats[clean:]} ({time.time() - began:.0f} s)")
        lines = ",\n".join(f'"{size}": {json.dumps(tables[str(size)])}' for size in sorted(map(int, tables)))
        TABLES.write_text('{"format": "sst-rotations/1", "tables": {\n' + lines.replace(" ", "") + "\n}}\n")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
