"""The timed plans: what they promise holds for the cards as they are, for every size of group they name."""

import re

import pytest

from sst_training.draw.day import draw_day
from sst_training.library import open_library
from sst_training.library.check import check
from sst_training.model.day import Break, Options
from sst_training.model.plan_clock import between, day_options, minutes_of, skill_of, timetable

LIBRARY = open_library()
PLANS = {plan.slug: plan for plan in LIBRARY.plans}
MINUTES = {card.id: card.minutes for card in LIBRARY.exercises}
PROMISED = {
    "taster": [90],
    "one-day": [420],
    "two-days": [450, 450, 210],
    "evenings": [120] * 6,
    "self-study": [60] * 10,
    "peer-group": [90] * 8,
}
PACKS = [(plan, pack) for plan in LIBRARY.plans for pack in plan.packs]


def test_each_form_of_training_has_its_plan():
    """A taster, one day, two and a return, evenings, self-study, a peer group; in the order of their ids."""
    assert list(PLANS) == list(PROMISED)


@pytest.mark.parametrize("slug", PROMISED)
def test_the_steps_fill_what_the_title_promises(slug):
    """Each sitting's steps, with the minutes of the cards, take as long as promised; so does the whole."""
    plan = PLANS[slug]

    assert [timetable(sitting, plan, MINUTES)[-1].end for sitting in plan.sittings] == PROMISED[slug]
    assert plan.minutes == sum(PROMISED[slug])


@pytest.mark.parametrize(
    ("slug", "lang"), [("taster", "nl"), ("taster", "en"), ("peer-group", "nl"), ("peer-group", "en")]
)
def test_a_figure_in_a_title_is_the_figure_of_the_plan(slug, lang):
    """90 minutes are 90 minutes."""
    plan = PLANS[slug]

    assert re.findall(r"\d+", plan.title[lang]) == ["90"] == [str(plan.sittings[0].minutes)]


def test_a_card_that_gets_longer_breaks_the_plan(cards):
    """The minutes of an exercise stand on its card alone; a plan that no longer adds up is refused."""
    path = cards / "exercises/cards/one-moment-that-mattered.yaml"
    path.write_text(path.read_text("utf-8").replace("minutes: 20", "minutes: 25"), "utf-8")
    found = {problem.path for problem in check(cards)[0] if problem.code == "C874"}

    assert {"docs/plans/taster.yaml", "docs/plans/one-day.yaml", "docs/plans/two-days.yaml"} <= found


def test_an_exercise_that_works_with_an_own_issue_is_marked():
    """Cards that ask for the table card with the agreements; the one that only chooses has no talk in it."""
    table_card = {
        card.id
        for card in LIBRARY.exercises
        if any(re.search("tafelkaart met (de )?afspraken", text["nl"]) for text in card.materials)
    } - {"ex-041"}
    used = [step for plan in LIBRARY.plans for part in plan.sittings for step in part.steps if step.exercise]

    assert {step.exercise for step in used if step.own_issue} == {
        step.exercise for step in used if step.exercise in table_card
    }


@pytest.mark.parametrize("slug", ["self-study", "peer-group", "taster"])
def test_some_plans_keep_to_what_is_light(slug):
    """Without a trainer, or in ninety minutes: no own issue and no exercise about safety."""
    safety = {card.id for card in LIBRARY.exercises if "safety" in card.skills}
    steps = [step for part in PLANS[slug].sittings for step in part.steps]

    assert not any(step.own_issue or step.exercise in safety for step in steps)


@pytest.mark.parametrize(("plan", "pack"), PACKS, ids=lambda value: getattr(value, "slug", getattr(value, "id", "")))
def test_a_pack_can_be_drawn_for_every_size_of_group(plan, pack):
    """From the smallest group to the largest, with the skill the plan names in each round."""
    breaks = tuple(Break(*pause) for pause in between(plan, pack, MINUTES))
    options = Options(
        skills=pack.skills,
        level_min=pack.level_min,
        own_issue_rounds=pack.own_issue_rounds,
        minutes=pack.minutes,
        breaks=breaks,
    )
    for participants in range(plan.people.min, plan.people.max + 1):
        day = draw_day(LIBRARY, participants, pack.rounds, options, "plan", "nl", {})

        played = {(slot.round, slot.skill) for slot in day.slots if slot.mode == "role-play"}
        own = {slot.round for slot in day.slots if slot.mode == "own-issue"}

        assert played == {(n, skill_of(pack, n)) for n in range(1, pack.rounds + 1) if n not in own}
        assert own == set(pack.own_issue_rounds)


def test_the_breaks_of_a_pack_hold_what_lies_between():
    """A day of three rounds: 80 minutes between the first two, 45 between the others."""
    plan = PLANS["one-day"]
    pack = plan.packs[0]

    assert between(plan, pack, MINUTES) == ((1, 80), (2, 45))
    assert day_options(plan, pack, MINUTES) == (
        *("--participants", "12", "--rounds", "3", "--skills", "focus,one-idea"),
        *("--own-issue-rounds", "2", "--break", "1:80", "--break", "2:45"),
    )


def test_rounds_of_other_evenings_lie_not_between():
    """What lies between two evenings is no break of a pack."""
    plan = PLANS["evenings"]

    assert between(plan, plan.packs[0], MINUTES) == ()


def test_minutes_of_an_unknown_card_are_not_guessed():
    """No card, no minutes."""
    plan = PLANS["taster"]
    step = next(step for step in plan.sittings[0].steps if step.exercise)

    assert minutes_of(step, plan, {}) is None
