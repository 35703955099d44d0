"""`sst own-issue`: opening lines to choose from, with the safeguards and a spare card.

There is no option that takes an own issue's text, and there will be none.
"""

from __future__ import annotations

from typing import Final

import click

from sst_training.cli.frame import Command, Option, desk, seed_option, seed_or_new
from sst_training.cli.layout import bullets, heading, labelled, numbered, wrap
from sst_training.draw.own_issue import draw_own_issue
from sst_training.draw.readers import in_language
from sst_training.model.phrases import Phrases
from sst_training.rng import ALGORITHM

DOMAINS = ("work", "home", "habits", "health", "meaning", "study")
SAFEGUARDS: Final = (
    *("opt_out", "intensity", "excluded", "stop", "confidential", "practice", "fallback", "close", "help"),
)


def safeguards(say: Phrases) -> list[str]:
    """The rules that go with every own-issue card, as sentences."""
    return [say(f"own_issue.{rule}") for rule in SAFEGUARDS]


@click.command("own-issue", cls=Command, json=True)
@click.option("--count", cls=Option, type=click.IntRange(1, 100), default=3, help="help.own-issue.count")
@click.option("--domain", cls=Option, type=click.Choice(DOMAINS), help="help.own-issue.domain")
@seed_option
def command(count: int, domain: str | None, seed: str | None, as_json: bool) -> None:
    """`sst own-issue`."""
    here = desk()
    say, lang = here.phrases, here.lang
    shown, number = seed_or_new(seed)
    drawn = draw_own_issue(here.library, number, count, domain)
    if as_json:
        here.out_json(
            {
                "kind": "own-issue",
                "algorithm": ALGORITHM,
                "library": here.library.hash,
                "seed": shown,
                "lang": lang,
                "prompts": [in_language(card, lang) for card in drawn.prompts],
                "fallback": drawn.fallback.id,
                "safeguards": safeguards(say),
            }
        )
        return
    spare = drawn.fallback
    parts = [heading(say("own_issue.title")), wrap(say("own_issue.choose"))]
    for i, card in enumerate(drawn.prompts, 1):
        parts.append(wrap(card.text[lang], 4, f"{i:>2}. ") + "\n" + bullets(text[lang] for text in card.narrowing))
    parts.append(heading(say("own_issue.spare")))
    parts.append(wrap(say("own_issue.spare_intro")))
    parts += [
        labelled(say(f"sheet.label.{field}"), getattr(spare, field)[lang])
        for field in ("opening_line", "situation", "so_far", "best_hope", "enough", "resources")
        if getattr(spare, field) is not None
    ]
    parts.append(heading(say("own_issue.rules")) + "\n" + numbered(safeguards(say)))
    parts.append(say("roleplay.seed", seed=shown, algorithm=ALGORITHM, library=here.library.hash))
    here.out("\n\n".join(parts))
