"""`sst skill list` and `sst skill show ID`: the observation list."""

from __future__ import annotations

from typing import Any

import click

from sst_training.cli.frame import Argument, Command, Group, desk
from sst_training.cli.layout import bullets, heading, labelled, table, wrap
from sst_training.errors import UnknownId
from sst_training.model.instrument import Item

command = Group("skill")


def item_words(item: Item, lang: str) -> dict[str, Any]:
    """An item as DESIGN §6 shows it, in one language."""
    return {
        "id": item.id,
        "domain": item.domain,
        "core": item.core,
        "gated": item.gated,
        "gate": item.gate[lang] if item.gate else None,
        "text": item.text[lang],
        "why": item.why[lang],
        "seen": item.seen[lang],
        "ticks": [
            {
                "id": tick.id,
                "kind": tick.kind,
                "conditional": tick.conditional,
                "when": tick.when[lang] if tick.when else None,
                "text": tick.text[lang],
            }
            for tick in item.ticks
        ],
    }


@command.command("list", cls=Command, json=True, key="skill.list")
def list_(as_json: bool) -> None:
    """`sst skill list`."""
    here = desk()
    instrument, lang = here.library.instrument, here.lang
    if as_json:
        here.out_json(
            {
                "instrument": instrument.id,
                "version": instrument.version,
                "items": [item_words(item, lang) for item in instrument.items],
            }
        )
        return
    domains = {domain.id: domain.text[lang] for domain in instrument.domains}
    rows = [[item.id, domains[item.domain], item.text[lang]] for item in instrument.items]
    here.out("\n\n".join([heading(instrument.text[lang]), wrap(instrument.status[lang]), table(rows)]))


@command.command("show", cls=Command, json=True, key="skill.show")
@click.argument("skill", cls=Argument, metavar="ID")
def show(skill: str, as_json: bool) -> None:
    """`sst skill show`."""
    here = desk()
    instrument, lang, say = here.library.instrument, here.lang, here.phrases
    item = instrument.item(skill)
    if item is None:
        raise UnknownId(id=skill, kind="skill")
    if as_json:
        here.out_json({"instrument": instrument.id, "version": instrument.version, "items": [item_words(item, lang)]})
        return
    parts = [heading(item.text[lang]), wrap(item.why[lang])]
    if item.gate:
        parts.append(labelled(say("skill.gate"), item.gate[lang]))
    for kind, words in instrument.kinds.items():
        lines = [
            tick.text[lang] + (f" ({tick.when[lang]})" if tick.when else "") for tick in item.ticks if tick.kind == kind
        ]
        if lines:
            parts.append(words[lang] + "\n" + bullets(lines, "☐"))
    parts.append(labelled(say("skill.seen"), item.seen[lang]))
    exercises = [card for card in here.library.exercises if skill in card.skills and card.retired is None]
    if exercises:
        parts.append(say("skill.exercises") + "\n" + bullets(f"{card.id} {card.title[lang]}" for card in exercises))
    here.out("\n\n".join(parts))
