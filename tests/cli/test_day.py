"""`sst day` on the command line: the same day twice, on paper, in the log, and what is refused."""

import json
import shlex
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from sst_training.library import open_library

LIBRARY = open_library()
DAY = ["day", "--participants", "12", "--rounds", "6", "--seed", "42"]
HEAD = [
    *("kind", "algorithm", "library", "seed", "lang", "participants", "rounds", "options", "clock", "slots"),
    *("coverage", "repeats", "notes"),
]
SLOT = [
    *("round", "group", "mode", "skill", "level", "setting", "scenario", "stance", "person", "twist"),
    *("observer_task", "prompts", "fallback", "seats"),
]


def said(done):
    """The one line on stderr of a refusal, without a traceback."""
    words = done.stderr.decode()
    assert words.startswith("sst: ")
    assert words.count("\n") == 1
    return words


def test_the_same_bytes_everywhere(sst):
    """Also from another folder, locale, time zone and hash seed."""
    first = sst(*DAY, "--json")
    second = sst(*DAY, "--json", cwd="/", LC_ALL="C", TZ="Asia/Tokyo", PYTHONHASHSEED="7", PYTHONIOENCODING="ascii")

    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert first.stdout.count(b"\n") == 1
    assert first.stderr == b""


def test_json_fields_in_their_order(sst):
    """The fields of DESIGN §6, cards as ids, seats as numbers."""
    data = json.loads(sst(*DAY, "--own-issue-rounds", "2", "--json").stdout)

    assert list(data) == HEAD
    assert all(list(slot) == SLOT for slot in data["slots"])
    assert (data["kind"], data["seed"], data["participants"], data["rounds"]) == ("day", "42", 12, 6)
    assert list(data["slots"][0]["seats"]) == ["therapist", "client", "observers"]
    assert list(data["clock"][0]) == ["round", "start", "parts"]


def test_language_changes_words_only(sst):
    """Dutch and English give the same day; as text each in its own language."""
    dutch, english = (json.loads(sst(*DAY, "--json", "--lang", lang).stdout) for lang in ("nl", "en"))

    assert {**dutch, "lang": "en"} == english
    assert b"Ronde 1" in sst(*DAY).stdout
    assert b"Round 1" in sst(*DAY, "--lang", "en").stdout


def test_without_a_seed_it_prints_one(sst):
    """A fresh code, with which the same day is made again."""
    first = json.loads(sst("day", "--participants", "6", "--rounds", "2", "--json").stdout)
    again = json.loads(sst("day", "--participants", "6", "--rounds", "2", "--seed", first["seed"], "--json").stdout)

    assert first == again


def test_no_card_text_in_the_json(sst):
    """Nothing of what a client says stands in a stored day."""
    out = sst(*DAY, "--json").stdout.decode()

    assert not any(card.opening_line[lang] in out for card in LIBRARY.scenarios for lang in ("nl", "en"))


def test_the_pack_and_its_day(sst, tmp_path):
    """--out writes the sheets and the day, as --json gives it; with --start by the clock."""
    done = sst(*DAY, "--out", "pack", "--start", "2026-12-05T09:30")
    wall = subprocess.run(["pdftotext", tmp_path / "pack" / "room.pdf", "-"], capture_output=True, check=True).stdout

    assert done.returncode == 0, done.stderr
    assert b"10:10" in wall
    assert (tmp_path / "pack" / "day.json").read_bytes() == sst(*DAY, "--json").stdout
    assert {"trainer.pdf", "therapist.pdf", "client.pdf", "observer.pdf", "room.pdf"} <= {
        path.name for path in (tmp_path / "pack").iterdir()
    }


def test_replay_gives_the_same_day(sst, tmp_path):
    """From the file, byte for byte."""
    first = sst(*DAY, "--json").stdout
    (tmp_path / "day.json").write_bytes(first)

    assert sst("day", "--replay", "day.json", "--json").stdout == first


def test_someone_is_absent(sst, tmp_path):
    """7 and 12 away from round 2: round 1 as it was, then everyone else has a seat each round."""
    first = sst(*DAY, "--json").stdout
    (tmp_path / "day.json").write_bytes(first)

    rest = json.loads(sst("day", "--replay", "day.json", "--absent", "7,12", "--from-round", "2", "--json").stdout)

    assert [slot for slot in rest["slots"] if slot["round"] == 1] == json.loads(first)["slots"][:4]
    for number in range(2, 7):
        seats = [slot["seats"] for slot in rest["slots"] if slot["round"] == number]
        people = sorted(one for seat in seats for one in (seat["therapist"], seat["client"], *seat["observers"]))
        assert people == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11]
    assert rest["absences"] == [{"participants": [7, 12], "from_round": 2}]


def test_someone_leaves_after_that_a_round_earlier(sst, tmp_path):
    """First 7 from round 3, then also 9 from round 2: in round 2 there is a seat for 7, and the day opens again."""
    (tmp_path / "day.json").write_bytes(sst(*DAY, "--json").stdout)
    later = sst("day", "--replay", "day.json", "--absent", "7", "--from-round", "3", "--json").stdout
    (tmp_path / "later.json").write_bytes(later)

    both = sst("day", "--replay", "later.json", "--absent", "9", "--from-round", "2", "--json").stdout

    seated = {number: set() for number in range(1, 7)}
    for slot in json.loads(both)["slots"]:
        seats = slot["seats"]
        seated[slot["round"]] |= {seats["therapist"], seats["client"], *seats["observers"]}
    everyone = set(range(1, 13))
    assert seated == {1: everyone, 2: everyone - {9}, **dict.fromkeys(range(3, 7), everyone - {7, 9})}
    (tmp_path / "both.json").write_bytes(both)
    assert sst("day", "--replay", "both.json", "--json").stdout == both


def test_what_is_gone_is_named(sst, tmp_path):
    """A stored day with a card that is nowhere: exit 4 and the id."""
    day = json.loads(sst(*DAY, "--json").stdout)
    day["slots"][0]["scenario"] = "sc-987"
    (tmp_path / "day.json").write_text(json.dumps(day))

    done = sst("day", "--replay", "day.json")

    assert done.returncode == 4
    assert "sc-987" in said(done)


def test_another_library_is_noted(sst, tmp_path):
    """A day drawn from other cards is shown again, with a note."""
    day = json.loads(sst(*DAY, "--json").stdout)
    day["library"] = "0123456789ab"
    (tmp_path / "day.json").write_text(json.dumps(day))

    again = json.loads(sst("day", "--replay", "day.json", "--json").stdout)

    assert again["notes"][0] == {"code": "library_changed", "library": LIBRARY.hash}
    assert again["slots"] == day["slots"]


def test_the_log_is_extended_with_the_pack_only(sst, tmp_path):
    """Without --out the log is read; with --out it is extended; twice is once."""
    small = ["day", "--participants", "3", "--rounds", "1", "--seed", "1", "--ledger", "log.json"]

    assert sst(*small, "--json").returncode == 0
    assert not (tmp_path / "log.json").exists()
    assert sst(*small, "--out", "one").returncode == 0
    first = (tmp_path / "log.json").read_bytes()
    assert sst(*small, "--out", "two").returncode == 0

    assert (tmp_path / "log.json").read_bytes() == first
    assert (tmp_path / "one" / "day.json").read_bytes() == (tmp_path / "two" / "day.json").read_bytes()
    assert json.loads(first)["days"][0]["met"].keys() == {"p1", "p2", "p3"}


def test_a_failed_pack_leaves_the_log(sst, tmp_path):
    """An output folder with files in it: exit 6, and no day in the log."""
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "mine.txt").write_text("x")

    done = sst(*DAY, "--ledger", "log.json", "--out", "pack")

    assert done.returncode == 6
    assert not (tmp_path / "log.json").exists()
    assert [path.name for path in (tmp_path / "pack").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("kib", [1, 300], ids="{} KiB".format)
@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
def test_a_full_disk_leaves_no_pack(tmp_path, kib, there):
    """A file that cannot grow beyond so much: exit 6, one line, no pack and no log."""
    line = shlex.join([sys.executable, "-m", "sst_training", *DAY, "--ledger", "log.json", "--out", "pack"])
    if there:
        (tmp_path / "pack").mkdir()
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f {kib}; exec {line}"], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )

    assert done.returncode == 6, done.stderr
    said(done)
    assert done.stdout == b""
    assert [path.name for path in tmp_path.rglob("*")] == (["pack"] if there else [])


def test_a_disk_that_fills_up_halfway(tmp_path):
    """A disk of 900 KiB, full in the third file: nothing is left on it (skipped where no disk can be made)."""
    line = shlex.join([sys.executable, "-m", "sst_training", *DAY, "--ledger", "log.json", "--out", "pack"])
    script = (
        f"mount -t tmpfs -o size=900k none . && cd . && {{ cd '{tmp_path}'; {line}; echo $?; find . -mindepth 1; }}"
    )
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
        cwd=tmp_path, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip("no disk can be mounted here")

    assert done.stdout == b"6\n"
    said(done)


def test_the_log_keeps_therapists_from_what_they_met(sst, tmp_path):
    """The second day knows the first."""
    met = {f"p{one}": [card.id for card in LIBRARY.scenarios if "focus" in card.skills][:1] for one in range(1, 4)}
    day = {"seed": "0", "participants": 3, "rounds": 1, "options": {}, "met": {**met, "p3": ["sc-999"]}}
    (tmp_path / "log.json").write_text(json.dumps({"format": "sst-ledger/1", "days": [day]}))

    for seed in range(10):
        drawn = json.loads(
            sst("day", "--participants", "3", "--rounds", "1", "--seed", str(seed), "--ledger", "log.json",
                "--skills", "focus", "--json").stdout
        )  # fmt: skip
        slot = drawn["slots"][0]
        assert slot["scenario"] not in met.get(f"p{slot['seats']['therapist']}", []) or slot["seats"]["therapist"] == 3
        assert {"code": "ledger_unknown", "cards": ["sc-999"]} in drawn["notes"]


def test_calendar(sst, tmp_path):
    """An event a round and a break, from the time given; no start code and no card in it."""
    from icalendar import Calendar

    done = sst(*DAY, "--break", "3:15", "--ics", "day.ics", "--start", "2026-12-05T09:30")
    content = (tmp_path / "day.ics").read_bytes()
    events = [
        (event.decoded("dtstart"), event.decoded("dtend")) for event in Calendar.from_ical(content).walk("VEVENT")
    ]

    assert done.returncode == 0
    assert len(events) == 7
    assert f"{events[0][0]:%Y-%m-%d %H:%M}" == "2026-12-05 09:30"
    assert f"{events[-1][1]:%H:%M}" == "13:45"
    assert all(before[1] == after[0] for before, after in pairwise(events))
    assert b"sc-" not in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert sst(*DAY, "--break", "3:15", "--ics", "again.ics", "--start", "2026-12-05T09:30").returncode == 0
    assert (tmp_path / "again.ics").read_bytes() == content


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (["--participants", "2", "--rounds", "3"], 2, "--participants"),
        (["--participants", "61", "--rounds", "3"], 2, "--participants"),
        (["--participants", "12", "--rounds", "0"], 2, "--rounds"),
        (["--participants", "12", "--rounds", "13"], 2, "--rounds"),
        (["--participants", "twelve", "--rounds", "3"], 2, "--participants"),
        (["--participants", "12"], 2, "--rounds"),
        ([], 2, "--replay"),
        (["--participants", "12", "--rounds", "3", "--minutes", "24"], 2, "--minutes"),
        (["--participants", "12", "--rounds", "3", "--skills", "juggling"], 4, "juggling"),
        (["--participants", "12", "--rounds", "3", "--skills", "safety"], 5, "safety"),
        (["--participants", "12", "--rounds", "3", "--skills", ""], 2, "--skills"),
        (["--participants", "12", "--rounds", "3", "--skills", "focus,,listen"], 2, "--skills"),
        (["--participants", "6", "--rounds", "1", "--skills", "focus,one-idea,listen"], 5, "3"),
        (["--participants", "12", "--rounds", "1", "--skills", ",".join(LIBRARY.instrument.ungated)], 5, "12"),
        (["--participants", "12", "--rounds", "3", "--level-min", "3", "--level-max", "2"], 2, "--level-min"),
        (["--participants", "12", "--rounds", "3", "--own-issue-rounds", "1"], 2, "--own-issue-rounds"),
        (["--participants", "12", "--rounds", "3", "--own-issue-rounds", "3"], 2, "--own-issue-rounds"),
        (["--participants", "12", "--rounds", "3", "--own-issue-rounds", "x"], 2, "--own-issue-rounds"),
        (["--participants", "12", "--rounds", "4", "--own-issue-rounds", "9"], 2, "2,3 (2–3)"),
        (["--participants", "12", "--rounds", "2", "--own-issue-rounds", "2"], 2, "--rounds 3–12"),
        (["--participants", "12", "--rounds", "1", "--break", "1:15"], 2, "--rounds 2–12"),
        (["--participants", "12", "--rounds", "3", "--apart", "3"], 2, "--apart"),
        (["--participants", "12", "--rounds", "3", "--apart", "3-3"], 2, "--apart"),
        (["--participants", "12", "--rounds", "3", "--apart", "3-13"], 2, "--apart"),
        (["--participants", "4", "--rounds", "3", "--apart", "1-2", "--own-issue-rounds", "2"], 5, "1"),
        (["--participants", "12", "--rounds", "3", "--break", "3:15"], 2, "--break"),
        (["--participants", "12", "--rounds", "3", "--break", "2"], 2, "--break"),
        (["--participants", "12", "--rounds", "3", "--break", "2:-5"], 2, "--break"),
        (["--participants", "12", "--rounds", "3", "--break", "2:5", "--break", "2:6"], 2, "--break"),
        (["--participants", "12", "--rounds", "3", "--ics", "d.ics"], 2, "--start"),
        (["--participants", "12", "--rounds", "3", "--start", "tomorrow"], 2, "--start"),
        (["--participants", "12", "--rounds", "3", "--start", "9999-12-31T23:59"], 2, "--start"),
        (["--participants", "12", "--rounds", "3", "--start", "2026-12-05"], 2, "--start"),
        (["--participants", "12", "--rounds", "3", "--by", "person"], 2, "--out"),
        (["--participants", "12", "--rounds", "3", "--paper", "a5"], 2, "--out"),
        (["--participants", "12", "--rounds", "3", "--paper", "a6", "--out", "o"], 2, "a6"),
        (["--participants", "12", "--rounds", "3", "--absent", "3"], 2, "--replay"),
        (["--participants", "12", "--rounds", "3", "--seed", ""], 2, "--seed"),
        (["--replay", "nowhere.json"], 2, "nowhere.json"),
        (["--replay", "."], 2, "--replay"),
        (["--participants", "12", "--rounds", "3", "--ledger", "."], 6, "."),
        (["--participants", "12", "--rounds", "3", "--ledger", "no/where.json", "--out", "o"], 6, "no/where.json"),
        (["--participants", "12", "--rounds", "3", "--out", "no/where"], 6, "no/where"),
        (
            ["--participants", "12", "--rounds", "3", "--ics", "no/where.ics", "--start", "2026-12-05T09:30"],
            6,
            "no/where",
        ),
    ],
)
def test_what_is_refused(sst, tmp_path, options, code, word):
    """One line that names what is wrong, the exit code of DESIGN §6, and nothing on the disk."""
    for lang in ("nl", "en"):
        done = sst("day", *options, "--lang", lang)

        assert done.returncode == code, done.stderr
        assert word in said(done)
        assert done.stdout == b""
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--absent", "1,2,3,4,5,6,7,8,9,10,11,12"], 5),
        (["--absent", "1,2,3,4,5,6,7,8,9,10"], 5),
        (["--absent", "13"], 2),
        (["--absent", "0"], 2),
        (["--absent", "3", "--from-round", "7"], 2),
        (["--from-round", "2"], 2),
        (["--participants", "12"], 2),
        (["--seed", "1"], 2),
        (["--same-case"], 2),
    ],
)
def test_what_a_stored_day_does_not_do(sst, tmp_path, options, code):
    """Everyone away, someone who is not there, a round that is not there, and asking for another day."""
    (tmp_path / "day.json").write_bytes(sst(*DAY, "--json").stdout)

    done = sst("day", "--replay", "day.json", *options)

    assert done.returncode == code
    said(done)


@pytest.mark.parametrize(
    "damage",
    [
        lambda day: day["slots"].pop(),
        lambda day: day["slots"][0]["seats"].update(therapist=2, client=2),
        lambda day: day["slots"][0]["seats"].update(therapist=99),
        lambda day: day["slots"][0].update(mode="own-issue"),
        lambda day: day["slots"][0].update(scenario=None),
        lambda day: day["clock"].pop(),
        lambda day: day.update(rounds=99),
        lambda day: day.update(seed=" "),
        lambda day: day.update(extra=1),
        lambda day: day.pop("options"),
        lambda day: day.clear(),
    ],
)
def test_a_damaged_day_is_refused(sst, tmp_path, damage):
    """Whatever is wrong with the file: exit 6 and one line."""
    day = json.loads(sst(*DAY, "--json").stdout)
    damage(day)
    (tmp_path / "day.json").write_text(json.dumps(day))

    done = sst("day", "--replay", "day.json", "--absent", "1", "--json")

    assert done.returncode == 6, done.stderr
    said(done)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 50_000, b"\xff", b"x" * (2 << 20)])
def test_no_day_at_all(sst, tmp_path, content):
    """A file that is no JSON, too deep or too big."""
    (tmp_path / "day.json").write_bytes(content)

    done = sst("day", "--replay", "day.json")

    assert done.returncode == 6
    said(done)


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"format": "sst-ledger/2", "days": []}', '{"format": "sst-ledger/1", "days": [{"seed": "1"}]}'],
)
def test_a_damaged_log_is_left_as_it_was(sst, tmp_path, content):
    """Refused with exit 6 and one line before anything is written."""
    (tmp_path / "log.json").write_text(content)

    done = sst(*DAY, "--ledger", "log.json", "--out", "pack")

    assert done.returncode == 6
    said(done)
    assert (tmp_path / "log.json").read_text() == content
    assert not (tmp_path / "pack").exists()


def test_a_read_only_log_is_refused_before_the_pack(sst, tmp_path):
    """Nothing is printed for a day that could not be remembered."""
    (tmp_path / "log.json").write_text('{"format": "sst-ledger/1", "days": []}')
    (tmp_path / "log.json").chmod(0o444)

    done = sst(*DAY, "--ledger", "log.json", "--out", "pack")

    assert done.returncode == 6
    assert not (tmp_path / "pack").exists()


def test_the_command_for_the_rest_of_the_day_is_asked_as_this_pack_was(sst, tmp_path):
    """What stands on the page of a round, typed over: the clock, the size, the order and the language are the same."""
    assert sst(*DAY, "--out", "pack", "--start", "2026-12-05T09:30", "--large", "--by", "person").returncode == 0
    read = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "pack" / "trainer.pdf", "-"], capture_output=True, check=True
    )
    told = read.stdout.decode().replace("-\n", "-").replace("\n", " ")
    line = told[told.index("day --replay day.json --absent 7 --from-round 2") :].partition(". ")[0]

    assert sst(*line.replace("day.json", "pack/day.json").split()).returncode == 0
    again = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "nieuwe-map" / "trainer.pdf", "-"], capture_output=True, check=True
    )
    assert "10:10" in again.stdout.decode()
    assert (tmp_path / "nieuwe-map" / "participant-01.pdf").exists()
    assert "--by person --large" in line


def test_a_calendar_that_cannot_be_written_adds_no_day(sst, tmp_path):
    """The log holds a day only once all that was asked for is on disk."""
    done = sst(*DAY, "--ledger", "log.json", "--out", "pack", "--ics", "no/day.ics", "--start", "2026-12-05T09:30")

    assert done.returncode == 6
    assert "no/day.ics" in said(done)
    assert not (tmp_path / "log.json").exists()


def test_help_in_both_languages(sst):
    """The example of the help runs."""
    for lang in ("nl", "en"):
        words = sst("day", "--help", "--lang", lang).stdout.decode()
        assert "help.day" not in words
        assert "sst day --participants 12 --rounds 6" in words


def test_a_day_is_quick(sst):
    """24 people and 6 rounds, cold: within five times the bare help of the program (make bench measures it well)."""

    def best(*args):
        times = []
        for _ in range(3):
            began = time.perf_counter()
            sst(*args)
            times.append(time.perf_counter() - began)
        return min(times)

    assert best("day", "--participants", "24", "--rounds", "6", "--json") < 5 * best("--version")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_day_fits_eighty_columns(sst, lang):
    """No line is wider than 80 columns."""
    out = sst("day", "--participants", 12, "--rounds", 4, "--own-issue-rounds", 3, "--seed", 1, "--lang", lang).stdout

    assert max(map(len, out.decode().splitlines())) <= 80
