"""Comparing raters, and a rater with the makers: the browser gives what Python gives, to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from sst_training.cli.calibrate_text import result_data
from sst_training.library.locales import phrases_for
from sst_training.model.library import Library
from sst_training.model.rating import Rating
from sst_training.rating.against_gold import agreement, beside
from sst_training.rating.compare import compare, refusal
from sst_training.rating.next_practice import first_heard, next_practice
from sst_training.rating.profile import profile_of
from sst_training.store.format import encoded

Ask = Callable[..., Any]
Raw = dict[str, Any]

COMPARED = """(engine, sets) => sets.map((ratings) => {
  const refused = engine.refusal(ratings);
  return refused ? engine.jsonLine(refused) : engine.jsonLine(engine.compare(ratings, engine.library.instrument));
})"""

REFUSED: list[tuple[str, Callable[[list[Raw]], object]]] = [
    ("no_self", lambda ratings: ratings.pop(0)),
    ("two_selves", lambda ratings: ratings.append(ratings[0])),
    ("not_locked", lambda ratings: ratings[0].update(locked=False)),
    ("own_issue", lambda ratings: ratings[-1].update(session_kind="own-issue")),
    ("no_other", lambda ratings: ratings.__delitem__(slice(1, None))),
    ("differs", lambda ratings: ratings[-1].update(session="other234")),
    ("differs", lambda ratings: ratings[-1].update(ratee="P5")),
    ("differs", lambda ratings: ratings[-1].update(instrument="other-list")),
    ("differs", lambda ratings: ratings[-1].update(version="0.9.0")),
    ("same_person", lambda ratings: ratings[-1]["rater"].update(label=ratings[0]["rater"]["label"])),
    ("label_twice", lambda ratings: ratings.append(ratings[-1])),
]


def one_set(maker: Any) -> list[Raw]:
    """A session with its own rating and one to four others', now and then a client's form among them."""
    chance = maker.chance
    labels = chance.sample(("P3", "T1", "A-b", "constructor", "toString", "p3", "aA", "Aa", "valueOf"), 5)
    kind = chance.choice(("role-play", "work"))
    ratings = []
    for i, label in enumerate(labels[: chance.randint(2, 5)]):
        raw = maker.rating(session_kind=kind, ratee=labels[0], locked=i == 0 or chance.random() < 0.5)
        role = "self" if i == 0 else chance.choice(("peer", "peer", "trainer", "gold"))
        raw["rater"] |= {"role": role, "label": label}
        ratings.append(raw)
    if len(ratings) > 2 and chance.random() < 0.1:
        ratings[-1]["rater"]["role"] = "client"
        ratings[-1]["items"] = {}
    return ratings


def rating(raw: Raw) -> Rating:
    """The rating as Python has it."""
    return msgspec.convert(raw, Rating)


@pytest.fixture
def sets(maker: Any) -> list[list[Raw]]:
    """300 sets of two to five raters."""
    return [one_set(maker) for _ in range(300)]


def test_made_up_sets_compare_to_the_same_bytes(ask: Ask, sets: list[list[Raw]], library: Library) -> None:
    """Raters in any order; `constructor` is a label like another."""
    found = ask(COMPARED, sets)
    for ratings, theirs in zip(sets, found, strict=True):
        ours = [rating(raw) for raw in ratings]
        assert refusal(ours) is None
        assert theirs == msgspec.json.encode(compare(ours, library.instrument)).decode()


@pytest.mark.parametrize(("why", "spoil"), REFUSED)
def test_each_refusal_is_the_same(ask: Ask, maker: Any, why: str, spoil: Callable[[list[Raw]], object]) -> None:
    """Why these may not be shown beside each other, and which field or label it is about."""
    ratings = one_set(maker)
    ratings[-1]["rater"]["role"] = "peer"
    spoil(ratings)
    ours = refusal([rating(raw) for raw in ratings])
    assert ours is not None
    assert ours.why == why
    assert ask(COMPARED, [ratings]) == [msgspec.json.encode(ours).decode()]


def test_the_next_step_after_a_comparison_is_by_the_same_eyes(
    ask: Ask, sets: list[list[Raw]], library: Library
) -> None:
    """An open unsafe tick first, else the trainer's, a peer's, one's own."""
    found = ask("(engine, sets) => sets.map((ratings) => engine.nextOf(ratings, engine.library))", sets)
    for raws, theirs in zip(sets, found, strict=True):
        ratings = [rating(raw) for raw in raws]
        profiles = [(one, profile_of(one, library.instrument)) for one in ratings]
        heard = first_heard([one for one, profile in profiles if profile.safety] or ratings)
        own = next((one.challenge for one in ratings if one.rater.role == "self"), None)
        step = heard and next_practice(heard, profile_of(heard, library.instrument), library, challenge=own)
        by = heard and heard.rater.label
        assert theirs == (step and {"by": by, "step": json.loads(msgspec.json.encode(step))})


GATHERED = """(engine, files) => engine.gathered(files.map((file) =>
  engine.inspected(engine.bytes(file), engine.library.instrument)))"""


def test_of_others_nothing_is_told_while_ones_own_is_open(
    ask: Ask, as_sent: Callable[[bytes], str], maker: Any
) -> None:
    """Not even what is wrong with their files, for that names their ticks."""
    ratings = one_set(maker)
    ratings[0]["locked"] = False
    ratings[1]["items"]["focus"] = {"state": "assessed", "ticks": ["focus.h1"]}
    found = ask(GATHERED, [as_sent(json.dumps(raw).encode()) for raw in ratings])
    assert found == {"problems": [], "refusal": {"why": "not_locked", "what": ""}}


def test_once_ones_own_is_locked_what_is_wrong_with_others_is_told(
    ask: Ask, as_sent: Callable[[bytes], str], maker: Any
) -> None:
    """A tick without its moment, by code."""
    ratings = one_set(maker)[:2]
    ratings[1] |= {"session_kind": ratings[0]["session_kind"], "locked": False, "resolution": None}
    ratings[1]["rater"]["role"] = "peer"
    ratings[1]["items"]["focus"] = {"state": "assessed", "ticks": ["focus.h1"]}
    found = ask(GATHERED, [as_sent(json.dumps(raw).encode()) for raw in ratings])
    assert [problem["code"] for problem in found["problems"]] == ["R115"]


def test_a_clients_form_is_left_out_and_said_so(ask: Ask, as_sent: Callable[[bytes], str], maker: Any) -> None:
    """It has no profile to compare."""
    ratings = [raw for raw in one_set(maker) if raw["rater"]["role"] != "client"]
    form = ratings[0] | {"items": {}, "voice": {"topic": 1, "understood": 2, "forward": 3}, "resolution": None}
    form |= {"rater": {"role": "client", "label": "C1", "blind": True}}
    files = [encoded(rating(raw)) for raw in (*ratings, form)]
    found = ask(GATHERED, [as_sent(file) for file in files])
    assert found["client"] is True
    assert [raw["rater"]["label"] for raw in found["ratings"]] == [raw["rater"]["label"] for raw in ratings]
    assert found["unlocked"] == [raw["rater"]["label"] for raw in ratings if not raw["locked"]]


def test_a_rating_of_an_acted_talk_stands_beside_the_makers_alike(ask: Ask, maker: Any, library: Library) -> None:
    """Every talk, 25 raters each, half-filled ones too: answers, reasons, mix-ups and both figures."""
    talks = [talk for talk in library.calibrations if talk.retired is None]
    assert len(talks) >= 4
    given = [(i, maker.rating(session_kind="role-play")) for i in range(len(talks)) for _ in range(25)]
    for _, raw in given:
        for skill in maker.chance.sample(list(raw["items"]), 4):
            del raw["items"][skill]
    found = ask(
        """(engine, given) => given.map(([number, rating]) => {
          const { talks, mixups } = engine.calibration;
          const skills = engine.beside(rating, talks[number].gold, engine.library.instrument);
          return [engine.jsonLine(engine.resultOf(talks[number], skills, mixups)), engine.agreement(skills)];
        })""",
        given,
    )
    say = phrases_for("en")
    for (number, raw), (theirs, figures) in zip(given, found, strict=True):
        skills = beside(rating(raw), talks[number].gold, library.instrument)
        assert theirs == msgspec.json.encode(result_data(talks[number], skills, library, say)).decode()
        assert figures == msgspec.to_builtins(agreement(skills))
