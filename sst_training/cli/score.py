"""`sst score FILE` or `sst score SESSION`: the profile of one observation, and one next practice step."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from sst_training.cli.data_folder import data_option, file_or_session
from sst_training.cli.frame import Argument, Command, Desk, Option, desk
from sst_training.cli.rating_file import read_rating
from sst_training.cli.score_context import context_of, keep_choice
from sst_training.cli.score_text import report_text
from sst_training.cli.writing import write_whole
from sst_training.errors import OutputUnwritable, UnknownId
from sst_training.rating.report import Report, report
from sst_training.rating.score import score


@click.command("score", cls=Command, json=True)
@click.argument("given", cls=Argument, metavar="FILE|SESSION")
@click.option("--label", cls=Option, help="help.score.label", metavar="L")
@click.option("--skill", cls=Option, help="help.score.skill", metavar="ID")
@click.option(
    "--client",
    "forms",
    cls=Option,
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, readable=False, path_type=Path),
    help="help.score.client",
    metavar="FILE",
)
@click.option("--html", cls=Option, type=click.Path(path_type=Path), help="help.score.html", metavar="FILE")
@click.option("--pdf", cls=Option, type=click.Path(path_type=Path), help="help.score.pdf", metavar="FILE")
@data_option
def command(
    given: str,
    label: str | None,
    skill: str | None,
    forms: tuple[Path, ...],
    html: Path | None,
    pdf: Path | None,
    data: str | None,
    as_json: bool,
) -> None:
    """`sst score`."""
    here = desk()
    instrument = here.library.instrument
    if skill is not None and instrument.item(skill) is None:
        raise UnknownId(id=skill, kind="skill")
    file, store = file_or_session(given, label, data, here)
    for target in (html, pdf):
        refuse_itself(target, (file, *forms), here)
    rating = read_rating(file, here)
    context = context_of(rating, store, forms, here)
    result = score(rating, here.library, skill=skill, challenge=context.challenge)
    today = datetime.datetime.now().astimezone().date().isoformat()
    told = report(rating, result, here.library, today=today, chosen=skill is not None, context=context)
    write(told, html, pdf, here)
    if as_json:
        here.out_json(result)
    else:
        here.out(report_text(told, here.phrases))
    if skill is not None and store is not None:  # last: a full disk should not hold up what is already known
        keep_choice(rating, store, skill)


def refuse_itself(target: Path | None, files: tuple[Path, ...], here: Desk) -> None:
    """A page is never written over what it is made of. Raises OutputUnwritable."""
    if target is not None and target.exists() and any(target.samefile(file) for file in files):
        raise OutputUnwritable(path=click.format_filename(target), reason=here.phrases("score.html_is_file"))


def write(told: Report, html: Path | None, pdf: Path | None, here: Desk) -> None:
    """The report as files, for their owner alone. Raises SignNotInFont, CannotTypeset, OutputUnwritable."""
    say = here.phrases
    if html is not None:
        from sst_training.sheets.report_html import report_html

        write_whole(html, report_html(told, say).encode(), private=True)
        here.remark(say("score.written", path=click.format_filename(html)))
    if pdf is not None:
        from sst_training.sheets.report_pdf import report_pdf

        content, lost = report_pdf(told, say)
        write_whole(pdf, content, private=True)
        here.remark(say("score.written", path=click.format_filename(pdf)))
        if lost:
            here.remark(say("score.signs", signs=" ".join(lost)))
