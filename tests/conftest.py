"""A made library: 18 scenarios a level, so that a day has room, and the promises of a day can be held to.

And the built site, once for all test processes of a run.
"""

import fcntl
import os
from pathlib import Path

import msgspec
import pytest

from sst_training.cli import site_build
from sst_training.library import open_library
from sst_training.library.fitting import fit
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout
from sst_training.model.library import Library
from sst_training.model.roleplay import Scenario

A_LEVEL = 18


def made_scenario(model: Scenario, number: int, level: int, skills: tuple[str, ...], solo: bool) -> Scenario:
    """A scenario with texts of another card and everything that steers a draw set here."""
    return msgspec.structs.replace(
        model, id=f"sc-{number:03}", level=level, skills=skills, settings=("room", "phone"), context="workplace",
        minutes=20, risk="none", tags=("work",), excludes=(), age=(30, 60), start="begin", so_far=None, solo=solo,
    )  # fmt: skip


def made_library(real: Library) -> Library:
    """The real stances, twists, tasks and prompts around 54 made scenarios; each skill has 4 or 5 a level."""
    skills = real.instrument.ungated
    scenarios = []
    for level in (1, 2, 3):
        for i in range(A_LEVEL):
            own = tuple(skills[(i + step) % len(skills)] for step in (0, 4, 8 if i < 12 else 9))
            number = 100 * level + i
            scenarios.append(made_scenario(real.scenarios[0], number, level, own, solo=i % 3 == 0))
    fits = {card.id: fit(card, real.stances, real.twists) for card in scenarios}
    return msgspec.structs.replace(real, scenarios=tuple(scenarios), fits=fits, hash="made")


@pytest.fixture(scope="session")
def made() -> Library:
    """The made library."""
    return made_library(open_library())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages, built as `sst site build` builds them; the first process that asks builds for all.

    `SST_BUILT_SITE=FOLDER pytest …` takes a site that is there: for trying one browser test again and again.
    """
    if there := os.environ.get("SST_BUILT_SITE"):
        return Path(there)
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    out = shared / "built" / "site"
    out.parent.mkdir(exist_ok=True)
    with (out.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            site_build.build(checkout(), out, phrases_for("nl"), lambda _: None)
    return out
