"""`sst sessions …`: the practice sessions on this machine, one module a command."""

from __future__ import annotations

from sst_training.cli.frame import Group

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

command = Group("sessions", table=TABLE)
