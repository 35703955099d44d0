"""The wording that the report has in common on every medium: dates, who watched, levels, the next step."""

from __future__ import annotations

from sst_training.model.phrases import Phrases
from sst_training.rating.levels import Standing
from sst_training.rating.next_practice import RolePlay
from sst_training.rating.report import Next, Report, Row
from sst_training.rating.times import clock


def date_words(phrases: Phrases, date: str) -> str:
    """An ISO date in words."""
    year, month, day = date.split("-")
    return phrases("score.date", day=int(day), month=phrases(f"score.month.{int(month)}"), year=year)


def origin(phrases: Phrases, report: Report) -> tuple[str, str]:
    """Who watched what, and which session it was: two lines."""
    watched = phrases(f"score.by.{report.role}", label=report.rater)
    if report.recording is not None:
        length = clock(report.recording.seconds)
        watched += ", " + phrases("score.recording", name=report.recording.name, length=length)
    kind = phrases(f"score.kind.{report.session_kind}")
    session = phrases("score.session", session=report.session)
    parts = (date_words(phrases, report.date), f"{kind} {report.scenario or ''}".strip(), session)
    return watched, " · ".join(parts)


def caveats(phrases: Phrases, report: Report) -> list[str]:
    """What one has to know to read the profile fairly, a sentence each."""
    found = []
    if report.recording is None:
        found.append(phrases("score.from_memory"))
    if report.span is not None:
        found.append(phrases("score.span", start=clock(report.span.start), end=clock(report.span.end)))
    if report.erase is not None:
        found.append(phrases("score.erase", date=date_words(phrases, report.erase)))
    return found


def safety_words(phrases: Phrases, report: Report) -> str:
    """What to do now that safety was at stake; with a real client something else than in a role-play."""
    return phrases("score.safety.work" if report.session_kind == "work" else "score.safety.role-play")


def low_words(phrases: Phrases, report: Report) -> str:
    """What belongs to a level 1 or 2. `Do it again` is left out while a talk with the trainer comes first."""
    comfort = phrases("score.low")
    return comfort if report.unsafe else f"{comfort} {phrases('score.low.again')}"


def resolved(phrases: Phrases, report: Report) -> str:
    """What was agreed about an unsafe tick, with whom and when; nothing if nothing was."""
    if report.resolution is None:
        return ""
    date = date_words(phrases, report.resolution.date)
    note = " ".join(report.resolution.note.split())
    return f"{phrases('score.resolved', partner=report.resolution.partner, date=date)} {note}"


def level_words(phrases: Phrases, report: Report, level: int | None) -> str:
    """`2 · in opbouw`; nothing for a skill without a level."""
    return "" if level is None else f"{level} · {phrases.text(report.levels[str(level)])}"


def basics_words(phrases: Phrases, standing: Standing) -> str:
    """`2 van 3 basis`; nothing for a skill that was not assessed."""
    if standing.basics is None:
        return ""
    key = "score.basics.one" if standing.basics.required == 1 else "score.basics"
    return phrases(key, seen=standing.basics.seen, required=standing.basics.required)


def deeper_words(phrases: Phrases, row: Row) -> str:
    """`+ 1 verdieping`; nothing without."""
    if not row.deeper:
        return ""
    return phrases("score.deeper.one") if row.deeper == 1 else phrases("score.deeper", count=row.deeper)


def dots(row: Row) -> str:
    """`●●○ ★`: a dot for each basic that counted, a star for each advanced behaviour."""
    basics = row.standing.basics
    if basics is None:
        return ""
    return f"{'●' * basics.seen}{'○' * (basics.required - basics.seen)} {'★' * row.deeper}".rstrip()


def definitions(phrases: Phrases, report: Report) -> list[tuple[str, str]]:
    """Each level with its name, and what it takes."""
    return [(level_words(phrases, report, int(level)), phrases(f"page.list.level.{level}")) for level in report.levels]


def not_assessed(phrases: Phrases, report: Report) -> list[tuple[str, list[str]]]:
    """The skills without a level, gathered by reason, in the order of the talk."""
    gathered: dict[str, list[str]] = {}
    for row in report.rows:
        if row.standing.level is None:
            reason = row.standing.reason
            words = phrases(f"score.na.{reason}") if reason else phrases("score.missing")
            gathered.setdefault(words, []).append(phrases.text(row.text))
    return list(gathered.items())


def reasons(phrases: Phrases, step: Next) -> list[str]:
    """Why this step is proposed, a sentence each."""
    found = [phrases("score.next.chosen")] if step.chosen else []
    if step.why == "safety":
        found.append(phrases("score.next.safety"))
    elif step.standing.level is None:
        found.append(phrases("score.next.start"))
    elif not (step.chosen and step.why in ("smallest_step", "level_up")):
        found.append(
            phrases("score.next.level_kept" if step.eased and step.why == "level_up" else f"score.next.{step.why}")
        )
    if step.eased is not None:
        found.append(phrases("score.next.eased" if step.eased == "lower" else "score.next.eased.lowest"))
    return found


def last_choice(phrases: Phrases, step: Next) -> str:
    """What was chosen the time before; nothing if nothing was, or while a choice of now is shown."""
    if step.last is None or step.chosen:
        return ""
    return phrases("score.next.last", date=date_words(phrases, step.last[1]), skill=phrases.text(step.last[0]))


def roleplay_command(roleplay: RolePlay) -> str:
    """The command that draws it."""
    return f"sst roleplay --skill {roleplay.skill} --level {roleplay.level}"


def pointers(phrases: Phrases, step: Next) -> list[tuple[str, str]]:
    """What trains it: an exercise, a module, a role-play with its command."""
    found = []
    if step.exercise is not None:
        found.append((phrases("score.next.exercise"), f"{phrases.text(step.exercise[1])} ({step.exercise[0]})"))
    if step.module is not None:
        found.append((phrases("score.next.module"), f"{phrases.text(step.module[1])} ({step.module[0]})"))
    if step.roleplay is not None:
        found.append((phrases("score.next.roleplay"), roleplay_command(step.roleplay)))
    return found


def aims(phrases: Phrases, step: Next) -> tuple[str, list[str]]:
    """The behaviours to go for: a line that leads them in, and each with its condition; empty when there are none."""
    if not step.aims:
        return "", []
    if step.standing.level is None:
        lead = phrases("score.next.begin")
    elif step.why == "advanced":
        lead = phrases("score.next.deeper")
    else:
        lead = phrases(f"score.next.lacking.{'one' if len(step.aims) == 1 else 'many'}")
    texts = []
    for tick in step.aims:
        condition = f" ({phrases.text(tick.when)})" if tick.when else ""
        texts.append(phrases.text(tick.text) + condition)
    return lead, texts
