"""The observation list: items (skills) and the ticks (behaviours) a level is derived from."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sst_training.model.text import Line, Slug, Source, Text, TickId

TickKind = Literal["harm", "safety", "basic", "advanced"]


class Tick(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One observable behaviour. `when` says on what condition a conditional one counts."""

    id: TickId
    kind: TickKind
    text: Text
    conditional: bool = False
    when: Text | None = None


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One skill. A core item can always be shown; a gated one is asked for behind one question."""

    id: Slug
    domain: Slug
    core: bool
    gated: bool
    text: Text
    why: Text
    seen: Text
    ticks: Annotated[tuple[Tick, ...], Meta(min_length=1)]
    gate: Text | None = None

    def of_kind(self, *kinds: TickKind) -> tuple[Tick, ...]:
        """The item's ticks of these kinds, in their order."""
        return tuple(tick for tick in self.ticks if tick.kind in kinds)


class Domain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the talk."""

    id: Slug
    text: Text


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An observation list, in the order of the talk."""

    id: Slug
    version: Line
    validated: bool
    text: Text
    status: Text
    source: Source
    kinds: dict[str, Text]
    levels: dict[str, Text]
    rules: tuple[Text, ...]
    domains: tuple[Domain, ...]
    items: Annotated[tuple[Item, ...], Meta(min_length=1)]

    def item(self, skill: str) -> Item | None:
        """The item with this id, or None."""
        return next((item for item in self.items if item.id == skill), None)

    @property
    def skills(self) -> tuple[str, ...]:
        """All item ids, in the order of the talk."""
        return tuple(item.id for item in self.items)

    @property
    def ungated(self) -> tuple[str, ...]:
        """The item ids that are dealt and counted; what stands behind a question is not."""
        return tuple(item.id for item in self.items if not item.gated)

    @property
    def course_order(self) -> tuple[str, ...]:
        """The order skills are taught in: what runs through the whole talk comes after `focus` (DESIGN §2)."""
        throughout = [item.id for item in self.items if item.domain == "throughout"]
        order = [skill for skill in self.skills if skill not in throughout]
        at = order.index("focus") + 1
        return (*order[:at], *throughout, *order[at:])
