"""Reading the client's sheet aloud takes no longer than a round has for it."""

import pytest

from sst_training.draw.clock import BRIEFING
from sst_training.draw.roleplay import Person, RolePlay
from sst_training.library import open_library
from sst_training.library.locales import all_sentences, phrases_for
from sst_training.library.rules.reading_time import PACE, SECONDS, TWIST, key_words, label_words, printed_words
from sst_training.library.rules.scenarios import words_of
from sst_training.sheets.role_sheets import role_sheet

LIBRARY = open_library()
LANGUAGES = ("nl", "en")
CARDS = {card.id: card for card in (*LIBRARY.stances, *LIBRARY.twists)}
SCENARIOS = [card for card in LIBRARY.scenarios if card.retired is None]
SPREAD = 29
"""Words a minute that readers differ by, one standard deviation (Trauzettel-Klosinski and Dietz 2012)."""


def pairs(scenario):
    """Every manner with every twist that fits a scenario (None where there is none)."""
    fits = LIBRARY.fits[scenario.id].stances
    return [(CARDS[stance], CARDS.get(twist)) for stance, twists in fits.items() for twist in twists or (None,)]


def sheet_words(scenario, stance, twist, lang):
    """The words on a client's sheet, headings and lines at the foot included; below name, place and minutes."""
    play = RolePlay(
        setting=scenario.settings[0], level=scenario.level, skill=scenario.skills[0], minutes=scenario.minutes,
        scenario=scenario, stance=stance, person=Person("Renske", scenario.age[0]), twist=twist,
        observer_task=LIBRARY.observer_tasks[0],
    )  # fmt: skip
    count = 0
    for part in role_sheet(play, "client", LIBRARY.instrument, phrases_for(lang))["parts"]:
        if part["kind"] == "box":
            continue  # the help lines of a guided card, for the table
        texts = [part.get("label", ""), part.get("text", ""), *part.get("points", ()), str(part.get("value", ""))]
        texts += [text for pair in part.get("pairs", ()) for text in pair]
        count += sum(len(words_of(text)) for text in texts)
    return count


def longest(scenario, lang):
    """The most words that a scenario's sheet can have."""

    def length(pair):
        stance, twist = pair
        return printed_words(stance, "stance", LANGUAGES)[lang] + (
            printed_words(twist, "twist", LANGUAGES)[lang] if twist else 0
        )

    return sheet_words(scenario, *max(pairs(scenario), key=length), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_sheet_takes_two_minutes(lang):
    """At the measured pace, with the longest manner and twist that fit; guided cards too."""
    seconds = {card.id: longest(card, lang) * 60 / PACE for card in SCENARIOS}

    assert {card_id: round(found) for card_id, found in seconds.items() if found > SECONDS} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_slow_reader_keeps_within_the_briefing(lang):
    """One standard deviation slower: within the minutes that a day gives."""
    seconds = {card.id: longest(card, lang) * 60 / (PACE - SPREAD) for card in SCENARIOS}

    assert {card_id: round(found) for card_id, found in seconds.items() if found > BRIEFING * 60} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rule_counts_what_the_sheet_prints(lang):
    """`sst check` adds up labels and cards; the sheet itself has as many words."""
    said = all_sentences()[lang]
    for card in SCENARIOS:
        for stance, twist in (pairs(card)[0], pairs(card)[-1]):
            counted = printed_words(card, "scenario", LANGUAGES)[lang] + label_words(card, said)
            counted += printed_words(stance, "stance", LANGUAGES)[lang]
            if twist:
                counted += printed_words(twist, "twist", LANGUAGES)[lang] + key_words(TWIST, said)
            assert counted == sheet_words(card, stance, twist, lang), (card.id, stance.id, twist and twist.id)
