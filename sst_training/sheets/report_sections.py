"""The report as sections, for paper: the same words in the same order as on the page and in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.model.phrases import Phrases
from sst_training.rating.report import Next, Report, Row, Seen
from sst_training.rating.times import clock
from sst_training.sheets import report_words as words
from sst_training.sheets.beside_sections import beside_sections
from sst_training.sheets.sections import Block, Section, checks, counts, facts, moments, section, text


def report_sections(report: Report, say: Phrases) -> list[Section]:
    """Safety, what you did, the profile, what hindered, one next step; then what stands beside it."""
    parts = [_safety(report, say), _did(report, say), _profile(report, say), _hindered(report, say)]
    parts.append(_next(report.next, say))
    return [*(part for part in parts if part is not None), *beside_sections(report.beside, say)]


def _moments(seen: Sequence[Seen], say: Phrases) -> Block:
    rows = []
    for one in seen:
        at, note = (one.moment.at, one.moment.note) if one.moment else (None, None)
        said = f"‘{' '.join(note.split())}’" if note and note.strip() else ""
        rows.append(("" if at is None else clock(at), say.text(one.text), say.text(one.skill), said))
    return moments(rows)


def _safety(report: Report, say: Phrases) -> Section | None:
    if not report.unsafe:
        return None
    said = text(words.safety_words(say, report))
    return section(say("score.safety.title"), said, _moments(report.unsafe, say), tone="safety", name="safety")


def _did(report: Report, say: Phrases) -> Section:
    keep: Block | None = None
    if report.keep is not None:
        at = "" if report.keep.at is None else clock(report.keep.at)
        note = " ".join((report.keep.note or "").split())
        keep = {"kind": "keep", "label": say("score.did.keep"), "time": at, "text": note}
    seen = _moments(report.strengths, say) if report.strengths else None
    nothing = None if keep or seen else text(say("score.did.none"))
    return section(say("score.did.title"), keep, seen, nothing, name="did")


def _profile(report: Report, say: Phrases) -> Section:
    shown = [row for row in report.rows if row.standing.level is not None]
    blocks: list[Block] = []
    if shown:
        blocks.append(
            {
                "kind": "profile",
                "head": [say(f"score.profile.{name}") for name in ("skill", "level", "basics")],
                "rows": [_row(row, report, say) for row in shown],
                "basic": say.text(report.kinds["basic"]),
                "advanced": say.text(report.kinds["advanced"]),
            }
        )
        blocks.append(counts((say.text(report.levels[level]), str(n)) for level, n in report.counts.items()))
        blocks.append(facts(words.definitions(say, report), quiet=True))
    blocks += [text(f"{why}: {', '.join(skills)}", quiet=True) for why, skills in words.not_assessed(say, report)]
    if report.low:
        blocks.append(text(words.low_words(say, report)))
    return section(say("score.profile.title"), *blocks, name="profile")


def _row(row: Row, report: Report, say: Phrases) -> Block:
    basics = row.standing.basics
    seen, required = (basics.seen, basics.required) if basics else (0, 0)
    said = [words.basics_words(say, row.standing), words.deeper_words(say, row)]
    return {
        "name": say.text(row.text),
        "apart": say("score.apart") if row.apart else "",
        "level": words.level_words(say, report, row.standing.level),
        "seen": seen,
        "open": required - seen,
        "stars": row.deeper,
        "words": " ".join(part for part in said if part),
    }


def _hindered(report: Report, say: Phrases) -> Section | None:
    if not report.hindered:
        return None
    said = words.resolved(say, report)
    return section(
        say("score.hindered.title"), _moments(report.hindered, say), text(said, quiet=True) if said else None,
        name="hindered",
    )  # fmt: skip


def _next(step: Next | None, say: Phrases) -> Section:
    title = say("score.next.title")
    if step is None:
        return section(title, text(say("score.next.none.html")), tone="next", name="next")
    lead, aims = words.aims(say, step)
    last = words.last_choice(say, step)
    closing = [text(say("score.next.guided"), quiet=True)] if step.guided and step.why != "safety" else []
    closing += [text(last, quiet=True)] if last else []
    closing += [text(say("score.next.proposal.html"), quiet=True)] if step.why != "safety" else []
    pointers = words.pointers(say, step)
    return section(
        title,
        text(say.text(step.text), strong=True),
        text(" ".join(words.reasons(say, step))),
        text(lead) if aims else None,
        checks(aims) if aims else None,
        facts(pointers) if pointers else None,
        *closing,
        tone="next",
        name="next",
    )
