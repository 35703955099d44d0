"""Ratings of many sessions as one table: a unit is a skill in a session, a recording is a session.

A rater is a label, or with `by_role` a role, so that one's own eyes are set beside the trainer's over many
people. Who was not blind, one's own issues and the client's form stay out, and are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from sst_training.model.instrument import Instrument
from sst_training.model.rating import Rating
from sst_training.rating.agreement.table import Table, Unit, numbers_of
from sst_training.rating.levels import standing
from sst_training.rating.profile import LEVELS, NOT_YET

SCALE = tuple(map(str, LEVELS))


class Twice(msgspec.Struct, frozen=True):
    """Two ratings that claim the same place: of one session, by one rater."""

    session: str
    rater: str


class Pool(msgspec.Struct, frozen=True):
    """The table; how many ratings stayed out, by reason; places that were claimed twice."""

    table: Table
    left_out: Mapping[str, int]
    twice: tuple[Twice, ...]


def stays_out(rating: Rating) -> str | None:
    """Why a rating takes no part in agreement figures, or None."""
    if rating.session_kind == "own-issue":
        return "own_issue"
    if rating.rater.role == "client":
        return "client"
    if rating.rater.role != "self" and rating.rater.label == rating.ratee:
        return "own_rating"
    return None if rating.rater.blind else "not_blind"


def pool(ratings: Iterable[Rating], instrument: Instrument, *, by_role: bool = False) -> Pool:
    """The ratings as a table of the twelve skills; `safety` stands apart here too.

    The same rating met twice counts once.
    """
    left_out: Counter[str] = Counter()
    sessions: defaultdict[str, dict[str, Rating]] = defaultdict(dict)
    twice: list[Twice] = []
    for rating in ratings:
        if reason := stays_out(rating):
            left_out[reason] += 1
            continue
        name = rating.rater.role if by_role else rating.rater.label
        session = sessions[f"{rating.session}/{rating.ratee}"]
        if name not in session:
            session[name] = rating
        elif session[name] == rating:
            left_out["copy"] += 1
        else:
            twice.append(Twice(rating.session, name))
    raters = tuple(sorted({name for session in sessions.values() for name in session}))
    units = (
        Unit(f"{code}/{skill}", code, _levels(sessions[code], skill, raters, instrument))
        for code in sorted(sessions)
        for skill in instrument.ungated
    )
    table = Table(
        raters=raters,
        categories=SCALE,
        numbers=numbers_of(SCALE),
        ordered=True,
        fixed=True,
        units=tuple(unit for unit in units if any(value is not None for value in unit.values)),
    )
    return Pool(table, dict(sorted(left_out.items())), tuple(twice))


def _levels(
    session: Mapping[str, Rating], skill: str, raters: tuple[str, ...], instrument: Instrument
) -> tuple[int | None, ...]:
    """The place on the scale that each rater's ticks come to."""
    item = instrument.item(skill)
    found = []
    for name in raters:
        rating = session.get(name)
        level = standing(item, rating.items.get(skill, NOT_YET)).level if rating and item else None
        found.append(None if level is None else level - 1)
    return tuple(found)
