"""A store in an empty folder, and ratings to put in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sst_training.library import open_library
from sst_training.model.instrument import Instrument
from sst_training.model.progress import Progress
from sst_training.model.rating import Rating
from sst_training.store.ratings import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store, ready for use."""
    made = Store(tmp_path / "data")
    made.prepare()
    return made


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    """The observation list as it ships."""
    return open_library().instrument


@pytest.fixture(scope="session")
def rating(instrument: Instrument) -> Callable[..., Rating]:
    """`rating("k7q2m9xt", "P3")`: a complete rating of one session by one rater."""

    def make(session: str = "k7q2m9xt", label: str = "P3", **fields: Any) -> Rating:
        nothing = {"state": "na", "reason": "not_in_this_exercise"}
        data = {
            "format": "sst-rating/1",
            "instrument": instrument.id,
            "version": instrument.version,
            "session": session,
            "date": "2026-12-05",
            "ratee": "P3",
            "rater": {"role": "self" if label == "P3" else "peer", "label": label, "blind": True},
            "items": {
                **dict.fromkeys(instrument.skills, nothing),
                "focus": {"state": "assessed", "ticks": ["focus.b1"]},
            },
        }
        return msgspec.convert({**data, **fields}, Rating)

    return make


@pytest.fixture
def add(store: Store, rating: Callable[..., Rating]) -> Callable[..., Path]:
    """Puts a rating in the store and gives its path."""

    def put(*words: Any, **fields: Any) -> Path:
        with store.created(rating(*words, **fields), Progress(done=("session",))) as held:
            return held.path

    return put
