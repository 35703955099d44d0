"""Reads captions, WebVTT or SRT, as Zoom, Teams, Whisper and YouTube write them. What cannot be read is told.

A line with an arrow must hold two times; anything else is a Problem with its line, never dropped in silence.
Times are whole milliseconds. Names come from `<v Name>`, `[SPEAKER_00]` or, where it comes back, `Name: …`.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from sst_training.model.problem import Problem

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_LINES: Final = 100_000
MOST_CUES: Final = 50_000
MOST_SIGNS: Final = 2000
"""Of one line; the rest of it is left out, and said so."""
MOST_PARTS: Final = 20
"""Lines, and voices, in one cue."""
MOST_NAMES: Final = 50
MOST_PROBLEMS: Final = 500
LONG: Final = 30_000
"""Milliseconds. A cue that stands longer is a sign that the times are not those of speech."""

CODES: dict[str, str] = {
    "T101": "no caption at all",
    "T102": "a time that cannot be read",
    "T103": "text without a time",
    "T104": "a cue that ends before it begins",
    "T105": "a cue that takes no time",
    "T106": "a cue that is very long",
    "T107": "another encoding",
    "T108": "too many lines",
    "T109": "a line that is too long",
    "T110": "more problems than are told",
    "T111": "a cue with too much in it",
    "T112": "too many names",
}
"""Every code and what it stands for. The sentences are in locales/, under `transcript.<code>`."""

ARROW = re.compile(r"-{1,2}>")
TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{1,2})(?:[.,]([0-9]{1,3}))?"
TIMES = re.compile(rf"\s*{TIME}\s*-{{1,2}}>\s*{TIME}(?:\s.*)?")
CLOCKLIKE = re.compile(r"[0-9]\s*[:.,]\s*[0-9]")
VOICE = re.compile(r"<v(?:\.[^\s>]{0,40})?\s+([^>]{1,200})>")
TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
BRACKETED = re.compile(r"\[([A-Za-z][A-Za-z0-9_ ]{0,39})\]:?\s+")
NAMED = re.compile(r"([^\W\d_][^:\d<>\[\]]{0,36}(?:\s[0-9]{1,2})?):\s+")
SKIPPED = ("NOTE", "STYLE", "REGION")


class Cue(msgspec.Struct, frozen=True):
    """A piece of text by one speaker, from `start` to `end` in milliseconds; `line` is that of its times."""

    line: int
    start: int
    end: int
    speaker: str | None
    text: str


class Captions(msgspec.Struct, frozen=True):
    """The cues by time, and what could not be read."""

    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]


class _Block(msgspec.Struct):
    """A cue while it is read: times, and lines of text."""

    line: int
    start: int
    end: int
    lines: list[str]


def read_captions(content: bytes, path: str, *, inherit: bool = False) -> Captions:
    """The captions in a file. `inherit`: text without a name belongs to whoever spoke last.

    content: at most MOST_BYTES; the caller looks after that.
    """
    found = _Found(path)
    cues: list[Cue] = []
    for block in _blocks(_text(content, found), found):
        if len(cues) >= MOST_CUES:
            found.add(block.line, "T108", most=str(MOST_CUES))
            break
        cues += _voices(block)
    cues = _unrolled(cues)
    if not any(cue.speaker for cue in cues):
        cues = _named(cues)
    if len({cue.speaker for cue in cues}) > MOST_NAMES:
        found.add(1, "T112", most=str(MOST_NAMES))
        cues = [msgspec.structs.replace(cue, speaker=None) for cue in cues]
    if inherit:
        cues = _inherited(cues)
    if not cues:
        found.add(1, "T101")
    cues.sort(key=lambda cue: (cue.start, cue.end, cue.line))
    return Captions(tuple(cues), tuple(found.problems))


class _Found:
    """Problems, up to a number."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def add(self, line: int, code: str, **words: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(path=self.path, line=line, column=1, code=code, words=words))
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(Problem(path=self.path, line=line, column=1, code="T110"))


def _text(content: bytes, found: _Found) -> str:
    """The text: UTF-8, UTF-16 where its mark says so, else Windows-1252 with a remark."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        found.add(content.count(b"\n", 0, cause.start) + 1, "T107")
        return content.decode("cp1252", errors="replace")


def _lines(text: str, found: _Found) -> Iterator[tuple[int, str]]:
    """The lines with their number from 1; an empty one at the end closes what is open."""
    number = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if number > MOST_LINES:
            found.add(number, "T108", most=str(MOST_LINES))
            break
        if len(line) > MOST_SIGNS:
            found.add(number, "T109", most=str(MOST_SIGNS))
        yield number, _printable(line[:MOST_SIGNS])
    yield number + 1, ""


def _blocks(text: str, found: _Found) -> Iterator[_Block]:
    """Cues by their times. A cue ends at an empty line, or at the next times."""
    block: _Block | None = None
    loose: int | None = None  # a line of text outside a cue: an identifier, if times follow at once
    skipping = False
    for number, line in _lines(text, found):
        stripped = line.strip()
        if line and not stripped and block is not None and not block.lines:
            continue  # a rolling display leaves its first line open with a space
        if not stripped:
            if loose is not None:
                found.add(loose, "T103")
            if block is not None:
                yield block
            block, loose, skipping = None, None, False
        elif ARROW.search(line) and not skipping and (times := _times(line)):
            if block is not None:
                if block.lines and block.lines[-1].isdecimal():
                    block.lines.pop()  # the next cue's number, with no empty line before it
                yield block
            block, loose = _timed(number, *times, found), None
            skipping = block is None
        elif ARROW.search(line) and not skipping and (block is None or CLOCKLIKE.search(line)):
            found.add(number, "T102", value=stripped[:40])
            if block is not None:
                yield block
            block, loose, skipping = None, None, True
        elif block is not None:
            if len(block.lines) < MOST_PARTS:
                block.lines.append(stripped)
            elif len(block.lines) == MOST_PARTS:
                found.add(number, "T111", most=str(MOST_PARTS))
                block.lines.append("")
        elif skipping or (number == 1 and stripped.startswith("WEBVTT")) or stripped.split()[0] in SKIPPED:
            skipping = True
        else:
            if loose is not None:
                found.add(loose, "T103")
            loose = number


def _times(line: str) -> tuple[int, int] | None:
    found = TIMES.fullmatch(line)
    if found is None:
        return None
    start, end = _milliseconds(*found.groups()[:4]), _milliseconds(*found.groups()[4:])
    return None if start is None or end is None else (start, end)


def _milliseconds(hours: str | None, minutes: str, seconds: str, rest: str | None) -> int | None:
    if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
        return None
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((rest or "").ljust(3, "0") or 0)


def _timed(line: int, start: int, end: int, found: _Found) -> _Block | None:
    if end < start:
        found.add(line, "T104")
        return None
    if end == start:
        found.add(line, "T105")
    elif end - start > LONG:
        found.add(line, "T106", seconds=str(LONG // 1000))
    return _Block(line, start, end, [])


def _voices(block: _Block) -> list[Cue]:
    """A block by its voices. Two in one block share its time by the length of what they say: an estimate."""
    text = "\n".join(block.lines)
    pieces = VOICE.split(text, maxsplit=MOST_PARTS)
    said = [(None, pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)] if pieces[0].strip() else []
    said = said or list(zip(pieces[1::2], pieces[2::2], strict=True))
    parts = [(None if name is None else _clean(name), _clean(words, "\n")) for name, words in said]
    total = sum(len(words) for _, words in parts)
    if len(parts) < 2 or not total:
        return [Cue(block.line, block.start, block.end, name, words) for name, words in parts[:1]]
    cues, before = [], 0
    for name, words in parts:
        after = before + len(words)
        start, end = (block.start + (block.end - block.start) * count // total for count in (before, after))
        cues.append(Cue(block.line, start, end, name, words))
        before = after
    return cues


def _clean(text: str, between: str = " ") -> str:
    """Text without marks; its lines joined again by `between`."""
    plain = (_printable(html.unescape(line)) for line in TAG.sub("", text).split("\n"))
    return between.join(" ".join(line.split()) for line in plain if line.strip())


def _printable(text: str) -> str:
    """Text without signs that steer a terminal or turn the reading order."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """Cues without the lines that a rolling display repeats from the cue before."""
    found: list[Cue] = []
    before: list[str] = []
    for cue in cues:
        lines = cue.text.split("\n")
        rolling = bool(before) and len(lines) > 1 and lines[0] == before[-1]
        kept = lines[1:] if rolling else lines
        found.append(msgspec.structs.replace(cue, text=" ".join(kept)))
        before = lines
    return found


def _named(cues: Sequence[Cue]) -> list[Cue]:
    """Cues with the names their text begins with: a name in brackets, or one that comes back with a colon."""
    heads = [BRACKETED.match(cue.text) for cue in cues]
    if not any(heads):
        heads = [_head(cue.text) for cue in cues]
        often = Counter(head[1] for head in heads if head)
        heads = [head if head and often[head[1]] > 1 else None for head in heads]
    return [
        msgspec.structs.replace(cue, speaker=head[1].strip(), text=cue.text[head.end() :]) if head else cue
        for cue, head in zip(cues, heads, strict=True)
    ]


def _head(text: str) -> re.Match[str] | None:
    """`Name: ` at the beginning: a capital, few words."""
    found = NAMED.match(text)
    return found if found and found[1][0].isupper() and len(found[1].split()) <= 5 else None


def _inherited(cues: Sequence[Cue]) -> list[Cue]:
    speaker: str | None = None
    found = []
    for cue in cues:
        speaker = cue.speaker or speaker
        found.append(msgspec.structs.replace(cue, speaker=speaker))
    return found
