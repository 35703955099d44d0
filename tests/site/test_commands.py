"""cli.md is told by the command line itself, whole and in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from sst_training import errors
from sst_training.cli import COMMANDS
from sst_training.cli.describe import commands
from sst_training.pages.cli_reference import EXIT_CODES


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_command_is_told_with_help_and_example(lang: str) -> None:
    """No command without a sentence, and none without something to copy."""
    told = commands(lang)
    assert {command["name"].split()[1] for command in told} == set(COMMANDS)
    for command in told:
        assert command["help"], command["name"]
        assert command["example"].startswith("sst "), command["name"]
        assert all(param["help"] for param in command["params"]), command["name"]


@pytest.mark.parametrize("page", ["cli/index.html", "en/cli/index.html"])
def test_every_command_and_exit_code_is_on_the_page(page: str, built: Path) -> None:
    """In both languages."""
    html = (built / page).read_text(encoding="utf-8")
    assert all(f">sst {name}" in html for name in COMMANDS)
    assert all(f"<code>{code}</code>" in html for code in EXIT_CODES)


def test_every_exit_code_of_the_program_is_explained() -> None:
    """Each error's own code is in the list."""
    found = {str(one.exit_code) for one in vars(errors).values() if isinstance(one, type) and hasattr(one, "exit_code")}
    assert found <= set(EXIT_CODES)
