"""Tells every command as plain data, for the page cli.md: `python -m sst_training.cli.describe LANG` writes JSON.

The page is made on the floor beside this one, which may not import it; so it asks in a process of its own.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from sst_training.cli.frame import Desk, wanted


def commands(lang: str) -> list[dict[str, Any]]:
    """Name, help, usage, params and example of every command, groups followed by what is in them."""
    from sst_training.cli import main

    context = click.Context(main, info_name="sst", obj=Desk(lang))
    return [
        told for name in main.list_commands(context) for told in below(name, main.get_command(context, name), context)
    ]


def below(name: str, command: click.Command | None, parent: click.Context) -> list[dict[str, Any]]:
    """A command, or the commands of a group."""
    if command is None:
        return []
    with click.Context(command, info_name=name, parent=parent) as context:
        if isinstance(command, click.Group):
            names = command.list_commands(context)
            return [told for sub in names for told in below(sub, command.get_command(context, sub), context)]
        return [tell(command, context)]


def tell(command: click.Command, context: click.Context) -> dict[str, Any]:
    """One command in words."""
    phrases = context.find_root().obj.phrases
    key = getattr(command, "key", "")
    key = key if f"help.{key}" in phrases else ".".join(context.command_path.split()[1:])
    return {
        "name": context.command_path,
        "help": phrases(f"help.{key}") if f"help.{key}" in phrases else "",
        "usage": " ".join([context.command_path, *command.collect_usage_pieces(context)]),
        "params": [told for param in command.get_params(context) for told in option(param, context)],
        "example": phrases(f"example.{key}") if f"example.{key}" in phrases else "",
    }


def option(param: click.Parameter, context: click.Context) -> list[dict[str, str]]:
    """One option as it is typed, with its range in signs, and what it does; nothing for an argument: the usage line has it."""
    record = param.get_help_record(context)
    if record is None or not record[1]:
        return []
    flags = record[0].replace("INTEGER RANGE", wanted(param.type)).replace("INTEGER", "N")
    return [{"flags": flags, "help": record[1]}]


if __name__ == "__main__":
    Desk.out_json(commands(sys.argv[1]))
