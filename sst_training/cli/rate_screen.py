"""What stands on the screen while one rates: one question at a time, in plain lines that can be read aloud."""

from __future__ import annotations

from typing import Final

from sst_training.cli.layout import bullets, heading, numbered, wrap
from sst_training.cli.rate_replies import default_of
from sst_training.model.instrument import Item
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.rating.draft import Draft
from sst_training.rating.questions import MOMENT, NO, SESSION, VOICE, YES, Question
from sst_training.rating.times import clock

CHOICES: Final = {
    "kind": ("role-play", "own-issue", "work"),
    "level": ("too_easy", "about_right", "too_hard"),
    "reason": ("no_opportunity", "not_in_this_exercise", "recording_gap"),
}
"""What is chosen by number."""

YES_OR_NO: Final = (
    *("work", "blind", "recording", "informed", "agreed", "gate", "counts", "seen", "hindered", "counted", "stop"),
)
TIMES: Final = ("at", "keep_at", "length")


def choices(question: Question, draft: Draft) -> tuple[str, ...]:
    """What may be chosen: an own issue is looked at by the practitioner alone."""
    found = CHOICES[question.kind]
    if question.kind == "kind" and draft.rating.rater.role != "self":
        return tuple(one for one in found if one != "own-issue")
    return found


def part_words(part: str, draft: Draft, say: Phrases) -> str:
    """What goes before the questions of a part."""
    item = draft.instrument.item(part)
    if item is None:
        intro = say("rate.intro.own-issue") if part == VOICE and draft.rating.session_kind == "own-issue" else ""
        return "\n" + "\n".join(line for line in (heading(say(f"rate.part.{part}")), intro) if line)
    looked_at = [skill for skill in draft.instrument.skills if is_looked_at(draft.rating, skill)]
    place = say("rate.place", at=looked_at.index(part) + 1, of=len(looked_at)) if part in looked_at else ""
    title = f"{say.text(item.text)} {place}".rstrip()
    return "\n" + heading(title) + "\n" + wrap(say.text(item.seen))


def is_looked_at(rating: Rating, skill: str) -> bool:
    """Whether a skill belongs to what this rater looks at."""
    rated = rating.items.get(skill)
    return rated is None or not (rated.state == "na" and rated.reason == "not_in_this_exercise")


def lead(question: Question, draft: Draft, say: Phrases) -> str:
    """The lines above a question: the behaviour, its condition, the choices."""
    tick, item = question.tick, question.item
    if question.kind == "work":
        return wrap(say("rate.work"))
    if question.kind in CHOICES:
        return numbered(say(f"rate.choice.{one}") for one in choices(question, draft))
    if question.kind == "skills":
        return wrap(say("rate.skills")) + "\n" + skill_list(draft, say)
    if question.kind == "gate" and item is not None and item.gate is not None:
        return wrap(say.text(item.gate))
    if tick is None or item is None:
        return ""
    same = item.of_kind(tick.kind)
    kind = f"{say.text(draft.instrument.kinds[tick.kind])} {same.index(tick) + 1}/{len(same)}"
    lines = [wrap(say.text(tick.text), 2, f"[{kind}] ")]
    if question.kind == "counts" and tick.when is not None:
        lines.append(wrap(say.text(tick.when), 4))
    return "\n".join(lines)


def prompt(question: Question, draft: Draft, say: Phrases) -> str:
    """The question itself, with the keys it takes and what Enter stands for."""
    words = say(f"rate.ask.{ask_key(question, draft)}")
    keys = key_words(question, draft, say)
    default = default_of(question, draft, say)
    if default is not None:
        shown = shown_value(question, default, say)
        keys = f"{keys}, {say('rate.enter', default=shown)}" if keys else say("rate.enter", default=shown)
    elif question.optional and question.kind != "skills":
        keys = ", ".join(part for part in (keys, say("rate.skip")) if part)
    return f"{words} [{keys}]" if keys else words


def ask_key(question: Question, draft: Draft) -> str:
    """Which wording: a few questions differ by who asks."""
    if question.kind == "blind":
        return "blind.self" if draft.rating.rater.role == "self" else "blind.other"
    if question.kind == "count":
        return question.id
    if question.kind == "skills" and draft.default(question):
        return "skills.known"
    return question.kind


def key_words(question: Question, draft: Draft, say: Phrases) -> str:
    """The keys that answer a question."""
    if question.kind in YES_OR_NO:
        return say("rate.keys.moment" if takes_moment(question, draft) else "rate.keys.yes_no")
    if question.kind in CHOICES:
        return f"1-{len(choices(question, draft))}"
    return say("rate.keys.time") if question.kind in TIMES else ""


def takes_moment(question: Question, draft: Draft) -> bool:
    """Whether a moment may be noted, though none is needed."""
    basic = question.tick is not None and question.tick.kind == "basic"
    return question.kind == "seen" and basic and draft.rating.session_kind != "own-issue"


def shown_value(question: Question, value: str, say: Phrases) -> str:
    """An answer as it is typed."""
    if question.kind in YES_OR_NO:
        yes = value in (YES, MOMENT) if question.kind != "blind" else value == NO
        return say("rate.key.moment") if value == MOMENT else say("rate.key.yes" if yes else "rate.key.no")
    if question.kind in CHOICES:
        return str(CHOICES[question.kind].index(value) + 1)
    if question.kind in TIMES and value:
        return clock(int(value))
    return value or "–"


def skill_list(draft: Draft, say: Phrases) -> str:
    """The skills by number, with what is filled in already."""
    return numbered(
        f"{say.text(item.text)} ({item.id}){'' if draft.is_open(item.id) else ' ✓'}" for item in draft.instrument.items
    )


def rules(draft: Draft, say: Phrases) -> str:
    """How one ticks: the rules of the observation list."""
    return bullets(say.text(rule) for rule in draft.instrument.rules)


def help_words(question: Question, draft: Draft, say: Phrases) -> str:
    """What `?` tells: the keys, and of a skill why it matters and how it is seen."""
    form = draft.rating.rater.role == "client"
    names = ("undo", "pause") if form else ("keys", "undo", "go", "na", "pause")
    lines = [bullets(say(f"rate.help.{name}") for name in names)]
    item: Item | None = question.item
    if item is not None:
        lines += [wrap(say.text(item.why)), wrap(say.text(item.seen))]
    elif question.id.startswith(SESSION):
        lines.append(wrap(say("rate.help.session")))
    return "\n".join(lines)
