"""A blank sheet: a rating file in YAML to fill in with an editor, every behaviour written out behind a `#`."""

from __future__ import annotations

from sst_training.model.instrument import Instrument, Item
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.rating.questions import COUNTED

WIDTH = 100


def blank_sheet(rating: Rating, chosen: tuple[str, ...], instrument: Instrument, say: Phrases) -> str:
    """The sheet for this session and rater; `chosen` are the skills looked at, none for all."""
    lines = [f"# {say.text(instrument.text)} {instrument.version}", f"# {say.text(instrument.status)}", "#"]
    lines += [f"# {say(f'rate.sheet.{n}')}" for n in range(1, 7)]
    lines += [
        "",
        f"format: {rating.format}",
        f"instrument: {rating.instrument}",
        f'version: "{rating.version}"',
        f"session: {rating.session}   # {say('rate.sheet.session')}",
        f"date: {rating.date}",
        f"ratee: {rating.ratee}   # {say('rate.sheet.ratee')}",
        f"rater: {{role: {rating.rater.role}, label: {rating.rater.label}, blind: true}}   # {say('rate.sheet.rater')}",
        f"session_kind: {rating.session_kind}   # role-play, own-issue, work",
        f"scenario: {rating.scenario or 'null'}",
        f"# {say('rate.sheet.recording')}",
        "# consent: {all_informed: true, all_agreed: true, erase_by: 2026-12-31}",
        f'# recording: {{name: "{say("rate.recording_name")}", seconds: "21:00"}}',
        f"prediction: null   # {say('rate.ask.prediction')}",
        f'# keep: {{at: "10:10", note: "…"}}   # {say("rate.ask.keep_note")}',
        "",
        "items:",
    ]
    counts = ", ".join(f"{name}: 0" for name in COUNTED)
    lines[-2:-2] = [f"# counters: {{{counts}}}   # {say('rate.sheet.counters')}"]
    if rating.rater.role == "self":
        said = f"{say('rate.sheet.challenge')}: too_easy, about_right, too_hard; true, false"
        lines[-2:-2] = [f"# challenge: {{level: about_right, stop: false}}   # {said}"]
    for item in instrument.items:
        lines += skill_lines(item, instrument, say, aside=bool(chosen) and item.id not in chosen and not item.gated)
    return "\n".join(lines) + "\n"


def skill_lines(item: Item, instrument: Instrument, say: Phrases, *, aside: bool) -> list[str]:
    """One skill: its behaviours to choose from, or set aside."""
    lines = [f"  # {say.text(item.text)}"]
    if item.gate is not None:
        lines.append(f"  # {say.text(item.gate)} {say('rate.sheet.gate')}")
    if aside:
        return [*lines, f"  {item.id}: {{state: na, reason: not_in_this_exercise}}", ""]
    lines += [f"  {item.id}:", "    state: missing   # assessed | na", "    # reason: " + reasons(item), "    ticks: ["]
    for tick in item.ticks:
        kind = say.text(instrument.kinds[tick.kind])
        when = f" ({say.text(tick.when)})" if tick.when is not None else ""
        lines.append(f"      # {tick.id},   # {kind}: {say.text(tick.text)}{when}")
    lines.append("    ]")
    if conditional := [tick.id for tick in item.ticks if tick.conditional]:
        lines += ["    not_applicable_ticks: [", *(f"      # {tick}," for tick in conditional), "    ]"]
    example = item.of_kind("advanced")[0].id
    lines += [
        "    evidence: [",
        f'      # {{tick: {example}, at: "12:34", note: "{say("rate.sheet.note")}"}},',
        "    ]",
        "",
    ]
    return lines


def reasons(item: Item) -> str:
    """The reasons that `na` may have here."""
    return " | ".join((*(() if item.core else ("no_opportunity",)), "not_in_this_exercise", "recording_gap"))
