"""The lengths that `sst check` allows are lengths that the real sheets hold."""

import msgspec
import pytest

from sst_training.draw.readers import SCENARIO, STANCE, TASK, TWIST
from sst_training.draw.roleplay import Person, RolePlay
from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.library.rules import texts_of
from sst_training.library.rules.printed import PRINTED, SIGNS
from sst_training.sheets.role_sheets import role_sheet
from sst_training.sheets.typeset import fit

LIBRARY = open_library()
LANGUAGES = ("nl", "en")
READABLE = {"client": 9.5, "observer": 10.0, "therapist": 11.0}
FILL = {lang: " ".join(card.situation[lang] for card in LIBRARY.scenarios) for lang in LANGUAGES}


def length(card, fields, lang):
    """Letters, signs and spaces of some fields."""
    return sum(len(text[lang]) for field in fields for _, text in texts_of(getattr(card, field), LANGUAGES))


def lengthened(card, fields, lang, most):
    """The card with all these texts longer by the same share, together just within `most`."""
    now = length(card, fields, lang)

    def longer(part):
        if isinstance(part, dict):
            text = part[lang]
            return {**part, lang: (text + " " + FILL[lang])[: len(text) * most // now]}
        if isinstance(part, tuple):
            return tuple(map(longer, part))
        return part if part is None else msgspec.structs.replace(part, text=longer(part.text))

    found = msgspec.structs.replace(card, **{field: longer(getattr(card, field)) for field in fields})
    assert most - 20 < length(found, fields, lang) <= most
    return found


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("reader", PRINTED)
def test_what_is_allowed_fits(reader, lang, paper):
    """Every third scenario, its cards lengthened to the limit: one page (A5: one leaf) at a size that reads easily."""
    cards = {"stance": LIBRARY.stances[0], "twist": next(card for card in LIBRARY.twists if card.risk == "none")}
    cards["observer-task"] = max(LIBRARY.observer_tasks, key=lambda card: len(card.ticks))
    sheets = []
    for scenario in LIBRARY.scenarios[::3]:
        made = {**cards, "scenario": scenario}
        for kind, fields in PRINTED[reader].items():
            made[kind] = lengthened(made[kind], fields, lang, SIGNS[reader][kind])
        play = RolePlay(
            setting="walk-in", level=3, skill=scenario.skills[0], minutes=scenario.minutes, scenario=made["scenario"],
            stance=made["stance"], person=Person("Renske", 48), twist=made["twist"],
            observer_task=made["observer-task"],
        )  # fmt: skip
        sheets.append(role_sheet(play, reader, LIBRARY.instrument, phrases_for(lang)))
    sizes = fit("sheets", {"title": "x", "paper": paper, "sheets": sheets}, lang)

    assert min(size for both in sizes for size in both) >= READABLE[reader]


def test_the_fields_are_those_of_the_sheets():
    """What is measured is what each reader gets to read."""
    assert {*PRINTED["client"]["scenario"], "scale_now"} == set(SCENARIO["client"])
    assert PRINTED["client"]["stance"] == STANCE
    assert {*PRINTED["client"]["twist"], "minute"} == set(TWIST["client"])
    assert set(PRINTED["observer"]["scenario"]) == set(SCENARIO["observer"])
    assert {*PRINTED["observer"]["observer-task"], "ticks"} == set(TASK)
    assert PRINTED["therapist"]["scenario"] == SCENARIO["therapist"]
