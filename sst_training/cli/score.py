"""`sst score FILE` or `sst score SESSION`: the profile of one observation, and one next practice step."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from sst_training.cli.data_folder import data_option, file_or_session
from sst_training.cli.frame import Argument, Command, Option, desk
from sst_training.cli.rating_file import read_rating
from sst_training.cli.score_text import report_text
from sst_training.cli.writing import write_whole
from sst_training.errors import OutputUnwritable, UnknownId
from sst_training.rating.report import report
from sst_training.rating.score import score


@click.command("score", cls=Command, json=True)
@click.argument("given", cls=Argument, metavar="FILE|SESSION")
@click.option("--label", cls=Option, help="help.score.label", metavar="L")
@click.option("--skill", cls=Option, help="help.score.skill", metavar="ID")
@click.option("--html", cls=Option, type=click.Path(path_type=Path), help="help.score.html", metavar="FILE")
@data_option
def command(
    given: str, label: str | None, skill: str | None, html: Path | None, data: str | None, as_json: bool
) -> None:
    """`sst score`."""
    here = desk()
    instrument = here.library.instrument
    if skill is not None and instrument.item(skill) is None:
        raise UnknownId(id=skill, kind="skill")
    file = file_or_session(given, label, data, here)
    rating = read_rating(file, here)
    result = score(rating, here.library, skill=skill)
    today = datetime.datetime.now().astimezone().date().isoformat()
    told = report(rating, result, here.library, today=today, chosen=skill is not None)
    if html is not None:
        from sst_training.sheets.report_html import report_html

        if html.exists() and html.samefile(file):
            raise OutputUnwritable(path=click.format_filename(html), reason=here.phrases("score.html_is_file"))
        write_whole(html, report_html(told, here.phrases).encode())
        here.remark(here.phrases("score.written", path=click.format_filename(html)))
    if as_json:
        here.out_json(result)
    else:
        here.out(report_text(told, here.phrases))
