"""Drawing a role-play: scenario, skill, setting, manner, twist, observer task and person (DESIGN §4).

Every part has a stream of its own, so that a twist added to the library leaves the scenarios of a seed
as they were. What goes together was listed when the library was compiled: a draw never tries again.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from sst_training.draw.deck import deal
from sst_training.draw.filters import passing
from sst_training.errors import CannotDraw, SafetyIsGuided, UnknownId
from sst_training.model.library import Library
from sst_training.model.roleplay import ObserverTask, Scenario, Stance, Twist
from sst_training.rng import stream


class Person(msgspec.Struct, frozen=True):
    """Who the client is on the card: a first name and an age, drawn apart from all else."""

    name: str
    age: int


class RolePlay(msgspec.Struct, frozen=True):
    """One role-play; `twist` is None at level 1. Minutes are the length of the talk."""

    setting: str
    level: int
    skill: str
    minutes: int
    scenario: Scenario
    stance: Stance
    person: Person
    twist: Twist | None
    observer_task: ObserverTask


class Wanted(msgspec.Struct, frozen=True):
    """What a trainer asks for; None leaves it open. `guided` names one guided scenario."""

    level: int | None = None
    skill: str | None = None
    setting: str | None = None
    context: str | None = None
    guided: str | None = None


def candidates(library: Library, wanted: Wanted) -> list[Scenario]:
    """The scenarios that may be dealt. Raises UnknownId, SafetyIsGuided or CannotDraw."""
    instrument = library.instrument
    if wanted.guided is not None:
        scenario = next((card for card in library.scenarios if card.id == wanted.guided), None)
        if scenario is None:
            raise UnknownId(id=wanted.guided, kind="scenario")
        if scenario.risk != "guided" or scenario.retired is not None:
            raise CannotDraw(filter=f"--guided {wanted.guided}", asked=f"--guided {wanted.guided}", without=0)
        return [scenario]
    if wanted.skill is not None:
        if wanted.skill not in instrument.skills:
            raise UnknownId(id=wanted.skill, kind="skill")
        if wanted.skill not in instrument.ungated:
            raise SafetyIsGuided(skill=wanted.skill)
    if wanted.context is not None and wanted.context not in library.words.contexts:
        raise UnknownId(id=wanted.context, kind="context")
    tests: dict[str, tuple[object, Callable[[Scenario], bool]]] = {}
    if wanted.level is not None:
        tests["level"] = (wanted.level, lambda card: card.level == wanted.level)
    if wanted.skill is not None:
        tests["skill"] = (wanted.skill, lambda card: wanted.skill in card.skills)
    if wanted.setting is not None:
        tests["setting"] = (wanted.setting, lambda card: wanted.setting in card.settings)
    if wanted.context is not None:
        tests["context"] = (wanted.context, lambda card: card.context == wanted.context)
    dealable = [
        card
        for card in library.scenarios
        if card.risk == "none" and card.retired is None and library.fits[card.id].stances
    ]
    found = passing(dealable, tests)
    if not found:
        raise CannotDraw(filter="", asked="", without=0)
    return found


def draw_roleplays(library: Library, seed: int, count: int, wanted: Wanted) -> list[RolePlay]:
    """`count` role-plays of one seed. Raises UnknownId, SafetyIsGuided or CannotDraw."""
    scenarios = {card.id: card for card in candidates(library, wanted)}
    dealt = deal(scenarios, count, stream(seed, "scenarios"))
    return [compose(library, seed, i, scenarios[card_id], wanted) for i, card_id in enumerate(dealt, 1)]


def compose(library: Library, seed: int, i: int, scenario: Scenario, wanted: Wanted) -> RolePlay:
    """The i-th role-play of a seed (from 1) around a scenario; each part uniform over what fits."""
    fits = library.fits[scenario.id].stances
    stance = stream(seed, f"stance/{i}").choose(fits)
    twists = fits[stance]
    skill = wanted.skill or stream(seed, f"skill/{i}").choose(scenario.skills)
    if scenario.risk == "guided":  # what a guided card is for
        skill = next((one for one in scenario.skills if one not in library.instrument.ungated), skill)
    tasks = {card.id: card for card in library.observer_tasks if card.skill == skill and card.retired is None}
    return RolePlay(
        setting=wanted.setting or stream(seed, f"setting/{i}").choose(scenario.settings),
        level=scenario.level,
        skill=skill,
        minutes=scenario.minutes,
        scenario=scenario,
        stance=next(card for card in library.stances if card.id == stance),
        person=draw_person(library, seed, i, scenario),
        twist=choose_twist(library, seed, i, twists),
        observer_task=tasks[stream(seed, f"observer/{i}").choose(tasks)],
    )


def choose_twist(library: Library, seed: int, i: int, fitting: tuple[str, ...]) -> Twist | None:
    """One of the fitting twists, or None where none belongs (level 1)."""
    if not fitting:
        return None
    chosen = stream(seed, f"twist/{i}").choose(fitting)
    return next(card for card in library.twists if card.id == chosen)


def draw_person(library: Library, seed: int, i: int, scenario: Scenario) -> Person:
    """A first name and a year of age within the scenario's; nothing else is drawn about a person."""
    chance = stream(seed, f"person/{i}")
    name = chance.choose(library.words.first_names)
    youngest, oldest = scenario.age
    return Person(name=name, age=youngest + chance.below(oldest - youngest + 1))
