"""Reads a file the user named, up to a number of bytes: whatever it is, it takes no more room than that."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.errors import OutputUnwritable
from sst_training.model.problem import Problem


def read_bounded(path: Path, most: int) -> tuple[bytes, list[Problem]]:
    """The first `most` bytes of a file, and a problem if there is more. Raises OutputUnwritable."""
    name = click.format_filename(path)
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as cause:
        raise OutputUnwritable(path=name, reason=cause.strerror or "") from cause
    if len(content) <= most:
        return content, []
    return content[:most], [Problem(path=name, line=1, column=1, code="C002", words={"most": str(most // 1024)})]
