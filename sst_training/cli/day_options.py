"""Reads the options of `sst day` that hold more than one value: 2,5 · 3-7,2-9 · 3:15 · 2026-12-05T09:30."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, datetime

from sst_training.cli.frame import BadOption
from sst_training.errors import SstError
from sst_training.model.day import ROUNDS, Break

LONGEST_BREAK = 240


class DayNeeds(SstError):
    """Neither a size nor a stored day was given."""

    exit_code = 2
    key = "error.day_needs"


class NeedsOption(SstError):
    """An option that means nothing without another."""

    exit_code = 2
    key = "error.needs_option"


class ReplayAlone(SstError):
    """An option that would change a stored day."""

    exit_code = 2
    key = "error.replay_alone"


def names(text: str | None) -> list[str] | None:
    """`a,b` → the names; None when the option was not given. Raises BadOption for an empty list."""
    if text is None:
        return None
    found = [name.strip() for name in text.split(",")]
    if not all(found):
        raise BadOption(option="--skills", value=text, wanted="focus,one-idea …")
    return found


def numbers(option: str, text: str | None, least: int, most: int, example: str) -> tuple[int, ...]:
    """`2,5` → each number once, in order. Raises BadOption."""
    if text is None:
        return ()
    wanted = _possible(least, most, example)
    found = {_number(option, part, least, most, text, wanted) for part in text.split(",")}
    return tuple(sorted(found))


def _possible(least: int, most: int, example: str) -> str:
    """What can be given, with an example that is possible here; for a day too short for any, how long it has to be."""
    if least > most:
        return f"--rounds {least + 1}–{ROUNDS[1]}"
    if least == most:
        return str(least)
    shown = example if int(example.split(",")[-1]) <= most else f"{least},{most}"
    return f"{shown} ({least}–{most})"


def _number(option: str, part: str, least: int, most: int, text: str, wanted: str) -> int:
    part = part.strip()
    if not (part.isascii() and part.isdigit() and len(part) < 4 and least <= int(part) <= most):
        raise BadOption(option=option, value=text, wanted=wanted)
    return int(part)


def pairs(text: str | None, participants: int) -> tuple[tuple[int, int], ...]:
    """`3-7,2-9` → pairs of participants, each once, the lower number first. Raises BadOption."""
    if text is None:
        return ()
    wanted = f"3-7,2-9 (1–{participants})"
    found = set()
    for part in text.split(","):
        both = [_number("--apart", one, 1, participants, text, wanted) for one in part.split("-")]
        if len(both) != 2 or both[0] == both[1]:
            raise BadOption(option="--apart", value=text, wanted=wanted)
        found.add((min(both), max(both)))
    return tuple(sorted(found))


def breaks(given: Iterable[str], rounds: int) -> tuple[Break, ...]:
    """`3:15` → a break of 15 minutes after round 3, one a round at most. Raises BadOption."""
    found: dict[int, int] = {}
    for text in given:
        few = f"--rounds 2–{ROUNDS[1]}"
        wanted = f"{min(3, rounds - 1)}:15 (1–{rounds - 1}:1–{LONGEST_BREAK})" if rounds > 1 else few
        for part in text.split(","):
            after, _, minutes = part.partition(":")
            number = _number("--break", after, 1, rounds - 1, text, wanted)
            if number in found:
                raise BadOption(option="--break", value=text, wanted=wanted)
            found[number] = _number("--break", minutes, 1, LONGEST_BREAK, text, wanted)
    return tuple(Break(after, found[after]) for after in sorted(found))


def local_time(text: str | None) -> datetime | None:
    """`2026-12-05T09:30` as a local time, not in the last year a calendar has: the day must end too. Raises BadOption."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        found = None
    whole = "T" in text.strip().upper().replace(" ", "T")
    if found is None or found.tzinfo is not None or found.year == MAXYEAR or not whole:
        raise BadOption(option="--start", value=text, wanted="2026-12-05T09:30")
    return found
