"""`sst transcript FILE`: what the captions of a talk tell, as a description. It is never a score."""

from __future__ import annotations

import re
from pathlib import Path

import click
import msgspec

from sst_training.cli.bounded_file import read_bounded
from sst_training.cli.check import sentence
from sst_training.cli.data_folder import code_of, data_option, observations, open_store
from sst_training.cli.frame import Argument, BadOption, Command, Desk, Option, desk
from sst_training.cli.layout import wrap
from sst_training.cli.lookup import sought
from sst_training.cli.transcript_text import transcript_text
from sst_training.errors import NoTranscriptHere, TranscriptInvalid
from sst_training.model.annex import Annex
from sst_training.model.problem import Problem
from sst_training.rating.captions import MOST_BYTES, Captions, read_captions
from sst_training.rating.described import kept_description
from sst_training.rating.transcript import Transcript, describe
from sst_training.store import backups

MOST_TOLD = 20


@click.command("transcript", cls=Command, json=True)
@click.argument("file", cls=Argument, type=click.Path(exists=True, dir_okay=False, readable=False, path_type=Path))
@click.option("--inherit", cls=Option, is_flag=True, help="help.transcript.inherit")
@click.option("--session", cls=Option, type=code_of, help="help.transcript.session", metavar="CODE")
@click.option("--practitioner", cls=Option, help="help.transcript.practitioner", metavar="NAME")
@data_option
def command(
    file: Path, inherit: bool, session: str | None, practitioner: str | None, data: str | None, as_json: bool
) -> None:
    """`sst transcript`."""
    here = desk()
    captions = read(file, here, inherit)
    told = describe(captions.cues)
    if practitioner is not None:
        practitioner = name_in(told, practitioner)
    if session is not None:
        keep(told, session, practitioner, data, here)
    if as_json:
        problems = [{"line": problem.line, "code": problem.code} for problem in captions.problems]
        here.out_json({**msgspec.to_builtins(told), "problems": problems})
    else:
        here.out(transcript_text(told, here.phrases))


def read(path: Path, here: Desk, inherit: bool) -> Captions:
    """The captions in a file, after telling what could not be read. Raises TranscriptInvalid, OutputUnwritable."""
    name = click.format_filename(path)
    content, too_long = read_bounded(path, MOST_BYTES)
    if too_long:
        here.remark(f"{name}:1: C002 {sentence(too_long[0], here.phrases)}")
        raise TranscriptInvalid(path=name)
    found = read_captions(content, name, inherit=inherit)
    for problem in found.problems[:MOST_TOLD]:
        here.remark(f"{name}:{problem.line}: {problem.code} {words(problem, here)}")
    if (more := len(found.problems) - MOST_TOLD) > 0:
        here.remark(here.phrases("ratings.more", count=more))
    if not found.cues:
        raise TranscriptInvalid(path=name)
    return found


def words(problem: Problem, here: Desk) -> str:
    """What a problem says, in one line."""
    said = here.phrases(f"transcript.{problem.code}", **problem.words)
    return re.sub(r"\s+", " ", said)


def name_in(told: Transcript, typed: str) -> str:
    """The name in the captions that is meant, whatever its capitals. Raises BadOption."""
    names = [one.name for one in told.speakers if one.name is not None]
    for name in names:
        if sought(name) == sought(typed.strip()):
            return name
    raise BadOption(option="--practitioner", value=typed[:40], wanted=" | ".join(names) or "–")


def keep(told: Transcript, session: str, practitioner: str | None, data: str | None, here: Desk) -> None:
    """Puts the description beside a session: figures alone. Raises UnknownSession, NoTranscriptHere, OutputUnwritable."""
    say, store = here.phrases, open_store(data, here)
    ratings = [rating for _, rating in observations(store, session)]
    code, ratee = ratings[0].session, ratings[0].ratee
    if any(rating.session_kind == "own-issue" for rating in ratings):
        raise NoTranscriptHere(session=code)
    there = store.annexes.of_session(code)
    today = backups.now().date().isoformat()
    annex = msgspec.structs.replace(
        there or Annex(session=code, ratee=ratee), description=kept_description(told, today, practitioner)
    )
    store.annexes.put(annex)
    replaced = there is not None and there.description is not None
    here.remark(wrap(say("transcript.kept_again" if replaced else "transcript.kept", session=code)))
    if practitioner is None and len(told.speakers) > 1:
        here.remark(wrap(say("transcript.whose")))
    if all(rating.recording is None for rating in ratings):
        here.remark(wrap(say("transcript.no_recording")))
