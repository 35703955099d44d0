"""Safe cards: nothing dangerous is dealt, nothing heavy is asked of one's own life."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sst_training.library.rules import Rule, texts_of
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem

DANGER: Final = re.compile(
    r"\b(zelfmoord\w*|zelfdoding\w*|suïcid\w*|suicid\w*|zelfbeschadig\w*|automutil\w*|kill(?:s|ing)? (?:my|your)self|"
    r"self-harm\w*|mishandel\w*|verkracht\w*|rape\w*|huiselijk geweld|domestic violence|overdos\w*)\b",
    re.IGNORECASE,
)


class SafetyNotGuided(Rule):
    """A scenario for the skill `safety` must have `risk: guided`."""

    code = "C601"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Safety scenarios and twists that could be dealt."""
        for placed in shelf.of("scenario", "twist"):
            if "safety" in placed.card.skills and placed.card.risk != "guided":
                yield placed.problem(("risk",), self.code)


class GuidedAsSpare(Rule):
    """A guided card cannot be played as oneself."""

    code = "C602"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Guided scenarios marked solo."""
        for placed in shelf.of("scenario"):
            if placed.card.risk == "guided" and placed.card.solo:
                yield placed.problem(("solo",), self.code)


class DangerUnmarked(Rule):
    """A card that is dealt names a danger."""

    code = "C603"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Words of danger on cards without `risk: guided`."""
        for placed in shelf.of("scenario", "twist", "stance", "prompt"):
            if getattr(placed.card, "risk", "none") == "guided":
                continue
            for where, text in texts_of(placed.card, shelf.languages):
                for language, words in text.items():
                    if found := DANGER.search(words):
                        yield placed.problem((*where, language), self.code, word=found.group())


class OwnIssueTooIntense(Rule):
    """Prompts on health and meaning stay at intensity 4 or below."""

    code = "C612"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Health and meaning above 4."""
        for placed in shelf.of("prompt"):
            if placed.card.domain in ("health", "meaning") and placed.card.intensity > 4:
                yield placed.problem(("intensity",), self.code)
