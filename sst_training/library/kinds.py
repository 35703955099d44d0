"""The kinds of card: what each is, where it stands, how its ids begin."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from sst_training.model.course import Exercise, Module, Pioneer, Question, Reference, Story, Term
from sst_training.model.instrument import Instrument
from sst_training.model.roleplay import ObserverTask, Prompt, Scenario, Stance, Twist, Words


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of card.

    name: as in `sst new NAME`; also the name of its template and its JSON Schema.
    field: where the library keeps these cards.
    place: a folder of cards, or (ending in .yaml) the one file that holds them all, or (with a `*`)
        the file of that name in each folder.
    prefix: how ids begin; empty when ids are slugs.
    many: each file holds a list of cards.
    """

    name: str
    cls: type
    field: str
    place: str
    prefix: str = ""
    many: bool = False


KINDS: tuple[Kind, ...] = (
    Kind(name="scenario", cls=Scenario, field="scenarios", place="roleplays/scenarios", prefix="sc"),
    Kind(name="stance", cls=Stance, field="stances", place="roleplays/stances", prefix="st"),
    Kind(name="twist", cls=Twist, field="twists", place="roleplays/twists", prefix="tw"),
    Kind(name="observer-task", cls=ObserverTask, field="observer_tasks", place="roleplays/observer-tasks", prefix="ob"),
    Kind(name="prompt", cls=Prompt, field="prompts", place="roleplays/own-issue", prefix="oi"),
    Kind(name="exercise", cls=Exercise, field="exercises", place="exercises/cards", prefix="ex"),
    Kind(name="pioneer", cls=Pioneer, field="pioneers", place="docs/pioneers", prefix="pi"),
    Kind(name="story", cls=Story, field="stories", place="docs/stories", prefix="hs"),
    Kind(name="question", cls=Question, field="questions", place="exercises/quiz", prefix="qu", many=True),
    Kind(name="term", cls=Term, field="terms", place="docs/glossary.yaml", prefix="te", many=True),
    Kind(name="reference", cls=Reference, field="references", place="docs/references.yaml", many=True),
    Kind(name="module", cls=Module, field="modules", place="docs/modules.yaml", many=True),
)

PLANS = "docs/plans"
"""The folder of the timed plans; library/plans.py reads them."""

ACTED = "exercises/calibration"
"""The folder of the acted talks; library/calibration.py says what stands in it."""

INSTRUMENT = Kind(name="instrument", cls=Instrument, field="instrument", place="checklists/sst-practice.yaml")
WORDS = Kind(name="words", cls=Words, field="words", place="roleplays/words.yaml")


def kind_named(name: str) -> Kind | None:
    """The kind of this name."""
    return next((kind for kind in KINDS if kind.name == name), None)


def files_of(root: Path, kind: Kind) -> list[Path]:
    """The files a kind is read from, in ASCII order. Raises OSError for a folder that cannot be listed."""
    folder, star, name = kind.place.partition("/*/")
    place = root / folder
    if star:
        below = [place / part / name for part in sorted(os.listdir(place))] if place.exists() else []
        return [path for path in below if path.exists()]
    if place.suffix == ".yaml":
        return [place] if place.exists() else []
    if not place.exists():
        return []
    return [place / name for name in sorted(os.listdir(place)) if name.endswith(".yaml")]
