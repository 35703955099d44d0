"""`sst compare FILE FILE…`: one's own observation beside others', once one's own is locked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sst_training.cli.compare_text import comparison_text
from sst_training.cli.data_folder import CODE, code_of, data_option, observations, open_store
from sst_training.cli.frame import Argument, BadPath, Command, Desk, Option, desk
from sst_training.cli.rating_file import MOST_BYTES, inspected, words
from sst_training.cli.score import refuse_itself
from sst_training.cli.writing import write_whole
from sst_training.errors import CannotCompare, RatingsInvalid
from sst_training.library.reading import Unreadable, read_document
from sst_training.model.annex import Annex
from sst_training.model.problem import Problem
from sst_training.model.rating import Rating
from sst_training.rating.beside import beside
from sst_training.rating.checks import unfinished
from sst_training.rating.compare import Comparison, compare, refusal
from sst_training.sheets.comparison_sections import comparison_sections, opening
from sst_training.sheets.sections import Section


@click.command("compare", cls=Command, json=True)
@click.argument("what", cls=Argument, nargs=-1, required=True, metavar="FILE…|SESSION")
@click.option("--html", cls=Option, type=click.Path(path_type=Path), help="help.compare.html", metavar="FILE")
@click.option("--pdf", cls=Option, type=click.Path(path_type=Path), help="help.compare.pdf", metavar="FILE")
@data_option
def command(what: tuple[str, ...], html: Path | None, pdf: Path | None, data: str | None, as_json: bool) -> None:
    """`sst compare`."""
    here = desk()
    for target in (html, pdf):
        refuse_itself(target, tuple(Path(name) for name in what if Path(name).is_file()), here)
    ratings, clients, annex = gathered(what, data, here)
    found = compare(ratings, here.library.instrument)
    mine = next(rating for rating in ratings if rating.rater.role == "self")
    for label in (rating.rater.label for rating in ratings if not rating.locked):
        here.remark(here.phrases("compare.unlocked", label=label))
    sections = comparison_sections(found, ratings, here.library, here.phrases, beside(mine, clients, annex))
    write(found, sections, html, pdf, here)
    if as_json:
        here.out_json(found)
    else:
        status = here.phrases.text(here.library.instrument.status)
        here.out(comparison_text(*opening(found, here.phrases), sections, status))


def write(found: Comparison, sections: list[Section], html: Path | None, pdf: Path | None, here: Desk) -> None:
    """The comparison as files, for their owner alone. Raises SignNotInFont, CannotTypeset, OutputUnwritable."""
    say, instrument = here.phrases, here.library.instrument
    title, who = opening(found, say)
    if html is not None:
        from sst_training.sheets.comparison_html import comparison_html

        page = comparison_html(title, who, sections, say.text(instrument.status), say)
        write_whole(html, page.encode(), private=True)
        here.remark(say("score.written", path=click.format_filename(html)))
    if pdf is not None:
        from sst_training.sheets.report_pdf import comparison_pdf

        content, lost = comparison_pdf(title, who, sections, instrument, say)
        write_whole(pdf, content, private=True)
        here.remark(say("score.written", path=click.format_filename(pdf)))
        if lost:
            here.remark(say("score.signs", signs=" ".join(lost)))


def gathered(what: Sequence[str], data: str | None, here: Desk) -> tuple[list[Rating], list[Rating], Annex | None]:
    """The ratings to compare, the client's forms, and what is kept with the session.

    Raises CannotCompare before anything of others is told.
    """
    found: list[tuple[Rating | None, list[Problem]]] = []
    unread: list[bool] = []
    annex: Annex | None = None
    for name in what:
        path = Path(name)
        if path.is_file():
            found.append(inspected(path, click.format_filename(path), here))
            unread.append(found[-1][0] is None and not may_be_own(path))
        elif CODE.fullmatch(code := code_of(name)):
            store = open_store(data, here, reading=True)
            annex = store.annexes.of_session(code)
            for one, rating in observations(store, code):
                told = unfinished(rating, here.library.instrument, path=one.name, marks={})
                found.append((rating, told))
                unread.append(False)
        else:
            raise BadPath(option="", value=name)
    client = [rating for rating, _ in found if rating is not None and rating.rater.role == "client"]
    found_others = [(rating, told) for rating, told in found if rating not in client]
    wrong = [problem for _, told in found_others for problem in told]
    readable = [rating for rating, _ in found_others if rating is not None]
    why = refusal(readable)
    if why is None and not wrong:
        if client:
            here.remark(here.phrases("compare.client"))
        return readable, [form for form in client if form.session == readable[0].session], annex
    # A problem's words name ticks: nobody reads those of others while their own observation is open.
    mine_locked = any(rating.rater.role == "self" and rating.locked for rating in readable)
    own = [told for rating, told in found_others if rating is not None and rating.rater.role == "self"]
    own += [told for (rating, told), other in zip(found, unread, strict=True) if rating is None and not other]
    shown = wrong if mine_locked else [problem for told in own for problem in told]
    for problem in shown:
        here.remark(f"{problem.path}:{problem.line}: {problem.code} {words(problem, here.phrases)}")
    if shown and wrong:
        raise RatingsInvalid(count=len(shown))
    reason = why or refusal([])
    assert reason is not None  # noqa: S101  # nothing at all is refused for want of one's own
    raise CannotCompare(reason=here.phrases(f"compare.refused.{reason.why}", what=reason.what))


def may_be_own(path: Path) -> bool:
    """Whether a file that is no sound rating says it is one's own; or is no data at all, which tells of nobody."""
    try:
        data = read_document(path, most_bytes=MOST_BYTES).data
    except (Unreadable, OSError):
        return True
    rater = data.get("rater") if isinstance(data, dict) else None
    return isinstance(rater, dict) and rater.get("role") == "self"
