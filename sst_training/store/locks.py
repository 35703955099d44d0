"""The system's own locks, one byte of one file a rating: a killed process leaves nothing behind.

The byte is told by the rating's random name, so no lock file comes and goes. POSIX drops all locks of a process
on a file when any descriptor of that file is closed; so the file is opened once and stays open.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sst_training.errors import RatingOpen, StoreBusy
from sst_training.store.files import FILE_MODE, reachable

WHOLE: Final = 0
"""The byte that stands for the folder as a whole."""

PATIENCE: Final = 5.0
"""Seconds to wait for another process that is changing the folder; none of those changes asks anything."""


class Locks:
    """The locks of one folder, for this process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.handle: int | None = None
        self.held: set[int] = set()

    @contextlib.contextmanager
    def rating(self, name: str, **words: object) -> Iterator[None]:
        """Holds one rating; `words` name it should another process have it. Raises RatingOpen."""
        byte = byte_of(name)
        if not self.take(byte):
            raise RatingOpen(**words)
        try:
            yield
        finally:
            self.drop(byte)

    @contextlib.contextmanager
    def whole(self) -> Iterator[None]:
        """Holds the folder while files come and go. Raises StoreBusy."""
        until = time.monotonic() + PATIENCE
        while not self.take(WHOLE):
            if time.monotonic() > until:
                raise StoreBusy(path=str(self.path.parent))
            time.sleep(0.02)
        try:
            yield
        finally:
            self.drop(WHOLE)

    def take(self, byte: int) -> bool:
        """Whether the byte is ours now. Raises OutputUnwritable where there can be no lock."""
        if byte in self.held:
            return False
        with reachable(self.path):
            if self.handle is None:
                self.handle = os.open(self.path, os.O_RDWR | os.O_CREAT, FILE_MODE)
            try:
                _lock(self.handle, byte)
            except OSError as cause:
                if cause.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                    return False
                raise
        self.held.add(byte)
        return True

    def drop(self, byte: int) -> None:
        """Lets go of a byte."""
        self.held.discard(byte)
        if self.handle is not None:
            _unlock(self.handle, byte)


def byte_of(name: str) -> int:
    """The byte that stands for a rating; never that of the whole folder."""
    return 1 + (zlib.crc32(name.encode()) & 0x3FFFFFFF)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, byte: int) -> None:
        os.lseek(handle, byte, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int, byte: int) -> None:
        os.lseek(handle, byte, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int, byte: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)

    def _unlock(handle: int, byte: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, byte)
