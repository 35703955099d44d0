"""Answers to what a rating file holds, and back, so that a part can be gone through again."""

from __future__ import annotations

import re
from typing import Final

from msgspec import UNSET, convert
from msgspec.structs import replace

from sst_training.model.instrument import Instrument, Item
from sst_training.model.rating import (
    Challenge,
    Consent,
    Evidence,
    ItemRating,
    Keep,
    Rating,
    Recording,
    Span,
    Voice,
)
from sst_training.rating.profile import NOT_YET
from sst_training.rating.questions import (
    CHALLENGE,
    COUNTED,
    COUNTERS,
    KEEP,
    MOMENT,
    NO,
    SESSION,
    VOICE,
    YES,
    Answers,
)

MORE: Final = re.compile(r"(.+)\.(at|note)\.([0-9]+)")
"""A further moment of a tick: it is not asked, and not lost."""


def with_part(rating: Rating, part: str, answers: Answers, instrument: Instrument) -> Rating:
    """The rating with one part filled in from its answers."""
    item = instrument.item(part)
    if item is not None:
        return replace(rating, items=_in_order({**rating.items, part: item_rating(item, answers)}, instrument))
    if part == SESSION:
        return _with_session(rating, answers, instrument)
    if part == COUNTERS:
        counted = {name: int(count) for name in COUNTED if (count := answers.get(f"counters.{name}"))}
        return replace(rating, counters=counted or None)
    if part == KEEP:
        at, note = answers.get("keep.at", ""), answers.get("keep.note", "")
        return replace(rating, keep=Keep(at=int(at) if at else None, note=note or None) if at or note else None)
    if part == CHALLENGE:
        level, stop = answers["challenge.level"], answers["challenge.stop"] == YES
        return replace(rating, challenge=convert({"level": level, "stop": stop}, Challenge))
    topic, understood, forward = (int(answers[f"voice.{name}"]) for name in ("topic", "understood", "forward"))
    wished = answers.get("voice.wished") or None
    return replace(rating, voice=Voice(topic=topic, understood=understood, forward=forward, wished=wished))


def without_part(rating: Rating, part: str) -> Rating:
    """The rating with one part open again."""
    if part in rating.items:
        return replace(rating, items={**rating.items, part: NOT_YET})
    if part == COUNTERS:
        return replace(rating, counters=None)
    if part == KEEP:
        return replace(rating, keep=None)
    if part == CHALLENGE:
        return replace(rating, challenge=None)
    return replace(rating, voice=UNSET) if part == VOICE else rating


def answers_of(rating: Rating, part: str, instrument: Instrument) -> dict[str, str]:
    """The answers that would make this part what it is, in the order of the questions; none for an open one."""
    item = instrument.item(part)
    if item is not None:
        return _item_answers(item, rating.items.get(part, NOT_YET))
    if part == COUNTERS and rating.counters is not None:
        counts = {f"counters.{name}": str(rating.counters.get(name, "")) for name in COUNTED}
        return {"counters.any": YES, **counts}
    if part == KEEP and rating.keep is not None:
        at, note = rating.keep.at, rating.keep.note or ""
        timed = {"keep.at": "" if at is None else str(at)} if rating.recording is not None else {}
        return timed | {"keep.note": note}
    if part == CHALLENGE and rating.challenge is not None:
        stop = YES if rating.challenge.stop else NO
        return {"challenge.level": rating.challenge.level, "challenge.stop": stop}
    if part == VOICE and rating.voice is not UNSET:
        marks = {f"voice.{name}": str(getattr(rating.voice, name)) for name in ("topic", "understood", "forward")}
        return marks | {"voice.wished": rating.voice.wished or ""}
    return {}


def item_rating(item: Item, answers: Answers) -> ItemRating:
    """What was seen of one skill."""
    if reason := answers.get(f"{item.id}.na"):
        return convert({"state": "na", "reason": reason}, ItemRating)
    if item.gated and answers.get(f"{item.id}.gate") == NO:
        return ItemRating(state="na", reason="no_opportunity")
    ticks = tuple(tick.id for tick in item.ticks if answers.get(tick.id, NO) != NO)
    return ItemRating(
        state="assessed",
        ticks=ticks,
        not_applicable_ticks=tuple(tick.id for tick in item.ticks if answers.get(f"{tick.id}.counts") == NO),
        evidence=tuple(moment for tick in ticks for moment in _moments(tick, answers)),
    )


def _moments(tick: str, answers: Answers) -> list[Evidence]:
    """The moments of a tick: the one that was asked for, and further ones that were there already."""
    further = sorted({int(more[3]) for key in answers if (more := MORE.fullmatch(key)) and more[1] == tick})
    found = []
    for ending in ("", *(f".{n}" for n in further)):
        at, note = answers.get(f"{tick}.at{ending}", ""), answers.get(f"{tick}.note{ending}", "")
        if at or note:
            found.append(Evidence(tick=tick, at=int(at) if at else None, note=note or None))
    return found


def _item_answers(item: Item, rated: ItemRating) -> dict[str, str]:
    found: dict[str, str] = {}
    if rated.state == "missing":
        return found
    if rated.state == "na":
        if item.gated and rated.reason == "no_opportunity":
            return {f"{item.id}.gate": NO}
        return {f"{item.id}.na": rated.reason or "no_opportunity"}
    if item.gated:
        found[f"{item.id}.gate"] = YES
    for tick in item.of_kind("basic", "advanced"):
        if tick.conditional:
            found[f"{tick.id}.counts"] = NO if tick.id in rated.not_applicable_ticks else YES
        if tick.id not in rated.not_applicable_ticks:
            found |= _tick_answers(tick.id, tick.kind == "basic", rated)
    hindering = item.of_kind("harm", "safety")
    found[f"{item.id}.hindered"] = YES if any(tick.id in rated.ticks for tick in hindering) else NO
    if found[f"{item.id}.hindered"] == YES:
        for tick in hindering:
            found |= _tick_answers(tick.id, False, rated)
    return found


def _tick_answers(tick: str, basic: bool, rated: ItemRating) -> dict[str, str]:
    if tick not in rated.ticks:
        return {tick: NO}
    moments = [moment for moment in rated.evidence if moment.tick == tick]
    found = {tick: MOMENT if basic and moments else YES}
    for i, moment in enumerate(moments, 1):
        ending = f".{i}" if i > 1 else ""
        if moment.at is not None:
            found[f"{tick}.at{ending}"] = str(moment.at)
        if moment.note:
            found[f"{tick}.note{ending}"] = moment.note
    return found


def _with_session(rating: Rating, answers: Answers, instrument: Instrument) -> Rating:
    """The rating with its session: without both yeses there is no recording, and no part of one."""
    kind = answers.get("session.kind", "role-play")
    if kind != "own-issue" and kind != "work":
        kind = "role-play"
    agreed = answers.get("session.informed") == answers.get("session.agreed") == YES
    recorded = agreed and answers.get("session.recording") == YES
    span = answers.get("session.span") if recorded else None
    chosen = [skill for skill in answers.get("session.skills", "").split(",") if skill]
    aside = ItemRating(state="na", reason="not_in_this_exercise")
    items = {
        item.id: aside if chosen and item.id not in chosen and not item.gated else NOT_YET for item in instrument.items
    }
    return replace(
        rating,
        session_kind=kind,
        rater=replace(rating.rater, blind=answers.get("session.blind", YES) == YES),
        consent=Consent(all_informed=True, all_agreed=True, erase_by=answers["session.erase_by"]) if recorded else None,
        recording=Recording(name=answers["session.name"], seconds=int(answers["session.length"])) if recorded else None,
        span=Span(start=int(span.partition("-")[0]), end=int(span.partition("-")[2])) if span else None,
        prediction=answers.get("session.prediction") or None,
        items={} if rating.rater.role == "client" else items,
    )


def _in_order(items: dict[str, ItemRating], instrument: Instrument) -> dict[str, ItemRating]:
    return {skill: items[skill] for skill in instrument.skills if skill in items}
