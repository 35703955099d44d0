"""Whether the store is in order: looks and changes nothing."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter

import msgspec

from sst_training.store.files import reachable
from sst_training.store.ratings import Kept, Store


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. `private` is false when others on this machine can read the ratings; None if there are none."""

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

    @property
    def good(self) -> bool:
        """Whether nothing needs doing. A file from a newer version is no damage."""
        return not (self.damaged or self.twice or self.gone) and self.private is not False


def health(store: Store) -> Health:
    """How the store is. Raises OutputUnwritable where that cannot be seen."""
    kept = store.kept()
    with reachable(store.backups.folder):
        backups = store.backups.all()
        aside = [path for path in store.damaged.glob("*.json") if not path.name.endswith(".saved.json")]
    ratings = [one.rating for one in kept if one.rating is not None]
    raters = Counter((one.session, one.rater.label, one.rater.role == "client") for one in ratings)
    return Health(
        folder=str(store.folder),
        ratings=len(ratings),
        locked=sum(one.locked for one in ratings),
        newer=sum(one.state == "newer" for one in kept),
        damaged=sum(one.state in ("damaged", "unreadable") for one in kept),
        twice=sum(count > 1 for count in raters.values()),
        set_aside=len(aside),
        backups=len(backups),
        last_backup=backups[0].date if backups else None,
        private=_private(store, kept),
        gone=bool(backups) and not store.ratings.exists(),
    )


def _private(store: Store, kept: list[Kept]) -> bool | None:
    """Whether nobody else can read them; Windows keeps a user's folder private in its own way."""
    if sys.platform == "win32" or not store.ratings.is_dir():
        return None
    with reachable(store.ratings):
        closed = not stat.S_IMODE(os.stat(store.ratings).st_mode) & 0o077
        return closed or not any(stat.S_IMODE(os.stat(one.path).st_mode) & 0o077 for one in kept)
