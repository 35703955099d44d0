"""Training days: what is promised holds for every size, and over many seeds."""

import os
from collections import Counter

import msgspec
import pytest

from sst_training.draw.day import draw_day
from sst_training.errors import NoCommonScenario, NoScenario, NoSpareCard, SstError
from sst_training.library import open_library
from sst_training.model.day import Break, Day, Options

REAL = open_library()
PLAIN = Options()
SIZES = range(3, 61)


def day_of(library, participants=12, rounds=6, seed="1", met=None, **options):
    """A day with these options."""
    return draw_day(library, participants, rounds, Options(**options), seed, "nl", met)


@pytest.mark.parametrize("participants", SIZES)
def test_every_size_and_every_number_of_rounds(made, promises, participants):
    """3 to 60 people, 1 to 12 rounds, the made library: every promise, and never a refusal."""
    for rounds in range(1, 13):
        promises(day_of(made, participants, rounds, seed=f"{participants}x{rounds}"), made)


@pytest.mark.parametrize("participants", SIZES)
def test_every_size_with_the_real_library(promises, participants):
    """The cards there are now: a day that keeps its promises, or a refusal that names the slot."""
    for rounds in (1, 3, 6, 12):
        try:
            day = day_of(REAL, participants, rounds)
        except NoScenario as cause:
            refused = set(cause.words)
        else:
            refused = None
            promises(day, REAL)
        assert refused in (None, {"round", "group", "participant", "skill", "level"})


def test_a_thousand_seeds(made, promises):
    """12 people, 6 rounds, 1,000 seeds (`make bench`: more): every promise."""
    for seed in range(int(os.environ.get("SST_SEEDS", "1000"))):
        promises(day_of(made, seed=str(seed)), made)


def test_groups_differ_while_there_are_cards(made):
    """12 people and 6 rounds with 18 scenarios a level: hardly ever do two groups of a round share one."""
    shared = sum(note.code == "shared_scenario" for seed in range(200) for note in day_of(made, seed=str(seed)).notes)

    assert shared == 0


def test_the_day_is_a_pure_function(made):
    """Twice the same request, twice the same bytes; another seed gives another day."""
    first, second, other = (msgspec.json.encode(day_of(made, seed=seed)) for seed in ("7", " 7\n", "8"))

    assert first == second != other


def test_the_language_changes_nothing_but_itself(made):
    """A day drawn in English has the cards and seats of the Dutch one."""
    dutch, english = (draw_day(made, 12, 6, PLAIN, "7", lang) for lang in ("nl", "en"))

    assert msgspec.structs.replace(english, lang="nl") == dutch


def test_a_day_survives_being_written_down(made):
    """JSON and back gives the same day."""
    day = day_of(made, own_issue_rounds=(2,), apart=((1, 2),), breaks=(Break(3, 15),))

    assert msgspec.json.decode(msgspec.json.encode(day), type=Day) == day


def test_a_new_twist_leaves_the_scenarios(made):
    """One more twist or prompt in the library: the same scenarios, seats and people."""
    twist = msgspec.structs.replace(made.twists[0], id="tw-999", requires=(), excludes=())
    prompt = msgspec.structs.replace(made.prompts[0], id="oi-999")
    grown = msgspec.structs.replace(
        made,
        twists=(*made.twists, twist),
        prompts=(*made.prompts, prompt),
        fits={
            card_id: msgspec.structs.replace(fit, stances={one: (*two, "tw-999") for one, two in fit.stances.items()})
            for card_id, fit in made.fits.items()
        },
    )

    for seed in range(20):
        before, after = (day_of(library, seed=str(seed), own_issue_rounds=(2,)) for library in (made, grown))
        assert [(s.scenario, s.stance, s.person, s.seats) for s in before.slots] == [
            (s.scenario, s.stance, s.person, s.seats) for s in after.slots
        ]


def test_a_retired_card_is_not_dealt(made):
    """A scenario with a reason to go never comes up."""
    cards = tuple(
        msgspec.structs.replace(card, retired="outdated") if card.id == "sc-100" else card for card in made.scenarios
    )
    library = msgspec.structs.replace(made, scenarios=cards)

    assert all(slot.scenario != "sc-100" for seed in range(100) for slot in day_of(library, seed=str(seed)).slots)


def test_scenario_use_is_spread(made):
    """Within a day no scenario of a skill and level is used twice while another that fits was not used at all."""
    for seed in range(50):
        day = day_of(made, participants=24, seed=str(seed))
        used = Counter(slot.scenario for slot in day.slots)
        assert max(used.values()) <= 4


@pytest.mark.parametrize(("low", "high"), [(1, 1), (1, 2), (2, 3), (3, 3), (2, 2)])
def test_levels_as_asked(made, promises, low, high):
    """The day begins at --level-min and never goes above --level-max."""
    day = day_of(made, rounds=9, level_min=low, level_max=high)

    promises(day, made)
    assert [day.in_round(number)[0].level for number in (1, 4, 7)] == [low, min(low + 1, high), min(low + 2, high)]


def test_no_level_above_what_the_library_has():
    """The real library has two levels now: nine rounds end at the highest there is, and the day says so."""
    highest = max(card.level for card in REAL.scenarios if card.risk == "none" and card.retired is None)
    day = day_of(REAL, participants=9, rounds=9)

    assert max(slot.level for slot in day.slots) <= highest
    assert any(note.code == "level_highest" for note in day.notes) == (highest < 3)


def test_one_level_lower_when_nothing_fits(made, promises):
    """All level 2 cards for `focus` met before: level 1 instead, with a note."""
    known = [card.id for card in made.scenarios if card.level == 2 and "focus" in card.skills]
    met = {f"p{person}": known for person in range(1, 13)}
    day = day_of(made, met=met, skills=("focus",), level_min=2, rounds=3)

    promises(day, made, met)
    assert {slot.level for slot in day.slots} == {1}
    assert [(n.round, n.groups, n.level, n.wanted) for n in day.notes if n.code == "level_lower"] == [
        (number, (1, 2, 3, 4), 1, 2) for number in (1, 2, 3)
    ]


def test_all_met_before_is_refused_with_the_reason(made):
    """Participant 4 knows every card for `focus`: exit 5, with round, group, skill and who."""
    met = {"p4": [card.id for card in made.scenarios if "focus" in card.skills]}

    with pytest.raises(NoScenario) as refused:
        day_of(made, met=met, skills=("focus",), rounds=3)

    assert refused.value.exit_code == 5
    assert refused.value.words["participant"] == 4
    assert refused.value.words["skill"] == "focus"


def test_no_card_fits_all_the_skills_that_were_dealt(made):
    """Twelve people, a shuffled deck and one card for all: four skills in round 1, and a card names three at most."""
    with pytest.raises(NoCommonScenario) as refused:
        day_of(made, dealt=True, same_case=True)

    assert refused.value.exit_code == 5
    assert refused.value.words == {"round": 1}


def test_a_card_is_kept_for_who_needs_it(made, promises):
    """Participant 2 has one card left for `focus`: nobody plays it with 2 before 2 has led it."""
    known = [card.id for card in made.scenarios if card.level == 1 and "focus" in card.skills][1:]

    for seed in range(50):
        met = {"p2": known}
        promises(day_of(made, met=met, skills=("focus",), rounds=3, seed=str(seed)), made, met)


def test_same_case(made, promises):
    """--same-case: every group of a round has the same scenario, person, place and manner, and it is no note."""
    day = day_of(made, participants=14, same_case=True)

    promises(day, made)
    for number in range(1, 7):
        assert len({(s.scenario, s.person, s.setting, s.stance, s.twist) for s in day.in_round(number)}) == 1
    assert all(note.code != "shared_scenario" for note in day.notes)


def test_own_issue_rounds(made, promises):
    """Rounds 2 and 5: three different lines, a spare card that can be played plain, and no role-play at all."""
    for seed in range(50):
        day = day_of(made, own_issue_rounds=(2, 5), seed=str(seed))
        promises(day, made)
        for slot in day.slots:
            assert (slot.mode == "own-issue") == (slot.round in (2, 5))
            if slot.mode == "own-issue":
                assert (slot.setting, slot.scenario, slot.stance, slot.person, slot.twist) == (None,) * 5
                assert len(set(slot.prompts)) == 3


def test_own_issue_lines_stay_small(made):
    """About health and meaning at most at intensity 4."""
    heavy = msgspec.structs.replace(made.prompts[0], id="oi-998", domain="health", intensity=5)
    library = msgspec.structs.replace(made, prompts=(*made.prompts, heavy))

    for seed in range(100):
        day = day_of(library, own_issue_rounds=(2, 3, 4, 5), seed=str(seed))
        assert all("oi-998" not in slot.prompts for slot in day.slots)


def test_own_issue_skill_was_practised_before(made):
    """The observers of an own-issue round watch a skill of an earlier role-play; coverage does not count it."""
    for seed in range(50):
        day = day_of(made, own_issue_rounds=(2, 5), seed=str(seed))
        for number in (2, 5):
            skills = {slot.skill for slot in day.in_round(number)}
            assert len(skills) == 1
            assert skills <= {slot.skill for slot in day.slots if slot.round < number and slot.mode == "role-play"}
        assert sum(day.coverage.values()) == 16


def test_a_client_gets_other_lines_the_second_time(made):
    """While there are enough, nobody is dealt the same opening line twice."""
    for seed in range(50):
        dealt = Counter()
        for slot in day_of(made, own_issue_rounds=(2, 5), seed=str(seed)).slots:
            dealt.update((slot.seats.client, one) for one in slot.prompts)
        assert max(dealt.values()) == 1


def test_kept_apart_in_own_issue_rounds(made, promises):
    """--apart 3-7,2-9: these never share an own-issue round."""
    for seed in range(50):
        day = day_of(made, own_issue_rounds=(2, 5), apart=((2, 9), (3, 7)), seed=str(seed))
        promises(day, made)
        for slot in day.slots:
            if slot.mode == "own-issue":
                assert not any({a, b} <= set(slot.seats.everyone) for a, b in ((2, 9), (3, 7)))


def test_notes_about_own_issues(made):
    """Five groups need a second trainer, four do not; --apart without such a round is said to do nothing."""

    def about_the_day(*size, **options):
        return [note.code for note in day_of(made, *size, **options).notes if note.round is None]

    assert about_the_day(15, own_issue_rounds=(2,)) == ["second_trainer"]
    assert about_the_day(12, own_issue_rounds=(2,)) == []
    assert about_the_day(12, apart=((1, 2),)) == ["apart_unused"]


def test_no_spare_card_left(made):
    """Nothing playable as oneself that participant 1 has not met: refused with the reason."""
    met = {f"p{person}": [card.id for card in made.scenarios if card.solo] for person in range(1, 13)}

    with pytest.raises(NoSpareCard):
        day_of(made, met=met, own_issue_rounds=(2,), rounds=3)


def test_clock_of_a_day(made, promises):
    """40 minutes: 3 + 22 + 2 + 7 + 4 + 2; a break of 15 after round 3 moves the rest."""
    day = day_of(made, breaks=(Break(3, 15),))

    promises(day, made)
    assert [(part.part, part.minutes) for part in day.clock[2].parts] == [
        *(("briefing", 3), ("talk", 22), ("client", 2), ("feedback", 7), ("again", 4), ("swap", 2), ("break", 15))
    ]
    assert [clock.start for clock in day.clock] == [0, 40, 80, 135, 175, 215]


def test_a_short_talk_has_no_late_twist(made, promises):
    """25 minutes a round leave 7 of talk: only twists that are over by then, else none and a note."""
    day = day_of(made, minutes=25, rounds=6)

    promises(day, made)
    assert day.talk(1) == 7
    bare = {group for note in day.notes if note.code == "twist_none" for group in note.groups}
    assert bare == {slot.group for slot in day.slots if slot.level > 1 and slot.twist is None}
    assert any(note.code == "talk_short" for note in day.notes)


def test_cards_for_a_much_shorter_talk_are_named():
    """Closings of 10 minutes in a talk of 22: the trainer is told; in one of 19 they are not so far off."""
    closings = {card.id for card in REAL.scenarios if card.minutes == 10}
    asked = {"skills": ("open-door",), "level_max": 1, "rounds": 2, "participants": 6}
    day = day_of(REAL, **asked)

    dealt = {slot.scenario for slot in day.slots} & closings
    assert dealt
    assert [(note.minutes, set(note.cards)) for note in day.notes if note.code == "talk_long"] == [(22, dealt)]
    assert not any(note.code == "talk_long" for note in day_of(REAL, minutes=37, **asked).notes)


def test_ids_the_library_does_not_know(made):
    """A card in the ledger that is not here is named."""
    notes = day_of(made, met={"p1": ["sc-999"]}).notes

    assert [(note.code, note.cards) for note in notes] == [("ledger_unknown", ("sc-999",))]


def test_first_names_and_scenarios_are_drawn_apart(made):
    """Over 1,000 days the name in slot 1 says nothing about its scenario: bias-corrected Cramér's V below 0.1."""
    drawn = Counter()
    for seed in range(1000):
        slot = day_of(made, 3, 1, seed=str(seed)).slots[0]
        drawn[slot.person.name, slot.scenario] += 1
    names, cards = ({pair[i] for pair in drawn} for i in (0, 1))
    total = sum(drawn.values())
    row = {one: sum(drawn[one, card] for card in cards) for one in names}
    column = {card: sum(drawn[one, card] for one in names) for card in cards}
    chi2 = sum((drawn[n, c] - row[n] * column[c] / total) ** 2 / (row[n] * column[c] / total)
               for n in names for c in cards)  # fmt: skip
    r, k = len(names), len(cards)
    phi2 = max(0, chi2 / total - (r - 1) * (k - 1) / (total - 1))
    corrected = min(r - (r - 1) ** 2 / (total - 1), k - (k - 1) ** 2 / (total - 1)) - 1

    assert (phi2 / corrected) ** 0.5 < 0.1


def test_refusals_are_worded(made):
    """Whatever is refused is an SstError with exit code 5 and a sentence in both languages."""
    from sst_training.library.locales import phrases_for

    with pytest.raises(SstError) as refused:
        day_of(made, 4, 3, own_issue_rounds=(2,), apart=((1, 2),))

    assert refused.value.exit_code == 5
    for lang in ("nl", "en"):
        assert phrases_for(lang)(refused.value.key, **refused.value.words)
