"""The command line: one file a command, nothing but words in and words out."""

from __future__ import annotations

import gc
import sys

# A short command makes few cycles: looking for them at every 700 new objects costs a cold draw one part in forty.
gc.set_threshold(100_000, 20, 20)

# msgspec asks typing_extensions first, a seventh of a cold draw, and does as well with typing since Python 3.11.
_met = sys.modules.setdefault("typing_extensions", None)  # type: ignore[arg-type]
import msgspec as _  # noqa: E402, F401

if _met is None:
    del sys.modules["typing_extensions"]

from sst_training.cli.frame import Group, version_option  # noqa: E402

COMMANDS = {
    "roleplay": "roleplay",
    "own-issue": "own_issue",
    "day": "day",
    "oneliner": "oneliner",
    "exercise": "exercise",
    "term": "term",
    "skill": "skill",
    "rate": "rate",
    "score": "score",
    "compare": "compare",
    "agreement": "agreement",
    "progress": "progress",
    "cohort": "cohort",
    "transcript": "transcript",
    "calibrate": "calibrate",
    "sessions": "sessions",
    "export": "export",
    "library": "library",
    "check": "check",
    "new": "new",
    "site": "site",
    "doctor": "doctor",
}
"""Command name → module of this folder. A new command is one file and one line here."""

main = Group("sst", key="sst", table=COMMANDS, params=[version_option()])
