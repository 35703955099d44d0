"""Times as people write them: whole seconds, `12:34` or `1:02:03`.

A rating file may hold either; the model holds seconds. So times are turned into seconds in the plain data,
before it is built into a Rating.
"""

from __future__ import annotations

import re
from typing import Any

Where = tuple[str | int, ...]

CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,4}):([0-9]{2})")
STAND_IN = 1
"""Takes the place of a time that could not be read, so that one mistake is one problem."""


def seconds(text: str) -> int | None:
    """The seconds of `12:34` or `1:02:03`; None if it is not such a time. Minutes may pass 59 without hours."""
    found = CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    if rest > 59 or (found[1] is not None and minutes > 59):
        return None
    return hours * 3600 + minutes * 60 + rest


def clock(at: int) -> str:
    """Seconds as people read them: `0:09`, `12:34`, `1:02:03`."""
    minutes, rest = divmod(at, 60)
    return f"{minutes}:{rest:02}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def with_seconds(data: Any) -> tuple[Any, list[tuple[Where, str]]]:
    """A rating's plain data with its clock times as seconds, and the times that could not be read.

    What has another shape than a rating is handed back as it was: saying so is for the model.
    """
    unread: list[tuple[Where, str]] = []

    def timed(part: Any, where: Where, *names: str) -> Any:
        if not isinstance(part, dict):
            return part
        found = dict(part)
        for name in names:
            text = found.get(name)
            if isinstance(text, str) and ":" in text:
                found[name] = seconds(text)
                if found[name] is None:
                    unread.append(((*where, name), text))
                    found[name] = STAND_IN
        return found

    def item(part: Any, where: Where) -> Any:
        if not isinstance(part, dict) or not isinstance(part.get("evidence"), list):
            return part
        evidence = [timed(one, (*where, "evidence", i), "at") for i, one in enumerate(part["evidence"])]
        return {**part, "evidence": evidence}

    if not isinstance(data, dict):
        return data, unread
    found = dict(data)
    for name, fields in (("recording", ("seconds",)), ("span", ("from", "to")), ("keep", ("at",))):
        if name in found:
            found[name] = timed(found[name], (name,), *fields)
    if isinstance(found.get("items"), dict):
        found["items"] = {skill: item(part, ("items", skill)) for skill, part in found["items"].items()}
    return found, unread
