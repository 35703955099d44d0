"""A small library of our own, so that a new card changes no test; the observation list is the real one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sst_training.library.locales import phrases_for
from sst_training.library.reading import read_document
from sst_training.library.walk import build
from sst_training.model.course import Exercise, Group, Module
from sst_training.model.instrument import Instrument
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.model.roleplay import Scenario, Words
from sst_training.model.text import Source

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
EXAMPLE_NAMES = ("first-try", "solid-session", "hindering-tick", "safety-tick")


def built(cls: type, path: str) -> Any:
    """A card or list of the real library."""
    found, problems = build(cls, read_document(ROOT / path), path)
    assert not problems
    return found


def exercise(number: int, *skills: str, retired: str | None = None) -> Exercise:
    """An exercise that serves these skills."""
    title = {"nl": f"Oefening {number}", "en": f"Exercise {number}"}
    return Exercise(
        id=f"ex-{number:03}", source=Source("own"), retired=retired, title=title, purpose=title, minutes=10,
        group=Group(2, 3, "trios"), level=1, skills=skills, modules=("m08",), materials=(), steps=(title, title),
        debrief=title, variations=(), trainer_note=title,
    )  # fmt: skip


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    """The observation list as it ships."""
    return built(Instrument, "checklists/sst-practice.yaml")


@pytest.fixture(scope="session")
def library(instrument: Instrument) -> Library:
    """Three levels of one scenario (sc-001 to sc-003), a handful of exercises, all modules."""
    card = built(Scenario, "roleplays/scenarios/promotion-at-night.yaml")
    modules = read_document(ROOT / "docs" / "modules.yaml").data
    return Library(
        hash="", languages=("nl", "en"), stances=(), twists=(), observer_tasks=(), prompts=(), pioneers=(),
        questions=(), terms=(), references=(), fits={}, instrument=instrument,
        scenarios=tuple(msgspec.structs.replace(card, id=f"sc-00{level}", level=level) for level in (1, 2, 3)),
        exercises=(
            exercise(1, "focus", retired="merged"), exercise(9, "focus"), exercise(4, "focus", "best-hope"),
            exercise(5, "one-idea"), exercise(6, "safety"), exercise(7, "next-step"),
        ),
        modules=tuple(msgspec.convert(module, Module, strict=False) for module in modules),
        words=Words({}, {}, ("Sam",)),
    )  # fmt: skip


@pytest.fixture(scope="session", params=["nl", "en"])
def phrases(request: pytest.FixtureRequest) -> Phrases:
    """The program's sentences, in each language in turn."""
    return phrases_for(request.param)


@pytest.fixture(scope="session")
def vectors() -> dict[str, Any]:
    """What the browser is held to as well."""
    return json.loads((ROOT / "tests" / "vectors" / "levels.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def raw(instrument: Instrument) -> Callable[..., dict[str, Any]]:
    """Makes the plain data of a sound, complete rating: all `na`, but for the items and fields given."""

    def make(items: dict[str, dict[str, Any]] | None = None, **fields: Any) -> dict[str, Any]:
        nothing = {"state": "na", "reason": "not_in_this_exercise"}
        return {
            "format": "sst-rating/1",
            "instrument": "sst-practice",
            "version": "1.0.0",
            "session": "k7q2m9xt",
            "date": "2026-12-05",
            "ratee": "P3",
            "rater": {"role": "self", "label": "P3", "blind": True},
            "items": {skill: (items or {}).get(skill, dict(nothing)) for skill in instrument.skills},
            **fields,
        }

    return make


@pytest.fixture(scope="session")
def rate(raw: Callable[..., dict[str, Any]]) -> Callable[..., Rating]:
    """Makes a Rating; `ticks` names for each assessed skill what was ticked: `rate({"focus": "b1 b2"})`."""

    def make(ticks: dict[str, str] | None = None, waived: str = "", **fields: Any) -> Rating:
        items = {
            skill: {
                "state": "assessed",
                "ticks": [f"{skill}.{tick}" for tick in named.split()],
                "not_applicable_ticks": [tick for tick in waived.split() if tick.startswith(skill + ".")],
            }
            for skill, named in (ticks or {}).items()
        }
        return msgspec.convert(raw(items, **fields), Rating)

    return make


@pytest.fixture(params=EXAMPLE_NAMES)
def example(request: pytest.FixtureRequest) -> Path:
    """Each of the rating files that the documentation shows."""
    return EXAMPLES / f"{request.param}.json"
