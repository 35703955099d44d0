"""Ticks to a level: the vectors that the browser shares, and what holds for every set of ticks."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sst_training.library.reading import read_document
from sst_training.library.walk import build
from sst_training.model.instrument import Instrument, Item, Tick
from sst_training.model.rating import ItemRating, Rating
from sst_training.rating.checks import faults
from sst_training.rating.levels import Basics, Standing, standing

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests" / "vectors" / "levels.json").read_text(encoding="utf-8"))
LIST = build(Instrument, read_document(ROOT / "checklists" / "sst-practice.yaml"), "")[0]
assert LIST is not None


@pytest.mark.parametrize("vector", VECTORS["levels"], ids=lambda vector: f"{vector['item']}: {vector['said']}")
def test_vector(vector):
    """Each vector gives the standing it names."""
    found = standing(LIST.item(vector["item"]), msgspec.convert(vector["rating"], ItemRating))
    assert msgspec.to_builtins(found) == vector["expect"]


@pytest.mark.parametrize("vector", VECTORS["refused"], ids=lambda vector: vector["code"])
def test_refused_vector(vector, raw):
    """Each refused vector gives exactly the problem it names."""
    rating = msgspec.convert(raw({vector["item"]: vector["rating"]}), Rating)
    assert [problem.code for problem in faults(rating, LIST, path="x", marks={})] == [vector["code"]]


def test_vectors_are_of_this_list():
    """The vectors name the list and version they were made for."""
    assert (VECTORS["instrument"], VECTORS["version"]) == (LIST.id, LIST.version)


def only_conditional() -> Item:
    """An item whose single basic is conditional, as no shipped item is."""
    text = {"nl": "x", "en": "x"}
    ticks = (
        Tick(id="x.b1", kind="basic", text=text, conditional=True, when=text),
        Tick(id="x.a1", kind="advanced", text=text),
        Tick(id="x.h1", kind="harm", text=text),
    )
    return Item(id="x", domain="start", core=True, gated=False, text=text, why=text, seen=text, ticks=ticks)


def test_no_required_basic_left_is_na_and_no_free_3():
    """All basics waived: the skill is na."""
    rated = ItemRating(state="assessed", ticks=("x.a1",), not_applicable_ticks=("x.b1",))
    assert standing(only_conditional(), rated) == Standing(state="na", reason="no_opportunity")


def test_harm_counts_when_no_required_basic_is_left():
    """All basics waived but a hindering tick: level 1."""
    rated = ItemRating(state="assessed", ticks=("x.h1",), not_applicable_ticks=("x.b1",))
    assert standing(only_conditional(), rated) == Standing(state="assessed", level=1, basics=Basics(0, 0))


@st.composite
def rated_items(draw: st.DrawFn) -> tuple[Item, ItemRating]:
    """Any item of the list with any of its ticks, some conditional basics waived."""
    item = draw(st.sampled_from(LIST.items))
    ticks = draw(st.lists(st.sampled_from([tick.id for tick in item.ticks]), unique=True))
    conditional = [tick.id for tick in item.ticks if tick.conditional and tick.id not in ticks]
    waived = draw(st.lists(st.sampled_from(conditional), unique=True)) if conditional else []
    return item, ItemRating(state="assessed", ticks=tuple(ticks), not_applicable_ticks=tuple(waived))


@given(rated_items())
def test_level_is_1_to_4_or_na(drawn):
    """Whatever is ticked, there is a level from 1 to 4 or the skill is na."""
    found = standing(*drawn)
    assert found.level in (1, 2, 3, 4) if found.state == "assessed" else found.level is None


@given(rated_items(), st.data())
def test_one_more_basic_never_lowers(drawn, data):
    """Ticking a basic more never gives a lower level."""
    item, rated = drawn
    one = data.draw(st.sampled_from(item.of_kind("basic"))).id
    more = msgspec.structs.replace(
        rated,
        ticks=tuple({*rated.ticks, one}),
        not_applicable_ticks=tuple(tick for tick in rated.not_applicable_ticks if tick != one),
    )
    if one not in rated.not_applicable_ticks:
        assert (standing(item, more).level or 0) >= (standing(item, rated).level or 0)


@given(rated_items(), st.data())
def test_harm_is_always_1(drawn, data):
    """With a hindering or unsafe tick the level is 1, whatever else was seen."""
    item, rated = drawn
    harm = data.draw(st.sampled_from(item.of_kind("harm", "safety"))).id
    assert standing(item, msgspec.structs.replace(rated, ticks=(*rated.ticks, harm))).level == 1


@given(rated_items(), st.randoms())
def test_order_of_ticks_is_nothing(drawn, random):
    """The same ticks in another order give the same standing."""
    item, rated = drawn
    ticks = list(rated.ticks)
    random.shuffle(ticks)
    assert standing(item, msgspec.structs.replace(rated, ticks=tuple(ticks))) == standing(item, rated)


@given(rated_items())
def test_level_4_has_every_basic_and_an_advanced(drawn):
    """Level 4 says: every basic that counts, and at least one advanced."""
    item, rated = drawn
    found = standing(item, rated)
    if found.level == 4:
        assert found.basics.seen == found.basics.required
        assert any(tick.id in rated.ticks for tick in item.of_kind("advanced"))
