"""What the README says is what happens: every console block is run, and its output compared."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from sst_training.library.locate import checkout

ROOT = checkout()
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands():
    """Each `$ sst …` of the README with the lines shown below it."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            yield line, shown.rstrip("\n").split("\n")


def shows(shown, printed):
    """Whether the lines shown stand in what was printed; a line `…` stands for any lines."""
    pattern = "\n".join(r"(?:.*\n?)*?" if line == "…" else re.escape(line) for line in shown)
    return re.fullmatch(pattern.replace("\\n(?:.*\\n?)*?", "(?:.*\\n?)*?"), printed) is not None


@pytest.mark.parametrize(("line", "shown"), [*commands()], ids=lambda value: value if isinstance(value, str) else "")
def test_command(line, shown):
    """The command ends well and prints what the README shows."""
    program, *args = shlex.split(line)
    assert program == "sst"
    run = subprocess.run(
        [sys.executable, "-m", "sst_training", *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "80"},
        check=False,
        timeout=60,
    )

    assert run.returncode == 0, run.stderr
    assert shows(shown, run.stdout.rstrip("\n")), run.stdout


def test_shown_output_can_fail():
    """A line that is not printed is noticed."""
    assert shows(["a", "…", "c"], "a\nb\nb\nc")
    assert shows(["…"], "a\nb")
    assert not shows(["a", "…", "d"], "a\nb\nc")
    assert not shows(["a"], "a\nb")


def test_the_files_named_are_there():
    """Every link of the README into the repository leads somewhere."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_opens_in_dutch_and_says_its_limits():
    """A Dutch paragraph first; the limits in plain words."""
    assert README.split("\n\n")[1].startswith("**Nederlands.**")
    for words in ("not validated", "already trained", "no licence and no", "2027-05-05", "make run", "make test"):
        assert words in README
