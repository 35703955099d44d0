"""The comparison for a terminal: what you both saw, what hindered, where you differ most, and only then figures."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.cli.layout import bullets, heading, table, wrap
from sst_training.cli.measure_words import percent, signed
from sst_training.cli.score_text import BAR
from sst_training.model.instrument import Instrument
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.rating.compare import Comparison, Gap
from sst_training.rating.next_practice import first_heard, next_practice
from sst_training.rating.profile import profile_of
from sst_training.rating.times import clock

MOST_STRENGTHS = 5


def comparison_text(found: Comparison, ratings: Sequence[Rating], library: Library, say: Phrases) -> str:
    """The whole comparison, in the order of the reveal."""
    telling = _Telling(found, library.instrument, say)
    work = any(rating.session_kind == "work" for rating in ratings)
    parts = [
        telling.opening(),
        telling.safety(work),
        telling.strengths(),
        telling.mismatches(),
        telling.gaps(),
        telling.levels(),
        telling.figures(),
        telling.next_step(ratings, library),
    ]
    return "\n\n".join(part for part in parts if part)


class _Telling:
    def __init__(self, found: Comparison, instrument: Instrument, say: Phrases) -> None:
        self.found, self.say = found, say
        self.labels = [rater.label for rater in found.raters]
        self.skills = {item.id: say.text(item.text) for item in instrument.items}
        self.ticks = {tick.id: say.text(tick.text).rstrip(".") for item in instrument.items for tick in item.ticks}
        self.level_names = {int(level): say.text(text) for level, text in instrument.levels.items()}

    def who(self, label: str) -> str:
        return self.say("compare.you") if label == self.found.self else label

    def joined(self, labels: Sequence[str]) -> str:
        return ", ".join(map(self.who, labels))

    def opening(self) -> str:
        say = self.say
        raters = ", ".join(say(f"compare.by.{rater.role}", label=rater.label) for rater in self.found.raters)
        title = heading(say("compare.title", session=self.found.session))
        return f"{title}\n{wrap(say('compare.with', label=self.found.self, raters=raters))}"

    def safety(self, work: bool) -> str:
        """An unsafe tick by one rater stands, whatever the others saw."""
        if not self.found.safety:
            return ""
        say = self.say
        lines = [say("score.safety.title").upper()]
        if any(one.open for one in self.found.safety):
            kind = "work" if work else "role-play"
            lines += wrap(say(f"score.safety.{kind}"), 2, "  ").split("\n")
        for one in self.found.safety:
            state = say("compare.safety.open" if one.open else "compare.safety.resolved", who=self.who(one.label))
            lines += wrap(f"{self.ticks[one.tick]}. {state}", 4, "  · ").split("\n")
        return "\n".join((BAR + line.removeprefix("  ")).rstrip() for line in lines)

    def strengths(self) -> str:
        say, seen = self.say, self.found.strengths
        lines = [
            f"{self.ticks[one.tick]} ({self.skills[one.item]}): {self.joined(one.labels)}"
            for one in seen[:MOST_STRENGTHS]
        ]
        body = [bullets(lines)] if lines else [wrap(say("compare.strengths.none"), 2, "  ")]
        if len(seen) > MOST_STRENGTHS:
            body.append(wrap(say("compare.strengths.more", count=len(seen) - MOST_STRENGTHS), 2, "  "))
        return "\n".join([heading(say("compare.strengths")), *body])

    def mismatches(self) -> str:
        say = self.say
        lines = [
            f"{self.ticks[one.tick]} ({self.skills[one.item]}). " + say("compare.seen_by", who=self.joined(one.labels))
            for one in self.found.harm_mismatches
        ]
        body = bullets(lines) if lines else wrap(say("compare.mismatches.none"), 2, "  ")
        return f"{heading(say('compare.mismatches'))}\n{body}"

    def gaps(self) -> str:
        say = self.say
        lines = [self.gap(gap) for gap in self.found.largest_gaps]
        body = bullets(lines) if lines else wrap(say("compare.gaps.none"), 2, "  ")
        return f"{heading(say('compare.gaps'))}\n{body}"

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

    def levels(self) -> str:
        """Every skill that anyone assessed, a column a rater."""
        rows = [["  " + self.say("score.profile.skill"), self.say("compare.you"), *self.labels]]
        for skill, item in self.found.items.items():
            if any(item.levels.values()):
                cells = [str(item.levels[label] or "·") for label in (self.found.self, *self.labels)]
                rows.append(["  " + self.skills[skill], *cells])
        legend = " · ".join(f"{level} {name}" for level, name in self.level_names.items())
        return "\n".join([heading(self.say("compare.levels")), table(rows), wrap(legend, 2, "  ")])

    def figures(self) -> str:
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
        return "\n".join(
            [
                heading(say("compare.figures")),
                bullets(lines),
                wrap(say("compare.figures.bias"), 2, "  "),
                wrap(say("compare.figures.one"), 2, "  "),
            ]
        )

    def next_step(self, ratings: Sequence[Rating], library: Library) -> str:
        """One step: while an unsafe tick is open the talk with the trainer, else by the trainer's eyes first."""
        profiles = {rating.rater.label: profile_of(rating, library.instrument) for rating in ratings}
        unsafe = [rating for rating in ratings if profiles[rating.rater.label].safety]
        rating = first_heard(unsafe or ratings)
        step = None if rating is None else next_practice(rating, profiles[rating.rater.label], library)
        if rating is None or step is None:
            return ""
        if step.why == "safety":
            return f"{heading(self.say('score.next.title'))}\n{wrap(self.say('score.next.safety'), 2, '  ')}"
        lines = [
            wrap(self.say("compare.next", skill=self.skills[step.skill], who=self.who(rating.rater.label)), 2, "  ")
        ]
        if step.roleplay is not None:
            lines.append(f"  sst roleplay --skill {step.roleplay.skill} --level {step.roleplay.level}")
        return "\n".join([heading(self.say("score.next.title")), *lines])
