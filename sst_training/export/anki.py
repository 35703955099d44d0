"""A deck for Anki: terms, quiz questions and turning points, to learn on a phone.

Anki knows a card by its guid, which is made of our id and the language: a later deck updates what somebody has, adds
what is new and keeps their progress. It takes a changed text only from a note with a later time, and no text at all
once the fields of its note type have changed. So the time is that of the export, and the three fields stay.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import itertools
import sqlite3
import zipfile
from importlib import resources
from typing import Any, Final

from sst_training.export.anki_cards import line, moments, questions, terms
from sst_training.model.library import Library
from sst_training.model.markup import Html, element, join
from sst_training.model.phrases import Phrases

NAME: Final = "SST-training"
LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
DECKS: Final = {"terms": terms, "questions": questions, "moments": moments}
"""A subdeck, as its number and the sentence that titles it name it → what fills it."""

FIELDS: Final = ("Id", "Front", "Back")
FRONT: Final = "{{Front}}"
BACK: Final = "{{FrontSide}}<hr id=answer>{{Back}}"
DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first day a zip knows. A date on the wrapping would make every file another one."""


def anki_deck(library: Library, say: Phrases, when: int) -> bytes:
    """The .apkg file, made at `when` in seconds since 1970. The same library and time give the same bytes."""
    import genanki

    fields, sides = [{"name": name} for name in FIELDS], [{"name": NAME, "qfmt": FRONT, "afmt": BACK}]
    model = genanki.Model(number("model"), NAME, fields, sides, css=stylesheet())
    above = say("export.anki.deck")
    about = join(say("export.anki.about"), " ", element("a", "CC BY 4.0", href=LICENCE))
    decks = [genanki.Deck(number(say.lang), above, about)]
    for kind, faces in DECKS.items():
        deck = genanki.Deck(number(say.lang, kind), f"{above}::{say(f'export.anki.{kind}')}")
        for place, face in enumerate(faces(library, say)):
            back = join(face.back, line(say("export.anki.foot", id=face.id), "foot"))
            texts = [face.id, side(face.front, say.lang), side(back, say.lang)]
            guid = genanki.guid_for(NAME, say.lang, face.id)
            deck.add_note(genanki.Note(model, texts, guid=guid, tags=face.tags, due=place))
        decks.append(deck)
    return packed(genanki.Package(decks), when)


def number(*names: str) -> int:
    """A lasting number for a deck or a note type, as genanki asks: from its name by SHA-256, 2³⁰ up to 2³¹."""
    return 2**30 + int.from_bytes(hashlib.sha256("::".join((NAME, *names)).encode()).digest()[:4], "big") % 2**30


def side(content: Html, lang: str) -> str:
    """One side in its language. Anki reads `[sound:…]` and `[latex]` in a field as orders: no bracket gets through."""
    return element("div", content, lang=lang).replace("[", "&#91;")


def stylesheet() -> str:
    """How a card looks, by day and by night."""
    return resources.files(__package__).joinpath("anki.css").read_text(encoding="utf-8")


def packed(package: Any, when: int) -> bytes:
    """A package as a file. genanki's own way leaves the collection behind among the temporary files, and dates the zip."""
    with contextlib.closing(sqlite3.connect(":memory:")) as collection:
        package.write_to_db(collection.cursor(), when, itertools.count(when * 1000))
        collection.commit()
        database = collection.serialize()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as wrapping:
        for name, content in (("collection.anki2", database), ("media", b"{}")):
            wrapping.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
