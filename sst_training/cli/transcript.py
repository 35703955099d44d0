"""`sst transcript FILE`: what the captions of a talk tell, as a description. It is never a score."""

from __future__ import annotations

import re
from pathlib import Path

import click
import msgspec

from sst_training.cli.check import sentence
from sst_training.cli.frame import Argument, Command, Desk, Option, desk
from sst_training.cli.transcript_text import transcript_text
from sst_training.errors import OutputUnwritable, TranscriptInvalid
from sst_training.model.problem import Problem
from sst_training.rating.captions import MOST_BYTES, Captions, read_captions
from sst_training.rating.transcript import describe

MOST_TOLD = 20


@click.command("transcript", cls=Command, json=True)
@click.argument("file", cls=Argument, type=click.Path(exists=True, dir_okay=False, readable=False, path_type=Path))
@click.option("--inherit", cls=Option, is_flag=True, help="help.transcript.inherit")
def command(file: Path, inherit: bool, as_json: bool) -> None:
    """`sst transcript`."""
    here = desk()
    captions = read(file, here, inherit)
    told = describe(captions.cues)
    if as_json:
        problems = [{"line": problem.line, "code": problem.code} for problem in captions.problems]
        here.out_json({**msgspec.to_builtins(told), "problems": problems})
    else:
        here.out(transcript_text(told, here.phrases))


def read(path: Path, here: Desk, inherit: bool) -> Captions:
    """The captions in a file, after telling what could not be read. Raises TranscriptInvalid, OutputUnwritable."""
    name = click.format_filename(path)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as cause:
        raise OutputUnwritable(path=name, reason=cause.strerror or "") from cause
    if len(content) > MOST_BYTES:
        problem = Problem(path=name, line=1, column=1, code="C002", words={"most": str(MOST_BYTES // 1024)})
        here.remark(f"{name}:1: C002 {sentence(problem, here.phrases)}")
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
