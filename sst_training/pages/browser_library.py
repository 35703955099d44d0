"""The library as the browser reads it: a few JSON files in one language, each with a hash of its content in its name.

A page fetches only what it uses. What the client alone may read stands in the file for drawing and in no other.
Texts are plain strings of the site's language; ids and fields are those of the model, so that the engine in
docs/assets/tools can be laid beside sst_training/draw.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import msgspec

from sst_training.draw.readers import in_language
from sst_training.draw.rotation import TABLES
from sst_training.export.library_json import plain
from sst_training.model.citing import label
from sst_training.model.course import Module
from sst_training.model.text import Card
from sst_training.pages.citations import Citations
from sst_training.pages.markup import esc
from sst_training.pages.site import Site, address, module_source

FOLDER: Final = "assets/library"
ELEMENT: Final = re.compile(r"<sst-[a-z]")
HEAD_END: Final = "</head>"

OWN_WORDS: Final = "web."
"""Sentences that only the tools in the browser say."""

SHARED_WORDS: Final = (
    *("sheet.", "own_issue.", "seat.", "setting.", "disclosure.", "note.", "score.", "print."),
    *("error.seed", "error.bad_option", "error.unknown_id", "error.cannot_draw", "error.safety_guided"),
    *(
        "error.too_many_skills",
        "error.cannot_keep_apart",
        "error.no_scenario",
        "error.no_common_scenario",
        "error.no_spare_card",
    ),
    *("error.too_few_present", "error.cards_gone", "error.day_unreadable", "error.ledger_unreadable"),
    "error.ledger_newer",
    *("rating.", "check.C0", "check.C1", "rate.unfit.", "error.rating_newer"),
    *("rate.ask.", "rate.choice.", "rate.work", "rate.no_consent", "rate.recording_name", "beside.", "counters."),
    "page.list.level.",
    *("calibrate.status", "calibrate.guided", "calibrate.help", "calibrate.by.", "calibrate.minute", "calibrate.label"),
    *(
        "calibrate.levels",
        "calibrate.result",
        "calibrate.na",
        "calibrate.answer.",
        "calibrate.same",
        "calibrate.differs",
    ),
    *(
        "calibrate.no_reason",
        "calibrate.makers_alone",
        "calibrate.silent",
        "calibrate.aside",
        "calibrate.talk",
        "calibrate.overall",
    ),
    *("calibrate.figure.", "calibrate.more"),
)
"""Sentences that the tools say in the same words as the command line: beginnings of keys."""


def live(cards: Iterable[Card]) -> list[Any]:
    """The cards that were not taken out of use."""
    return [card for card in cards if card.retired is None]


def modules(site: Site) -> list[dict[str, Any]]:
    """Every module; `address` is its page below the language's root, null while it has none."""

    def place(module: Module) -> str | None:
        source = module_source(module.slug)
        return address(source) if source in site.pages else None

    return [{**plain(module, site.lang), "address": place(module)} for module in site.library.modules]


def drawing(site: Site) -> dict[str, Any]:
    """What draws, rates and points to a next step: all cards of a role-play, also retired ones (for replay)."""
    library, lang = site.library, site.lang
    kinds = ("scenarios", "stances", "twists", "observer_tasks", "prompts")
    cards = {kind: getattr(library, kind) for kind in kinds}
    return {
        "format": "sst-drawing/1",
        "lang": lang,
        "hash": library.hash,
        **{kind: [in_language(card, lang) for card in found] for kind, found in cards.items()},
        "retired": [card.id for found in cards.values() for card in found if card.retired is not None],
        "fits": plain(library.fits, lang),
        "words": plain(library.words, lang),
        "instrument": plain(library.instrument, lang),
        "modules": modules(site),
        "exercises": [
            {"id": card.id, "title": card.title[lang], "minutes": card.minutes, "skills": list(card.skills)}
            for card in live(library.exercises)
        ],
    }


def taught(site: Site) -> list[dict[str, Any]]:
    """Every module with the headings of its page, which questions count from 1."""
    return [
        {**told, "sections": plain(facts.sections if facts else (), site.lang)}
        for told in modules(site)
        for facts in [site.pages.get(module_source(told["slug"]))]
    ]


def learning(site: Site) -> dict[str, Any]:
    """What is turned and answered: questions with their feedback, terms, people of the field, exercises.

    `references`: the works that a card here names, as they are cited.
    """
    library, lang, say = site.library, site.lang, site.phrases
    cite = Citations(library.references, say, "")

    def whole(card: Card) -> dict[str, Any]:
        for ref in card.source.ref:
            cite.find(f"@{ref}")
        return {**in_language(card, lang), "source": plain(card.source, lang)}

    people = live(library.pioneers)
    for person in people:
        for position in person.positions:
            cite.find(f"@{position.ref}")
    cards = {
        "questions": [whole(card) for card in live(library.questions)],
        "terms": [whole(card) for card in live(library.terms)],
        "pioneers": [whole(card) for card in people],
        "exercises": [whole(card) for card in live(library.exercises)],
    }
    return {
        "format": "sst-learning/1",
        "lang": lang,
        "modules": taught(site),
        "skills": {item.id: item.text[lang] for item in library.instrument.items},
        **cards,
        "references": {name: label(cite.known[name], say) for name in sorted(cite.cited)},
    }


def calibration(site: Site) -> dict[str, Any]:
    """The acted talks with the makers' observation, and the behaviours that raters mix up."""
    library, lang = site.library, site.lang
    talks = [talk for talk in library.calibrations if talk.retired is None]
    return {
        "format": "sst-calibration/1",
        "lang": lang,
        "talks": [plain(talk, lang) for talk in talks],
        "mixups": plain(library.mixups, lang),
    }


def words(site: Site) -> dict[str, str]:
    """The sentences of the tools, by key."""
    begins = (OWN_WORDS, *SHARED_WORDS)
    return {key: text for key, text in site.phrases.sentences.items() if key.startswith(begins)}


def encoded(data: object) -> bytes:
    """One line of JSON."""
    return msgspec.json.encode(data)


MAKERS: Final[dict[str, tuple[str, Callable[[Site], bytes]]]] = {
    "draw": ("draw.{lang}", lambda site: encoded(drawing(site))),
    "learn": ("learn.{lang}", lambda site: encoded(learning(site))),
    "calibration": ("calibration.{lang}", lambda site: encoded(calibration(site))),
    "rotations": ("rotations", lambda _: TABLES.read_bytes()),
    "words": ("words.{lang}", lambda site: encoded(words(site))),
}
"""Role of a file → its name, and what makes it."""


class Made(msgspec.Struct, frozen=True):
    """A file for the browser: its path below the language's root, and its bytes."""

    path: str
    content: bytes


def files(site: Site) -> dict[str, Made]:
    """Every file, by its role. Raises UnknownReference."""
    made = {}
    for role, (name, make) in MAKERS.items():
        content = make(site)
        sign = hashlib.sha256(content).hexdigest()[:12]
        made[role] = Made(f"{FOLDER}/{name.format(lang=site.lang)}.{sign}.json", content)
    return made


def announced(page: str, url: str, made: Mapping[str, Made]) -> str:
    """A page that holds a tool, with the way from it to each file in its head; another page as it is.

    url: the page's address below the language's root, such as `practice/room/`.
    """
    if not ELEMENT.search(page):
        return page
    up = "../" * url.count("/")
    ways = {role: f"{up}{file.path}" for role, file in made.items()}
    meta = f'<meta name="sst-library" content="{esc(encoded(ways).decode())}">'
    return page.replace(HEAD_END, meta + HEAD_END, 1)
