"""What README and pages show is what happens: every console block is run, and its output compared."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from sst_training.library.locate import checkout

ROOT = checkout()
README = (ROOT / "README.md").read_text(encoding="utf-8")


PAGES = [README, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))]


def commands():
    """Each `$ sst …` of the README and the pages with the lines shown below it."""
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, shown = part.partition("\n")
                yield line, shown.rstrip("\n").split("\n")


def shows(shown, printed):
    """Whether the lines shown stand in what was printed, in their order; a line `…` stands for any lines."""
    lines, parts = printed.split("\n"), [[]]
    for line in shown:
        if line == "…":
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return lines == parts[0]
    first, *between, last = parts
    at, end = len(first), len(lines) - len(last)
    if lines[:at] != first or lines[end:] != last:
        return False
    for part in between:  # the first place is as good as any: what follows has the most room then
        found = next((i for i in range(at, end - len(part) + 1) if lines[i : i + len(part)] == part), None)
        if found is None:
            return False
        at = found + len(part)
    return at <= end


@pytest.mark.parametrize(("line", "shown"), [*commands()], ids=lambda value: value if isinstance(value, str) else "")
def test_command(line, shown):
    """The command ends well and prints what is shown."""
    program, *args = shlex.split(line)
    assert program == "sst"
    run = subprocess.run(
        [sys.executable, "-m", "sst_training", *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**{name: value for name, value in os.environ.items() if name != "SST_LANG"}, "COLUMNS": "80"},
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
