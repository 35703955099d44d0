"""`sst sessions list`: which sessions are here, who looked at them and how far that has come; nothing that was seen."""

from __future__ import annotations

from typing import Any

import click

from sst_training.cli.data_folder import data_option, open_store
from sst_training.cli.frame import Command, desk
from sst_training.cli.layout import table, wrap
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.rating.profile import NOT_YET


@click.command("list", cls=Command, json=True, key="sessions.list")
@data_option
def command(data: str | None, as_json: bool) -> None:
    """`sst sessions list`."""
    here = desk()
    store = open_store(data, here, reading=True)
    kept = store.kept()
    ratings = [one.rating for one in kept if one.rating is not None]
    if as_json:
        unread = [{"file": str(one.path), "state": one.state} for one in kept if one.rating is None]
        sessions = [line(rating, here.library.instrument.skills) for rating in ratings]
        here.out_json({"folder": str(store.folder), "sessions": sessions, "unread": unread})
        return
    if not ratings:
        here.out(wrap(here.phrases("sessions.none", folder=click.format_filename(store.folder))))
        return
    skills = here.library.instrument.skills
    here.out(table([row(rating, here.phrases, skills) for rating in ratings]))
    here.remark(here.phrases("sessions.count", count=len(ratings), folder=click.format_filename(store.folder)))


def line(rating: Rating, skills: tuple[str, ...]) -> dict[str, Any]:
    """One rating as data, without anything that was seen."""
    return {
        "session": rating.session,
        "date": rating.date,
        "ratee": rating.ratee,
        "rater": rating.rater,
        "session_kind": rating.session_kind,
        "scenario": rating.scenario,
        "erase_by": rating.consent.erase_by if rating.consent is not None else None,
        "state": state(rating, skills),
        "missing": missing(rating, skills),
    }


def row(rating: Rating, say: Phrases, skills: tuple[str, ...]) -> list[str]:
    """One rating as a line of a table."""
    how = say(f"sessions.state.{state(rating, skills)}", left=len(missing(rating, skills)), of=len(skills))
    who = f"{rating.ratee} ← {rating.rater.label}"
    return [rating.session, rating.date, who, say(f"rate.role.{rating.rater.role}"), how]


def state(rating: Rating, skills: tuple[str, ...]) -> str:
    """`draft` while something is missing, `complete`, or `locked`."""
    if rating.locked:
        return "locked"
    return "draft" if missing(rating, skills) else "complete"


def missing(rating: Rating, skills: tuple[str, ...]) -> list[str]:
    """The skills that are not filled in; a client's form has none."""
    if rating.rater.role == "client":
        return []
    return [skill for skill in skills if rating.items.get(skill, NOT_YET).state == "missing"]
