"""How help reads: usage, what a command does, its options and an example, in the chosen language."""

from __future__ import annotations

import re

import click


def usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Writes the usage line."""
    phrases = ctx.find_root().obj.phrases
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), phrases("help.usage") + " ")


def pieces(found: list[str], ctx: click.Context) -> list[str]:
    """Click's usage words in the chosen language."""
    phrases = ctx.find_root().obj.phrases
    words = {"[OPTIONS]": phrases("help.meta.options"), "COMMAND [ARGS]...": phrases("help.meta.command")}
    return [words.get(piece, piece) for piece in found]


def help_text(key: str, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Writes what a command does."""
    phrases = ctx.find_root().obj.phrases
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(phrases(f"help.{key}") if f"help.{key}" in phrases else key)


def options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Writes the options."""
    records = [record for param in command.get_params(ctx) if (record := param.get_help_record(ctx))]
    with formatter.section(ctx.find_root().obj.phrases("help.options")):
        formatter.write_dl(records)


def example(key: str, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Writes an example that runs."""
    phrases = ctx.find_root().obj.phrases
    if f"example.{key}" in phrases:
        with formatter.section(phrases("help.example")):
            formatter.write_text(phrases(f"example.{key}"))


def short_help(key: str, ctx: click.Context) -> str:
    """A command's help up to its first full stop or colon."""
    phrases = ctx.find_root().obj.phrases
    words = phrases(f"help.{key}") if f"help.{key}" in phrases else key
    return re.split(r"[.:] ", words)[0].rstrip(".")
