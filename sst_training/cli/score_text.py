"""The report for a terminal: readable without colour, at 80 columns and less, and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.cli.layout import bullets, heading, table, wrap
from sst_training.cli.sections_text import BAR, sections_text
from sst_training.model.phrases import Phrases
from sst_training.rating.report import Next, Report, Seen
from sst_training.rating.times import clock
from sst_training.sheets import report_words as words
from sst_training.sheets.beside_sections import beside_sections

Told = tuple[int | None, str, str | None]
"""When in the recording, what was done, and the words noted down."""


def report_text(report: Report, phrases: Phrases) -> str:
    """The whole report, in the order of DESIGN §5."""
    opening = [wrap(line) for line in (*words.origin(phrases, report), *words.caveats(phrases, report))]
    status = wrap(f"{phrases.text(report.instrument)} {report.version}. {phrases.text(report.status)}")
    parts = [
        heading(phrases("score.title", ratee=report.ratee)) + "\n" + "\n".join(opening),
        banner(report, phrases),
        did(report, phrases),
        profile(report, phrases),
        hindered(report, phrases),
        next_step(report.next, phrases),
        *sections_text(beside_sections(report.beside, phrases)),
        status,
    ]
    return "\n\n".join(part for part in parts if part)


def banner(report: Report, phrases: Phrases) -> str:
    """What goes before everything when safety was at stake, with a bar beside it; else nothing."""
    if not report.unsafe:
        return ""
    lines = [phrases("score.safety.title").upper()]
    lines += wrap(words.safety_words(phrases, report), 2, "  ").split("\n")
    lines += ["", *"\n".join(moments([telling(one, phrases) for one in report.unsafe])).split("\n")]
    return "\n".join((BAR + line.removeprefix("  ")).rstrip() for line in lines)


def did(report: Report, phrases: Phrases) -> str:
    """The moment to keep, and what was done well."""
    told: list[Told] = []
    if report.keep is not None:
        told.append((report.keep.at, phrases("score.did.keep"), report.keep.note))
    told += [telling(one, phrases) for one in report.strengths]
    lines = moments(told) if told else [wrap(phrases("score.did.none"), 2, "  ")]
    return "\n".join([heading(phrases("score.did.title")), *lines])


def profile(report: Report, phrases: Phrases) -> str:
    """Each skill with its level and basics, how many at each level, and what was not assessed."""
    parts = [heading(phrases("score.profile.title"))]
    rows = [
        [
            "  " + phrases.text(row.text),
            words.level_words(phrases, report, row.standing.level),
            words.dots(row),
            words.basics_words(phrases, row.standing) + ("*" if row.apart else ""),
        ]
        for row in report.rows
        if row.standing.level is not None
    ]
    if rows:
        legend = f"● {phrases.text(report.kinds['basic'])}   ★ {phrases.text(report.kinds['advanced'])}"
        apart = any(row.apart and row.standing.level for row in report.rows)
        counts = " · ".join(f"{phrases.text(report.levels[level])} {n}" for level, n in report.counts.items())
        parts += [table(rows), "", f"  {legend}" + (f"   * {phrases('score.apart')}" if apart else "")]
        parts.append(wrap(f"{phrases('score.counts')}: {counts}", 4, "  "))
        parts.append(table([["  " + name, what] for name, what in words.definitions(phrases, report)]))
    for reason, skills in words.not_assessed(phrases, report):
        parts.append(wrap(f"{reason}: {', '.join(skills)}", 4, "  "))
    if report.low:
        parts += ["", wrap(words.low_words(phrases, report), 2, "  ")]
    return "\n".join(parts)


def hindered(report: Report, phrases: Phrases) -> str:
    """What hindered, and what was agreed about an unsafe tick; nothing if nothing did."""
    if not report.hindered:
        return ""
    parts = [heading(phrases("score.hindered.title")), *moments([telling(one, phrases) for one in report.hindered])]
    if said := words.resolved(phrases, report):
        parts.append(wrap(said, 2, "  "))
    return "\n".join(parts)


def next_step(step: Next | None, phrases: Phrases) -> str:
    """The one next practice step."""
    parts = [heading(phrases("score.next.title"))]
    if step is None:
        return "\n".join([*parts, wrap(phrases("score.next.none"), 2, "  ")])
    parts += ["  " + phrases.text(step.text), wrap(" ".join(words.reasons(phrases, step)), 2, "  ")]
    lead, aims = words.aims(phrases, step)
    if aims:
        parts += [wrap(lead, 2, "  "), bullets(aims, "○")]
    rows = words.pointers(phrases, step)
    if rows:
        parts += ["", table([["  " + name, what] for name, what in rows])]
    if step.why != "safety":
        closing = [phrases("score.next.guided")] if step.guided else []
        closing += [said] if (said := words.last_choice(phrases, step)) else []
        parts += ["", *(wrap(line, 2, "  ") for line in (*closing, phrases("score.next.proposal")))]
    return "\n".join(parts)


def telling(one: Seen, phrases: Phrases) -> Told:
    """A behaviour and the skill it belongs to, with its first moment and words."""
    said = f"{phrases.text(one.text)} ({phrases.text(one.skill)})"
    at, note = (one.moment.at, one.moment.note) if one.moment else (None, None)
    return at, said, f"‘{note.strip()}’" if note else None


def moments(told: Sequence[Told]) -> list[str]:
    """Moments in lines: the time or a dot, what was done, and below it the words; one column of times for all."""
    times = ["·" if at is None else clock(at) for at, _, _ in told]
    size = max(map(len, times), default=0)
    found = []
    for time, (_, said, note) in zip(times, told, strict=True):
        lead = f"  {time:<{size}}  "
        found.append(wrap(said, len(lead), lead))
        if note:
            found.append(wrap(" ".join(note.split()), len(lead)))
    return found
