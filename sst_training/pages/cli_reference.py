"""cli.md: every command, from the command tree's own description."""

from __future__ import annotations

import re

import msgspec

from sst_training.pages.markup import document, esc, items, paragraphs, tag
from sst_training.pages.site import Site

SOURCE = "cli.md"
EXIT_CODES = ("0", "1", "2", "3", "4", "5", "6", "7", "130")


class Param(msgspec.Struct, frozen=True):
    """An option or argument, as it is typed, and what it does."""

    flags: str
    help: str


class Described(msgspec.Struct, frozen=True):
    """A command as `python -m sst_training.cli.describe LANG` tells it."""

    name: str
    help: str
    usage: str
    params: tuple[Param, ...]
    example: str


def page(site: Site, commands: tuple[Described, ...]) -> str:
    """The whole page, commands in the order they were told."""
    say = site.phrases
    intro = tag("p", esc(say("page.cli.intro")))
    blocks = [block for command in commands for block in (f"## `{slug(command.name)}`", entry(site, command))]
    codes = (f"{tag('code', code)} {esc(say(f'page.cli.exit.{code}'))}" for code in EXIT_CODES)
    blocks += [f"## {say('page.cli.exits')}", tag("p", esc(say("page.cli.exits_text"))), items(codes)]
    for family in ("check", "rating"):
        title, text = say(f"page.cli.{family}"), say(f"page.cli.{family}_text")
        blocks += [f"## {title}", tag("p", esc(text)), tag("div", problems(site, family), class_="sst-command")]
    return document(say("page.cli.title"), say("page.cli.description"), intro, *blocks, hover=False)


def problems(site: Site, family: str) -> str:
    """Every code a family of problems can carry, with its sentence."""
    pattern = re.compile(rf"{family}\.([CR][0-9]+)")
    coded = [(found[1], words) for key, words in site.phrases.sentences.items() if (found := pattern.fullmatch(key))]
    rows = "".join(
        tag("dt", tag("code", code)) + tag("dd", esc(re.sub(r"\{\w+\}", "…", words))) for code, words in sorted(coded)
    )
    return tag("dl", rows, class_="sst-params", data_search_exclude="")


def slug(name: str) -> str:
    """A command's name as it can stand in a heading: nothing but what a command is made of."""
    return "".join(letter for letter in name if letter.isalnum() or letter in " -_")


def entry(site: Site, command: Described) -> str:
    """One command: what it does, how it is typed, its options, an example that runs."""
    say = site.phrases
    rows = "".join(
        tag("dt", tag("code", esc(param.flags))) + tag("dd", paragraphs(param.help)) for param in command.params
    )
    body = paragraphs(command.help) + tag("pre", tag("code", esc(command.usage)), tabindex="0")
    body += tag("dl", rows, class_="sst-params", data_search_exclude="") if rows else ""
    if command.example:
        body += tag("p", tag("strong", esc(say("page.cli.example"))))
        body += tag("pre", tag("code", esc(command.example)), tabindex="0")
    return tag("div", body, class_="sst-command")
