"""Texts, ids and the few words every card shares."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Line = Annotated[str, Meta(min_length=1)]
"""A text that is the same in every language: a name, a title of a work."""

Text = dict[str, Line]
"""A text in each language of the course: language code → words. Plain text; an empty line makes a paragraph."""

CardId = Annotated[str, Meta(pattern=r"^[a-z]{2}-[0-9]{3}\Z", description="opaque and permanent, e.g. sc-017")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z")]
ModuleId = Annotated[str, Meta(pattern=r"^m(0[0-9]|1[0-5])\Z")]
TickId = Annotated[str, Meta(pattern=r"^[a-z]+(-[a-z]+)*\.[hsba][1-9]\Z")]

Level = Annotated[int, Meta(ge=1, le=3)]
Minute = Annotated[int, Meta(ge=0, le=120)]
Setting = Literal["room", "video", "phone", "chat", "walk-in"]
SETTINGS: tuple[Setting, ...] = ("room", "video", "phone", "chat", "walk-in")
Risk = Literal["none", "guided"]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a card comes from: our own invention, or a paraphrase of works in references.yaml."""

    kind: Literal["own", "paraphrase"]
    ref: tuple[Slug, ...] = ()


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every card has. A card that must go is `retired` with a reason: still replayed, never dealt."""

    id: CardId
    source: Source
    retired: Line | None = None
