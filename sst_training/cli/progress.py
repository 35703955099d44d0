"""`sst progress LABEL`: one person over time, a level a session, only what may stand side by side."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.data_folder import data_option, open_store
from sst_training.cli.frame import Argument, Command, Option, desk
from sst_training.cli.layout import heading, table, wrap
from sst_training.cli.many_ratings import ManyRatings
from sst_training.cli.measure_words import left_out
from sst_training.errors import UnknownLabel
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Role
from sst_training.rating.progress import Dot, Line, Progress, progress
from sst_training.sheets.report_words import date_words

ACROSS = 8
"""Sessions side by side in 80 columns; more begin a new block."""


@click.command("progress", cls=Command, json=True)
@click.argument("label", cls=Argument)
@click.argument("paths", cls=Argument, nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--role", cls=Option, type=click.Choice(["self", "peer", "trainer"]), default="self", help="help.progress.role"
)  # fmt: skip
@data_option
def command(label: str, paths: tuple[Path, ...], role: Role, data: str | None, as_json: bool) -> None:
    """`sst progress`."""
    here = desk()
    many = ManyRatings(here)
    if paths:
        ratings = [rating for rating, _ in many.each(paths)]
    else:
        kept = ((one.name, one.rating) for one in open_store(data, here, reading=True).kept() if one.rating is not None)
        ratings = [rating for rating, _ in many.kept(kept) if rating is not None]
    many.finish()
    found = progress(label, ratings, here.library, role=role, left_out=many.left_out)
    if not found.roles:
        raise UnknownLabel(label=label)
    if as_json:
        here.out_json(found)
    else:
        here.out(progress_text(found, here.library.instrument, here.phrases))


def progress_text(found: Progress, instrument: Instrument, say: Phrases) -> str:
    """A block a line of sessions, a row a skill."""
    levels = " · ".join(f"{level} {say.text(text)}" for level, text in instrument.levels.items())
    parts = [
        "\n".join([heading(say("progress.title", label=found.label)), wrap(say("progress.how")), wrap(levels)]),
        *(block for line in found.lines for block in blocks(line, instrument, say)),
    ]
    if not found.lines:
        parts.append(wrap(say("progress.none", role=say(f"progress.role.{found.role}"))))
    others = [
        wrap(say("progress.others", count=count, role=say(f"progress.role.{role}"), option=role), 2, "  ")
        for role, count in found.roles.items()
        if role != found.role and role != "gold"
    ]
    out = left_out(found.left_out, say)
    if others or out:
        parts.append("\n".join([*others, *out]))
    parts.append(wrap(say.text(instrument.status)))
    return "\n\n".join(parts)


def blocks(line: Line, instrument: Instrument, say: Phrases) -> list[str]:
    """One line of sessions, eight to a block."""
    level = say("score.next.level", level=line.level) if line.level else say("progress.no_level")
    title = f"{say(f'score.kind.{line.session_kind}')}, {level}" if line.session_kind == "role-play" else say(
        f"score.kind.{line.session_kind}"
    )  # fmt: skip
    title = f"{say(f'score.by.{line.role}', label=line.rater)} · {title}"
    return [
        block(title, line.sessions[start : start + ACROSS], start, instrument, say)
        for start in range(0, len(line.sessions), ACROSS)
    ]


def block(title: str, dots: tuple[Dot, ...], start: int, instrument: Instrument, say: Phrases) -> str:
    """Sessions by number, then a row a skill: its level, a point where it was not looked at."""
    lines = [heading(title)]
    for number, dot in enumerate(dots, start + 1):
        scenario = f" · {dot.scenario}" if dot.scenario else ""
        withheld = f" · {say('progress.withheld')}" if dot.withheld else ""
        lines.append(wrap(f"{date_words(say, dot.date)} · {dot.session}{scenario}{withheld}", 6, f"  {number:>2}. "))
    rows = [["  " + say("score.profile.skill"), *(str(number) for number in range(start + 1, start + 1 + len(dots)))]]
    for item in instrument.items:
        cells = [sign(dot, item.id) for dot in dots]
        if any(cell.isdecimal() for cell in cells):
            rows.append(["  " + say.text(item.text), *cells])
    return "\n".join([*lines, "", table(rows)])


def sign(dot: Dot, skill: str) -> str:
    """A level, `!` while an unsafe tick withholds it, `·` where there is none."""
    if dot.withheld:
        return "!"
    level = dot.items[skill].level
    return "·" if level is None else str(level)
