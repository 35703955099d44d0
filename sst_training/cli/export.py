"""`sst export FORMAT`: the library in another form, one file of this folder a format."""

from __future__ import annotations

from sst_training.cli import export_cards
from sst_training.cli.frame import Group

command = Group("export")
command.add_command(export_cards.command)
