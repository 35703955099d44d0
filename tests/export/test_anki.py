"""The deck for Anki, read back as Anki does: from the collection in the zip."""

import io
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from html.parser import HTMLParser

import click.testing
import msgspec
import pytest

from sst_training.cli import main
from sst_training.export.anki import anki_deck, number, stylesheet
from sst_training.library.locales import phrases_for
from sst_training.model.course import Module, Pioneer, Question, Reference, Term

WHEN = 1_790_000_000
HOSTILE = (
    '<img src=x onerror=alert(1)> "><script>alert(2)</script> </div> [sound:x.mp3] {{Back}} [latex]\n\n# &amp; =1+1'
)
MODELS = {"terms": Term, "questions": Question, "pioneers": Pioneer, "references": Reference, "modules": Module}
KINDS = {"te": "terms", "qu": "questions", "pi": "moments"}


def poisoned(node, key=""):
    """The same value with HOSTILE for every text in it."""
    if isinstance(node, dict):
        texts = "nl" in node and "en" in node
        return {name: HOSTILE if texts else poisoned(value, name) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [poisoned(value) for value in node]
    return HOSTILE if key in {"name", "authors", "year", "title"} else node


@pytest.fixture(scope="session")
def hostile(library):
    """Terms, questions, people, works and modules that try to get out of their text."""
    cards = {
        kind: msgspec.convert(poisoned(msgspec.to_builtins(getattr(library, kind))), tuple[model, ...])
        for kind, model in MODELS.items()
    }
    return msgspec.structs.replace(library, **cards)


def opened(package):
    """The collection of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as wrapping:
        assert wrapping.read("media") == b"{}"
        collection = sqlite3.connect(":memory:")
        collection.deserialize(wrapping.read("collection.anki2"))
    return collection


def notes(package):
    """Card id → guid, front, back, tags and the number of its deck."""
    rows = opened(package).execute("select flds, guid, tags, did from notes join cards on nid = notes.id order by due")
    return {
        card: {"guid": guid, "front": front, "back": back, "tags": tags.split(), "deck": deck}
        for flds, guid, tags, deck in rows
        for card, front, back in [flds.split("\x1f")]
    }


class Reader(HTMLParser):
    """Collects elements, attributes and text."""

    def __init__(self, side):
        super().__init__()
        self.open, self.seen, self.text = [], set(), ""
        self.feed(side)

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen |= {tag, *(f"@{name}" for name, _ in attrs)}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def words(side):
    """What one reads on a side."""
    return Reader(side).text


@pytest.mark.parametrize("kind", ["terms", "questions", "pioneers"])
def test_every_card_in_use_is_a_note(library, say, kind):
    """As many as the library has; a private person is none of them."""
    wanted = [card.id for card in getattr(library, kind) if not card.retired and not getattr(card, "private", False)]
    found = notes(anki_deck(library, say, WHEN))
    assert sorted(card for card in found if card[:2] == wanted[0][:2]) == wanted


def test_no_private_person(library, say):
    """Their name is nowhere in the deck."""
    private = [card for card in library.pioneers if card.private]
    everything = "".join(note["front"] + note["back"] for note in notes(anki_deck(library, say, WHEN)).values())
    assert private
    assert [card.name for card in private if card.name in everything] == []


@pytest.mark.parametrize("kind", ["terms", "questions", "pioneers"])
def test_a_retired_card_is_left_out(library, withdrawn, kind):
    """And no other card refers to it."""
    without, gone = withdrawn(library, kind)
    found = notes(anki_deck(without, phrases_for("nl"), WHEN))
    assert gone not in found
    assert len(found) == len(notes(anki_deck(library, phrases_for("nl"), WHEN))) - 1


def test_a_term(library, say):
    """The word in front and its meaning behind, with the names of what to see also."""
    card = library.terms[0]
    names = {term.id: say.text(term.term) for term in library.terms}
    note = notes(anki_deck(library, say, WHEN))[card.id]
    assert names[card.id] in words(note["front"])
    assert say.text(card.definition) not in words(note["front"])
    assert say.text(card.definition) in words(note["back"])
    assert ", ".join(names[other] for other in card.see_also) in words(note["back"])


def test_a_question_gives_nothing_away(library, say):
    """In front the answers as on the card, all alike; behind the right one first, then what each teaches, in order."""
    found = notes(anki_deck(library, say, WHEN))
    for card in library.questions:
        front, back = found[card.id]["front"], found[card.id]["back"]
        assert [words(li) for li in re.findall(r"<li>.*?</li>", front)] == [say.text(one.text) for one in card.options]
        assert not any(say.text(one.feedback) in words(front) for one in card.options)
        (right,) = [
            f"{letter}. {say.text(one.text)}" for letter, one in zip("ABCD", card.options, strict=False) if one.correct
        ]
        assert words(back).startswith(right)
        taught = [words(li) for li in re.findall(r"<li>.*?</li>", back)]
        assert all(line.endswith(say.text(one.feedback)) for line, one in zip(taught, card.options, strict=True))


def test_a_question_is_tagged_by_module(library):
    """And by its skill, where it has one."""
    found = notes(anki_deck(library, phrases_for("nl"), WHEN))
    for card in library.questions:
        assert found[card.id]["tags"] == [f"sst::{name}" for name in (card.module, card.skill) if name]


def test_a_person_is_retold_in_our_words(library, say):
    """What stands behind a name says whose words they are, and where each thought can be looked up."""
    found = notes(anki_deck(library, say, WHEN))
    for card in library.pioneers:
        if not card.private:
            back = words(found[card.id]["back"])
            assert card.name in words(found[card.id]["front"])
            assert say("export.anki.retold") in back
            assert say.text(card.lesson) in back
            assert back.count(").") >= len(card.positions)


def test_each_kind_has_a_deck_of_its_own(library, say):
    """Below one deck a language; Anki's own stays empty."""
    package = anki_deck(library, say, WHEN)
    decks = json.loads(opened(package).execute("select decks from col").fetchone()[0])
    named = {deck["id"]: deck["name"] for deck in decks.values()}
    above = say("export.anki.deck")
    assert {(card[:2], named[note["deck"]]) for card, note in notes(package).items()} == {
        (prefix, f"{above}::{say(f'export.anki.{kind}')}") for prefix, kind in KINDS.items()
    }
    assert "creativecommons.org/licenses/by/4.0" in decks[str(number(say.lang))]["desc"]


def test_numbers_never_change():
    """Another number would double what people have learned from."""
    assert (number("model"), number("nl"), number("en", "terms")) == (1189737941, 1774234917, 1807909603)


def test_a_later_deck_updates_and_never_doubles(library, say):
    """The same guids for changed texts, and a later time, without which Anki takes none of them."""
    first = library.terms[0]
    mended = msgspec.structs.replace(first, definition=dict.fromkeys(first.definition, "Anders."))
    later = msgspec.structs.replace(library, terms=(mended, *library.terms[1:]))
    before, after = anki_deck(library, say, WHEN), anki_deck(later, say, WHEN + 60)
    guids = [[note["guid"] for note in notes(package).values()] for package in (before, after)]
    assert guids[0] == guids[1]
    assert len(set(guids[0])) == len(guids[0])
    assert [opened(one).execute("select distinct mod from notes").fetchall() for one in (before, after)] == [
        [(WHEN,)],
        [(WHEN + 60,)],
    ]


def test_languages_stand_beside_each_other(library):
    """Whoever learns in both has two notes of a card."""
    guids = [
        {note["guid"] for note in notes(anki_deck(library, phrases_for(lang), WHEN)).values()} for lang in ("nl", "en")
    ]
    assert guids[0] & guids[1] == set()


def test_the_same_library_and_time_give_the_same_bytes(library, say):
    """Nothing of this machine or moment gets in."""
    assert anki_deck(library, say, WHEN) == anki_deck(library, say, WHEN)


def test_a_hostile_text_stays_text(hostile, say):
    """No element or attribute of a card's making, and no order to Anki."""
    for note in notes(anki_deck(hostile, say, WHEN)).values():
        for side in (note["front"], note["back"]):
            read = Reader(side)
            assert read.open == []
            assert read.seen <= {"div", "p", "ol", "ul", "li", "strong", "span", "@class", "@lang"}
            assert "[" not in side
        assert " ".join(HOSTILE.split("\n\n")[0].split()) in words(note["front"])


def test_the_stylesheet_fetches_nothing():
    """No address, no font, no import; and night has its own colours."""
    assert not re.search(r"url\(|@|http|expression", stylesheet())
    assert ".nightMode" in stylesheet()


def test_each_card_says_where_it_is_from(library, say):
    """The project, the card and the licence, small at the end of the back."""
    for card, note in notes(anki_deck(library, say, WHEN)).items():
        assert words(note["back"]).endswith(f"SST-training · {card} · CC BY 4.0")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_command(tmp_path, lang):
    """One file, and a remark on stderr."""
    run = click.testing.CliRunner().invoke(main, ["export", "anki", "--out", str(tmp_path / "a.apkg"), "--lang", lang])
    assert (run.exit_code, run.stdout) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.apkg"]
    assert f'lang="{lang}"' in notes((tmp_path / "a.apkg").read_bytes())["te-001"]["front"]


@pytest.mark.parametrize("form", ["anki", "json"])
def test_a_path_that_cannot_be_written(tmp_path, form):
    """A folder in its place, or none to stand in: exit 6, one line, and nothing left behind."""
    for path in (tmp_path, tmp_path / "none" / "a"):
        run = click.testing.CliRunner().invoke(main, ["export", form, "--out", str(path)])
        assert (run.exit_code, run.stdout, run.stderr.count("\n")) == (6, "", 1)
        assert run.stderr.startswith("sst: ")
    assert list(tmp_path.iterdir()) == []


def test_other_commands_do_not_wait_for_genanki(tmp_path):
    """It is met when a deck is made and not before."""
    told = "import sys; from sst_training.cli import main; main(sys.argv[1:], standalone_mode=False); "
    line = [sys.executable, "-c", told + "sys.exit('genanki' in sys.modules)", "export", "json", "--out", "a.json"]
    assert subprocess.run(line, cwd=tmp_path, capture_output=True, check=False).returncode == 0
