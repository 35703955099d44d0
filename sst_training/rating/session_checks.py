"""Checks of the frame of a rating: who rated, what was agreed, which dates, what belongs to which rater."""

from __future__ import annotations

import datetime

from msgspec import UNSET

from sst_training.model.rating import Rating
from sst_training.rating.findings import Findings


def check(rating: Rating, found: Findings) -> None:
    """Dates, consent, own issues, the client's form, the resolution."""
    _dates(rating, found)
    _consent(rating, found)
    _own_issue(rating, found)
    _client(rating, found)
    if rating.resolution is not None and not has_unsafe_tick(rating):
        found.add("R130", "resolution")


def has_unsafe_tick(rating: Rating) -> bool:
    """Whether any tick is of the kind `safety`, which its id tells: `<skill>.s<n>`."""
    return any(tick.rpartition(".")[2].startswith("s") for rated in rating.items.values() for tick in rated.ticks)


def _dates(rating: Rating, found: Findings) -> None:
    held = _day(rating.date, found, "date")
    later = []
    if rating.consent is not None:
        later.append((rating.consent.erase_by, ("consent", "erase_by")))
    if rating.resolution is not None:
        later.append((rating.resolution.date, ("resolution", "date")))
    for date, where in later:
        day = _day(date, found, *where)
        if held and day and day < held:
            found.add("R132", *where, date=date, held=rating.date)


def _day(date: str, found: Findings, *where: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        found.add("R126", *where, date=date)
        return None


def _consent(rating: Rating, found: Findings) -> None:
    agreed = rating.consent is not None and rating.consent.all_informed and rating.consent.all_agreed
    if rating.recording is not None and not agreed:
        found.add("R131", "recording" if rating.consent is None else "consent")


def _own_issue(rating: Rating, found: Findings) -> None:
    """The text of an own issue is never stored, so there are no words of any kind (DESIGN §3, §5)."""
    if rating.session_kind != "own-issue":
        return
    if rating.rater.role != "self":
        found.add("R124", "rater", "role")
    if rating.prediction is not None:
        found.add("R125", "prediction")


def _client(rating: Rating, found: Findings) -> None:
    if rating.rater.role != "client":
        if rating.voice is not UNSET:
            found.add("R127", "voice")
        return
    if rating.items:
        found.add("R128", "items")
    if rating.voice is UNSET:
        found.add("R129", "rater", "role")
