"""A talk as its captions describe it, in words: a row a voice, and what there is to say beside it. No judgement."""

from __future__ import annotations

from sst_training.model.annex import Description, Stretch
from sst_training.model.phrases import Phrases
from sst_training.rating.times import clock
from sst_training.sheets.number_words import percent, plain

HEAD = ("voice", "share", "turns", "longest", "questions")


def voice_rows(description: Description, say: Phrases) -> list[list[str]]:
    """A head and a row a voice; nothing where the captions held no names."""
    if not description.voices:
        return []
    rows = [[say(f"transcript.head.{name}") for name in HEAD]]
    for one in description.voices:
        name = say("described.practitioner") if one.practitioner else say("described.voice", number=one.voice)
        rows.append([name, percent(one.share), str(one.turns), stretch(one.longest_turn, say), str(one.questions)])
    return rows


def lines(description: Description, say: Phrases) -> list[str]:
    """How long the talk was, its questions where no voice has them, its silences, and what this is not."""
    found = [say("described.length", length=clock(int(description.seconds)))]
    if not description.voices:
        found.append(say("transcript.no_names", questions=description.questions))
    silence = description.silence
    if silence.longest is not None:
        longest = stretch(silence.longest, say)
        seconds = plain(silence.seconds, say)
        found.append(say("described.silences", count=silence.count, seconds=seconds, longest=longest))
    else:
        found.append(say("described.no_silence"))
    return [" ".join(found), say("described.how")]


def stretch(one: Stretch, say: Phrases) -> str:
    """`12,5 s (3:04)`."""
    return f"{plain(one.seconds, say)} s ({clock(one.at)})"
