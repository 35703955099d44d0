"""One person over time: a dot a session, only what may stand side by side (rule 10).

One line holds one pair of eyes and one difficulty: a role, a rater, a kind of session and a scenario's level.
Other versions of the list stay out; nothing is smoothed. An unsafe tick by any rater of a session withholds
that session's dots until it is resolved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from sst_training.model.library import Library
from sst_training.model.rating import Rating, Role, SessionKind
from sst_training.rating.levels import Standing, standing
from sst_training.rating.next_practice import scenario_level
from sst_training.rating.profile import NOT_YET
from sst_training.rating.session_checks import has_unsafe_tick


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """One session: each skill's standing in the order of the talk, or nothing while an unsafe tick is open."""

    session: str
    date: str
    scenario: str | None
    withheld: bool
    items: dict[str, Standing]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Sessions that may be set side by side. `level` is the scenario's, None if no scenario is known."""

    role: Role
    rater: str
    session_kind: SessionKind
    level: int | None
    sessions: tuple[Dot, ...]


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """One person's lines; how many ratings stayed out, by reason; how many stand under each role."""

    label: str
    instrument: str
    version: str
    role: Role
    lines: tuple[Line, ...]
    roles: dict[str, int]
    left_out: dict[str, int]


Place = tuple[str, SessionKind, int | None]
"""Rater, kind of session, level of the scenario."""


def progress(
    label: str, ratings: Iterable[Rating], library: Library, *, role: Role = "self", left_out: Mapping[str, int]
) -> Progress:
    """The lines of one person through the eyes of one role. Lines go by difficulty, dots by date.

    ratings: complete ones of the instrument at hand; those of other people are passed over.
    left_out: what the reading of files left out before.
    """
    instrument = library.instrument
    mine = [rating for rating in ratings if rating.ratee == label]
    unsafe = {rating.session for rating in mine if rating.resolution is None and has_unsafe_tick(rating)}
    out = Counter(left_out)
    places: defaultdict[Place, dict[str, Rating]] = defaultdict(dict)
    roles: Counter[str] = Counter()
    for rating in mine:
        if rating.rater.role == "client":
            out["client"] += 1
            continue
        roles[rating.rater.role] += 1
        if rating.rater.role != role:
            continue
        place: Place = (rating.rater.label, rating.session_kind, scenario_level(rating, library))
        if rating.session in places[place]:
            out["copy"] += 1
        places[place][rating.session] = rating
    lines = []
    for rater, kind, level in sorted(places, key=lambda one: (one[1] != "role-play", one[1], one[2] or 0, one[0])):
        found = sorted(places[rater, kind, level].values(), key=lambda rating: (rating.date, rating.session))
        dots = tuple(
            Dot(
                session=rating.session,
                date=rating.date,
                scenario=rating.scenario,
                withheld=rating.session in unsafe,
                items={}
                if rating.session in unsafe
                else {item.id: standing(item, rating.items.get(item.id, NOT_YET)) for item in instrument.items},
            )
            for rating in found
        )
        lines.append(Line(role=role, rater=rater, session_kind=kind, level=level, sessions=dots))
    return Progress(
        label=label,
        instrument=instrument.id,
        version=instrument.version,
        role=role,
        lines=tuple(lines),
        roles=dict(sorted(roles.items())),
        left_out=dict(sorted(out.items())),
    )
