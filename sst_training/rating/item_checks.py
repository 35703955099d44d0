"""Checks of what was ticked: skills, states, reasons and ticks against the instrument."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.model.instrument import Instrument, Item
from sst_training.model.rating import ItemRating, Rating
from sst_training.rating.findings import Findings


def check(rating: Rating, instrument: Instrument, found: Findings) -> None:
    """Every skill that the rating names."""
    owners = {tick.id: item.id for item in instrument.items for tick in item.ticks}
    for skill, rated in rating.items.items():
        item = instrument.item(skill)
        if item is None:
            found.add("R103", "items", skill, skill=skill)
            continue
        _state(item, rated, found)
        if rated.state == "assessed":
            _ticks(item, rated, owners, found)
        elif rated.ticks or rated.not_applicable_ticks or rated.evidence:
            found.add("R112", "items", skill, skill=skill)


def check_complete(rating: Rating, instrument: Instrument, found: Findings) -> None:
    """Whether every skill is assessed or na; what was never named is not filled in either."""
    missing = [
        skill for skill in instrument.skills if skill not in rating.items or rating.items[skill].state == "missing"
    ]
    if missing:
        found.add("R113", "items", skills=", ".join(missing))


def _state(item: Item, rated: ItemRating, found: Findings) -> None:
    where = ("items", item.id)
    if rated.state == "na" and rated.reason is None:
        found.add("R109", *where, skill=item.id)
    if rated.state != "na" and rated.reason is not None:
        found.add("R110", *where, "reason", skill=item.id)
    if item.core and rated.state == "na" and rated.reason == "no_opportunity":
        found.add("R111", *where, "reason", skill=item.id)


def _ticks(item: Item, rated: ItemRating, owners: dict[str, str], found: Findings) -> None:
    where = ("items", item.id)
    conditional = {tick.id for tick in item.of_kind("basic") if tick.conditional}
    seen = _named(item, "ticks", rated.ticks, owners, found)
    waived = _named(item, "not_applicable_ticks", rated.not_applicable_ticks, owners, found)
    for i, tick in waived:
        if tick in rated.ticks:
            found.add("R107", *where, "not_applicable_ticks", i, tick=tick)
        elif tick not in conditional:
            found.add("R108", *where, "not_applicable_ticks", i, tick=tick)
    ticked = {tick for _, tick in seen}
    for i, moment in enumerate(rated.evidence):
        if owners.get(moment.tick) != item.id:
            _foreign(item, moment.tick, owners, found, "evidence", i)
        elif moment.tick not in ticked:
            found.add("R114", *where, "evidence", i, tick=moment.tick)


def _named(
    item: Item, field: str, ticks: Sequence[str], owners: dict[str, str], found: Findings
) -> list[tuple[int, str]]:
    """The item's own ticks in a list, each once and with its place; what else stands there is a problem."""
    own: dict[str, int] = {}
    for i, tick in enumerate(ticks):
        if owners.get(tick) != item.id:
            _foreign(item, tick, owners, found, field, i)
        elif tick in own:
            found.add("R106", "items", item.id, field, i, tick=tick)
        else:
            own[tick] = i
    return [(i, tick) for tick, i in own.items()]


def _foreign(item: Item, tick: str, owners: dict[str, str], found: Findings, field: str, i: int) -> None:
    code = "R105" if tick in owners else "R104"
    found.add(code, "items", item.id, field, i, tick=tick, skill=item.id)
