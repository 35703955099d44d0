"""Drawing role-plays: coherent by construction, uniform, stable when the library grows."""

from collections import Counter

import msgspec
import pytest

from sst_training.draw.own_issue import draw_own_issue
from sst_training.draw.readers import twist_place
from sst_training.draw.roleplay import Wanted, draw_roleplays
from sst_training.errors import CannotDraw, SafetyIsGuided, UnknownId
from sst_training.library import open_library
from sst_training.model.text import SETTINGS

LIBRARY = open_library()
ANY = Wanted()


def contradicts(play):
    """Whether the cards of a role-play exclude each other, or ask for what is not there. Written apart from fitting.py."""
    cards = [play.scenario, play.stance] + ([play.twist] if play.twist else [])
    here = {play.scenario.context, play.setting, *play.scenario.tags}
    for card in cards[1:]:
        if not set(card.requires) <= here:
            return True
    for one in cards:
        for other in cards:
            named = {other.id, *other.tags}
            if other is play.scenario:
                named |= {other.context, *other.settings}
            if one is not other and set(one.excludes) & named:
                return True
    return False


def test_no_contradiction_over_many_seeds():
    """10,000 draws: no excludes hit, all requires met, levels and minutes in reach, nothing guided."""
    for seed in range(500):
        for play in draw_roleplays(LIBRARY, seed, 20, ANY):
            assert not contradicts(play)
            assert play.scenario.risk == "none"
            assert play.stance.level <= play.level
            assert play.skill in play.scenario.skills
            assert play.observer_task.skill == play.skill
            assert play.setting in play.scenario.settings
            assert play.scenario.age[0] <= play.person.age <= play.scenario.age[1]
            assert (play.twist is None) == (play.level == 1)
            assert play.twist is None or play.twist.minute[1] <= play.minutes


def test_uniform_without_filters():
    """20,000 consecutive seeds: each dealable scenario is drawn equally often (chi-square, central 99.8 %)."""
    ids = sorted(card.id for card in LIBRARY.scenarios if card.risk == "none" and card.retired is None)
    counts = Counter(draw_roleplays(LIBRARY, seed, 1, ANY)[0].scenario.id for seed in range(6_000))
    expected = 6_000 / len(ids)
    statistic = sum((counts[card_id] - expected) ** 2 / expected for card_id in ids)
    df = len(ids) - 1
    spread = (2 * df) ** 0.5

    assert df - 3.1 * spread < statistic < df + 4 * spread


def test_none_returns_before_all_were_dealt():
    """A deck: the first 18 draws of one seed hold every scenario once."""
    count = len([card for card in LIBRARY.scenarios if card.risk == "none" and card.retired is None])
    plays = draw_roleplays(LIBRARY, 7, count, ANY)

    assert count == len({play.scenario.id for play in plays})


def test_a_longer_draw_begins_with_the_shorter():
    """Asking for more changes nothing about the first."""
    assert draw_roleplays(LIBRARY, 5, 3, ANY) == draw_roleplays(LIBRARY, 5, 9, ANY)[:3]


def test_a_new_twist_leaves_all_else():
    """One more twist that fits nowhere near changes no scenario, manner, person or task of a seed."""
    extra = msgspec.structs.replace(LIBRARY.twists[0], id="tw-900")
    fits = {
        card: msgspec.structs.replace(
            fit, stances={name: (*found, "tw-900") if found else found for name, found in fit.stances.items()}
        )
        for card, fit in LIBRARY.fits.items()
    }
    grown = msgspec.structs.replace(LIBRARY, twists=(*LIBRARY.twists, extra), fits=fits)

    for seed in range(200):
        for old, new in zip(draw_roleplays(LIBRARY, seed, 4, ANY), draw_roleplays(grown, seed, 4, ANY), strict=True):
            assert msgspec.structs.replace(old, twist=None) == msgspec.structs.replace(new, twist=None)


@pytest.mark.parametrize("skill", LIBRARY.instrument.ungated)
def test_filter_by_skill(skill):
    """Every skill that is dealt can be asked for, and is what you get."""
    plays = draw_roleplays(LIBRARY, 1, 10, Wanted(skill=skill))

    assert {skill} == {play.skill for play in plays}
    assert all(skill in play.scenario.skills for play in plays)


@pytest.mark.parametrize("setting", SETTINGS)
def test_filter_by_setting(setting):
    """The setting asked for is the setting drawn."""
    assert {setting} == {play.setting for play in draw_roleplays(LIBRARY, 1, 10, Wanted(setting=setting))}


def test_the_filter_that_leaves_nothing_is_named():
    """Level 3 has no scenario here: the error names that filter, not the others."""
    library = msgspec.structs.replace(LIBRARY, scenarios=tuple(card for card in LIBRARY.scenarios if card.level < 3))
    with pytest.raises(CannotDraw) as found:
        draw_roleplays(library, 1, 1, Wanted(level=3, setting="room"))

    assert found.value.words["filter"] == "--level 3"


def test_safety_is_never_dealt():
    """A filter on safety is refused and says why."""
    with pytest.raises(SafetyIsGuided):
        draw_roleplays(LIBRARY, 1, 1, Wanted(skill="safety"))


@pytest.mark.parametrize("wanted", [Wanted(skill="nope"), Wanted(context="nope"), Wanted(guided="sc-999")])
def test_unknown_names(wanted):
    """A name the library does not know is said to be unknown."""
    with pytest.raises(UnknownId):
        draw_roleplays(LIBRARY, 1, 1, wanted)


def guided_library():
    """The library with its first scenario made a guided one."""
    first = msgspec.structs.replace(LIBRARY.scenarios[0], risk="guided", solo=False)
    return msgspec.structs.replace(LIBRARY, scenarios=(first, *LIBRARY.scenarios[1:]))


def test_guided_is_dealt_only_when_named():
    """A guided scenario never comes up by itself, and comes when a trainer names it."""
    library = guided_library()
    guided = library.scenarios[0].id

    assert guided not in {play.scenario.id for play in draw_roleplays(library, 3, 100, ANY)}
    assert guided == draw_roleplays(library, 3, 1, Wanted(guided=guided))[0].scenario.id


def test_guided_takes_no_other_card():
    """--guided is for guided cards alone."""
    with pytest.raises(CannotDraw):
        draw_roleplays(LIBRARY, 1, 1, Wanted(guided=LIBRARY.scenarios[0].id))


def test_names_go_with_every_scenario():
    """A drawn name says nothing about the scenario: over 20,000 seeds Cramér's V (bias-corrected) stays below 0.1."""
    pairs = Counter()
    total = 4_000
    for seed in range(total):
        play = draw_roleplays(LIBRARY, seed, 1, ANY)[0]
        pairs[play.person.name, play.scenario.id] += 1
    names, cards = Counter(), Counter()
    for (name, card), count in pairs.items():
        names[name] += count
        cards[card] += count
    chi = sum(
        (pairs[name, card] - names[name] * cards[card] / total) ** 2 / (names[name] * cards[card] / total)
        for name in names
        for card in cards
    )
    rows, columns = len(names), len(cards)
    phi = max(0.0, chi / total - (rows - 1) * (columns - 1) / (total - 1))
    small = min(rows - (rows - 1) ** 2 / (total - 1), columns - (columns - 1) ** 2 / (total - 1)) - 1

    assert (phi / small) ** 0.5 < 0.1


def test_own_issue_prompts_are_a_deck():
    """Three prompts differ, the spare card is a plain level 1 scenario."""
    for seed in range(300):
        drawn = draw_own_issue(LIBRARY, seed, 3)

        assert len({card.id for card in drawn.prompts}) == 3
        assert (drawn.fallback.level, drawn.fallback.risk) == (1, "none")


def test_own_issue_by_domain():
    """A domain asked for is kept to."""
    assert {"work"} == {card.domain for card in draw_own_issue(LIBRARY, 1, 2, "work").prompts}


@pytest.mark.parametrize(
    ("minutes", "start", "place"),
    [((None, 8, None), 5, 1), ((None, 8, None), 8, 3), ((4, 10), 7, 1), ((), 3, 0), ((None,), 3, 1)],
)
def test_a_twist_stands_before_what_comes_later(minutes, start, place):
    """On the client's sheet: before the first line with a later minute, else last."""
    assert twist_place([{"minute": minute} for minute in minutes], start) == place
