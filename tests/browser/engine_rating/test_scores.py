"""Levels, scores and reports: the browser gives what Python gives, to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from sst_training.cli import main
from sst_training.export.library_json import plain
from sst_training.model.library import Library
from sst_training.model.rating import Challenge, Rating
from sst_training.rating.report import Context, report
from sst_training.rating.score import score
from sst_training.store.format import encoded

ROOT = Path(__file__).parents[3]
Ask = Callable[..., Any]

DESCRIPTION = {
    "date": "2026-12-05", "seconds": 1260, "spoken": 1100.5, "overlap": 0, "voices": [], "turns": None,
    "questions": 12, "silence": {"count": 1, "seconds": 4, "longest": {"at": 70, "seconds": 4}},
}  # fmt: skip

SCORED = """(engine, files) => files.map((file) => {
  const { rating, problems, lacking } = engine.inspected(engine.bytes(file), engine.library.instrument);
  if (problems.length + lacking.length > 0) return JSON.stringify([...problems, ...lacking]);
  return engine.text(engine.jsonBytes(engine.score(rating, engine.library)));
})"""


@pytest.fixture
def ratings(maker: Any) -> list[Rating]:
    """500 ratings of every kind."""
    return [msgspec.convert(maker.rating(), Rating) for _ in range(500)]


def test_levels_are_those_of_the_vectors(ask: Ask) -> None:
    """Every case of tests/vectors/levels.json."""
    cases = json.loads((ROOT / "tests" / "vectors" / "levels.json").read_text(encoding="utf-8"))["levels"]
    found = ask(
        """(engine, cases) => cases.map(({ item, rating }) => engine.standing(
          engine.library.instrument.items.find(({ id }) => id === item), { reason: null, ...rating }))""",
        cases,
    )
    assert found == [case["expect"] for case in cases]


def test_a_made_up_rating_scores_the_same_bytes(
    ask: Ask, as_sent: Callable[[bytes], str], ratings: list[Rating], library: Library
) -> None:
    """500 files, each read, checked and scored by both."""
    found = ask(SCORED, [as_sent(encoded(rating)) for rating in ratings])
    for rating, theirs in zip(ratings, found, strict=True):
        assert theirs == msgspec.json.encode(score(rating, library)).decode() + "\n"


def test_the_made_up_ratings_cover_what_a_score_can_say(ratings: list[Rating], library: Library) -> None:
    """Each level, each reason for a next step, each reason to withhold the mean, and a mean."""
    scores = [score(rating, library) for rating in ratings]
    assert {one.mean_withheld for one in scores} == {None, "too_few", "safety"}
    steps = {one.next_practice and one.next_practice.why for one in scores}
    assert steps == {None, "safety", "hindered", "smallest_step", "advanced", "level_up"}
    assert {standing.level for one in scores for standing in one.items.values()} == {None, 1, 2, 3, 4}
    assert any(isinstance(one.mean, float) for one in scores)
    assert any(rating.resolution for rating in ratings)


@pytest.mark.parametrize("name", ["first-try", "solid-session", "hindering-tick", "safety-tick"])
def test_an_example_scores_as_the_command_line_prints_it(ask: Ask, as_sent: Callable[[bytes], str], name: str) -> None:
    """`sst score FILE --json` and the browser, from the same file."""
    path = ROOT / "docs" / "examples" / f"{name}.json"
    printed = CliRunner().invoke(main, ["score", str(path), "--json"]).stdout
    assert ask(SCORED, [as_sent(path.read_bytes())]) == [printed]


def test_a_skill_of_ones_own_choice_and_a_session_too_hard_give_the_same_step(
    ask: Ask, ratings: list[Rating], library: Library
) -> None:
    """`sst score --skill X`, and what the practitioner said beside another's rating."""
    skills = library.instrument.skills
    hard = Challenge(level="too_hard", stop=False)
    given = [
        [msgspec.to_builtins(rating), {"skill": skills[i % len(skills)], "challenge": msgspec.to_builtins(hard)}]
        for i, rating in enumerate(ratings[:100])
    ]
    found = ask("(engine, all) => all.map(([one, chosen]) => engine.score(one, engine.library, chosen))", given)
    for i, (rating, theirs) in enumerate(zip(ratings, found, strict=False)):
        ours = score(rating, library, skill=skills[i % len(skills)], challenge=hard)
        assert theirs == json.loads(msgspec.json.encode(ours))


def test_a_report_tells_the_same_in_the_same_order(ask: Ask, ratings: list[Rating], library: Library) -> None:
    """All that is told, before and after the day of erasing."""
    found = ask(
        """(engine, all) => all.map(([rating, given]) =>
          engine.report(rating, engine.score(rating, engine.library), engine.library, given))""",
        [[msgspec.to_builtins(rating), {"today": day(i), "chosen": i % 3 == 0}] for i, rating in enumerate(ratings)],
    )
    for i, (rating, theirs) in enumerate(zip(ratings, found, strict=True)):
        ours = report(rating, score(rating, library), library, today=day(i), chosen=i % 3 == 0)
        assert theirs == json.loads(msgspec.json.encode(plain(ours, "en")))
        assert list(theirs) == list(plain(ours, "en"))


def test_what_is_known_beside_a_session_is_told_alike(
    ask: Ask, maker: Any, ratings: list[Rating], library: Library
) -> None:
    """The client's forms with the lowest mark first, the captions in figures, last time's choice, too hard a session."""
    chance = maker.chance
    given, ours = [], []
    for rating in ratings[:100]:
        forms = [form(maker, label) for label in chance.sample(("C2", "C1", "c3", "constructor"), chance.randint(0, 3))]
        context = {
            "clients": forms,
            "annex": chance.choice((None, {"session": "k7q2m9xt", "ratee": "P3", "description": DESCRIPTION})),
            "last": chance.choice((None, {"skill": "listen", "date": "2026-11-01", "time": "09:00:00"})),
            "challenge": chance.choice((None, {"level": "too_hard", "stop": False})),
        }
        known = msgspec.convert(context, Context)
        scored = score(rating, library, challenge=known.challenge)
        given.append([msgspec.to_builtins(rating), context])
        ours.append(report(rating, scored, library, today="2026-12-19", context=known))
    found = ask(
        """(engine, all) => all.map(([rating, context]) => engine.report(rating,
          engine.score(rating, engine.library, context), engine.library, { today: "2026-12-19", context }))""",
        given,
    )
    for one, theirs in zip(ours, found, strict=True):
        assert theirs == json.loads(msgspec.json.encode(plain(one, "en")))
    assert {one.next.eased for one in ours if one.next} == {None, "lower", "lowest"}


def form(maker: Any, label: str) -> dict[str, Any]:
    """A client's after-form."""
    marks = {name: maker.chance.randint(0, 10) for name in ("topic", "understood", "forward")}
    raw = maker.rating(items={}, resolution=None, voice={**marks, "wished": maker.maybe_words()})
    return {**raw, "rater": {"role": "client", "label": label, "blind": True}}


def day(number: int) -> str:
    """Now before, now after the day a recording is erased."""
    return "2026-12-20" if number % 2 else "2026-12-19"
