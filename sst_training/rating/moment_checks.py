"""Checks of moments: times, words, and which ticks cannot do without them."""

from __future__ import annotations

from sst_training.model.instrument import Instrument
from sst_training.model.rating import Rating
from sst_training.rating.findings import Findings
from sst_training.rating.times import clock


def check(rating: Rating, found: Findings) -> None:
    """The span, and every time that is given; no words of an own-issue session."""
    _span(rating, found)
    for skill, rated in rating.items.items():
        for i, moment in enumerate(rated.evidence):
            _moment(rating, moment.at, moment.note, found, "items", skill, "evidence", i)
    if rating.keep is not None:
        _moment(rating, rating.keep.at, rating.keep.note, found, "keep")


def check_complete(rating: Rating, instrument: Instrument, found: Findings) -> None:
    """Whether each tick that hindered, was unsafe or goes deeper has its moment (rule 8).

    With a recording a moment is a time and words, without one words alone; an own issue asks for neither.
    """
    if rating.session_kind == "own-issue":
        return
    for item in instrument.items:
        rated = rating.items.get(item.id)
        if rated is None or rated.state != "assessed":
            continue
        for tick in item.of_kind("harm", "safety", "advanced"):
            if tick.id not in rated.ticks:
                continue
            where = ("items", item.id, "evidence")
            moments = [moment for moment in rated.evidence if moment.tick == tick.id]
            if not moments:
                found.add("R115", *where[:2], tick=tick.id)
                continue
            if rating.recording is not None and all(moment.at is None for moment in moments):
                found.add("R116", *where, tick=tick.id)
            if not any(moment.note and moment.note.strip() for moment in moments):
                found.add("R117", *where, tick=tick.id)


def _span(rating: Rating, found: Findings) -> None:
    if rating.span is None:
        return
    if rating.recording is None:
        found.add("R121", "span")
    elif rating.span.start >= rating.span.end:
        found.add("R122", "span")
    elif rating.span.end > rating.recording.seconds:
        found.add("R123", "span", "to", to=clock(rating.span.end), length=clock(rating.recording.seconds))


def _moment(rating: Rating, at: int | None, note: str | None, found: Findings, *where: str | int) -> None:
    if note is not None and rating.session_kind == "own-issue":
        found.add("R125", *where, "note")
    if at is None:
        return
    if rating.recording is None:
        found.add("R118", *where, "at")
    elif at > rating.recording.seconds:
        found.add("R119", *where, "at", time=clock(at), length=clock(rating.recording.seconds))
    elif rating.span is not None and not rating.span.start <= at <= rating.span.end:
        found.add("R120", *where, "at", time=clock(at))
