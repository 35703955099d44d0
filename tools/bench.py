"""`make bench`: the budgets of the design, measured in one run and printed as ratios to them.

Timings alternate with their yardstick so that a busy machine slows both; the median counts. A line
above its budget is marked; the run then ends with exit code 1.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SST = [sys.executable, "-m", "sst_training"]
HELLO = "import click\n@click.command()\n@click.option('--count', default=1)\ndef hello(count):\n    click.echo('Hello')\nhello()\n"
STOCK = """site_name: stock
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false}}
plugins:
  search: {{}}
  mkdocs-jupyter: {{execute: false, include: ["*.ipynb"]}}
"""


def seconds(command: list[str], cwd: Path = ROOT) -> float:
    """How long one run takes; a run that fails stops the bench."""
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - start


def ratio(command: list[str], yardstick: list[str], runs: int = 15) -> float:
    """The median of a command over the median of its yardstick, run in turns."""
    pairs = [(seconds(command), seconds(yardstick)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs) / statistics.median(pair[1] for pair in pairs)


def draws(folder: Path) -> dict[str, tuple[float, float]]:
    """Cold draws against a bare Click program."""
    hello = folder / "hello.py"
    hello.write_text(HELLO)
    bare = [sys.executable, str(hello)]
    return {
        "sst roleplay --seed 1, × bare click": (ratio([*SST, "roleplay", "--seed", "1"], bare), 2),
        "sst day 24 × 6 --json, × bare click": (
            ratio([*SST, "day", "--participants", "24", "--rounds", "6", "--seed", "1", "--json"], bare),
            5,
        ),
    }


def checking(folder: Path) -> dict[str, tuple[float, float]]:
    """`sst check` on the library, and on copies with 1,000 and 10,000 more scenarios."""
    found = {"sst check, seconds": (min(seconds([*SST, "check"]) for _ in range(3)), 2.0)}
    card = (ROOT / "roleplays" / "scenarios" / "promotion-at-night.yaml").read_text("utf-8")
    took = {}
    for count in (1_000, 10_000):
        copy = folder / f"cards-{count}"
        for name in ("roleplays", "exercises", "checklists", "docs", "sst_training/locales", "library.lock"):
            goal = copy / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(ROOT / name, goal) if (ROOT / name).is_dir() else shutil.copy(ROOT / name, goal)
        for i in range(count):
            text = card.replace("sc-001", f"sc-{i % 1000:03d}")
            (copy / "roleplays" / "scenarios" / f"more-{i:05d}.yaml").write_text(text, "utf-8")
        start = time.perf_counter()
        run = subprocess.run([*SST, "check", str(copy)], capture_output=True, check=False)
        took[count] = time.perf_counter() - start
        if run.returncode != 1:  # these cards share their ids, which is a problem of each; anything else is a crash
            raise SystemExit(f"sst check of {count} more cards: exit {run.returncode}: {run.stderr.decode()[-300:]}")
    found["sst check, 10,000 cards over 10 × 1,000"] = (took[10_000] / (10 * took[1_000]), 1.5)
    return found


def printing(folder: Path) -> dict[str, tuple[float, float]]:
    """The day pack as PDF."""
    command = [*SST, "day", "--participants", "24", "--rounds", "6", "--seed", "1", "--out", str(folder / "pack")]
    return {"day pack 24 × 6 as PDF, seconds": (seconds(command), 5.0)}


def sites(folder: Path) -> dict[str, tuple[float, float]]:
    """Both sites cold against a stock one-language build of the same Dutch pages, and the search index."""
    config = folder / "stock.yml"
    config.write_text(STOCK.format(docs=ROOT / "docs" / "nl", site=folder / "stock"))
    stock = seconds([sys.executable, "-m", "mkdocs", "build", "-f", str(config)], folder)
    shutil.rmtree(ROOT / "build" / "cache", ignore_errors=True)
    ours = seconds([*SST, "site", "build", "--out", str(folder / "site")])
    found = {"both sites, × stock build of the Dutch pages": (ours / stock, 3.0)}
    for language, place in (("nl", "site"), ("en", "site/en")):
        index = (folder / place / "search" / "search_index.json").read_bytes()
        found[f"search index {language}, KB gzip"] = (len(gzip.compress(index, 6)) / 1000, 130)
    return found


def cohorts(folder: Path) -> dict[str, tuple[float, float]]:
    """`sst cohort` over 100,000 ratings."""
    rating = json.loads((ROOT / "docs" / "examples" / "solid-session.json").read_text("utf-8"))
    path = folder / "ratings.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for i in range(100_000):
            file.write(json.dumps({**rating, "session": f"{i:08d}", "ratee": f"P{i % 500}"}) + "\n")
    program = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000)"
    )
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", program, *SST, "cohort", str(path), "--json"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    took = time.perf_counter() - start
    return {"sst cohort, 100,000 ratings, seconds": (took, 10.0), "the same, MB": (float(run.stdout.split()[-1]), 500)}


def long_tests(_: Path) -> dict[str, tuple[float, float]]:
    """The long versions of some tests: 10,000 days and start codes, 500 kills of a rating, minutes of fuzzing; failed runs against none."""
    failed = {}
    seed = str(int(time.time()))
    for what, test, settings in (
        ("10,000 days that break a promise", "tests/draw/test_day.py::test_a_thousand_seeds", {"SST_SEEDS": "10000"}),
        ("20,000 start codes that break a property", "tests/cli/test_properties.py", {"SST_SEEDS": "10000"}),
        ("500 kills that lose a key", "tests/cli/test_rate.py::test_a_hundred_kills_lose_no_key", {"SST_KILLS": "500"}),
        (
            "200 killed tabs that lose a key",
            "tests/browser/test_tool_rating_faults.py::test_a_killed_tab_loses_nothing_that_was_saved",
            {"SST_TAB_KILLS": "200"},
        ),
        (
            "1,000 keys slower than 50 ms to saved",
            "tests/browser/test_tool_rating_recording.py::test_a_thousand_keys_with_an_hour_open",
            {"SST_KEY_MS": "50"},
        ),
        (
            "days of 60 x 12 with a task over 100 ms",
            "tests/browser/test_tool_day.py::test_a_big_day_stays_fluid",
            {"SST_TASK_MS": "100"},
        ),
        ("10 minutes of fuzzing that break a reader", "tests/fuzz", {"SST_FUZZ": "600", "SST_FUZZ_SEED": seed}),
    ):
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", test], cwd=ROOT, env={**os.environ, **settings},
            stdout=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        failed[what] = (float(run.returncode != 0), 0.0)
    return failed


def main() -> int:
    """Measures everything that is there, prints a line each; 1 when one is above its budget."""
    parts: tuple[Callable[[Path], dict[str, tuple[float, float]]], ...] = (
        draws,
        checking,
        printing,
        sites,
        cohorts,
        long_tests,
    )
    above = 0
    print(f"{'what':<48}{'measured':>10}{'budget':>10}{'share':>8}")
    with tempfile.TemporaryDirectory() as name:
        for part in parts:
            try:
                found = part(Path(name))
            except subprocess.CalledProcessError as cause:
                words = (
                    (cause.stderr or b"").decode(errors="replace") if isinstance(cause.stderr, bytes) else cause.stderr
                )
                print(f"{part.__name__}: not measured: {(words or '').strip().splitlines()[-1:]}")
                above += 1
                continue
            for what, (measured, budget) in found.items():
                above += measured > budget
                mark = "  above budget" if measured > budget else ""
                print(
                    f"{what:<48}{measured:>10.2f}{budget:>10.2f}{measured / budget if budget else measured:>8.2f}{mark}"
                )
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
