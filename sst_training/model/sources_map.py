"""The map of the sources: what stands in the documents the course is drawn from, and where it is taught.

Nothing of them is lost: each principle, figure, study, person, list, model and limit has a place in the course, and
what stays out on purpose is named once with its reason.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sst_training.model.text import Line, Slug

KeyWords = dict[str, Annotated[tuple[Line, ...], Meta(min_length=1)]]
"""Language code → words or figures that must stand in the place, so that the map can be wrong and show it."""

HeadingNumber = Annotated[str, Meta(pattern=r"^(0|[1-9][0-9]?(\.[1-9][0-9]?)?)\Z")]
"""`2` is the second `##` of a page, `2.1` the first `###` under it, `0` what stands before the first `##`."""


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where something is taught: a heading of a written page, or a card that a page is made from.

    page: its path under docs/<language>, without a language. card: the id of a card, a term or a reference.
    """

    says: KeyWords
    page: Line | None = None
    heading: HeadingNumber | None = None
    card: Slug | None = None

    def __post_init__(self) -> None:
        if (self.page is None) == (self.card is None) or (self.page is None) != (self.heading is None):
            raise ValueError("a place is a page with a heading, or a card")


class Taught(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing from a source. what: in English, for whoever keeps the map; readers see the page."""

    id: Slug
    kind: Literal["principle", "figure", "study", "person", "list", "model", "limit", "term", "work"]
    what: Line
    at: Annotated[tuple[Place, ...], Meta(min_length=1)]


class LeftOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What of a source stays out on purpose, and why."""

    what: Line
    reason: Line


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One source, by its id in references.yaml, with all that is taken from it in its own order."""

    source: Slug
    taught: Annotated[tuple[Taught, ...], Meta(min_length=1)]
    left_out: tuple[LeftOut, ...] = ()


class SourcesMap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole map, a part for each source."""

    parts: Annotated[tuple[Part, ...], Meta(min_length=1)]

    @property
    def taught(self) -> tuple[Taught, ...]:
        """Every entry of every part."""
        return tuple(entry for part in self.parts for entry in part.taught)
