"""The acted talks hold what they promise, and a rating is laid beside the makers' behaviour by behaviour."""

from __future__ import annotations

import msgspec
import pytest

from sst_training.library import open_library
from sst_training.model.calibration import Calibration
from sst_training.rating.against_gold import agreement, beside
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.profile import profile_of

TALKS = open_library().calibrations


@pytest.fixture(params=TALKS, ids=lambda talk: talk.id)
def talk(request) -> Calibration:
    """Each acted talk in turn."""
    return request.param


def seen_of(talk, instrument):
    """The ticks of the gold rating, in the order of the list."""
    items = talk.gold.items
    return [tick for skill in instrument.skills for tick in items[skill].ticks]


def test_the_gold_rating_is_sound_and_complete(talk, instrument):
    """It passes every check that a person's rating passes."""
    assert faults(talk.gold, instrument, path="gold.yaml", marks={}) == []
    assert unfinished(talk.gold, instrument, path="gold.yaml", marks={}) == []


def test_a_talk_is_35_to_50_turns(talk):
    """Long enough to rate, short enough to read in one go; the practitioner begins, the client ends."""
    assert 35 <= len(talk.turns) <= 50
    assert (talk.turns[0].by, talk.turns[-1].by) == ("therapist", "client")


def test_minutes_run_up_to_the_length_of_the_talk(talk):
    """A rater of `keep-focus` needs the clock."""
    marks = [turn.minute for turn in talk.turns if turn.minute is not None]

    assert marks == sorted(set(marks))
    assert marks[0] == 0
    assert marks[-1] < talk.minutes


def test_what_was_seen_points_at_the_practitioners_own_words(talk, instrument):
    """A tick is given for what the practitioner says."""
    seen = seen_of(talk, instrument)
    turns = [n for why in talk.whys if why.tick in seen for n in why.turns]

    assert {talk.turns[n - 1].by for n in turns} == {"therapist"}


def test_notes_are_words_of_the_talk(talk, instrument):
    """The note of a moment is what the practitioner says at a turn that the reason names."""
    told = {why.tick: why.turns for why in talk.whys}
    moments = [moment for skill in instrument.skills for moment in talk.gold.items[skill].evidence]

    for moment in moments:
        assert moment.note in [talk.turns[n - 1].text["nl"] for n in told[moment.tick]], moment.tick


def test_doubts_are_explained_too(talk, instrument):
    """Ten behaviours or more that were not seen, and why not."""
    seen = set(seen_of(talk, instrument))

    assert len([why for why in talk.whys if why.tick not in seen]) >= 10


def test_the_four_differ():
    """A poor one, a mixed one and two good ones, one of them with a sign of danger."""
    instrument = open_library().instrument
    levels = {talk.id: profile_of(talk.gold, instrument).counts for talk in TALKS}

    assert levels == {
        "boxes-in-the-hall": {"1": 1, "2": 6, "3": 2, "4": 3},
        "closing-the-workshop": {"1": 0, "2": 4, "3": 4, "4": 1},
        "members-evening": {"1": 0, "2": 1, "3": 2, "4": 9},
        "swapped-shifts": {"1": 7, "2": 5, "3": 0, "4": 0},
    }


def test_danger_is_in_one_talk_alone_and_marked():
    """Only the guided talk has `safety` rated, with no unsafe tick; it names the help lines."""
    guided = [talk for talk in TALKS if talk.risk == "guided"]
    rated = [talk for talk in TALKS if talk.gold.items["safety"].state == "assessed"]

    assert rated == guided
    assert len(guided) == 1
    assert guided[0].gold.items["safety"].ticks == tuple(
        f"safety.{tick}" for tick in ("b1", "b2", "b3", "b4", "a1", "a2")
    )
    for language in ("nl", "en"):
        words = " ".join(turn.text[language] for turn in guided[0].turns)
        assert "113" in words
        assert "112" in words


def test_every_pair_that_is_mixed_up_is_met_in_a_talk():
    """The seven pairs; each has a behaviour that the makers explain somewhere."""
    told = {why.tick for talk in TALKS for why in talk.whys}

    assert len(open_library().mixups) == 7
    assert [mixup.ticks for mixup in open_library().mixups if not told & set(mixup.ticks)] == []


def test_the_makers_agree_with_themselves(talk, instrument):
    """Gold beside gold: every answer the same."""
    found = agreement(beside(talk.gold, talk.gold, instrument))

    assert (found.share, found.share_seen) == (1, 1)
    assert found.agreed == found.of


def test_answers_are_counted_behaviour_by_behaviour(rate, instrument):
    """Focus b1 b2 h1 beside b1, b3 n/a: of six behaviours b1, a1 and a2 are the same; one of three seen by both."""
    skills = beside(rate({"focus": "b1 b2 h1"}), rate({"focus": "b1"}, waived="focus.b3"), instrument)
    found = agreement(skills)

    assert [(one.tick, one.yours, one.makers) for one in skills[0].ticks if not one.same] == [
        ("focus.b2", "seen", "not_seen"),
        ("focus.b3", "not_seen", "na"),
        ("focus.h1", "seen", "not_seen"),
    ]
    assert (skills[0].yours, skills[0].makers) == (1, 2)
    assert (found.agreed, found.of, found.share) == (3, 6, 0.5)
    assert (found.both, found.either, found.share_seen) == (1, 3, 0.33)


def test_a_skill_that_one_set_at_na_is_one_answer(rate, raw, instrument):
    """`attempts` without opportunity beside `attempts` rated: one answer, and not the same."""
    away = rate({"focus": "b1"})
    items = {**away.items, "attempts": msgspec.structs.replace(away.items["attempts"], reason="no_opportunity")}
    found = agreement(beside(msgspec.structs.replace(away, items=items), rate({"attempts": "b1"}), instrument))

    assert (found.agreed, found.of, found.either, found.share_seen) == (0, 1, 0, None)


def test_what_one_of_the_two_left_out_is_not_compared(rate, instrument):
    """Skills that are not in this exercise for either do not count."""
    skills = beside(rate({"focus": "b1", "listen": "b1"}), rate({"focus": "b1", "frame": "b1"}), instrument)

    assert [skill.skill for skill in skills] == ["focus"]


def test_nothing_to_share_is_none():
    """No skills at all: no figure."""
    assert agreement([]).share is None
