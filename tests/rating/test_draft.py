"""An observation on its way: answers make a rating, a rating makes answers, and undo goes back one."""

from __future__ import annotations

import random

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from sst_training.library import open_library
from sst_training.model.progress import Progress
from sst_training.model.rating import Evidence, ItemRating, Rating
from sst_training.rating.answers import answers_of, item_rating
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.draft import Draft, answer, begin, jump, not_applicable, resume, undo
from sst_training.rating.questions import Question, part_of

LIST = open_library().instrument
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
VALUES = {
    "kind": ["role-play"],
    "level": ["too_easy", "about_right", "too_hard"],
    "erase_by": ["2026-12-19"],
    "name": ["opname"],
    "length": ["1260"],
    "skills": ["", "focus", "focus,listen"],
    "at": ["1", "754"],
    "count": ["", "0", "12"],
    "keep_at": ["", "60"],
    "note": ["Wat hoop je vandaag?"],
    "keep_note": ["", "Dit."],
    "prediction": ["", "Goed."],
    "topic": ["0"], "understood": ["7"], "forward": ["10"], "wished": ["", "Meer tijd."],
}  # fmt: skip
"""What may be answered to each kind of question; the others are yes or no."""


def new(role: str = "self", **known: str) -> Draft:
    """An observation that begins."""
    data = {
        "format": "sst-rating/1", "instrument": LIST.id, "version": LIST.version, "session": "k7q2m9xt",
        "date": "2026-12-05", "ratee": "P3", "items": {},
        "rater": {"role": role, "label": "P3" if role == "self" else "P4", "blind": True},
    }  # fmt: skip
    answers = {f"session.{name}": value for name, value in known.items()}
    return begin(msgspec.convert(data, Rating), LIST, Progress(part="session", answers=answers))


def some(question: Question, chance: random.Random) -> str:
    """An answer to a question."""
    return chance.choice(VALUES.get(question.kind, ["y", "n"]))


def filled(draft: Draft, chance: random.Random) -> Draft:
    """The draft with every question answered somehow."""
    while (question := draft.question()) is not None:
        draft = answer(draft, question, some(question, chance))
    return draft


@QUICK
@given(st.randoms(use_true_random=False), st.sampled_from(["self", "peer", "trainer", "client"]))
def test_all_answered_is_a_rating_that_can_be_locked(chance, role):
    """Whatever is answered: no fault, nothing lacking."""
    rating = filled(new(role), chance).rating
    lacking = [] if role == "client" else unfinished(rating, LIST, path="x", marks={})

    assert faults(rating, LIST, path="x", marks={}) + lacking == []


@QUICK
@given(st.randoms(use_true_random=False), st.integers(1, 60))
def test_undo_takes_back_one_answer(chance, steps):
    """The same question is asked again, and answering it as before makes the same draft."""
    draft = new()
    for _ in range(steps):
        question = draft.question()
        if question is None:
            break
        before, value = draft, some(question, chance)
        draft = answer(before, question, value)
        if part_of(question.id) != "session" or draft.progress.part == "session":
            again = undo(draft)
            assert again.question() == question
            assert answer(again, question, value).rating == draft.rating


@QUICK
@given(st.randoms(use_true_random=False), st.integers(0, 80))
def test_a_stop_at_any_moment_goes_on_where_it_was(chance, steps):
    """What was on the disk is all that is needed."""
    draft = new()
    for _ in range(steps):
        if (question := draft.question()) is None:
            break
        draft = answer(draft, question, some(question, chance))
    stored = msgspec.json.decode(msgspec.json.encode(draft.progress), type=Progress)

    assert resume(draft.rating, stored, LIST).question() == draft.question()


@pytest.mark.parametrize("item", LIST.items, ids=lambda item: item.id)
@QUICK
@given(st.randoms(use_true_random=False))
def test_a_skill_and_its_answers_are_the_same_thing(item, chance):
    """There and back, with all the moments of a tick."""
    ticks = tuple(tick.id for tick in item.ticks if chance.random() < 0.5)
    free = [tick.id for tick in item.ticks if tick.conditional and tick.id not in ticks]
    moments = [Evidence(tick=tick, at=n * 60, note=f"Zin {n}.") for tick in ticks for n in range(chance.randrange(3))]
    rated = ItemRating(
        state="assessed", ticks=ticks, not_applicable_ticks=tuple(free), evidence=tuple(moments)
    )  # fmt: skip

    assert item_rating(item, answers_of(new().rating.__class__(**whole(item.id, rated)), item.id, LIST)) == rated


def whole(skill: str, rated: ItemRating) -> dict:
    """The fields of a rating with one skill."""
    rating = new().rating
    return {name: getattr(rating, name) for name in rating.__struct_fields__} | {"items": {skill: rated}}


def given_yes(draft: Draft, *values: str) -> Draft:
    """The draft with these values answered in turn."""
    for value in values:
        draft = answer(draft, draft.question(), value)
    return draft


AT_FOCUS = {"kind": "role-play", "blind": "y", "recording": "n", "prediction": "", "skills": "focus"}


def test_a_condition_comes_before_its_behaviour():
    """focus.b3 is conditional: first whether it counts; if not, it is not asked and not required."""
    draft = given_yes(new(**AT_FOCUS), "y", "y")
    assert draft.question().id == "focus.b3.counts"
    draft = given_yes(draft, "n")
    assert draft.question().id == "focus.a1"


def test_hindering_is_folded_behind_one_question():
    """No: none of it is asked."""
    draft = given_yes(new(**AT_FOCUS), "y", "y", "n", "n", "n")
    assert draft.question().id == "focus.hindered"
    folded, unfolded = given_yes(draft, "n"), given_yes(draft, "y")
    assert folded.question().id == "safety.gate"
    assert unfolded.question().id == "focus.h1"


def test_the_gate_of_safety():
    """No sign: not applicable, no opportunity; a sign: its behaviours."""
    draft = jump(new(**AT_FOCUS), "safety")
    assert given_yes(draft, "n").rating.items["safety"] == ItemRating(state="na", reason="no_opportunity")
    assert given_yes(draft, "y").question().id == "safety.b1"


@pytest.mark.parametrize(("recording", "asked"), [("n", ["note"]), ("y", ["at", "note"])])
def test_what_a_deeper_behaviour_needs(recording, asked):
    """Words, and a time where there is a recording; a basic needs neither."""
    known = AT_FOCUS | {"recording": recording, "informed": "y", "agreed": "y"}
    known |= {"erase_by": "2026-12-19", "name": "opname", "length": "1260"}
    draft = given_yes(new(**known), "y", "y", "n", "y")
    found = []
    while draft.question().kind in ("at", "note"):
        found.append(draft.question().kind)
        draft = given_yes(draft, "60")

    assert found == asked


def test_an_own_issue_is_asked_no_word_and_no_time():
    """Ticks alone, no recording, no prediction, no moment to keep."""
    draft = new(kind="own-issue")
    kinds = set()
    while (question := draft.question()) is not None:
        kinds.add(question.kind)
        draft = answer(draft, question, {"level": "about_right", "skills": "", "count": "3"}.get(question.kind, "y"))

    assert not kinds & {"at", "note", "prediction", "keep_at", "keep_note", "recording"}
    assert faults(draft.rating, LIST, path="x", marks={}) == []


@pytest.mark.parametrize(("informed", "agreed"), [("n", "y"), ("y", "n"), ("n", "n")])
def test_without_both_yeses_there_is_no_recording(informed, agreed):
    """Nor a span of one, nor a consent that was not given."""
    known = AT_FOCUS | {"recording": "y", "informed": informed, "agreed": agreed, "span": "60-120"}
    rating = new(**known).rating

    assert (rating.recording, rating.span, rating.consent) == (None, None, None)


def test_skills_that_are_not_looked_at():
    """Set aside, but for the question about safety."""
    items = new(**AT_FOCUS).rating.items
    assert {skill for skill, rated in items.items() if rated.state == "missing"} == {"focus", "safety"}
    assert items["listen"].reason == "not_in_this_exercise"


def test_a_skill_that_is_not_applicable():
    """With its reason; what was ticked of it is dropped."""
    draft = not_applicable(given_yes(new(**AT_FOCUS), "y"), "recording_gap")
    assert draft.rating.items["focus"] == ItemRating(state="na", reason="recording_gap")
    assert draft.question().id == "safety.gate"


def test_a_jump_back_asks_again_with_the_earlier_answers():
    """They are the default, and the rating keeps them until another answer is given."""
    done = given_yes(new(**AT_FOCUS), "y", "y", "n", "n", "n", "n")
    back = jump(done, "focus")
    assert back.default(back.question()) == "y"
    assert back.rating == done.rating
    assert given_yes(back, "n").rating.items["focus"].state == "missing"


def test_undo_over_a_border():
    """From the first question of a skill to the last of the one before; that one is open again until answered."""
    draft = given_yes(new(**AT_FOCUS), "y", "y", "n", "n", "n", "n")
    assert draft.question().id == "safety.gate"
    back = undo(draft)
    assert back.question().id == "focus.hindered"
    assert back.rating.items["focus"].state == "missing"
    assert given_yes(back, "n").rating == draft.rating


def test_a_further_moment_survives_going_through_again():
    """A second time for the same behaviour, noted elsewhere, is not lost; without the tick it goes."""
    moments = (Evidence(tick="focus.a1", note="Een."), Evidence(tick="focus.a1", note="Twee."))
    rated = ItemRating(state="assessed", ticks=("focus.a1",), evidence=moments)
    rating = Rating(**whole("focus", rated))
    draft = jump(resume(rating, None, LIST), "focus")
    kept = given_yes(draft, "n", "n", "y", "n", "y", "Een.", "n", "n")
    gone = given_yes(draft, "n", "n", "y", "n", "n", "n", "n")

    assert kept.rating.items["focus"].evidence == moments
    assert gone.rating.items["focus"].evidence == ()
