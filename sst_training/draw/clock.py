"""The clock of a day: what each round's minutes are for. Sums are exact."""

from __future__ import annotations

from typing import Final

from sst_training.model.day import Options, Part, RoundClock, TimedPart

FIXED: Final[tuple[tuple[Part, int], ...]] = (("client", 2), ("feedback", 7), ("again", 4), ("swap", 2))
"""After the talk: the client's words, feedback, doing it again, stepping out of the role and changing seats."""

BRIEFING: Final = 3


def day_clock(rounds: int, options: Options) -> tuple[RoundClock, ...]:
    """Every round with its start, in minutes from the day's begin; a break is the last part of the round before it."""
    talk = options.minutes - BRIEFING - sum(minutes for _, minutes in FIXED)
    pauses = {pause.after: pause.minutes for pause in options.breaks}
    clock: list[RoundClock] = []
    for number in range(1, rounds + 1):
        parts = [TimedPart("briefing", BRIEFING), TimedPart("talk", talk)]
        parts += [TimedPart(part, minutes) for part, minutes in FIXED]
        if number in pauses:
            parts.append(TimedPart("break", pauses[number]))
        clock.append(RoundClock(number, clock[-1].end if clock else 0, tuple(parts)))
    return tuple(clock)
