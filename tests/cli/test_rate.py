"""`sst rate` with piped keys: what is asked, what is kept, what is refused."""

from __future__ import annotations

import errno
import io
import json
import os
import random
import subprocess
import sys
import unicodedata
import wave

import click.testing
import msgspec
import pytest

from sst_training.cli import main, rate_input, rate_recording
from sst_training.cli.rate_recording import length_of
from sst_training.library import open_library
from sst_training.library.locate import checkout
from sst_training.library.reading import read_document
from sst_training.model.rating import Rating
from sst_training.store import ratings

SKILLS = open_library().instrument.skills
NEW = ("rate", "--new", "--role", "self", "--label", "P3")
ROLE_PLAY = ["1", "n", "n", "", "focus"]
"""Role-play, heard nothing yet, no recording, no prediction, one skill."""

RECORDED = ["1", "n", "j", "j", "j", "", "", "21:00", "", "focus"]
FOCUS = ["j", "j", "n", "n", "n", "n"]
"""Two basics, the third does not count here, nothing deeper, nothing that hindered."""


@pytest.fixture
def sst(tmp_path):
    """`sst(["rate", …], "j", "n")`: a command line, with lines on stdin, and a store of its own."""

    def run(line, *keys: str, lang: str = "nl") -> click.testing.Result:
        env = {"SST_DATA": str(tmp_path / "data"), "SST_LANG": lang, "NO_COLOR": "1"}
        typed = "".join(f"{key}\n" for key in keys)
        found = click.testing.CliRunner().invoke(main, [str(word) for word in line], input=typed, env=env)
        assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
        return found

    return run


@pytest.fixture
def stored(tmp_path):
    """The ratings in the store, by label."""

    def read() -> dict[str, Rating]:
        kept = ratings.Store(tmp_path / "data").kept()
        return {one.rating.rater.label: one.rating for one in kept if one.rating is not None}

    return read


def test_a_whole_observation(sst, stored):
    """From the first question to the lock: the code on stdout alone, everything else on stderr."""
    run = sst(NEW, *ROLE_PLAY, *FOCUS, "n", "n", "Ik bleef stil.", "2", "n", "l")
    rating = stored()["P3"]

    assert run.exit_code == 0
    assert run.stdout == f"{rating.session}\n"
    assert rating.items["focus"].ticks == ("focus.b1", "focus.b2")
    assert rating.items["focus"].not_applicable_ticks == ("focus.b3",)
    assert rating.items["safety"].reason == "no_opportunity"
    assert (rating.keep.note, rating.challenge.level, rating.locked) == ("Ik bleef stil.", "about_right", True)
    assert "\x1b" not in run.stderr


def test_it_goes_on_where_it_stopped(sst, stored):
    """Half a skill, a new start with the code, the other half."""
    code = sst(NEW, *ROLE_PLAY, "j", "j").stdout.strip()
    assert stored()["P3"].items["focus"].state == "missing"
    run = sst(("rate", code), "n", "n")

    assert run.exit_code == 0
    assert "[verdieping 2/2]" in run.stderr
    assert "[basis 1/3]" not in run.stderr
    sst(("rate", code), "n", "n")
    assert stored()["P3"].items["focus"].ticks == ("focus.b1", "focus.b2")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_sentence_is_in_both_languages(sst, lang):
    """Help, jump, undo and not applicable on the way; j and y both mean yes."""
    run = sst(NEW, "?", *ROLE_PLAY, "?", "y", "g", "safety", "?", "u", "x", "2", "g", "1", "x", "", "p", lang=lang)

    assert run.exit_code == 0
    assert ("Gezien?" in run.stderr) == (lang == "nl")
    assert ("Seen?" in run.stderr) == (lang == "en")


def test_a_recording_asks_for_times_and_words(sst, stored):
    """A deeper behaviour: a time within the recording, then the practitioner's words; neither can be left out."""
    sst(NEW, *RECORDED, "j", "j", "n", "j", "", "99:00", "5:00", "", "n", "Wat wil je vandaag?", "n", "n")
    rating = stored()["P3"]
    (moment,) = rating.items["focus"].evidence

    assert (moment.tick, moment.at, moment.note) == ("focus.a1", 300, "Wat wil je vandaag?")
    assert (rating.recording.name, rating.recording.seconds) == ("opname 1", 1260)


def test_what_was_counted_along_the_way(sst, stored):
    """Behind one question; what was not counted is left out, and a word is no number."""
    run = sst(NEW, *ROLE_PLAY, *FOCUS, "n", "j", "12", "", "veel", "5", "0")

    assert stored()["P3"].counters == {"open_questions": 12, "reflections": 5, "advice_unasked": 0}
    assert "Typ een heel getal" in run.stderr


def test_what_was_counted_can_be_counted_again(sst, stored):
    """Gone to by its own name, with what was answered before as the default; no counts leaves none."""
    code = sst(NEW, *ROLE_PLAY, *FOCUS, "n", "j", "12", "3", "5", "0", "p").stdout.strip()
    run = sst(("rate", code), "g", "counters", "", "14", "", "", "", "p")
    assert "Enter = 12" in run.stderr
    assert stored()["P3"].counters["open_questions"] == 14
    sst(("rate", code), "g", "counters", "n", "p")
    assert stored()["P3"].counters is None


@pytest.mark.parametrize("role", ["self", "peer", "trainer"])
def test_how_hard_it_was_is_asked_of_the_practitioner_alone(sst, role):
    """Of whoever led the talk; nobody answers it for them."""
    ratee = () if role == "self" else ("--ratee", "P1")
    first = ROLE_PLAY if role == "self" else ROLE_PLAY[:3] + ROLE_PLAY[4:]
    run = sst(("rate", "--new", "--role", role, "--label", "P3", *ratee), *first, *FOCUS, "n", "n", "")

    assert ("Hoe lastig vond jij" in run.stderr) == (role == "self")


@pytest.mark.parametrize("answers", [["n", "j"], ["j", "n"]])
def test_without_both_yeses_no_recording(sst, stored, answers):
    """It is said, and the list is filled in from memory."""
    run = sst(NEW, "1", "n", "j", *answers, "", "focus", "j")

    assert "gaat de opname niet open" in run.stderr.replace("\n", " ")
    assert stored()["P3"].recording is None
    assert "Wanneer in de opname" not in run.stderr


def test_a_real_client_comes_with_a_condition(sst, stored):
    """First what has to be in order; a no saves nothing."""
    run = sst(NEW, "3", "n")

    assert "Er moet toestemming zijn" in run.stderr.replace("\n", " ")
    assert (run.exit_code, stored()) == (0, {})
    assert "sst rate" not in run.stderr.splitlines()[-1]


def test_an_own_issue_is_asked_no_words(sst, stored):
    """No recording, no prediction, no moment, no words; and it can be scored."""
    run = sst(NEW, "2", "n", "focus", "j", "j", "n", "j", "n", "n", "n", "n", "2", "n", "l")
    rating = stored()["P3"]

    assert rating.items["focus"].ticks == ("focus.b1", "focus.b2", "focus.a1")
    assert (rating.items["focus"].evidence, rating.keep, rating.prediction) == ((), None, None)
    assert rating.locked
    assert "Wat zei of deed" not in run.stderr
    assert sst(("score", rating.session)).exit_code == 0


def test_only_the_practitioner_looks_at_an_own_issue(sst):
    """Exit 2 for another role; and by number it cannot be chosen."""
    refused = sst(("rate", "--new", "--role", "peer", "--label", "P4", "--ratee", "P3", "--kind", "own-issue"))
    run = sst(("rate", "--new", "--role", "peer", "--label", "P4", "--ratee", "P3"), "3")

    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "eigen vraagstuk" not in run.stderr
    assert "[1-2]" in run.stderr


def test_an_unsafe_tick_says_what_to_do(sst, stored):
    """At the end, before the lock."""
    keys = [*ROLE_PLAY[:-1], "frame", "n", "n", "n", "n", "n", "j", "n", "n", "j", "Het blijft geheim."]
    run = sst(NEW, *keys, "n", "n", "", "2", "n", "p")

    assert stored()["P3"].items["frame"].ticks == ("frame.s1",)
    assert "Bespreek dit met je trainer" in run.stderr.replace("\n", " ")


def test_another_rater_of_the_same_session(sst, stored):
    """The facts come along, nothing that was seen does."""
    code = sst(
        ("rate", "--new", "--role", "self", "--label", "P3", "--scenario", "sc-001"), *RECORDED, *FOCUS, "n"
    ).stdout
    code = code.strip()
    run = sst(("rate", "--new", "--role", "peer", "--label", "P4", "--session", code), "n", "j", "j", "alle", "j")
    other = stored()["P4"]

    assert run.exit_code == 0
    assert (other.session, other.ratee, other.scenario, other.recording) == (
        code, "P3", "sc-001", stored()["P3"].recording,
    )  # fmt: skip
    assert [one.state for one in other.items.values()] == ["missing"] * 13
    assert sst(("rate", code)).exit_code == 2
    assert sst(("rate", code, "--label", "P4")).exit_code == 0
    assert sst(("rate", "--new", "--role", "peer", "--label", "P4", "--session", code)).exit_code == 6


def test_another_rater_is_offered_the_same_part_and_skills(sst, stored):
    """What the first rater looks at, not what was seen; Enter takes it over."""
    part = ("--recording", __file__, "--span", "1:00-9:00")
    code = sst(("rate", "--new", "--role", "self", "--label", "P3", *part), "1", "n", *RECORDED[3:], *FOCUS).stdout
    run = sst(("rate", "--new", "--role", "peer", "--label", "P4", "--session", code.strip()), "n", "j", "j", "", "j")
    other = stored()["P4"]

    assert "[Enter = focus]" in run.stderr
    assert other.span == stored()["P3"].span is not None
    assert [skill for skill, one in other.items.items() if one.state == "missing"] == ["focus", "safety"]


def test_a_training_day_knows_the_skill_and_the_card(sst, stored, tmp_path):
    """In round 2 of a day: the skill is proposed, the card is filled in; one who did not lead a talk is told so."""
    made = sst(("day", "--participants", "9", "--rounds", "3", "--seed", "1", "--json")).stdout
    (path := tmp_path / "day.json").write_text(made)
    slot = next(one for one in json.loads(made)["slots"] if one["round"] == 2)
    label, other = f"P{slot['seats']['therapist']}", f"P{slot['seats']['client']}"
    of_day = ("--day", str(path), "--round", "2")
    run = sst(("rate", "--new", "--role", "self", "--label", label, *of_day), "n", "n", "", "", "p")

    assert f"[Enter = {slot['skill']}]" in run.stderr
    assert stored()[label].scenario == slot["scenario"]
    assert stored()[label].session_kind == "role-play"
    for asked, said in (
        ((other, *of_day), "niet de professional"),
        ((label, *of_day[:3], "4"), "1–3"),
        ((label, *of_day[:2]), "--round"),
    ):
        run = sst(("rate", "--new", "--role", "self", "--label", *asked))
        assert (run.exit_code, len(run.stderr.splitlines())) == (2, 1)
        assert said in run.stderr


def test_a_client_is_not_told_how_to_tick(sst, stored):
    """No rules of the list, and no skill to go to: `g` is no answer to any of its questions."""
    client = ("rate", "--new", "--role", "client", "--label", "P5", "--ratee", "P3")
    run = sst(client, "1", "?", "g", "1", "8", "9", "6", "Niets.", "g", "p")

    assert not any(words in run.stderr for words in ("Vink aan", "(frame)", "n.v.t."))
    assert (stored()["P5"].voice.topic, stored()["P5"].items) == (1, {})


def test_the_clients_form(sst, stored):
    """Three numbers and a line; no skills."""
    sst(
        ("rate", "--new", "--role", "client", "--label", "P5", "--ratee", "P3"),
        "1",
        "8",
        "11",
        "9",
        "6",
        "Meer tijd.",
        "l",
    )
    form = stored()["P5"]

    assert msgspec.to_builtins(form.voice) == {"topic": 8, "understood": 9, "forward": 6, "wished": "Meer tijd."}
    assert (form.items, form.locked) == ({}, True)


def test_a_locked_observation_stays_closed(sst):
    """Exit 6."""
    code = sst(NEW, *ROLE_PLAY, *FOCUS, "n", "n", "", "2", "n", "l").stdout.strip()

    assert (sst(("rate", code)).exit_code, sst(("rate", code, "--label", "P3")).exit_code) == (6, 6)


def test_a_recording_that_should_be_gone(sst, stored, monkeypatch):
    """Said once a start, after the date."""
    from sst_training.store import backups

    before = backups.now()
    monkeypatch.setattr(backups, "now", lambda: before.replace(year=2020))
    code = sst(NEW, *RECORDED).stdout.strip()
    monkeypatch.undo()

    assert "Wis de opname nu" in sst(("rate", code)).stderr.replace("\n", " ")


def test_an_empty_line_takes_the_earlier_answer(sst, stored):
    """After a jump back; the prompt says what it is."""
    code = sst(NEW, *ROLE_PLAY, *FOCUS).stdout.strip()
    run = sst(("rate", code), "g", "focus", *[""] * 6)

    assert "Enter = j" in run.stderr
    assert stored()["P3"].items["focus"].ticks == ("focus.b1", "focus.b2")


def test_a_moment_for_a_basic(sst, stored):
    """m: yes, with the words; the time may be skipped."""
    sst(NEW, *RECORDED, "m", "", "Waar gaan we het over hebben?", *FOCUS[1:])

    assert [(one.tick, one.at) for one in stored()["P3"].items["focus"].evidence] == [("focus.b1", None)]


@pytest.mark.parametrize(
    "words", ["x" * 501, "\x1b[31mrood", "a\x00b", "x", "", "a\u2028b"],
    ids=["long", "escape", "zero", "one letter", "empty", "line end"],
)  # fmt: skip
def test_words_that_cannot_be_kept(sst, stored, words):
    """Refused, asked again; what was right is kept."""
    code = sst(NEW, *ROLE_PLAY, "j", "j", "n", "j", words, "Goede woorden.", "n", "n").stdout.strip()
    rating = stored()["P3"]

    assert rating.items["focus"].evidence[0].note == "Goede woorden."
    assert sst(("score", code)).exit_code == 7  # safety is still open


def test_words_with_their_accents_apart(sst, stored):
    """Typed on a Mac: five hundred letters are five hundred signs, kept as the page keeps them."""
    words = "Cliënt " * 71 + "één"
    sst(NEW, *ROLE_PLAY, "j", "j", "n", "j", unicodedata.normalize("NFD", words), "n", "n")

    assert stored()["P3"].items["focus"].evidence[0].note == unicodedata.normalize("NFC", words)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("rate", 2),
        ("rate k7q2m9xt", 4),
        ("rate k7q2m9xt --new", 2),
        ("rate K7 --label P3", 4),
        ("rate --new --role boss", 2),
        ("rate --new --role self --label Jan.Jansen", 2),
        ("rate --new --role self --label P3 --ratee P4", 2),
        ("rate --new --role self --label P3 --session KLM", 2),
        ("rate --new --role self --label P3 --scenario sc-999", 4),
        ("rate --new --role self --label P3 --skills focus,charm", 4),
        ("rate --new --role self --label P3 --span 20:00-10:00", 2),
        ("rate --new --role self --label P3 --span soon", 2),
        ("rate --new --role self --label P3 --recording nothing.mp4", 2),
        ("rate --new --role self --label P3 --data /dev/null/x", 6),
        ("rate --sheet blank.docx", 2),
        ("rate --sheet blank.yaml --role client --label P5", 2),
        ("rate --sheet /dev/null/x/blank.yaml", 6),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_bad_input_is_one_line(sst, line, code, lang):
    """`sst: …` and its exit code; nothing on stdout, nothing kept."""
    run = sst(line.split(), lang=lang)

    assert (run.exit_code, run.stdout, run.stderr.count("\n")) == (code, "", 1), run.stderr
    assert run.stderr.startswith("sst: ")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("nl", "Neem een letter met een of meer cijfers"), ("en", "Take a letter with one or more digits")],
)
def test_a_name_is_no_label(sst, stored, lang, words):
    """Refused on the line and when typed, for whoever looks and whoever is looked at, as the page does."""
    for line in (("--role", "self", "--label", "Anna"), ("--role", "peer", "--label", "P4", "--ratee", "Anna")):
        run = sst(("rate", "--new", *line), lang=lang)
        assert (run.exit_code, stored()) == (2, {})
        assert words in run.stderr
    typed = sst(("rate", "--new", "--role", "self"), "Anna", "P3", "p", lang=lang)

    assert words in typed.stderr
    assert list(stored()) == ["P3"]


def test_a_name_that_is_here_already_stays(sst, stored, tmp_path):
    """A session from before, or from elsewhere, with such a label: others can look at it, and so can its owner."""
    raw = json.loads((checkout() / "docs" / "examples" / "first-try.json").read_text("utf-8"))
    peer = {"role": "peer", "label": "Bram", "blind": True}
    (tmp_path / "old.json").write_text(json.dumps({**raw, "ratee": "Anna", "rater": peer}), encoding="utf-8")
    assert sst(("sessions", "import", tmp_path / "old.json")).exit_code == 0
    new = ("rate", "--new", "--session", raw["session"], "--role")

    assert sst((*new, "peer", "--label", "P4"), "p").exit_code == 0
    assert sst((*new, "self", "--label", "Anna"), "p").exit_code == 0
    assert set(stored()) == {"Anna", "Bram", "P4"}
    assert sst(("score", raw["session"], "--label", "Bram")).exit_code == 0


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_typed(sst, stored, seed):
    """Four hundred random lines, and again: no traceback, and what is there can be read and gone on with."""
    chance = random.Random(seed)
    lines = [
        "j",
        "n",
        "m",
        "u",
        "g",
        "x",
        "?",
        "",
        "1",
        "2",
        "3",
        "focus",
        "13",
        "keep",
        "12:34",
        "-1",
        "l",
        "99999999",
        "ééń",
        "\x7f",
    ]
    role = ("self", "peer", "client")[seed % 3]
    new = ("rate", "--new", "--role", role, "--label", "P3", "--ratee", "P3")
    code = sst(new, *chance.choices(lines, k=400)).stdout.strip()
    if stored():
        assert sst(("rate", code), *chance.choices(lines, k=400)).exit_code in (0, 6)
        assert sst(("score", code)).exit_code in (0, 4, 7)


def test_another_version_of_the_list(sst, stored, tmp_path):
    """Exit 7, and the file as it was."""
    code = sst(NEW, *ROLE_PLAY).stdout.strip()
    path = next((tmp_path / "data" / "ratings").glob("*.json"))
    path.write_text(path.read_text("utf-8").replace('"version": "1.0.0"', '"version": "0.9.0"'), "utf-8")

    assert sst(("rate", code)).exit_code == 7
    assert stored()["P3"].version == "0.9.0"


def test_progress_of_another_time(sst, stored, tmp_path):
    """A part that does not exist: the first open skill is asked."""
    code = sst(NEW, *ROLE_PLAY).stdout.strip()
    path = next((tmp_path / "data" / "ratings").glob("*.progress"))
    path.write_text('{"format": "sst-progress/1", "part": "nonsense"}')

    assert "[basis 1/3]" in sst(("rate", code.upper())).stderr


def test_input_that_ends_too_soon(sst, stored):
    """Before there is an observation: exit 2 and nothing kept."""
    run = sst(("rate", "--new"), "2")

    assert (run.exit_code, stored()) == (2, {})
    assert run.stderr.splitlines()[-1].startswith("sst: ")


def test_a_full_disk(sst, stored, monkeypatch):
    """Exit 6 in one line at the key that could not be kept; all before it is there."""
    code = sst(NEW, *ROLE_PLAY, "j").stdout.strip()
    real, calls = os.replace, []

    def full(source, target):
        calls.append(target)
        if len(calls) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", full)
    run = sst(("rate", code), "j", "j", "j", "j")
    monkeypatch.undo()

    assert run.exit_code == 6
    assert run.stderr.splitlines()[-1].startswith("sst: ")
    assert "[basis 3/3]" in sst(("rate", code)).stderr


def test_a_second_window(sst, stored, tmp_path):
    """While a rating is open elsewhere: exit 6; once that is killed it opens."""
    code = sst(NEW, *ROLE_PLAY).stdout.strip()
    line = [sys.executable, "-m", "sst_training", "rate", code, "--data", str(tmp_path / "data")]
    other = subprocess.Popen(line, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    while b"> " not in other.stderr.readline():
        pass
    told = sst(("rate", code))
    other.kill()
    other.communicate()

    assert (told.exit_code, told.stderr.count("\n")) == (6, 1)
    assert sst(("rate", code)).exit_code == 0


def test_no_stdin_and_no_terminal(sst, tmp_path):
    """As under a scheduler: an answer that cannot come is a pause, never a hang."""
    line = [sys.executable, "-m", "sst_training", "rate", "--new", "--role", "self", "--label", "P3"]
    run = subprocess.run(
        [*line, "--data", str(tmp_path / "d")], stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False
    )

    assert run.returncode == 0
    assert len(run.stdout.strip()) == 8
    assert b"Traceback" not in run.stderr


def test_bytes_that_are_no_text(tmp_path):
    """Keys in another encoding: no traceback."""
    line = [sys.executable, "-m", "sst_training", *NEW, "--data", str(tmp_path / "d")]
    run = subprocess.run(
        line, input=b"1\nn\nn\n\xff\xfe caf\xe9\nfocus\n", capture_output=True, timeout=30, check=False
    )

    assert run.returncode == 0
    assert b"Traceback" not in run.stderr


def test_a_blank_sheet_is_a_rating_file(sst, tmp_path):
    """Every behaviour stands in it behind a `#`; as it is, it only lacks what has to be filled in."""
    sheet = tmp_path / "blad.yaml"
    run = sst(("rate", "--sheet", sheet, "--label", "P3", "--skills", "focus"))
    text = sheet.read_text(encoding="utf-8")
    scored = sst(("score", sheet))

    assert run.exit_code == 0
    assert all(tick.id in text for item in open_library().instrument.items for tick in item.ticks if item.id == "focus")
    assert scored.exit_code == 7
    assert "R113" in scored.stderr
    assert "focus, safety" in scored.stderr
    assert sst(("rate", "--sheet", sheet)).exit_code == 6


def test_a_sheet_that_was_filled_in_comes_back(sst, tmp_path):
    """With an editor: the `#` away, the state changed."""
    sheet = tmp_path / "blad.yaml"
    sst(("rate", "--sheet", sheet, "--label", "P3", "--skills", "focus"))
    text = sheet.read_text(encoding="utf-8")
    for tick in ("focus.b1", "focus.b2", "focus.a1"):
        text = text.replace(f"# {tick},   #", f"{tick},   #")
    text = text.replace("      # focus.b3,\n", "      focus.b3,\n")
    text = text.replace("state: missing   # assessed | na", "state: assessed", 1)
    text = text.replace("# # reason", "# reason").replace(
        '      # {tick: focus.a1, at: "12:34",', "      {tick: focus.a1,"
    )
    head, _, tail = text.partition("  safety:\n")
    tail = tail.replace("state: missing", "state: na", 1).replace(
        "# reason: no_opportunity |", "reason: no_opportunity #"
    )
    sheet.write_text(head + "  safety:\n" + tail, encoding="utf-8")
    run = sst(("score", sheet, "--json"))

    assert run.exit_code == 0, run.stderr
    assert json.loads(run.stdout)["items"]["focus"]["level"] == 4


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_whole_sheet_can_be_read(sst, tmp_path, lang):
    """All thirteen skills, in both languages: sound YAML, nothing wrong but what is missing."""
    sheet = tmp_path / "blad.yaml"
    sst(("rate", "--sheet", sheet), lang=lang)
    data = read_document(sheet, most_bytes=1 << 20).data

    assert list(data["items"]) == list(SKILLS)
    assert all(item["state"] == "missing" and item["ticks"] == [] for item in data["items"].values())


def test_the_length_of_a_recording(tmp_path):
    """WAV and MP4 tell it; anything else is asked about, and nothing hangs."""
    sound = tmp_path / "a.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 1, 100, 0, "NONE", ""))
        file.writeframes(b"\x80" * 1250)
    film = tmp_path / "a.mp4"
    head = (b"\x00" * 12) + (1000).to_bytes(4, "big") + (754_400).to_bytes(4, "big") + b"\x00" * 12
    mvhd = (8 + len(head)).to_bytes(4, "big") + b"mvhd" + head
    film.write_bytes(b"\x00\x00\x00\x10ftypisom\x00\x00\x00\x00" + (8 + len(mvhd)).to_bytes(4, "big") + b"moov" + mvhd)
    odd = tmp_path / "odd.mp4"
    for content in (b"", b"x" * 50, b"\x00\x00\x00\x00moov" * 99, b"\x00\x00\x00\x08free" * 9999, os.urandom(999)):
        odd.write_bytes(content)
        assert length_of(odd) is None

    assert (length_of(sound), length_of(film), length_of(tmp_path)) == (12, 754, None)


def test_a_recording_by_its_file(sst, stored, tmp_path):
    """Its length is not asked, its name is kept nowhere."""
    sound = tmp_path / "Jan Jansen.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 1, 10, 0, "NONE", ""))
        file.writeframes(b"\x80" * 12600)
    run = sst((*NEW, "--recording", sound, "--span", "1:00-5:00"), "1", "n", "j", "j", "", "", "", "focus", "j")
    rating = stored()["P3"]

    assert (rating.recording.name, rating.recording.seconds) == ("opname 1", 1260)
    assert (rating.span.start, rating.span.end) == (60, 300)
    assert "Hoelang duurt" not in run.stderr
    files = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert not any(b"Jansen" in path.read_bytes() for path in files)


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_a_hundred_kills_lose_no_key(tmp_path):
    """`kill -9` at random moments: each key that was followed by a next question is on the disk."""
    from pathlib import Path

    kills = os.environ.get("SST_KILLS", "100")
    program = Path(__file__).with_name("killing.py")
    run = subprocess.run(
        [sys.executable, str(program), str(tmp_path / "data"), kills, "20261205"],
        capture_output=True, text=True, timeout=600, check=False, env={**os.environ, "SST_LANG": "nl"},
    )  # fmt: skip

    assert run.returncode == 0, run.stderr[-2000:]
    assert int(run.stdout) > int(kills)


@pytest.mark.skipif(sys.platform == "win32", reason="a program of Unix")
@pytest.mark.parametrize(("does", "taken"), [("exit 3", False), ("exec sleep 5", True), (None, False)])
def test_the_player_is_no_part_of_the_questions(tmp_path, monkeypatch, capfd, does, taken):
    """What the system's player prints or reads never reaches the terminal; without one that is told."""
    for name in ("xdg-open", "open") if does else ():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nread key && exit 9\necho noise >&2\n{does}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin" if does else str(tmp_path))
    monkeypatch.setattr(rate_recording, "WAIT", 0.3)

    assert rate_recording.play(tmp_path / "talk.wav") is taken
    assert capfd.readouterr() == ("", "")
    for player in rate_recording.PLAYING:
        player.kill()
        player.wait()
    rate_recording.PLAYING.clear()


@pytest.mark.parametrize("way", ["key", "line"])
def test_a_long_question_breaks_between_words(way, monkeypatch, capsys):
    """At a terminal of 80 columns; a pipe has one line a question."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(rate_input, "read_key", lambda: "j")
    monkeypatch.setattr(sys, "stdin", io.StringIO("j\n"))
    source = rate_input.Input()
    source.live = True
    assert getattr(source, way)("woorden " * 20 + "[j/n]") == "j"
    lines = capsys.readouterr().err.splitlines()

    assert (len(lines), lines[0][:4]) == (3, "> wo")
    assert all(len(line) <= 80 and line.split()[-1] in ("woorden", "[j/n]", "j") for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
@pytest.mark.parametrize(("last", "code"), [(b"\x03", 130), (b"\x04", 0), (b"p", 0)], ids=["Ctrl-C", "Ctrl-D", "pause"])
def test_at_a_terminal(tmp_path, stored, last, code):
    """One key an answer, without Enter; Ctrl-C leaves with 130, and all of it is kept."""
    import pty
    import select

    own, terminal = pty.openpty()
    line = [sys.executable, "-m", "sst_training", *NEW, "--kind", "own-issue", "--skills", "focus"]
    env = {**os.environ, "SST_DATA": str(tmp_path / "data"), "SST_LANG": "nl", "COLUMNS": "80"}
    run = subprocess.Popen(line, stdin=terminal, stdout=terminal, stderr=terminal, env=env, preexec_fn=own_terminal)
    os.close(terminal)
    seen = b""
    for key in (b"n", b"j", b"\x1b[A", *((b"jp",) if last == b"p" else (b"j", last))):  # jp: without looking
        while not seen.rstrip().endswith(b"]"):
            assert select.select([own], [], [], 20)[0], seen
            seen += os.read(own, 4096)
        os.write(own, key)
        seen += b"."
    assert run.wait(20) == code
    while select.select([own], [], [], 0)[0]:
        try:
            seen += os.read(own, 4096)
        except OSError:  # how a terminal says that nobody is there any more
            break

    os.close(own)
    assert "Alles is bewaard" in seen.decode()
    assert stored()["P3"].session_kind == "own-issue"
    (progress,) = (tmp_path / "data" / "ratings").glob("*.progress")
    assert json.loads(progress.read_bytes())["answers"] == {"focus.b1": "y", "focus.b2": "y"}


def own_terminal() -> None:
    """Makes stdin the controlling terminal, so that Ctrl-C comes as a signal."""
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a background job would have left it ignored
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
