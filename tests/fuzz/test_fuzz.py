"""Nothing that is handed to a reader makes a traceback, a hang, or more than 300 MB.

`SST_FUZZ` is the number of seconds for all readers together: 60 in `make test`, more in `make bench`.
"""

from __future__ import annotations

import importlib.util
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

READERS = Path(__file__).with_name("readers.py")
spec = importlib.util.spec_from_file_location("readers", READERS)
readers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(readers)

SECONDS = int(os.environ.get("SST_FUZZ", "60"))
SEED = os.environ.get("SST_FUZZ_SEED", "20261122")
ATHERIS = importlib.util.find_spec("atheris") is not None
"""There is a wheel for Linux on x86-64 alone (docs/decisions)."""


def fuzzed(name, seconds, folder):
    """One reader fuzzed in a process of its own: exit code, inputs it could not bear, peak memory in KB, what it told."""
    run = subprocess.run(
        [sys.executable, str(READERS), name, str(seconds), SEED, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        check=False,
    )
    told = run.stdout.decode("utf-8", "replace")
    found = [path.read_bytes()[:2000] for path in folder.glob("*-*") if path.is_file()]
    return run.returncode, found, int(re.findall(r"^peak ([0-9]+)$", told, re.MULTILINE)[0]), told


@pytest.mark.fuzz
@pytest.mark.skipif(not ATHERIS, reason="no atheris for this system; the seeded changes below do run")
@pytest.mark.parametrize("name", readers.READERS)
def test_a_fuzzer_finds_nothing(name, tmp_path):
    """Coverage-guided, from the files of the documentation; the memory of the process is measured, too."""
    code, found, memory, told = fuzzed(name, max(1, SECONDS // len(readers.READERS)), tmp_path)

    assert (code, found) == (0, []), told[-3000:]
    assert memory < readers.MEGABYTES * 1024
    assert "stat::number_of_executed_units" in told


@pytest.mark.fuzz
@pytest.mark.skipif(not ATHERIS, reason="no atheris for this system")
def test_a_reader_that_fails_is_noticed(tmp_path):
    """The exit code and the input itself."""
    code, found, _, told = fuzzed("broken", 2, tmp_path)

    assert code != 0
    assert b"?" in found[0]
    assert "AssertionError" in told


@pytest.mark.parametrize("name", readers.READERS)
def test_seeded_changes(name):
    """A few hundred changed files, the same on every machine."""
    read, chance = readers.READERS[name](), random.Random(f"{name}/1")
    for _ in range(400):
        read(readers.mutated(name, chance))
