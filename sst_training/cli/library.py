"""`sst library report`: what the cards cover, whom they show, and whether names say anything."""

from __future__ import annotations

from typing import Any

import click

from sst_training.cli.frame import Command, Desk, Group, Option, desk
from sst_training.cli.layout import heading, table, wrap
from sst_training.draw.association import name_associations

command = Group("library")
SEEDS = 20_000
LIMIT = 0.1


@command.command("report", cls=Command, json=True, key="library.report")
@click.option("--seeds", cls=Option, type=click.IntRange(100, 1_000_000), default=SEEDS, help="help.library.seeds")
def report(seeds: int, as_json: bool) -> None:
    """`sst library report`."""
    from sst_training.library.coverage import coverage

    here = desk()
    found = coverage(here.library)
    here.remark(here.phrases("library.counting", seeds=seeds))
    names = name_associations(here.library, range(seeds))
    above = [aspect for aspect, value in names.items() if value > LIMIT]
    if as_json:
        head = {"kind": "library-report", "library": here.library.hash, **found}
        here.out_json({**head, "name_association": {"seeds": seeds, "limit": LIMIT, "v": names, "above": above}})
        return
    here.out("\n\n".join(part for part in parts(here, found)))
    say = here.phrases
    rows = [[say(f"library.{aspect}"), f"{value:.3f}"] for aspect, value in names.items()]
    verdict = say("library.above", aspects=", ".join(say(f"library.{aspect}") for aspect in above)) if above else ""
    here.out("\n" + heading(say("library.names")) + "\n" + table(rows))
    here.out(wrap(verdict or say("library.none_above", limit=LIMIT, seeds=seeds)))


def parts(here: Desk, found: dict[str, Any]) -> list[str]:
    """The report's tables, as text."""
    say, lang, library = here.phrases, here.lang, here.library
    levels = list(found["levels"])
    skills = {item.id: item.text[lang] for item in library.instrument.items}
    stances = {card.id: card.title[lang] for card in library.stances}
    contexts = list(found["contexts"])
    named = {
        "levels": {level: level for level in levels},
        "starts": {start: say(f"library.start.{start}") for start in found["starts"]},
        "settings": {setting: say(f"setting.{setting}") for setting in found["settings"]},
        "contexts": {name: library.words.contexts[name][lang] for name in contexts},
        "ages": {band: band.replace("-", "–") for band in found["ages"]},
    }
    total = say("library.total", dealt=found["scenarios"], guided=found["guided"], solo=found["solo"])
    written = [heading(say("library.title")) + "\n" + wrap(total)]
    for field, words in named.items():
        rows = [[words[name], str(count)] for name, count in found[field].items()]
        written.append(say(f"library.{field}") + "\n" + table(rows))
    rows = [["", *levels], *([skills[skill], *map(str, counts.values())] for skill, counts in found["skills"].items())]
    written.append(say("library.skills") + "\n" + table(rows))
    rows = [
        [stances[stance], " ".join(f"{count:>2}" for count in counts.values())]
        for stance, counts in found["stance_context"].items()
    ]
    key = ", ".join(named["contexts"][name] for name in contexts)
    written.append(wrap(say("library.stance_context", contexts=key)) + "\n" + table(rows))
    return written
