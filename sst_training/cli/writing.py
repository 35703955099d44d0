"""Writes a file the user asked for: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import Final

import click

from sst_training.errors import OutputUnwritable

PRIVATE: Final = 0o600
ORDINARY: Final = 0o666
"""Before the umask: what any program gives a new file."""


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Writes beside the target and moves it into place, so that a full disk leaves no half file.

    private: about somebody's session, so readable by its owner alone; sheets and packs are ordinary files.
    What stands there and is no ordinary file (a pipe, a terminal) is written to as it is. Raises OutputUnwritable.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return
        beside = path.with_name(f".sst-{secrets.token_hex(8)}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with open(os.open(beside, flags, PRIVATE if private else ORDINARY), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except BaseException:  # Ctrl-C too: what lies beside may be about somebody
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    except OSError as cause:
        raise OutputUnwritable(path=click.format_filename(path), reason=cause.strerror or "") from cause
    except ValueError as cause:  # a path that ends in no name at all
        raise OutputUnwritable(path=click.format_filename(path), reason=str(cause)) from cause
