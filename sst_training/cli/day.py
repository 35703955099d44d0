"""`sst day`: a training day from one line, on paper, and again from its file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from sst_training.cli.day_options import DayNeeds, NeedsOption, ReplayAlone, breaks, local_time, names, numbers, pairs
from sst_training.cli.frame import BadOption, Command, Desk, Option, desk
from sst_training.cli.printing import paper_option, sign_of_life
from sst_training.cli.seed import seed_option, seed_or_new
from sst_training.model.day import LEAST_MINUTES, ROUNDS, SIZES, Day, Options

DRAWN: Final = (
    *("participants", "rounds", "skills", "dealt", "same_case", "level_min", "level_max", "own_issue_rounds"),
    *("apart", "minutes", "breaks", "seed"),
)
"""The parameters that decide what is drawn; a stored day has decided them already."""

BELONGS: Final = (
    *(("absent", "replay"), ("from_round", "absent"), ("by", "out"), ("large", "out"), ("paper", "out")),
    ("ics", "start"),
)
"""Parameters that mean nothing without another."""


@click.command("day", cls=Command, json=True)
@click.option("--participants", cls=Option, type=click.IntRange(*SIZES), help="help.day.participants")
@click.option("--rounds", cls=Option, type=click.IntRange(*ROUNDS), help="help.day.rounds")
@click.option("--skills", cls=Option, metavar="ID,ID", help="help.day.skills")
@click.option("--dealt", cls=Option, is_flag=True, help="help.day.dealt")
@click.option("--same-case", cls=Option, is_flag=True, help="help.day.same_case")
@click.option("--level-min", cls=Option, type=click.IntRange(1, 3), default=1, help="help.day.level_min")
@click.option("--level-max", cls=Option, type=click.IntRange(1, 3), default=3, help="help.day.level_max")
@click.option("--own-issue-rounds", cls=Option, metavar="N,N", help="help.day.own_issue_rounds")
@click.option("--apart", cls=Option, metavar="N-N,N-N", help="help.day.apart")
@click.option("--minutes", cls=Option, type=click.IntRange(LEAST_MINUTES, 240), default=40, help="help.day.minutes")
@click.option("breaks", "--break", cls=Option, multiple=True, metavar="N:MIN", help="help.day.break")
@click.option("--ledger", cls=Option, type=click.Path(path_type=Path), metavar="FILE", help="help.day.ledger")
@click.option("--out", cls=Option, type=click.Path(path_type=Path), metavar="DIR", help="help.day.out")
@click.option("--by", cls=Option, type=click.Choice(["round", "person"]), default="round", help="help.day.by")
@click.option("--large", cls=Option, is_flag=True, help="help.day.large")
@paper_option
@click.option("--ics", cls=Option, type=click.Path(path_type=Path), metavar="FILE", help="help.day.ics")
@click.option("--start", cls=Option, metavar="TIME", help="help.day.start")
@click.option(
    "--replay",
    cls=Option,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="help.day.replay",
)
@click.option("--absent", cls=Option, metavar="N,N", help="help.day.absent")
@click.option("--from-round", cls=Option, type=click.IntRange(*ROUNDS), default=1, help="help.day.from_round")
@seed_option
def command(as_json: bool, **given: Any) -> None:
    """`sst day`."""
    here = desk()
    check_together(given)
    start = local_time(given["start"])
    opened = None
    if given["ledger"] is not None:
        from sst_training.store.ledger import check_writable, open_ledger

        opened = open_ledger(given["ledger"])
        if given["out"] is not None:
            check_writable(given["ledger"])
    day = stored(here, given) if given["replay"] is not None else drawn(here, given, opened)
    if given["out"] is not None:
        from sst_training.sheets.day_pack import write_day_pack

        how = {name: given[name] for name in ("by", "large", "paper")} | {"again": again(here, given, start)}
        with sign_of_life(here, "day.printing") as step:
            files = write_day_pack(day, here.library, here.phrases, given["out"], **how, start=start, step=step)
    if given["ics"] is not None and start is not None:
        write_calendar(here, day, given["ics"], start)
    if opened is not None:
        keep(here, opened, day, written=given["out"] is not None)
    if as_json:
        here.out_json(day)
    elif given["out"] is not None:
        report(here, day, given["out"], files)
    else:
        from sst_training.cli.day_text import day_text

        here.out(day_text(here, day, start))


def check_together(given: dict[str, Any]) -> None:
    """Refuses options that do not go together. Raises DayNeeds, NeedsOption or ReplayAlone."""
    context = click.get_current_context()
    flags = {param.name: param.opts[0] for param in context.command.params}

    def named(name: str) -> bool:
        source = context.get_parameter_source(name)
        return source not in (None, click.core.ParameterSource.DEFAULT, click.core.ParameterSource.DEFAULT_MAP)

    for name, other in BELONGS:
        if named(name) and not named(other):
            raise NeedsOption(option=flags[name], other=flags[other])
    if given["replay"] is None:
        if given["participants"] is None or given["rounds"] is None:
            raise DayNeeds()
        return
    for name in DRAWN:
        if named(name):
            raise ReplayAlone(option=flags[name])


def options_of(here: Desk, given: dict[str, Any]) -> Options:
    """What the trainer asked for, checked. Raises BadOption, UnknownId or SafetyIsGuided."""
    from sst_training.draw.skills import asked

    rounds = given["rounds"]
    if given["level_min"] > given["level_max"]:
        raise BadOption(option="--level-min", value=str(given["level_min"]), wanted=f"1–{given['level_max']}")
    named = names(given["skills"])
    return Options(
        skills=None if named is None else asked(named, here.library.instrument),
        dealt=given["dealt"],
        same_case=given["same_case"],
        level_min=given["level_min"],
        level_max=given["level_max"],
        own_issue_rounds=numbers("--own-issue-rounds", given["own_issue_rounds"], 2, rounds - 1, "2,5"),
        apart=pairs(given["apart"], given["participants"]),
        minutes=given["minutes"],
        breaks=breaks(given["breaks"], rounds),
    )


def drawn(here: Desk, given: dict[str, Any], opened: Any) -> Day:
    """A new day."""
    from sst_training.draw.day import draw_day

    options = options_of(here, given)
    participants, rounds = given["participants"], given["rounds"]
    seed, _ = seed_or_new(given["seed"])
    met: dict[str, tuple[str, ...]] = {}
    if opened is not None:
        from sst_training.store.ledger import met_before

        met = met_before(opened.ledger, seed, participants, rounds, options)
    return draw_day(here.library, participants, rounds, options, seed, here.lang, met)


def stored(here: Desk, given: dict[str, Any]) -> Day:
    """A stored day, or what is left of it. Raises BadOption for who or what is not in it."""
    from sst_training.draw.replay import replayed, without
    from sst_training.store.day_file import read_day

    day = replayed(read_day(given["replay"]), here.library, here.lang)
    absent = numbers("--absent", given["absent"], 1, day.participants, "7,12")
    if given["from_round"] > day.rounds:
        raise BadOption(option="--from-round", value=str(given["from_round"]), wanted=f"1–{day.rounds}")
    return without(day, here.library, absent, given["from_round"]) if absent else day


def write_calendar(here: Desk, day: Day, path: Path, start: datetime) -> None:
    """The day as a calendar file. Raises OutputUnwritable."""
    from sst_training.cli.writing import write_whole
    from sst_training.export.ics import day_calendar

    write_whole(path, day_calendar(day, here.library.instrument, here.phrases, start))


def again(here: Desk, given: dict[str, Any], start: datetime | None) -> str:
    """What this pack was asked for, as it would be typed behind the command that makes the rest of the day anew."""
    typed = [
        *([] if start is None else [f"--start {start:%Y-%m-%dT%H:%M}"]),
        *([] if given["by"] == "round" else [f"--by {given['by']}"]),
        *(["--large"] if given["large"] else []),
        *([] if given["paper"] == "a4" else [f"--paper {given['paper']}"]),
        *([] if here.lang == "nl" else [f"--lang {here.lang}"]),
    ]
    return "".join(f" {option}" for option in typed)


def keep(here: Desk, opened: Any, day: Day, *, written: bool) -> None:
    """Adds the day to the ledger once all that was asked for is on disk; a day nobody prints is not added."""
    if not written:
        here.remark(here.phrases("day.ledger.read"))
        return
    from sst_training.store.ledger import write_ledger

    write_ledger(opened, day)


def report(here: Desk, day: Day, out: Path, files: list[str]) -> None:
    """What was written, and what the trainer should know about it."""
    from sst_training.cli.day_text import remarks_of
    from sst_training.cli.layout import bullets

    here.out(here.phrases("day.written", path=click.format_filename(out)) + "\n" + bullets(files))
    if remarks := remarks_of(here, day):
        here.out(here.phrases("print.day.notes") + "\n" + bullets(remarks))
    here.out(here.phrases("roleplay.seed", seed=day.seed, algorithm=day.algorithm, library=day.library))
