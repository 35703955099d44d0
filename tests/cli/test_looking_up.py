"""Looking up a term, an exercise, a skill or a one-liner."""

from __future__ import annotations

import unicodedata

import click.testing
import msgspec
import pytest

import sst_training.library
from sst_training.cli import main
from sst_training.library import open_library

LIBRARY = open_library()


def sst(line: str, lang: str = "nl") -> click.testing.Result:
    """A command line in this process."""
    return click.testing.CliRunner().invoke(main, [*line.split(), "--lang", lang])


@pytest.mark.parametrize(
    ("kind", "line", "told"),
    [
        ("exercises", "exercise list", "{0.id} "),
        ("exercises", "exercise list --json", '"id":"{0.id}"'),
        ("exercises", "skill show {0.skills[0]}", "{0.id} "),
        ("terms", "term --json", '"id":"{0.id}"'),
        ("pioneers", "oneliner {0.id}", "{0.name} "),
    ],
)
def test_a_retired_card_is_not_listed(monkeypatch, kind, line, told):
    """Once it has `retired`, it is gone from where it stood."""
    first, *rest = getattr(LIBRARY, kind)
    line, told = line.format(first), told.format(first)
    before = sst(line).stdout
    gone = msgspec.structs.replace(LIBRARY, **{kind: (msgspec.structs.replace(first, retired="doubled"), *rest)})
    monkeypatch.setattr(sst_training.library, "open_library", lambda **_: gone)

    assert told in before
    assert told not in sst(line).output


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_term_with_its_accents_apart(monkeypatch, lang):
    """A Mac's keyboard or file name: the same word, on either side."""
    card = msgspec.structs.replace(LIBRARY.terms[0], term={"nl": "Cliënt", "en": "Café"})
    apart = msgspec.structs.replace(
        card, id="te-998", term={key: unicodedata.normalize("NFD", word) for key, word in card.term.items()}
    )
    for kept in (card, apart):
        monkeypatch.setattr(
            sst_training.library, "open_library", lambda kept=kept, **_: msgspec.structs.replace(LIBRARY, terms=(kept,))
        )
        for form in ("NFC", "NFD"):
            run = sst(f"term {unicodedata.normalize(form, card.term[lang].lower())}", lang)
            assert (run.exit_code, card.definition[lang].split()[0] in run.stdout) == (0, True)
