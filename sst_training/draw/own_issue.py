"""Drawing own-issue prompts, with a spare card for whoever would rather play a role.

The program deals opening lines; it never asks for, takes or keeps what someone answers.
"""

from __future__ import annotations

import msgspec

from sst_training.draw.deck import deal
from sst_training.draw.filters import passing
from sst_training.errors import CannotDraw
from sst_training.model.library import Library
from sst_training.model.roleplay import Prompt, Scenario
from sst_training.rng import stream


class OwnIssue(msgspec.Struct, frozen=True):
    """Prompts to choose from, and the light level 1 scenario that is played plain instead of one's own issue."""

    prompts: tuple[Prompt, ...]
    fallback: Scenario


def draw_own_issue(library: Library, seed: int, count: int, domain: str | None = None) -> OwnIssue:
    """`count` prompts of one seed and their spare card. Raises CannotDraw."""
    usable = [card for card in library.prompts if card.retired is None]
    filters = {} if domain is None else {"domain": (domain, lambda card: card.domain == domain)}
    prompts = {card.id: card for card in passing(usable, filters)}
    spare = {
        card.id: card
        for card in library.scenarios
        if card.level == 1 and card.solo and card.risk == "none" and card.retired is None
    }
    if not prompts or not spare:
        raise CannotDraw(filter="", asked="", without=0)
    dealt = deal(prompts, count, stream(seed, "prompts"))
    return OwnIssue(tuple(prompts[card_id] for card_id in dealt), spare[stream(seed, "fallback").choose(spare)])
