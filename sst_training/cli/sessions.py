"""`sst sessions …`: the practice sessions on this machine, one module a command."""

from __future__ import annotations

import click

from sst_training.cli.frame import Group
from sst_training.cli.help_text import short_help

TABLE = {
    "list": "sessions_list",
    "show": "sessions_show",
    "import": "sessions_import",
    "export": "sessions_export",
    "lock": "sessions_lock",
    "resolve": "sessions_resolve",
    "restore": "sessions_restore",
    "erase": "sessions_erase",
}


class Sessions(Group):
    """The group; a command below it has its help under `sessions.<name>`, and is imported when it runs."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their first line."""
        with formatter.section(ctx.find_root().obj.phrases("help.commands")):
            formatter.write_dl([(name, short_help(f"sessions.{name}", ctx)) for name in self.table])


command = Sessions("sessions", table=TABLE)
