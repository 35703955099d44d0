"""Own-issue cards of 99 × 142 mm, four on an A4, or an A5 each: opening lines in front, the spare card behind.

The agreements stand apart on a table card that is read aloud once. Nothing on a card asks for an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from sst_training.model.paper import Paper
from sst_training.model.phrases import Phrases
from sst_training.model.roleplay import Prompt, Scenario
from sst_training.sheets import parts
from sst_training.sheets.own_issue_sheets import prompt_words, safeguards
from sst_training.sheets.parts import Sheet
from sst_training.sheets.typeset import typeset

ON_A_CARD = 3
"""Opening lines on one card: draw three, choose one (knowledge of DESIGN §3: choice is itself a safeguard)."""


class OwnIssueCard(msgspec.Struct, frozen=True):
    """One card: its opening lines, its spare card, and the round and group it is for, if any."""

    prompts: tuple[Prompt, ...]
    fallback: Scenario
    tag: str = ""


def dealt_over(prompts: Sequence[Prompt], fallback: Scenario) -> list[OwnIssueCard]:
    """Prompts three to a card, each card with the same spare one."""
    return [OwnIssueCard(tuple(prompts[at : at + ON_A_CARD]), fallback) for at in range(0, len(prompts), ON_A_CARD)]


def _head(card: OwnIssueCard, say: Phrases) -> dict[str, str]:
    """The same on both faces: whoever sits opposite cannot tell which of the two is read."""
    return {
        "key": card.fallback.id,
        "title": say("own_issue.card"),
        "tag": card.tag,
        "flat": say("own_issue.flat"),
    }


def front(card: OwnIssueCard, say: Phrases) -> dict[str, Any]:
    """What the client chooses from."""
    return {
        **_head(card, say),
        "prompts": [prompt_words(prompt, say) for prompt in card.prompts],
        "close": say("own_issue.choose"),
    }


def back(card: OwnIssueCard, say: Phrases) -> dict[str, Any]:
    """The spare card in short; a whole sheet of it goes with the client's in a day pack."""
    spare = card.fallback
    fields = {field: getattr(spare, field) for field in ("situation", "best_hope", "enough", "resources")}
    return {
        **_head(card, say),
        "intro": say("own_issue.spare_intro"),
        "opening": say.text(spare.opening_line),
        "rows": [[say(f"sheet.label.{field}"), say.text(text)] for field, text in fields.items() if text is not None],
        "close": say("sheet.improvise"),
    }


def table_card(say: Phrases) -> Sheet:
    """The agreements, to lie on the table and to be read aloud."""
    rules = safeguards(say)
    return {
        "key": "own-issue",
        "over": say("print.table_card"),
        "title": say("own_issue.title"),
        "sub": say("own_issue.rules"),
        "foot": say("print.table_card"),
        "parts": [parts.rules(rules)],
        "roomy": True,
    }


def own_issue_data(
    cards: Sequence[OwnIssueCard], say: Phrases, *, with_table_card: bool, large: bool, paper: Paper = "a4"
) -> dict[str, Any]:
    """What the template `own-issue` needs: fronts and backs, and the table card on a leaf of its own."""
    return {
        "title": say("own_issue.title"),
        "large": large,
        "paper": paper,
        "cards": [{"front": front(card, say), "back": back(card, say)} for card in cards],
        "sheets": [table_card(say)] if with_table_card else [],
    }


def own_issue_pdf(cards: Sequence[OwnIssueCard], say: Phrases, *, large: bool = False, paper: Paper = "a4") -> bytes:
    """Cards as fronts and backs for two-sided printing, and the table card."""
    return typeset("own-issue", own_issue_data(cards, say, with_table_card=True, large=large, paper=paper), say.lang)
