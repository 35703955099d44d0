"""`sst term WORD`: the glossary, looked up in either language."""

from __future__ import annotations

import difflib

import click

from sst_training.cli.frame import Argument, Command, desk
from sst_training.cli.layout import labelled
from sst_training.cli.lookup import sought
from sst_training.draw.readers import in_language
from sst_training.errors import UnknownId
from sst_training.model.course import Term


@click.command("term", cls=Command, json=True)
@click.argument("word", cls=Argument, nargs=-1, metavar="[WORD…]")
def command(word: tuple[str, ...], as_json: bool) -> None:
    """`sst term`."""
    here = desk()
    lang = here.lang
    terms = [card for card in here.library.terms if card.retired is None]
    asked = sought(" ".join(word))
    found = [card for card in terms if asked in names(card)] or [
        card for card in terms if any(asked in name for name in names(card))
    ]
    if not found:
        known = {name: card for card in terms for name in names(card)}
        near = difflib.get_close_matches(asked, known, 3)
        raise UnknownId(id=" ".join(word), kind="term" + (f": {', '.join(near)}?" if near else ""))
    found.sort(key=lambda card: card.term[lang].casefold())
    if as_json:
        here.out_json({"kind": "terms", "lang": lang, "cards": [in_language(card, lang) for card in found]})
        return
    others = [language for language in here.library.languages if language != lang]
    here.out(
        "\n\n".join(
            labelled(
                f"{card.term[lang]} ({', '.join(f'{language}: {card.term[language]}' for language in others)})",
                card.definition[lang],
            )
            for card in found
        )
    )


def names(card: Term) -> set[str]:
    """What a term can be looked up by."""
    return {card.id, *(sought(name) for name in card.term.values())}
