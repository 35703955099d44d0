"""`sst sessions …`, `sst score SESSION` and what `sst doctor` says of the store."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import click.testing
import msgspec
import pytest

from sst_training.cli import main
from sst_training.export.audacity import cell
from sst_training.library.locate import checkout
from sst_training.store.locks import WHOLE, Locks
from sst_training.store.ratings import Store

EXAMPLES = checkout() / "docs" / "examples"
FIRST, SOLID, UNSAFE = (EXAMPLES / f"{name}.json" for name in ("first-try", "solid-session", "safety-tick"))
CODE = json.loads(FIRST.read_text("utf-8"))["session"]
UNSAFE_CODE = json.loads(UNSAFE.read_text("utf-8"))["session"]
UNSAFE_LABEL = json.loads(UNSAFE.read_text("utf-8"))["rater"]["label"]


@pytest.fixture
def data(tmp_path):
    """The folder of the store."""
    return tmp_path / "data"


@pytest.fixture
def sst(data, tmp_path, monkeypatch):
    """`sst("sessions", "list")`: a command line with a store of its own, run in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*line: object, typed: str = "", lang: str = "nl") -> click.testing.Result:
        env = {"SST_DATA": str(data), "SST_LANG": lang}
        found = click.testing.CliRunner().invoke(main, [str(word) for word in line], input=typed, env=env)
        assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
        return found

    return run


@pytest.fixture
def full(sst):
    """A store with the examples of the documentation in it."""
    paths = sorted(EXAMPLES.glob("*.json"))
    assert sst("sessions", "import", *paths).exit_code == 0
    return len(paths)


@pytest.fixture
def draft(sst, tmp_path):
    """A second observation of the first session that lacks three skills."""
    data = json.loads(FIRST.read_text("utf-8"))
    data["rater"] = {"role": "peer", "label": "P4", "blind": True}
    for skill in ("frame", "listen", "safety"):
        data["items"][skill] = {"state": "missing"}
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_the_list(sst, full):
    """A line an observation; nothing that was ticked."""
    run = sst("sessions", "list")

    assert len(run.stdout.splitlines()) == full
    assert CODE in run.stdout
    assert "focus" not in run.stdout


def test_the_list_as_data(sst, full, draft):
    """One document; what is missing by id."""
    sst("sessions", "import", draft)
    told = json.loads(sst("sessions", "list", "--json").stdout)
    one = next(one for one in told["sessions"] if one["rater"]["label"] == "P4")

    assert (one["state"], one["missing"]) == ("draft", ["frame", "listen", "safety"])
    assert "items" not in one
    assert len(told["sessions"]) == full + 1


def test_an_empty_store(sst):
    """Says where it looks and how to begin."""
    assert "sst rate --new" in " ".join(sst("sessions", "list").stdout.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_show(sst, full, lang):
    """The session and who looked; the files by path."""
    run = sst("sessions", "show", CODE, lang=lang)
    told = json.loads(sst("sessions", "show", CODE, "--json").stdout)

    assert run.exit_code == 0
    assert CODE in run.stdout
    assert os.path.isfile(told["observations"][0]["file"])
    assert "ticks" not in json.dumps(told)


def test_score_by_session(sst, full):
    """The same report as of the file."""
    assert sst("score", CODE, "--json").stdout == sst("score", FIRST, "--json").stdout
    assert sst("score", CODE).exit_code == 0


def test_score_of_one_of_several(sst, full, draft):
    """Exit 2 with the labels; with --label the one; a draft exits 7."""
    sst("sessions", "import", draft)
    unclear = sst("score", CODE)

    assert (unclear.exit_code, unclear.stderr.count("\n")) == (2, 1)
    assert "P3, P4" in unclear.stderr
    assert sst("score", CODE, "--label", "P3").exit_code == 0
    assert sst("score", CODE, "--label", "P4").exit_code == 7


def test_import_again_changes_nothing(sst, full, data):
    """The same files: no second copy; another content under the same label: refused, all of it."""
    before = {one.name for one in Store(data).kept()}
    assert sst("sessions", "import", FIRST).exit_code == 0
    other = json.loads(FIRST.read_text("utf-8")) | {"prediction": "Anders."}
    with open("other.json", "w", encoding="utf-8") as file:
        json.dump(other, file)
    refused = sst("sessions", "import", "other.json")

    assert (refused.exit_code, refused.stderr.count("\n")) == (6, 1)
    assert {one.name for one in Store(data).kept()} == before
    assert sst("sessions", "import", "other.json", "--replace").exit_code == 0
    kept = {one.rating.prediction for one in Store(data).kept()}
    assert "Anders." in kept
    assert len(Store(data).kept()) == full


def test_import_is_all_or_nothing(sst, data, tmp_path):
    """One bad file: each problem on its line, and nothing came in."""
    bad = tmp_path / "bad.json"
    bad.write_text(FIRST.read_text("utf-8").replace("focus.b1", "focus.b9"), encoding="utf-8")
    run = sst("sessions", "import", SOLID, bad)

    assert run.exit_code == 7
    assert "R104" in run.stderr
    assert not data.exists()


@pytest.mark.parametrize("sign", ["", "\ufeff"])
def test_all_that_a_browser_kept_comes_in(sst, data, tmp_path, sign):
    """The file of "take everything along": its observations; whatever else stands in it stays where it is."""
    ratings = [json.loads(path.read_text("utf-8")) for path in (FIRST, SOLID)]
    file = tmp_path / "kept.json"
    kept = {"format": "sst-kept/1", "saved": "2026-12-05", "observations": ratings, "others": {"roleplays": []}}
    file.write_text(sign + json.dumps(kept), encoding="utf-8")

    assert sst("sessions", "import", file).exit_code == 0
    assert {one.rating.session for one in Store(data).kept()} == {one["session"] for one in ratings}
    assert sst("sessions", "import", file).exit_code == 0
    assert len(Store(data).kept()) == 2


def test_one_bad_observation_of_a_browser_keeps_all_out(sst, data, tmp_path):
    """The second of two: its number is named, exit 7, nothing came in; and a file without any is nothing to import."""
    text = FIRST.read_text("utf-8")
    kept = {
        "format": "sst-kept/1",
        "observations": [json.loads(text), json.loads(text.replace("focus.b1", "focus.b9"))],
    }
    (tmp_path / "kept.json").write_text(json.dumps(kept), encoding="utf-8")
    (tmp_path / "none.json").write_text(json.dumps(kept | {"observations": []}), encoding="utf-8")
    run = sst("sessions", "import", tmp_path / "kept.json")

    assert run.exit_code == 7
    assert "kept.json (2):" in run.stderr
    assert not data.exists()
    assert sst("sessions", "import", tmp_path / "none.json").exit_code == 7


def test_import_of_a_newer_file(sst, data, tmp_path):
    """Exit 6."""
    newer = tmp_path / "newer.json"
    newer.write_text(FIRST.read_text("utf-8").replace("sst-rating/1", "sst-rating/2"), encoding="utf-8")

    assert sst("sessions", "import", newer).exit_code == 6


def test_nothing_read_becomes_a_path(sst, data, tmp_path):
    """Names of files in the store are random, whatever the file was called."""
    odd = tmp_path / "..Jan Jansen; rm -rf.json"
    shutil.copy(FIRST, odd)
    sst("sessions", "import", odd)

    assert all(len(path.name) == 21 for path in (data / "ratings").iterdir())


def test_everything_out_and_in_again(sst, full, data):
    """Export to a folder, import into an empty store: the same ratings."""
    assert sst("sessions", "export", "out").exit_code == 0
    before = [one.rating for one in Store(data).kept()]
    shutil.rmtree(data)
    assert sst("sessions", "import", "out").exit_code == 0

    assert [one.rating for one in Store(data).kept()] == before
    assert not any("P3" in name for name in os.listdir("out"))
    assert sst("sessions", "export", "out").exit_code == 6


def test_export_of_one_label(sst, full):
    """What a person may ask for."""
    sst("sessions", "export", "out", "--label", UNSAFE_LABEL)
    ratings = [json.loads(path.read_bytes()) for path in Path("out").iterdir()]

    assert ratings
    assert all(UNSAFE_LABEL in (one["ratee"], one["rater"]["label"]) for one in ratings)
    assert sst("sessions", "export", "out2", "--label", "Z9").exit_code == 4


def test_moments_as_audacity_labels(sst, full):
    """Begin, end, label; in the order of the recording."""
    assert sst("sessions", "export", "labels.txt", "--session", CODE).exit_code == 0
    lines = [line.split("\t") for line in Path("labels.txt").read_text("utf-8").splitlines()]

    assert [float(line[0]) for line in lines] == sorted(float(line[0]) for line in lines)
    assert all(len(line) == 3 and line[0] == line[1] for line in lines)
    assert [
        "95.000000",
        "95.000000",
        "best-hope.b1 Vraagt waar de cliënt vandaag op hoopt: Waar hoop je vandaag op?",
    ] in lines
    assert sst("sessions", "export", "labels.txt", "--session", CODE).exit_code == 6
    assert sst("sessions", "export", "other.txt").exit_code == 2


def test_an_observation_without_times_has_no_labels(sst, tmp_path):
    """Exit 7."""
    data = json.loads(FIRST.read_text("utf-8"))
    for item in data["items"].values():
        item.pop("evidence", None)
    data["keep"] = None
    path = tmp_path / "plain.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    sst("sessions", "import", path)

    assert sst("sessions", "export", "labels.txt", "--session", CODE).exit_code == 7
    assert not os.path.exists("labels.txt")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("=1+1", "'=1+1"), ("-x", "'-x"), ("@a", "'@a"), ("+", "'+"), ("a\tb\nc\r\nd", "a b c  d"), ("a=1", "a=1")],
)
def test_a_cell_is_no_formula_and_one_line(text, wanted):
    """DESIGN §3 on text columns."""
    assert cell(text) == wanted


def test_lock(sst, full, draft, data):
    """Refused with what is missing; then for good."""
    sst("sessions", "import", draft)
    refused = sst("sessions", "lock", CODE, "--label", "P4")
    assert refused.exit_code == 7
    assert "frame, listen, safety" in refused.stderr
    assert sst("sessions", "lock", CODE, "--label", "P3").exit_code == 0
    assert sst("sessions", "lock", CODE, "--label", "P3").exit_code == 6
    locked = [one.rating.rater.label for one in Store(data).kept() if one.rating.locked and one.rating.session == CODE]
    assert locked == ["P3"]


@pytest.mark.parametrize("why", ["open", "locked", "newer"])
def test_what_cannot_be_replaced_keeps_the_rest_out(sst, data, tmp_path, monkeypatch, why):
    """Open in another window, locked just now, or beside a newer file: exit 6, and no new one came in."""
    sst("sessions", "import", FIRST)
    store = Store(data)
    other = tmp_path / "other.json"
    other.write_text(json.dumps(json.loads(FIRST.read_text("utf-8")) | {"prediction": "Anders."}), encoding="utf-8")
    annex = {"format": "sst-annex/1", "session": CODE, "ratee": "P3"}
    (tmp_path / "annex.json").write_text(json.dumps(annex), encoding="utf-8")
    if why == "newer":
        (store.ratings / "0.annex").write_text(json.dumps({**annex, "format": "sst-annex/2"}), encoding="utf-8")
    elif why == "open":
        monkeypatch.setattr(Locks, "take", lambda self, byte: byte == WHOLE)
    else:
        real = Store.opened
        monkeypatch.setattr(Store, "opened", lambda self, one: real(self, _locked(one)))
    before = {path.name: path.read_bytes() for path in store.ratings.iterdir()}
    run = sst("sessions", "import", "--replace", other, tmp_path / "annex.json", SOLID)

    assert (run.exit_code, run.stderr.splitlines()[-1][:5]) == (6, "sst: ")
    expected = {name: json.loads(content) for name, content in before.items()}
    if why == "locked":
        expected = {name: {**content, "locked": True} for name, content in expected.items()}
    assert {path.name: json.loads(path.read_bytes()) for path in store.ratings.iterdir()} == expected


def test_a_locked_one_is_not_replaced(sst, full, data):
    """Not by import --replace either."""
    sst("sessions", "lock", CODE)
    other = json.loads(FIRST.read_text("utf-8")) | {"prediction": "Anders."}
    with open("other.json", "w", encoding="utf-8") as file:
        json.dump(other, file)

    assert sst("sessions", "import", "other.json", "--replace").exit_code == 6


def test_resolve(sst, full, data):
    """The tick stays, the mean and the banner follow; a second time is refused."""
    rating = msgspec.json.decode(UNSAFE.read_bytes())
    partner = "T9" if rating["ratee"] == UNSAFE_LABEL else rating["ratee"]
    line = ("sessions", "resolve", UNSAFE_CODE, "--label", UNSAFE_LABEL, "--with", partner, "--note")
    assert json.loads(sst("score", UNSAFE_CODE, "--json").stdout)["safety"] is True
    assert sst(*line, "").exit_code == 2
    assert sst(*line, "Besproken, eerst vragen.").exit_code == 0
    scored = json.loads(sst("score", UNSAFE_CODE, "--json").stdout)

    assert scored["safety"] is False
    assert scored["harm"]
    assert sst(*line, "Nog eens.").exit_code == 7


def test_resolve_is_for_the_two_of_them(sst, full):
    """Nothing unsafe: exit 7. With the wrong person: exit 2."""
    nothing = ("sessions", "resolve", CODE, "--label", "P3", "--with", "T1", "--note", "Besproken.")
    wrong = ("sessions", "resolve", UNSAFE_CODE, "--label", UNSAFE_LABEL, "--with", "Q8", "--note", "Besproken.")
    own = json.loads(UNSAFE.read_text("utf-8"))["ratee"] == UNSAFE_LABEL

    assert sst(*nothing).exit_code == 7
    assert sst(*wrong).exit_code == (0 if own else 2)


@pytest.mark.parametrize(("lang", "asked"), [("nl", "Wat spraken jullie af?"), ("en", "What did you agree?")])
def test_resolve_asks_what_was_agreed(sst, full, data, lang, asked):
    """Without --note: again until there are words, and kept as typed; input that ends is as an empty note."""
    partner = json.loads(UNSAFE.read_text("utf-8"))["ratee"]
    line = ("sessions", "resolve", UNSAFE_CODE, "--label", UNSAFE_LABEL, "--with", partner)
    ended = sst(*line, typed="", lang=lang)
    run = sst(*line, typed="x\nEerst vragen.\n", lang=lang)

    assert (ended.exit_code, run.exit_code, run.stderr.count(asked)) == (2, 0, 2)
    kept = {one.rating.resolution.note for one in Store(data).kept() if one.rating and one.rating.resolution}
    assert kept == {"Eerst vragen."}


@pytest.mark.parametrize(("note", "code"), [([], 0), (["--note", ""], 0), (["--note", "Zij huilde om haar vader."], 2)])
def test_of_an_own_issue_no_words_are_asked_kept_or_shown(sst, tmp_path, note, code):
    """Not even in the refusal."""
    raw = json.loads(UNSAFE.read_text("utf-8"))
    raw |= {"session_kind": "own-issue", "ratee": "P3", "rater": {"role": "self", "label": "P3", "blind": True}}
    raw |= {"recording": None, "span": None, "consent": None, "prediction": None, "keep": None, "resolution": None}
    for item in raw["items"].values():
        item.pop("evidence", None)
    path = tmp_path / "own.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert sst("sessions", "import", path).exit_code == 0
    run = sst("sessions", "resolve", UNSAFE_CODE, "--label", "P3", "--with", "T1", *note)

    assert (run.exit_code, "huilde" in run.stderr, "Wat spraken" in run.stderr) == (code, False, False)


@pytest.mark.parametrize(("typed", "left"), [("n\n", True), ("", True), ("j\n", False), ("y\n", False)])
def test_erase_asks(sst, full, data, typed, left):
    """It lists, asks, and says what it cannot reach; no answer is no."""
    run = sst("sessions", "erase", "P3", typed=typed)
    there = any("P3" in (one.rating.ratee, one.rating.rater.label) for one in Store(data).kept())

    assert (run.exit_code, there) == (0, left)
    assert CODE in run.stderr
    assert ("synchronisatiedienst" in run.stderr) != left


def test_erase_of_nobody(sst, full):
    """Exit 4."""
    assert sst("sessions", "erase", "Z9", "--yes").exit_code == 4


def test_restore(sst, full, data):
    """The list, one put back; one that is not there."""
    sst("sessions", "erase", UNSAFE_LABEL, "--yes")
    sst("sessions", "import", UNSAFE)
    backups = json.loads(sst("sessions", "restore", "--json").stdout)["backups"]
    count = len(Store(data).kept())

    assert backups[0]["why"] == "import"
    assert sst("sessions", "restore", backups[0]["number"]).exit_code == 0
    assert len(Store(data).kept()) == count - 1
    assert sst("sessions", "restore", "99").exit_code == 4
    assert "voor het terugzetten" in sst("sessions", "restore").stdout


def test_a_damaged_file_is_told_and_restored(sst, full, data):
    """Set aside with what can be saved, named by every command of the store; restore brings it back."""
    sst("sessions", "import", "--data", data, _client(data.parent))  # so that there is a backup with all in it
    path = next(one.path for one in Store(data).kept() if (one.rating.session, one.rating.rater.label) == (CODE, "P3"))
    path.write_bytes(path.read_bytes()[:-200])
    doctor = sst("doctor")
    run = sst("sessions", "list")

    assert doctor.exit_code == 6
    assert run.exit_code == 0
    assert "beschadigd" in run.stderr
    assert "sst sessions restore" in run.stderr
    assert "P3 ← P3" not in run.stdout
    assert (data / "damaged" / path.name).exists()
    assert sst("doctor").exit_code == 0
    newest = json.loads(sst("sessions", "restore", "--json").stdout)["backups"][0]["number"]
    sst("sessions", "restore", newest)
    assert "P3 ← P3" in sst("sessions", "list").stdout


def _observations(sst):
    """The observations of the first session, as data."""
    return json.loads(sst("sessions", "show", CODE, "--json").stdout)["observations"]


def _locked(one):
    """A file of the store, after its owner locked it in another window."""
    one.path.write_text(json.dumps(json.loads(one.path.read_bytes()) | {"locked": True}), encoding="utf-8")
    return one


def _client(folder):
    """A client's form, as a file."""
    data = json.loads(FIRST.read_text("utf-8"))
    data |= {"rater": {"role": "client", "label": "P5", "blind": True}, "items": {}, "keep": None}
    data["voice"] = {"topic": 8, "understood": 9, "forward": 6}
    path = folder / "form.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "line", [f"sessions lock {CODE}", f"rate {CODE}", f"sessions export moments.txt --session {CODE}"]
)
def test_one_label_as_observer_and_as_client(sst, tmp_path, line):
    """The observation is meant, and the client's form left out."""
    form = _client(tmp_path)
    form.write_text(form.read_text("utf-8").replace('"P5"', '"P3"'), encoding="utf-8")
    sst("sessions", "import", FIRST, form)
    run = sst(*line.split(), "--label", "P3", typed="p\n")

    assert run.exit_code == 0
    locked = [one["rater"]["role"] for one in _observations(sst) if one["state"] == "locked"]
    assert locked == (["self"] if "lock" in line else [])


def test_a_client_form_can_be_locked_after_the_observation_of_the_same_label(sst, tmp_path):
    """What is still open goes before what is locked; then there is nothing left to lock."""
    form = _client(tmp_path)
    form.write_text(form.read_text("utf-8").replace('"P5"', '"P3"'), encoding="utf-8")
    sst("sessions", "import", FIRST, form)

    assert [sst("sessions", "lock", CODE, "--label", "P3").exit_code for _ in range(3)] == [0, 0, 6]


@pytest.mark.parametrize(("lang", "words"), [("nl", "alleen het formulier van de cliënt"), ("en", "only the client's")])
@pytest.mark.parametrize("label", [(), ("--label", "P5")], ids=["", "label"])
def test_a_session_with_a_client_form_alone(sst, tmp_path, label, lang, words):
    """Exit 4, saying so; nothing of `None`."""
    sst("sessions", "import", _client(tmp_path))
    run = sst("score", CODE, *label, lang=lang)

    assert (run.exit_code, run.stderr.count("\n")) == (4, 1)
    assert words in run.stderr
    assert CODE in run.stderr
    assert "None" not in run.stderr


@pytest.mark.parametrize(
    "line",
    [
        "score {}",
        "compare {}",
        "rate {}",
        "rate --new --role peer --label P9 --ratee P3 --session {}",
        "sessions show {}",
        "sessions show {} --json",
        "sessions lock {}",
        "sessions export out --session {}",
        "sessions export moments.txt --session {}",
        "transcript TALK --session {}",
    ],
)
def test_a_code_in_capitals_is_the_same_code(sst, full, data, line):
    """Read aloud and typed over: what comes of it is the same."""
    backup = shutil.copytree(data, data.with_name("as-it-was"))

    def run(code):
        shutil.rmtree(data)
        shutil.copytree(backup, data)
        shutil.rmtree("out", ignore_errors=True)
        Path("moments.txt").unlink(missing_ok=True)
        found = sst(*line.format(code).replace("TALK", str(EXAMPLES / "talk.vtt")).split(), typed="p\np\n")
        return found.exit_code, found.stdout, found.stderr

    assert run(CODE.upper()) == run(CODE)
    assert run(CODE)[0] in (0, 7)


def test_what_was_saved_comes_back_as_a_draft(sst, full, data):
    """Import of the file that stands beside the damaged one."""
    path = next(one.path for one in Store(data).kept() if one.rating.session == CODE)
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b'"listen"')])
    sst("sessions", "list")
    saved = next((data / "damaged").glob("*.saved.json"))

    assert sst("sessions", "import", saved).exit_code == 0
    assert "listen" in json.loads(sst("sessions", "show", CODE, "--json").stdout)["observations"][0]["missing"]


def test_the_folder_of_ratings_is_gone(sst, full, data):
    """Exit 6 and how to get it back; nothing is started anew."""
    sst("sessions", "import", _client(data.parent))
    shutil.rmtree(data / "ratings")
    told = sst("sessions", "list")

    assert (told.exit_code, told.stderr.count("\n")) == (6, 1)
    assert not (data / "ratings").exists()
    assert sst("doctor").exit_code == 6
    assert sst("sessions", "restore", "2").exit_code == 0
    assert CODE in sst("sessions", "list").stdout


def test_doctor(sst, full, data):
    """Where, how many, in order; and a look leaves nothing behind."""
    told = json.loads(sst("doctor", "--json").stdout)["store"]

    assert (told["folder"], told["ratings"], told["damaged"]) == (str(data), full, 0)
    assert "Staat van de map" in sst("doctor").stdout
    empty = data.parent / "empty"
    assert sst("doctor", "--data", empty).exit_code == 0
    assert not empty.exists()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("sessions", 2),
        ("sessions nope", 2),
        ("sessions show", 2),
        ("sessions show zzzzzzzz", 4),
        ("sessions show ../../etc", 4),
        ("sessions lock zzzzzzzz", 4),
        ("sessions import nothing.json", 2),
        ("sessions import .", 7),
        ("sessions export /dev/null/x", 6),
        ("sessions export x.txt --session zzzzzzzz", 4),
        ("sessions restore nine", 2),
        ("sessions restore 9", 4),
        ("sessions erase P3 --yes", 4),
        ("sessions resolve zzzzzzzz --label P3 --with T1 --note x", 4),
        ("sessions resolve zzzzzzzz --label P3", 2),
        ("sessions list --data /dev/null/x", 6),
        ("score zzzzzzzz", 4),
        ("score zzzzzzzz.json", 2),
        ("score " + "x" * 5000, 2),
    ],
)
def test_bad_input_is_one_line(sst, line, code, lang):
    """`sst: …` and its exit code."""
    run = sst(*line.split(), lang=lang)

    assert (run.exit_code, run.stdout) == (code, "")
    if line != "sessions":  # a group without a command shows its help
        assert run.stderr.count("\n") == 1, run.stderr
        assert run.stderr.startswith("sst: ")
