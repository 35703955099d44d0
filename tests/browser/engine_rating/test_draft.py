"""An observation on its way: whatever is ticked or filled in, Python reads what comes of it and finds no fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sst_training.library.locales import phrases_for
from sst_training.model.library import Library
from sst_training.model.rating import Rating
from sst_training.pages.browser_library import words
from sst_training.pages.site import Site
from sst_training.rating.checks import faults, unfinished
from sst_training.rating.questions import parts
from sst_training.store.format import LETTERS, encoded

ROOT = Path(__file__).parents[3]
Ask = Callable[..., Any]

NEW = """
const instrument = engine.library.instrument;
const begin = (role, label = "P3") => engine.newRating(instrument, {
  session: "k7q2m9xt", date: "2026-12-05", ratee: "P3", role, label, scenario: "sc-017" });
const recorded = (rating) => engine.withRecording(rating,
  { name: "opname 1", seconds: 1260, eraseBy: "2026-12-19" }, { informed: true, agreed: true });
const why = (step) => { try { step(); return null; } catch (cause) { return cause.why ?? String(cause); } };
"""

WALK = (
    "(engine, [role, seed, steps]) => {"
    + NEW
    + """
  let state = seed;
  const draw = (count) => (state = (state * 48271) % 2147483647) % count;
  const pick = (list) => list[draw(list.length)];
  const ticks = instrument.items.flatMap((item) => item.ticks.map((tick) => tick.id));
  const skill = () => pick(instrument.items).id;
  const moment = () => ({ at: draw(3) ? draw(1500) : null, note: pick([null, "", " said “so” 🌱 ", "x".repeat(501), "\\u0007"]) });
  const moves = [
    (r) => engine.tick(r, instrument, pick(ticks)), (r) => engine.tick(r, instrument, pick(ticks)),
    (r) => engine.tick(r, instrument, pick(ticks)), (r) => engine.untick(r, instrument, pick(ticks)),
    (r) => engine.notApplicable(r, instrument, pick(ticks), draw(2) === 0),
    (r) => engine.withMoment(r, instrument, pick(ticks), moment(), draw(2) ? undefined : 0),
    (r) => engine.withMoment(r, instrument, pick(Object.values(r.items).flatMap((i) => i.ticks)), moment()),
    (r) => engine.withoutMoment(r, instrument, pick(ticks), 0),
    (r) => engine.setAside(r, instrument, skill(), pick(["no_opportunity", "recording_gap", "not_in_this_exercise"])),
    (r) => engine.assessed(r, instrument, skill()), (r) => engine.reopened(r, instrument, skill()),
    (r) => engine.withKind(r, pick(["role-play", "role-play", "work", "own-issue"])),
    (r) => recorded(r), (r) => engine.withoutRecording(r),
    (r) => engine.withSpan(r, pick([null, { from: 0, to: 1260 }, { from: 5, to: 900 }, { from: 9, to: 9 }])),
    (r) => engine.withPrediction(r, pick(["", "helder blijven", null])), (r) => engine.withBlind(r, draw(2) === 0),
    (r) => engine.lookingAt(r, instrument, draw(4) ? [skill(), skill(), skill()] : []),
    (r) => engine.withCounter(r, pick(["open_questions", "reflections"]), pick([null, 0, 12, 10000, -1])),
    (r) => engine.withKeep(r, moment()), (r) => engine.withScenario(r, pick([null, "sc-003"])),
    (r) => engine.withChallenge(r, pick([null, { level: "too_hard", stop: true }])),
    (r) => engine.resolved(r, { partner: pick(["T1", "P3"]), note: pick(["talked", ""]), today: "2026-12-01" }),
  ];
  let rating = begin(role, role === "self" ? "P3" : "T1");
  const refused = new Set();
  for (let step = 0; step < steps; step += 1) {
    const before = JSON.stringify(rating);
    const old = rating;
    try {
      rating = pick(moves)(rating);
    } catch (cause) {
      if (cause.why === undefined && !(cause instanceof RangeError)) throw cause;
      refused.add(cause.why ?? "no tick");
    }
    if (JSON.stringify(old) !== before) throw new Error("the old rating was changed");
  }
  const { rating: last, problems } = engine.locked(rating, instrument);
  return { file: engine.text(engine.encoded(rating)), last, problems, refused: [...refused] };
}"""
)

WHYS = {
    "own_issue", "condition", "core", "not_ticked", "long", "sign", "no_words", "no_recording", "late", "span", "time",
    "nothing_unsafe", "resolved", "partner", "words", "no tick",
}  # fmt: skip


def test_whatever_is_filled_in_has_no_fault(ask: Ask, library: Library) -> None:
    """120 walks of 150 random steps: the file is Python's own, without faults, and what it lacks is the same."""
    refused: set[str] = set()
    for seed in range(1, 121):
        found = ask(WALK, ["self" if seed % 2 else "peer", seed * 7919, 150])
        rating = msgspec.json.decode(found["file"], type=Rating)
        assert encoded(rating).decode() == found["file"]
        assert faults(rating, library.instrument, path="", marks={}) == []
        lacking = unfinished(rating, library.instrument, path="", marks={})
        assert [problem["code"] for problem in found["problems"]] == [problem.code for problem in lacking]
        assert found["last"]["locked"] is (not lacking)
        refused |= set(found["refused"])
    assert refused == WHYS


FACTS = {
    "a new rating has every skill still to fill in": (
        "[begin('self').items.focus.state, Object.keys(begin('client', 'C1').items).length]", ["missing", 0],
    ),
    "a tick makes a skill assessed, in the order of the list": (
        """engine.tick(engine.tick(begin('self'), instrument, 'focus.a1'), instrument, 'focus.b2').items.focus""",
        {"state": "assessed", "reason": None, "ticks": ["focus.b2", "focus.a1"], "not_applicable_ticks": [],
         "evidence": []},
    ),
    "a behaviour that does not count is not seen either": (
        "engine.notApplicable(engine.tick(begin('self'), instrument, 'focus.b3'), instrument, 'focus.b3').items.focus",
        {"state": "assessed", "reason": None, "ticks": [], "not_applicable_ticks": ["focus.b3"], "evidence": []},
    ),
    "a behaviour that is seen counts": (
        """engine.tick(engine.notApplicable(begin('self'), instrument, 'focus.b3'), instrument, 'focus.b3')
          .items.focus.not_applicable_ticks""", [],
    ),
    "unticking takes the moments along": (
        """(() => { const seen = engine.tick(begin('self'), instrument, 'focus.a1');
          const noted = engine.withMoment(seen, instrument, 'focus.a1', { note: 'so' });
          return [noted.items.focus.evidence, engine.untick(noted, instrument, 'focus.a1').items.focus.evidence]; })()""",
        [[{"tick": "focus.a1", "at": None, "note": "so"}], []],
    ),
    "a moment can be replaced, and taken away": (
        """(() => { const seen = engine.tick(recorded(begin('self')), instrument, 'focus.a1');
          const first = engine.withMoment(seen, instrument, 'focus.a1', { at: 9, note: 'one' });
          const second = engine.withMoment(first, instrument, 'focus.a1', { at: 5, note: 'two' });
          const changed = engine.withMoment(second, instrument, 'focus.a1', { at: 7, note: 'three' }, 0);
          const one = engine.withoutMoment(changed, instrument, 'focus.a1', 1);
          return [changed, one].map((r) => r.items.focus.evidence.map((m) => m.note)); })()""",
        [["three", "two"], ["three"]],
    ),
    "without both yeses there is no recording": (
        """why(() => engine.withRecording(begin('self'), { name: 'a', seconds: 60, eraseBy: '2026-12-19' },
          { informed: true, agreed: false }))""", "consent",
    ),
    "without a recording there are no times": (
        """(() => { const seen = engine.tick(recorded(begin('self')), instrument, 'focus.a1');
          const noted = engine.withMoment(seen, instrument, 'focus.a1', { at: 9 });
          const kept = engine.withKeep(noted, { at: 12, note: 'this' });
          const bare = engine.withoutRecording(kept);
          return [bare.items.focus.evidence, bare.keep, bare.consent]; })()""",
        [[], {"at": None, "note": "this"}, None],
    ),
    "an own issue keeps no words": (
        """(() => { const seen = engine.tick(recorded(begin('self')), instrument, 'focus.a1');
          const noted = engine.withMoment(seen, instrument, 'focus.a1', { at: 9, note: 'their words' });
          const own = engine.withKind(engine.withPrediction(noted, 'a line'), 'own-issue');
          return [own.items.focus.evidence, own.prediction, why(() => engine.withKeep(own, { note: 'x' }))]; })()""",
        [[{"tick": "focus.a1", "at": 9, "note": None}], None, "no_words"],
    ),
    "a colleague does not observe an own issue": (
        "why(() => engine.withKind(begin('peer', 'P4'), 'own-issue'))", "own_issue",
    ),
    "looking at one skill leaves safety to be asked": (
        """(() => { const some = engine.lookingAt(begin('self'), instrument, ['focus']);
          return [engine.lookedAt(some, instrument), engine.lookedAt(engine.lookingAt(some, instrument, []), instrument)
            .length, some.items.frame.reason]; })()""",
        [["focus", "safety"], 13, "not_in_this_exercise"],
    ),
    "a span leaves no moment outside": (
        """(() => { const kept = engine.withKeep(recorded(begin('self')), { at: 30 });
          return why(() => engine.withSpan(kept, { from: 31, to: 60 })); })()""", "span",
    ),
    "a locked rating takes a resolution and nothing else": (
        """(() => { const whole = instrument.items.reduce((rating, item) => engine.setAside(rating, instrument, item.id,
            'recording_gap'), begin('self'));
          const unsafe = engine.withMoment(engine.tick(whole, instrument, 'frame.s1'), instrument, 'frame.s1',
            { note: 'so' });
          const { rating } = engine.locked(unsafe, instrument);
          const after = engine.resolved(rating, { partner: 'T1', note: 'talked', today: '2026-12-08' });
          return [rating.locked, why(() => engine.untick(rating, instrument, 'frame.s1')), after.resolution]; })()""",
        [True, "locked", {"with": "T1", "note": "talked", "date": "2026-12-08"}],
    ),
    "a resolution goes with the tick it was about": (
        """(() => { const unsafe = engine.tick(begin('self'), instrument, 'frame.s1');
          const after = engine.resolved(unsafe, { partner: 'T1', note: 'talked', today: '2026-12-08' });
          return engine.untick(after, instrument, 'frame.s1').resolution; })()""", None,
    ),
    "a rating that lacks something is not locked": (
        """(() => { const { rating, problems } = engine.locked(begin('self'), instrument);
          return [rating.locked, problems.map((one) => one.code)]; })()""", [False, ["R113"]],
    ),
    "what was done can be undone, and done again": (
        """(() => { const first = engine.begun(begin('self'));
          const ticked = engine.changed(first, engine.tick(first.now, instrument, 'focus.b1'));
          const undone = engine.back(ticked);
          return [undone.now === first.now, engine.forward(undone).now === ticked.now, engine.back(first).now ===
            first.now, engine.changed(first, first.now) === first]; })()""", [True, True, True, True],
    ),
    "a time is typed as people write it": (
        "['12:34', '1:02:03', '75', ' 0:09 '].map((typed) => engine.wholeSeconds(typed))", [754, 3723, 75, 9],
    ),
    "a date is typed either way round": (
        """['2026-12-19', '19-12-2026', '5-1-2027', '29-2-2027', '2026-12-04', 'morgen'].map((typed) => {
          try { return engine.dateAfter('2026-12-05', typed); } catch (cause) { return cause.why; } })""",
        ["2026-12-19", "2026-12-19", "2027-01-05", "date", "before", "date"],
    ),
    "a recording stays for two weeks when nobody says otherwise": (
        "[engine.usualErasure('2026-12-20'), engine.usualErasure('2028-02-20')]", ["2027-01-03", "2028-03-05"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("fact", FACTS)
def test_in_a_draft(ask: Ask, fact: str) -> None:
    """One fact about one step."""
    expression, expected = FACTS[fact]
    assert ask(f"(engine) => {{ {NEW} return {expression}; }}") == expected


@pytest.mark.parametrize("kind", ["role-play", "own-issue", "work"])
@pytest.mark.parametrize("role", ["self", "peer", "trainer", "client"])
def test_the_parts_are_asked_in_the_same_order(ask: Ask, library: Library, role: str, kind: str) -> None:
    """The session, the skills, and what comes at the end."""
    raw = ask(f"(engine) => {{ {NEW} return begin('{role}', '{'P3' if role == 'self' else 'T1'}'); }}")
    rating = msgspec.convert(raw | {"session_kind": kind}, Rating)
    theirs = ask("(engine, rating) => engine.parts(rating, engine.library.instrument)", raw | {"session_kind": kind})
    assert tuple(theirs) == parts(rating, library.instrument)


def test_a_session_code_is_of_the_letters_that_do_not_look_alike(ask: Ask) -> None:
    """Eight of them; bytes that would make some letters likelier are passed over."""
    codes = ask(
        """(engine) => { let state = 0; const byte = () => (state = (state + 97) % 256);
          return Array.from({ length: 200 }, () => engine.newCode(byte)); }"""
    )
    assert {len(code) for code in codes} == {8}
    assert {letter for code in codes for letter in code} == set(LETTERS)


def test_each_refusal_has_its_sentence_in_the_words_of_the_site(library: Library) -> None:
    """What a draft refuses, and what was typed and does not fit."""
    sentences = words(Site(library, phrases_for("nl"), {}))
    engine = ROOT / "docs" / "assets" / "tools" / "engine"
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(engine.glob("*.js")))
    refused = {f"web.refused.{why}" for why in re.findall(r'new Refused\("(\w+)"', written)}
    unfit = {f"rate.unfit.{why}" for why in re.findall(r'new Unfit\("(\w+)"', written)}
    assert len(refused) == 11
    assert refused | unfit <= set(sentences)
