"""SSTRNG-1 gives the published numbers; the browser reads the same vectors."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sst_training.rng import MASK, SplitMix64, fnv1a64, seed_number, stream

VECTORS = json.loads((Path(__file__).parent / "vectors" / "rng.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["next"])
def test_next(case):
    """The generator's first numbers."""
    chance = SplitMix64(int(case["seed"]))

    assert [int(number, 0) for number in case["numbers"]] == [chance.next() for _ in case["numbers"]]


@pytest.mark.parametrize("case", VECTORS["below"])
def test_below(case):
    """Bounded numbers, the second case by way of rejection."""
    chance = SplitMix64(int(case["seed"]))

    assert [int(number) for number in case["numbers"]] == [chance.below(int(case["n"])) for _ in case["numbers"]]


def test_below_draws_again():
    """Above the last multiple of n it draws again: four numbers take six draws."""
    case = VECTORS["below"][1]
    chance = SplitMix64(int(case["seed"]))
    for _ in case["numbers"]:
        chance.below(int(case["n"]))
    other = SplitMix64(int(case["seed"]))
    for _ in range(case["draws"]):
        other.next()

    assert other.state == chance.state


@pytest.mark.parametrize("case", VECTORS["shuffle"])
def test_shuffle(case):
    """Durstenfeld's shuffle over ASCII order."""
    assert case["order"] == SplitMix64(int(case["seed"])).shuffle(reversed(case["items"]))


@pytest.mark.parametrize("case", VECTORS["fnv1a64"])
def test_fnv1a64(case):
    """The hash's published values."""
    assert int(case["hash"], 0) == fnv1a64(case["text"].encode())


@pytest.mark.parametrize("case", VECTORS["seed"])
def test_seed(case):
    """Digits are a number, other text is hashed, composed and decomposed letters are one."""
    expected = seed_number(case["same_as"]) if "same_as" in case else int(case["number"], 0)

    assert expected == seed_number(case["text"])


@pytest.mark.parametrize("case", VECTORS["stream"])
def test_stream(case):
    """A named stream's first numbers."""
    chance = stream(int(case["seed"]), case["label"])

    assert [int(number, 0) for number in case["numbers"]] == [chance.next() for _ in case["numbers"]]


@pytest.mark.parametrize("text", ["", " \t\r\n", "x" * 201, "\ud83d"])
def test_bad_seeds(text):
    """Nothing, too much, or half a character is no seed."""
    with pytest.raises(ValueError, match=r"\d|surrogates"):
        seed_number(text)


@pytest.mark.parametrize("text", ["007", "18446744073709551616", "٣", "1_0", "+1"])
def test_not_quite_numbers_are_text(text):
    """What only looks like a number is hashed as text."""
    assert fnv1a64(text.encode()) == seed_number(text)


@given(st.integers(0, MASK), st.integers(1, MASK))
def test_below_stays_below(seed, n):
    """A bounded number is never n."""
    assert 0 <= SplitMix64(seed).below(n) < n


def chi_square(counts, expected):
    """Pearson's statistic against equal shares."""
    return sum((count - expected) ** 2 / expected for count in counts)


def test_every_order_is_equally_likely():
    """120 orders of five cards over consecutive seeds: chi-square within the central 99.8 % (df 119)."""
    counts = dict.fromkeys(itertools.permutations("abcde"), 0)
    for seed in range(24_000):
        counts[tuple(stream(seed, "scenarios").shuffle("abcde"))] += 1

    assert 74 < chi_square(counts.values(), 200) < 173
