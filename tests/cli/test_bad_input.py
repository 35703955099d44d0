"""Bad input: one clear line, the right exit code, no traceback, nothing lost."""

import io
import json
import shutil
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from sst_training.cli import main
from sst_training.library.locate import checkout
from sst_training.library.reading import Unreadable, read_document

EXAMPLE = (checkout() / "docs" / "examples" / "first-try.json").read_text("utf-8")


def lines(run):
    """What stands on stderr, line by line."""
    return run.stderr.decode().splitlines()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("roleplay --count 0", 2),
        ("roleplay --count 100000", 2),
        ("roleplay --count zes", 2),
        ("roleplay --level 4", 2),
        ("roleplay --setting tent", 2),
        ("roleplay --skill safety", 5),
        ("roleplay --skill nope", 4),
        ("roleplay --context nope", 4),
        ("roleplay --guided sc-001", 5),
        ("roleplay --guided sc-999", 4),
        ("roleplay --guided sc-063 --count 5", 2),
        ("roleplay --guided sc-063 --level 1", 2),
        ("roleplay --guided sc-063 --skill nonsense", 2),
        ("roleplay --guided sc-063 --setting phone", 2),
        ("roleplay --guided sc-063 --context school", 2),
        ("roleplay --seed", 2),
        ("roleplay --nope", 2),
        ("roleplay extra words", 2),
        ("rolepaly", 2),
        ("own-issue --domain money", 2),
        ("exercise show ex-999", 4),
        ("exercise show", 2),
        ("exercise list --skill nope", 4),
        ("exercise list --minutes 3", 5),
        ("term qqqq", 4),
        ("skill show nope", 4),
        ("oneliner pi-999", 4),
        ("score nothing.json", 2),
        ("check nothing.yaml", 2),
        ("new scenario Grote-Letters", 2),
        ("new poem x", 2),
    ],
)
def test_one_line_and_its_exit_code(sst, line, code, lang):
    """`sst: …` in the chosen language, nothing on stdout."""
    run = sst(*line.split(), "--lang", lang)

    assert (run.returncode, len(lines(run)), run.stdout) == (code, 1, b"")
    assert lines(run)[0].startswith("sst: ")
    assert "Traceback" not in lines(run)[0]
    assert ("Kijk" in lines(run)[0]) <= (lang == "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("place", ["outside", "below"])
def test_a_check_of_what_holds_no_card(sst, tmp_path, place, lang):
    """A file outside the checkout, or one in it that is no card: refused with the folder's name, never called clean."""
    (tmp_path / "card.yaml").write_text("a: [", encoding="utf-8")
    path = tmp_path / "card.yaml" if place == "outside" else checkout() / "README.md"
    run = sst("check", path, "--lang", lang)

    assert (run.returncode, len(lines(run)), run.stdout) == (2, 1, b"")
    assert str(path) in lines(run)[0]
    assert f"{checkout()}" in lines(run)[0].replace(str(path), "")
    assert {"nl": "niets nagekeken", "en": "nothing was checked"}[lang] in lines(run)[0]


def test_a_check_inside_another_checkout(sst, tmp_path):
    """A card of a copy is checked as a card of the copy."""
    for name in ("roleplays", "checklists", "sst_training/locales"):
        shutil.copytree(checkout() / name, tmp_path / name)
    card = tmp_path / "roleplays" / "scenarios" / "promotion-at-night.yaml"
    card.write_text("a: [", encoding="utf-8")
    run = sst("check", card)

    assert run.returncode == 1
    assert run.stdout.decode().startswith("roleplays/scenarios/promotion-at-night.yaml:")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "line",
    [
        "compare LONG first.json",
        "sessions list --data LONG",
        "sessions export LONG.txt --session k7q2m9xt",
        "rate --sheet LONG.yaml",
        "new scenario LONG",
        "score first.json --html LONG",
    ],
)
def test_a_name_that_no_file_can_have(sst, tmp_path, line, lang):
    """One line with the name, in the system's own reason, and exit 6."""
    (tmp_path / "first.json").write_text(EXAMPLE, encoding="utf-8")
    store = {"SST_DATA": str(tmp_path / "data")}
    sst("sessions", "import", "first.json", **store)
    run = sst(*line.replace("LONG", "x" * 300).split(), "--lang", lang, **store)

    assert (run.returncode, len(lines(run)), run.stdout) == (6, 1, b"")
    assert lines(run)[0].startswith("sst: ")
    assert "x" * 300 in lines(run)[0]


def test_several_files_of_which_one_is_not_there(sst):
    """Their names as they were typed."""
    assert "‘nothing.json’" in lines(sst("sessions", "import", "nothing.json"))[0]


@pytest.mark.parametrize("line", ["roleplay --lang xx", "--lang xx roleplay", "roleplay --lang=xx"])
def test_an_unknown_language(sst, line):
    """Named, with those there are."""
    run = sst(*line.split())

    assert run.returncode == 2
    assert "xx" in lines(run)[0]
    assert "nl, en" in lines(run)[0]


def test_an_unknown_language_in_the_environment(sst):
    """SST_LANG is checked like --lang."""
    assert sst("roleplay", SST_LANG="klingon").returncode == 2


def test_language_before_or_after_the_command(sst):
    """`--lang` may stand on either side, and beats SST_LANG."""
    before = sst("--lang", "en", "term", "focus")
    after = sst("term", "focus", "--lang", "en")

    assert before.returncode == 0
    assert before.stdout == after.stdout
    assert before.stdout == sst("term", "focus", SST_LANG="en").stdout


@pytest.mark.parametrize(
    "seed", ["", "   ", "x" * 201], ids=["empty", "blank", "long"]
)  # fmt: skip
def test_seeds_that_are_none(sst, seed):
    """An empty or endless start code is refused."""
    assert sst("roleplay", "--seed", seed).returncode == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("half.json", EXAMPLE[:200].encode()),
        ("empty.json", b""),
        ("huge.json", b'{"format": "' + b"x" * 10_000_000 + b'"}'),
        ("latin.json", EXAMPLE.replace("stil", "stíl").encode("latin-1")),
        ("list.json", b"[1, 2]"),
        ("bomb.yaml", b"a: &a [x]\nb: [*a, *a]\n"),
        ("deep.json", b'{"a":' * 5000 + b"1" + b"}" * 5000),
        ("binary.json", bytes(range(256))),
    ],
)
def test_rating_files_that_are_none(sst, tmp_path, name, content):
    """A broken rating file: exit 7, its name, no traceback, and the file as it was."""
    path = tmp_path / name
    path.write_bytes(content)
    run = sst("score", path)

    assert run.returncode == 7
    assert name in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()
    assert path.read_bytes() == content


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_signs_that_a_terminal_lacks(sst, lang):
    """Each becomes a question mark; the rest of the sheet stands there, and JSON stays UTF-8."""
    run = sst("roleplay", "--seed", "1", "--lang", lang, PYTHONIOENCODING="cp1252")
    data = sst("roleplay", "--seed", "1", "--lang", lang, "--json", PYTHONIOENCODING="cp1252")

    assert (run.returncode, run.stderr) == (0, b"")
    assert "SSTRNG-1 ·" in run.stdout.decode("cp1252")
    assert "????" in run.stdout.decode("cp1252")  # the line under a heading
    assert json.loads(data.stdout.decode("utf-8"))["draws"]


@pytest.mark.parametrize(
    ("own", "terminal", "encoding"), [("", False, "utf-8"), ("", True, "cp1252"), ("cp1252", False, "cp1252")]
)
def test_what_is_no_terminal_gets_utf_8(monkeypatch, own, terminal, encoding):
    """Unless PYTHONIOENCODING says otherwise: a Windows that would write its own signs into a file."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(stream, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("PYTHONIOENCODING", own)
    main(["--help"], standalone_mode=False)

    assert (stream.encoding, stream.errors) == (encoding, "replace")


@pytest.fixture
def written(sst, tmp_path):
    """A file of each kind that the program reads, as it wrote them itself; a rating and a card as YAML."""
    day = ("day", "--participants", "6", "--rounds", "3", "--seed", "1")
    (tmp_path / "day.json").write_bytes(sst(*day, "--json").stdout)
    sst(*day, "--ledger", "log.json", "--out", "set")
    (tmp_path / "rating.json").write_text(EXAMPLE, encoding="utf-8")
    assert sst("rate", "--sheet", "rating.yaml", "--role", "self", "--label", "P3").returncode == 0
    line = json.dumps(json.loads(EXAMPLE), ensure_ascii=False).encode() + b"\n"
    (tmp_path / "many.JSONL").write_bytes(line + line.replace(b"k7q2m9xt", b"k7q2m9xu"))
    (tmp_path / "annex.json").write_text(json.dumps({"format": "sst-annex/1", "session": "k7q2m9xt", "ratee": "P3"}))
    card = checkout() / "roleplays" / "scenarios" / "promotion-at-night.yaml"
    shutil.copy(card, tmp_path / "card.yaml")
    return tmp_path


READING = {
    "day.json": "day --replay day.json --json",
    "log.json": "day --participants 6 --rounds 3 --seed 2 --ledger log.json --json",
    "rating.json": "score rating.json --json",
    "rating.yaml": "score rating.yaml",
    "many.JSONL": "cohort many.JSONL --json",
    "annex.json": "sessions import rating.json annex.json",
}


@pytest.mark.parametrize("name", READING)
def test_the_mark_that_an_editor_begins_a_file_with(sst, written, name):
    """Notepad's byte order mark changes nothing of what is read."""

    def run():
        shutil.rmtree(written / "data", ignore_errors=True)
        found = sst(*READING[name].split(), SST_DATA=str(written / "data"))
        return found.returncode, found.stdout, found.stderr

    before = run()
    (written / name).write_bytes(BOM_UTF8 + (written / name).read_bytes())

    assert run() == before
    assert before[0] == (7 if name == "rating.yaml" else 0)  # a blank sheet has no profile yet


def test_a_card_may_begin_with_that_mark(written):
    """The same data on the same lines; a second mark is a sign like any other that cannot be printed."""
    path = written / "card.yaml"
    before = read_document(path)
    path.write_bytes(BOM_UTF8 + path.read_bytes())

    assert read_document(path) == before
    path.write_bytes(BOM_UTF8 + path.read_bytes())
    with pytest.raises(Unreadable) as refused:
        read_document(path)
    assert (refused.value.code, refused.value.words) == ("C004", {"sign": "U+FEFF"})


def test_that_mark_further_on_is_refused(sst, written):
    """Also where a line of ratings begins with it."""
    first, second = (written / "many.JSONL").read_bytes().splitlines(keepends=True)
    (written / "many.JSONL").write_bytes(first + BOM_UTF8 + second)
    run = sst("cohort", "many.JSONL")

    assert run.returncode == 7
    assert lines(run)[0].startswith("many.JSONL:2: C004")


def test_a_cold_draw_reads_no_yaml_and_no_rich(sst):
    """What a draw imports: click and msgspec, no yaml, rich or typst."""
    import os
    import subprocess
    import sys

    program = (
        "import sys; sys.argv=['sst','roleplay','--seed','1','--json']\n"
        "from sst_training.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('yaml','rich','typst','difflib','asyncio','typing_extensions') if m in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, check=True)

    assert run.stderr.strip() == "[]"
    assert json.loads(run.stdout)["kind"] == "roleplay"


def test_a_changed_card_is_noticed(tmp_path):
    """A card changed in a checkout is dealt as it now stands, without any command in between."""
    import os
    import subprocess
    import sys

    root = tmp_path / "copy"
    for name in ("sst_training", "roleplays", "exercises", "checklists", "docs"):
        shutil.copytree(checkout() / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "fonts", "assets"))

    def draw():
        return subprocess.run(
            [sys.executable, "-m", "sst_training", "roleplay", "--seed", "1", "--count", "18"],
            cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    path = root / "roleplays" / "scenarios" / "promotion-at-night.yaml"
    before = draw()
    assert (root / "build" / "library.json").exists()
    path.write_text(path.read_text("utf-8").replace("Waar zal ik beginnen?", "Hoe zal ik beginnen?"), "utf-8")

    assert "Waar zal ik beginnen?" in before
    assert "Hoe zal ik beginnen?" in draw()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("line", ["term", "term --json", "day --help", "score docs/examples/first-try.json"])
def test_a_full_disk_behind_the_answer(line):
    """What the answer goes to has no room: one line that says so, and exit 6."""
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "sst_training", *line.split()], stdout=full, stderr=subprocess.PIPE, cwd=checkout()
        )

    assert (run.returncode, len(lines(run))) == (6, 1)
    assert lines(run)[0].startswith("sst: ")
