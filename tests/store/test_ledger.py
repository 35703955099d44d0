"""The ledger: what counts, what is added, and that it is written whole or not at all."""

import json
import os
import stat

import pytest

from sst_training.draw.day import draw_day
from sst_training.errors import LedgerChanged, LedgerLocked, LedgerNewer, LedgerUnreadable, NoScenario, OutputUnwritable
from sst_training.model.day import Options
from sst_training.store import ledger as store
from sst_training.store.ledger import met_before, open_ledger, write_ledger

PLAIN = Options()


@pytest.fixture
def day(made):
    """`day("1", met)` → a day of six people and three rounds."""

    def draw(seed="1", met=None):
        return draw_day(made, 6, 3, PLAIN, seed, "nl", met)

    return draw


def before(path, seed):
    """What the ledger says of earlier days to a day of six people and three rounds."""
    return met_before(open_ledger(path).ledger, seed, 6, 3, PLAIN)


def test_no_ledger_yet_is_an_empty_one(tmp_path):
    """A file that is not there: nobody met anything, and nothing is made."""
    assert before(tmp_path / "log.json", "1") == {}
    assert list(tmp_path.iterdir()) == []


def test_a_day_is_added(tmp_path, day):
    """The file has the shape of the issue, and p1 met what was played in p1's groups."""
    path, first = tmp_path / "log.json", day("1")

    write_ledger(open_ledger(path), first)

    data = json.loads(path.read_bytes())
    assert list(data) == ["format", "days"]
    assert data["format"] == "sst-ledger/1"
    assert list(data["days"][0]) == ["seed", "participants", "rounds", "options", "met"]
    assert data["days"][0]["met"]["p1"] == [slot.scenario for slot in first.of(1)]
    assert list(data["days"][0]["met"]) == ["p1", "p2", "p3", "p4", "p5", "p6"]


def test_five_days_never_repeat_for_a_therapist(tmp_path, made):
    """Five days of three other skills each: nobody leads a scenario met in any seat on an earlier day."""
    path = tmp_path / "log.json"
    met = {person: set() for person in range(1, 7)}
    skills = [skill for skill in made.instrument.course_order if skill in made.instrument.ungated]
    for i in range(5):
        options = Options(skills=tuple(sorted(((skills * 2)[3 * i : 3 * i + 3]), key=skills.index)))
        known = met_before(open_ledger(path).ledger, str(i), 6, 3, options)
        drawn = draw_day(made, 6, 3, options, str(i), "nl", known)
        for slot in drawn.slots:
            assert slot.scenario not in met[slot.seats.therapist]
        for slot in drawn.slots:
            for person in slot.seats.everyone:
                met[person].add(slot.scenario)
        write_ledger(open_ledger(path), drawn)

    assert len(open_ledger(path).ledger.days) == 5


def test_a_full_log_is_refused_and_not_repeated(tmp_path, day):
    """The same three skills of one level, day after day: at some point exit 5, never a scenario led twice."""
    path = tmp_path / "log.json"

    def days():
        for seed in range(40):
            write_ledger(open_ledger(path), day(str(seed), before(path, str(seed))))

    with pytest.raises(NoScenario):
        days()


def test_the_same_day_counts_only_the_days_before_it(tmp_path, day):
    """Days 1, 2, 3, then 2 again: the same sheets as the first time, and still three days."""
    path, drawn = tmp_path / "log.json", {}
    for seed in "123":
        drawn[seed] = day(seed, before(path, seed))
        write_ledger(open_ledger(path), drawn[seed])

    again = day("2", before(path, "2"))
    written = path.read_bytes()
    write_ledger(open_ledger(path), again)

    assert again == drawn["2"]
    assert path.read_bytes() == written


def test_other_options_are_another_day(tmp_path, day):
    """The same seed with other minutes counts the first day."""
    path = tmp_path / "log.json"
    write_ledger(open_ledger(path), day("1"))

    assert met_before(open_ledger(path).ledger, "1", 6, 3, Options(minutes=50)).keys() == {f"p{i}" for i in range(1, 7)}
    assert met_before(open_ledger(path).ledger, "1", 6, 3, PLAIN) == {}


def test_a_spare_card_counts_as_met(tmp_path, made):
    """Nobody asks whether it was played."""
    drawn = draw_day(made, 6, 3, Options(own_issue_rounds=(2,)), "1", "nl")
    write_ledger(open_ledger(tmp_path / "log.json"), drawn)

    met = json.loads((tmp_path / "log.json").read_bytes())["days"][0]["met"]
    assert all(slot.fallback in met[f"p{one}"] for slot in drawn.in_round(2) for one in slot.seats.everyone)


def test_unknown_ids_and_options_are_kept(tmp_path, day):
    """A card of another library and an option of another version stay as they are."""
    path = tmp_path / "log.json"
    old = {"seed": "9", "participants": 6, "rounds": 3, "options": {"novel": [1]}, "met": {"p1": ["sc-999"], "p44": []}}
    path.write_text(json.dumps({"format": "sst-ledger/1", "days": [old]}))

    assert before(path, "1") == {"p1": ("sc-999",), "p44": ()}
    write_ledger(open_ledger(path), day("1"))

    assert json.loads(path.read_bytes())["days"][0] == old


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"null", b"[]", b'{"format": "sst-ledger/1", "days": [{}]}', b"\xff\xfe", b"[" * 100_000),
        *(b'{"format": "sst-ledger/1", "days": [], "extra": 1}', b'{"days": []}'[:5]),
        b'{"format":"sst-ledger/1","days":[{"seed":"1","participants":6,"rounds":3,"options":{},"met":{"p1":["x"]}}]}',
        b'{"format":"sst-ledger/1","days":[{"seed":"1","participants":6,"rounds":3,"options":{},"met":{"Jan":[]}}]}',
    ],
)
def test_a_damaged_ledger_is_refused_and_left(tmp_path, content):
    """Whatever is wrong with it: LedgerUnreadable, and the same bytes afterwards."""
    path = tmp_path / "log.json"
    path.write_bytes(content)

    with pytest.raises(LedgerUnreadable):
        open_ledger(path)

    assert path.read_bytes() == content


def test_a_newer_ledger_says_so(tmp_path):
    """Format 2 was made by a later version."""
    path = tmp_path / "log.json"
    path.write_text('{"format": "sst-ledger/2", "weeks": []}')

    with pytest.raises(LedgerNewer):
        open_ledger(path)


def test_a_folder_is_no_ledger(tmp_path):
    """A directory where the file should be."""
    with pytest.raises(LedgerUnreadable):
        open_ledger(tmp_path)


def test_a_read_only_ledger_is_refused(tmp_path, day):
    """Read, but not written; for the system's administrator too."""
    path = tmp_path / "log.json"
    path.write_text('{"format": "sst-ledger/1", "days": []}')
    path.chmod(0o444)

    with pytest.raises(LedgerLocked):
        write_ledger(open_ledger(path), day())

    assert json.loads(path.read_bytes())["days"] == []


def test_a_ledger_changed_meanwhile_is_not_overwritten(tmp_path, day):
    """Two trainers at once: the second is told, and the first one's day stays."""
    path = tmp_path / "log.json"
    mine = open_ledger(path)
    write_ledger(open_ledger(path), day("1"))

    with pytest.raises(LedgerChanged):
        write_ledger(mine, day("2"))

    assert len(open_ledger(path).ledger.days) == 1


def test_a_full_disk_leaves_the_old_one(tmp_path, day, monkeypatch):
    """Flushing fails: the old file, and nothing beside it."""
    path = tmp_path / "log.json"
    write_ledger(open_ledger(path), day("1"))
    written, opened = path.read_bytes(), open_ledger(path)

    def full(_handle):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(OutputUnwritable):
        write_ledger(opened, day("2"))

    assert path.read_bytes() == written
    assert [one.name for one in tmp_path.iterdir()] == ["log.json"]


def test_who_may_read_it_stays_as_it_was(tmp_path, day):
    """A ledger shared with a colleague stays shared; a new one is for its owner."""
    path = tmp_path / "log.json"
    write_ledger(open_ledger(path), day("1"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    path.chmod(0o664)
    write_ledger(open_ledger(path), day("2"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_a_link_stays_a_link(tmp_path, day):
    """A ledger behind a symbolic link is written where it is."""
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "log.json", tmp_path / "log.json"
    write_ledger(open_ledger(real), day("1"))
    link.symlink_to(real)

    write_ledger(open_ledger(link), day("2"))

    assert link.is_symlink()
    assert len(open_ledger(real).ledger.days) == 2
