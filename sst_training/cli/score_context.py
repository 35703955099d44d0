"""What is known of a session besides the observation at hand: the client's forms, and what the store keeps with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from sst_training.cli.frame import Desk
from sst_training.cli.rating_file import inspected
from sst_training.errors import NoClientForm
from sst_training.model.annex import Annex, Choice
from sst_training.model.rating import Rating
from sst_training.rating.report import Context
from sst_training.store import backups
from sst_training.store.ratings import Store

FORM = frozenset({"R134"})
"""What is told of a client's form where a profile is asked for."""


def context_of(rating: Rating, store: Store | None, forms: Iterable[Path], here: Desk) -> Context:
    """What stands beside this observation. Raises NoClientForm, OutputUnwritable."""
    given = tuple(client_form(path, rating, here) for path in forms)
    if store is None:
        return Context(clients=given)
    session = [one.rating for one in store.of_session(rating.session) if one.rating is not None]
    own = next((one for one in session if one.rater.role == "self"), None)
    return Context(
        clients=(*given, *(one for one in session if one.rater.role == "client")),
        annex=store.annexes.of_session(rating.session),
        last=store.annexes.last_choice(rating.ratee),
        challenge=own.challenge if own is not None else None,
    )


def client_form(path: Path, rating: Rating, here: Desk) -> Rating:
    """The client's form in a file, of the same session. Raises NoClientForm, OutputUnwritable."""
    name = click.format_filename(path)
    form, problems = inspected(path, name, here)
    sound = form is not None and {problem.code for problem in problems} <= FORM and form.rater.role == "client"
    if form is None or not sound or (form.session, form.ratee) != (rating.session, rating.ratee):
        raise NoClientForm(path=name, session=rating.session)
    return form


def keep_choice(rating: Rating, store: Store, skill: str) -> None:
    """Keeps what was chosen to practise, so that it is shown the next time. Raises RatingNewer, OutputUnwritable."""
    now = backups.now()
    chosen = Choice(skill=skill, date=now.date().isoformat(), time=f"{now:%H:%M:%S}")
    there = store.annexes.of_session(rating.session)
    description = there.description if there is not None else None
    store.annexes.put(Annex(session=rating.session, ratee=rating.ratee, description=description, chosen=chosen))
