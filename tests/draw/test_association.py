"""Names say nothing; and the measure would notice if they did."""

import json
from collections import Counter

import msgspec
import pytest

from sst_training.draw.association import cramers_v, name_associations
from sst_training.library import open_library
from sst_training.library.coverage import coverage

LIBRARY = open_library()


def test_complete_association_is_one():
    """A name that always goes with one level."""
    assert cramers_v(Counter({("Ali", "1"): 500, ("Bo", "2"): 500})) == pytest.approx(1, abs=0.01)


def test_no_association_is_zero():
    """A table whose rows are alike."""
    assert cramers_v(Counter({("Ali", "1"): 300, ("Ali", "2"): 100, ("Bo", "1"): 300, ("Bo", "2"): 100})) == 0


def test_correction_for_small_tables():
    """Chance alone in a sparse table stays near zero, where the plain measure does not."""
    pairs = Counter({(f"n{i}", f"s{(7 * i * i + j) % 20}"): 1 for i in range(40) for j in range(3)})

    assert cramers_v(pairs) < 0.1


def test_names_say_nothing():
    """No aspect of a role-play goes with the drawn name above 0.1."""
    assert [aspect for aspect, v in name_associations(LIBRARY, range(5_000)).items() if v > 0.1] == []


def test_a_name_tied_to_a_level_is_noticed(monkeypatch):
    """If a name were drawn by level, the report would say so."""
    import sst_training.draw.association as association

    real = association.draw_roleplays

    def tied(library, seed, count, wanted):
        play = real(library, seed, count, wanted)[0]
        return [msgspec.structs.replace(play, person=msgspec.structs.replace(play.person, name=f"Level {play.level}"))]

    monkeypatch.setattr(association, "draw_roleplays", tied)

    assert name_associations(LIBRARY, range(300))["level"] > 0.9


def test_coverage_counts_what_is_there():
    """Levels add up to the scenarios; every ungated skill has its row."""
    found = coverage(LIBRARY)

    assert found["scenarios"] == sum(found["levels"].values()) == sum(found["starts"].values())
    assert tuple(found["skills"]) == LIBRARY.instrument.ungated
    json.dumps(found)
