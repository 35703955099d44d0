"""The sentences the program says, in one language."""

from __future__ import annotations

from collections.abc import Mapping


class Phrases:
    """Sentences by key. `phrases("error.seed", most=200)` fills the sentence's {words}.

    Raises KeyError for a key the language lacks: a missing sentence is a fault of ours, and tested for.
    """

    __slots__ = ("lang", "sentences")

    def __init__(self, lang: str, sentences: Mapping[str, str]) -> None:
        self.lang = lang
        self.sentences = sentences

    def __call__(self, key: str, /, **words: object) -> str:
        """The sentence with its {words} filled in."""
        return self.sentences[key].format(**words) if words else self.sentences[key]

    def __contains__(self, key: str) -> bool:
        return key in self.sentences

    def text(self, text: Mapping[str, str]) -> str:
        """The words of a card's text in this language."""
        return text[self.lang]
