"""`sst exercise list` and `sst exercise show ID`."""

from __future__ import annotations

import click

from sst_training.cli.frame import Argument, Command, Group, Option, desk
from sst_training.cli.layout import bullets, heading, labelled, numbered, table, wrap
from sst_training.draw.filters import passing
from sst_training.draw.readers import in_language
from sst_training.errors import UnknownId

command = Group("exercise")
SHAPES = ("solo", "pairs", "trios", "fours", "plenary")


@command.command("list", cls=Command, json=True, key="exercise.list")
@click.option("--skill", cls=Option, help="help.exercise.skill", metavar="ID")
@click.option("--module", cls=Option, help="help.exercise.module", metavar="ID")
@click.option("--minutes", cls=Option, type=click.IntRange(1, 180), help="help.exercise.minutes")
@click.option("--group", cls=Option, type=click.Choice(SHAPES), help="help.exercise.group")
def list_(skill: str | None, module: str | None, minutes: int | None, group: str | None, as_json: bool) -> None:
    """`sst exercise list`."""
    here = desk()
    library = here.library
    if skill is not None and skill not in library.instrument.skills:
        raise UnknownId(id=skill, kind="skill")
    if module is not None and module not in {one.id for one in library.modules}:
        raise UnknownId(id=module, kind="module")
    tests = {
        "skill": (skill, lambda card: skill in card.skills),
        "module": (module, lambda card: module in card.modules),
        "minutes": (minutes, lambda card: card.minutes <= (minutes or 0)),
        "group": (group, lambda card: card.group.shape == group),
    }
    asked = {name: test for name, test in tests.items() if test[0] is not None}
    cards = passing([card for card in library.exercises if card.retired is None], asked)
    if as_json:
        here.out_json(
            {"kind": "exercises", "lang": here.lang, "cards": [in_language(card, here.lang) for card in cards]}
        )
        return
    say = here.phrases
    rows = [
        [card.id, say("sheet.minutes", minutes=card.minutes), say(f"shape.{card.group.shape}"), card.title[here.lang]]
        for card in cards
    ]
    here.out(table(rows))


@command.command("show", cls=Command, json=True, key="exercise.show")
@click.argument("card_id", cls=Argument, metavar="ID")
def show(card_id: str, as_json: bool) -> None:
    """`sst exercise show`."""
    here = desk()
    lang, say = here.lang, here.phrases
    card = next((card for card in here.library.exercises if card.id == card_id), None)
    if card is None:
        raise UnknownId(id=card_id, kind="exercise")
    if as_json:
        here.out_json({"kind": "exercise", "lang": lang, "card": in_language(card, lang)})
        return
    skills = [item.text[lang] for item in here.library.instrument.items if item.id in card.skills]
    people = say("exercise.people", min=card.group.min, max=card.group.max, shape=say(f"shape.{card.group.shape}"))
    parts = [
        heading(card.title[lang]),
        wrap(card.purpose[lang]),
        table(
            [
                [say("sheet.label.minutes"), say("sheet.minutes", minutes=card.minutes)],
                [say("exercise.group"), people],
                [say("exercise.skills"), ", ".join(skills) or "–"],
            ]
        ),
    ]
    if card.materials:
        parts.append(say("exercise.materials") + "\n" + bullets(text[lang] for text in card.materials))
    parts.append(say("exercise.steps") + "\n" + numbered(text[lang] for text in card.steps))
    parts.append(labelled(say("exercise.debrief"), card.debrief[lang]))
    if card.variations:
        parts.append(say("exercise.variations") + "\n" + bullets(text[lang] for text in card.variations))
    parts.append(labelled(say("exercise.trainer_note"), card.trainer_note[lang]))
    here.out("\n\n".join(parts))
