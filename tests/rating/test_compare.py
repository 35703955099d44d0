"""One's own observation beside others': who may be compared, and what is told."""

import msgspec
import pytest

from sst_training.model.rating import ItemRating, Rating
from sst_training.rating.compare import Refusal, compare, refusal


@pytest.fixture
def seen(rate):
    """Makes one rater's rating of session k7q2m9xt, locked: `seen("trainer", "T1", {"focus": "b1"})`."""

    def make(role, label, ticks=None, **fields):
        rater = {"role": role, "label": label, "blind": fields.pop("blind", True)}
        return rate(ticks or {}, rater=rater, **{"locked": True, **fields})

    return make


@pytest.fixture
def three(seen):
    """P3 and two others on four skills."""
    return [
        seen("self", "P3", {"focus": "b1 b2 b3 a1", "one-idea": "b1 b2 b3", "takeaway": "b1 b2 b3", "listen": "b1"}),
        seen("trainer", "T1", {"focus": "b1 b2 b3", "one-idea": "b1 h1", "takeaway": "b1", "listen": "b1"}),
        seen("peer", "P4", {"focus": "b1 b2 b3 a1", "one-idea": "b1 b2 b3", "listen": "b1 b2"}),
    ]


def test_levels_and_differences(three, instrument):
    """Self minus other; a skill the other did not assess has no difference."""
    found = compare(three, instrument)

    assert found.items["one-idea"].levels == {"P3": 3, "P4": 3, "T1": 1}
    assert found.items["one-idea"].difference == {"P4": 0, "T1": 2}
    assert found.items["takeaway"].difference == {"T1": 1}
    assert [(rater.role, rater.label) for rater in found.raters] == [("trainer", "T1"), ("peer", "P4")]


def test_shares_and_bias(three, instrument):
    """T1 on four skills: differences 1, 2, 1, 0. P4 on three: 0, 0, -1."""
    found = compare(three, instrument)

    assert found.compared == {"P4": 3, "T1": 4}
    assert found.exact == {"P4": 0.67, "T1": 0.25}
    assert found.within_one == {"P4": 1, "T1": 0.75}
    assert found.bias == {"P4": -0.33, "T1": 1}


def test_maps_are_in_ascii_order(three, instrument):
    """The same bytes, whatever the order of the files."""
    assert compare(three, instrument) == compare(three[::-1], instrument)
    assert list(compare(three, instrument).exact) == ["P4", "T1"]


def test_hindering_ticks_that_not_everyone_saw(three, instrument):
    """By those who saw it, among those who looked."""
    assert [(one.item, one.tick, one.labels) for one in compare(three, instrument).harm_mismatches] == [
        ("one-idea", "one-idea.h1", ("T1",))
    ]


def test_a_hindering_tick_that_everyone_saw_is_no_mismatch(seen, instrument):
    """And nobody else looked."""
    pair = [seen(role, label, {"focus": "h1"}) for role, label in (("self", "P3"), ("peer", "P4"))]

    assert compare(pair, instrument).harm_mismatches == ()


def test_a_sign_of_danger_that_one_did_not_see(seen, instrument):
    """Who answered the question for safety with no has looked too."""
    mine = seen("self", "P3")
    no = ItemRating(state="na", reason="no_opportunity")
    mine = msgspec.structs.replace(mine, items={**mine.items, "safety": no})
    other = seen("trainer", "T1", {"safety": "b1 s1"})
    found = compare([mine, other], instrument)

    assert [one.tick for one in found.harm_mismatches] == ["safety.s1"]
    assert [(one.tick, one.label, one.open) for one in found.safety] == [("safety.s1", "T1", True)]


def test_an_unsafe_tick_stands_until_it_is_resolved(seen, instrument):
    """With a resolution it stays in the record, and is no longer open."""
    resolution = {"with": "P3", "note": "besproken", "date": "2026-12-06"}
    pair = [seen("self", "P3"), seen("trainer", "T1", {"listen": "s1"}, resolution=resolution)]

    assert [one.open for one in compare(pair, instrument).safety] == [False]


def test_safety_is_in_no_share(seen, instrument):
    """Assessed by both with two levels between them: shown, and not counted."""
    pair = [seen("self", "P3", {"safety": "b1 b2 b3 b4"}), seen("peer", "P4", {"safety": "s1"})]
    found = compare(pair, instrument)

    assert found.items["safety"].difference["P4"] > 0
    assert (found.exact, found.bias, found.compared) == ({"P4": None}, {"P4": None}, {"P4": 0})


def test_the_three_largest_gaps(seen, instrument):
    """By size, then the order of the talk; a difference of nought is no gap."""
    mine = {"frame": "b1 b2 b3", "focus": "b1 b2 b3 a1", "one-idea": "b1 b2 b3", "takeaway": "b1", "open-door": "b1"}
    theirs = {"frame": "b1", "focus": "h1", "one-idea": "b1", "takeaway": "b1", "open-door": "h1"}
    found = compare([seen("self", "P3", mine), seen("peer", "P4", theirs)], instrument)

    assert [(gap.item, gap.difference) for gap in found.largest_gaps] == [("focus", 3), ("frame", 1), ("one-idea", 1)]


def test_a_gap_has_the_time_of_what_explains_it(raw, instrument):
    """The trainer's hindering tick and not the basic that both saw; oneself, the first moment there is."""

    def rating(role, label, ticks, evidence):
        item = {"state": "assessed", "ticks": ticks, "evidence": evidence}
        rater = {"role": role, "label": label, "blind": True}
        return msgspec.convert(raw({"focus": item}, rater=rater, locked=True), Rating)

    mine = rating("self", "P3", ["focus.b1", "focus.b2", "focus.b3"], [{"tick": "focus.b1", "at": 90}])
    other = rating(
        "trainer", "T1", ["focus.b1", "focus.h1"],
        [{"tick": "focus.b1", "at": 80, "note": "x"}, {"tick": "focus.h1", "at": 300, "note": "y"}],
    )  # fmt: skip

    assert compare([mine, other], instrument).largest_gaps[0].at == {"P3": 90, "T1": 300}


def test_strengths_are_what_both_ticked(three, instrument):
    """Advanced first, then what most people saw."""
    found = compare(three, instrument).strengths

    assert (found[0].tick, found[0].labels) == ("focus.a1", ("P3", "P4"))
    assert found[1].labels == ("P3", "T1", "P4")


@pytest.mark.parametrize("who", ["self", "peer"])
def test_who_was_not_blind_stays_out_of_the_figures(seen, instrument, who):
    """Levels are shown, shares and bias are None."""
    pair = [
        seen("self", "P3", {"focus": "b1"}, blind=who != "self"),
        seen("peer", "P4", {"focus": "b1"}, blind=who != "peer"),
    ]
    found = compare(pair, instrument)

    assert (found.exact, found.within_one, found.bias) == ({"P4": None}, {"P4": None}, {"P4": None})
    assert found.items["focus"].difference == {"P4": 0}
    assert found.not_blind == (("P3",) if who == "self" else ("P4",))


def test_nothing_to_refuse(three):
    """One own rating, locked; others of the same session."""
    assert refusal(three) is None


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ([], Refusal("no_other")),
        ([("self", "P3", {})], Refusal("two_selves")),
        ([("peer", "P4", {"session": "aaaaaaaa"})], Refusal("differs", "session")),
        ([("peer", "P4", {"ratee": "P9"})], Refusal("differs", "ratee")),
        ([("peer", "P4", {"version": "2.0.0"})], Refusal("differs", "version")),
        ([("peer", "P4", {"instrument": "other"})], Refusal("differs", "instrument")),
        ([("peer", "P3", {})], Refusal("same_person", "P3")),
        ([("peer", "P4", {}), ("trainer", "P4", {})], Refusal("label_twice", "P4")),
    ],
)
def test_what_is_refused(seen, others, why):
    """Beside one locked own rating of P3."""
    assert refusal([seen("self", "P3"), *(seen(role, label, **fields) for role, label, fields in others)]) == why


def test_ones_own_comes_first_and_locked(seen):
    """Without it, or while it can still change, nothing of the others."""
    other = seen("trainer", "T1")

    assert refusal([other]) == Refusal("no_self")
    assert refusal([seen("self", "P3", locked=False), other]) == Refusal("not_locked")
    assert refusal([seen("self", "P3", session_kind="own-issue"), other]) == Refusal("own_issue")
