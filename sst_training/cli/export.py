"""`sst export FORMAT`: the library in another form, one file of this folder a format."""

from __future__ import annotations

from sst_training.cli import export_anki, export_cards, export_json
from sst_training.cli.frame import Group

command = Group("export")
for form in (export_cards, export_anki, export_json):
    command.add_command(form.command)
