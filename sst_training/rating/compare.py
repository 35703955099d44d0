"""One's own observation beside others' of the same session: differences, never a coefficient.

One recording seen by two people is one observation of agreement, so there is nothing to correlate. A level
given by oneself minus the other's: above nought is a kinder eye on oneself. The twelve skills make the shares
and the bias; `safety` is shown and stands apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from sst_training.model.instrument import Instrument, TickKind
from sst_training.model.rating import ItemRating, Rating, Role
from sst_training.rating.levels import standing
from sst_training.rating.profile import NOT_YET, moments
from sst_training.rating.rounding import Number, two_decimals

MOST_GAPS = 3
WEIGHT: dict[TickKind, int] = {"safety": 0, "harm": 1, "advanced": 2, "basic": 3}
"""Which tick explains a difference first."""

Why = Literal["no_self", "two_selves", "not_locked", "no_other", "differs", "same_person", "label_twice", "own_issue"]


class Refusal(msgspec.Struct, frozen=True):
    """Why these ratings are not compared. `what` names the field that differs or the label met twice."""

    why: Why
    what: str = ""


class RaterOf(msgspec.Struct, frozen=True):
    """Who looked, other than the person whose session it was."""

    role: Role
    label: str


class ItemOf(msgspec.Struct, frozen=True):
    """A skill: each rater's level or None, and self minus other where both have one."""

    levels: dict[str, int | None]
    difference: dict[str, int]


class Mismatch(msgspec.Struct, frozen=True):
    """A hindering or unsafe tick that some of those who looked ticked and others did not."""

    item: str
    tick: str
    labels: tuple[str, ...]


class Gap(msgspec.Struct, frozen=True):
    """A large difference, and when in the recording each of the two saw what explains it best."""

    item: str
    label: str
    difference: int
    at: dict[str, int | None]


class Strength(msgspec.Struct, frozen=True):
    """A behaviour that oneself and at least one other ticked."""

    item: str
    tick: str
    labels: tuple[str, ...]


class OpenSafety(msgspec.Struct, frozen=True):
    """An unsafe tick by one rater, which stands until that rater and the trainee resolve it."""

    tick: str
    label: str
    open: bool


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The comparison, in the order of the contract (DESIGN §6).

    exact, within_one, bias: by the other's label; None for a rater who was not blind, and where no skill was
    assessed by both. compared: on how many skills they rest.
    """

    session: str
    self: str
    raters: tuple[RaterOf, ...]
    items: dict[str, ItemOf]
    exact: dict[str, Number | None]
    within_one: dict[str, Number | None]
    bias: dict[str, Number | None]
    harm_mismatches: tuple[Mismatch, ...]
    largest_gaps: tuple[Gap, ...]
    strengths: tuple[Strength, ...]
    compared: dict[str, int]
    not_blind: tuple[str, ...]
    safety: tuple[OpenSafety, ...]


def refusal(ratings: Sequence[Rating]) -> Refusal | None:
    """Why nothing of these ratings may be shown beside each other, or None. One's own comes first, and locked."""
    own = [rating for rating in ratings if rating.rater.role == "self"]
    others = [rating for rating in ratings if rating.rater.role != "self"]
    if len(own) != 1:
        return Refusal("two_selves" if own else "no_self")
    mine = own[0]
    if not mine.locked:
        return Refusal("not_locked")
    if any(rating.session_kind == "own-issue" for rating in ratings):
        return Refusal("own_issue")
    if not others:
        return Refusal("no_other")
    for field in ("session", "ratee", "instrument", "version"):
        if any(getattr(rating, field) != getattr(mine, field) for rating in others):
            return Refusal("differs", field)
    met: set[str] = set()
    for rating in others:
        label = rating.rater.label
        if label in (mine.rater.label, mine.ratee):
            return Refusal("same_person", label)
        if label in met:
            return Refusal("label_twice", label)
        met.add(label)
    return None


def compare(ratings: Sequence[Rating], instrument: Instrument) -> Comparison:
    """The comparison of ratings for which there is no `refusal`, all of them complete."""
    mine = next(rating for rating in ratings if rating.rater.role == "self")
    roles = ("trainer", "peer", "gold")
    others = [rating for rating in ratings if rating.rater.role in roles]
    others.sort(key=lambda rating: (roles.index(rating.rater.role), rating.rater.label))
    everyone = [mine, *others]
    me = mine.rater.label
    by_label = {rating.rater.label: rating for rating in everyone}
    levels = {
        item.id: {
            label: standing(item, by_label[label].items.get(item.id, NOT_YET)).level for label in sorted(by_label)
        }
        for item in instrument.items
    }
    items = {skill: ItemOf(found, _differences(found, me)) for skill, found in levels.items()}
    blind = {label: mine.rater.blind and by_label[label].rater.blind for label in sorted(by_label) if label != me}
    gaps = {
        label: [items[skill].difference[label] for skill in instrument.ungated if label in items[skill].difference]
        for label in blind
    }
    agreed = {label: found if blind[label] else [] for label, found in gaps.items()}
    return Comparison(
        session=mine.session,
        self=me,
        raters=tuple(RaterOf(rating.rater.role, rating.rater.label) for rating in others),
        items=items,
        exact={label: _share(found, 0) for label, found in agreed.items()},
        within_one={label: _share(found, 1) for label, found in agreed.items()},
        bias={label: two_decimals(sum(found), len(found)) if found else None for label, found in agreed.items()},
        harm_mismatches=_mismatches(everyone, instrument),
        largest_gaps=_largest(items, mine, others, instrument),
        strengths=_strengths(mine, others, instrument),
        compared={label: len(found) for label, found in gaps.items()},
        not_blind=tuple(rating.rater.label for rating in everyone if not rating.rater.blind),
        safety=_safety(everyone, instrument),
    )


def looked(rated: ItemRating) -> bool:
    """Whether a rater looked at a skill: assessed, or found no opportunity (the question for `safety` said no)."""
    return rated.state == "assessed" or (rated.state == "na" and rated.reason == "no_opportunity")


def _differences(levels: Mapping[str, int | None], me: str) -> dict[str, int]:
    own = levels[me]
    if own is None:
        return {}
    return {label: own - level for label, level in levels.items() if label != me and level is not None}


def _share(differences: Sequence[int], most: int) -> Number | None:
    """The share of differences of at most so many levels."""
    if not differences:
        return None
    return two_decimals(sum(abs(difference) <= most for difference in differences), len(differences))


def _ticked(rating: Rating, skill: str) -> frozenset[str]:
    rated = rating.items.get(skill, NOT_YET)
    return frozenset(rated.ticks) if rated.state == "assessed" else frozenset()


def _mismatches(everyone: Sequence[Rating], instrument: Instrument) -> tuple[Mismatch, ...]:
    found = []
    for item in instrument.items:
        watched = [rating for rating in everyone if looked(rating.items.get(item.id, NOT_YET))]
        for tick in item.of_kind("harm", "safety"):
            labels = tuple(rating.rater.label for rating in watched if tick.id in _ticked(rating, item.id))
            if labels and len(labels) < len(watched):
                found.append(Mismatch(item.id, tick.id, labels))
    return tuple(found)


def _strengths(mine: Rating, others: Sequence[Rating], instrument: Instrument) -> tuple[Strength, ...]:
    """Advanced before basic, then those that most people saw, then the order of the list."""
    found: list[tuple[bool, int, Strength]] = []
    for item in instrument.items:
        own = _ticked(mine, item.id)
        for tick in item.of_kind("advanced", "basic"):
            seen = tuple(rating.rater.label for rating in others if tick.id in _ticked(rating, item.id))
            if tick.id in own and seen:
                strength = Strength(item.id, tick.id, (mine.rater.label, *seen))
                found.append((tick.kind == "basic", -len(seen), strength))
    found.sort(key=lambda one: one[:2])
    return tuple(strength for _, _, strength in found)


def _largest(
    items: Mapping[str, ItemOf], mine: Rating, others: Sequence[Rating], instrument: Instrument
) -> tuple[Gap, ...]:
    """The three largest differences; alike, the earlier in the talk first."""
    found = []
    for skill in instrument.skills:
        for other in others:
            label = other.rater.label
            if difference := items[skill].difference.get(label, 0):
                at = {
                    mine.rater.label: _when(mine, other, skill, instrument),
                    label: _when(other, mine, skill, instrument),
                }
                found.append(Gap(skill, label, difference, dict(sorted(at.items()))))
    found.sort(key=lambda gap: -abs(gap.difference))
    return tuple(found[:MOST_GAPS])


def _when(rating: Rating, beside: Rating, skill: str, instrument: Instrument) -> int | None:
    """When this rater saw what the other did not tick, what hindered first; else the first moment for the skill."""
    item = instrument.item(skill)
    rated = rating.items.get(skill, NOT_YET)
    if item is None:
        return None
    alone = [tick for tick in item.ticks if tick.id in _ticked(rating, skill) - _ticked(beside, skill)]
    for tick in sorted(alone, key=lambda tick: WEIGHT[tick.kind]):
        if (found := moments(rated, tick.id)) and found[0].at is not None:
            return found[0].at
    return min((moment.at for moment in rated.evidence if moment.at is not None), default=None)


def _safety(everyone: Sequence[Rating], instrument: Instrument) -> tuple[OpenSafety, ...]:
    return tuple(
        OpenSafety(tick.id, rating.rater.label, rating.resolution is None)
        for item in instrument.items
        for tick in item.of_kind("safety")
        for rating in everyone
        if tick.id in _ticked(rating, item.id)
    )
