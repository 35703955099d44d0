"""SSTRNG-1: the one source of chance, for drawing and for the bootstrap.

SplitMix64 (Steele, Lea & Flood 2014; Vigna's reference code), seeds by FNV-1a-64, one named stream
a purpose, bounded integers by modulo rejection, Durstenfeld's shuffle. The same numbers come out of
`docs/assets/tools/engine/rng.js`; both read `tests/vectors/rng.json`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, TypeVar

ALGORITHM: Final = "SSTRNG-1"
MASK: Final = (1 << 64) - 1
SEED_LENGTH: Final = 200

T = TypeVar("T")


class SplitMix64:
    """A generator over 64-bit whole numbers; its whole state is `state`."""

    __slots__ = ("state",)

    def __init__(self, state: int) -> None:
        self.state = state & MASK

    def next(self) -> int:
        """The next number, 0 to 2⁶⁴−1, each equally likely."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """A whole number 0 to n−1, each exactly equally likely (draws again above the last multiple of n)."""
        limit = (1 << 64) - ((1 << 64) % n)
        while (number := self.next()) >= limit:
            pass
        return number % n

    def choose(self, ids: Iterable[T]) -> T:
        """One of the ids, uniform; their order going in does not matter."""
        ordered = sorted(ids)  # type: ignore[type-var]
        return ordered[self.below(len(ordered))]

    def shuffle(self, ids: Iterable[T]) -> list[T]:
        """The ids in a random order (Durstenfeld 1964), starting from ASCII order."""
        deck = sorted(ids)  # type: ignore[type-var]
        for i in range(len(deck) - 1, 0, -1):
            j = self.below(i + 1)
            deck[i], deck[j] = deck[j], deck[i]
        return deck


def fnv1a64(data: bytes) -> int:
    """Fowler-Noll-Vo 1a, 64 bits."""
    number = 0xCBF29CE484222325
    for byte in data:
        number = ((number ^ byte) * 0x100000001B3) & MASK
    return number


def seed_number(text: str) -> int:
    """The 64-bit number a seed stands for.

    `0` or digits without a leading zero up to 2⁶⁴−1 are that number; any other text of 1 to 200
    characters is trimmed (space, tab, CR, LF), put in NFC and hashed.

    Raises ValueError when nothing is left, it is too long, or it holds half a character.
    """
    trimmed = text.strip(" \t\r\n")
    if not trimmed or len(trimmed) > SEED_LENGTH:
        raise ValueError(len(trimmed))
    if trimmed.isascii() and trimmed.isdigit() and (trimmed == "0" or trimmed[0] != "0"):
        number = int(trimmed)
        if number <= MASK:
            return number
    return fnv1a64(unicodedata.normalize("NFC", trimmed).encode("utf-8"))


def stream(seed: int, label: str) -> SplitMix64:
    """The generator for one purpose of one draw; labels never name a language."""
    return SplitMix64(SplitMix64(seed ^ fnv1a64(label.encode("utf-8"))).next())
