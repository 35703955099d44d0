"""What can be saved of a damaged rating file: the parts that are whole, as a draft; nothing is made up."""

from __future__ import annotations

import json
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from sst_training.model.rating import ItemRating, Rating

CUTS: Final = 200
"""How many ends are tried, from the back, before a torn file is given up."""


def salvaged(content: bytes) -> Rating | None:
    """A draft of what can be read, unlocked; None if it cannot be told whose rating of which session it was."""
    data = whole_part(content.decode("utf-8-sig", "replace"))
    if not isinstance(data, dict):
        return None
    items = data.get("items")
    found: dict[str, Any] = {}
    for name, value in data.items():
        if name in Rating.__struct_encode_fields__ and name not in ("items", "locked") and fits(name, value):
            found[name] = value
    found["items"] = {
        skill: item for skill, item in (items if isinstance(items, dict) else {}).items() if is_item(item)
    }
    try:
        return timed_by_a_recording(msgspec.convert(found, Rating))
    except msgspec.ValidationError:
        return None


def timed_by_a_recording(rating: Rating) -> Rating:
    """The draft without times if the recording they belong to was not saved."""
    if rating.recording is not None:
        return rating
    items = {
        skill: replace(item, evidence=tuple(replace(moment, at=None) for moment in item.evidence))
        for skill, item in rating.items.items()
    }
    keep = replace(rating.keep, at=None) if rating.keep is not None else None
    return replace(rating, items=items, keep=keep, span=None)


def fits(name: str, value: Any) -> bool:
    """Whether a value may stand in this field of a Rating."""
    kind = next(field.type for field in msgspec.structs.fields(Rating) if field.encode_name == name)
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return "�" not in json.dumps(value, ensure_ascii=False)


def is_item(value: Any) -> bool:
    """Whether a value is what was seen of one skill."""
    try:
        msgspec.convert(value, ItemRating)
    except msgspec.ValidationError:
        return False
    return "�" not in json.dumps(value, ensure_ascii=False)


def whole_part(text: str) -> Any:
    """The JSON of a text, or of its beginning, closed behind the last value that is whole."""
    for cut, closing in [(len(text), ""), *reversed(ends(text)[-CUTS:])]:
        try:
            return json.loads(text[:cut] + closing)
        except (ValueError, RecursionError):
            continue
    return None


def ends(text: str) -> list[tuple[int, str]]:
    """Places where a torn text may be cut, each with the brackets that close it.

    Between the fields of the file and between the skills in it, nowhere else: half a skill is no skill.
    """
    found: list[tuple[int, str]] = []
    opened: list[str] = []
    quoted = escaped = in_items = False
    start, last = 0, ""
    for i, sign in enumerate(text):
        if quoted:
            quoted = escaped or sign != '"'
            escaped = not escaped and sign == "\\"
            last = last if quoted else text[start:i]
        elif sign == '"':
            quoted, start = True, i + 1
        elif sign in "{[":
            in_items = last == "items" if len(opened) == 1 else in_items
            opened.append("}" if sign == "{" else "]")
        elif sign in "}]" and (not opened or opened.pop() != sign):
            break
        if sign in ",}]" and not quoted and (len(opened) <= 1 or (len(opened) == 2 and in_items)):
            found.append((i if sign == "," else i + 1, "".join(reversed(opened))))
    return found
