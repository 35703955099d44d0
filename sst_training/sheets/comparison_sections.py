"""The comparison in words: what you both saw, what hindered, where you differ most, and only then figures."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.rating.beside import Beside
from sst_training.rating.compare import Comparison, Gap
from sst_training.rating.next_practice import NextPractice, first_heard, next_practice, session_level, too_hard
from sst_training.rating.profile import profile_of
from sst_training.rating.times import clock
from sst_training.sheets.beside_sections import beside_sections
from sst_training.sheets.number_words import percent, signed
from sst_training.sheets.report_words import roleplay_command
from sst_training.sheets.sections import Section, facts, points, section, table, text

MOST_STRENGTHS = 5


def opening(found: Comparison, say: Phrases) -> tuple[str, str]:
    """The title, and who looked."""
    raters = ", ".join(say(f"compare.by.{rater.role}", label=rater.label) for rater in found.raters)
    return say("compare.title", session=found.session), say("compare.with", label=found.self, raters=raters)


def comparison_sections(
    found: Comparison, ratings: Sequence[Rating], library: Library, say: Phrases, beside: Beside
) -> list[Section]:
    """Everything, in the order of the reveal."""
    telling = _Telling(found, library, say)
    work = any(rating.session_kind == "work" for rating in ratings)
    parts = [
        telling.safety(work),
        telling.strengths(),
        telling.mismatches(),
        telling.gaps(ratings),
        telling.levels(),
        telling.figures(),
        telling.next_step(ratings),
        *beside_sections(beside, say),
    ]
    return [part for part in parts if part is not None]


class _Telling:
    def __init__(self, found: Comparison, library: Library, say: Phrases) -> None:
        self.found, self.library, self.say = found, library, say
        self.labels = [rater.label for rater in found.raters]
        items = library.instrument.items
        self.skills = {item.id: say.text(item.text) for item in items}
        self.ticks = {tick.id: say.text(tick.text).rstrip(".") for item in items for tick in item.ticks}
        self.level_names = {int(level): say.text(words) for level, words in library.instrument.levels.items()}

    def who(self, label: str) -> str:
        return self.say("compare.you") if label == self.found.self else label

    def joined(self, labels: Sequence[str]) -> str:
        return ", ".join(map(self.who, labels))

    def safety(self, work: bool) -> Section | None:
        """An unsafe tick by one rater stands, whatever the others saw."""
        if not self.found.safety:
            return None
        say = self.say
        unresolved = any(one.open for one in self.found.safety)
        what = text(say(f"score.safety.{'work' if work else 'role-play'}")) if unresolved else None
        lines = []
        for one in self.found.safety:
            state = say("compare.safety.open" if one.open else "compare.safety.resolved", who=self.who(one.label))
            lines.append(f"{self.ticks[one.tick]}. {state}")
        return section(say("score.safety.title"), what, points(lines), tone="safety", name="safety")

    def strengths(self) -> Section:
        say, seen = self.say, self.found.strengths
        lines = [
            f"{self.ticks[one.tick]} ({self.skills[one.item]}): {self.joined(one.labels)}"
            for one in seen[:MOST_STRENGTHS]
        ]
        body = points(lines) if lines else text(say("compare.strengths.none"))
        left = len(seen) - MOST_STRENGTHS
        more = text(say("compare.strengths.more", count=left), quiet=True) if left > 0 else None
        title = "compare.strengths" if len(self.labels) == 1 else "compare.strengths.many"
        return section(say(title), body, more, name="strengths")

    def mismatches(self) -> Section:
        say = self.say
        lines = [
            f"{self.ticks[one.tick]} ({self.skills[one.item]}). " + say("compare.seen_by", who=self.joined(one.labels))
            for one in self.found.harm_mismatches
        ]
        body = points(lines) if lines else text(say("compare.mismatches.none"))
        return section(say("compare.mismatches"), body, name="mismatches")

    def gaps(self, ratings: Sequence[Rating]) -> Section:
        lines = [self.gap(gap) for gap in self.found.largest_gaps]
        body = points(lines) if lines else text(self.say("compare.gaps.none"))
        parts = self.parts(ratings)
        return section(self.say("compare.gaps"), body, text(parts, quiet=True) if parts else None, name="gaps")

    def parts(self, ratings: Sequence[Rating]) -> str:
        """Which part of the recording each looked at, where that is not the same; else nothing."""
        if len({rating.span for rating in ratings}) < 2:
            return ""
        told = []
        for rating in ratings:
            who, span = rating.rater.label, rating.span
            if span is None:
                told.append(self.say("compare.span.whole", label=who))
            else:
                told.append(self.say("compare.span", label=who, start=clock(span.start), end=clock(span.end)))
        return " ".join([self.say("compare.span.note"), *told])

    def gap(self, gap: Gap) -> str:
        levels = self.found.items[gap.item].levels
        sides = []
        for label in (self.found.self, gap.label):
            at = gap.at[label]
            level = levels[label]
            name = f"{level} · {self.level_names[level]}" if level else ""
            when = self.say("compare.at", time=clock(at)) if at is not None else self.say("compare.no_time")
            sides.append(f"{self.who(label)}: {name} ({when})")
        return f"{self.skills[gap.item]}. {'; '.join(sides)}"

    def levels(self) -> Section:
        """Every skill that anyone assessed, a column a rater."""
        rows = [[self.say("score.profile.skill"), self.say("compare.you"), *self.labels]]
        for skill, item in self.found.items.items():
            if any(item.levels.values()):
                cells = [str(item.levels[label] or "·") for label in (self.found.self, *self.labels)]
                rows.append([self.skills[skill], *cells])
        legend = " · ".join(f"{level} {name}" for level, name in self.level_names.items())
        return section(self.say("compare.levels"), table(rows), text(legend, quiet=True), name="levels")

    def figures(self) -> Section:
        say, found = self.say, self.found
        lines = []
        for label in self.labels:
            exact, within, bias = found.exact[label], found.within_one[label], found.bias[label]
            if exact is None or within is None or bias is None:
                reason = "not_blind" if {label, found.self} & set(found.not_blind) else "nothing"
                lines.append(say(f"compare.figures.{reason}", label=label))
                continue
            words = say(
                "compare.figures.line", label=label, count=found.compared[label],
                exact=percent(exact), within=percent(within), bias=signed(bias, say),
            )  # fmt: skip
            lines.append(words)
        notes = (text(say("compare.figures.bias"), quiet=True), text(say("compare.figures.one"), quiet=True))
        return section(say("compare.figures"), points(lines), *notes, name="figures")

    def next_step(self, ratings: Sequence[Rating]) -> Section | None:
        """One step: while an unsafe tick is open the talk with the trainer, else by the trainer's eyes first."""
        say = self.say
        profiles = {rating.rater.label: profile_of(rating, self.library.instrument) for rating in ratings}
        own = next((rating.challenge for rating in ratings if rating.rater.role == "self"), None)
        unsafe = [rating for rating in ratings if profiles[rating.rater.label].safety]
        rating = first_heard(unsafe or ratings)
        step = None
        if rating is not None:
            step = next_practice(rating, profiles[rating.rater.label], self.library, challenge=own)
        if rating is None or step is None:
            return None
        title = say("score.next.title")
        if step.why == "safety":
            first = text(say("score.next.safety"))
            return section(title, first, facts(self.pointers(step)), tone="next", name="next")
        lead = text(say("compare.next", skill=self.skills[step.skill], who=self.who(rating.rater.label)))
        eased = None
        if step.roleplay is not None and too_hard(rating, own):
            lower = step.roleplay.level < session_level(rating, self.library)
            eased = text(say("score.next.eased" if lower else "score.next.eased.lowest"))
        why = text(say("score.next.level_kept" if eased and step.why == "level_up" else f"score.next.{step.why}"))
        return section(title, lead, why, eased, facts(self.pointers(step)), tone="next", name="next")

    def pointers(self, step: NextPractice) -> list[tuple[str, str]]:
        """What trains it."""
        say, found = self.say, []
        exercise = next((card for card in self.library.exercises if card.id == step.exercise), None)
        module = next((card for card in self.library.modules if card.id == step.module), None)
        if exercise is not None:
            found.append((say("score.next.exercise"), f"{say.text(exercise.title)} ({exercise.id})"))
        if module is not None:
            found.append((say("score.next.module"), f"{say.text(module.title)} ({module.id})"))
        if step.roleplay is not None:
            found.append((say("score.next.roleplay"), roleplay_command(step.roleplay)))
        return found
