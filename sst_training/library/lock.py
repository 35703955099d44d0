"""The locks: every id ever given out, and what each tick of the observation list says.

library.lock: `id kind` a line. checklists/sst-practice.lock: `tick nl=digest en=digest` a line, below the
version: what the tick says in each language. Lines are only ever added; stored ratings and old sets
point at what stands here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

import msgspec

from sst_training.library.kinds import Kind, files_of
from sst_training.library.shelf import Shelf
from sst_training.model.instrument import Instrument, Tick

LIBRARY_LOCK: Final = "library.lock"
INSTRUMENT_LOCK: Final = "checklists/sst-practice.lock"
FIRST_LINE: Final = "# Lines are added (make fix), never changed or removed.\n"


def read_lock(path: Path) -> dict[str, str]:
    """The lock's lines: first word → second word; empty when there is no lock."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))


def meanings(instrument: Instrument) -> dict[str, str]:
    """Each tick of an instrument with, a language, a digest of what it means: its kind, condition and words."""
    found = {"version": instrument.version}
    for item in instrument.items:
        for tick in item.ticks:
            found[tick.id] = " ".join(f"{language}={meaning(tick, language)}" for language in tick.text)
    return found


def meaning(tick: Tick, language: str) -> str:
    """A digest of what a tick says in one language."""
    said = [tick.kind, tick.conditional, tick.when[language] if tick.when else None, tick.text[language]]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:12]


def add_missing(shelf: Shelf) -> list[str]:
    """Adds the ids and ticks that no lock has yet; gives what was added. What is locked stays as it is."""
    added: list[str] = []
    ids = {placed.card.id: placed.kind.name for placed in shelf.cards if placed.kind.prefix}
    wanted = [(shelf.root / LIBRARY_LOCK, ids)]
    if shelf.instrument:
        wanted.append((shelf.root / INSTRUMENT_LOCK, meanings(shelf.instrument)))
    for path, lines in wanted:
        locked = read_lock(path)
        new = {name: value for name, value in lines.items() if name not in locked}
        if new:
            merged = {**locked, **new}
            order = sorted(merged) if path.name == LIBRARY_LOCK else merged
            path.write_text(FIRST_LINE + "".join(f"{name} {merged[name]}\n" for name in order), encoding="utf-8")
        added += new
    return added


def next_id(root: Path, kind: Kind) -> str:
    """The lowest id of a kind that was never given out, in the lock or on a card (read or not)."""
    taken = {name for name in read_lock(root / LIBRARY_LOCK) if name.startswith(kind.prefix)}
    pattern = re.compile(rf"\bid: *[\"']?({kind.prefix}-[0-9]{{3}})\b")
    for path in files_of(root, kind):
        taken.update(pattern.findall(path.read_text(encoding="utf-8", errors="replace")))
    number = max((int(name[-3:]) for name in taken), default=0) + 1
    return f"{kind.prefix}-{number:03d}"
