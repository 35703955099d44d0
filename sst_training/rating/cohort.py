"""A group of people, for its trainer: per skill how many stood where. No one is named, nothing is ordered by person.

Figures on a skill are hidden while fewer than five people are in them: in a small group a count is a name.
Own issues and the client's form never count. Counts only, no means: a mean hides who hindered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

import msgspec

from sst_training.model.instrument import Instrument
from sst_training.model.rating import Rating
from sst_training.rating.profile import LEVELS
from sst_training.rating.remembered import Answer

LEAST: Final = 5
"""People a figure must rest on."""

MOST_HINDERING: Final = 10

NONE: Final = 0
"""Not assessed, in a row of levels."""


class Counted(msgspec.Struct, frozen=True):
    """How many people and sessions a skill was looked at in, and how often each level came out."""

    people: int
    ratings: int
    levels: dict[str, int]


class Difference(msgspec.Struct, frozen=True):
    """One difference between oneself and another, and how often it came up."""

    difference: int
    pairs: int


class Gaps(msgspec.Struct, frozen=True):
    """Self minus other on one skill: how often each difference came up, and the largest of them."""

    people: int
    pairs: int
    largest: int
    differences: tuple[Difference, ...]


class OfSkill(msgspec.Struct, frozen=True):
    """One skill: what others saw, what people saw of themselves, and the difference. None is hidden or nothing."""

    others: Counted | None
    self: Counted | None
    gaps: Gaps | None


class Hindering(msgspec.Struct, frozen=True):
    """A hindering or unsafe tick, and in how many of the ratings of its skill it was ticked."""

    tick: str
    ratings: int
    of: int


class Cohort(msgspec.Struct, frozen=True, kw_only=True):
    """A group's figures. `hidden` names the skills of which something stays hidden for too few people."""

    instrument: str
    version: str
    least: int
    people: int | None
    sessions: int | None
    ratings: int
    items: dict[str, OfSkill]
    hindering: tuple[Hindering, ...]
    hidden: tuple[str, ...]
    left_out: dict[str, int]


class _Seen(msgspec.Struct):
    """One kind of eyes on one skill, while counting."""

    people: set[str]
    levels: Counter[int]


class Gathering:
    """Counts ratings one by one; holds a few numbers a rating, never the rating."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.items = instrument.items
        self.seen = {own: [_Seen(set(), Counter()) for _ in self.items] for own in (False, True)}
        self.harm: Counter[str] = Counter()
        self.sessions: dict[tuple[str, str], list[tuple[str, bool, bool, bytes]]] = {}
        self.people: set[str] = set()
        self.ratings = 0
        self.left_out: Counter[str] = Counter()

    def add(self, rating: Rating, answers: Mapping[str, Answer]) -> None:
        """Counts one complete rating of the instrument at hand; `answers` are what its skills come to."""
        if rating.session_kind == "own-issue":
            self.left_out["own_issue"] += 1
            return
        if rating.rater.role == "client":
            self.left_out["client"] += 1
            return
        own, label, ratee = rating.rater.role == "self", rating.rater.label, rating.ratee
        if not own and label == ratee:
            self.left_out["own_rating"] += 1
            return
        there = self.sessions.setdefault((rating.session, ratee), [])
        if any(one[0] == label for one in there):
            self.left_out["copy"] += 1
            return
        self.ratings += 1
        self.people.add(ratee)
        levels = bytearray(len(self.items))
        for place, item in enumerate(self.items):
            answer = answers[item.id]
            if not answer.level:
                continue
            levels[place] = answer.level
            seen = self.seen[own][place]
            seen.people.add(ratee)
            seen.levels[answer.level] += 1
            if answer.harm:
                self.harm.update(answer.harm)
        there.append((label, own, rating.rater.blind, bytes(levels)))

    def result(self) -> Cohort:
        """The group's figures."""
        gaps = self._gaps()
        items, hidden = {}, []
        for place, item in enumerate(self.items):
            others, mine = self.seen[False][place], self.seen[True][place]
            pairs = gaps[place]
            found = OfSkill(_counted(others), _counted(mine), pairs[0])
            items[item.id] = found
            if any(0 < size < LEAST for size in (len(others.people), len(mine.people), pairs[1])):
                hidden.append(item.id)
        enough = len(self.people) >= LEAST
        return Cohort(
            instrument=self.instrument.id,
            version=self.instrument.version,
            least=LEAST,
            people=len(self.people) if enough else None,
            sessions=len(self.sessions) if enough else None,
            ratings=self.ratings,
            items=items,
            hindering=self._hindering(),
            hidden=tuple(hidden),
            left_out=dict(sorted(self.left_out.items())),
        )

    def _hindering(self) -> tuple[Hindering, ...]:
        """The most frequent, in the order of the list where they are alike."""
        found = []
        for place, item in enumerate(self.items):
            both = [self.seen[own][place] for own in (False, True)]
            if len(both[0].people | both[1].people) < LEAST:
                continue
            of = sum(seen.levels.total() for seen in both)
            found += [
                Hindering(tick.id, self.harm[tick.id], of)
                for tick in item.of_kind("harm", "safety")
                if self.harm[tick.id]
            ]
        found.sort(key=lambda one: -one.ratings)
        return tuple(found[:MOST_HINDERING])

    def _gaps(self) -> list[tuple[Gaps | None, int]]:
        """For each skill the differences between oneself and others, and how many people they rest on."""
        size = len(self.items)
        people: list[set[str]] = [set() for _ in range(size)]
        counts: list[Counter[int]] = [Counter() for _ in range(size)]
        for (_, ratee), ratings in self.sessions.items():
            own = [levels for _, is_own, blind, levels in ratings if is_own and blind]
            if len(own) != 1:
                continue
            for _, is_own, blind, levels in ratings:
                if is_own or not blind:
                    continue
                for place, (mine, other) in enumerate(zip(own[0], levels, strict=True)):
                    if mine != NONE and other != NONE:
                        counts[place][mine - other] += 1
                        people[place].add(ratee)
        return [
            (_gaps_of(count, len(who)) if len(who) >= LEAST else None, len(who))
            for count, who in zip(counts, people, strict=True)
        ]


def _counted(seen: _Seen) -> Counted | None:
    if len(seen.people) < LEAST:
        return None
    levels = {str(level): seen.levels[level] for level in LEVELS}
    return Counted(len(seen.people), seen.levels.total(), levels)


def _gaps_of(count: Counter[int], people: int) -> Gaps:
    largest = max(count, key=lambda difference: (abs(difference), difference))
    return Gaps(people, count.total(), largest, tuple(Difference(gap, count[gap]) for gap in sorted(count)))
