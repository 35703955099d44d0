"""What stands beside a session's observations, a file of its own each: `NAME.annex`, the name random.

It lies in the folder of ratings, so that it is copied, put back and set aside with them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import msgspec

from sst_training.errors import OutputUnwritable, RatingNewer
from sst_training.model.annex import ANNEX_FORMAT, Annex, Choice
from sst_training.model.json_file import NOT_JSON, json_in
from sst_training.store import files
from sst_training.store.backups import Backups
from sst_training.store.files import reachable
from sst_training.store.format import MOST_BYTES, State, Unsound, new_name
from sst_training.store.locks import Locks

ENDING: Final = ".annex"


class KeptAnnex(msgspec.Struct, frozen=True, kw_only=True):
    """One file. `annex` is None unless it is sound; `session` is what the file says, where it can be read."""

    path: Path
    state: State
    annex: Annex | None = None
    session: str | None = None
    reason: str = ""


class Annexes:
    """The annexes in one folder of ratings."""

    def __init__(self, ratings: Path, damaged: Path, locks: Locks, backups: Backups) -> None:
        self.ratings, self.damaged, self.locks, self.backups = ratings, damaged, locks, backups

    def kept(self) -> list[KeptAnnex]:
        """Every file, sound or not. Raises OutputUnwritable."""
        return [look_at(path) for path in files.with_ending(self.ratings, ENDING)]

    def of_session(self, session: str) -> Annex | None:
        """What stands beside one session."""
        return next((one.annex for one in self.kept() if one.annex is not None and one.annex.session == session), None)

    def last_choice(self, ratee: str) -> Choice | None:
        """What was last chosen to practise for one person."""
        chosen = [one.annex.chosen for one in self.kept() if one.annex is not None and one.annex.ratee == ratee]
        return max((one for one in chosen if one is not None), key=lambda one: (one.date, one.time), default=None)

    def put(self, annex: Annex) -> None:
        """Writes what stands beside a session, in place of what stood there. The first of a day follows a backup.

        Raises RatingNewer where a later version of the program wrote it, StoreBusy, OutputUnwritable.
        """
        with reachable(self.ratings), self.locks.whole():
            if self.of_session(annex.session) != annex:
                self.backups.daily()
                self.write(annex)

    def write(self, annex: Annex) -> None:
        """The same while the folder is held, and without a backup. Raises RatingNewer, OSError."""
        files.write_file(self.place(annex), encoded_annex(annex))

    def place(self, annex: Annex) -> Path:
        """The file in which it belongs. Raises RatingNewer."""
        there = [one for one in self.kept() if one.session == annex.session and one.state != "damaged"]
        for one in there:
            if one.annex is None:
                raise RatingNewer(path=str(one.path), format=one.reason)
        return there[0].path if there else self.ratings / (new_name() + ENDING)

    def set_aside(self, one: KeptAnnex) -> Path:
        """Moves a damaged file out of the way as it is; nothing of it is made up. Raises OutputUnwritable."""
        target = self.damaged / one.path.name
        with reachable(one.path), self.locks.whole():
            one.path.replace(target)
            files.flush_folder(self.damaged)
            files.flush_folder(self.ratings)
        return target


def encoded_annex(annex: Annex) -> bytes:
    """The file: the very bytes that are exported."""
    return msgspec.json.format(msgspec.json.encode(annex), indent=2) + b"\n"


def decoded_annex(content: bytes) -> Annex:
    """The annex in a file. Raises Unsound."""
    if len(content) > MOST_BYTES:
        raise Unsound("damaged", f"> {MOST_BYTES // 1024} KiB")
    try:
        data = json_in(content)
    except NOT_JSON as cause:
        raise Unsound("damaged", str(cause)) from cause
    number = annex_number(data)
    if number is not None and number > int(ANNEX_FORMAT.rpartition("/")[2]):
        raise Unsound("newer", str(data["format"]))
    try:
        return msgspec.convert(data, Annex)
    except msgspec.ValidationError as cause:
        raise Unsound("damaged" if number is None else "unreadable", str(cause)) from cause


def annex_number(data: object) -> int | None:
    """The number in `sst-annex/1`; None for what is no annex at all."""
    found = data.get("format") if isinstance(data, dict) else None
    number = re.fullmatch(r"sst-annex/([0-9]{1,6})", found) if isinstance(found, str) else None
    return int(number[1]) if number else None


def look_at(path: Path) -> KeptAnnex:
    """One file of the folder, sound or not."""
    try:
        content = path.read_bytes()
    except OSError as cause:
        return KeptAnnex(path=path, state="unreadable", reason=cause.strerror or str(cause))
    try:
        annex = decoded_annex(content)
        return KeptAnnex(path=path, state="sound", annex=annex, session=annex.session)
    except Unsound as cause:
        told = re.search(rb'"session"\s*:\s*"([a-z0-9]{8})"', content[:MOST_BYTES])
        return KeptAnnex(
            path=path, state=cause.state, session=told[1].decode() if told else None, reason=cause.reason
        )  # fmt: skip


def names(one: KeptAnnex, label: str) -> bool | None:
    """Whether it is about the person with this label; None where that cannot be told."""
    if one.annex is not None:
        return one.annex.ratee == label
    try:
        return True if f'"{label}"'.encode() in one.path.read_bytes() else None
    except (OSError, OutputUnwritable):
        return None
