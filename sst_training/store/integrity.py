"""Whether the store is in order: looks and changes nothing."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from pathlib import Path

import msgspec

from sst_training.store.annexes import ENDING
from sst_training.store.files import reachable
from sst_training.store.ratings import Store


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. `annexes` stand beside sessions. `private` is false when others on this machine can read the ratings; None if there are none."""

    folder: str
    ratings: int
    locked: int
    newer: int
    damaged: int
    twice: int
    set_aside: int
    backups: int
    last_backup: str | None
    private: bool | None
    gone: bool
    annexes: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing needs doing. A file from a newer version is no damage."""
        return not (self.damaged or self.twice or self.gone) and self.private is not False


def health(store: Store) -> Health:
    """How the store is. Raises OutputUnwritable where that cannot be seen."""
    kept, annexes = store.kept(), store.annexes.kept()
    with reachable(store.backups.folder):
        backups = store.backups.all()
        aside = [path for path in store.damaged.glob("*.json") if not path.name.endswith(".saved.json")]
        aside += store.damaged.glob("*" + ENDING)
    states = [*(one.state for one in kept), *(one.state for one in annexes)]
    ratings = [one.rating for one in kept if one.rating is not None]
    raters = Counter((one.session, one.rater.label, one.rater.role == "client") for one in ratings)
    return Health(
        folder=str(store.folder),
        ratings=len(ratings),
        locked=sum(one.locked for one in ratings),
        newer=states.count("newer"),
        damaged=states.count("damaged") + states.count("unreadable"),
        twice=sum(count > 1 for count in raters.values()),
        set_aside=len(aside),
        backups=len(backups),
        last_backup=backups[0].date if backups else None,
        private=_private(store, [*(one.path for one in kept), *(one.path for one in annexes)]),
        gone=bool(backups) and not store.ratings.exists(),
        annexes=sum(one.annex is not None for one in annexes),
    )


def _private(store: Store, paths: list[Path]) -> bool | None:
    """Whether nobody else can read them; Windows keeps a user's folder private in its own way."""
    if sys.platform == "win32" or not store.ratings.is_dir():
        return None
    with reachable(store.ratings):
        closed = not stat.S_IMODE(os.stat(store.ratings).st_mode) & 0o077
        return closed or not any(stat.S_IMODE(os.stat(path).st_mode) & 0o077 for path in paths)
