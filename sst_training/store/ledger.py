"""The ledger: which scenarios each participant met on earlier days, so that nobody plays therapist for one of them.

A JSON file of the trainer's, with numbers instead of names; p1 is the same person every day. It is written whole or
not at all, and a damaged one is refused and left as it was.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from sst_training.errors import LedgerChanged, LedgerLocked, LedgerNewer, LedgerUnreadable, OutputUnwritable
from sst_training.model.day import LEDGER, Day, Ledger, LedgerDay, Options
from sst_training.model.json_file import NOT_JSON, json_in
from sst_training.rng import seed_number
from sst_training.store.files import FILE_MODE, flush_folder

MOST_BYTES: Final = 16 << 20
WRITABLE: Final = 0o222


class Opened(msgspec.Struct, frozen=True):
    """A ledger as it was read; `content` is None when the file is not there yet."""

    path: Path
    content: bytes | None
    ledger: Ledger


def open_ledger(path: Path) -> Opened:
    """The ledger in a file, empty when there is none. Raises LedgerUnreadable, LedgerNewer."""
    content = _content(path)
    if content is None:
        return Opened(path, None, Ledger())
    try:
        return Opened(path, content, json_in(content, Ledger))
    except NOT_JSON as cause:
        if (found := _newer(content)) is not None:
            raise LedgerNewer(path=str(path), format=found) from cause
        raise LedgerUnreadable(path=str(path), reason=str(cause)) from cause


def _content(path: Path) -> bytes | None:
    """The bytes of the file, or None when it is not there."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise LedgerUnreadable(path=str(path), reason=cause.strerror or "") from cause
    if len(content) > MOST_BYTES:
        raise LedgerUnreadable(path=str(path), reason=f"> {MOST_BYTES >> 20} MiB")
    return content


def _newer(content: bytes) -> str | None:
    """The format of a ledger that came after this program."""
    try:
        found = json_in(content)
    except NOT_JSON:
        return None
    named = found.get("format") if isinstance(found, dict) else None
    return named if isinstance(named, str) and named != LEDGER and named.startswith("sst-ledger/") else None


def met_before(
    ledger: Ledger, seed: str, participants: int, rounds: int, options: Options
) -> dict[str, tuple[str, ...]]:
    """Participant ("p1") → the scenarios met before this day. The day itself, and what came after it, do not count."""
    at = same_day(ledger, seed, participants, rounds, options)
    met: dict[str, dict[str, None]] = {}
    for day in ledger.days[:at]:
        for person, cards in day.met.items():
            met.setdefault(person, {}).update(dict.fromkeys(cards))
    return {person: tuple(cards) for person, cards in met.items()}


def same_day(ledger: Ledger, seed: str, participants: int, rounds: int, options: Options) -> int | None:
    """Where a day with the same seed, participants, rounds and options stands; None when it is a new one."""
    number = seed_number(seed)
    for i, day in enumerate(ledger.days):
        same = (day.participants, day.rounds) == (participants, rounds)
        if same and _options(day.options) == options and _number(day.seed) == number:
            return i
    return None


def _options(options: Mapping[str, Any]) -> Options | None:
    """Stored options; None for options this program does not know."""
    try:
        return msgspec.convert(options, Options)
    except msgspec.ValidationError:
        return None


def _number(seed: str) -> int | None:
    try:
        return seed_number(seed)
    except ValueError:
        return None


def entry(day: Day) -> LedgerDay:
    """What a day adds: the scenarios each participant met, in the order of the rounds."""
    met: dict[str, tuple[str, ...]] = {}
    for person in range(1, day.participants + 1):
        cards = dict.fromkeys(slot.met for slot in day.of(person) if slot.met)
        if cards:
            met[f"p{person}"] = tuple(cards)
    options = msgspec.to_builtins(day.options)
    return LedgerDay(seed=day.seed, participants=day.participants, rounds=day.rounds, options=options, met=met)


def extended(ledger: Ledger, day: Day) -> Ledger:
    """The ledger with this day: in the place of the same day, or at the end."""
    at = same_day(ledger, day.seed, day.participants, day.rounds, day.options)
    days = list(ledger.days)
    if at is None:
        days.append(entry(day))
    else:
        days[at] = entry(day)
    return msgspec.structs.replace(ledger, days=tuple(days))


def check_writable(path: Path) -> None:
    """Refuses beforehand a ledger that could not be written afterwards. Raises LedgerLocked."""
    folder = path.absolute().parent
    free = os.access(folder, os.W_OK)
    if free and path.exists():
        free = os.access(path, os.W_OK) and bool(path.stat().st_mode & WRITABLE)
    if not free:
        raise LedgerLocked(path=str(path))


def write_ledger(opened: Opened, day: Day) -> None:
    """Adds a day to the ledger that was read: a file beside it, flushed, then put in its place.

    Raises LedgerLocked, LedgerChanged when the file is no longer what was read, or OutputUnwritable.
    """
    path = opened.path.resolve()
    check_writable(path)
    if _content(path) != opened.content:
        raise LedgerChanged(path=str(opened.path))
    content = msgspec.json.encode(extended(opened.ledger, day)) + b"\n"
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".sst-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if opened.content is not None else FILE_MODE)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
        flush_folder(path.parent)
    except OSError as cause:
        raise OutputUnwritable(path=str(opened.path), reason=cause.strerror or "") from cause
