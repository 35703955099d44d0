"""Which skill is proposed, and what trains it."""

from __future__ import annotations

import msgspec
import pytest

from sst_training.model.rating import Rating
from sst_training.rating.next_practice import RolePlay, first_heard, next_practice
from sst_training.rating.profile import profile_of

RESOLVED = {"with": "T1", "note": "We went through it.", "date": "2026-12-06"}


@pytest.fixture
def step(rate, library):
    """The next practice for ticks, as `step({"focus": "b1"})`."""

    def make(ticks=None, *, skill=None, **more):
        rating = rate(ticks, **more)
        return next_practice(rating, profile_of(rating, library.instrument), library, skill=skill)

    return make


def test_open_unsafe_tick_leads_to_safety_and_no_roleplay(step):
    """(1) An unsafe tick: the module on safety, its exercise, no role-play."""
    found = step({"frame": "b1 s1", "focus": "h1"})
    assert (found.skill, found.why) == ("safety", "safety")
    assert (found.exercise, found.module, found.roleplay) == ("ex-006", "m12", None)


def test_resolved_unsafe_tick_is_practised_like_a_hindrance(step):
    """(2) Once resolved, the skill with the unsafe tick is the one that was hindered."""
    found = step({"frame": "b1 s1"}, resolution=RESOLVED)
    assert (found.skill, found.why, found.roleplay) == ("frame", "hindered", RolePlay("frame", 1))


def test_hindered_goes_before_the_smallest_step(step):
    """(2) A hindering tick goes before any level 2."""
    assert step({"best-hope": "b1", "one-idea": "b1 b2 b3 h1"}).skill == "one-idea"


def test_earliest_hindrance_by_place_in_the_talk(step):
    """(2) Without times the list's order is the talk's: `takeaway` comes before `listen`."""
    assert step({"listen": "h1", "takeaway": "h1"}).skill == "takeaway"


def hindered(skill: str, *times: int | None) -> dict[str, object]:
    """An item with one hindering tick at these times."""
    evidence = [{"tick": f"{skill}.h1", "at": at, "note": "…"} for at in times]
    return {"state": "assessed", "ticks": [f"{skill}.h1"], "evidence": evidence}


@pytest.mark.parametrize(
    ("listen", "takeaway", "earliest"),
    [([600, 90], [300], "listen"), ([600], [300], "takeaway"), ([300], [300], "listen"), ([None], [1], "takeaway")],
    ids=["by its first moment", "by the clock", "same second: course order", "one without time: order of the talk"],
)
def test_earliest_hindrance_by_the_clock(raw, library, listen, takeaway, earliest):
    """(2) With times the clock decides, by each skill's first hindering moment."""
    items = {"listen": hindered("listen", *listen), "takeaway": hindered("takeaway", *takeaway)}
    rating = msgspec.convert(raw(items), Rating)
    assert next_practice(rating, profile_of(rating, library.instrument), library).skill == earliest


def test_smallest_step_first(step):
    """(3) Of two core skills the one that lacks fewer basics, though it comes later in the course."""
    assert step({"frame": "b1", "takeaway": "b1 b2"}).skill == "takeaway"


def test_core_before_the_rest(step):
    """(3) A core skill that lacks three goes before one that is not core and lacks one."""
    assert step({"attempts": "b1", "open-door": ""}).skill == "open-door"


def test_ties_in_course_order(step):
    """(3) `listen` is taught before `resources`, though it stands later in the list."""
    assert step({"resources": "b1 b2", "listen": "b1"}).skill == "listen"


def test_a_waived_basic_is_not_lacking(step):
    """(3) What does not count is no step to take."""
    assert step({"frame": "b1", "takeaway": "b1 b2", "focus": "b1"}, waived="focus.b3").skill == "focus"


def test_solid_without_advanced_comes_next(step):
    """(4) Nothing at 1 or 2: the first at 3."""
    found = step({"best-hope": "b1 b2 a1", "listen": "b1 b2"}, scenario="sc-002")
    assert (found.skill, found.why, found.roleplay) == ("listen", "advanced", RolePlay("listen", 2))


@pytest.mark.parametrize(("scenario", "level"), [(None, 2), ("sc-001", 2), ("sc-002", 3), ("sc-003", 3)])
def test_all_skilled_is_a_level_up(step, scenario, level):
    """(5) All at 4: a scenario one level up, at most 3."""
    found = step({"best-hope": "b1 b2 a1"}, scenario=scenario)
    assert (found.why, found.roleplay) == ("level_up", RolePlay("best-hope", level))


HARD = {"level": "too_hard", "stop": False}


@pytest.mark.parametrize(
    ("ticks", "scenario", "level"),
    [
        ({"focus": "b1"}, "sc-003", 2),
        ({"focus": "b1"}, "sc-002", 1),
        ({"focus": "b1"}, "sc-001", 1),
        ({"focus": "b1"}, None, 1),
        ({"focus": "h1"}, "sc-003", 2),
        ({"best-hope": "b1 b2 a1"}, "sc-002", 1),
        ({"best-hope": "b1 b2 a1"}, "sc-003", 2),
    ],
)
def test_too_hard_lowers_the_next_own_draw(step, ticks, scenario, level):
    """One level lower than the session's, at least 1, whatever the reason; what is proposed stays the same."""
    eased, plain = step(ticks, scenario=scenario, challenge=HARD), step(ticks, scenario=scenario)

    assert eased.roleplay.level == level
    assert (eased.skill, eased.why, eased.exercise, eased.module) == (
        plain.skill,
        plain.why,
        plain.exercise,
        plain.module,
    )


@pytest.mark.parametrize("said", ["too_easy", "about_right"])
def test_another_answer_changes_nothing(step, said):
    """Too easy is no reason to climb: levels come from what was seen."""
    assert step({"focus": "b1"}, scenario="sc-002", challenge={"level": said, "stop": True}).roleplay.level == 2


def test_the_practitioners_own_word_counts_for_anothers_observation(rate, library):
    """A trainer's rating has none; the practitioner's stands beside it."""
    rating = rate({"focus": "b1"}, scenario="sc-003", rater={"role": "trainer", "label": "T1", "blind": True})
    own = rate(scenario="sc-003", challenge=HARD).challenge
    profile = profile_of(rating, library.instrument)

    assert next_practice(rating, profile, library).roleplay.level == 3
    assert next_practice(rating, profile, library, challenge=own).roleplay.level == 2


def test_too_hard_never_gives_a_roleplay_back_while_safety_is_open(step):
    """The talk with the trainer comes first, however hard it was."""
    assert step({"frame": "s1"}, challenge=HARD).roleplay is None


def test_unknown_scenario_counts_as_level_1(step):
    """A scenario the library does not have gives a role-play at level 1."""
    assert step({"focus": "b1"}, scenario="sc-999").roleplay == RolePlay("focus", 1)


def test_lowest_exercise_that_is_not_retired(step):
    """ex-001 serves focus but is retired; ex-004 is lower than ex-009."""
    assert step({"focus": "b1"}).exercise == "ex-004"


def test_no_exercise_serves_the_skill(step):
    """Without an exercise there is None, and the rest stands."""
    found = step({"collaborate": ""})
    assert (found.exercise, found.module) == (None, "m10")


def test_nothing_assessed_is_no_step(step):
    """All na: no proposal."""
    assert step({}) is None


def test_own_choice_goes_first(step):
    """`--skill` chooses, and says why that skill would be practised."""
    found = step({"focus": "b1", "listen": "b1 b2"}, skill="listen")
    assert (found.skill, found.why) == ("listen", "advanced")


def test_own_choice_of_a_skill_that_was_not_assessed(step):
    """Something new to practise begins with its basics."""
    assert step({}, skill="focus").why == "smallest_step"


def test_own_choice_gets_no_roleplay_while_safety_is_open(step):
    """Whatever is chosen, the talk with the trainer comes before a role-play."""
    found = step({"frame": "s1"}, skill="focus")
    assert (found.skill, found.why, found.roleplay) == ("focus", "safety", None)


def test_safety_is_never_a_roleplay_of_its_own(step):
    """Its scenarios are guided: a trainer names one."""
    assert step({"safety": "b1"}).roleplay is None


def test_whose_observation_decides(rate):
    """A trainer's before a peer's before one's own; the client's and the reference never."""
    said = [rate(rater={"role": role, "label": "R1", "blind": True}) for role in ("self", "gold", "peer", "client")]
    trainer = rate(rater={"role": "trainer", "label": "T1", "blind": True})
    assert first_heard([*said, trainer]) is trainer
    assert first_heard(said) is said[2]
    assert first_heard([said[1], said[3]]) is None
