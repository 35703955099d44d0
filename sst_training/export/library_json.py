"""The whole library as one document in one language: every card in use, the modules, the instrument, the vocabulary.

A field holds what it holds in the model, each text as a plain string. An id that a card names and that is not here
was taken out of use.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from sst_training.model.library import Library
from sst_training.model.rating import Rating

FORMAT: Final = "sst-library/1"
LICENCE: Final = "CC-BY-4.0"
"""Of the content; the name SPDX has for it."""

WHOLE: Final = ("modules", "instrument", "words")
CARDS: Final = (
    *("scenarios", "stances", "twists", "observer_tasks", "prompts", "exercises", "plans"),
    *("calibrations", "mixups", "questions", "terms", "pioneers", "stories", "references"),
)


def library_data(library: Library, lang: str) -> dict[str, Any]:
    """The document as plain data."""
    return {
        "format": FORMAT,
        "library": library.hash,
        "lang": lang,
        "licence": LICENCE,
        **{name: plain(getattr(library, name), lang) for name in WHOLE},
        **{kind: [plain(card, lang) for card in getattr(library, kind) if shared(card)] for kind in CARDS},
    }


def shared(card: object) -> bool:
    """Whether a card goes to others: in use, and not about a private person."""
    return getattr(card, "retired", None) is None and not getattr(card, "private", False)


def plain(value: object, lang: str) -> Any:
    """Anything of the model as plain data, each text in one language; unlike `in_language` also maps of texts.

    A rating stays what its file would be: it holds one language's words.
    """
    if isinstance(value, Rating):
        return msgspec.to_builtins(value)
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        return {in_file: plain(getattr(value, name), lang) for name, in_file in names}
    if isinstance(value, tuple | list):
        return [plain(part, lang) for part in value]
    if isinstance(value, dict):
        return value[lang] if lang in value else {key: plain(part, lang) for key, part in value.items()}
    return value
