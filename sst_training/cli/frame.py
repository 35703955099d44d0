"""The frame every command hangs in: language, library, output, and errors as one line.

Click speaks English; the course speaks Dutch first. So options name their help by a key of locales/,
and what goes wrong is said by us: one line on stderr that begins with `sst:`.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Sequence
from typing import Any

import click
import msgspec

from sst_training import __version__
from sst_training.cli.failures import refused, say
from sst_training.cli.help_text import example, help_text, options, pieces, short_help, usage
from sst_training.cli.streams import take_any_sign
from sst_training.errors import SstError, UnknownLanguage
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases

WIDTH = 80


class BadOption(SstError):
    """A value that does not fit its option."""

    exit_code = 2
    key = "error.bad_option"


class Desk:
    """What a command works with: the language, its sentences, the library (opened when asked for), the outputs."""

    def __init__(self, lang: str) -> None:
        from sst_training.library.locales import phrases_for

        self.lang = lang
        self.phrases: Phrases = phrases_for(lang)

    @functools.cached_property
    def library(self) -> Library:
        """All cards. Raises LibraryUnreadable."""
        from sst_training.library import open_library

        return open_library()

    @functools.cached_property
    def cards(self) -> Library:
        """The cards that are drawn, without the course's: a draw should not wait for a quiz."""
        from sst_training.library import open_library

        return open_library(course=False)

    @staticmethod
    def out(text: str) -> None:
        """A result, on stdout."""
        click.echo(text)

    @staticmethod
    def remark(text: str) -> None:
        """A remark that is no result, on stderr; wrapped when a person reads it there."""
        if sys.stderr.isatty():
            from sst_training.cli.layout import width, wrap

            text = "\n".join(wrap(line) if len(line) > width() else line for line in text.split("\n"))
        click.echo(text, err=True)

    @staticmethod
    def out_json(data: object) -> None:
        """A result as one line of JSON, the same bytes in every locale."""
        sys.stdout.flush()
        sys.stdout.buffer.write(msgspec.json.encode(data) + b"\n")
        sys.stdout.buffer.flush()


def desk() -> Desk:
    """The desk of the running command."""
    found: Desk = click.get_current_context().find_root().obj
    return found


def language_of(args: Sequence[str]) -> str:
    """The language asked for: the last `--lang` before or after the command, else SST_LANG, else Dutch."""
    lang = os.environ.get("SST_LANG") or "nl"
    for i, arg in enumerate(args):
        if arg == "--":
            break
        if arg == "--lang" and i + 1 < len(args):
            lang = args[i + 1]
        elif arg.startswith("--lang="):
            lang = arg.removeprefix("--lang=")
    return lang


def wanted(kind: click.ParamType[Any]) -> str:
    """What a parameter takes, in signs that need no translation."""
    if isinstance(kind, click.IntRange):
        return f"{'' if kind.min is None else kind.min}–{'' if kind.max is None else kind.max}"
    if isinstance(kind, click.Choice):
        return " | ".join(map(str, kind.choices))
    return "0, 1, 2 …" if kind is click.INT else kind.name


class Param(click.Parameter):
    """A parameter whose refusal is put into words by us."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value as its type, or BadOption."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as cause:
            name = self.opts[-1] if self.param_type_name == "option" else self.human_readable_name
            shown = " ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
            if isinstance(self.type, click.Path):
                raise BadPath(option=name, value=shown) from cause
            raise BadOption(option=name, value=shown, wanted=wanted(self.type)) from cause


class BadPath(SstError):
    """A file that is not there, or a folder where a file belongs."""

    exit_code = 2
    key = "error.no_file"


class Option(Param, click.Option):
    """An option; its `help` is a key of locales/."""

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value."""
        if self.metavar is None and isinstance(self.type, click.types.IntParamType):
            return "N"
        return super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its line in the help, in the chosen language."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        phrases = ctx.find_root().obj.phrases
        words = phrases(self.help) if self.help in phrases else (self.help or "")
        return record[0], words


class Argument(Param, click.Argument):
    """An argument; what it is stands in the command's help."""


def lang_option() -> Option:
    """`--lang`, read before anything else is (see language_of); here so that it may stand anywhere."""
    return Option(["--lang"], help="help.lang", expose_value=False, metavar="nl|en")


def help_option() -> Option:
    """`--help`, explained in the chosen language."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), color=ctx.color)
            ctx.exit()

    return Option(["--help"], is_flag=True, expose_value=False, is_eager=True, help="help.help", callback=show)


class Command(click.Command):
    """A command. `json=True` adds --json; help and example are `help.<key>` and `example.<key>` in locales/."""

    def __init__(self, name: str | None, *, json: bool = False, key: str | None = None, **words: Any) -> None:
        super().__init__(name, add_help_option=False, **words)
        self.key = key or name or ""
        if json:
            self.params.append(Option(["as_json", "--json"], is_flag=True, help="help.json"))
        self.params += [lang_option(), help_option()]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        usage(self, ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line."""
        return pieces(super().collect_usage_pieces(ctx), ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        help_text(self.key, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """An example that runs."""
        example(self.key, ctx, formatter)

    def get_short_help_str(self, limit: int = 60) -> str:
        """The first line of its help."""
        return short_help(self.key, click.get_current_context())


class Group(click.Group):
    """A command with commands below it. `table`: name → module that holds it, imported when used."""

    def __init__(self, name: str | None, *, table: dict[str, str] | None = None, key: str = "", **words: Any) -> None:
        super().__init__(name, add_help_option=False, **words)
        self.key = key or name or ""
        self.table = table or {}
        self.params += [lang_option(), help_option()]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of the table."""
        return [*self.table, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by name, imported now."""
        if module := self.table.get(cmd_name):
            import importlib

            command: click.Command = importlib.import_module(f"sst_training.cli.{module}").command
            return command
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command a line asks for. Raises UnknownCommand."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            raise UnknownCommand(name=args[0], near=near[0] if near else "--help")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Names that begin so, without importing what they name."""
        from click.shell_completion import CompletionItem

        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        options = [] if not incomplete.startswith("-") else super().shell_complete(ctx, incomplete)
        return [*(CompletionItem(name) for name in names), *options]

    format_usage = Command.format_usage
    format_help_text = Command.format_help_text
    format_epilog = Command.format_epilog
    get_short_help_str = Command.get_short_help_str

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line."""
        return pieces(super().collect_usage_pieces(ctx), ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options and the commands."""
        options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their first line, none of them imported."""
        phrases = ctx.find_root().obj.phrases
        names = self.list_commands(ctx)
        keys = [getattr(self.commands.get(name), "key", name) for name in names]
        with formatter.section(phrases("help.commands")):
            formatter.write_dl([(name, short_help(key, ctx)) for name, key in zip(names, keys, strict=True)])

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Runs a command line; says what went wrong in one line and leaves with its exit code."""
        take_any_sign()
        given = list(sys.argv[1:] if args is None else args)
        standalone = extra.pop("standalone_mode", True)
        try:
            lang = language_of(given)
            try:
                extra["obj"] = Desk(lang)
            except UnknownLanguage:
                extra["obj"] = Desk("nl")
                raise
            extra["color"] = False if os.environ.get("NO_COLOR") else None
            result = super().main(given, prog_name or "sst", standalone_mode=False, **extra)
            code = result if isinstance(result, int) else 0
        except (SstError, click.ClickException, click.Abort) as cause:
            if not standalone:
                raise
            code = say(cause, extra["obj"].phrases)
        except OSError as cause:
            refusal = refused(cause)
            if not standalone or refusal is None:
                raise
            code = say(refusal, extra["obj"].phrases)
        if standalone:
            sys.exit(code)
        return code


class UnknownCommand(SstError):
    """A command that does not exist; `near` is one that does."""

    exit_code = 2
    key = "error.no_command"


def version_option() -> Option:
    """`--version`."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"sst {__version__}")
            ctx.exit()

    return Option(["--version"], is_flag=True, expose_value=False, is_eager=True, help="help.version", callback=show)
