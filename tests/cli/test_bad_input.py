"""Bad input: one clear line, the right exit code, no traceback, nothing lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sst_training.library.locate import checkout

EXAMPLE = (checkout() / "docs" / "examples" / "first-try.json").read_text("utf-8")


def lines(run):
    """What stands on stderr, line by line."""
    return run.stderr.decode().splitlines()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("roleplay --count 0", 2),
        ("roleplay --count 100000", 2),
        ("roleplay --count zes", 2),
        ("roleplay --level 4", 2),
        ("roleplay --setting tent", 2),
        ("roleplay --skill safety", 5),
        ("roleplay --skill nope", 4),
        ("roleplay --context nope", 4),
        ("roleplay --guided sc-001", 5),
        ("roleplay --guided sc-999", 4),
        ("roleplay --seed", 2),
        ("roleplay --nope", 2),
        ("roleplay extra words", 2),
        ("rolepaly", 2),
        ("own-issue --domain money", 2),
        ("exercise show ex-999", 4),
        ("exercise show", 2),
        ("exercise list --skill nope", 4),
        ("exercise list --minutes 3", 5),
        ("term qqqq", 4),
        ("skill show nope", 4),
        ("oneliner pi-999", 4),
        ("score nothing.json", 2),
        ("check nothing.yaml", 2),
        ("new scenario Grote-Letters", 2),
        ("new poem x", 2),
    ],
)
def test_one_line_and_its_exit_code(sst, line, code, lang):
    """`sst: …` in the chosen language, nothing on stdout."""
    run = sst(*line.split(), "--lang", lang)

    assert (run.returncode, len(lines(run)), run.stdout) == (code, 1, b"")
    assert lines(run)[0].startswith("sst: ")
    assert "Traceback" not in lines(run)[0]
    assert ("Kijk" in lines(run)[0]) <= (lang == "nl")


@pytest.mark.parametrize("line", ["roleplay --lang xx", "--lang xx roleplay", "roleplay --lang=xx"])
def test_an_unknown_language(sst, line):
    """Named, with those there are."""
    run = sst(*line.split())

    assert run.returncode == 2
    assert "xx" in lines(run)[0]
    assert "nl, en" in lines(run)[0]


def test_an_unknown_language_in_the_environment(sst):
    """SST_LANG is checked like --lang."""
    assert sst("roleplay", SST_LANG="klingon").returncode == 2


def test_language_before_or_after_the_command(sst):
    """`--lang` may stand on either side, and beats SST_LANG."""
    before = sst("--lang", "en", "term", "focus")
    after = sst("term", "focus", "--lang", "en")

    assert before.returncode == 0
    assert before.stdout == after.stdout
    assert before.stdout == sst("term", "focus", SST_LANG="en").stdout


@pytest.mark.parametrize(
    "seed", ["", "   ", "x" * 201], ids=["empty", "blank", "long"]
)  # fmt: skip
def test_seeds_that_are_none(sst, seed):
    """An empty or endless start code is refused."""
    assert sst("roleplay", "--seed", seed).returncode == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("half.json", EXAMPLE[:200].encode()),
        ("empty.json", b""),
        ("huge.json", b'{"format": "' + b"x" * 10_000_000 + b'"}'),
        ("latin.json", EXAMPLE.replace("stil", "stíl").encode("latin-1")),
        ("list.json", b"[1, 2]"),
        ("bomb.yaml", b"a: &a [x]\nb: [*a, *a]\n"),
        ("deep.json", b'{"a":' * 5000 + b"1" + b"}" * 5000),
        ("binary.json", bytes(range(256))),
    ],
)
def test_rating_files_that_are_none(sst, tmp_path, name, content):
    """A broken rating file: exit 7, its name, no traceback, and the file as it was."""
    path = tmp_path / name
    path.write_bytes(content)
    run = sst("score", path)

    assert run.returncode == 7
    assert name in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()
    assert path.read_bytes() == content


def test_a_cold_draw_reads_no_yaml_and_no_rich(sst):
    """What a draw imports: click and msgspec, no yaml, rich or typst."""
    import os
    import subprocess
    import sys

    program = (
        "import sys; sys.argv=['sst','roleplay','--seed','1','--json']\n"
        "from sst_training.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('yaml','rich','typst','difflib','asyncio','typing_extensions') if m in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, check=True)

    assert run.stderr.strip() == "[]"
    assert json.loads(run.stdout)["kind"] == "roleplay"


def test_a_changed_card_is_noticed(tmp_path):
    """A card changed in a checkout is dealt as it now stands, without any command in between."""
    import os
    import shutil
    import subprocess
    import sys

    root = tmp_path / "copy"
    for name in ("sst_training", "roleplays", "exercises", "checklists", "docs"):
        shutil.copytree(checkout() / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "fonts", "assets"))

    def draw():
        return subprocess.run(
            [sys.executable, "-m", "sst_training", "roleplay", "--seed", "1", "--count", "18"],
            cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    path = root / "roleplays" / "scenarios" / "promotion-at-night.yaml"
    before = draw()
    assert (root / "build" / "library.json").exists()
    path.write_text(path.read_text("utf-8").replace("Waar zal ik beginnen?", "Hoe zal ik beginnen?"), "utf-8")

    assert "Waar zal ik beginnen?" in before
    assert "Hoe zal ik beginnen?" in draw()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("line", ["term", "term --json", "day --help", "score docs/examples/first-try.json"])
def test_a_full_disk_behind_the_answer(line):
    """What the answer goes to has no room: one line that says so, and exit 6."""
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "sst_training", *line.split()], stdout=full, stderr=subprocess.PIPE, cwd=checkout()
        )

    assert (run.returncode, len(lines(run))) == (6, 1)
    assert lines(run)[0].startswith("sst: ")
