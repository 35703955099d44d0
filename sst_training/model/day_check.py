"""Whether a stored day holds together: a file can be right in every field and still be no day."""

from __future__ import annotations

from sst_training.model.day import Day
from sst_training.rng import seed_number


def first_fault(day: Day) -> str | None:
    """Where a day contradicts itself, as the path of a field; None when it holds together."""
    try:
        seed_number(day.seed)
    except ValueError:
        return "seed"
    if [clock.round for clock in day.clock] != list(range(1, day.rounds + 1)):
        return "clock"
    if any(clock.minutes("talk") < 1 for clock in day.clock):
        return "clock.parts"
    away: dict[int, int] = {}
    for absence in day.absences:
        for person in absence.participants:
            away[person] = min(absence.from_round, away.get(person, absence.from_round))
    if any(person > day.participants for person in away):
        return "absences"
    for number in range(1, day.rounds + 1):
        slots = day.in_round(number)
        if [slot.group for slot in slots] != list(range(1, len(slots) + 1)):
            return f"slots: round {number}"
        seated = sorted(person for slot in slots for person in slot.seats.everyone)
        if seated != [person for person in range(1, day.participants + 1) if away.get(person, 99) > number]:
            return f"seats: round {number}"
    for i, slot in enumerate(day.slots):
        played = (slot.setting, slot.scenario, slot.stance, slot.person)
        if slot.mode == "role-play":
            whole = None not in played and not slot.prompts and slot.fallback is None
        else:
            whole = played == (None,) * 4 and slot.twist is None and len(slot.prompts) > 0 and slot.fallback is not None
        if not whole or (i and slot.round < day.slots[i - 1].round) or slot.round > day.rounds:
            return f"slots[{i}]"
    return None
