"""The round of question, answer and saving: no question is asked before the answer to the last is on the disk."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

from sst_training.cli.frame import Desk
from sst_training.cli.layout import wrap
from sst_training.cli.rate_input import Input
from sst_training.cli.rate_replies import Unfit, default_of, skills, value_of
from sst_training.cli.rate_screen import (
    CHOICES,
    YES_OR_NO,
    choices,
    help_words,
    lead,
    part_words,
    prompt,
    rules,
    skill_list,
    takes_moment,
)
from sst_training.cli.rating_file import words
from sst_training.model.rating import Reason
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.draft import Draft, answer, jump, not_applicable, undo
from sst_training.rating.questions import MOMENT, NO, SESSION, YES, Question
from sst_training.rating.session_checks import has_unsafe_tick
from sst_training.sheets.report_words import date_words
from sst_training.store.ratings import OpenRating

Stop = Literal["paused", "refused", "locked"]
COMMANDS = ("u", "g", "p", "?")
"""Undo, go to a skill, pause, help: a line that is one of these is not an answer."""


class Talk:
    """One sitting of one rater with one observation."""

    def __init__(self, held: OpenRating, draft: Draft, here: Desk, media: Path | None) -> None:
        self.held, self.draft, self.here, self.media = held, draft, here, media
        self.say, self.input = here.phrases, Input()
        self.shown: str | None = None
        self.about: str | None = None

    @property
    def is_form(self) -> bool:
        """Whether it is a client's form: nothing is ticked, and there is no skill to go to."""
        return self.draft.rating.rater.role == "client"

    def run(self) -> Stop:
        """Asks until all is filled in or the rater stops. End of input is a pause."""
        self.recording_words()
        try:
            while True:
                question = self.draft.question()
                stop = self.ending() if question is None else self.ask(question)
                if stop is not None:
                    return stop
        except EOFError:
            return "paused"

    def ask(self, question: Question) -> Stop | None:
        """Asks one question and saves what is answered."""
        part = self.draft.progress.part
        if part is not None and part != self.shown:
            self.shown = part
            self.here.remark(part_words(part, self.draft, self.say))
        about = question.tick.id if question.tick is not None else question.id
        if about != self.about and (above := lead(question, self.draft, self.say)):
            self.here.remark(above)
        self.about = about
        typed = self.typed(question)
        if typed in COMMANDS and not (typed == "g" and self.is_form):
            return self.obey(typed, question)
        if typed == "x" and question.item is not None and question.kind not in ("at", "note"):
            self.leave_out(question)
            return None
        try:
            value = self.value(question, typed)
        except Unfit as cause:
            self.here.remark(self.say(cause.key, **cause.words))
            return None
        if question.kind == "work" and value == NO:
            return "refused"
        was = self.draft.progress.part
        self.keep(answer(self.draft, question, value))
        if was == SESSION and self.draft.progress.part != SESSION:
            self.begun()
        elif question.kind in ("informed", "agreed") and value == NO:
            self.here.remark(wrap(self.say("rate.no_consent")))
        return None

    def typed(self, question: Question) -> str:
        """What was typed: one key where one is enough."""
        asked = prompt(question, self.draft, self.say)
        return self.input.key(asked) if question.kind in (*YES_OR_NO, *CHOICES) else self.input.line(asked)

    def value(self, question: Question, typed: str) -> str:
        """The answer that was meant. Raises Unfit."""
        if question.kind not in (*YES_OR_NO, *CHOICES):
            return value_of(question, typed, self.draft, self.say)
        if not typed and (default := default_of(question, self.draft, self.say)) is not None:
            return default
        if question.kind in CHOICES:
            known = choices(question, self.draft)
            if typed not in map(str, range(1, len(known) + 1)):
                raise Unfit("choice", most=len(known))
            return known[int(typed) - 1]
        if typed == "m" and takes_moment(question, self.draft):
            return MOMENT
        if typed not in ("j", "y", "n"):
            raise Unfit("key", keys=self.say("rate.keys.yes_no"))
        yes = (typed != "n") != (question.kind == "blind")  # asked is whether one was there; kept, whether blind
        return YES if yes else NO

    def obey(self, typed: str, question: Question) -> Stop | None:
        """Undo, go to, pause, help."""
        if typed == "p":
            return "paused"
        if typed == "?":
            self.here.remark(help_words(question, self.draft, self.say))
            self.about = None
        elif typed == "u":
            self.undo()
        elif self.draft.progress.part == SESSION:
            self.here.remark(self.say("rate.unfit.session_first"))
        else:
            self.go()
        return None

    def undo(self) -> None:
        """Takes the last answer back; what was taken back is asked next."""
        before = self.draft
        self.about = None
        self.keep(undo(before), reopened=True)
        if self.draft == before:
            self.here.remark(self.say("rate.unfit.nothing"))

    def go(self) -> None:
        """Goes to a skill by number or name, or to what is asked at the end by its own name."""
        self.here.remark(skill_list(self.draft, self.say))
        typed = self.input.line(self.say("rate.ask.go"))
        if not typed:
            return
        try:
            other = typed in self.draft.parts and typed not in (SESSION, *self.draft.instrument.skills)
            part = typed if other else skills(typed, self.draft.instrument)[0]
        except Unfit as cause:
            self.here.remark(self.say(cause.key, **cause.words))
            return
        self.shown = self.about = None
        self.keep(jump(self.draft, part))

    def leave_out(self, question: Question) -> None:
        """Marks the skill at hand as not applicable, with the reason that belongs to it."""
        item = question.item
        if item is None:
            return
        reasons: list[Reason] = [] if item.core else ["no_opportunity"]
        reasons.append("not_in_this_exercise")
        if self.draft.rating.recording is not None:
            reasons.append("recording_gap")
        for i, reason in enumerate(reasons, 1):
            self.here.remark(f"  {i}. {self.say(f'rate.choice.{reason}')}")
        typed = self.input.key(f"{self.say('rate.ask.reason')} [1-{len(reasons)}]")
        if typed in map(str, range(1, len(reasons) + 1)):
            self.keep(not_applicable(self.draft, reasons[int(typed) - 1]))

    def keep(self, draft: Draft, *, reopened: bool = False) -> None:
        """Puts the draft on the disk; then it is the draft."""
        self.held.save(draft.rating, draft.progress, reopened=reopened)
        self.draft = draft

    def begun(self) -> None:
        """The session is told: how to tick, and the recording if there is one to open."""
        if self.is_form:
            return
        self.here.remark("\n" + rules(self.draft, self.say))
        rating = self.draft.rating
        if self.media is not None and rating.recording is not None and self.input.live:
            if self.input.key(f"{self.say('rate.ask.open')} [{self.say('rate.keys.yes_no')}]") in ("j", "y"):
                from sst_training.cli.rate_recording import play

                if not play(self.media):
                    self.here.remark(self.say("rate.no_player"))
        elif self.media is not None and rating.recording is None:
            self.here.remark(self.say("rate.not_opened"))

    def recording_words(self) -> None:
        """Once a start: a recording that should have been erased by now."""
        consent = self.held.rating.consent
        today = datetime.datetime.now().astimezone().date().isoformat()
        if self.held.rating.recording is not None and consent is not None and consent.erase_by < today:
            self.here.remark(wrap(self.say("score.erase", date=date_words(self.say, consent.erase_by))))

    def ending(self) -> Stop | None:
        """All is filled in: what to do if safety was at stake, and whether to lock."""
        rating, instrument = self.draft.rating, self.draft.instrument
        self.shown = None
        self.here.remark("\n" + wrap(self.say("rate.complete")))
        if has_unsafe_tick(rating) and rating.resolution is None:
            self.here.remark(
                wrap(self.say("score.safety.work" if rating.session_kind == "work" else "score.safety.role-play"))
            )
        typed = self.input.key(self.say("rate.ask.ending.form" if self.is_form else "rate.ask.ending"))
        if typed == "l":
            name = rating.session
            lacking = faults(rating, instrument, path=name, marks={})
            if not self.is_form:
                lacking = lacking or unfinished(rating, instrument, path=name, marks={})
            for problem in lacking:
                self.here.remark(words(problem, self.say))
            if not lacking:
                import msgspec

                self.held.save(msgspec.structs.replace(rating, locked=True), None)
                return "locked"
        elif typed == "u":
            self.undo()
        elif typed == "g" and not self.is_form:
            self.go()
        elif typed in ("", "p"):
            return "paused"
        return None
