"""What the cards cover and whom they show, as counts. Retired cards do not count."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sst_training.model.library import Library
from sst_training.model.text import SETTINGS

BANDS = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 74), (75, 120))


def coverage(library: Library) -> dict[str, Any]:
    """Counts of scenarios by level, context, setting, age, start and skill, and of manners by context."""
    dealt = [card for card in library.scenarios if card.retired is None and card.risk == "none"]
    guided = [card for card in library.scenarios if card.retired is None and card.risk == "guided"]
    levels = sorted({card.level for card in dealt})
    skills = Counter((card.level, skill) for card in dealt for skill in card.skills)
    meets = Counter((stance, card.context) for card in dealt for stance in library.fits[card.id].stances)
    stances = [card.id for card in library.stances if card.retired is None]
    return {
        "scenarios": len(dealt),
        "guided": len(guided),
        "solo": sum(card.solo for card in dealt),
        "levels": {str(level): sum(card.level == level for card in dealt) for level in levels},
        "starts": {start: sum(card.start == start for card in dealt) for start in ("begin", "middle", "close")},
        "settings": {setting: sum(setting in card.settings for card in dealt) for setting in SETTINGS},
        "contexts": {name: sum(card.context == name for card in dealt) for name in library.words.contexts},
        "ages": {
            f"{first}-{last}": sum(card.age[0] <= last and card.age[1] >= first for card in dealt)
            for first, last in BANDS
        },
        "skills": {
            skill: {str(level): skills[level, skill] for level in levels} for skill in library.instrument.ungated
        },
        "stance_context": {
            stance: {name: meets[stance, name] for name in library.words.contexts} for stance in stances
        },
    }
