"""How hard the pages read: LIX of every written page, a line each, hardest last.

    python tools/reading_level.py [nl|en]

LIX (C. H. Björnsson, Läsbarhet, 1968; J. Anderson, "Lix and Rix", Journal of Reading 26, 1983) is the mean number
of words in a sentence plus the percentage of words of more than six letters. It is counted alike in both languages
and needs no syllables. Commonly read: below 40 easy, 40-50 of medium difficulty, above 50 hard.

What it does not say: whether a page is clear, in good order or kind. Dutch joins words that English keeps apart, so
the same text gives Dutch a higher figure; compare pages within a language. Names, references and tables are left out,
and one long term that is explained counts against a page as often as it is used.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LONG = 6
"""A word is long when it has more letters than this."""

SKIPPED = re.compile(
    r"^```.*?^```|^!\[.*?$|^\|.*?$|^#+ .*?$|^!!! .*?$|<[^>]+>|\[@[^\]]+\]|\]\([^)]*\)|`[^`]*`|https?://\S+|\{[^}]*\}",
    re.M | re.S,
)
"""What is no running text: fences, figures, tables, headings, boxes' titles, tags, citations, addresses."""

SPEAKER = re.compile(r"^\s*\*\*[^*]{2,40}:\*\*", re.M)
BLOCK = re.compile(r"\n\s*\n|\n\s*(?:[-*]|\d+\.)\s")
END = re.compile(r"(?<=[.!?…])['’\")*]*\s+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Level(NamedTuple):
    """The figure of one text, and what it was counted from."""

    lix: float
    words: int
    sentences: int
    long: int


def level(markdown: str) -> Level:
    """LIX of a page's running text; the front matter goes first."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = SPEAKER.sub("", SKIPPED.sub(" ", text))
    counted = [len(WORD.findall(part)) for block in BLOCK.split(text) for part in END.split(block)]
    sentences = sum(count > 0 for count in counted)
    words = WORD.findall(text)
    if not words:
        return Level(0.0, 0, 0, 0)
    long = sum(len(re.sub(r"\W", "", word)) > LONG for word in words)
    return Level(round(len(words) / sentences + 100 * long / len(words), 1), len(words), sentences, long)


def levels(lang: str, folder: str = "") -> dict[str, Level]:
    """Every written page of a language with running text, by its path; `folder` for the pages of one folder."""
    root = ROOT / "docs" / lang
    pages = sorted((root / folder).rglob("*.md"))
    return {path.relative_to(root).as_posix(): level(path.read_text(encoding="utf-8")) for path in pages}


def main(wanted: list[str]) -> None:
    """Prints the pages of each language asked for."""
    for lang in wanted or ["nl", "en"]:
        print(f"{lang}: LIX · words · words a sentence · long words")
        for page, found in sorted(levels(lang).items(), key=lambda one: one[1].lix):
            if found.words:
                a_sentence, share = found.words / found.sentences, 100 * found.long / found.words
                print(f"{found.lix:6.1f}  {found.words:5}  {a_sentence:5.1f}  {share:4.0f} %  {page}")


if __name__ == "__main__":
    main(sys.argv[1:])
