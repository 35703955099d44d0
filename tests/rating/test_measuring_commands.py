"""`sst compare`, `agreement`, `progress`, `cohort`, `transcript`: what they print where, with which exit code."""

import json
import time

import click.testing
import pytest

from sst_training.cli import main
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout

EXAMPLES = checkout() / "docs" / "examples"
SELF, TRAINER = EXAMPLES / "together-self.json", EXAMPLES / "together-trainer.json"
CONSENT = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}
CONTRACT = {
    "compare": "session self raters items exact within_one bias harm_mismatches largest_gaps",
    "agreement": "units raters ratings percent kappa alpha ac1 ac2 icc intervals headline notes",
}


@pytest.fixture
def sst():
    """Runs a command line in English; gives exit code, stdout and stderr."""

    def run(*args, lang="en"):
        return click.testing.CliRunner().invoke(main, [*map(str, args), "--lang", lang])

    return run


@pytest.fixture
def file(tmp_path, raw):
    """Writes a rating file: `file("a.json", {"focus": {...}}, session="…")`."""

    def write(name, items=None, **fields):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(raw(items, **fields)), "utf-8")
        return path

    return write


def rater(role, label, blind=True):
    """Who rated."""
    return {"role": role, "label": label, "blind": blind}


def focus(*ticks):
    """The skill focus with these ticks."""
    return {"focus": {"state": "assessed", "ticks": [f"focus.{tick}" for tick in ticks]}}


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        (("compare", SELF, TRAINER), ("What you both saw", "at 13:31", "mean difference +0.67")),
        (("agreement", EXAMPLES / "agreement.csv", "--scale", "1,2,3,4"), ("18 units, 2 raters", "0.70 [", "95%")),
        (("progress", "P3", EXAMPLES), ("P3 over time", "Choose one focus")),
        (("cohort", EXAMPLES), ("The group", "fewer than 5 people")),
        (("transcript", EXAMPLES / "talk.vtt"), ("Professional", "12.5 s (0:36)")),
    ],
)
def test_the_examples_run(sst, command, lines):
    """Each example of the help, in both languages, at most 80 columns, no colour."""
    found = sst(*command)

    assert (found.exit_code, found.stderr) == (0, "")
    assert all(line in found.stdout for line in lines)
    dutch = sst(*command, lang="nl")
    assert dutch.exit_code == 0
    assert max(map(len, (found.stdout + dutch.stdout).splitlines())) <= 80
    assert "\x1b" not in found.stdout + dutch.stdout


@pytest.mark.parametrize(
    ("command", "args"), [("compare", (SELF, TRAINER)), ("agreement", (EXAMPLES / "agreement.csv",))]
)
def test_json_is_the_contract(sst, command, args):
    """One line, the fields of DESIGN §6 first and in their order."""
    found = sst(command, *args, "--json")
    wanted = CONTRACT[command].split()

    assert found.stdout.count("\n") == 1
    assert list(json.loads(found.stdout))[: len(wanted)] == wanted


def test_json_of_the_comparison(sst):
    """The values of the two examples."""
    data = json.loads(sst("compare", TRAINER, SELF, "--json").stdout)

    assert (data["self"], data["raters"]) == ("P7", [{"role": "trainer", "label": "T1"}])
    assert (data["exact"], data["within_one"], data["bias"]) == ({"T1": 0.5}, {"T1": 0.83}, {"T1": 0.67})
    assert data["items"]["focus"] == {"levels": {"P7": 4, "T1": 3}, "difference": {"T1": 1}}
    assert data["harm_mismatches"] == [{"item": "one-idea", "tick": "one-idea.h1", "labels": ["T1"]}]
    assert data["largest_gaps"][0] == {
        "item": "one-idea",
        "label": "T1",
        "difference": 2,
        "at": {"P7": None, "T1": 811},
    }


def test_nothing_of_others_before_ones_own_is_locked(sst, file):
    """Exit 7; no tick or level of the other, not even in what is wrong with that file."""
    mine = file("mine.json", focus("b1"), rater=rater("self", "P3"))
    sound = file("sound.json", focus("h1"), rater=rater("trainer", "T1"), locked=False)
    broken = file("broken.json", focus("h1"), rater=rater("trainer", "T1"), locked=True)

    for other in (sound, broken):
        found = sst("compare", mine, other)
        assert (found.exit_code, found.stdout) == (7, "")
        assert "not locked" in found.stderr
        assert "focus" not in found.stderr


def test_what_is_wrong_is_told_once_ones_own_is_locked(sst, file):
    """The trainer's hindering tick lacks its moment: exit 7 with the line."""
    mine = file("mine.json", focus("b1"), rater=rater("self", "P3"), locked=True)
    found = sst("compare", mine, file("other.json", focus("h1"), rater=rater("trainer", "T1")))

    assert (found.exit_code, found.stdout) == (7, "")
    assert "R115" in found.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("compare", SELF), 7),
        (("compare", SELF, SELF), 7),
        (("compare", TRAINER), 7),
        (("compare", SELF, EXAMPLES / "safety-tick.json"), 7),
        (("compare", "nothing.json"), 2),
        (("compare",), 2),
        (("agreement", "nothing.csv"), 2),
        (("agreement", EXAMPLES / "talk.vtt"), 7),
        (("agreement", EXAMPLES / "agreement.csv", "--scale", "1,1"), 2),
        (("agreement", EXAMPLES / "agreement.csv", "--scale", "1,2"), 7),
        (("agreement", EXAMPLES / "agreement.csv", SELF), 2),
        (("agreement", SELF, "--scale", "1,2"), 2),
        (("agreement", SELF, "--level", "ratio"), 2),
        (("agreement", SELF, "--seed", ""), 2),
        (("progress", "NOBODY", EXAMPLES), 4),
        (("progress", "P3", EXAMPLES / "talk.vtt"), 7),
        (("transcript", "nothing.vtt"), 2),
        (("transcript", SELF), 7),
    ],
)
def test_exit_codes(sst, args, code):
    """One `sst: …` line at the end, nothing on stdout."""
    found = sst(*args)

    assert (found.exit_code, found.stdout) == (code, "")
    assert found.stderr.splitlines()[-1].startswith("sst: ")


def test_agreement_of_rating_files(sst, file):
    """Twelve sessions by two raters: one unit each; the seed is printed and changes only the intervals."""
    for i in range(12):
        session = f"session{i:x}"
        ticks = ((), ("b1", "b2", "b3"))[i % 2]
        file(f"f/{i}a.json", focus(*ticks), session=session, rater=rater("peer", "R1"))
        path = file(f"f/{i}b.json", focus(*(ticks if i % 3 else ())), session=session, rater=rater("trainer", "T1"))
    one, other = (json.loads(sst("agreement", path.parent, "--seed", seed, "--json").stdout) for seed in ("1", "2"))

    assert (one["units"], one["raters"], one["ratings"], one["percent"]) == (12, 2, 24, 83.33)
    assert one["scale"] == ["1", "2", "3", "4"]
    assert (one["intervals"]["by"], one["intervals"]["seed"]) == ("recording", "1")
    assert one["kappa"] == other["kappa"]
    assert one["intervals"] != other["intervals"]


def test_what_stays_out_is_told(sst, file):
    """An own issue, one who was not blind, a draft, another version, a file that is no rating."""
    base = {"session": "aaaaaaaa"}
    folder = file("f/a.json", focus("b1"), **base, rater=rater("peer", "R1")).parent
    file("f/b.json", focus("b1"), **base, rater=rater("trainer", "T1"))
    file("f/c.json", focus(), **base, session_kind="own-issue")
    file("f/d.json", focus(), **base, rater=rater("peer", "R2", blind=False))
    file("f/e.json", {"focus": {"state": "missing"}}, **base, rater=rater("peer", "R3"))
    file("f/g.json", focus(), **base, version="0.9.0", rater=rater("peer", "R4"))
    (folder / "day.json").write_text('{"kind": "day"}')
    notes = json.loads(sst("agreement", folder, "--json").stdout)["notes"]

    assert {note["code"]: note["count"] for note in notes if note["code"].startswith("left_out")} == {
        f"left_out.{reason}": 1 for reason in ("no_rating", "unfinished", "other_version", "own_issue", "not_blind")
    }


def test_two_different_ratings_by_one_rater(sst, file):
    """Exit 7: which of the two is meant?"""
    file("f/a.json", focus("b1"), rater=rater("peer", "R1"))
    found = sst("agreement", file("f/b.json", focus("b2"), rater=rater("peer", "R1")).parent)

    assert found.exit_code == 7
    assert "k7q2m9xt" in found.stderr


def test_a_jsonl_file(sst, tmp_path, raw):
    """One rating a line; a broken line is told with its number, and nothing is worked out."""
    lines = [
        json.dumps(raw(focus("b1"), session=f"s{i:07}", ratee=f"P{i}", rater=rater("peer", "R1"))) for i in range(6)
    ]
    path = tmp_path / "ratings.jsonl"
    path.write_text("\n".join(lines) + "\n\n", "utf-8")
    data = json.loads(sst("cohort", path, "--json").stdout)
    path.write_text("\n".join([lines[0], "{", lines[1].replace("focus.b1", "focus.b9"), lines[2][:-1] + ', "x": 1}']))
    found = sst("cohort", path)

    assert data["items"]["focus"]["others"]["levels"]["2"] == 6
    assert (found.exit_code, found.stdout) == (7, "")
    assert [f"ratings.jsonl:{number}: " in found.stderr for number in (1, 2, 3, 4)] == [False, True, True, True]


@pytest.mark.parametrize("at", [75, "1:15"])
def test_many_ratings_take_seconds(sst, tmp_path, raw, at):
    """2,000 ratings, times in seconds or as people write them; `make bench` measures the budget of 100,000."""
    consent = {"all_informed": True, "all_agreed": True, "erase_by": "2026-12-19"}
    items = focus("b1", "a1")
    items["focus"]["evidence"] = [{"tick": "focus.a1", "at": at, "note": "x"}]
    recording = {"name": "opname 1", "seconds": 600}
    lines = [
        json.dumps(
            raw(
                items,
                session=f"s{i:07}",
                ratee=f"P{i % 9}",
                rater=rater("peer", "R1"),
                consent=consent,
                recording=recording,
            )
        )
        for i in range(2000)
    ]
    path = tmp_path / "ratings.jsonl"
    path.write_text("\n".join(lines))
    start = time.monotonic()
    found = sst("cohort", path, "--json")

    assert json.loads(found.stdout)["ratings"] == 2000
    assert time.monotonic() - start < 2


def test_progress_from_the_store(sst, tmp_path, file):
    """Imported ratings, without a path."""
    one = file("a.json", focus("b1"), scenario="sc-001")
    assert sst("sessions", "import", one, "--data", tmp_path / "data").exit_code == 0
    data = json.loads(sst("progress", "P3", "--data", tmp_path / "data", "--json").stdout)

    assert [dot["session"] for line in data["lines"] for dot in line["sessions"]] == ["k7q2m9xt"]


def test_a_file_that_is_no_data_is_told(sst, tmp_path, file):
    """Also before one's own is locked: which file and why, for it tells nothing of anybody."""
    torn = tmp_path / "torn.json"
    torn.write_bytes(b'{"format": "sst-rating/1", ')
    found = sst("compare", torn, file("t.json", focus("b1"), rater=rater("trainer", "T1")))

    assert (found.exit_code, found.stdout) == (7, "")
    assert f"{torn}:1: " in found.stderr
    assert "focus" not in found.stderr


def test_compare_from_the_store(sst, tmp_path):
    """By the code of the session."""
    data = tmp_path / "data"
    for path in (SELF, TRAINER):
        assert sst("sessions", "import", path, "--data", data).exit_code == 0
    found = sst("compare", "h4d8s2kx", "--data", data, "--json")

    assert found.stdout == sst("compare", SELF, TRAINER, "--json").stdout


def test_an_unsafe_tick_stands_on_top(sst, file):
    """A banner before everything else, and the next step is the talk with the trainer."""
    recording = {"name": "opname 1", "seconds": 600}
    evidence = [{"tick": "listen.s1", "at": 61, "note": "x"}]
    unsafe = {"listen": {"state": "assessed", "ticks": ["listen.s1"], "evidence": evidence}}
    mine = file("mine.json", focus("b1"), locked=True)
    other = file("t.json", unsafe, rater=rater("trainer", "T1"), consent=CONSENT, recording=recording)
    told = sst("compare", mine, other).stdout

    assert told.index(phrases_for("en")("score.safety.title").upper()) < told.index("What you both saw")
    assert "It stands until" in " ".join(told.replace("┃", " ").split())
    assert "sst roleplay" not in told
    step = told.rpartition("One next practice step")[2]
    assert "(ex-" in step  # what the sentence above it says to read and to do
    assert "(m12)" in step


@pytest.mark.parametrize(("span", "told"), [({"from": 60, "to": 600}, True), (None, False)])
def test_different_parts_of_the_recording_are_told(sst, file, span, told):
    """A difference may come from that; the same part needs no words."""
    seen = {"consent": CONSENT, "recording": {"name": "opname 1", "seconds": 600}}
    mine = file("mine.json", focus("b1"), locked=True, **seen)
    other = file("peer.json", focus(), rater=rater("peer", "P7"), span=span, **seen)

    assert ("P7 looked at 1:00 to 10:00" in sst("compare", mine, other).stdout) is told


def test_a_transcripts_broken_cue_is_told(sst, tmp_path):
    """On stderr with its line; the rest is described; the file's name is not in the JSON."""
    path = tmp_path / "talk.vtt"
    path.write_text("WEBVTT\n\n00:bad --> 00:02.000\nx\n\n00:01.000 --> 00:02.000\n<v A>ja?\n")
    found = sst("transcript", path, "--json")
    data = json.loads(found.stdout)

    assert found.exit_code == 0
    assert "talk.vtt:3: T102" in found.stderr
    assert data["problems"] == [{"line": 3, "code": "T102"}]
    assert "talk" not in found.stdout
    assert data["timeline"] == [{"speaker": "A", "from": 1, "to": 2}]


def test_escape_codes_in_captions_do_not_reach_the_terminal(sst, tmp_path):
    """A name with an escape sequence is printed without it."""
    path = tmp_path / "talk.vtt"
    path.write_text("00:01.000 --> 00:02.000\n<v \x1b[31mA>ja &#27;[2J &#8238;\n")

    told = sst("transcript", path).stdout

    assert "[31mA" in told
    assert not {"\x1b", "\u202e"} & set(told)
