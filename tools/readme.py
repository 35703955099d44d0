"""`make fix`: runs the commands of README and pages again and refills what they show of their output.

A line `…` stands for lines left out. What stands between two of them begins where its first line is
found, and keeps its number of lines; without any `…` the whole output is shown.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GAP = "…"


def output(line: str) -> list[str]:
    """What a command prints at 80 columns."""
    plain = {name: value for name, value in os.environ.items() if name != "SST_LANG"}
    run = subprocess.run(
        [sys.executable, "-m", "sst_training", *shlex.split(line)[1:]],
        cwd=ROOT, capture_output=True, text=True, env={**plain, "COLUMNS": "80"}, check=True,
    )  # fmt: skip
    return run.stdout.rstrip("\n").split("\n")


def refilled(shown: list[str], printed: list[str]) -> list[str]:
    """The lines shown, brought up to date."""
    if GAP not in shown:
        return printed
    lines: list[str] = []
    at = 0
    for i, segment in enumerate("\n".join(shown).split(GAP)):
        old = segment.strip("\n").split("\n") if segment.strip("\n") else []
        if i:
            lines.append(GAP)
        if old:
            at = at if i == 0 else printed.index(old[0], at)
            lines += printed[at : at + len(old)]
            at += len(old)
    return lines


def pages() -> list[Path]:
    """The README, and every page of the course that shows what a command prints."""
    written = sorted((ROOT / "docs").rglob("*.md"))
    return [ROOT / "README.md", *(path for path in written if "```console" in path.read_text(encoding="utf-8"))]


def refresh(path: Path) -> bool:
    """Refills one page; whether anything changed."""
    text = path.read_text(encoding="utf-8")

    def block(match: re.Match[str]) -> str:
        parts = re.split(r"^\$ ", match[1], flags=re.MULTILINE)[1:]
        done = []
        for part in parts:
            line, _, shown = part.partition("\n")
            done.append("\n".join([f"$ {line}", *refilled(shown.rstrip("\n").split("\n"), output(line))]))
        return "```console\n" + "\n".join(done) + "\n```"

    fresh = re.sub(r"```console\n(.*?)```", block, text, flags=re.DOTALL)
    if fresh != text:
        path.write_text(fresh, encoding="utf-8")
    return fresh != text


if __name__ == "__main__":
    for page in pages():
        print(f"{page.relative_to(ROOT)}: {'refilled' if refresh(page) else 'as it was'}")
