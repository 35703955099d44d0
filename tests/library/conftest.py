"""A copy of the cards to break things in."""

import shutil
from pathlib import Path

import pytest

from sst_training.library.locate import checkout

SOURCES = (
    "roleplays",
    "exercises",
    "checklists",
    "library.lock",
    "docs/pioneers",
    "docs/stories",
    "docs/plans",
    "sst_training/locales",
)
FILES = ("docs/glossary.yaml", "docs/references.yaml", "docs/modules.yaml")


def copy_cards(root: Path) -> Path:
    """Copies all that `sst check` reads."""
    for name in (*SOURCES, *FILES):
        source, goal = checkout() / name, root / name
        goal.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, goal, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, goal)
    return root


@pytest.fixture
def cards(tmp_path):
    """The root of a copy of the cards."""
    return copy_cards(tmp_path / "copy")
