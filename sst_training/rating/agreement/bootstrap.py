"""Bootstrap intervals (Efron & Tibshirani 1993, percentile): whole recordings are drawn again, not units.

The skills of one recording belong together; drawing them one by one would make an interval too narrow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from sst_training.rating.agreement.table import Table, Undefined
from sst_training.rating.agreement.tally import Layout, Tally
from sst_training.rng import stream

RESAMPLES: Final = 1000
TAIL: Final = 40
"""One in so many resamples lies below the interval, and as many above: 95 percent."""
STREAM: Final = "bootstrap"

Statistic = Callable[[Tally], float | Fraction | Undefined]
Interval = tuple[float | Fraction, float | Fraction]


def clusters(table: Table) -> list[list[int]]:
    """What is drawn: the units of each recording, in ASCII order; or each unit, where no recording is known."""
    if table.recordings is None:
        return [[place] for place in range(len(table.units))]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(table.units):
        found[unit.recording or ""].append(place)
    return [found[name] for name in sorted(found)]


def intervals(
    table: Table,
    statistics: Mapping[str, Statistic],
    seed: int,
    *,
    resamples: int = RESAMPLES,
    step: Callable[[int], None] = lambda done: None,
) -> dict[str, Interval | Undefined]:
    """The 95 percent interval of each statistic, from resamples drawn on the stream `bootstrap`.

    Undefined where more than one resample in twenty has no value: such an interval would be about a
    selection. `step` is told how many are done.
    """
    layout = Layout(table)
    drawn = clusters(table)
    kinds: dict[tuple[tuple[int, int], ...], int] = {}
    kind_of = []
    for places in drawn:
        counts = layout.counts(table.units[place] for place in places)
        kind_of.append(kinds.setdefault(tuple(sorted(counts.items())), len(kinds)))
    parts = [dict(kind) for kind in kinds]
    chance = stream(seed, STREAM)
    found: dict[str, list[float | Fraction]] = {name: [] for name in statistics}
    size = len(drawn)
    for done in range(resamples if size > 1 else 0):
        step(done)
        times = Counter(kind_of[chance.below(size)] for _ in range(size))
        tally = layout.sum((parts[kind], count) for kind, count in times.items())
        for name, statistic in statistics.items():
            if not isinstance(value := statistic(tally), Undefined):
                found[name].append(value)
    return {name: interval(values, resamples) for name, values in found.items()}


def interval(values: list[float | Fraction], resamples: int) -> Interval | Undefined:
    """The values that cut off one in forty on either side."""
    if 20 * len(values) < 19 * resamples:
        return Undefined.UNSTABLE
    ordered = sorted(values)
    cut = len(ordered) // TAIL
    return ordered[cut], ordered[-1 - cut]
