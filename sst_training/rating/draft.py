"""An observation on its way: what is asked next, and what an answer, an undo or a jump makes of it.

Nothing here knows a file or a screen. Each step gives a new draft, to be saved before the next question.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from sst_training.model.instrument import Instrument
from sst_training.model.progress import Progress
from sst_training.model.rating import Rating, Reason
from sst_training.rating.answers import MORE, answers_of, with_part, without_part
from sst_training.rating.profile import NOT_YET
from sst_training.rating.questions import (
    CHALLENGE,
    COUNTERS,
    KEEP,
    SESSION,
    VOICE,
    Question,
    part_of,
    parts,
    questions,
)


class Draft(msgspec.Struct, frozen=True):
    """A rating and how far it has come."""

    rating: Rating
    progress: Progress
    instrument: Instrument

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts, in the order they are asked."""
        return parts(self.rating, self.instrument)

    @property
    def answers(self) -> dict[str, str]:
        """The answers to the part at hand, in the order given."""
        return of_part(self.progress.answers, self.progress.part)

    def question(self) -> Question | None:
        """What to ask now; None once everything is filled in."""
        part = self.progress.part
        if part is None:
            return None
        asked = questions(part, self.rating, self.instrument, self.answers)
        return next((question for question in asked if question.id not in self.progress.answers), None)

    def default(self, question: Question) -> str | None:
        """What was answered before, where a part is gone through again."""
        return self.progress.before.get(question.id)

    def is_open(self, part: str) -> bool:
        """Whether a part still has to be filled in."""
        if part in self.instrument.skills:
            return self.rating.items.get(part, NOT_YET).state == "missing"
        filled = {
            SESSION: False,
            COUNTERS: self.rating.counters is not None,
            KEEP: self.rating.keep is not None,
            CHALLENGE: self.rating.challenge is not None,
            VOICE: self.rating.voice is not UNSET,
        }[part]
        return not filled and part not in self.progress.done


def begin(rating: Rating, instrument: Instrument, progress: Progress) -> Draft:
    """A new observation; `progress` holds the answers about the session that need not be asked."""
    return settled(Draft(rating, progress, instrument))


def resume(rating: Rating, progress: Progress | None, instrument: Instrument) -> Draft:
    """An observation that goes on where it stopped. One that came without its progress has had its questions about the session."""
    draft = Draft(rating, progress or Progress(done=(SESSION,)), instrument)
    if draft.progress.part not in draft.parts:
        draft = replace(draft, progress=replace(draft.progress, part=_next_open(draft, SESSION)))
    return settled(draft)


def answer(draft: Draft, question: Question, value: str) -> Draft:
    """The draft with one question answered."""
    part = part_of(question.id)
    answers = {**draft.progress.answers, question.id: value}
    rating = draft.rating if draft.is_open(part) or part == SESSION else without_part(draft.rating, part)
    return settled(replace(draft, rating=rating, progress=replace(draft.progress, answers=answers)))


def not_applicable(draft: Draft, reason: Reason) -> Draft:
    """The draft with the skill at hand as not applicable; what was ticked of it before is dropped."""
    part = draft.progress.part or ""
    answers = {key: value for key, value in draft.progress.answers.items() if part_of(key) != part}
    answers[f"{part}.na"] = reason
    return settled(replace(draft, progress=replace(draft.progress, answers=answers)))


def undo(draft: Draft) -> Draft:
    """The draft with its last answer open again, if need be in the part before; the same draft at the begin."""
    answers = dict(draft.progress.answers)
    given = list(draft.answers)
    part = draft.progress.part
    while given:
        last = given.pop()
        del answers[last]
        if not MORE.fullmatch(last):
            return replace(draft, progress=replace(draft.progress, answers=answers))
    before = _part_before(draft, part)
    if before is None:
        return draft
    reopened = of_part(draft.progress.last, before) or answers_of(draft.rating, before, draft.instrument)
    progress = replace(
        draft.progress,
        part=before,
        answers=answers | reopened,
        last={},
        before=draft.progress.before | reopened,
        done=tuple(one for one in draft.progress.done if one != before),
    )
    again = replace(draft, rating=without_part(draft.rating, before), progress=progress)
    return undo(again) if reopened else again


def jump(draft: Draft, part: str) -> Draft:
    """The draft at another part. One that was filled in is asked again, with what was answered as the default."""
    progress = draft.progress
    if not draft.is_open(part):
        earlier = answers_of(draft.rating, part, draft.instrument)
        answers = {key: value for key, value in progress.answers.items() if part_of(key) != part}
        progress = replace(progress, answers=answers, before=progress.before | earlier)
    done = tuple(one for one in progress.done if one != part)
    return replace(draft, progress=replace(progress, part=part, done=done))


def settled(draft: Draft) -> Draft:
    """The draft with every part that is fully answered put into the rating, at the next open part."""
    while draft.progress.part is not None and draft.question() is None:
        part = draft.progress.part
        progress = draft.progress
        further = {key: value for key, value in of_part(progress.before, part).items() if MORE.fullmatch(key)}
        rating = with_part(draft.rating, part, further | draft.answers, draft.instrument)
        progress = replace(
            progress,
            last=draft.answers,
            answers={key: value for key, value in progress.answers.items() if part_of(key) != part},
            before={key: value for key, value in progress.before.items() if part_of(key) != part},
            done=(*(one for one in progress.done if one != part), part) if part not in rating.items else progress.done,
        )
        draft = replace(draft, rating=rating, progress=progress)
        draft = replace(draft, progress=replace(draft.progress, part=_next_open(draft, part)))
    return draft


def of_part(answers: dict[str, str], part: str | None) -> dict[str, str]:
    """The answers that belong to a part."""
    return {key: value for key, value in answers.items() if part_of(key) == part}


def _next_open(draft: Draft, part: str) -> str | None:
    """The first open part after this one, else the first of all; the session is asked once."""
    order = draft.parts
    at = order.index(part) + 1 if part in order else 0
    rest = (*order[at:], *order[:at])
    return next((one for one in rest if one != SESSION and draft.is_open(one)), None)


def _part_before(draft: Draft, part: str | None) -> str | None:
    """The part that was filled in before this one: the nearest that is, and that was looked at."""
    order = [one for one in draft.parts if one != SESSION]
    earlier = order if part is None else order[: order.index(part)] if part in order else []
    for one in reversed(earlier):
        rated = draft.rating.items.get(one)
        aside = rated is not None and rated.state == "na" and rated.reason == "not_in_this_exercise"
        if not draft.is_open(one) and not aside:
            return one
    return None
