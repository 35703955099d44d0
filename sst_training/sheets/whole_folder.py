"""Writes a folder whole or not at all: beside its place, flushed to the disk, then renamed into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sst_training.errors import FolderNotEmpty, OutputUnwritable


def check_folder(out: Path) -> None:
    """Refuses a place that cannot become the folder. Raises FolderNotEmpty or OutputUnwritable."""
    try:
        if out.is_dir():
            if any(out.iterdir()):
                raise FolderNotEmpty(path=str(out))
        elif out.exists() or out.is_symlink():
            raise NotADirectoryError(20, os.strerror(20))
        elif not out.absolute().parent.is_dir():
            raise FileNotFoundError(2, os.strerror(2))
    except OSError as cause:
        raise OutputUnwritable(path=str(out), reason=cause.strerror or "") from cause


def write_folder(out: Path, files: Mapping[str, bytes], *, private: bool = False) -> None:
    """A new folder with these files. On a full disk nothing is left. Raises FolderNotEmpty or OutputUnwritable.

    private: about people's sessions, so for its owner alone.
    """
    check_folder(out)
    beside: Path | None = None
    try:
        beside = Path(tempfile.mkdtemp(dir=out.absolute().parent, prefix=".sst-"))
        for name, content in files.items():
            write_flushed(beside / name, content)
            if private:
                (beside / name).chmod(0o600)
        beside.chmod(0o700 if private else 0o777 & ~_umask())
        if out.is_dir():
            out.rmdir()
        os.rename(beside, out)
    except OSError as cause:
        raise OutputUnwritable(path=str(out), reason=cause.strerror or "") from cause
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)


def write_flushed(path: Path, content: bytes) -> None:
    """One file, on the disk before it counts."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _umask() -> int:
    """The permissions this process leaves out; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
