"""Erasing a label: every rating in which it is ratee or rater, here, in the backups and among the damaged files."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sst_training.errors import OutputUnwritable
from sst_training.store import files
from sst_training.store.files import BESIDE, reachable
from sst_training.store.ratings import PROGRESS, RATING, SAVED, Kept, Store, look, named


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """Where a label was found. `unread` are files whose ratee and rater cannot be told."""

    here: tuple[Kept, ...]
    in_backups: tuple[Path, ...]
    damaged: tuple[Path, ...]
    unread: tuple[Path, ...]

    @property
    def none(self) -> bool:
        """Whether there is nothing to erase."""
        return not (self.here or self.in_backups or self.damaged)


def traces(store: Store, label: str) -> Traces:
    """Every file of a label. Raises OutputUnwritable."""
    here, unread = [], []
    for one in store.kept():
        found = holds(one, label)
        if found:
            here.append(one)
        elif found is None:
            unread.append(one.path)
    in_backups = []
    with reachable(store.backups.folder):
        copies = [path for backup in store.backups.all() for path in sorted(backup.path.glob("*" + RATING))]
        broken = sorted(store.damaged.glob("*.json")) if store.damaged.is_dir() else []
    for path in copies:
        found = holds(look(path), label)
        if found:
            in_backups.append(path)
        elif found is None:
            unread.append(path)
    damaged = []
    for path in broken:
        with reachable(path):
            if mentions(path.read_bytes(), label):
                damaged.append(path)
            else:
                unread.append(path)
    return Traces(
        here=tuple(here), in_backups=tuple(in_backups), damaged=tuple(damaged), unread=tuple(unread)
    )  # fmt: skip


def erase(store: Store, found: Traces) -> None:
    """Removes what was found and what belongs to it. All or none of those in use: RatingOpen before anything goes.

    Raises RatingOpen, StoreBusy, OutputUnwritable.
    """
    with contextlib.ExitStack() as held:
        for one in found.here:
            held.enter_context(store.locks.rating(one.name, **named(one)))
        held.enter_context(store.locks.whole())
        for path in [one.path for one in found.here] + [*found.in_backups, *found.damaged]:
            for part in belongings(path):
                with reachable(part):
                    files.remove_file(part)


def belongings(path: Path) -> Iterator[Path]:
    """A rating file and what stands beside it under the same name."""
    name = path.name.removesuffix(RATING)
    yield from (path.with_name(name + ending + more) for ending in (RATING, PROGRESS) for more in ("", BESIDE))
    yield path.with_name(name + SAVED)


def holds(one: Kept, label: str) -> bool | None:
    """Whether the label is ratee or rater; None where that cannot be told."""
    if one.rating is not None:
        return label in (one.rating.ratee, one.rating.rater.label)
    with contextlib.suppress(OSError, OutputUnwritable):
        if mentions(one.path.read_bytes(), label):
            return True
    return None


def mentions(content: bytes, label: str) -> bool:
    """Whether a file that cannot be read as a rating names the label."""
    return f'"{label}"'.encode() in content
