"""Writes a file the user asked for: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from sst_training.errors import OutputUnwritable


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the target and moves it into place, so that a full disk leaves no half file.

    What stands there and is no ordinary file (a pipe, a terminal) is written to as it is.
    Raises OutputUnwritable.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".sst-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
    except OSError as cause:
        raise OutputUnwritable(path=click.format_filename(path), reason=cause.strerror or "") from cause
