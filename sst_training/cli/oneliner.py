"""`sst oneliner`: a pioneer's turning point and what it teaches us."""

from __future__ import annotations

import click

from sst_training.cli.frame import Argument, Command, desk
from sst_training.cli.layout import bullets, heading, labelled
from sst_training.cli.seed import seed_option, seed_or_new
from sst_training.draw.readers import in_language
from sst_training.errors import UnknownId
from sst_training.rng import ALGORITHM, stream


@click.command("oneliner", cls=Command, json=True)
@click.argument("card_id", cls=Argument, required=False, metavar="[ID]")
@seed_option
def command(card_id: str | None, seed: str | None, as_json: bool) -> None:
    """`sst oneliner`."""
    here = desk()
    lang, say = here.lang, here.phrases
    cards = {card.id: card for card in here.library.pioneers if card.retired is None}
    shown = None
    if card_id is None:
        shown, number = seed_or_new(seed)
        card_id = stream(number, "oneliner").choose(cards)
    elif card_id not in cards:
        raise UnknownId(id=card_id, kind="pioneer")
    card = cards[card_id]
    if as_json:
        here.out_json(
            {
                "kind": "oneliner",
                "algorithm": ALGORITHM,
                "library": here.library.hash,
                "seed": shown,
                "lang": lang,
                "card": in_language(card, lang),
            }
        )
        return
    parts = [
        heading(f"{card.name} · {card.role[lang]}"),
        labelled(say("oneliner.turning_point"), card.turning_point[lang]),
        labelled(say("oneliner.lesson"), card.lesson[lang]),
    ]
    if card.positions:
        works = {work.id: work for work in here.library.references}
        lines = [
            f"{p.text[lang]} ({works[p.ref].authors}, {works[p.ref].year.replace('n.d.', say('page.cite.no_date'))})"
            for p in card.positions
        ]
        parts.append(say("oneliner.positions") + "\n" + bullets(lines))
    here.out("\n\n".join(parts))
