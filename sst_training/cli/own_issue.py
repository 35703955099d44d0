"""`sst own-issue`: opening lines to choose from, with the safeguards and a spare card.

There is no option that takes an own issue's text, and there will be none.
"""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.frame import Command, Desk, Option, desk
from sst_training.cli.layout import bullets, heading, labelled, numbered, wrap
from sst_training.cli.printing import paper_option
from sst_training.cli.seed import seed_option, seed_or_new
from sst_training.draw.own_issue import OwnIssue, draw_own_issue
from sst_training.draw.readers import in_language
from sst_training.model.paper import Paper
from sst_training.rng import ALGORITHM
from sst_training.sheets.own_issue_sheets import safeguards

DOMAINS = ("work", "home", "habits", "health", "meaning", "study")


@click.command("own-issue", cls=Command, json=True)
@click.option("--count", cls=Option, type=click.IntRange(1, 100), default=3, help="help.own-issue.count")
@click.option("--domain", cls=Option, type=click.Choice(DOMAINS), help="help.own-issue.domain")
@click.option("--pdf", cls=Option, type=click.Path(path_type=Path), help="help.own-issue.pdf", metavar="FILE")
@click.option("--large", cls=Option, is_flag=True, help="help.large")
@paper_option
@seed_option
def command(
    count: int, domain: str | None, pdf: Path | None, large: bool, paper: Paper, seed: str | None, as_json: bool
) -> None:
    """`sst own-issue`."""
    here = desk()
    say, lang = here.phrases, here.lang
    shown, number = seed_or_new(seed)
    drawn = draw_own_issue(here.cards, number, count, domain)
    if pdf is not None:
        print_cards(here, drawn, pdf, large=large, paper=paper)
    if as_json:
        here.out_json(
            {
                "kind": "own-issue",
                "algorithm": ALGORITHM,
                "library": here.cards.hash,
                "seed": shown,
                "lang": lang,
                "prompts": [in_language(card, lang) for card in drawn.prompts],
                "fallback": drawn.fallback.id,
                "safeguards": safeguards(say),
            }
        )
        return
    if pdf is not None:
        here.remark(say("roleplay.seed", seed=shown, algorithm=ALGORITHM, library=here.cards.hash))
        return
    spare = drawn.fallback
    parts = [heading(say("own_issue.title")), wrap(say("own_issue.choose"))]
    for i, card in enumerate(drawn.prompts, 1):
        parts.append(wrap(card.text[lang], 4, f"{i:>2}. ") + "\n" + bullets(text[lang] for text in card.narrowing))
    parts.append(heading(say("own_issue.spare")))
    parts.append(wrap(say("own_issue.spare_intro")))
    parts += [
        labelled(say(f"sheet.label.{field}"), getattr(spare, field)[lang])
        for field in ("opening_line", "situation", "best_hope", "enough", "resources")
    ]
    parts.append(heading(say("own_issue.rules")) + "\n" + numbered(safeguards(say)))
    parts.append(say("roleplay.seed", seed=shown, algorithm=ALGORITHM, library=here.cards.hash))
    here.out("\n\n".join(parts))


def print_cards(here: Desk, drawn: OwnIssue, path: Path, *, large: bool, paper: Paper) -> None:
    """The cards to cut out, three opening lines each, and the table card with the agreements."""
    from sst_training.cli.writing import write_whole
    from sst_training.sheets.own_issue_cards import dealt_over, own_issue_pdf

    cards = dealt_over(drawn.prompts, drawn.fallback)
    write_whole(path, own_issue_pdf(cards, here.phrases, large=large, paper=paper))
    here.remark(here.phrases("print.written", path=click.format_filename(path)))
