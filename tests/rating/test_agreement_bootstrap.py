"""Intervals: by recording, from one start code the same everywhere, and none where they would mislead."""

import pytest

from sst_training.rating.agreement.bootstrap import clusters, interval
from sst_training.rating.agreement.figures import figures
from sst_training.rating.agreement.table import Table, Undefined, Unit, numbers_of

SCALE = ("1", "2", "3", "4")
PATTERN = [(1, 1), (2, 2), (3, 4), (2, 3), (4, 4), (1, 2)]


def table(units):
    """A table of (recording, level, level) for two raters."""
    return Table(
        raters=("P", "T"), categories=SCALE, numbers=numbers_of(SCALE), ordered=True, fixed=True,
        units=tuple(Unit(str(i), recording, (a - 1, b - 1)) for i, (recording, a, b) in enumerate(units)),
    )  # fmt: skip


def recorded(per):
    """Twelve units, so many to a recording."""
    return table([(f"r{i // per:02}", *PATTERN[i % 6]) for i in range(12)])


def test_the_same_seed_gives_the_same_interval():
    """Bytes of a result depend on nothing but table and seed."""
    assert figures(recorded(2), 42, "42") == figures(recorded(2), 42, "42")
    assert figures(recorded(2), 42, "42").intervals != figures(recorded(2), 43, "43").intervals


def test_the_order_of_units_changes_no_interval():
    """Recordings are drawn in ASCII order of their names."""
    one = recorded(2)
    other = Table(**{name: getattr(one, name) for name in one.__struct_fields__} | {"units": one.units[::-1]})

    assert figures(one, 7, "7").intervals == figures(other, 7, "7").intervals


def test_an_interval_holds_its_value():
    """Low, value and high of alpha."""
    found = figures(recorded(1), 1, "1")
    low, high = found.intervals["alpha"]["ordinal"]

    assert low < found.alpha["ordinal"] < high


def test_whole_recordings_are_drawn():
    """Six times the same two units a recording: every resample is alike, so the interval has no width."""
    same = table([(f"r{i}", level, other) for i in range(6) for level, other in ((1, 2), (3, 3))])
    found = figures(same, 1, "1")

    assert clusters(same)[0] == [0, 1]
    assert found.intervals["alpha"]["ordinal"] == pytest.approx((found.alpha["ordinal"],) * 2)
    by_unit = figures(table([(None, a, b) for _, a, b in [("", 1, 2), ("", 3, 3)] * 6]), 1, "1")
    low, high = by_unit.intervals["alpha"]["ordinal"]
    assert low < high
    assert by_unit.intervals["by"] == "unit"
    assert "by_unit" in {note.code for note in by_unit.notes}


def test_one_recording_gives_no_coefficient():
    """Twelve skills of one talk: percent stays, the rest is None with the reason."""
    found = figures(table([("r1", a, b) for a, b in PATTERN * 2]), 1, "1")

    assert found.percent == 50
    assert (found.alpha["ordinal"], found.kappa["quadratic"], found.ac1) == (None, None, None)
    assert next(note for note in found.notes if note.code == "one_recording").about


def test_recordings_without_a_pair_are_not_counted():
    """A second recording that one rater alone saw does not make two."""
    units = [Unit(str(i), "r1", (a - 1, b - 1)) for i, (a, b) in enumerate(PATTERN)] + [Unit("x", "r2", (2, None))]
    one = recorded(2)
    found = figures(
        Table(**{name: getattr(one, name) for name in one.__struct_fields__} | {"units": tuple(units)}), 1, "1"
    )

    assert found.alpha["ordinal"] is None
    assert found.recordings == 1


def test_few_recordings_are_said():
    """Six is below ten."""
    assert ("few_recordings", 6) in {(note.code, note.count) for note in figures(recorded(2), 1, "1").notes}


def test_no_interval_about_a_selection():
    """When more than one resample in twenty has no value there is no interval."""
    assert interval([0.5] * 949, 1000) is Undefined.UNSTABLE
    assert interval([0.5] * 950, 1000) == (0.5, 0.5)


def test_the_tails():
    """Of 1000 values 25 lie below and 25 above."""
    assert interval([float(i) for i in range(1000)], 1000) == (25.0, 974.0)


def test_seed_and_algorithm_are_told():
    """What it takes to have the same interval again."""
    told = figures(recorded(2), 42, "42").intervals

    assert {name: told[name] for name in ("by", "resamples", "algorithm", "seed")} == {
        "by": "recording", "resamples": 1000, "algorithm": "SSTRNG-1", "seed": "42",
    }  # fmt: skip
