"""Backups: dated plain copies of the folder of ratings, the last ten; one can be put back.

A number in the name keeps their order when a clock goes back.
"""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path
from typing import Final, Literal

import msgspec

from sst_training.errors import UnknownBackup
from sst_training.store import files

KEPT: Final = 10
NAME: Final = re.compile(r"([0-9]{6})_([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{6})_(daily|import|upgrade|restore)")
RESTORING: Final = "restoring"

Why = Literal["daily", "import", "upgrade", "restore"]


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One copy: its running number, when it was made by the clock of that moment, and before what."""

    number: int
    date: str
    time: str
    why: str
    path: Path

    def ratings(self) -> int:
        """How many rating files are in it."""
        return len(list(self.path.glob("*.json")))


class Backups:
    """The copies of one folder of ratings."""

    def __init__(self, ratings: Path, folder: Path) -> None:
        self.ratings, self.folder = ratings, folder

    def all(self) -> list[Backup]:
        """Every copy, the newest first. Raises OSError."""
        found = []
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if (named := NAME.fullmatch(path.name)) and path.is_dir():
                number, date, time, why = named.groups()
                shown = f"{time[:2]}:{time[2:4]}"
                found.append(Backup(number=int(number), date=date, time=shown, why=why, path=path))
        return sorted(found, key=lambda backup: -backup.number)

    def daily(self) -> None:
        """A copy at the first write of a day; none of an empty folder. Raises OSError."""
        today = now().date().isoformat()
        if any(backup.date == today for backup in self.all()):
            return
        if self.ratings.is_dir() and any(self.ratings.glob("*.json")):
            self.make("daily")

    def make(self, why: Why) -> None:
        """A copy of the folder as it is; the oldest beyond ten go. Raises OSError."""
        files.make_folder(self.folder)
        files.copy_folder(self.ratings, self.folder / self._next_name(why))
        self._prune()

    def restore(self, number: int) -> Backup:
        """Puts a copy back. What stood there becomes a copy itself. Raises UnknownBackup, OSError.

        Two renames: cut off between them, `finish_restore` does the second.
        """
        chosen = next((backup for backup in self.all() if backup.number == number), None)
        if chosen is None:
            raise UnknownBackup(number=number)
        ready = self.ratings.with_name(RESTORING)
        shutil.rmtree(ready, ignore_errors=True)
        files.copy_folder(chosen.path, ready)
        if self.ratings.exists():
            self.ratings.rename(self.folder / self._next_name("restore"))
        self.finish_restore()
        self._prune(but=chosen.number)
        return chosen

    def finish_restore(self) -> None:
        """The second half of a restore, if one was cut off. Raises OSError."""
        ready = self.ratings.with_name(RESTORING)
        if ready.is_dir() and not self.ratings.exists():
            ready.rename(self.ratings)
            files.flush_folder(self.ratings.parent)

    def clear(self) -> None:
        """Removes copies that were cut off while they were made. Raises OSError."""
        ready = self.ratings.with_name(RESTORING)
        for path in (ready, ready.with_name(RESTORING + files.BESIDE), *self.folder.glob("*" + files.BESIDE)):
            if path.is_dir():
                shutil.rmtree(path)

    def _next_name(self, why: Why) -> str:
        number = max((backup.number for backup in self.all()), default=0) + 1
        return f"{number:06}_{now():%Y-%m-%dT%H%M%S}_{why}"

    def _prune(self, but: int | None = None) -> None:
        for backup in self.all()[KEPT:]:
            if backup.number != but:
                shutil.rmtree(backup.path)
        files.flush_folder(self.folder)


def now() -> datetime.datetime:
    """The clock on the wall; a test sets it back."""
    return datetime.datetime.now().astimezone()
