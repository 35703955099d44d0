"""Coefficients of agreement: published worked examples to their digits, other people's programs, and no value at all.

Krippendorff 2011, *Computing Krippendorff's alpha-reliability*. Cohen 1968. Feinstein & Cicchetti 1990. Shrout &
Fleiss 1979. The `abstractors` table and the four raters are in Gwet's irrCAC manual; AC2 for them was read from
irrCAC 0.4.4.
"""

import math

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from sst_training.rating.agreement.figures import figures, statistics
from sst_training.rating.agreement.kappa import kappa
from sst_training.rating.agreement.table import Table, Undefined, Unit, numbers_of
from sst_training.rating.agreement.tally import Layout
from sst_training.rating.agreement.weights import distances

RELIABILITY = """1 2 3 3 2 1 4 1 2 . . .
                 1 2 3 3 2 2 4 1 2 5 . 3
                 . 3 3 3 2 3 4 2 2 5 1 .
                 1 2 3 3 2 4 4 1 2 5 1 ."""
SHROUT_FLEISS = """9 6 8 7 10 6
                   2 1 4 1 5 2
                   5 3 6 2 6 4
                   8 2 8 6 9 7"""
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
COHEN_1968 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
"""His proportions times his n of 200."""

RATINGS = st.lists(st.tuples(*[st.integers(1, 4)] * 2), min_size=2, max_size=40)
MISSING = st.lists(st.tuples(*[st.none() | st.integers(1, 4)] * 3), min_size=2, max_size=20)
QUICK = settings(max_examples=60, deadline=None)


def table(rows, scale=None):
    """A table of units (rows) by raters, of whole numbers or None; the categories those seen, or the scale."""
    seen = sorted({value for row in rows for value in row if value is not None})
    categories = tuple(map(str, scale or seen))
    units = [
        Unit(str(i), None, tuple(None if value is None else categories.index(str(value)) for value in row))
        for i, row in enumerate(rows)
    ]
    return Table(
        raters=tuple("ABCDEFGH"[: len(rows[0])]), categories=categories, numbers=numbers_of(categories),
        ordered=True, fixed=scale is not None, units=tuple(units),
    )  # fmt: skip


def by_rater(text):
    """Rows of units from lines of raters; a point is missing."""
    lines = [line.split() for line in text.splitlines()]
    return [tuple(None if value == "." else int(value) for value in row) for row in zip(*lines, strict=True)]


def crossed(cross):
    """Rows of two raters from a square table of counts, categories from 1."""
    return [
        (one, other)
        for one, row in enumerate(cross, 1)
        for other, count in enumerate(row, 1)
        for _ in range(count)
    ]  # fmt: skip


def values(of):
    """Every coefficient of a table by its dotted name."""
    layout = Layout(of)
    tally = layout.sum([(layout.counts(of.units), 1)])
    return {name: function(tally) for name, function in statistics(of).items()}


@pytest.mark.parametrize(("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_krippendorffs_reliability_data(level, published):
    """Four observers, twelve units, seven cells missing."""
    assert round(values(table(by_rater(RELIABILITY)))[f"alpha.{level}"], 3) == published


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)],
)
def test_alpha_of_two_observers(one, other, published):
    """Krippendorff's binary example, and his nominal one with five categories."""
    letters = sorted(set(one + other))
    rows = [(letters.index(a), letters.index(b)) for a, b in zip(one, other, strict=True)]

    assert round(values(table(rows))["alpha.nominal"], 3) == published


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("icc.agreement.single", 0.29),
        ("icc.agreement.average", 0.62),
        ("icc.consistency.single", 0.71),
        ("icc.consistency.average", 0.91),
    ],
)
def test_icc_of_shrout_and_fleiss(name, published):
    """Six targets, four judges: ICC(2,1), (2,4), (3,1), (3,4)."""
    assert round(values(table(by_rater(SHROUT_FLEISS)))[name], 2) == published


@pytest.mark.parametrize(
    ("cross", "percent", "published"),
    [
        ([[40, 9], [6, 45]], 85, 0.70),
        ([[80, 10], [5, 5]], 85, 0.32),
        ([[45, 15], [25, 15]], 60, 0.13),
        ([[25, 35], [5, 35]], 60, 0.26),
    ],
)
def test_kappa_and_its_paradoxes(cross, percent, published):
    """Feinstein & Cicchetti 1990: the same percentage, very different kappas."""
    found = figures(table(crossed(cross)), 1, "1")

    assert (found.percent, round(found.kappa["unweighted"], 2)) == (percent, published)


@pytest.mark.parametrize(
    ("weights", "published"),
    [
        ([[0, 1, 1], [1, 0, 1], [1, 1, 0]], 0.492),
        ([[0, 1, 3], [1, 0, 6], [3, 6, 0]], 0.348),
        ([[0, 1, 4], [1, 0, 6], [2, 2, 0]], 0.353),
    ],
)
def test_weighted_kappa_of_cohen(weights, published):
    """Cohen 1968: one table, no weights, his weights, and weights that differ by direction."""
    assert round(kappa(COHEN_1968, weights), 3) == published


@pytest.mark.parametrize(
    ("rows", "name", "published"),
    [
        (crossed(ABSTRACTORS), "kappa.unweighted", 0.7964094),
        (crossed(ABSTRACTORS), "ac1", 0.8493305),
        (crossed(ABSTRACTORS), "ac2.linear", 0.9000227),
        (crossed(ABSTRACTORS), "ac2.quadratic", 0.9402369),
        (by_rater(RELIABILITY), "ac1", 0.7754441),
        (by_rater(RELIABILITY), "ac2.linear", 0.8587391),
        (by_rater(RELIABILITY), "ac2.quadratic", 0.9140007),
    ],
)
def test_gwet(rows, name, published):
    """Two raters without, and four raters with missing cells."""
    assert round(values(table(rows))[name], 7) == published


def test_gwet_with_a_level_that_one_unit_alone_has():
    """Eight units, uneven panels, read from irrCAC with its categories fixed at 1 to 4."""
    rows = [(4, 1, 1), (1, 1, 4), (4, 3, None), (1, 2, 2), (3, 2, 2), (1, None, 3), (1, None, 2), (2, None, 3)]
    found = values(table(rows, scale=(1, 2, 3, 4)))

    assert [round(found[name], 7) for name in ("ac1", "ac2.linear", "ac2.quadratic")] == [
        -0.1013384, 0.0037938, 0.0491448,
    ]  # fmt: skip


def test_uneven_panels_in_percent():
    """(1,1,1) agrees wholly, (1,1,2) in one pair of three, (2,) in none: (1 + 1/3) / 2 = 66.67."""
    found = figures(table([(1, 1, 1), (1, 1, 2), (2, None, None)]), 1, "1")

    assert (found.percent, found.units, found.paired_units, found.ratings) == (66.67, 3, 2, 7)


@QUICK
@given(RATINGS, st.sampled_from(["unweighted", "linear", "quadratic"]))
def test_kappa_like_scikit_learn(rows, weights):
    """With the scale's four levels fixed, also when one of them was not used."""
    assume(len({value for row in rows for value in row}) > 1)
    one, other = zip(*rows, strict=True)
    wanted = cohen_kappa_score(one, other, labels=[1, 2, 3, 4], weights=None if weights == "unweighted" else weights)

    assert values(table(rows, scale=(1, 2, 3, 4)))[f"kappa.{weights}"] == pytest.approx(wanted, abs=1e-12)


@QUICK
@given(MISSING, st.sampled_from(["nominal", "ordinal", "interval"]))
def test_alpha_like_krippendorff(rows, level):
    """Three raters, any cells missing."""
    paired = [value for row in rows if sum(v is not None for v in row) > 1 for value in row if value is not None]
    assume(len(set(paired)) > 1)
    data = np.array([[math.nan if value is None else value for value in row] for row in rows]).T
    wanted = krippendorff.alpha(data, level_of_measurement=level)

    assert values(table(rows, scale=(1, 2, 3, 4)))[f"alpha.{level}"] == pytest.approx(wanted, abs=1e-12)


@QUICK
@given(st.lists(st.tuples(*[st.integers(1, 4)] * 3), min_size=2, max_size=20))
def test_icc_like_the_mean_squares(rows):
    """Against the textbook's analysis of variance in numpy."""
    data = np.array(rows, dtype=float)
    n, k = data.shape
    grand = data.mean()
    between = k * ((data.mean(1) - grand) ** 2).sum() / (n - 1)
    judges = n * ((data.mean(0) - grand) ** 2).sum() / (k - 1)
    rest = ((data - data.mean(1)[:, None] - data.mean(0)[None] + grand) ** 2).sum() / ((n - 1) * (k - 1))
    below = between + (k - 1) * rest + k * (judges - rest) / n
    found = values(table(rows, scale=(1, 2, 3, 4)))

    if below > 1e-9:
        assert found["icc.agreement.single"] == pytest.approx((between - rest) / below, abs=1e-9)
    else:
        assert isinstance(found["icc.agreement.single"], Undefined)
    if between > 1e-9:
        assert found["icc.consistency.average"] == pytest.approx((between - rest) / between, abs=1e-9)


@QUICK
@given(MISSING, st.randoms())
def test_order_does_not_matter(rows, chance):
    """Units shuffled, raters turned round: the same values; only kappa's two raters have a direction."""
    mixed = [row[::-1] for row in rows]
    chance.shuffle(mixed)
    one, other = (values(table(each, scale=(1, 2, 3, 4))) for each in (rows, mixed))

    assert one == other


@QUICK
@given(st.lists(st.tuples(*[st.none() | st.integers(1, 3)] * 2), min_size=1, max_size=8))
def test_never_nan_and_one_only_for_agreement(rows):
    """Whatever is missing: a finite number at most 1, or a reason; 1 only where all pairs agree (or differ by a constant)."""
    found = values(table(rows, scale=(1, 2, 3)))

    for name, value in found.items():
        assert isinstance(value, Undefined) or (math.isfinite(value) and value <= 1), name
    agree = all(a == b for a, b in rows if a is not None and b is not None)
    assert agree or all(value != 1 for name, value in found.items() if not name.startswith("icc.consistency"))


@pytest.mark.parametrize(
    ("rows", "reasons"),
    [
        ([(3, 3), (3, 3)], {Undefined.NO_VARIANCE}),
        ([(1, None), (None, 2)], {Undefined.NO_PAIRS, Undefined.COMPLETE_ROWS}),
        ([(2, 2)], {Undefined.NO_VARIANCE, Undefined.COMPLETE_ROWS}),
    ],
)
def test_no_value_without_variance_or_pairs(rows, reasons):
    """All the same, nothing paired, one pair alike: None with the reason, never 1."""
    of = table(rows, scale=(1, 2, 3, 4))
    found = values(of)

    assert {value for name, value in found.items() if name != "percent"} == reasons
    told = figures(of, 1, "1")
    assert told.kappa == {"unweighted": None, "linear": None, "quadratic": None}
    assert {note.code for note in told.notes} >= {reason.value for reason in reasons}


def test_a_single_pair_that_differs():
    """Krippendorff's formula gives 0 for it; so does kappa; ICC needs two rows."""
    found = values(table([(2, 3)], scale=(1, 2, 3, 4)))

    assert (found["alpha.nominal"], found["kappa.unweighted"]) == (0, 0)
    assert found["icc.agreement.single"] is Undefined.COMPLETE_ROWS


def test_units_that_do_not_differ_have_no_consistency():
    """Both units sum to 3: nothing between units, so the mean over it is undefined and not minus infinity."""
    found = values(table([(1, 2), (2, 1)]))

    assert found["icc.consistency.average"] is Undefined.NO_SPREAD
    assert found["icc.agreement.single"] is Undefined.NO_SPREAD


def test_kappa_is_for_two():
    """Three raters: None, and the note names the three kappas."""
    found = figures(table([(1, 2, 1), (2, 2, 3)]), 1, "1")
    note = next(note for note in found.notes if note.code == "two_raters")

    assert note.about == ("kappa.unweighted", "kappa.linear", "kappa.quadratic")


def test_a_level_nobody_used_stays_on_the_scale():
    """Level 3 was not used: 2 and 4 are one place apart as seen, two on the scale of four."""
    rows = [(1, 2), (1, 1), (2, 2), (4, 4), (4, 4)]
    seen, fixed = (values(table(rows, scale=scale))["kappa.linear"] for scale in (None, (1, 2, 3, 4)))

    assert (round(seen, 4), round(fixed, 4)) == (0.7826, 0.8571)


def test_distances():
    """Nominal, linear, quadratic."""
    assert distances(3, "nominal") == [[0, 1, 1], [1, 0, 1], [1, 1, 0]]
    assert distances(3, "linear")[0] == [0, 1, 2]
    assert distances(3, "quadratic")[0] == [0, 1, 4]
