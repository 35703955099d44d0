"""A recording: how long it is, from the heads of WAV and MP4 files (others are asked about), and who plays it."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path
from typing import BinaryIO, Final

LONGEST: Final = 86400
BOXES: Final = 200
"""How many boxes of an MP4 are looked at before one gives up."""


PLAYING: Final[list[subprocess.Popen[bytes]]] = []
"""Players that go on by themselves; kept, for Python warns of a process that is let go of while it runs."""
WAIT: Final = 1.0
"""Seconds in which a system that has no player says so."""


def play(path: Path) -> bool:
    """Hands a recording to the system's own player; whether that took it.

    The player shares neither the keys nor the screen of the questions, and Ctrl-C here does not stop it there.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606  # the file that the user named
        except OSError:
            return False
        return True
    program = "open" if sys.platform == "darwin" else "xdg-open"
    shut = subprocess.DEVNULL
    try:
        player = subprocess.Popen(
            [program, str(path.resolve())], stdin=shut, stdout=shut, stderr=shut, start_new_session=True
        )
        return player.wait(WAIT) == 0
    except subprocess.TimeoutExpired:  # it plays
        PLAYING.append(player)
        return True
    except OSError:
        return False


def length_of(path: Path) -> int | None:
    """Whole seconds; None if the file does not tell or cannot be read."""
    try:
        with path.open("rb") as file:
            found = wav_length(file) or mp4_length(file)
    except (OSError, ValueError):
        return None
    return found if found and 1 <= found <= LONGEST else None


def wav_length(file: BinaryIO) -> int | None:
    """The length of a WAV file."""
    try:
        with wave.open(file) as sound:
            rate = sound.getframerate()
            return round(sound.getnframes() / rate) if rate else None
    except (wave.Error, EOFError):
        return None


def mp4_length(file: BinaryIO) -> int | None:
    """The length of an MP4, M4A or MOV file: `mvhd` in `moov` (ISO/IEC 14496-12 §8.2.2)."""
    at, end = 0, file.seek(0, 2)
    for _ in range(BOXES):
        file.seek(at)
        head = file.read(16)
        size, kind, start = int.from_bytes(head[:4], "big"), head[4:8], at + 8
        if size == 1:
            size, start = int.from_bytes(head[8:16], "big"), at + 16
        if len(head) < 8 or size < 8 or at >= end:
            return None
        if kind == b"mvhd":
            file.seek(start)
            return _mvhd_length(file.read(32))
        at = start if kind == b"moov" else at + size
    return None


def _mvhd_length(content: bytes) -> int | None:
    wide = content[:1] == b"\x01"
    at = 20 if wide else 12
    scale = int.from_bytes(content[at : at + 4], "big")
    duration = int.from_bytes(content[at + 4 : at + (12 if wide else 8)], "big")
    return round(duration / scale) if scale else None
