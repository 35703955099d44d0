"""Files with mistakes in them: the browser names the same problems as Python, with the same words."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

from sst_training.rating.checks import CODES

Raw = dict[str, Any]
Both = Callable[[list[bytes]], list[Any]]


def test_300_broken_files_have_the_same_problems_in_the_same_order(maker: Any, both: Both) -> None:
    """One to three mistakes each; together they break every rule there is."""
    files = []
    for i in range(300):
        raw = maker.rating()
        for breaking in [BREAKS[i % len(BREAKS)], *maker.chance.sample(BREAKS, maker.chance.choice((0, 0, 1, 2)))]:
            breaking(raw, maker.chance)
        files.append(json.dumps(raw).encode())
    found = both(files)
    assert all(problems for _, _, problems in found)
    codes = {problem["code"] for _, _, problems in found for problem in problems}
    assert codes >= set(CODES)
    assert codes >= {"C101", "C102", "C103", "C107", "C108", "C109"}


def put(*where: Any) -> Callable[[Raw, random.Random], None]:
    """Sets the field at the end of a path; what is not there on the way is made."""
    *path, value = where

    def breaking(raw: Raw, chance: random.Random) -> None:
        place: Any = raw
        for name in path[:-1]:
            if not isinstance(place.get(name), dict):
                place[name] = {}
            place = place[name]
        place[path[-1]] = copy.deepcopy(value)

    return breaking


def item(**fields: Any) -> Callable[[Raw, random.Random], None]:
    """Sets fields of `focus`, which is assessed with a basic and an advanced tick otherwise."""

    def breaking(raw: Raw, chance: random.Random) -> None:
        evidence = [{"tick": "focus.a1", "at": None, "note": "x"}]
        seen = {"state": "assessed", "reason": None, "ticks": ["focus.b1", "focus.a1"], "not_applicable_ticks": []}
        raw.setdefault("items", {})
        if isinstance(raw["items"], dict):
            raw["items"]["focus"] = copy.deepcopy({**seen, "evidence": evidence, **fields})

    return breaking


def without(*names: str) -> Callable[[Raw, random.Random], None]:
    """Leaves fields out."""

    def breaking(raw: Raw, chance: random.Random) -> None:
        for name in names:
            raw.pop(name, None)

    return breaking


def several(*breaks: Callable[[Raw, random.Random], None]) -> Callable[[Raw, random.Random], None]:
    """More mistakes at once, where one alone is none."""

    def breaking(raw: Raw, chance: random.Random) -> None:
        for one in breaks:
            one(raw, chance)

    return breaking


RECORDED = several(
    put("recording", {"name": "opname 1", "seconds": 600}),
    put("consent", {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}),
)
LATE = {"tick": "focus.a1", "at": 700, "note": "x"}

BREAKS: list[Callable[[Raw, random.Random], None]] = [
    put("instrument", "other-list"),
    put("version", "0.9"),
    put("items", "juggling", {"state": "missing"}),
    put("items", "__proto__", {"state": "missing"}),
    item(ticks=["focus.b9"]),
    item(not_applicable_ticks=["fokus.b1"]),
    item(ticks=["listen.b1"]),
    item(evidence=[{"tick": "listen.b1", "note": "x"}]),
    item(ticks=["focus.b1", "focus.b1"]),
    item(ticks=["focus.b3"], not_applicable_ticks=["focus.b3"]),
    item(ticks=[], not_applicable_ticks=["focus.b1"]),
    item(state="na", ticks=[], evidence=[]),
    item(reason="recording_gap"),
    item(state="na", reason="no_opportunity", ticks=[], evidence=[]),
    item(state="missing"),
    item(state="missing", ticks=[], evidence=[]),
    item(ticks=["focus.b1"], evidence=[{"tick": "focus.b2", "note": "x"}]),
    item(evidence=[]),
    several(RECORDED, put("span", None), item()),
    item(evidence=[{"tick": "focus.a1", "at": None, "note": " \n\u00a0\u3000"}]),
    several(put("recording", None), item(evidence=[LATE])),
    several(RECORDED, put("span", None), item(evidence=[LATE])),
    several(RECORDED, put("span", {"from": 10, "to": 20}), item(evidence=[{**LATE, "at": 9}])),
    several(put("recording", None), put("span", {"from": 0, "to": 20})),
    several(RECORDED, put("span", {"from": 20, "to": 20})),
    several(RECORDED, put("span", {"from": 0, "to": 5000})),
    several(put("session_kind", "own-issue"), put("rater", "role", "peer")),
    several(put("session_kind", "own-issue"), put("prediction", "words"), put("keep", {"note": "words"}), item()),
    put("date", "2026-02-29"),
    put("date", "0000-01-01"),
    put("date", "2026-13-01"),
    put("consent", {"all_informed": True, "all_agreed": True, "erase_by": "1900-02-29"}),
    put("voice", {"topic": 1, "understood": 2, "forward": 3}),
    several(put("rater", "role", "client"), put("voice", {"topic": 1, "understood": 2, "forward": 3})),
    several(put("rater", "role", "client"), put("items", {})),
    several(put("items", {}), put("resolution", {"with": "T1", "note": "x", "date": "2026-12-06"})),
    several(RECORDED, put("consent", "all_agreed", False)),
    several(RECORDED, put("consent", None)),
    several(RECORDED, put("consent", "erase_by", "2026-12-04")),
    several(put("items", {}), put("resolution", {"with": "T1", "note": "", "date": "2025-12-06"})),
    several(RECORDED, put("recording", "seconds", "12:61")),
    item(evidence=[{"tick": "focus.a1", "at": "1:99:00", "note": "x"}]),
    several(
        put("session_kind", "role-play"), put("rater", "role", "client"), put("items", {}),
        put("voice", {"topic": 0, "understood": 10, "forward": 3, "wished": "x"}), put("resolution", None),
    ),
    put("mood", "fine"),
    put("rater", "email", "x"),
    item(feeling=1),
    put("items", []),
    put("items", "focus", "seen"),
    put("voice", None),
    without("date", "items"),
    without("rater"),
    item(ticks="focus.b1"),
    item(ticks=["focus.b1", None, "Focus.b1", 7]),
    item(state="seen"),
    item(evidence=[{"at": 1.5}]),
    item(evidence=[{"tick": "focus.a1", "at": 86401, "note": "x" * 501}]),
    item(evidence=[{"tick": "focus.a1", "at": -1, "note": "𝔘" * 501}]),
    put("prediction", "e\u0301" * 251),
    put("session", "K7Q2M9XT"),
    put("session", "k7q2m9xt\n"),
    put("ratee", ""),
    put("ratee", "Anna de Vries"),
    put("ratee", "   "),
    put("rater", "blind", "maybe"),
    put("rater", "blind", 1.0),
    put("rater", "blind", 2),
    put("rater", "label", 7),
    put("session_kind", "Role-play"),
    put("scenario", "sc-17"),
    put("consent", {"all_informed": None}),
    put("recording", {"name": "2026 opname", "seconds": 0}),
    put("recording", {"name": "opname 1", "seconds": "1e2", "path": "/home"}),
    put("recording", {"name": "opname 1", "seconds": True}),
    put("span", {"from": "", "to": "null"}),
    put("counters", {"sighs": 3, "reflections": 10000}),
    put("counters", [3]),
    put("challenge", {"level": "hard", "stop": "no"}),
    put("keep", {"at": "01", "note": 3}),
    put("resolution", {"with": "T 1", "date": "6-12-2026"}),
    put("locked", "yes"),
    put("format", "sst-rating/0"),
    put("format", "sst-rating/1 "),
    put("version", None),
    put("version", ""),
]  # fmt: skip
