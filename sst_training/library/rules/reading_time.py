"""Whether a client has read the sheet in two minutes, aloud, all that is on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sst_training.library.fitting import fit
from sst_training.library.locales import all_sentences
from sst_training.library.rules import Rule, texts_of
from sst_training.library.rules.printed import PRINTED
from sst_training.library.rules.scenarios import scenarios, words_of
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem
from sst_training.model.roleplay import Scenario, Stance, Twist

PACE: Final = 183
"""Words a minute, read aloud: the mean of 77 studies in English (M. Brysbaert, "How many words do we read per
minute?", Journal of Memory and Language 109, 2019). The mean of 17 languages, Dutch and English among them, was 184
with a standard deviation of 29 (S. Trauzettel-Klosinski and K. Dietz, Investigative Ophthalmology & Visual Science
53(9), 2012). Both are a reader's pace, not that of someone who plays what is read: that was not found."""

SECONDS: Final = 120
WORDS: Final = PACE * SECONDS // 60

LABELS: Final = (
    *("opening_line", "situation", "best_hope", "enough", "tried", "resources", "disclosure", "stance"),
    *("softens_when", "hardens_when", "elicits", "if_needed", "stop"),
)
LINES: Final = ("print.scale_now", "sheet.easier", "sheet.harder", "sheet.stop.client", "sheet.improvise")
TWIST: Final = ("sheet.window", "sheet.revert")


def printed_words(card: Scenario | Stance | Twist, kind: str, languages: tuple[str, ...]) -> dict[str, int]:
    """How many words of a card stand on the client's sheet, by language."""
    count = dict.fromkeys(languages, 0)
    for field in PRINTED["client"][kind]:
        for _, text in texts_of(getattr(card, field), languages):
            for language, words in text.items():
                count[language] += len(words_of(words))
    return count


def label_words(card: Scenario, sentences: dict[str, str]) -> int:
    """What the sheet adds to a scenario and a manner: headings, leads, the scale's figure, the lines at the foot."""
    keys = [*(f"sheet.label.{name}" for name in LABELS), *LINES]
    keys += ["sheet.label.so_far"] if card.so_far else []
    keys += [f"disclosure.{part.when}" for part in card.disclosure]
    keys += ["sheet.minute" for part in card.elicits if part.minute is not None]
    return 1 + key_words(keys, sentences)


def key_words(keys: Iterable[str], sentences: dict[str, str]) -> int:
    """The words of some sentences; what is filled in counts as one."""
    return sum(len(words_of(sentences[key])) for key in keys)


def longest(fits: dict[str, tuple[str, ...]], words: dict[str, int], with_twist: int) -> tuple[int, str]:
    """The most words that a manner and a twist that fit add, and their ids."""
    pairs = [(stance, twist) for stance, fitting in fits.items() for twist in fitting or (None,)]
    found = [
        (words[stance] + (words[twist] + with_twist if twist else 0), " ".join(filter(None, (stance, twist))))
        for stance, twist in pairs
    ]
    return max(found, default=(0, ""))


class TwoMinutes(Rule):
    """Reading the client's sheet aloud takes longer than two minutes."""

    code = "C513"

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """Scenarios that are too long with the longest manner and twist that fit; the help lines are for the table."""
        stances = [placed.card for placed in shelf.of("stance")]
        twists = [placed.card for placed in shelf.of("twist")]
        kinds = [(card, "stance") for card in stances] + [(card, "twist") for card in twists]
        counted = {card.id: printed_words(card, kind, shelf.languages) for card, kind in kinds}
        known = {language: said for language, said in all_sentences().items() if language in shelf.languages}
        lengths = {language: {one: words[language] for one, words in counted.items()} for language in known}
        for placed, card in scenarios(shelf):
            own = printed_words(card, "scenario", shelf.languages)
            fits = fit(card, stances, twists).stances
            for language, sentences in known.items():
                more, cards = longest(fits, lengths[language], key_words(TWIST, sentences))
                count = own[language] + label_words(card, sentences) + more
                if count > WORDS:
                    words = {"count": str(count), "most": str(WORDS), "language": language, "cards": cards}
                    yield placed.problem(("situation",), self.code, **words)
                    break
