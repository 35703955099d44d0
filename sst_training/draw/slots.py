"""One slot of a day: the cards of a group in a round, each from a stream of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sst_training.draw.deck import deal
from sst_training.draw.roleplay import Wanted, choose_twist, compose
from sst_training.errors import CannotDraw
from sst_training.model.day import DayPerson, Seats, Slot
from sst_training.model.library import Library
from sst_training.model.roleplay import Prompt, Scenario
from sst_training.rng import stream

PROMPTS = 3
TENDER = ("health", "meaning")
"""Domains in which an own issue stays smaller in a group."""

SMALLER = 4


def seats_of(group: Sequence[int]) -> Seats:
    """Therapist, client, and the rest observe."""
    return Seats(group[0], group[1], tuple(group[2:]))


def number_of(place: tuple[int, int]) -> int:
    """The number of a slot's streams: 203 is round 2, group 3."""
    return 100 * place[0] + place[1]


def role_play_slot(
    library: Library,
    seed: int,
    place: tuple[int, int],
    cards_of: tuple[int, int],
    skill: str,
    scenario: Scenario,
    talk: int,
    group: Sequence[int],
) -> Slot:
    """A role-play around a scenario; its streams are those of `cards_of` (another group's when all share a case).

    A twist only from round 2 and level 2, and only one that is over before the talk is.
    """
    i = number_of(cards_of)
    play = compose(library, seed, i, scenario, Wanted(skill=skill))
    twist = None
    if place[0] > 1 and scenario.level > 1:
        minutes = {card.id: card.minute for card in library.twists}
        fitting = library.fits[scenario.id].stances[play.stance.id]
        twist = choose_twist(library, seed, i, tuple(card_id for card_id in fitting if minutes[card_id][1] <= talk))
    return Slot(
        round=place[0],
        group=place[1],
        mode="role-play",
        skill=skill,
        level=scenario.level,
        setting=play.setting,  # type: ignore[arg-type]
        scenario=scenario.id,
        stance=play.stance.id,
        person=DayPerson(play.person.name, play.person.age),
        twist=twist.id if twist else None,
        observer_task=play.observer_task.id,
        prompts=(),
        fallback=None,
        seats=seats_of(group),
    )


def small_enough(library: Library) -> list[Prompt]:
    """The opening lines that may be dealt to a group."""
    return [
        card
        for card in library.prompts
        if card.retired is None and not (card.domain in TENDER and card.intensity > SMALLER)
    ]


def own_issue_slot(
    library: Library,
    seed: int,
    place: tuple[int, int],
    skill: str,
    level: int,
    fallback: str,
    seen: Collection[str],
    group: Sequence[int],
) -> Slot:
    """An own-issue slot: three opening lines, new to this client while there are enough, and a spare card."""
    i = number_of(place)
    lines = {card.id for card in small_enough(library)}
    fresh = lines - set(seen)
    if len(lines) < PROMPTS:
        raise CannotDraw(filter="--own-issue-rounds", asked="--own-issue-rounds", without=len(lines))
    tasks = [card.id for card in library.observer_tasks if card.skill == skill and card.retired is None]
    return Slot(
        round=place[0],
        group=place[1],
        mode="own-issue",
        skill=skill,
        level=level,
        setting=None,
        scenario=None,
        stance=None,
        person=None,
        twist=None,
        observer_task=stream(seed, f"observer/{i}").choose(tasks),
        prompts=tuple(deal(fresh if len(fresh) >= PROMPTS else lines, PROMPTS, stream(seed, f"prompts/{i}"))),
        fallback=fallback,
        seats=seats_of(group),
    )
