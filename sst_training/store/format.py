"""Bytes of a rating file to a Rating and back; what came from a later version is not touched."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Any, Final, Literal

import msgspec

from sst_training.model.json_file import NOT_JSON, json_in
from sst_training.model.progress import Progress
from sst_training.model.rating import FORMAT, Rating

MOST_BYTES: Final = 1024 * 1024
NUMBER: Final = int(FORMAT.rpartition("/")[2])
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""For codes that are read aloud and typed over: without the pairs that look alike."""

ORDER: Final = (
    *("format", "instrument", "version", "session", "date", "ratee", "rater", "session_kind", "scenario", "consent"),
    *("recording", "span", "prediction", "items", "counters", "challenge", "keep", "voice", "resolution", "locked"),
)
"""Of the fields; a test holds it to the model."""

UPGRADES: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""A format's number → what makes the next one of it. Number 1 is the first; older numbers always open."""

State = Literal["sound", "newer", "damaged", "unreadable"]


class Unsound(Exception):
    """Bytes that are no rating of this version: `state` says whether they are newer, damaged or otherwise filled in."""

    def __init__(self, state: State, reason: str) -> None:
        super().__init__(state, reason)
        self.state, self.reason = state, reason


def encoded(rating: Rating) -> bytes:
    """The rating file: the very bytes that are exported. First the session, then what was seen (DESIGN §5)."""
    data = msgspec.to_builtins(rating)
    ordered = {name: data[name] for name in ORDER if name in data}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"


def decoded(content: bytes) -> tuple[Rating, bool]:
    """The rating in a file of the store, and whether it came in an older format. Raises Unsound."""
    if len(content) > MOST_BYTES:
        raise Unsound("damaged", f"> {MOST_BYTES // 1024} KiB")
    try:
        data = json_in(content)
    except NOT_JSON as cause:
        raise Unsound("damaged", str(cause)) from cause
    number = format_number(data)
    if number is not None and number > NUMBER:
        raise Unsound("newer", str(data["format"]))
    for older in range(number or NUMBER, NUMBER):
        data = UPGRADES[older](data)
    try:
        return msgspec.convert(data, Rating), number != NUMBER
    except msgspec.ValidationError as cause:  # whole, but not ours: somebody's own edit is not moved about
        raise Unsound("damaged" if number is None else "unreadable", str(cause)) from cause


def format_number(data: Any) -> int | None:
    """The number in `sst-rating/1`; None for what is no rating at all."""
    found = data.get("format") if isinstance(data, dict) else None
    number = re.fullmatch(r"sst-rating/([0-9]{1,6})", found) if isinstance(found, str) else None
    return int(number[1]) if number else None


def progress_in(content: bytes) -> Progress:
    """How far an observation has come. Raises Unsound."""
    try:
        return msgspec.json.decode(content, type=Progress)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as cause:
        raise Unsound("damaged", str(cause)) from cause


def new_name() -> str:
    """A name for a file, from the system's randomness: it tells nothing."""
    return secrets.token_hex(8)


def new_code() -> str:
    """A code for a session: eight letters and digits from the system's randomness."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))
