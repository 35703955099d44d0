"""All coefficients of one table with their intervals, in the shape `sst agreement --json` prints (DESIGN §6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, Literal

import msgspec

from sst_training.rating.agreement.alpha import Level, alpha
from sst_training.rating.agreement.bootstrap import RESAMPLES, Interval, Statistic, intervals
from sst_training.rating.agreement.gwet import gwet
from sst_training.rating.agreement.icc import Form, Of, icc
from sst_training.rating.agreement.kappa import kappa
from sst_training.rating.agreement.percent import share_agreed
from sst_training.rating.agreement.table import Table, Undefined
from sst_training.rating.agreement.tally import Layout
from sst_training.rating.agreement.weights import Kind, distances
from sst_training.rating.rounding import Number, two_decimals
from sst_training.rng import ALGORITHM

FEW_RECORDINGS = 10
"""Below this many an interval says little; the note says so."""

By = Literal["recording", "unit"]
Value = Number | None
Pair = tuple[Number, Number] | None
Nested = dict[str, Any]


class Note(msgspec.Struct, frozen=True):
    """Something the reader has to know: a code, the coefficients it is about, a count where there is one."""

    code: str
    about: tuple[str, ...] = ()
    count: int | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one table. `kappa`, `alpha`, `ac2` and `icc` hold a value or None by name."""

    units: int
    raters: int
    ratings: int
    percent: Value
    kappa: Nested
    alpha: Nested
    ac1: Value
    ac2: Nested
    icc: Nested
    intervals: Nested
    headline: Nested
    notes: tuple[Note, ...]
    paired_units: int
    recordings: int | None
    scale: tuple[str, ...]


def statistics(table: Table) -> dict[str, Statistic]:
    """Every coefficient by its dotted name, in the order of the contract."""
    q, pair = len(table.categories), len(table.raters) == 2
    kinds: dict[str, Kind] = {"unweighted": "nominal", "linear": "linear", "quadratic": "quadratic"}
    levels: tuple[Level, ...] = ("nominal", "ordinal", "interval")
    weighted: tuple[Kind, ...] = ("linear", "quadratic")
    forms: tuple[Form, ...] = ("agreement", "consistency")
    sizes: tuple[Of, ...] = ("single", "average")

    def cohen(kind: Kind) -> Statistic:
        if not pair:
            return lambda tally: Undefined.TWO_RATERS
        distance = distances(q, kind)
        return lambda tally: kappa(tally.cross, distance)

    def ranked(statistic: Statistic) -> Statistic:
        return statistic if table.ordered else lambda tally: Undefined.NO_ORDER

    def correlation(form: Form, of: Of) -> Statistic:
        if table.numbers is None:
            return lambda tally: Undefined.NOT_NUMBERS
        return lambda tally: icc(tally.complete, form, of)

    found: dict[str, Statistic] = {"percent": share_agreed}
    for name, kind in kinds.items():
        found[f"kappa.{name}"] = cohen(kind) if kind == "nominal" else ranked(cohen(kind))
    for level in levels:
        measure = partial(alpha, level=level, numbers=table.numbers)
        found[f"alpha.{level}"] = ranked(measure) if level == "ordinal" else measure
    found["ac1"] = gwet
    for kind in weighted:
        found[f"ac2.{kind}"] = ranked(partial(gwet, kind=kind))
    for form in forms:
        for of in sizes:
            found[f"icc.{form}.{of}"] = correlation(form, of)
    return found


def figures(
    table: Table,
    seed: int,
    shown: str,
    *,
    level: Level | None = None,
    notes: Iterable[Note] = (),
    step: Callable[[int], None] = lambda done: None,
) -> Agreement:
    """The figures. `shown` is the seed as it was given; `level` chooses the headline's alpha.

    One recording gives no coefficient: the skills of one talk are one observation of agreement, not twelve.
    """
    layout = Layout(table)
    tally = layout.sum([(layout.counts(table.units), 1)])
    functions = statistics(table)
    recordings = table.recordings
    alone = recordings is not None and len(recordings) == 1
    reasons: dict[str, Undefined] = {}
    values: dict[str, Value] = {}
    for name, function in functions.items():
        found = function(tally)
        if name != "percent" and alone:
            found = Undefined.ONE_RECORDING
        if isinstance(found, Undefined):
            reasons[name] = found
        values[name] = None if isinstance(found, Undefined) else written(found)
    defined = {name: function for name, function in functions.items() if values[name] is not None}
    ranges = intervals(table, defined, seed, step=step) if defined and not alone else {}
    spans: dict[str, Pair] = {name: _pair(ranges.get(name)) for name in functions}
    unstable = tuple(name for name in defined if spans[name] is None and not alone)
    best: Level = level or ("ordinal" if table.ordered else "nominal")
    by: By = "unit" if recordings is None else "recording"
    tree, tree_of_spans = nested(values), nested(spans)
    told = [*_reasons(reasons), *_about(table, tally.units, tally.paired, tally.complete.rows), *notes]
    if unstable:
        told.append(Note(Undefined.UNSTABLE.value, unstable))
    return Agreement(
        units=tally.units,
        raters=len(table.raters),
        ratings=sum(value is not None for unit in table.units for value in unit.values),
        percent=values["percent"],
        kappa=tree["kappa"],
        alpha=tree["alpha"],
        ac1=values["ac1"],
        ac2=tree["ac2"],
        icc=tree["icc"],
        intervals={"by": by, "resamples": RESAMPLES, "algorithm": ALGORITHM, "seed": shown, **tree_of_spans},
        headline={
            "coefficient": "alpha",
            "level": best,
            "value": values[f"alpha.{best}"],
            "interval": spans[f"alpha.{best}"],
        },
        notes=tuple(told),
        paired_units=tally.paired,
        recordings=None if recordings is None else len(recordings),
        scale=table.categories,
    )


def written(value: float | Fraction) -> Number:
    """A coefficient as it is; a share as percent, half up to two decimals."""
    if isinstance(value, Fraction):
        return two_decimals(100 * value.numerator, value.denominator)
    return value


def nested(flat: Mapping[str, Any]) -> Nested:
    """`{"a.b": 1}` as `{"a": {"b": 1}}`."""
    found: Nested = {}
    for name, value in flat.items():
        *folders, last = name.split(".")
        place = found
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = value
    return found


def _pair(found: Interval | Undefined | None) -> Pair:
    return (written(found[0]), written(found[1])) if isinstance(found, tuple) else None


def _reasons(reasons: Mapping[str, Undefined]) -> list[Note]:
    """Why a value is lacking, a note a reason."""
    order = list(dict.fromkeys(reasons.values()))
    return [Note(why.value, tuple(name for name in reasons if reasons[name] is why)) for why in order]


def _about(table: Table, units: int, paired: int, rows: int) -> list[Note]:
    """What the reader has to know about the table itself."""
    found = []
    if units > paired:
        found.append(Note("unpaired_units", count=units - paired))
    if table.numbers is not None and 1 < rows < paired:
        found.append(Note("icc_rows", count=rows))
    if not table.fixed and table.ordered:
        found.append(Note("scale_seen"))
    recordings = table.recordings
    if recordings is None:
        found.append(Note("by_unit"))
    elif 1 < len(recordings) < FEW_RECORDINGS:
        found.append(Note("few_recordings", count=len(recordings)))
    return found
