"""The command line: one file a command, nothing but words in and words out."""

from __future__ import annotations

from sst_training.cli.frame import Group, version_option

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
