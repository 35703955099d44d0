"""`sst agreement PATH…`: coefficients for pooled ratings or a table, each with its interval and its reasons."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from sst_training.cli.agreement_text import agreement_text
from sst_training.cli.bounded_file import read_bounded
from sst_training.cli.frame import Argument, BadOption, Command, Desk, Option, desk
from sst_training.cli.many_ratings import ManyRatings
from sst_training.cli.seed import seed_option, seed_or_new
from sst_training.errors import NoRatings, RatedTwice, TableInvalid
from sst_training.library.reading import CONTROL, place
from sst_training.model.problem import Problem
from sst_training.rating.agreement.alpha import Level
from sst_training.rating.agreement.csv_table import MOST_CATEGORIES, read_table
from sst_training.rating.agreement.figures import Note, figures
from sst_training.rating.agreement.pooled import SCALE, pool
from sst_training.rating.agreement.table import Table, plain

MOST_BYTES: Final = 4 * 1024 * 1024
DEFAULT_SEED: Final = "1"
"""Without --seed the same table gives the same intervals; the seed is printed either way."""


@click.command("agreement", cls=Command, json=True)
@click.argument("paths", cls=Argument, nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--level", cls=Option, type=click.Choice(["nominal", "ordinal", "interval"]), help="help.agreement.level"
)  # fmt: skip
@click.option("--scale", cls=Option, help="help.agreement.scale", metavar="1,2,3,4")
@click.option("--by-role", cls=Option, is_flag=True, help="help.agreement.by_role")
@seed_option
def command(
    paths: tuple[Path, ...], level: Level | None, scale: str | None, by_role: bool, seed: str | None, as_json: bool
) -> None:
    """`sst agreement`."""
    here = desk()
    shown, number = seed_or_new(DEFAULT_SEED if seed is None else seed)
    categories = scale_of(scale)
    notes: list[Note] = []
    tables = [path for path in paths if path.suffix.lower() == ".csv"]
    if len(paths) == 1 and tables:
        table = from_csv(paths[0], categories, here)
    elif tables:
        raise BadOption(option="PATH", value=click.format_filename(tables[0]), wanted=here.phrases("agreement.one_csv"))
    else:
        if categories is not None and tuple(categories) != SCALE:
            raise BadOption(option="--scale", value=scale, wanted=",".join(SCALE))
        table, notes = from_ratings(paths, here, by_role)
    found = figures(table, number, shown, level=level, notes=notes, step=sign_of_life(here))
    if as_json:
        here.out_json(found)
    else:
        here.out(agreement_text(found, here.phrases, sessions=not tables))


def scale_of(text: str | None) -> list[str] | None:
    """The categories of `--scale`. Raises BadOption."""
    if text is None:
        return None
    found = [plain(part.strip()) for part in text.split(",")]
    if not 2 <= len(found) <= MOST_CATEGORIES or "" in found or len(set(found)) < len(found):
        raise BadOption(option="--scale", value=text, wanted="1,2,3,4")
    return found


def from_csv(path: Path, scale: list[str] | None, here: Desk) -> Table:
    """The table in a CSV file. Raises TableInvalid after printing each problem, OutputUnwritable."""
    name = click.format_filename(path)
    content, problems = read_bounded(path, MOST_BYTES)
    problems = problems or unfit(content, name)
    table = None
    if not problems:
        table, problems = read_table(content.decode("utf-8-sig"), name, scale)
    for problem in problems[:20]:
        here.remark(f"{name}:{problem.line}: {problem.code} {words(problem, here)}")
    if table is None:
        raise TableInvalid(path=name, count=len(problems))
    return table


def unfit(content: bytes, name: str) -> list[Problem]:
    """What keeps bytes from being read as a table at all."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        return [Problem(path=name, line=content.count(b"\n", 0, cause.start) + 1, column=1, code="C003")]
    if found := CONTROL.search(text):
        line, column = place(text, found.start())
        return [Problem(path=name, line=line, column=column, code="C004", words={"sign": f"U+{ord(found[0]):04X}"})]
    return []


def words(problem: Problem, here: Desk) -> str:
    """What a problem says: `agreement.<code>` for a table's own, else as `sst check` says it."""
    from sst_training.cli.check import sentence

    key = f"agreement.{problem.code}"
    return here.phrases(key, **problem.words) if key in here.phrases else sentence(problem, here.phrases)


def from_ratings(paths: tuple[Path, ...], here: Desk, by_role: bool) -> tuple[Table, list[Note]]:
    """The ratings as a table, with a note for what stayed out. Raises RatingsInvalid, RatedTwice, NoRatings."""
    many = ManyRatings(here)
    found = pool((rating for rating, _ in many.each(paths)), here.library.instrument, by_role=by_role)
    many.finish()
    if found.twice:
        first = found.twice[0]
        raise RatedTwice(session=first.session, rater=first.rater)
    if not found.table.units:
        for reason, count in {**many.left_out, **found.left_out}.items():
            here.remark(here.phrases(f"left_out.{reason}", count=count))
        raise NoRatings(count=sum(many.left_out.values()) + sum(found.left_out.values()))
    counts = {**many.left_out, **found.left_out}
    return found.table, [Note(f"left_out.{reason}", count=count) for reason, count in counts.items()]


def sign_of_life(here: Desk) -> Callable[[int], None]:
    """Shows on a terminal how many resamples are done."""
    alive = sys.stderr.isatty()

    def step(done: int) -> None:
        if alive and done and done % 100 == 0:
            end = "\r\x1b[K" if done >= 900 else ""
            click.echo(f"\r{here.phrases('agreement.drawing', count=done)}{end}", nl=False, err=True)

    return step
