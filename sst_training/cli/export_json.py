"""`sst export json [--out FILE]`: the whole library as one document."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from sst_training.cli.frame import Command, Option, desk


@click.command("json", cls=Command, key="export.json")
@click.option("--out", cls=Option, type=click.Path(path_type=Path), help="help.export.json.out", metavar="FILE")
def command(out: Path | None) -> None:
    """`sst export json`."""
    from sst_training.cli.writing import write_whole
    from sst_training.export.library_json import library_data

    here = desk()
    data = library_data(here.library, here.lang)
    if out is None:
        here.out_json(data)
        return
    write_whole(out, msgspec.json.encode(data) + b"\n")
    here.remark(here.phrases("print.written", path=click.format_filename(out)))
