"""Over time and over people: what may stand side by side, and what stays hidden."""

import msgspec
import pytest

from sst_training.model.rating import ItemRating, Rating
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.cohort import LEAST, Gathering
from sst_training.rating.progress import progress
from sst_training.rating.remembered import Remembered


@pytest.fixture
def seen(rate):
    """Makes a rating: `seen("aaaaaaaa", "P3", {"focus": "b1"}, role="peer", label="P4")`."""

    def make(session, ratee, ticks, role="self", label=None, blind=True, **fields):
        rater = {"role": role, "label": label or ratee, "blind": blind}
        return rate(ticks, session=session, ratee=ratee, rater=rater, **fields)

    return make


@pytest.fixture
def cohort(instrument):
    """Counts ratings and gives the group's figures."""

    def count(ratings):
        remembered, gathering = Remembered(instrument), Gathering(instrument)
        for rating in ratings:
            answers = {skill: remembered.answer(rating, skill, part) for skill, part in rating.items.items()}
            gathering.add(rating, answers)
        return gathering.result()

    return count


def dots(found, skill="focus"):
    """(rater, kind, level) of each line with the levels of one skill."""
    return [
        (
            line.rater,
            line.session_kind,
            line.level,
            [dot.items[skill].level if dot.items else None for dot in line.sessions],
        )
        for line in found.lines
    ]


def test_a_dot_a_session_by_date(seen, library):
    """Two sessions on sc-001, given in the wrong order."""
    ratings = [
        seen("bbbbbbbb", "P3", {"focus": "b1 b2 b3"}, scenario="sc-001", date="2026-12-07"),
        seen("aaaaaaaa", "P3", {"focus": "b1"}, scenario="sc-001", date="2026-12-05"),
    ]

    assert dots(progress("P3", ratings, library, left_out={})) == [("P3", "role-play", 1, [2, 3])]


def test_other_difficulty_is_another_line(seen, library):
    """sc-001 is level 1, sc-002 level 2; without a scenario the level is not known; own issues apart."""
    ratings = [
        seen("aaaaaaaa", "P3", {"focus": "b1"}, scenario="sc-002"),
        seen("bbbbbbbb", "P3", {"focus": "h1"}, scenario="sc-001"),
        seen("cccccccc", "P3", {"focus": "b1"}),
        seen("dddddddd", "P3", {"focus": "b1"}, session_kind="own-issue"),
    ]
    found = dots(progress("P3", ratings, library, left_out={}))

    assert [line[1:3] for line in found] == [
        ("role-play", None), ("role-play", 1), ("role-play", 2), ("own-issue", None),
    ]  # fmt: skip


def test_other_eyes_are_another_line(seen, library):
    """One's own, unless asked for another role; each rater apart; other people are passed over."""
    ratings = [
        seen("aaaaaaaa", "P3", {"focus": "b1"}),
        seen("aaaaaaaa", "P3", {"focus": "h1"}, "peer", "P4"),
        seen("aaaaaaaa", "P3", {"focus": "b1 b2 b3"}, "peer", "P5"),
        seen("eeeeeeee", "P9", {"focus": "b1"}),
    ]
    found = progress("P3", ratings, library, role="peer", left_out={"other_version": 2})

    assert [(line[0], line[3]) for line in dots(found)] == [("P4", [1]), ("P5", [3])]
    assert (found.roles, found.left_out) == ({"peer": 2, "self": 1}, {"other_version": 2})


def test_an_unsafe_tick_by_anyone_withholds_the_dot(seen, library):
    """The trainer ticked listen.s1: the session's own dots wait until that is resolved."""
    mine = seen("aaaaaaaa", "P3", {"focus": "b1"})
    other = seen("aaaaaaaa", "P3", {"listen": "s1"}, "trainer", "T1")
    resolution = {"with": "P3", "note": "besproken", "date": "2026-12-06"}
    resolved = seen("aaaaaaaa", "P3", {"listen": "s1"}, "trainer", "T1", resolution=resolution)

    assert dots(progress("P3", [mine, other], library, left_out={}))[0][3] == [None]
    assert dots(progress("P3", [mine, resolved], library, left_out={}))[0][3] == [2]


def group(seen, people, ticks="b1", **fields):
    """A rating of focus by the trainer for each of so many people."""
    return [seen(f"s{i:07}", f"P{i}", {"focus": ticks}, "trainer", "T1", **fields) for i in range(people)]


def test_counts_per_level(seen, cohort):
    """Six people at level 2 and one at level 1."""
    found = cohort([*group(seen, 6), seen("zzzzzzzz", "P8", {"focus": "h1"}, "trainer", "T1")])

    assert found.items["focus"].others.levels == {"1": 1, "2": 6, "3": 0, "4": 0}
    assert [(one.tick, one.ratings, one.of) for one in found.hindering] == [("focus.h1", 1, 7)]
    assert (found.people, found.sessions, found.ratings) == (7, 7, 7)


@pytest.mark.parametrize(("people", "shown"), [(LEAST - 1, False), (LEAST, True)])
def test_small_groups_are_hidden(seen, cohort, people, shown):
    """Four people: no levels, no hindering ticks, no differences, and how many there are is not told either."""
    found = cohort(
        group(seen, people, "h1") + [seen(f"s{i:07}", f"P{i}", {"focus": "b1"}) for i in range(people)]
    )  # fmt: skip
    focus = found.items["focus"]

    assert [part is not None for part in (focus.others, focus.self, focus.gaps, found.people)] == [shown] * 4
    assert bool(found.hindering) == shown
    assert ("focus" in found.hidden) != shown


def test_five_ratings_of_one_person_are_one_person(seen, cohort):
    """What is counted are people."""
    found = cohort([seen(f"s{i:07}", "P1", {"focus": "b1"}, "trainer", "T1") for i in range(9)])

    assert (found.items["focus"].others, found.hidden) == (None, ("focus",))


def test_the_largest_difference_between_oneself_and_others(seen, cohort):
    """Five times one level too kind, once two too strict; a rater who was not blind stays out of it."""
    ratings = []
    for i in range(6):
        own, other = ("b1 b2 b3", "b1") if i else ("h1", "b1 b2 b3")
        ratings += [
            seen(f"s{i:07}", f"P{i}", {"focus": own}),
            seen(f"s{i:07}", f"P{i}", {"focus": other}, "peer", "R1"),
        ]
    ratings.append(seen("s0000001", "P1", {"focus": "h1"}, "peer", "R2", blind=False))
    gaps = cohort(ratings).items["focus"].gaps

    assert [(one.difference, one.pairs) for one in gaps.differences] == [(-2, 1), (1, 5)]
    assert (gaps.people, gaps.pairs, gaps.largest) == (6, 6, -2)


def test_what_never_counts(seen, cohort, rate):
    """Own issues, the client's form, oneself in another role, a second rating by the same rater of the session."""
    voice = {"topic": 8, "understood": 8, "forward": 8}
    client = rate({}, voice=voice, rater={"role": "client", "label": "C1", "blind": True})
    client = msgspec.structs.replace(client, items={})
    ratings = [
        seen("aaaaaaaa", "P1", {"focus": "b1"}, session_kind="own-issue"),
        client,
        seen("bbbbbbbb", "P1", {"focus": "b1"}, "peer", "P1"),
        *[seen("cccccccc", "P1", {"focus": "b1"}, "peer", "P2")] * 2,
    ]
    found = cohort(ratings)

    assert (found.ratings, found.left_out) == (1, {"client": 1, "copy": 1, "own_issue": 1, "own_rating": 1})


def test_nobody_is_named_or_ordered(seen, cohort):
    """No label of a person anywhere in the figures."""
    text = msgspec.json.encode(cohort(group(seen, 7))).decode()

    assert not any(f'"P{i}"' in text for i in range(7))
    assert "T1" not in text


@pytest.mark.parametrize(
    ("ticks", "fields", "ready"),
    [
        ({"focus": "b1 b2"}, {}, True),
        ({"focus": "b1 b9"}, {}, False),
        ({"focus": "listen.b1"}, {}, False),
        ({"focus": "a1"}, {}, False),
        ({"focus": "a1"}, {"session_kind": "own-issue"}, True),
        ({"focus": "b1"}, {"version": "9.9.9"}, False),
        ({"focus": "b1"}, {"date": "2026-02-30"}, False),
        ({"focus": "b1"}, {"span": {"from": 0, "to": 9}}, False),
    ],
)
def test_ready_means_that_the_full_checks_find_nothing(rate, instrument, ticks, fields, ready):
    """A rating is taken the quick way only when it is certainly sound and complete."""
    rating = rate({} if "listen.b1" in ticks["focus"] else ticks, **fields)
    if "listen.b1" in ticks["focus"]:
        odd = ItemRating(state="assessed", ticks=("listen.b1",))
        rating = msgspec.structs.replace(rating, items={**rating.items, "focus": odd})
    quick = Remembered(instrument).ready(rating) is not None
    told = faults(rating, instrument, path="", marks={}) or unfinished(rating, instrument, path="", marks={})

    assert (quick, not told) == (ready, ready)


def test_ready_asks_for_whole_moments(raw, instrument):
    """With a recording an advanced tick needs a time and words, each; any one lacking is found."""
    consent = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}
    recording = {"name": "opname 1", "seconds": 600}
    for moment, whole in (
        ({"at": 5, "note": "x"}, True), ({"at": 5}, False), ({"note": "x"}, False), ({"at": 5, "note": " "}, False),
        ({"at": 900, "note": "x"}, False),
    ):  # fmt: skip
        item = {"state": "assessed", "ticks": ["focus.a1"], "evidence": [{"tick": "focus.a1", **moment}]}
        rating = msgspec.convert(raw({"focus": item}, consent=consent, recording=recording), Rating)
        assert (Remembered(instrument).ready(rating) is not None) == whole, moment
