"""`sst calibrate`: a talk is read and rated blind, and only then the makers' rating is shown."""

import json

import pytest

from sst_training.library import open_library
from sst_training.library.locate import checkout

TALKS = {talk.id: talk for talk in open_library().calibrations}
FOLDER = checkout() / "exercises" / "calibration"
THREE = ["--skills", "frame,focus,listen"]


def out(run):
    """What stands on stdout, on one line."""
    return " ".join(run.stdout.decode().split())


def line_for(talk, skill):
    """The line that answers a skill as the makers did."""
    rated = talk.gold.items[skill]
    if rated.state == "na":
        return "n" if skill == "safety" else "x" if rated.reason == "no_opportunity" else "s"
    words = [tick.rpartition(".")[2] for tick in rated.ticks]
    words += ["-" + tick.rpartition(".")[2] for tick in rated.not_applicable_ticks]
    return ("j\n" if skill == "safety" else "") + " ".join(words)


def as_the_makers(talk):
    """All lines for one talk."""
    return "".join(line_for(talk, skill) + "\n" for skill in open_library().instrument.skills)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_list_says_what_it_is(sst, lang):
    """Every talk, whose rating it is compared with, what paper cannot show, and that nothing depends on it."""
    words = out(sst("calibrate", "--lang", lang))

    assert all(f"{slug} " in words for slug in TALKS)
    for said in {
        "nl": ("ijkobservatie van de makers", "geen toon", "Niets hangt ervan af"),
        "en": ("reference observation by the makers", "no tone", "Nothing depends on it"),
    }[lang]:
        assert said in words


def test_reading_gives_nothing_away(sst):
    """`--read` shows every turn with its number, and no reason of the makers."""
    talk = TALKS["swapped-shifts"]
    words = out(sst("calibrate", talk.id, "--read"))

    assert " ".join(talk.turns[39].text["nl"].split()) in words
    assert talk.session in words
    assert not [why.tick for why in talk.whys if why.text["nl"] in words]


def test_read_as_json(sst):
    """The turns in the chosen language, and nothing of the gold rating."""
    data = json.loads(sst("calibrate", "members-evening", "--read", "--json", "--lang", "en").stdout)

    assert data["talks"][0]["turns"][2] == {
        "turn": 3,
        "minute": None,
        "by": "therapist",
        "text": "What are you hoping for today?",
    }
    assert set(data["talks"][0]) == {"id", "session", "title", "setting", "minutes", "risk", "before", "turns"}


def test_the_list_as_json(sst):
    """Four talks without their turns."""
    data = json.loads(sst("calibrate", "--json").stdout)

    assert [talk["id"] for talk in data["talks"]] == sorted(TALKS)
    assert all("turns" not in talk for talk in data["talks"])


def test_the_talk_and_the_questions_go_to_stderr(sst):
    """What is asked does not mix with the answer."""
    run = sst("calibrate", "swapped-shifts", *THREE, stdin="b1\nb1 h1 -b3\nh1\n")

    assert "Wat is het probleem?" in run.stderr.decode()
    assert "Wat is het probleem?" not in run.stdout.decode().split("Vergeleken")[0]


def test_tick_by_tick_with_reason_and_pair(sst):
    """A rater who saw contempt where a feeling was waved away reads both answers, the turn, and the difference."""
    run = sst("calibrate", "swapped-shifts", "--skills", "listen", stdin="b1 s1\n")
    words = out(run)

    assert run.returncode == 0
    assert "Anders: jij niet gezien, de makers gezien. Beurt 23: De cliënt noemt schuld" in words
    assert "Niet te verwarren met listen.s1." in words
    assert "Antwoorden die gelijk zijn: 3 van 6 (50%)" in words
    assert "Van de 3 gedragingen die een van beiden zag, zagen jullie er 0 allebei (0%)" in words


@pytest.mark.parametrize("slug", TALKS)
def test_rating_as_the_makers_did_agrees_wholly(sst, slug):
    """Every answer as the makers gave it, through a pipe."""
    run = sst("calibrate", slug, "--json", stdin=as_the_makers(TALKS[slug]))
    data = json.loads(run.stdout)

    assert data["talks"][0]["agreement"]["share"] == 1
    assert data["gold"] == "makers"
    assert data["validated"] is False
    assert all(tick["same"] for skill in data["talks"][0]["skills"] for tick in skill["ticks"])


def test_over_all_four(sst):
    """Four talks in a row, and one figure over all of them; the guided one brings the help lines."""
    stdin = "".join(as_the_makers(talk) for talk in TALKS.values())
    run = sst("calibrate", *TALKS, stdin=stdin)

    assert "Overeenstemming over 4 gesprekken" in out(run)
    assert "113" in run.stderr.decode()
    assert "113" in out(run).split("Overeenstemming over 4")[1]


def test_files_made_elsewhere(sst):
    """The gold files as if a person had made them: found by their session, over all four."""
    files = [word for slug in TALKS for word in ("--rating", FOLDER / slug / "gold.yaml")]
    data = json.loads(sst("calibrate", *files, "--json").stdout)

    assert [talk["id"] for talk in data["talks"]] == list(TALKS)
    assert data["overall"]["agreed"] == data["overall"]["of"] == sum(t["agreement"]["of"] for t in data["talks"])


def test_what_was_filled_in_can_be_kept_and_compared_again(sst, tmp_path):
    """`--write` gives a rating file with the words of the turn named; `--rating` reads it, unfinished as it is."""
    run = sst("calibrate", "boxes-in-the-hall", "--skills", "focus", "--write", "mine.json", stdin="b1 b2 a1@9\n")
    kept = json.loads((tmp_path / "mine.json").read_text("utf-8"))

    assert run.returncode == 0
    assert kept["session"] == "ijk2mh4z"
    assert kept["items"]["focus"]["evidence"][0]["note"].startswith("Dat is veel tegelijk.")
    assert "Overeenstemming in dit gesprek" in out(sst("calibrate", "--rating", tmp_path / "mine.json"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("b9", "‘b9’ hoort niet bij deze vaardigheid"),
        ("ja hoor", "‘ja’ hoort niet bij deze vaardigheid"),
        ("-b1", "Alleen gedrag met een voorwaarde kan n.v.t. zijn"),
        ("b3 -b3", "b3 is gezien en n.v.t. tegelijk"),
        ("a1@2", "Beurt 2 is niet van de professional"),
        ("a1@99", "Beurt 99 is niet van de professional"),
        ("x", "Hier is altijd gelegenheid voor"),
        ("?", "Typ per vaardigheid wat je zag"),
    ],
)
def test_a_line_that_does_not_fit_is_asked_again(sst, line, said):
    """It says why, and the next line counts."""
    run = sst("calibrate", "swapped-shifts", "--skills", "focus", stdin=f"{line}\nb1\n")

    assert said in " ".join(run.stderr.decode().split())
    assert run.returncode == 0


def test_a_turn_can_be_seen_again(sst):
    """`t 14` shows the turns around it."""
    run = sst("calibrate", "swapped-shifts", "--skills", "focus", stdin="t 1\nb1\n")

    assert run.stderr.decode().count("Ga zitten.") == 2


def test_stopping_halfway_compares_what_there_is(sst):
    """After `p` only the skill that was rated is shown."""
    data = json.loads(sst("calibrate", "swapped-shifts", "--json", stdin="b1\np\n").stdout)

    assert [skill["skill"] for skill in data["talks"][0]["skills"]] == ["frame"]


def test_a_skill_that_only_the_makers_rated_has_its_reasons(sst):
    """Who set it at n/a reads what the makers went by."""
    words = out(sst("calibrate", "swapped-shifts", "--skills", "attempts", stdin="x\n"))
    why = next(why for why in TALKS["swapped-shifts"].whys if why.tick.startswith("attempts."))

    assert "jij: n.v.t. · de makers: 2 · in opbouw De makers vulden deze vaardigheid wel in." in words
    assert why.text["nl"] in words
    assert ".." not in words
    assert "Geen van beiden zag" not in words  # the makers did


def test_a_skill_the_makers_left_out_is_told(sst):
    """`one-idea` in the guided talk is not compared, and the reason is there."""
    run = sst("calibrate", "closing-the-workshop", "--skills", "listen,one-idea", stdin="b1\nb1 b2\n")

    assert "Niet vergeleken, want de makers vulden het niet in: · Eén werkbaar idee: In dit gesprek" in out(run)


@pytest.mark.parametrize(
    ("line", "stdin", "code"),
    [
        ("calibrate nope", "", 4),
        ("calibrate swapped-shifts --skills nope", "", 4),
        ("calibrate swapped-shifts", "", 7),
        ("calibrate swapped-shifts --skills focus", "s\n", 7),
        ("calibrate --rating nothing.json", "", 2),
        ("calibrate --write mine.json", "", 2),
        ("calibrate swapped-shifts members-evening --write mine.json", "", 2),
        (f"calibrate --rating {checkout() / 'docs/examples/first-try.json'}", "", 7),
        (f"calibrate members-evening --rating {FOLDER / 'swapped-shifts/gold.yaml'}", "", 7),
    ],
)
def test_what_cannot_be_done(sst, line, stdin, code):
    """One last line that begins with `sst:`, the right exit code, and no result."""
    run = sst(*line.split(), stdin=stdin)

    assert (run.returncode, run.stdout) == (code, b"")
    assert run.stderr.decode().splitlines()[-1].startswith("sst: ")


def test_bytes_that_are_no_text(sst):
    """A pipe with anything in it: asked again, no traceback."""
    run = sst("calibrate", "swapped-shifts", "--skills", "focus", stdin="\ufffd\x1b[31m\nb1\n")

    assert run.returncode == 0
    assert "Traceback" not in run.stderr.decode()
