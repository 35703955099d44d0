"""Spelling at zero: hunspell knows every word, or the committed list does.

The lists, tests/spelling/nl.txt and en.txt, hold names and words of the field, a word a line, sorted.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sst_training.library.locales import read_locales
from sst_training.library.locate import checkout
from sst_training.library.rules import texts_of
from sst_training.library.shelf import read_shelf

ROOT = checkout()
DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def card_texts(lang):
    """(where, words) of every text on a card."""
    shelf = read_shelf(ROOT)
    for placed in shelf.cards:
        for where, text in texts_of(placed.card, shelf.languages):
            if where[-1] == "command":  # a line to type, not to read
                continue
            yield f"{placed.path}:{'.'.join(map(str, where))}", text[lang]


def prose(markdown):
    """The words of a page without code, addresses, citations and marks."""
    text = re.sub(r"^(module|slug|hover|wide|hide|search|cards):.*$", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"```.*?```|`[^`\n]*`", " ", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)\s]*", "] ", text)
    text = re.sub(r"\[@[^\]]*\]|<[^>]*>|https?://\S+|\{[^}]*\}|&\w+;", " ", text)
    text = re.sub(r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|be|com|org|eu|md|yaml|json)\b|\bsst \w+", " ", text)
    return re.sub(r"^ *(?:title|description|minutes|summary|objectives|key_points):", "", text, flags=re.MULTILINE)


def page_texts(lang):
    """(where, words) of every page and notebook of one language, and the program's sentences."""
    for path in sorted((ROOT / "docs" / lang).rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".md":
            yield name, prose(path.read_text("utf-8"))
        elif path.suffix == ".ipynb":
            for cell in json.loads(path.read_text("utf-8"))["cells"]:
                if cell["cell_type"] == "markdown":
                    yield name, prose("".join(cell["source"]))
    for key, sentence in read_locales(ROOT / "sst_training" / "locales")[lang].items():
        if not key.startswith("example."):
            plain = re.sub(r"\{[^}]*\}|--[a-z-]+|\bsst [\w.-]+(?: \w+)?|[\w./-]+\.\w+", " ", sentence)
            yield f"locales/{lang}.yaml:{key}", plain


def unknown(lang):
    """Word → where it stands, of every word neither hunspell nor our list knows."""
    places = {}
    for where, text in [*card_texts(lang), *page_texts(lang)]:
        for word in WORD.findall(text):
            places.setdefault(word.replace("’", "'"), where)
    known = set(Path(__file__).with_name("spelling").joinpath(f"{lang}.txt").read_text("utf-8").split())
    run = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[lang], "-i", "utf-8", "-l"],
        input="\n".join(sorted(places)), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = set(run.stdout.split())
    return {
        word: place
        for word, place in places.items()
        if (word in found or any(part in found for part in word.split("-"))) and not {word, word.lower()} & known
        and not all(part in known or part not in found for part in word.split("-"))
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_word_is_known(lang):
    """No unknown word in cards, pages or sentences."""
    assert shutil.which("hunspell"), "hunspell is missing: apt install hunspell hunspell-nl hunspell-en-gb"

    assert unknown(lang) == {}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_list_is_sorted_and_needed(lang):
    """Sorted, each word once."""
    words = Path(__file__).with_name("spelling").joinpath(f"{lang}.txt").read_text("utf-8").split()

    assert words == sorted(set(words))
