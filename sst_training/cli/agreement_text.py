"""The figures of agreement for a terminal: what a unit is and how many there were, then values with intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sst_training.cli.layout import bullets, heading, table, wrap
from sst_training.model.phrases import Phrases
from sst_training.rating.agreement.figures import Agreement
from sst_training.sheets.number_words import decimals, plain


def agreement_text(found: Agreement, say: Phrases, *, sessions: bool) -> str:
    """All figures with what has to be known beside them. `sessions`: the units are skills of practice sessions."""
    counts = say("agreement.counts", units=found.units, raters=found.raters, ratings=found.ratings)
    known = say("agreement.recordings", count=found.recordings) if found.recordings is not None else ""
    what = say("agreement.unit.session" if sessions else "agreement.unit.row")
    parts = [
        "\n".join([heading(say("agreement.title")), wrap(what), wrap(f"{counts} {known}".strip())]),
        headline(found, say),
        values(found, say),
        notes(found, say),
        wrap(say("agreement.how", seed=found.intervals["seed"], resamples=found.intervals["resamples"])),
    ]
    return "\n\n".join(part for part in parts if part)


def headline(found: Agreement, say: Phrases) -> str:
    """Krippendorff's alpha with its interval and the bar it is read by; never alone."""
    best = found.headline
    name = say(f"agreement.name.alpha.{best['level']}")
    if best["value"] is None:
        return wrap(say("agreement.headline.none", name=name))
    span = interval(best["interval"], say) if best["interval"] else ""
    value = f"{decimals(best['value'], say)} {span}".strip()
    percent = "–" if found.percent is None else f"{plain(round(found.percent, 1), say)}%"
    said = say("agreement.headline", name=name, value=value, percent=percent, units=found.paired_units)
    return f"{wrap(said)}\n{wrap(say('agreement.bar'))}"


def values(found: Agreement, say: Phrases) -> str:
    """Every coefficient that has a value, with its interval."""
    rows = []
    spans = dict(flat(found.intervals))
    for name, value in flat(
        {name: getattr(found, name) for name in ("percent", "kappa", "alpha", "ac1", "ac2", "icc")}
    ):
        if value is not None:
            shown = f"{plain(round(value, 1), say)}%" if name == "percent" else decimals(value, say)
            rows.append(["  " + say(f"agreement.name.{name}"), shown, interval(spans[name], say, name == "percent")])
    return "\n".join([heading(say("agreement.values")), table(rows)]) if rows else ""


def notes(found: Agreement, say: Phrases) -> str:
    """What has to be known: why a value is lacking, what stayed out."""
    lines = []
    for note in found.notes:
        key = note.code if note.code.startswith("left_out.") else f"agreement.note.{note.code}"
        about = f" ({'; '.join(named(note.about, say))})" if note.about else ""
        lines.append(say(key, count=note.count) + about)
    return f"{heading(say('agreement.notes'))}\n{bullets(lines)}" if lines else ""


def interval(pair: Any, say: Phrases, percent: bool = False) -> str:
    """`[0,42 – 0,91]`; nothing without."""
    if pair is None:
        return "–"
    low, high = (f"{plain(round(one, 1), say)}%" if percent else decimals(one, say) for one in pair)
    return f"[{low} … {high}]"


def named(about: Sequence[str], say: Phrases) -> list[str]:
    """Coefficients by name, those of one family together under its name."""
    families = dict.fromkeys(name.split(".")[0] for name in about)
    return [say(f"agreement.family.{family}") for family in families]


def flat(tree: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """The leaves of nested names, dotted."""
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{before}{name}.")
        else:
            yield before + name, value
