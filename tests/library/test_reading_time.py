"""Reading the client's sheet aloud takes no longer than a round has for it."""

import pytest

from sst_training.draw.clock import BRIEFING
from sst_training.draw.roleplay import Person, RolePlay
from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.library.rules import texts_of
from sst_training.library.rules.printed import PRINTED
from sst_training.library.rules.scenarios import words_of
from sst_training.sheets.role_sheets import role_sheet

LIBRARY = open_library()
LANGUAGES = ("nl", "en")
CARDS = {card.id: card for card in (*LIBRARY.stances, *LIBRARY.twists)}

PACE = {"nl": 150, "en": 160}
"""Words a minute, aloud and unhurried. Measured for reading aloud: 183 in English (M. Brysbaert, "How many words do we
read per minute?", Journal of Memory and Language 109, 2019, 77 studies) and 184 ± 29 as the mean of 17 languages, Dutch
and English among them, in readers of 18 to 35 (S. Trauzettel-Klosinski and K. Dietz, Investigative Ophthalmology &
Visual Science 53(9), 2012). How much slower someone reads who is taking in a role was not found: this pace is ours."""
HEADING = 2
"""Seconds for a heading (ours)."""
NEW = 125
"""Seconds for what is new to the client: scenario, manner and twist, without the lines that stand on each sheet."""


def new_words(card, kind, lang):
    """How many words of a card the client has to read."""
    fields = PRINTED["client"][kind]
    return sum(len(words_of(text[lang])) for field in fields for _, text in texts_of(getattr(card, field), LANGUAGES))


def longest(scenario, lang):
    """The manner and the twist (or None) with the most words that fit a scenario, and all new words together."""
    own = new_words(scenario, "scenario", lang)
    found = []
    for stance_id, twist_ids in LIBRARY.fits[scenario.id].stances.items():
        stance = CARDS[stance_id]
        words = own + new_words(stance, "stance", lang)
        twists = [CARDS[one] for one in twist_ids]
        found += [(words + new_words(one, "twist", lang), stance, one) for one in twists] or [(words, stance, None)]
    return max(found, key=lambda one: one[0])


def sheet_seconds(scenario, stance, twist, lang):
    """Reading one client's sheet aloud, all that is on it: two seconds a heading, the rest by its words."""
    play = RolePlay(
        setting=scenario.settings[0], level=scenario.level, skill=scenario.skills[0], minutes=scenario.minutes,
        scenario=scenario, stance=stance, person=Person("Renske", scenario.age[0]), twist=twist,
        observer_task=LIBRARY.observer_tasks[0],
    )  # fmt: skip
    headings, words = 0, 0
    for part in role_sheet(play, "client", LIBRARY.instrument, phrases_for(lang))["parts"]:
        headings += "label" in part
        texts = [
            part.get("text", ""),
            *part.get("points", ()),
            *(text for pair in part.get("pairs", ()) for text in pair),
        ]
        words += sum(len(words_of(text)) for text in texts)
    return headings * HEADING + words * 60 / PACE[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_new_takes_two_minutes(lang):
    """With the longest manner and twist that fit; guided cards too."""
    seconds = {card.id: longest(card, lang)[0] * 60 / PACE[lang] for card in LIBRARY.scenarios if not card.retired}

    assert {card_id: round(found) for card_id, found in seconds.items() if found > NEW} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_sheet_fits_the_briefing(lang):
    """Headings, stop word and all, within the minutes that a day gives (a guided card is never in a day)."""
    seconds = {
        card.id: sheet_seconds(card, *longest(card, lang)[1:], lang)
        for card in LIBRARY.scenarios
        if card.risk == "none" and not card.retired
    }

    assert {card_id: round(found) for card_id, found in seconds.items() if found > BRIEFING * 60} == {}
