"""`sst roleplay`: draws role-plays, whole for the trainer or as one reader may see them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sst_training.cli.frame import Command, Desk, Option, desk
from sst_training.cli.layout import bullets, heading, labelled, numbered, table, wrap
from sst_training.cli.printing import paper_option
from sst_training.cli.seed import seed_option, seed_or_new
from sst_training.draw.readers import READERS, Reader, twist_place, view
from sst_training.draw.roleplay import RolePlay, Wanted, draw_roleplays
from sst_training.errors import SstError
from sst_training.model.instrument import Instrument
from sst_training.model.paper import Paper
from sst_training.model.phrases import Phrases
from sst_training.model.text import SETTINGS
from sst_training.rng import ALGORITHM

ORDER = {
    "therapist": ("door_note", "so_far"),
    "client": ("opening_line", "situation", "so_far", "best_hope", "enough", "tried", "resources", "scale_now"),
    "observer": ("door_note", "so_far"),
}


class GuidedAlone(SstError):
    """An option that would choose among cards, beside the name of one."""

    exit_code = 2
    key = "error.guided_alone"


@click.command("roleplay", cls=Command, json=True)
@click.option("--count", cls=Option, type=click.IntRange(1, 100), default=1, help="help.roleplay.count")
@click.option("--level", cls=Option, type=click.IntRange(1, 3), help="help.roleplay.level")
@click.option("--skill", cls=Option, help="help.roleplay.skill", metavar="ID")
@click.option("--setting", cls=Option, type=click.Choice(SETTINGS), help="help.roleplay.setting")
@click.option("--context", cls=Option, help="help.roleplay.context", metavar="ID")
@click.option("--guided", cls=Option, help="help.roleplay.guided", metavar="ID")
@click.option("reader", "--for", cls=Option, type=click.Choice(READERS), default="trainer", help="help.roleplay.for")
@click.option("--pdf", cls=Option, type=click.Path(path_type=Path), help="help.roleplay.pdf", metavar="FILE")
@click.option("--large", cls=Option, is_flag=True, help="help.large")
@paper_option
@seed_option
def command(
    count: int,
    reader: Reader,
    pdf: Path | None,
    large: bool,
    paper: Paper,
    seed: str | None,
    as_json: bool,
    **wanted: Any,
) -> None:
    """`sst roleplay`."""
    here = desk()
    if wanted["guided"] is not None:
        refuse_choosing({**wanted, "count": None if count == 1 else count})
    shown, number = seed_or_new(seed)
    plays = draw_roleplays(here.cards, number, count, Wanted(**wanted))
    trainer = reader == "trainer"
    if pdf is not None:
        print_sheets(here, plays, reader, shown, pdf, large=large, paper=paper)
    if as_json:
        here.out_json(
            {
                "kind": "roleplay",
                "algorithm": ALGORITHM,
                "library": here.cards.hash,
                "seed": shown if trainer else None,
                "lang": here.lang,
                "draws": [view(play, reader, here.phrases) for play in plays],
            }
        )
    elif pdf is None:
        here.out("\n\n\n".join(sheet(here, play, reader, i) for i, play in enumerate(plays, 1)))
        if trainer:
            here.out("\n" + here.phrases("roleplay.seed", seed=shown, algorithm=ALGORITHM, library=here.cards.hash))
        if wanted["guided"]:
            here.out("\n" + wrap(here.phrases("sheet.help_lines")))
    if not trainer or pdf is not None:
        here.remark(here.phrases("roleplay.seed", seed=shown, algorithm=ALGORITHM, library=here.cards.hash))


def refuse_choosing(asked: dict[str, Any]) -> None:
    """A card that is named is not chosen, and there is one of it. Raises GuidedAlone."""
    for name, value in asked.items():
        if name != "guided" and value is not None:
            raise GuidedAlone(option=f"--{name}")


def print_sheets(
    here: Desk, plays: list[RolePlay], reader: Reader, seed: str, path: Path, *, large: bool, paper: Paper
) -> None:
    """The sheets of one reader as a PDF; the seed stands on the trainer's alone."""
    from sst_training.cli.writing import write_whole
    from sst_training.sheets.role_sheets import role_pdf

    say = here.phrases
    origin = say("roleplay.seed", seed=seed, algorithm=ALGORITHM, library=here.cards.hash)
    write_whole(path, role_pdf(plays, reader, here.cards.instrument, say, origin=origin, large=large, paper=paper))
    here.remark(say("print.written", path=click.format_filename(path)))


def sheet(here: Desk, play: RolePlay, reader: Reader, number: int) -> str:
    """One role-play as text for one reader."""
    say = here.phrases
    title = say(f"seat.{reader}")
    if reader == "trainer":
        title = f"{number}. {play.scenario.title[here.lang]}"
        readers: tuple[Reader, ...] = ("therapist", "client", "observer")
        parts = [heading(title), facts(here, play, reader)]
        parts += [f"{heading(say(f'seat.{one}'))}\n{body(here, play, one, alone=False)}" for one in readers]
        return "\n\n".join(parts)
    return heading(title) + "\n" + body(here, play, reader, alone=True)


def facts(here: Desk, play: RolePlay, reader: Reader) -> str:
    """The head of a sheet as a small table: the place not for the observer, the skill not for the client (DESIGN §4)."""
    say = here.phrases
    item = here.cards.instrument.item(play.skill)
    rows = [[say("sheet.label.person"), say("sheet.person", name=play.person.name, age=play.person.age)]]
    if reader != "observer":
        rows.append([say("sheet.label.setting"), say(f"setting.{play.setting}")])
    rows.append([say("sheet.label.minutes"), say("sheet.minutes", minutes=play.minutes)])
    if item is not None and reader != "client":
        rows.append([say("sheet.label.skill"), item.text[here.lang]])
    if reader == "trainer":
        rows.append([say("sheet.label.level"), str(play.level)])
        cards = [play.scenario.id, play.stance.id, play.twist.id if play.twist else "–", play.observer_task.id]
        rows.append([say("sheet.label.cards"), " · ".join(cards)])
        rows.append([say("sheet.label.stance"), play.stance.title[here.lang]])
        if play.twist:
            rows.append([say("sheet.label.twist"), play.twist.title[here.lang]])
        rows += [[say("sheet.label.traps"), trap[here.lang]] for trap in play.scenario.traps]
    return table(rows)


def body(here: Desk, play: RolePlay, reader: Reader, *, alone: bool) -> str:
    """What a reader's sheet says below its title, in the order of DESIGN §4."""
    seen = view(play, reader, here.phrases)
    parts = []
    if alone:
        parts.append(facts(here, play, reader))
    say = here.phrases
    card = seen["scenario"]
    for field in ORDER[reader]:
        if card[field] is not None:
            parts.append(labelled(say(f"sheet.label.{field}"), str(card[field])))
    if reader == "observer":
        parts += observer(seen, here.cards.instrument, say)
    else:
        parts += client(seen, say) if reader == "client" else marks(seen, say)
    return "\n\n".join(parts)


def marks(seen: dict[str, Any], say: Phrases) -> list[str]:
    """The time marks and the stop signal."""
    rows = [[say("sheet.minute", minute=mark["minute"]), mark["text"]] for mark in seen["time_marks"]]
    return [say("sheet.label.time_marks") + "\n" + table(rows), labelled(say("sheet.label.stop"), seen["stop"])]


def client(seen: dict[str, Any], say: Phrases) -> list[str]:
    """What only the client reads, from disclosure on."""
    card, stance, twist = seen["scenario"], seen["stance"], seen["twist"]
    told = [f"{say('disclosure.' + part['when'])}: {part['text']}" for part in card["disclosure"]]
    on_the_way = [minute(part["minute"], say) + part["text"] for part in card["elicits"]]
    if twist:
        window = say("sheet.window", start=twist["minute"][0], end=twist["minute"][1])
        words = f"{window}: {twist['text']} {say('sheet.revert')} {twist['revert']}"
        on_the_way.insert(twist_place(card["elicits"], twist["minute"][0]), words)
    if_needed = [f"{say('sheet.easier')}: {card['play_easier']}", f"{say('sheet.harder')}: {card['play_harder']}"]
    return [
        say("sheet.label.disclosure") + "\n" + bullets(told),
        say("sheet.label.stance") + "\n" + bullets(stance["behaviours"]),
        labelled(say("sheet.label.softens_when"), stance["softens_when"]),
        labelled(say("sheet.label.hardens_when"), stance["hardens_when"]),
        say("sheet.label.elicits") + "\n" + bullets(on_the_way),
        say("sheet.label.if_needed") + "\n" + bullets(if_needed),
        labelled(say("sheet.label.stop"), seen["stop"]),
        wrap(seen["improvise"]),
    ]


def observer(seen: dict[str, Any], instrument: Instrument, say: Phrases) -> list[str]:
    """What the observer watches, does at the end, and reads afterwards."""
    task, twist, card = seen["observer_task"], seen["twist"], seen["scenario"]
    ticks = {tick.id: say.text(tick.text) for item in instrument.items for tick in item.ticks}
    watched = [f"{ticks.get(tick, tick)} {sound}" for tick, sound in zip(task["ticks"], task["look_for"], strict=True)]
    parts = [
        say("sheet.label.look_for") + "\n" + bullets(watched, "☐"),
        labelled(say("sheet.label.tally"), task["tally"]),
    ]
    if twist:
        start, end = twist["minute"]
        parts.append(labelled(say("sheet.label.twist"), say("sheet.twist_minutes", start=start, end=end)))
    parts += marks(seen, say)
    parts.append(say("sheet.label.feedback") + "\n" + numbered(seen["feedback"]))
    parts.append(labelled(say("sheet.label.debrief_question"), task["debrief_question"]))
    parts.append(labelled(say("sheet.label.enough_after"), card["enough"]))
    parts.append(say("sheet.label.traps_after") + "\n" + bullets(card["traps"]))
    return parts


def minute(value: int | None, say: Phrases) -> str:
    """A minute in front of a line, or nothing."""
    return "" if value is None else say("sheet.minute", minute=value) + " "
