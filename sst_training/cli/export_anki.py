"""`sst export anki --out FILE`: terms, quiz questions and turning points as a deck to learn on a phone."""

from __future__ import annotations

import time
from pathlib import Path

import click

from sst_training.cli.frame import Command, Option, desk


@click.command("anki", cls=Command, key="export.anki")
@click.option(
    "--out", cls=Option, type=click.Path(path_type=Path), required=True, help="help.export.out", metavar="FILE"
)
def command(out: Path) -> None:
    """`sst export anki`."""
    from sst_training.cli.writing import write_whole
    from sst_training.export.anki import anki_deck

    here = desk()
    write_whole(out, anki_deck(here.library, here.phrases, int(time.time())))
    here.remark(here.phrases("print.written", path=click.format_filename(out)))
