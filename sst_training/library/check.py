"""`sst check`: every problem of every card, in the order of the files."""

from __future__ import annotations

from pathlib import Path

from sst_training.errors import NoCardThere
from sst_training.library.calibration import TALK
from sst_training.library.kinds import KINDS
from sst_training.library.plans import PLAN
from sst_training.library.rules import all_rules
from sst_training.library.shelf import Shelf, read_shelf
from sst_training.model.problem import Problem


def check(root: Path, only: Path | None = None) -> tuple[list[Problem], dict[str, int]]:
    """The problems below a checkout (`only`: those of one file or folder), and how many cards of each kind.

    Raises NoCardThere for a file or folder that holds none of the library's cards.
    """
    shelf = read_shelf(root)
    problems = [*shelf.problems, *(problem for rule in all_rules() for problem in rule.problems(shelf))]
    if only is not None:
        paths = {problem.path for problem in problems} | {placed.path for placed in shelf.cards}
        place = only.resolve()
        inside = {path for path in paths if (root / path).resolve().is_relative_to(place)}
        if not inside:
            raise NoCardThere(path=str(only), folder=str(root))
        problems = [problem for problem in problems if problem.path in inside]
    return sorted(problems, key=Problem.order), counts(shelf)


def counts(shelf: Shelf) -> dict[str, int]:
    """How many cards of each kind were read."""
    return {kind.name: sum(1 for _ in shelf.of(kind.name)) for kind in (*KINDS, TALK, PLAN)}
