"""What captions tell about a talk: who spoke how long, turns, questions, silence. A description, never a score.

Captions stand a little longer than speech and are cut where a program chose, so all times are estimates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from sst_training.rating.captions import Cue
from sst_training.rating.rounding import Number, two_decimals

SILENCE: Final = 3000
"""Milliseconds; a gap has to be longer to be told."""
QUESTION = re.compile(r"\?+")

Interval = tuple[int, int]


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of time: where it begins, in whole seconds, and how long it is."""

    at: int
    seconds: Number


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """One voice. `name` is None for captions without a name; `share` is of the time anyone spoke."""

    name: str | None
    seconds: Number
    share: Number
    turns: int
    longest_turn: Stretch
    questions: int


class Silence(msgspec.Struct, frozen=True):
    """The gaps of more than three seconds."""

    count: int
    seconds: Number
    longest: Stretch | None
    all: tuple[Stretch, ...]


class Turn(msgspec.Struct, frozen=True):
    """One turn on the timeline, in whole seconds; `speaker` is a name or None."""

    speaker: str | None
    start: int = msgspec.field(name="from")
    end: int = msgspec.field(name="to")


class Transcript(msgspec.Struct, frozen=True, kw_only=True):
    """The description. Without any name in the captions there are no speakers and no turns.

    overlap: seconds in which more than one spoke. Shares may come to more than 1 because of it.
    """

    cues: int
    seconds: Number
    spoken: Number
    overlap: Number
    speakers: tuple[Speaker, ...]
    turns: int | None
    questions: int
    silence: Silence
    timeline: tuple[Turn, ...]


def describe(cues: Sequence[Cue]) -> Transcript:
    """The description of cues in order of time. At least one cue."""
    spoken = merged((cue.start, cue.end) for cue in cues)
    length = max(cue.end for cue in cues)
    names = list(dict.fromkeys(cue.speaker for cue in cues))
    known = any(name is not None for name in names)
    own: defaultdict[str | None, list[Interval]] = defaultdict(list)
    for cue in cues:
        own[cue.speaker].append((cue.start, cue.end))
    times = {name: total(merged(own[name])) for name in names}
    turns = turns_of(cues) if known else []
    speakers = tuple(_speaker(name, cues, times[name], total(spoken), turns) for name in names) if known else ()
    gaps = [(end, start) for (_, end), (start, _) in pairwise(spoken) if start - end > SILENCE]
    return Transcript(
        cues=len(cues),
        seconds=_seconds(length),
        spoken=_seconds(total(spoken)),
        overlap=_seconds(sum(times.values()) - total(spoken)),
        speakers=speakers,
        turns=len(turns) if known else None,
        questions=sum(questions(cue.text) for cue in cues),
        silence=Silence(
            count=len(gaps),
            seconds=_seconds(total(gaps)),
            longest=max((_stretch(gap) for gap in gaps), key=lambda gap: gap.seconds, default=None),
            all=tuple(_stretch(gap) for gap in gaps),
        ),
        timeline=tuple(
            Turn(turn[0].speaker, turn[0].start // 1000, -(-max(cue.end for cue in turn) // 1000)) for turn in turns
        ),
    )


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Intervals without overlap, in order."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def total(intervals: Iterable[Interval]) -> int:
    """Milliseconds in intervals that do not overlap."""
    return sum(end - start for start, end in intervals)


def turns_of(cues: Sequence[Cue]) -> list[list[Cue]]:
    """Cues in turns: one speaker on end."""
    found: list[list[Cue]] = []
    for cue in cues:
        if found and found[-1][-1].speaker == cue.speaker:
            found[-1].append(cue)
        else:
            found.append([cue])
    return found


def questions(text: str) -> int:
    """Question marks, a run of them as one. Captions without them show no questions."""
    return len(QUESTION.findall(text))


def _speaker(
    name: str | None, cues: Sequence[Cue], spoken: int, all_spoken: int, turns: Sequence[Sequence[Cue]]
) -> Speaker:
    own = [turn for turn in turns if turn[0].speaker == name]
    lengths = [total(merged((cue.start, cue.end) for cue in turn)) for turn in own]
    longest = max(range(len(own)), key=lambda place: lengths[place])
    return Speaker(
        name=name,
        seconds=_seconds(spoken),
        share=two_decimals(spoken, all_spoken) if all_spoken else 0,
        turns=len(own),
        longest_turn=Stretch(own[longest][0].start // 1000, _seconds(lengths[longest])),
        questions=sum(questions(cue.text) for cue in cues if cue.speaker == name),
    )


def _stretch(interval: Interval) -> Stretch:
    return Stretch(interval[0] // 1000, _seconds(interval[1] - interval[0]))


def _seconds(milliseconds: int) -> Number:
    return two_decimals(milliseconds, 1000)
