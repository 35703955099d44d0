"""`sst calibrate [SLUG]…`: rate an acted talk blind, then see what the makers ticked and why.

Recommended before rating a colleague; nothing else in the program asks whether it was done.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import click
import msgspec

from sst_training.cli.calibrate_answers import Sitting
from sst_training.cli.calibrate_text import (
    listing,
    overall_text,
    result_data,
    result_text,
    talk_data,
    talk_lines,
)
from sst_training.cli.frame import Argument, BadOption, Command, Desk, Option, desk
from sst_training.cli.layout import wrap
from sst_training.cli.rate_replies import Unfit, skills
from sst_training.cli.rating_file import inspected, words
from sst_training.cli.writing import write_whole
from sst_training.errors import RatingInvalid, SstError, UnknownId
from sst_training.model.calibration import Calibration
from sst_training.model.rating import ItemRating, Rater, Rating
from sst_training.rating.against_gold import agreement, beside

DRAFT = frozenset({"R113", "R115", "R116", "R117"})
"""What a rating may lack here: skills left out, and moments, which a transcript does without."""


class NotOfATalk(SstError):
    """A rating whose session is none of the acted talks', or not the one asked for."""

    exit_code = 7
    key = "error.calibrate_session"


class NothingRated(SstError):
    """The answers stopped before a skill was rated."""

    exit_code = 7
    key = "error.calibrate_nothing"


@click.command("calibrate", cls=Command, json=True)
@click.argument("slugs", cls=Argument, nargs=-1, metavar="[SLUG]...")
@click.option("--read", "only_read", cls=Option, is_flag=True, help="help.calibrate.read")
@click.option("--skills", "chosen", cls=Option, help="help.calibrate.skills", metavar="ID,ID")
@click.option(
    "--rating",
    "files",
    cls=Option,
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, readable=False, path_type=Path),
    help="help.calibrate.rating",
    metavar="FILE",
)
@click.option("--write", cls=Option, type=click.Path(path_type=Path), help="help.calibrate.write", metavar="FILE")
def command(
    slugs: tuple[str, ...],
    only_read: bool,
    chosen: str | None,
    files: tuple[Path, ...],
    write: Path | None,
    as_json: bool,
) -> None:
    """`sst calibrate`."""
    here = desk()
    talks = [talk_named(slug, here) for slug in dict.fromkeys(slugs)]
    wanted = skills_named(chosen, here)
    if write is not None and (len(talks) != 1 or files or only_read):
        raise BadOption(option="--write", value=click.format_filename(write), wanted="sst calibrate SLUG --write FILE")
    if files:
        rated = [of_file(file, talks, here) for file in files]
    elif only_read or not talks:
        show(talks, here, as_json)
        return
    else:
        rated = [(talk, sat(talk, wanted, here)) for talk in talks]
    if write is not None:
        write_whole(write, msgspec.json.format(msgspec.json.encode(rated[0][1])) + b"\n", private=True)
        here.remark(here.phrases("calibrate.written", path=click.format_filename(write)))
    answer(rated, here, as_json)


def talk_named(slug: str, here: Desk) -> Calibration:
    """The acted talk of this name. Raises UnknownId."""
    for talk in here.library.calibrations:
        if talk.id == slug:
            return talk
    raise UnknownId(id=slug, kind="calibrate")


def skills_named(chosen: str | None, here: Desk) -> tuple[str, ...]:
    """The skills to rate, all of them when none are named. Raises UnknownId."""
    instrument = here.library.instrument
    if not chosen:
        return instrument.skills
    try:
        return tuple(skills(chosen, instrument))
    except Unfit as cause:
        raise UnknownId(id=cause.words.get("word", chosen), kind="skill") from cause


def show(talks: list[Calibration], here: Desk, as_json: bool) -> None:
    """One talk or more to read, without a word of what the makers saw; or the list of them."""
    everyone = [talk for talk in here.library.calibrations if talk.retired is None]
    if as_json:
        instrument = here.library.instrument
        found = [talk_data(talk, here.phrases, turns=bool(talks)) for talk in talks or everyone]
        here.out_json({"instrument": instrument.id, "version": instrument.version, "talks": found})
    elif talks:
        here.out("\n\n".join("\n".join(talk_lines(talk, here.phrases)) for talk in talks))
    else:
        here.out(listing(everyone, here.phrases))


def sat(talk: Calibration, wanted: tuple[str, ...], here: Desk) -> Rating:
    """The talk on the screen, then its skills one by one. Raises NothingRated."""
    items = Sitting(talk, wanted, here).run()
    if not items:
        raise NothingRated(slug=talk.id)
    instrument = here.library.instrument
    nothing = ItemRating(state="missing")
    return Rating(
        format="sst-rating/1",
        instrument=instrument.id,
        version=instrument.version,
        session=talk.session,
        date=datetime.datetime.now().astimezone().date().isoformat(),
        ratee=talk.gold.ratee,
        rater=Rater(role="peer", label=here.phrases("calibrate.label"), blind=True),
        items={skill: items.get(skill, nothing) for skill in instrument.skills},
    )


def of_file(file: Path, talks: list[Calibration], here: Desk) -> tuple[Calibration, Rating]:
    """A rating made elsewhere, with the talk it is of. Raises RatingInvalid, NotOfATalk."""
    name = click.format_filename(file)
    rating, problems = inspected(file, name, here)
    serious = [problem for problem in problems if rating is None or problem.code not in DRAFT]
    for problem in serious:
        here.remark(f"{problem.path}:{problem.line}: {problem.code} {words(problem, here.phrases)}")
    if rating is None or serious:
        raise RatingInvalid(path=name, count=len(serious))
    for talk in talks or here.library.calibrations:
        if talk.session == rating.session:
            return talk, rating
    raise NotOfATalk(path=name, session=rating.session)


def answer(rated: list[tuple[Calibration, Rating]], here: Desk, as_json: bool) -> None:
    """Behaviour by behaviour what the makers saw and why, and how far the two go together."""
    library, say = here.library, here.phrases
    found = [(talk, beside(rating, talk.gold, library.instrument)) for talk, rating in rated]
    for talk, skills_beside in found:
        if not skills_beside:
            raise NothingRated(slug=talk.id)
    everything = agreement(skill for _, beside_gold in found for skill in beside_gold)
    if as_json:
        here.out_json(
            {
                "instrument": library.instrument.id,
                "version": library.instrument.version,
                "validated": library.instrument.validated,
                "gold": "makers",
                "talks": [result_data(talk, skills_beside, library, say) for talk, skills_beside in found],
                "overall": everything,
            }
        )
        return
    for (talk, skills_beside), (_, rating) in zip(found, rated, strict=True):
        here.out(result_text(talk, rating, skills_beside, library, say) + "\n")
    here.out(overall_text(everything, len(found), say))
    here.out("\n" + wrap(say("calibrate.status")))
    if any(talk.risk == "guided" for talk, _ in found):
        here.out("\n" + wrap(say("calibrate.help")))
