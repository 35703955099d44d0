"""Erasing a label: every rating in which it is ratee or rater, here, in the backups and among the damaged files.

What stands beside that person's sessions goes too. In somebody else's rating the label may stand as the one an
unsafe moment was talked over with: there `ERASED` comes in its place, and nothing else changes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from sst_training.errors import OutputUnwritable
from sst_training.store import files
from sst_training.store.annexes import ENDING, look_at, names
from sst_training.store.files import BESIDE, reachable
from sst_training.store.format import encoded
from sst_training.store.ratings import PROGRESS, RATING, SAVED, Kept, Store, look, named

ERASED: Final = "erased"
"""The label in place of one that was erased; a label itself, so that the file stays sound."""


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """Where a label was found.

    beside: files about that person's sessions, in the backups too. partner: ratings of others, here and in the
    backups, in which something was talked over with that person. unread: files of which it cannot be told.
    """

    here: tuple[Kept, ...]
    in_backups: tuple[Path, ...]
    damaged: tuple[Path, ...]
    beside: tuple[Path, ...]
    partner: tuple[Kept, ...]
    unread: tuple[Path, ...]

    @property
    def none(self) -> bool:
        """Whether there is nothing to erase."""
        return not (self.here or self.in_backups or self.damaged or self.beside or self.partner)


def traces(store: Store, label: str) -> Traces:
    """Every file of a label. Raises OutputUnwritable."""
    with reachable(store.backups.folder):
        folders = [backup.path for backup in store.backups.all()]
        copies = [look(path) for folder in folders for path in sorted(folder.glob("*" + RATING))]
        annexes = [path for folder in (store.ratings, *folders) for path in sorted(folder.glob("*" + ENDING))]
        broken = sorted([*store.damaged.glob("*.json"), *store.damaged.glob("*" + ENDING)])
    found: dict[str, list[Kept]] = {"here": [], "copies": [], "partner": []}
    unread = []
    for where, ratings in (("here", store.kept()), ("copies", copies)):
        for one in ratings:
            held = holds(one, label)
            if held:
                found[where].append(one)
            elif held is None:
                unread.append(one.path)
            elif talked_over_with(one, label):
                found["partner"].append(one)
    beside = []
    for path in annexes:
        about = names(look_at(path), label)
        if about:
            beside.append(path)
        elif about is None:
            unread.append(path)
    damaged = []
    for path in broken:
        with reachable(path):
            if mentions(path.read_bytes(), label):
                damaged.append(path)
            else:
                unread.append(path)
    return Traces(
        here=tuple(found["here"]),
        in_backups=tuple(one.path for one in found["copies"]),
        damaged=tuple(damaged),
        beside=tuple(beside),
        partner=tuple(found["partner"]),
        unread=tuple(unread),
    )


def erase(store: Store, found: Traces) -> None:
    """Removes what was found and what belongs to it. All or none of those in use: RatingOpen before anything goes.

    Raises RatingOpen, StoreBusy, OutputUnwritable.
    """
    with contextlib.ExitStack() as held:
        for one in (*found.here, *(one for one in found.partner if one.path.parent == store.ratings)):
            held.enter_context(store.locks.rating(one.name, **named(one)))
        held.enter_context(store.locks.whole())
        for path in [one.path for one in found.here] + [*found.in_backups, *found.damaged]:
            for part in belongings(path):
                with reachable(part):
                    files.remove_file(part)
        for path in found.beside:
            with reachable(path):
                files.remove_file(path)
        for one in found.partner:
            forget_partner(one)


def talked_over_with(one: Kept, label: str) -> bool:
    """Whether an unsafe moment in somebody's rating was talked over with this person."""
    resolution = one.rating.resolution if one.rating is not None else None
    return resolution is not None and resolution.partner == label


def forget_partner(one: Kept) -> None:
    """Writes a rating again without the label it was talked over with. Raises OutputUnwritable."""
    with reachable(one.path):
        now = look(one.path).rating  # as it is now that nobody else can change it
        if now is not None and now.resolution is not None:
            forgotten = replace(now, resolution=replace(now.resolution, partner=ERASED))
            files.write_file(one.path, encoded(forgotten))


def belongings(path: Path) -> Iterator[Path]:
    """A rating file and what stands beside it under the same name."""
    name = path.name.removesuffix(RATING)
    yield path
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
