"""Cards → one Library value: what goes together is listed, what steers a draw is hashed."""

from __future__ import annotations

import hashlib

import msgspec

from sst_training.errors import LibraryUnreadable
from sst_training.library.calibration import calibrations, mixups
from sst_training.library.fitting import fit
from sst_training.library.kinds import KINDS
from sst_training.library.plans import plans
from sst_training.library.shelf import Shelf
from sst_training.model.calibration import pack
from sst_training.model.library import Fit, Library
from sst_training.model.plan import pack as pack_plans


def steering(library: Library) -> list[object]:
    """What decides a draw: ids and the fields that steer it, no texts."""
    return [
        [[c.id, c.level, c.settings, c.context, c.minutes, c.risk, c.skills, c.tags, c.excludes, c.age, c.start, c.solo,
          c.retired is None] for c in library.scenarios],
        [[c.id, c.level, c.tags, c.requires, c.excludes, c.retired is None] for c in library.stances],
        [[c.id, c.level, c.risk, c.tags, c.requires, c.excludes, c.minute, c.retired is None] for c in library.twists],
        [[c.id, c.skill, c.retired is None] for c in library.observer_tasks],
        [[c.id, c.domain, c.kind, c.intensity, c.retired is None] for c in library.prompts],
        library.words.first_names,
        library.instrument.skills,
    ]  # fmt: skip


def compile_shelf(shelf: Shelf) -> Library:
    """The shelf as a Library. Raises LibraryUnreadable when a card could not be read."""
    if shelf.problems or shelf.instrument is None or shelf.words is None:
        first = min((f"{p.path}:{p.line}" for p in shelf.problems), default=str(shelf.root))
        raise LibraryUnreadable(count=max(len(shelf.problems), 1), first=first)
    cards = {kind.field: tuple(placed.card for placed in shelf.of(kind.name)) for kind in KINDS}
    for field, found in cards.items():
        if field != "modules":
            cards[field] = tuple(sorted(found, key=lambda card: card.id))
    fits: dict[str, Fit] = {card.id: fit(card, cards["stances"], cards["twists"]) for card in cards["scenarios"]}
    library = Library(
        hash="",
        languages=shelf.languages,
        instrument=shelf.instrument,
        words=shelf.words,
        fits=fits,
        packed=pack(calibrations(shelf), mixups(shelf)),
        packed_plans=pack_plans(plans(shelf)),
        **cards,
    )
    content = msgspec.json.encode(steering(library))
    return msgspec.structs.replace(library, hash=hashlib.sha256(content).hexdigest()[:12])
