"""The observation list on paper: in the order of `sst rate`, so that typing it over takes two minutes."""

from __future__ import annotations

from typing import Any, Final

from sst_training.model.instrument import Instrument, Item, Tick, TickKind
from sst_training.model.phrases import Phrases
from sst_training.rating.questions import COUNTED
from sst_training.sheets.typeset import typeset

PARTS: Final[tuple[tuple[TickKind, ...], ...]] = (("basic",), ("advanced",), ("harm",), ("safety",))
SESSION: Final = ("session", "date", "ratee", "rater", "role", "recording")
KINDS: Final = ("role-play", "own-issue")
FEW: Final = 3
"""Skills that leave room for a larger hand."""

RULES: Final = 3
"""How many of the list's rules there is room for."""


def observation_sheet(instrument: Instrument, chosen: tuple[str, ...], say: Phrases) -> bytes:
    """The sheet as PDF; `chosen` are the skills looked at, none for all. `safety` is always on it."""
    return typeset("observation", observation_data(instrument, chosen, say), say.lang)


def observation_data(instrument: Instrument, chosen: tuple[str, ...], say: Phrases) -> dict[str, Any]:
    """What the template `observation` needs."""
    items = [item for item in instrument.items if not chosen or item.id in chosen or item.gated]
    counts = [say(f"counters.{name}") for name in COUNTED]
    levels = [say(f"rate.choice.{level}") for level in ("too_easy", "about_right", "too_hard")]
    levels.append(say("print.observation.stop"))
    return {
        "title": say.text(instrument.text),
        "version": instrument.version,
        "heading": say("print.observation"),
        "foot": say.text(instrument.status),
        "few": len(items) <= FEW,
        "rules": [*(say.text(rule) for rule in instrument.rules[:RULES]), say("rate.sheet.5")],
        "says": {"not-counted": say("print.observation.not_counted"), "no-sign": say("print.observation.no_sign")},
        "session": [say(f"print.observation.{name}") for name in SESSION],
        "asked": asked(say),
        "prediction": say("print.observation.prediction"),
        "skills": [skill(item, instrument, say) for item in items],
        "ending": [
            {"name": say("rate.part.counters"), "counts": counts, "choices": [], "lines": 0},
            {"name": say("rate.part.keep"), "counts": [], "choices": [], "lines": 2},
            {"name": say("print.observation.challenge"), "counts": [], "choices": levels, "lines": 0},
        ],
    }


def asked(say: Phrases) -> list[dict[str, Any]]:
    """What `sst rate` asks about the session with a choice; `line` is what is written behind it."""
    kinds = [say(f"rate.choice.{kind}") for kind in KINDS] + [say("print.observation.work")]
    both = [say("print.observation.informed"), say("print.observation.agreed")]
    return [
        {"name": say("print.observation.kind"), "choices": kinds, "line": None},
        {"name": say("print.observation.heard"), "choices": [say("print.observation.yes")], "line": None},
        {"name": say("print.observation.consent"), "choices": both, "line": say("print.observation.erase_by")},
    ]


def skill(item: Item, instrument: Instrument, say: Phrases) -> dict[str, Any]:
    """One skill: basics, advanced, and last what hindered."""
    found = []
    for kinds in PARTS:
        if ticks := item.of_kind(*kinds):
            name = say.text(instrument.kinds[kinds[0]])
            found.append(
                {
                    "name": name[0].upper() + name[1:],
                    "apart": kinds[0] in ("harm", "safety"),
                    "ticks": [behaviour(tick, say) for tick in ticks],
                }
            )
    return {
        "name": say.text(item.text),
        "gate": say.text(item.gate) if item.gate is not None else None,
        "not-applicable": None if item.gated else say("print.observation.not_applicable"),
        "parts": found,
    }


def behaviour(tick: Tick, say: Phrases) -> dict[str, Any]:
    """One behaviour, with room for its moment where it needs one."""
    return {
        "words": say.text(tick.text),
        "when": say.text(tick.when) if tick.when is not None else None,
        "moment": None if tick.kind == "basic" else say("print.observation.moment"),
    }
