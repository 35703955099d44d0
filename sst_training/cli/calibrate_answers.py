"""Rating an acted talk: the talk turn by turn, then one line of answers for each skill.

Lines come from the keyboard or from a pipe; all that is asked goes to stderr, so that stdout holds the result
alone. Nothing of the makers' rating is read here.
"""

from __future__ import annotations

import re
from typing import Final

from sst_training.cli.calibrate_text import talk_lines, turn_line
from sst_training.cli.frame import Desk
from sst_training.cli.layout import bullets, heading, wrap
from sst_training.cli.rate_input import Input
from sst_training.model.calibration import Talk
from sst_training.model.instrument import Item
from sst_training.model.rating import Evidence, ItemRating

MOST_SIGNS: Final = 500
WORD: Final = re.compile(r"(-?)([hsba][1-9])(?:@([0-9]{1,2}))?")


class Misread(Exception):
    """A line that cannot be read as an answer; `key` and `words` make the sentence that says why."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key, words)
        self.key, self.words = f"calibrate.unfit.{key}", words


class Sitting:
    """One talk, rated once."""

    def __init__(self, talk: Talk, skills: tuple[str, ...], here: Desk) -> None:
        self.talk, self.skills, self.here = talk, skills, here
        self.say, self.input = here.phrases, Input()

    def run(self) -> dict[str, ItemRating]:
        """What was answered, by skill, up to where the answers stopped."""
        found: dict[str, ItemRating] = {}
        try:
            self.show()
            for item in self.here.library.instrument.items:
                if item.id in self.skills and (rated := self.skill(item)) is not None:
                    found[item.id] = rated
        except EOFError:
            pass
        return found

    def show(self) -> None:
        """The talk, part by part; at a keyboard Enter goes on to the next part."""
        for i, part in enumerate(talk_lines(self.talk, self.say)):
            if i > 1 and self.input.live and self.input.line(self.say("calibrate.ask.on")) == "p":
                raise EOFError
            self.here.remark(part)
        self.here.remark("\n" + wrap(self.say("calibrate.how")))

    def skill(self, item: Item) -> ItemRating | None:
        """One skill's answer; None when it is skipped. Raises EOFError when the rater stops."""
        self.here.remark("\n" + skill_words(item, self.here))
        if item.gate is not None and not self.gate(item.gate):
            return ItemRating(state="na", reason="no_opportunity")
        while True:
            typed = self.input.line(self.say("calibrate.ask.ticks")).lower()
            if typed == "p":
                raise EOFError
            if typed == "s":
                return None
            if typed == "?":
                self.here.remark(wrap(self.say("calibrate.how")))
            elif re.fullmatch(r"t( +[0-9]{1,2})?", typed):
                self.again(typed[1:].strip())
            else:
                try:
                    return rated_from(typed, item, self.talk, self.say.lang)
                except Misread as cause:
                    self.here.remark(self.say(cause.key, **cause.words))

    def gate(self, question: dict[str, str]) -> bool:
        """The question that goes before a gated skill."""
        self.here.remark(wrap(self.say.text(question)))
        while True:
            typed = self.input.line(f"[{self.say('calibrate.keys.yes_no')}]").lower()
            if typed == "p":
                raise EOFError
            if typed in ("j", "ja", "y", "yes"):
                return True
            if typed in ("n", "nee", "no"):
                return False
            self.here.remark(self.say("calibrate.unfit.key", keys=self.say("calibrate.keys.yes_no")))

    def again(self, number: str) -> None:
        """The talk once more, or one turn with its neighbours."""
        if not number:
            self.here.remark("\n".join(talk_lines(self.talk, self.say)))
            return
        at = int(number)
        near = range(max(1, at - 1), min(len(self.talk.turns), at + 1) + 1)
        self.here.remark("\n".join(turn_line(self.talk, n, self.say) for n in near))


def skill_words(item: Item, here: Desk) -> str:
    """A skill with its behaviours: basics, advanced, then what hindered, each with the short name to type."""
    say, kinds = here.phrases, here.library.instrument.kinds
    parts = [heading(say.text(item.text)), wrap(say.text(item.seen))]
    for kind in ("basic", "advanced", "harm", "safety"):
        lines = [
            f"{tick.id.rpartition('.')[2]}  {say.text(tick.text)}" + (f" ({say.text(tick.when)})" if tick.when else "")
            for tick in item.ticks
            if tick.kind == kind
        ]
        if lines:
            parts.append(say.text(kinds[kind]) + "\n" + bullets(lines, "☐"))
    return "\n".join(parts)


def rated_from(typed: str, item: Item, talk: Talk, lang: str) -> ItemRating:
    """A line of short names (`b1 a1@14 -b3`) as what was seen of one skill. Raises Misread."""
    if typed == "x":
        if item.core:
            raise Misread("core")
        return ItemRating(state="na", reason="no_opportunity")
    known = {tick.id: tick for tick in item.ticks}
    seen: set[str] = set()
    waived: set[str] = set()
    moments: list[Evidence] = []
    for word in re.split(r"[\s,;]+", typed.strip()):
        if not word:
            continue
        found = WORD.fullmatch(word)
        tick = known.get(f"{item.id}.{found[2]}") if found else None
        if found is None or tick is None:
            raise Misread("word", word=word[:40])
        if found[1] and not tick.conditional:
            raise Misread("condition", word=word)
        (waived if found[1] else seen).add(tick.id)
        if found[3] and not found[1]:
            moments.append(Evidence(tick=tick.id, note=words_at(talk, int(found[3]), lang)))
    if seen & waived:
        raise Misread("both", word=min(seen & waived).rpartition(".")[2])
    return ItemRating(
        state="assessed",
        ticks=tuple(tick for tick in known if tick in seen),
        not_applicable_ticks=tuple(tick for tick in known if tick in waived),
        evidence=tuple(moments),
    )


def words_at(talk: Talk, number: int, lang: str) -> str:
    """What the practitioner said at a turn. Raises Misread for a turn that is not theirs."""
    if not 1 <= number <= len(talk.turns) or talk.turns[number - 1].by != "therapist":
        raise Misread("turn", turn=number)
    return talk.turns[number - 1].text[lang][:MOST_SIGNS]
