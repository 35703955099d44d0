"""What a trainer should know about a day that was drawn: how often each skill, who meets again, what was not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from sst_training.draw.levels import level_of_round
from sst_training.model.day import Note, Options, Repeat, Slot
from sst_training.model.library import Library

ONE_TRAINER: Final = 4
"""Groups that one trainer can be near to when own issues are talked about."""

SHORT: Final = 2
"""A card meant for a talk this many times shorter than the round's is over long before it: a closing, say."""


def coverage(slots: Sequence[Slot], skills: Sequence[str]) -> dict[str, int]:
    """How many role-plays practise each skill, in the instrument's order."""
    count = Counter(slot.skill for slot in slots if slot.mode == "role-play")
    return {skill: count[skill] for skill in skills if count[skill]}


def repeats(slots: Sequence[Slot]) -> tuple[Repeat, ...]:
    """The pairs that share a group more than once, and when."""
    rounds: dict[tuple[int, int], list[int]] = {}
    for slot in slots:
        for one, other in combinations(sorted(slot.seats.everyone), 2):
            rounds.setdefault((one, other), []).append(slot.round)
    return tuple(Repeat(pair, tuple(shared)) for pair, shared in sorted(rounds.items()) if len(shared) > 1)


def notes(
    library: Library, slots: Sequence[Slot], options: Options, highest: int, talk: int, met: Mapping[str, Sequence[str]]
) -> tuple[Note, ...]:
    """The notes of a day, first those about the whole of it. `met`: what the ledger said, "p1" → scenario ids."""
    found: list[Note] = []
    wanted = max((level_of_round(slot.round, options, 3) for slot in slots), default=0)
    if wanted > highest:
        found.append(Note(code="level_highest", level=highest, wanted=wanted))
    own = Counter(slot.round for slot in slots if slot.mode == "own-issue")
    if own and max(own.values()) > ONE_TRAINER:
        found.append(Note(code="second_trainer", count=max(own.values())))
    if options.apart and not own:
        found.append(Note(code="apart_unused"))
    minutes = {card.id: card.minutes for card in library.scenarios}
    long = sorted({slot.scenario for slot in slots if slot.scenario and minutes.get(slot.scenario, 0) > talk})
    if long:
        found.append(Note(code="talk_short", minutes=talk, cards=tuple(long)))
    short = sorted({slot.scenario for slot in slots if slot.scenario and minutes[slot.scenario] * SHORT <= talk})
    if short:
        found.append(Note(code="talk_long", minutes=talk, cards=tuple(short)))
    unknown = sorted({card_id for cards in met.values() for card_id in cards} - minutes.keys())
    if unknown:
        found.append(Note(code="ledger_unknown", cards=tuple(unknown)))
    for number in sorted({slot.round for slot in slots}):
        played = [slot for slot in slots if slot.round == number and slot.mode == "role-play"]
        found += round_notes(number, played, options, highest)
    return tuple(found)


def round_notes(number: int, slots: Sequence[Slot], options: Options, highest: int) -> list[Note]:
    """The notes of one round: a lower level, a shared scenario, no twist that fits the talk."""
    wanted = level_of_round(number, options, highest)
    found = []
    for level in sorted({slot.level for slot in slots if slot.level < wanted}):
        groups = tuple(slot.group for slot in slots if slot.level == level)
        found.append(Note(code="level_lower", round=number, groups=groups, level=level, wanted=wanted))
    if not options.same_case:
        times = Counter(slot.scenario for slot in slots)
        shared = [slot for slot in slots if times[slot.scenario] > 1]
        if shared:
            groups = tuple(slot.group for slot in shared)
            cards = tuple(sorted({slot.scenario for slot in shared if slot.scenario}))
            found.append(Note(code="shared_scenario", round=number, groups=groups, cards=cards))
    bare = tuple(slot.group for slot in slots if number > 1 and slot.level > 1 and slot.twist is None)
    if bare:
        found.append(Note(code="twist_none", round=number, groups=bare))
    return found
