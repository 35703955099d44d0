"""Looking up by a word."""

from __future__ import annotations

import unicodedata


def sought(word: str) -> str:
    """A word as it is looked up: whatever its capitals, and its accents joined to the letter or behind it."""
    return unicodedata.normalize("NFC", word.casefold())
