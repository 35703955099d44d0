"""A report on one rating, in no language yet: what is told, in the order it is told (DESIGN §5).

Safety first, if it was at stake; then what went well, the profile, what hindered, one next step; and apart from
these what stands beside: what was expected and counted, the client's form, the captions in figures. Nobody is
shown a mean, a pass or a rank: those are not in here, so no renderer can print them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sst_training.model.annex import Annex, Choice
from sst_training.model.instrument import Instrument, Item, Tick, TickKind
from sst_training.model.library import Library
from sst_training.model.rating import Challenge, Keep, Rating, Recording, Resolution, Role, SessionKind, Span
from sst_training.model.text import Text
from sst_training.rating.beside import Beside, beside
from sst_training.rating.levels import Standing
from sst_training.rating.next_practice import NextPractice, RolePlay, Why, session_level, too_hard
from sst_training.rating.profile import NOT_YET, Moment, moments
from sst_training.rating.score import Score

MOST_STRENGTHS = 3


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A behaviour that was ticked, with the first moment noted for it."""

    tick: str
    kind: TickKind
    skill: Text
    text: Text
    moment: Moment | None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One skill in the profile; `deeper` counts its advanced ticks, `apart` is true for `safety`."""

    skill: str
    text: Text
    domain: Text
    standing: Standing
    deeper: int
    apart: bool


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """The next practice step. `aims` are the behaviours to go for; `standing` is where the skill stands now.

    eased: the practitioner found this session too hard, so the role-play is a level lower, or at the lowest.
    last: the skill that was chosen to practise the time before, and when.
    """

    skill: str
    text: Text
    why: Why
    chosen: bool
    standing: Standing
    aims: tuple[Tick, ...]
    exercise: tuple[str, Text] | None
    module: tuple[str, Text] | None
    roleplay: RolePlay | None
    guided: bool
    eased: Literal["lower", "lowest"] | None
    last: tuple[Text, str] | None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What else is known where a session is kept: the client's forms, what stands beside it, the choice before.

    challenge: how hard the practitioner found it, where the rating is somebody else's.
    """

    clients: tuple[Rating, ...] = ()
    annex: Annex | None = None
    last: Choice | None = None
    challenge: Challenge | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report. Fields stand in the order they are read.

    unsafe: the open unsafe ticks; when there are any, the banner stands on top.
    low: some skill stands at level 1 or 2, and the words that belong to that follow the profile.
    erase: the day the recording was to be erased by, once that day has passed.
    """

    instrument: Text
    version: str
    session: str
    date: str
    ratee: str
    role: Role
    rater: str
    session_kind: SessionKind
    scenario: str | None
    recording: Recording | None
    span: Span | None
    erase: str | None
    unsafe: tuple[Seen, ...]
    keep: Keep | None
    strengths: tuple[Seen, ...]
    rows: tuple[Row, ...]
    counts: dict[str, int]
    low: bool
    levels: dict[str, Text]
    kinds: dict[str, Text]
    hindered: tuple[Seen, ...]
    resolution: Resolution | None
    next: Next | None
    beside: Beside
    status: Text


def report(
    rating: Rating,
    score: Score,
    library: Library,
    *,
    today: str,
    chosen: bool = False,
    context: Context | None = None,
) -> Report:
    """The report on a scored rating. `today` is an ISO date; `chosen`: the next skill was one's own choice.

    context: what else is known of the session; without it only what the rating itself holds.
    """
    instrument = library.instrument
    context = context or Context()
    seen = _all_seen(rating, instrument)
    overdue = rating.recording is not None and rating.consent is not None and rating.consent.erase_by < today
    return Report(
        instrument=instrument.text,
        version=score.version,
        session=rating.session,
        date=rating.date,
        ratee=rating.ratee,
        role=rating.rater.role,
        rater=rating.rater.label,
        session_kind=rating.session_kind,
        scenario=rating.scenario,
        recording=rating.recording,
        span=rating.span,
        erase=rating.consent.erase_by if overdue and rating.consent else None,
        unsafe=tuple(one for one in seen if one.kind == "safety") if score.safety else (),
        keep=rating.keep,
        strengths=_strengths(seen),
        rows=tuple(_row(item, instrument, score, rating) for item in instrument.items),
        counts=score.counts,
        low=any(standing.level in (1, 2) for standing in score.items.values()),
        levels=instrument.levels,
        kinds=instrument.kinds,
        hindered=tuple(one for one in seen if one.kind == "harm" or (one.kind == "safety" and not score.safety)),
        resolution=rating.resolution,
        next=_next(rating, score, library, chosen, context),
        beside=beside(rating, context.clients, context.annex),
        status=instrument.status,
    )


def _all_seen(rating: Rating, instrument: Instrument) -> list[Seen]:
    """Every ticked behaviour, in the order of the list."""
    found = []
    for item in instrument.items:
        rated = rating.items.get(item.id, NOT_YET)
        if rated.state != "assessed":
            continue
        for tick in item.ticks:
            if tick.id in rated.ticks:
                noted = moments(rated, tick.id)
                first = noted[0] if noted else None
                found.append(Seen(tick=tick.id, kind=tick.kind, skill=item.text, text=tick.text, moment=first))
    return found


def _strengths(seen: list[Seen]) -> tuple[Seen, ...]:
    """Up to three: advanced before basic, then those with a moment, then the order of the list."""
    good = [one for one in seen if one.kind in ("advanced", "basic")]
    good.sort(key=lambda one: (one.kind == "basic", one.moment is None))
    return tuple(good[:MOST_STRENGTHS])


def _row(item: Item, instrument: Instrument, score: Score, rating: Rating) -> Row:
    ticked = rating.items.get(item.id, NOT_YET).ticks
    return Row(
        skill=item.id,
        text=item.text,
        domain=next((domain.text for domain in instrument.domains if domain.id == item.domain), {}),
        standing=score.items[item.id],
        deeper=sum(tick.id in ticked for tick in item.of_kind("advanced")),
        apart=item.gated,
    )


def _next(rating: Rating, score: Score, library: Library, chosen: bool, context: Context) -> Next | None:
    step = score.next_practice
    item = library.instrument.item(step.skill) if step else None
    if step is None or item is None:
        return None
    exercise = next((card for card in library.exercises if card.id == step.exercise), None)
    module = next((module for module in library.modules if module.id == step.module), None)
    return Next(
        skill=step.skill,
        text=item.text,
        why=step.why,
        chosen=chosen,
        standing=score.items[item.id],
        aims=_aims(item, rating, step.why),
        exercise=(exercise.id, exercise.title) if exercise else None,
        module=(module.id, module.title) if module else None,
        roleplay=step.roleplay,
        guided=item.gated,
        eased=_eased(rating, step, library, context),
        last=_last(library, context),
    )


def _eased(rating: Rating, step: NextPractice, library: Library, context: Context) -> Literal["lower", "lowest"] | None:
    if step.roleplay is None or not too_hard(rating, context.challenge):
        return None
    return "lower" if step.roleplay.level < session_level(rating, library) else "lowest"


def _last(library: Library, context: Context) -> tuple[Text, str] | None:
    item = library.instrument.item(context.last.skill) if context.last is not None else None
    return (item.text, context.last.date) if item is not None and context.last is not None else None


def _aims(item: Item, rating: Rating, why: Why) -> tuple[Tick, ...]:
    """What to go for: the basics still lacking, or else a way to go deeper. A hindrance needs no list."""
    rated = rating.items.get(item.id, NOT_YET)
    if why == "smallest_step":
        kinds: tuple[TickKind, ...] = ("basic",)
    elif why == "advanced":
        kinds = ("advanced",)
    else:
        return ()
    done = {*rated.ticks, *rated.not_applicable_ticks}
    return tuple(tick for tick in item.of_kind(*kinds) if tick.id not in done)
