"""Whether anything changed: what files look like from outside, without reading them.

Name, size, and the two times a file system keeps: a changed file has another time of change even when
its time of writing was set back. Reading and hashing five hundred cards at every draw took longer than
the draw; docs/decisions/009.
"""

from __future__ import annotations

import binascii
import os
from collections.abc import Iterable
from pathlib import Path

READ = (".yaml", ".py")


def signature(places: Iterable[Path]) -> str:
    """A short sign for all files below these places. Raises OSError for a folder that cannot be listed."""
    seen: list[str] = []
    waiting = [str(place) for place in places]
    while waiting:
        place = waiting.pop()
        if os.path.isfile(place):
            seen.append(described(place, os.stat(place)))
        elif os.path.isdir(place):
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.name.endswith(READ) and entry.is_file():
                        seen.append(described(entry.path, entry.stat()))
                    elif entry.is_dir() and entry.name != "__pycache__":
                        waiting.append(entry.path)
    return f"{binascii.crc32(chr(10).join(sorted(seen)).encode()):08x}-{len(seen)}"


def described(path: str, found: os.stat_result) -> str:
    """One file's line."""
    return f"{path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
