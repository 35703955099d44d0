"""`sst transcript --session`, what was chosen, the client's form: kept with a session, and going where it goes."""

from __future__ import annotations

import json
import stat

import click.testing
import pytest

from sst_training.cli import main
from sst_training.library import open_library
from sst_training.library.locate import checkout
from sst_training.store.ratings import Store

EXAMPLES = checkout() / "docs" / "examples"
FIRST, TALK = EXAMPLES / "first-try.json", EXAMPLES / "talk.vtt"
DATA = json.loads(FIRST.read_text("utf-8"))
CODE = DATA["session"]


@pytest.fixture
def sst(tmp_path, monkeypatch):
    """`sst("score", CODE)`: a command line with a store of its own, run in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*line: object, typed: str = "", lang: str = "nl", data: str = "data") -> click.testing.Result:
        env = {"SST_DATA": str(tmp_path / data), "SST_LANG": lang, "COLUMNS": "80"}
        found = click.testing.CliRunner().invoke(main, [str(word) for word in line], input=typed, env=env)
        assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
        return found

    return run


@pytest.fixture
def store(tmp_path):
    """The store those commands write."""
    return Store(tmp_path / "data")


@pytest.fixture
def described(sst):
    """A store with one observation and its description."""
    sst("sessions", "import", FIRST)
    return sst("transcript", TALK, "--session", CODE, "--practitioner", "professional")


@pytest.fixture
def client(tmp_path):
    """A client's form of the first session."""
    data = {**DATA, "rater": {"role": "client", "label": "P5", "blind": True}, "items": {}, "voice": VOICE}
    path = tmp_path / "client.json"
    path.write_text(json.dumps({name: data[name] for name in data if name not in ("keep", "prediction", "counters")}))
    return path


VOICE = {"topic": 8, "understood": 7, "forward": 5, "wished": "Meer tijd."}


def test_it_is_kept_and_shown_as_description(sst, described):
    """With the session and with the profile; the score is the same bytes as before."""
    before = sst("score", FIRST, "--json").stdout

    assert described.exit_code == 0
    assert "alleen cijfers" in described.stderr
    for command in (("sessions", "show", CODE), ("score", CODE)):
        shown = sst(*command).stdout
        assert "Het gesprek, beschreven" in shown
        assert "Professional  40%" in shown
        assert "Stem 2" in shown
    assert sst("score", CODE, "--json").stdout == before
    data = json.loads(sst("sessions", "show", CODE, "--json").stdout)
    assert data["description"]["voices"][0]["practitioner"] is True


def test_no_word_and_no_name_of_the_talk_is_in_the_store(sst, described, store):
    """Figures alone."""
    (path,) = store.ratings.glob("*.annex")
    kept = path.read_text("utf-8")

    assert not any(word in kept for word in ("Professional", "Cliënt", "maandag", "hoop"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_practitioner_voices_have_numbers(sst):
    """And it is said how to name one; an unknown name is told with those there are."""
    sst("sessions", "import", FIRST)
    run = sst("transcript", TALK, "--session", CODE)
    wrong = sst("transcript", TALK, "--session", CODE, "--practitioner", "Iemand")

    assert "--practitioner" in run.stderr
    assert "Stem 1" in sst("sessions", "show", CODE).stdout
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "Professional | Cliënt" in wrong.stderr


def test_a_second_description_takes_the_place_of_the_first(sst, described, store):
    """One file, and it is said."""
    run = sst("transcript", TALK, "--session", CODE)

    assert "in plaats van" in run.stderr.replace("\n", " ")
    assert len(list(store.ratings.glob("*.annex"))) == 1


def test_never_with_an_own_issue(sst, tmp_path, store):
    """Exit 7, one line, nothing kept."""
    nothing = {"state": "na", "reason": "not_in_this_exercise"}
    data = {
        **{name: DATA[name] for name in ("format", "instrument", "version", "session", "date", "ratee", "rater")},
        "session_kind": "own-issue", "items": dict.fromkeys(DATA["items"], nothing),
    }  # fmt: skip
    path = tmp_path / "own.json"
    path.write_text(json.dumps(data))
    assert sst("sessions", "import", path).exit_code == 0
    run = sst("transcript", TALK, "--session", CODE)

    assert (run.exit_code, run.stdout) == (7, "")
    assert run.stderr.splitlines()[-1].startswith("sst: ")
    assert not list(store.ratings.glob("*.annex"))


def test_a_session_that_is_not_here(sst):
    """Exit 4, and the captions are not shown either."""
    run = sst("transcript", TALK, "--session", "zzzzzzzz")
    assert (run.exit_code, run.stdout) == (4, "")


def test_out_and_in_again(sst, described, store, tmp_path):
    """Everything out in one command, and in another store the same bytes; the same again changes nothing."""
    assert sst("sessions", "export", "out").exit_code == 0
    assert sst("sessions", "import", "out", data="other").exit_code == 0
    other = Store(tmp_path / "other")

    assert other.annexes.of_session(CODE) == store.annexes.of_session(CODE)
    assert "hetzelfde: 2" in sst("sessions", "import", "out", data="other").stderr
    assert stat.S_IMODE((tmp_path / "here" / "out").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "here" / "out").iterdir()} == {0o600}


def test_an_export_is_still_a_folder_of_ratings(sst, described):
    """What stands beside is passed over by what counts ratings."""
    sst("sessions", "export", "out")
    run = sst("cohort", "out")

    assert run.exit_code == 0
    assert "annex" not in run.output


def test_what_differs_is_not_written_over(sst, described):
    """Exit 6 without --replace; alone, without its session, exit 7."""
    sst("sessions", "export", "out")
    sst("transcript", TALK, "--session", CODE)

    assert sst("sessions", "import", "out").exit_code == 6
    assert sst("sessions", "import", "out", "--replace").exit_code == 0
    assert sst("sessions", "import", f"out/{CODE}-annex.json", data="empty").exit_code == 7


@pytest.mark.parametrize(
    ("change", "code"),
    [(('"ratee": "P3"', '"ratee": "P9"'), 7), (("sst-annex/1", "sst-annex/2"), 6), (('"turns"', '"turn"'), 7)],
    ids=["another person", "newer", "an unknown field"],
)
def test_a_file_that_does_not_belong(sst, described, change, code, tmp_path):
    """Nothing is taken in."""
    sst("sessions", "export", "out")
    path = tmp_path / "here" / "out" / f"{CODE}-annex.json"
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    run = sst("sessions", "import", "out", data="other")

    assert run.exit_code == code
    assert run.stderr.splitlines()[-1].startswith("sst: ")
    assert json.loads(sst("sessions", "list", "--json", data="other").stdout)["sessions"] == []


def test_a_backup_brings_it_back(sst, described):
    """Erased, and restored from the copy that the next import made."""
    sst("sessions", "import", EXAMPLES / "solid-session.json")
    sst("transcript", EXAMPLES / "talk.vtt", "--session", CODE)
    number = json.loads(sst("sessions", "restore", "--json").stdout)["backups"][0]["number"]
    assert sst("sessions", "restore", number).exit_code == 0

    assert "Professional" in sst("sessions", "show", CODE).stdout
    assert json.loads(sst("doctor", "--json").stdout)["store"]["annexes"] == 1


def test_erased_with_the_person(sst, described, store):
    """It is listed, and gone from the backups too."""
    sst("sessions", "import", EXAMPLES / "solid-session.json")
    run = sst("sessions", "erase", "P3", "--yes")

    assert "Wat naast de sessies stond: 2" in run.stderr.replace("\n", " ")
    assert not list(store.folder.rglob("*.annex"))


def test_the_partner_of_a_talk_is_forgotten_on_request(sst, store, tmp_path):
    """It is said what happens, and the rating stays."""
    data = json.loads((EXAMPLES / "safety-tick.json").read_text("utf-8"))
    data["rater"] = {"role": "self", "label": data["ratee"], "blind": True}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(data))
    sst("sessions", "import", path)
    sst("sessions", "resolve", data["session"], "--label", data["ratee"], "--with", "T7", "--note", "Besproken.")
    run = sst("sessions", "erase", "T7", "--yes")

    assert (run.exit_code, "‘erased’" in run.stderr) == (0, True)
    assert store.kept()[0].rating.resolution.partner == "erased"
    assert sst("sessions", "erase", "T7", "--yes").exit_code == 4


def test_a_damaged_one_is_told(sst, described, store):
    """Set aside with the reason; the session still opens."""
    (path,) = store.ratings.glob("*.annex")
    path.write_bytes(b'{"format": "sst-annex/1",')
    run = sst("score", CODE)

    assert run.exit_code == 0
    assert "beschadigd" in run.stderr
    assert "beschreven" not in run.stdout


def test_the_clients_form_comes_along(sst, client):
    """From the store by itself; beside a file by name."""
    sst("sessions", "import", FIRST, client)
    for command in (("score", CODE), ("score", FIRST, "--client", client)):
        shown = sst(*command).stdout
        assert "Van de cliënt (P5)" in shown
        assert "Begin het nabespreken hiermee: wat heb je om mee verder te gaan" in shown
    assert sst("score", CODE, "--json").stdout == sst("score", FIRST, "--json").stdout


def test_a_form_of_another_session_is_refused(sst, client):
    """Exit 7; and so is an observation that is no form."""
    for file, form in ((EXAMPLES / "solid-session.json", client), (FIRST, FIRST)):
        run = sst("score", file, "--client", form)
        assert (run.exit_code, run.stdout) == (7, "")


def test_what_was_chosen_is_shown_the_next_time(sst):
    """Of the same person, in another session too; it changes nothing in the score."""
    sst("sessions", "import", FIRST)
    sst("score", CODE, "--skill", "listen")

    assert "Vorige keer is gekozen" in sst("score", CODE).stdout
    assert "Gekozen om te oefenen" in sst("sessions", "show", CODE).stdout
    assert "Vorige keer" not in sst("score", CODE, "--skill", "focus").stdout
    assert sst("score", CODE, "--json").stdout == sst("score", FIRST, "--json").stdout
    sst("transcript", TALK, "--session", CODE)
    assert "Vorige keer is gekozen" in sst("score", CODE).stdout


def test_too_hard_goes_for_the_trainers_observation_too(sst, tmp_path):
    """The practitioner's own word, from the store; a role-play of level 3 becomes one of level 2."""
    hard = next(card.id for card in open_library().scenarios if card.level == 3)
    scenario = {"scenario": hard}
    own = {**DATA, **scenario, "challenge": {"level": "too_hard", "stop": False}}
    trainer = {**DATA, **scenario, "rater": {"role": "trainer", "label": "T1", "blind": True}}
    for name, data in (("own", own), ("trainer", trainer)):
        (tmp_path / f"{name}.json").write_text(json.dumps(data))
    sst("sessions", "import", tmp_path / "own.json", tmp_path / "trainer.json")
    alone = json.loads(sst("score", tmp_path / "trainer.json", "--json").stdout)
    run = json.loads(sst("score", CODE, "--label", "T1", "--json").stdout)

    assert alone["next_practice"]["roleplay"]["level"] == 3
    assert run["next_practice"]["roleplay"]["level"] == 2


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_comparison_as_page_and_pdf(sst, lang, client, tmp_path):
    """For their owner alone; with what stands beside; the text on the screen is the same as without."""
    locked = {**DATA, "locked": True}
    other = {**DATA, "rater": {"role": "trainer", "label": "T1", "blind": True}}
    for name, data in (("own", locked), ("other", other)):
        (tmp_path / f"{name}.json").write_text(json.dumps(data))
    sst("sessions", "import", tmp_path / "own.json", tmp_path / "other.json", client)
    sst("transcript", TALK, "--session", CODE)
    run = sst("compare", CODE, "--html", "c.html", "--pdf", "c.pdf", lang=lang)
    page = (tmp_path / "here" / "c.html").read_text("utf-8")

    assert (run.exit_code, run.stdout) == (0, sst("compare", CODE, lang=lang).stdout)
    for words in ("P5", "40%", "Niet gevalideerd" if lang == "nl" else "Not validated"):
        assert words in page
        assert words in run.stdout
    assert (tmp_path / "here" / "c.pdf").read_bytes().startswith(b"%PDF")
    assert {stat.S_IMODE((tmp_path / "here" / name).stat().st_mode) for name in ("c.html", "c.pdf")} == {0o600}


def test_a_comparison_is_not_written_over_an_observation(sst, tmp_path):
    """Exit 6, and the file as it was."""
    files = [EXAMPLES / "together-self.json", tmp_path / "other.json"]
    files[1].write_bytes((EXAMPLES / "together-trainer.json").read_bytes())
    run = sst("compare", *files, "--pdf", files[1])

    assert (run.exit_code, run.stdout) == (6, "")
    assert files[1].read_bytes() == (EXAMPLES / "together-trainer.json").read_bytes()


def test_what_is_about_a_session_is_its_owners_and_a_pack_is_not(sst, tmp_path):
    """Profiles 0600; a drawn sheet and a blank one for paper as any file."""
    sst("score", FIRST, "--html", "a.html", "--pdf", "a.pdf")
    sst("rate", "--sheet", "blank.pdf")
    sst("rate", "--sheet", "blank.yaml")
    sst("roleplay", "--seed", "1", "--pdf", "cards.pdf")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "here").iterdir()}
    usual = tmp_path / "usual"
    usual.touch()

    assert {name for name, mode in modes.items() if mode == 0o600} >= {"a.html", "a.pdf", "blank.yaml"}
    assert {modes[name] for name in ("blank.pdf", "cards.pdf")} == {stat.S_IMODE(usual.stat().st_mode)}
