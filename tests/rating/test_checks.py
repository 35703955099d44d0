"""What a rating file can have wrong: for each code a file that breaks it, and only it."""

from __future__ import annotations

import msgspec
import pytest

from sst_training.library.reading import parse
from sst_training.model.rating import Rating
from sst_training.rating.checks import CODES, faults, unfinished

CONSENT = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}
TAPED = {"recording": {"name": "opname 1", "seconds": 1200}, "consent": CONSENT}
CLIENT = {"role": "client", "label": "P5", "blind": True}
VOICE = {"topic": 8, "understood": 9, "forward": 6}
RESOLUTION = {"with": "T1", "note": "We went through it.", "date": "2026-12-06"}


def ticked(*ticks, waived=(), **moments):
    """An assessed item; `b1="words"` or `b1=(30, "words")` notes a moment for a tick of `focus`."""
    evidence = [
        {"tick": f"focus.{name}"} | ({"note": said} if isinstance(said, str) else {"at": said[0], "note": said[1]})
        for name, said in moments.items()
    ]
    return {
        "state": "assessed",
        "ticks": [f"focus.{name}" for name in ticks],
        "not_applicable_ticks": [f"focus.{name}" for name in waived],
        "evidence": evidence,
    }


def focus(item, **fields):
    """A rating that differs from a sound one in `focus` and these fields."""
    return {"items": {"focus": item}, **fields}


BROKEN = {
    "R101": {"instrument": "other-list"},
    "R102": {"version": "2.0.0"},
    "R103": {"also": {"charm": {"state": "missing"}}},
    "R104": focus(ticked("b9")),
    "R105": focus({"state": "assessed", "ticks": ["listen.b1"]}),
    "R106": focus(ticked("b1", "b1")),
    "R107": focus(ticked("b3", waived=["b3"])),
    "R108": focus(ticked(waived=["b1"])),
    "R109": focus({"state": "na"}),
    "R110": focus({"state": "assessed", "reason": "recording_gap"}),
    "R111": focus({"state": "na", "reason": "no_opportunity"}),
    "R112": focus({"state": "na", "reason": "recording_gap", "ticks": ["focus.b1"]}),
    "R113": focus({"state": "missing"}),
    "R114": focus(ticked("b1", a1="We park that for now.")),
    "R115": focus(ticked("a1")),
    "R116": focus(ticked("h1", h1="Let us do this instead."), **TAPED),
    "R117": focus(ticked("a1", a1=(30, " ")), **TAPED),
    "R118": focus(ticked("b1", b1=(30, "So this one."))),
    "R119": focus(ticked("b1", b1=(1201, "So this one.")), **TAPED),
    "R120": {"keep": {"at": 700, "note": "You waited."}, "span": {"from": 0, "to": 600}, **TAPED},
    "R121": {"span": {"from": 0, "to": 600}},
    "R122": {"span": {"from": 600, "to": 600}, **TAPED},
    "R123": {"span": {"from": 0, "to": 1201}, **TAPED},
    "R124": {"session_kind": "own-issue", "rater": {"role": "peer", "label": "P5", "blind": True}},
    "R125": {"session_kind": "own-issue", "keep": {"note": "You waited."}},
    "R126": {"date": "2026-02-30"},
    "R127": {"voice": VOICE},
    "R128": {"rater": CLIENT, "voice": VOICE},
    "R129": {"rater": CLIENT, "no_items": True},
    "R130": {"resolution": RESOLUTION},
    "R131": {"recording": TAPED["recording"], "consent": {**CONSENT, "all_agreed": False}},
    "R132": {"consent": {**CONSENT, "erase_by": "2026-12-04"}},
    "R134": {"rater": CLIENT, "no_items": True, "voice": VOICE},
}
UNFINISHED = {"R113", "R115", "R116", "R117", "R134"}


@pytest.fixture
def problems(raw, instrument):
    """The faults of a rating with these changes, and what it lacks."""

    def find(items=None, *, also=None, no_items=False, **fields):
        data = raw(items, **fields)
        data["items"] = {} if no_items else data["items"] | (also or {})
        rating = msgspec.convert(data, Rating)
        place = {"path": "x.json", "marks": {}}
        return faults(rating, instrument, **place), unfinished(rating, instrument, **place)

    return find


@pytest.mark.parametrize("code", BROKEN)
def test_each_code_has_a_file_that_breaks_it(code, problems):
    """The file gives exactly this problem: as a fault, or as what a draft still lacks."""
    wrong, lacking = problems(**BROKEN[code])
    if code in UNFINISHED:
        assert ([one.code for one in wrong], [one.code for one in lacking]) == ([], [code])
    else:
        assert [one.code for one in wrong] == [code]


def test_every_code_is_tried():
    """R133 is found while times are read; all others are in the table above."""
    assert {*BROKEN, "R133"} == set(CODES)


@pytest.mark.parametrize("code", BROKEN)
def test_each_problem_has_its_own_sentence(code, problems, phrases):
    """In both languages, with all its words filled in."""
    [problem, *_] = [one for found in problems(**BROKEN[code]) for one in found if one.code == code]
    said = phrases(f"rating.{code}", **problem.words)
    assert "{" not in said
    assert said not in {phrases.sentences[f"rating.{other}"] for other in CODES if other != code}


def test_a_sound_rating_has_no_problems(problems):
    """All na, or something assessed with its moments."""
    assert problems() == ([], [])
    assert problems({"focus": ticked("b1", "a1", waived=["b3"], a1="We park that.")}) == ([], [])
    assert problems({"focus": ticked("a1", a1=(30, "We park that."))}, **TAPED) == ([], [])


def test_a_draft_may_lack_what_a_locked_rating_may_not(problems):
    """The same file: unfinished as a draft, at fault once locked."""
    assert [one.code for one in problems({"focus": {"state": "missing"}}, locked=True)[0]] == ["R113"]


def test_missing_skills_are_named_together(problems):
    """One line names all that is to be filled in, what the file leaves out included."""
    [problem] = problems(no_items=True)[1]
    assert problem.words["skills"].startswith("frame, best-hope, focus")


def test_time_and_words_may_come_from_two_moments(problems):
    """One moment has the time, another the words: both are known."""
    item = ticked("a1")
    item["evidence"] = [{"tick": "focus.a1", "at": 30}, {"tick": "focus.a1", "note": "We park that."}]
    assert problems({"focus": item}, **TAPED) == ([], [])


def test_basics_need_no_moment(problems):
    """Only what hindered, was unsafe or goes deeper does."""
    assert problems({"focus": ticked("b1", "b2")}, **TAPED) == ([], [])


def test_an_own_issue_asks_for_no_moment(problems):
    """Neither note nor time, for advanced and hindering ticks alike."""
    assert problems({"focus": ticked("a1", "h1")}, session_kind="own-issue") == ([], [])


def test_an_own_issue_with_a_recording_may_have_times(problems):
    """Times and ticks, no words (DESIGN §5)."""
    item = ticked("a1")
    item["evidence"] = [{"tick": "focus.a1", "at": 30}]
    assert problems({"focus": item}, session_kind="own-issue", **TAPED) == ([], [])


@pytest.mark.parametrize("fields", [{"prediction": "It will go well."}, {"keep": {"note": "x"}}], ids=str)
def test_an_own_issue_keeps_no_words(fields, problems):
    """Its text is never stored, wherever it would stand."""
    assert [one.code for one in problems(session_kind="own-issue", **fields)[0]] == ["R125"]


def test_no_recording_without_consent(problems):
    """No consent at all is the same problem as one no."""
    assert [one.code for one in problems(recording=TAPED["recording"])[0]] == ["R131"]


def test_a_resolution_belongs_to_an_unsafe_tick(problems):
    """With the unsafe tick there it is sound."""
    item = ticked("b1")
    item = {"state": "assessed", "ticks": ["frame.s1"], "evidence": [{"tick": "frame.s1", "note": "No one will know."}]}
    assert problems({"frame": item}, resolution=RESOLUTION) == ([], [])


def test_the_clients_form_is_sound_though_it_has_no_profile(problems):
    """No faults; what it lacks is a profile."""
    wrong, lacking = problems(no_items=True, rater=CLIENT, voice=VOICE)
    assert (wrong, [one.code for one in lacking]) == ([], ["R134"])


def test_another_version_is_said_once(problems):
    """Ticks are not judged by a list they were not made for."""
    assert [one.code for one in problems({"focus": ticked("b9")}, version="0.9.0")[0]] == ["R102"]


def test_problems_stand_on_their_line(instrument):
    """In a YAML file each problem names the line of the tick, in the order of the file."""
    text = """\
format: sst-rating/1
instrument: sst-practice
version: 1.0.0
session: k7q2m9xt
date: "2026-13-05"
ratee: P3
rater: {role: self, label: P3, blind: true}
items:
  focus:
    state: assessed
    ticks:
      - focus.b1
      - focus.b7
"""
    document = parse(text.encode(), most_bytes=10_000)
    rating = msgspec.convert(document.data, Rating, strict=False)
    found = faults(rating, instrument, path="mine.yaml", marks=document.marks)
    assert [(one.code, one.line) for one in found] == [("R126", 5), ("R104", 13)]
