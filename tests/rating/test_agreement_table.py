"""A table from CSV, and from ratings: what counts as a unit, what is told, what stays out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sst_training.rating.agreement.csv_table import CODES, read_table
from sst_training.rating.agreement.pooled import pool
from sst_training.rating.agreement.table import millionths, plain


def codes(text, scale=None):
    """(line, code) of every problem in a CSV text."""
    table, problems = read_table(text, "t.csv", scale)
    assert (table is None) == bool(problems)
    return [(problem.line, problem.code) for problem in problems]


def test_a_table_with_recordings_and_missing_cells():
    """unit,recording,<rater>,<rater>; the empty cell is None."""
    table, _ = read_table("unit,recording,A,B\nx,r1,3,2\ny,r2,,1\n", "t.csv")

    assert (table.raters, table.categories, table.recordings) == (("A", "B"), ("1", "2", "3"), ("r1",))
    assert [unit.values for unit in table.units] == [(2, 1), (None, 0)]


def test_without_recordings():
    """The second column is a rater."""
    table, _ = read_table("unit,A,B\nx,3,2\n", "t.csv")

    assert (table.raters, table.recordings) == (("A", "B"), None)


def test_the_scale_fixes_the_categories():
    """1 to 4, though only 2 and 3 were seen."""
    table, _ = read_table("unit,A,B\nx,3,2\n", "t.csv", ["1", "2", "3", "4"])

    assert (table.categories, table.fixed, table.units[0].values) == (("1", "2", "3", "4"), True, (2, 1))


def test_words_have_no_order_unless_the_scale_gives_one():
    """Ja and nee."""
    text = "unit,A,B\nx,ja,nee\ny,nee,nee\n"
    free, _ = read_table(text, "t.csv")
    fixed, _ = read_table(text, "t.csv", ["nee", "ja"])

    assert (free.ordered, free.numbers, fixed.ordered, fixed.numbers) == (False, None, True, None)
    assert fixed.categories == ("nee", "ja")


def test_a_spreadsheets_own_csv():
    """A byte order mark is the caller's; semicolons, decimal commas, CRLF, quotes and empty lines are read."""
    table, problems = read_table('unit;A;B\r\n"x; een";2,5;2,50\r\n\r\ny;+1;1.0\r\n', "t.csv")

    assert problems == []
    assert (table.categories, table.units[0].name) == (("1", "2.5"), "x; een")
    assert [unit.values for unit in table.units] == [(1, 1), (0, 0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, "A101")]),
        ("A,B\n1,2\n", [(1, "A101")]),
        ("unit,A\nx,1\n", [(1, "A102")]),
        ("unit,A,A\nx,1,2\n", [(1, "A103")]),
        ("unit,A,B\nx,1\n", [(2, "A104")]),
        ("unit,A,B\nx,1,2\nx,1,2\n", [(3, "A103")]),
        ("unit,recording,A,B\nx,,1,2\n", [(2, "A106")]),
        ("unit,A,B\nx,,\n", [(1, "A109")]),
        ('unit,A,B\nx,"1,2\n', [(2, "A108")]),
        ("unit,A,\nx,1,2\n", [(1, "A110")]),
        ("unit,A,B\nx,1,2\ny,1\nz,1,2,3\n", [(3, "A104"), (4, "A104")]),
        ("unit,A,B\n" + "".join(f"u{i},{i},{i}\n" for i in range(40)), [(1, "A107")]),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text, found):
    """Every problem at once."""
    assert codes(text) == found


def test_a_value_that_is_not_on_the_scale():
    """0 is missing in no one's scale of four."""
    assert codes("unit,A,B\nx,0,2\n", ["1", "2", "3", "4"]) == [(2, "A105")]


def test_every_code_has_a_sentence(phrases):
    """In both languages."""
    assert all(f"agreement.{code}" in phrases for code in CODES)


@pytest.mark.parametrize(
    "text",
    ["unit,A,B\n" + "x\n" * 100_000, "unit," + ",".join(f"r{i}" for i in range(100_000)), "unit,A,B\n" + "," * 100_000],
)
def test_a_long_file_that_is_no_table_is_soon_done(text):
    """At most two hundred problems, at most fifty raters, at most a hundred signs a name."""
    assert 0 < len(codes(text)) <= 200


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='unitAB,;"\n\r 1290.-+é', max_size=80), st.booleans())
def test_any_text_gives_a_table_or_problems(text, header):
    """No exception, whatever stands in the file."""
    codes(("unit,A,B\n" if header else "") + text)


@pytest.mark.parametrize(
    ("text", "number", "spelled"),
    [
        ("1", 1_000_000, "1"),
        ("-2.50", -2_500_000, "-2.5"),
        ("+007", 7_000_000, "7"),
        ("1e9", None, "1e9"),
        ("-0.5", -500_000, "-0.5"),
    ],
)
def test_numbers(text, number, spelled):
    """Whole millionths; what is no plain number is a word."""
    assert (millionths(text), plain(text)) == (number, spelled)


def rating(rate, session, role, label, levels, **fields):
    """A rating of some skills: `levels` names the ticks of each."""
    rater = {"role": role, "label": label, "blind": fields.pop("blind", True)}
    return rate(levels, session=session, ratee="P3", rater=rater, **fields)


def test_a_unit_is_a_skill_in_a_session(rate, instrument):
    """Two sessions, two raters; a skill that nobody assessed is no unit."""
    ratings = [
        rating(rate, "aaaaaaaa", "self", "P3", {"focus": "b1 b2 b3"}),
        rating(rate, "aaaaaaaa", "trainer", "T1", {"focus": "b1", "listen": ""}),
        rating(rate, "bbbbbbbb", "trainer", "T1", {"focus": "h1"}),
    ]
    table = pool(ratings, instrument).table

    assert table.raters == ("P3", "T1")
    assert [(unit.recording, unit.values) for unit in table.units] == [
        ("aaaaaaaa/P3", (2, 1)),
        ("aaaaaaaa/P3", (None, 1)),
        ("bbbbbbbb/P3", (None, 0)),
    ]
    assert (table.categories, table.fixed) == (("1", "2", "3", "4"), True)


def test_safety_stands_apart(rate, instrument):
    """It is never one of the units."""
    assert pool([rating(rate, "aaaaaaaa", "peer", "P4", {"safety": "b1"})], instrument).table.units == ()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"blind": False}, "not_blind"),
        ({"session_kind": "own-issue"}, "own_issue"),
    ],
)
def test_what_stays_out(rate, instrument, fields, reason):
    """Counted by reason."""
    found = pool([rating(rate, "aaaaaaaa", "self", "P3", {"focus": ""}, **fields)], instrument)

    assert (found.table.units, found.left_out) == ((), {reason: 1})


def test_oneself_in_another_role_stays_out(rate, instrument):
    """P3 as a colleague of P3."""
    assert pool([rating(rate, "aaaaaaaa", "peer", "P3", {"focus": ""})], instrument).left_out == {"own_rating": 1}


def test_the_same_rating_twice_counts_once(rate, instrument):
    """A copy in two folders is one; two that differ are told."""
    one = rating(rate, "aaaaaaaa", "trainer", "T1", {"focus": "b1"})
    other = rating(rate, "aaaaaaaa", "trainer", "T1", {"focus": "b2"})

    assert pool([one, one], instrument).left_out == {"copy": 1}
    assert [(twice.session, twice.rater) for twice in pool([one, other], instrument).twice] == [("aaaaaaaa", "T1")]


def test_by_role(rate, instrument):
    """Two people's own eyes beside two trainers': two columns."""
    ratings = [
        rating(rate, session, role, label, {"focus": ticks})
        for session, role, label, ticks in (
            ("aaaaaaaa", "self", "P3", "b1"), ("aaaaaaaa", "trainer", "T1", "b1"),
            ("bbbbbbbb", "self", "P4", "b1"), ("bbbbbbbb", "trainer", "T2", "h1"),
        )
    ]  # fmt: skip

    assert pool(ratings, instrument).table.raters == ("P3", "P4", "T1", "T2")
    assert pool(ratings, instrument, by_role=True).table.raters == ("self", "trainer")
