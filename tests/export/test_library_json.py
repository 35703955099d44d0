"""`sst export json`: every card in use, in one language."""

import json

import click.testing
import pytest

from sst_training.cli import main
from sst_training.export.library_json import CARDS, library_data
from sst_training.library import open_library


@pytest.fixture(params=["nl", "en"])
def lang(request):
    """Each language."""
    return request.param


def maps(node):
    """Every map in some data."""
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from maps(part)


def test_what_it_says_of_itself(library, lang):
    """Format, library, language and licence come first."""
    head = {"format": "sst-library/1", "library": library.hash, "lang": lang, "licence": "CC-BY-4.0"}
    assert list(library_data(library, lang).items())[:4] == list(head.items())


def test_every_kind_of_the_library_is_there(library, lang):
    """But for what is reckoned from the cards, and the packed cards, which stand there unpacked."""
    kinds = set(library.__struct_fields__) - {"hash", "languages", "fits", "packed", "packed_plans"}
    assert kinds <= set(library_data(library, lang))


def test_every_text_is_in_one_language(library, lang):
    """No map of languages is left anywhere."""
    assert [found for found in maps(library_data(library, lang)) if {"nl", "en"} & found.keys()] == []


@pytest.mark.parametrize(
    "kind", [kind for kind in CARDS if kind not in ("plans", "calibrations", "mixups", "references")]
)
def test_a_retired_card_is_left_out(library, withdrawn, lang, kind):
    """The others of its kind are all there; of people those who are not private."""
    without, gone = withdrawn(library, kind)
    wanted = [card.id for card in getattr(library, kind) if card.id != gone and not getattr(card, "private", False)]
    assert [card["id"] for card in library_data(without, lang)[kind]] == wanted


def test_no_private_person(library, lang):
    """Not by name anywhere."""
    private = [card for card in library.pioneers if card.private]
    everything = json.dumps(library_data(library, lang), ensure_ascii=False)
    assert private
    assert [card.name for card in private if card.name in everything] == []


def test_the_command(tmp_path, lang):
    """One line of JSON on stdout, and the same bytes in a file."""
    run = click.testing.CliRunner().invoke
    shown, kept = run(main, ["export", "json", "--lang", lang]), tmp_path / "a.json"
    written = run(main, ["export", "json", "--lang", lang, "--out", str(kept)])
    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert shown.stdout_bytes == kept.read_bytes()
    assert shown.stdout.count("\n") == 1
    assert json.loads(shown.stdout) == json.loads(json.dumps(library_data(open_library(), lang)))
