"""`sst export cards --pdf FILE`: exercises, twists and one-liners as cards to cut out."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.frame import Command, Option, desk

KINDS = ("exercise", "twist", "oneliner")


@click.command("cards", cls=Command, key="export.cards")
@click.option(
    "--pdf", cls=Option, type=click.Path(path_type=Path), required=True, help="help.export.pdf", metavar="FILE"
)
@click.option("kinds", "--kind", cls=Option, type=click.Choice(KINDS), multiple=True, help="help.export.kind")
@click.option("--large", cls=Option, is_flag=True, help="help.large")
def command(pdf: Path, kinds: tuple[str, ...], large: bool) -> None:
    """`sst export cards`."""
    from sst_training.cli.writing import write_whole
    from sst_training.sheets import card_deck

    here = desk()
    chosen = [kind for kind in card_deck.KINDS if not kinds or kind in kinds]
    write_whole(pdf, card_deck.deck_pdf(here.library, here.phrases, kinds=chosen, large=large))
    here.remark(here.phrases("print.written", path=click.format_filename(pdf)))
