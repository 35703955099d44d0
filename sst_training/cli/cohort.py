"""`sst cohort PATH…`: a group for its trainer, counts per skill, no one by name and no one before another."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.frame import Argument, Command, desk
from sst_training.cli.layout import heading, table, wrap
from sst_training.cli.many_ratings import ManyRatings
from sst_training.cli.measure_words import left_out
from sst_training.errors import NoRatings
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.rating.cohort import Cohort, Counted, Gathering
from sst_training.rating.profile import LEVELS
from sst_training.sheets.number_words import signed


@click.command("cohort", cls=Command, json=True)
@click.argument("paths", cls=Argument, nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def command(paths: tuple[Path, ...], as_json: bool) -> None:
    """`sst cohort`."""
    here = desk()
    many = ManyRatings(here)
    gathering = Gathering(here.library.instrument)
    for rating, answers in many.each(paths):
        gathering.add(rating, answers)
    many.finish()
    gathering.left_out += many.left_out
    found = gathering.result()
    if not found.ratings:
        for line in left_out(found.left_out, here.phrases):
            here.remark(line.strip())
        raise NoRatings(count=sum(found.left_out.values()))
    if as_json:
        here.out_json(found)
    else:
        here.out(cohort_text(found, here.library.instrument, here.phrases))


def cohort_text(found: Cohort, instrument: Instrument, say: Phrases) -> str:
    """Levels through others' eyes and through one's own, what hindered most, the differences, what stayed out."""
    if found.people is None:
        counts = say("cohort.few", ratings=found.ratings, least=found.least)
    else:
        counts = say("cohort.counts", people=found.people, sessions=found.sessions, ratings=found.ratings)
    parts = [
        f"{heading(say('cohort.title'))}\n{wrap(counts)}\n{wrap(say('cohort.how', least=found.least))}",
        levels("others", found, instrument, say),
        levels("self", found, instrument, say),
        hindering(found, instrument, say),
        gaps(found, instrument, say),
    ]
    out = left_out(found.left_out, say)
    if found.hidden and found.people is not None:
        names = {item.id: say.text(item.text) for item in instrument.items}
        hidden = ", ".join(names[skill] for skill in found.hidden)
        out.insert(0, wrap(say("cohort.hidden", skills=hidden, least=found.least), 2, "  "))
    if out:
        parts.append("\n".join(out))
    parts.append(wrap(say.text(instrument.status)))
    return "\n\n".join(part for part in parts if part)


def levels(eyes: str, found: Cohort, instrument: Instrument, say: Phrases) -> str:
    """How many at each level, a row a skill, in the order of the talk."""
    rows = []
    for item in instrument.items:
        counted: Counted | None = getattr(found.items[item.id], eyes)
        if counted is not None:
            cells = [f"{counted.levels[str(level)]:>6}" for level in LEVELS]
            rows.append(["  " + say.text(item.text), *cells, str(counted.people)])
    if not rows:
        return ""
    names = " · ".join(f"{level} {say.text(text)}" for level, text in instrument.levels.items())
    head = ["  " + say("score.profile.skill"), *(f"{level:>6}" for level in LEVELS), say("cohort.people")]
    return "\n".join([heading(say(f"cohort.levels.{eyes}")), table([head, *rows]), wrap(names, 2, "  ")])


def hindering(found: Cohort, instrument: Instrument, say: Phrases) -> str:
    """The hindering behaviours that were ticked most."""
    texts = {tick.id: say.text(tick.text) for item in instrument.items for tick in item.ticks}
    rows = [[f"  {one.ratings:>5}×", say("cohort.of", of=one.of), texts[one.tick]] for one in found.hindering]
    return "\n".join([heading(say("cohort.hindering")), table(rows)]) if rows else ""


def gaps(found: Cohort, instrument: Instrument, say: Phrases) -> str:
    """The differences between oneself and others, and the largest."""
    rows = []
    for item in instrument.items:
        gap = found.items[item.id].gaps
        if gap is not None:
            spread = " · ".join(f"{signed(one.difference, say)}: {one.pairs}" for one in gap.differences)
            rows.append(["  " + say.text(item.text), f"{signed(gap.largest, say):>3}", spread])
    if not rows:
        return ""
    head = ["  " + say("score.profile.skill"), say("cohort.largest"), say("cohort.spread")]
    return "\n".join([heading(say("cohort.gaps")), table([head, *rows]), wrap(say("cohort.gaps.how"), 2, "  ")])
