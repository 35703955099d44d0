"""What to do in a round when one person is missing: who moves to which seat, so that nobody has to think.

An observer takes the empty seat, but never leads a scenario met before and never sits down in an own-issue
round with someone they asked to be kept apart from. A second observer elsewhere comes to watch.
"""

from __future__ import annotations

from sst_training.model.day import Day, Slot
from sst_training.model.phrases import Phrases
from sst_training.sheets.day_slots import seated


def without(day: Day, slot: Slot, say: Phrases) -> list[tuple[str, str]]:
    """For each person of a group: the participant number, and what happens without that person."""
    found = []
    for seat, gone in seated(slot):
        left = [one for one in slot.seats.everyone if one != gone]
        watching = [one for one in slot.seats.observers if one != gone]
        words = []
        if seat != "observer":
            able = watching if seat == "client" else [one for one in watching if not knows(day, slot, one)]
            if not able:
                found.append((str(gone), say("print.missing.split", others=_and(left, say))))
                continue
            words.append(say("print.missing.takes", who=able[0], seat=say(f"print.seat.{seat}")))
            watching.remove(able[0])
        words.append(_watched(day, slot, watching, left, say))
        found.append((str(gone), " ".join(word for word in words if word) or say("print.missing.rest")))
    return found


def knows(day: Day, slot: Slot, participant: int) -> bool:
    """Whether someone met a slot's scenario before, today or on an earlier day."""
    earlier = {one.met for one in day.of(participant) if one.round < slot.round}
    return slot.met in earlier or slot.met in day.met_before.get(f"p{participant}", ())


def spare_observer(day: Day, slot: Slot, left: list[int]) -> tuple[int, int] | None:
    """A second observer of another group in the same round and that group, if one may sit here."""
    apart = {pair for one, other in day.options.apart for pair in ((one, other), (other, one))}
    for other in day.in_round(slot.round):
        if other.group == slot.group or len(other.seats.observers) < 2:
            continue
        for person in reversed(other.seats.observers):
            if slot.mode == "role-play" or not any((person, one) in apart for one in left):
                return person, other.group
    return None


def _watched(day: Day, slot: Slot, watching: list[int], left: list[int], say: Phrases) -> str:
    if watching:
        return ""
    spare = spare_observer(day, slot, left)
    if spare is None:
        return say("print.missing.unwatched")
    return say("print.missing.joins", who=spare[0], group=spare[1])


def _and(people: list[int], say: Phrases) -> str:
    return say("print.and", one=", ".join(map(str, people[:-1])), other=people[-1])
