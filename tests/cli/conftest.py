"""Runs command lines as a person does: another process, and what came of it."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def sst(tmp_path):
    """`sst("roleplay", "--seed", "1")` → the finished process, run in an empty folder."""

    def run(*args, stdin="", cwd=None, **env):
        return subprocess.run(
            [sys.executable, "-m", "sst_training", *map(str, args)],
            input=stdin.encode(),
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**os.environ, "SST_LANG": "nl", **env},
            timeout=60,
            check=False,
        )

    return run
