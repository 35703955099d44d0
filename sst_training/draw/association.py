"""Does a drawn first name say anything about the role it goes with? Counted over many seeds.

Names are drawn from a stream of their own, so nothing but chance should be left. The measure is
Cramér's V with Bergsma's correction for bias (Bergsma 2013): without it small samples always seem to
show something.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

from sst_training.draw.roleplay import RolePlay, Wanted, draw_roleplays
from sst_training.model.library import Library

ASPECTS: dict[str, Callable[[RolePlay], str]] = {
    "scenario": lambda play: play.scenario.id,
    "context": lambda play: play.scenario.context,
    "level": lambda play: str(play.level),
    "skill": lambda play: play.skill,
    "stance": lambda play: play.stance.id,
}


def cramers_v(pairs: Counter[tuple[str, str]]) -> float:
    """Bias-corrected Cramér's V of a table of counts: 0 no association, 1 complete."""
    total = sum(pairs.values())
    rows: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    for (row, column), count in pairs.items():
        rows[row] += count
        columns[column] += count
    if min(len(rows), len(columns)) < 2:
        return 0.0
    expected = {(row, column): rows[row] * columns[column] / total for row in rows for column in columns}
    chi_square = sum((pairs[cell] - share) ** 2 / share for cell, share in expected.items())
    phi = max(0.0, chi_square / total - (len(rows) - 1) * (len(columns) - 1) / (total - 1))
    sizes = (len(rows) - (len(rows) - 1) ** 2 / (total - 1), len(columns) - (len(columns) - 1) ** 2 / (total - 1))
    return math.sqrt(phi / (min(sizes) - 1))


def name_associations(library: Library, seeds: Iterable[int]) -> dict[str, float]:
    """For each aspect of a role-play, how far the drawn name goes with it over these seeds."""
    tables: dict[str, Counter[tuple[str, str]]] = {aspect: Counter() for aspect in ASPECTS}
    for seed in seeds:
        play = draw_roleplays(library, seed, 1, Wanted())[0]
        for aspect, value in ASPECTS.items():
            tables[aspect][play.person.name, value(play)] += 1
    return {aspect: cramers_v(table) for aspect, table in tables.items()}
