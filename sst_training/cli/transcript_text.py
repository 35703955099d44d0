"""A transcript's description for a terminal: who spoke how long, turns, questions, silence, a timeline."""

from __future__ import annotations

from sst_training.cli.layout import heading, table, width, wrap
from sst_training.model.phrases import Phrases
from sst_training.rating.times import clock
from sst_training.rating.transcript import Speaker, Stretch, Transcript
from sst_training.sheets.number_words import percent, plain

MOST_SILENCES = 5
NAME = 16
"""Columns for a name beside the timeline."""


def transcript_text(told: Transcript, say: Phrases) -> str:
    """The whole description."""
    length = say("transcript.length", length=clock(int(told.seconds)), cues=told.cues)
    parts = [
        f"{heading(say('transcript.title'))}\n{wrap(length)}\n{wrap(say('transcript.how'))}",
        speakers(told, say),
        silences(told, say),
        timeline(told, say),
    ]
    return "\n\n".join(part for part in parts if part)


def speakers(told: Transcript, say: Phrases) -> str:
    """A row a voice."""
    if not told.speakers:
        return wrap(say("transcript.no_names", questions=told.questions))
    head = [say(f"transcript.head.{name}") for name in ("voice", "time", "share", "turns", "longest", "questions")]
    rows = [["  " + head[0], *head[1:]]]
    for one in told.speakers:
        longest = stretch(one.longest_turn, say)
        cells = [clock(int(one.seconds)), percent(one.share), str(one.turns), longest, str(one.questions)]
        rows.append(["  " + named(one, say), *cells])
    lines = [heading(say("transcript.voices")), table(rows)]
    if told.overlap:
        lines.append(wrap(say("transcript.overlap", seconds=plain(told.overlap, say)), 2, "  "))
    lines.append(wrap(say("transcript.questions"), 2, "  "))
    return "\n".join(lines)


def named(one: Speaker, say: Phrases) -> str:
    """A voice's name, cut to its column."""
    name = one.name or say("transcript.nameless")
    return name if len(name) <= NAME else name[: NAME - 1] + "…"


def silences(told: Transcript, say: Phrases) -> str:
    """How many gaps of over three seconds, and the longest of them."""
    silence = told.silence
    if not silence.count:
        return f"{heading(say('transcript.silences'))}\n{wrap(say('transcript.silences.none'), 2, '  ')}"
    said = say("transcript.silences.count", count=silence.count, seconds=plain(silence.seconds, say))
    longest = sorted(silence.all, key=lambda gap: (-gap.seconds, gap.at))[:MOST_SILENCES]
    where = ", ".join(stretch(gap, say) for gap in longest)
    lines = [wrap(said, 2, "  "), wrap(say("transcript.silences.longest", where=where), 2, "  ")]
    return "\n".join([heading(say("transcript.silences")), *lines])


def stretch(one: Stretch, say: Phrases) -> str:
    """`12,5 s (3:04)`."""
    return f"{plain(one.seconds, say)} s ({clock(one.at)})"


def timeline(told: Transcript, say: Phrases) -> str:
    """A row a voice over the whole talk, a filled sign where that voice has a turn."""
    if not told.timeline or not told.seconds:
        return ""
    names = [one.name for one in told.speakers]
    columns = width() - NAME - 4
    length = max(turn.end for turn in told.timeline) or 1
    lines = []
    for one, name in zip(told.speakers, names, strict=True):
        turns = [turn for turn in told.timeline if turn.speaker == name]
        cells = [False] * columns
        for turn in turns:
            first = turn.start * columns // length
            last = max(first + 1, turn.end * columns // length)
            for place in range(first, min(last, columns)):
                cells[place] = True
        bar = "".join("█" if cell else "·" for cell in cells)
        lines.append(f"  {named(one, say):<{NAME}}  {bar}")
    end = clock(length)
    scale = f"  {'':<{NAME}}  0:00{end:>{columns - 4}}"
    return "\n".join([heading(say("transcript.timeline")), *lines, scale])
