"""The built wheel works in an empty environment, in any folder, with the checkout out of reach."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sst_training.library import open_library
from sst_training.library.locate import checkout

pytestmark = [pytest.mark.wheel, pytest.mark.xdist_group("wheel")]


def run(*command, **options):
    """A finished process that ended well."""
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, timeout=300, **options)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The `sst` of a wheel built from a copy of the checkout; the copy is moved away afterwards."""
    base = tmp_path_factory.mktemp("wheel")
    copy = base / "copy"
    names = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=checkout()).stdout.splitlines()
    for name in names:
        if (checkout() / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(checkout() / name, copy / name)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", base / "dist", copy)
    shutil.move(copy, base / "moved-away")
    wheel = next((base / "dist").glob("*.whl"))
    run(sys.executable, "-m", "venv", "--without-pip", base / "venv")
    python = base / "venv" / "bin" / "python"
    site = run(python, "-c", "import site; print(site.getsitepackages()[0])").stdout.strip()
    with zipfile.ZipFile(wheel) as file:
        file.extractall(site)
    wanted = "import importlib.metadata as m; print(m.distribution('sst-training').requires)"
    assert "click" in run(python, "-c", wanted).stdout
    # what it needs at run time comes from this environment by a path of its own, ours does not
    needed = base / "needed"
    needed.mkdir()
    for name in (
        "click",
        "msgspec",
        "yaml",
        "_yaml",
        "rich",
        "platformdirs",
        "typst",
        "markdown_it",
        "mdurl",
        "pygments",
    ):
        found = next((Path(p) / name for p in sys.path if (Path(p) / name).is_dir()), None)
        if found:
            (needed / name).symlink_to(found)
    Path(site, "needed.pth").write_text(f"{needed}\n")

    def sst(*args, ok=True):
        return subprocess.run(
            [str(python), "-m", "sst_training", *map(str, args)],
            cwd=base,
            env={"PATH": os.environ["PATH"], "HOME": str(base)},
            capture_output=True,
            text=True,
            check=ok,
            timeout=60,
        )

    return sst


def test_it_draws_the_same(installed):
    """The same bytes as in the checkout."""
    drawn = json.loads(installed("roleplay", "--seed", "42", "--json").stdout)

    assert drawn["library"] == open_library().hash
    assert json.loads(installed("doctor", "--json").stdout)["checkout"] is False


@pytest.mark.parametrize(
    "line",
    [
        ["own-issue", "--seed", "1"],
        ["oneliner", "--seed", "1", "--lang", "en"],
        ["exercise", "show", "ex-001"],
        ["term", "focus"],
        ["skill", "list", "--json"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_it_looks_things_up(installed, line):
    """Cards, instrument, glossary and sentences came along."""
    assert installed(*line).stdout


def test_it_calibrates(installed):
    """The acted talks came along, and what the makers ticked stays out of what one reads first."""
    talks = json.loads(installed("calibrate", "--json").stdout)["talks"]
    read = installed("calibrate", talks[0]["id"], "--read", "--lang", "en").stdout

    assert len(talks) == 4
    assert "Practitioner" in read


def test_it_scores(installed):
    """A rating file from anywhere is scored."""
    run = installed("score", checkout() / "docs" / "examples" / "solid-session.json", "--json")

    assert json.loads(run.stdout)["validated"] is False


@pytest.mark.parametrize("line", [["site", "build"], ["check"], ["new", "scenario", "x"]], ids=" ".join)
def test_what_needs_the_checkout_says_so(installed, line):
    """Exit 3 and one line."""
    run = installed(*line, ok=False)

    assert run.returncode == 3
    assert run.stderr.startswith("sst: ")
    assert run.stderr.count("\n") == 1
