"""What one skill's ticks come to, worked out once: in 100,000 ratings the same few thousand come back.

The checks and the levels are those of `item_checks`, `moment_checks` and `levels`; nothing is decided here.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sst_training.model.instrument import Instrument
from sst_training.model.rating import ItemRating, Rating
from sst_training.rating import item_checks, moment_checks, session_checks
from sst_training.rating.findings import Findings
from sst_training.rating.levels import standing

MOST: Final = 50_000
"""Answers kept; then all are let go, so that memory has a bound."""

Key = tuple[str, str, str | None, tuple[str, ...], tuple[str, ...]]


class Answer(msgspec.Struct, frozen=True, gc=False):
    """One skill: whether its ticks are sound, its level (0 if not assessed), what hindered, what needs a moment."""

    sound: bool
    level: int
    harm: tuple[str, ...]
    needs: tuple[str, ...]


class Remembered:
    """Answers for one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.items = {item.id: item for item in instrument.items}
        self.answers: dict[Key, Answer] = {}

    def answer(self, rating: Rating, skill: str, rated: ItemRating) -> Answer:
        """What this skill's ticks come to; the moments noted for them are not looked at."""
        key = (skill, rated.state, rated.reason, rated.ticks, rated.not_applicable_ticks)
        found = self.answers.get(key)
        if found is None:
            if len(self.answers) >= MOST:
                self.answers.clear()
            found = self.answers[key] = self._work_out(rating, skill, rated)
        return found

    def _work_out(self, rating: Rating, skill: str, rated: ItemRating) -> Answer:
        problems = Findings("", {})
        bare = msgspec.structs.replace(rated, evidence=())
        item_checks.check(msgspec.structs.replace(rating, items={skill: bare}), self.instrument, problems)
        item = self.items.get(skill)
        if problems.problems or item is None or rated.state == "missing":
            return Answer(False, 0, (), ())
        ticked = frozenset(rated.ticks) if rated.state == "assessed" else frozenset()
        return Answer(
            True,
            standing(item, rated).level or 0,
            tuple(tick.id for tick in item.of_kind("harm", "safety") if tick.id in ticked),
            tuple(tick.id for tick in item.of_kind("harm", "safety", "advanced") if tick.id in ticked),
        )

    def ready(self, rating: Rating) -> dict[str, Answer] | None:
        """What every skill comes to, if the rating is certainly sound and complete; else None.

        After None the full checks say what is the matter.
        """
        instrument = self.instrument
        if (rating.instrument, rating.version) != (instrument.id, instrument.version):
            return None
        if len(rating.items) != len(self.items) or rating.rater.role == "client":
            return None
        problems = Findings("", {})
        session_checks.check(rating, problems)
        moment_checks.check(rating, problems)
        if problems.problems:
            return None
        answers = {}
        for skill, rated in rating.items.items():
            answers[skill] = found = self.answer(rating, skill, rated)
            if not found.sound or ((found.needs or rated.evidence) and not _moments_fit(rating, rated, found)):
                return None
        return answers


def _moments_fit(rating: Rating, rated: ItemRating, answer: Answer) -> bool:
    """Whether each moment is one of a ticked behaviour, and each behaviour that needs one has a whole one."""
    if rated.state != "assessed":
        return not rated.evidence
    times, words = set(), set()
    for moment in rated.evidence:
        if moment.tick not in rated.ticks:
            return False
        if moment.at is not None:
            times.add(moment.tick)
        if moment.note and not moment.note.isspace():
            words.add(moment.tick)
    if rating.session_kind == "own-issue":
        return True
    timed = rating.recording is not None
    return all(tick in words and (tick in times or not timed) for tick in answer.needs)
