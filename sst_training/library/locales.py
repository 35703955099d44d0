"""The program's sentences: locales/<language>.yaml, compiled like the cards."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

import msgspec

from sst_training.errors import UnknownLanguage
from sst_training.library import locate
from sst_training.library.compiled import keep
from sst_training.library.signature import signature
from sst_training.model.phrases import Phrases

PACKED: Final = locate.PACKAGE / "data" / "locales.json"
FIRST: Final = "nl"


class Compiled(msgspec.Struct, frozen=True):
    """Every language's sentences, with the digest of their files."""

    digest: str
    sentences: dict[str, dict[str, str]]


def read_locales(folder: Path) -> dict[str, dict[str, str]]:
    """The sentences of each language from YAML, by flat key."""
    from sst_training.library.reading import read_document

    found = {path.stem: read_document(path).data for path in sorted(folder.glob("*.yaml"))}
    return {language: {key: words or "" for key, words in data.items()} for language, data in found.items()}


@functools.cache
def all_sentences() -> dict[str, dict[str, str]]:
    """The sentences of every language, Dutch first."""
    if not locate.is_checkout(locate.PACKAGE.parent):
        return msgspec.json.decode(PACKED.read_bytes(), type=Compiled).sentences
    folder = locate.PACKAGE / "locales"
    kept = locate.PACKAGE.parent / "build" / "locales.json"
    digest = signature([folder])
    try:
        compiled = msgspec.json.decode(kept.read_bytes(), type=Compiled)
        if compiled.digest == digest:
            return compiled.sentences
    except (OSError, msgspec.DecodeError):
        pass
    sentences = read_locales(folder)
    ordered = {language: sentences[language] for language in sorted(sentences, key=lambda name: name != FIRST)}
    keep(kept, msgspec.json.encode(Compiled(digest, ordered)))
    return ordered


def languages() -> tuple[str, ...]:
    """The languages the program speaks, Dutch first."""
    return tuple(all_sentences())


def phrases_for(language: str) -> Phrases:
    """The sentences of one language. Raises UnknownLanguage."""
    sentences = all_sentences()
    if language not in sentences:
        raise UnknownLanguage(language=language, known=", ".join(sentences))
    return Phrases(language, sentences[language])
