"""Files and folders that survive a power cut and are read by nobody else: 0600 in 0700."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sst_training.errors import OutputUnwritable

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
BESIDE: Final = ".tmp"
"""What a name ends in while its file is being written."""


@contextlib.contextmanager
def reachable(path: Path) -> Iterator[None]:
    """What the system refuses becomes OutputUnwritable with the path and the system's reason."""
    try:
        yield
    except OSError as cause:
        raise OutputUnwritable(path=str(path), reason=cause.strerror or str(cause)) from cause


def with_ending(folder: Path, ending: str) -> list[Path]:
    """The files of a folder with this ending, by name; none of a folder that is not there.

    Not by glob, which takes a folder that may not be read for an empty one. Raises OutputUnwritable.
    """
    with reachable(folder):
        try:
            found = os.listdir(folder)
        except FileNotFoundError:
            return []
    return [folder / name for name in sorted(found) if name.endswith(ending) and not name.startswith(".")]


def write_file(path: Path, content: bytes) -> None:
    """Writes beside the target, flushes, and moves it into place. The old file stands until the new one is whole.

    The name beside is fixed: one process holds the lock of this rating, and a leftover of a killed one is
    overwritten by the next. Raises OSError.
    """
    beside = path.with_name(path.name + BESIDE)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(beside, flags, FILE_MODE), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    flush_folder(path.parent)


def remove_file(path: Path) -> None:
    """Removes a file, also from the folder on the disk. One that is not there is removed already. Raises OSError."""
    path.unlink(missing_ok=True)
    flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """A folder for its owner alone; one that is there stays as it is. Raises OSError."""
    if not path.is_dir():
        path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        path.chmod(FOLDER_MODE)
        flush_folder(path.parent)


def copy_folder(source: Path, target: Path) -> None:
    """A plain copy of a folder of files, whole or not at all. Raises OSError."""
    beside = target.with_name(target.name + BESIDE)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        make_folder(beside)
        for path in sorted(source.iterdir()):
            if path.is_file() and not path.name.endswith(BESIDE):
                with contextlib.suppress(FileNotFoundError):  # finished or erased by another process just now
                    write_flushed(beside / path.name, path.read_bytes())
        flush_folder(beside)
        os.rename(beside, target)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    flush_folder(target.parent)


def write_flushed(path: Path, content: bytes) -> None:
    """A new file, on the disk before it counts. Raises OSError."""
    with open(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE), "wb"
    ) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(path: Path) -> None:
    """Brings a folder's names to the disk; Windows does so by itself. Raises OSError."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
