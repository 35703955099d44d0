"""Counts that add up: every coefficient is a function of sums over units, all of them whole numbers.

So a resample of recordings is a sum of their counts, and whether there is any variance is an exact question.
Fractions of a unit's pairs are avoided by one common multiple.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import lcm

import msgspec

from sst_training.rating.agreement.table import Table, Unit

Counts = Mapping[int, int]
"""Place in the vector → sum, zeros left out."""


class Complete(msgspec.Struct, frozen=True):
    """Sums over complete rows: how many, Σ(row total)², Σ(value)², and each rater's total."""

    rows: int
    row_squares: int
    squares: int
    columns: tuple[int, ...]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """The sums for one set of units. Square tables go by category, first row first.

    units, paired: units with a rating, and with two or more.
    cross: the two raters' table (empty unless there are two). pairs: ordered pairs within a unit, each over
    m-1, times `pair_scale`; weighted: the same over m(m-1), times `weighted_scale`; shares: ratings a
    category over m, times `share_scale`. m is the unit's number of ratings.
    """

    q: int
    units: int
    paired: int
    cross: list[list[int]]
    pairs: list[list[int]]
    pair_scale: int
    weighted: list[list[int]]
    weighted_scale: int
    shares: list[int]
    share_scale: int
    complete: Complete

    @property
    def varied(self) -> bool:
        """Whether more than one category was used in paired units."""
        return sum(any(row) for row in self.pairs) > 1


class Layout:
    """Where each sum of a table stands in its vector."""

    def __init__(self, table: Table) -> None:
        self.q, self.k = len(table.categories), len(table.raters)
        self.numbers = table.numbers
        sizes = {size for unit in table.units if (size := sum(value is not None for value in unit.values))}
        many = [size for size in sizes if size > 1]
        self.pair_scale = lcm(*(size - 1 for size in many))
        self.weighted_scale = lcm(*(size * (size - 1) for size in many))
        self.share_scale = lcm(*sizes)
        square = self.q * self.q
        self.cross = 2
        self.pairs = self.cross + (square if self.k == 2 else 0)
        self.weighted = self.pairs + square
        self.shares = self.weighted + square
        self.complete = self.shares + self.q
        self.length = self.complete + 3 + self.k

    def counts(self, units: Iterable[Unit]) -> Counts:
        """The sums over some units."""
        found: Counter[int] = Counter()
        for unit in units:
            self._add(unit.values, found)
        return found

    def _add(self, values: tuple[int | None, ...], found: Counter[int]) -> None:
        given = Counter(value for value in values if value is not None)
        m = given.total()
        if not m:
            return
        found[0] += 1
        for category, count in given.items():
            found[self.shares + category] += count * (self.share_scale // m)
        if m > 1:
            found[1] += 1
            per_pair, per_weighted = self.pair_scale // (m - 1), self.weighted_scale // (m * (m - 1))
            for one, count in given.items():
                for other, beside in given.items():
                    if both := count * (beside - (one == other)):
                        place = one * self.q + other
                        found[self.pairs + place] += both * per_pair
                        found[self.weighted + place] += both * per_weighted
        if m == self.k:
            self._add_complete([value for value in values if value is not None], found)

    def _add_complete(self, values: list[int], found: Counter[int]) -> None:
        if self.k == 2:
            found[self.cross + values[0] * self.q + values[1]] += 1
        if self.numbers is None:
            return
        row = [self.numbers[value] for value in values]
        found[self.complete] += 1
        found[self.complete + 1] += sum(row) ** 2
        found[self.complete + 2] += sum(number * number for number in row)
        for rater, number in enumerate(row):
            found[self.complete + 3 + rater] += number

    def tally(self, vector: list[int]) -> Tally:
        """The sums of a whole vector, by name."""
        rows = range(self.q)

        def square(start: int) -> list[list[int]]:
            return [vector[start + row * self.q : start + (row + 1) * self.q] for row in rows]

        at = self.complete
        return Tally(
            q=self.q,
            units=vector[0],
            paired=vector[1],
            cross=square(self.cross) if self.k == 2 else [],
            pairs=square(self.pairs),
            pair_scale=self.pair_scale,
            weighted=square(self.weighted),
            weighted_scale=self.weighted_scale,
            shares=vector[self.shares : self.complete],
            share_scale=self.share_scale,
            complete=Complete(vector[at], vector[at + 1], vector[at + 2], tuple(vector[at + 3 : at + 3 + self.k])),
        )

    def sum(self, parts: Iterable[tuple[Counts, int]]) -> Tally:
        """The sums of parts, each taken a number of times."""
        vector = [0] * self.length
        for counts, times in parts:
            for place, count in counts.items():
                vector[place] += count * times
        return self.tally(vector)
