"""`sst roleplay` and `sst own-issue` on the command line."""

import json
import re

import pytest

from sst_training.draw.readers import READERS
from sst_training.library import open_library

LIBRARY = open_library()
HEAD = ["kind", "algorithm", "library", "seed", "lang", "draws"]
DRAW = ["setting", "level", "skill", "minutes", "scenario", "stance", "person", "twist", "observer_task"]


def words(data):
    """All runs of five words in any text of a JSON value."""
    if isinstance(data, str):
        found = re.findall(r"\w+", data.lower())
        return {tuple(found[i : i + 5]) for i in range(len(found) - 4)}
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return set().union(*(words(part) for part in parts)) if parts else set()


def ids(data):
    """All values of a key `id` in a JSON value, but those of ticks."""
    if isinstance(data, dict):
        own = [data["id"]] if "id" in data else []
        return own + [found for part in data.values() for found in ids(part)]
    return [found for part in data for found in ids(part)] if isinstance(data, list) else []


def test_the_same_seed_gives_the_same_bytes(sst, tmp_path):
    """Also from another folder, locale, time zone and hash seed."""
    first = sst("roleplay", "--seed", "42", "--count", "5", "--json")
    second = sst(
        "roleplay", "--seed", "42", "--count", "5", "--json",
        cwd="/", LC_ALL="C", TZ="Asia/Tokyo", PYTHONHASHSEED="7", PYTHONIOENCODING="ascii",
    )  # fmt: skip

    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert first.stderr == b""


def test_json_fields_in_their_order(sst):
    """The trainer's JSON has the fields of DESIGN §6 in their order; the seed is a string."""
    data = json.loads(sst("roleplay", "--seed", "42", "--json").stdout)

    assert list(data) == HEAD
    assert list(data["draws"][0]) == DRAW
    assert data["seed"] == "42"


def test_language_changes_texts_only(sst):
    """Nl and en give the same ids and structure."""
    dutch, english = (
        json.loads(sst("roleplay", "--seed", "8", "--json", "--lang", lang).stdout) for lang in ("nl", "en")
    )

    assert ids(dutch) == ids(english)
    assert dutch["draws"][0]["person"] == english["draws"][0]["person"]
    assert dutch["draws"][0]["scenario"]["opening_line"] != english["draws"][0]["scenario"]["opening_line"]


@pytest.mark.parametrize("reader", ["therapist", "client", "observer"])
def test_others_get_no_seed_and_no_ids(sst, reader):
    """But for the trainer the seed and every id are null, and the seed goes to stderr."""
    run = sst("roleplay", "--seed", "geheim-7", "--count", "8", "--for", reader, "--json")
    data = json.loads(run.stdout)

    assert data["seed"] is None
    assert set(ids(data)) == {None}
    assert b"geheim-7" not in run.stdout
    assert b"geheim-7" in run.stderr


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_therapist_reads_nothing_of_the_client(sst, lang):
    """No five words in a row of the own client's text, in JSON or in the terminal, over 60 role-plays."""
    line = ("roleplay", "--seed", "1", "--count", "60", "--lang", lang)
    trainer = json.loads(sst(*line, "--json").stdout)["draws"]
    seen = json.loads(sst(*line, "--for", "therapist", "--json").stdout)["draws"]
    printed = sst(*line, "--for", "therapist").stdout.decode().split("\n\n\n")
    cards = {card.id: card for card in LIBRARY.scenarios}

    assert len(trainer) == len(seen) == len(printed) == 60
    for play, sheet, paper in zip(trainer, seen, printed, strict=True):
        secret = set().union(*(words(text[lang]) for text in cards[play["scenario"]["id"]].client_only))
        assert not secret & (words(sheet) | words(paper)), play["scenario"]["id"]


def test_the_client_reads_in_the_fixed_order(sst):
    """The client's fields come in the order of DESIGN §4."""
    play = json.loads(sst("roleplay", "--seed", "1", "--level", "2", "--for", "client", "--json").stdout)["draws"][0]

    assert list(play["scenario"]) == [
        "id", "opening_line", "situation", "so_far", "best_hope", "enough", "tried", "resources", "scale_now",
        "disclosure", "elicits", "play_easier", "play_harder",
    ]  # fmt: skip
    assert "traps" not in play["scenario"]
    assert set(play["stance"]) == {"id", "behaviours", "softens_when", "hardens_when"}


def test_the_observer_knows_when_but_not_what(sst):
    """Of the twist the observer has the minutes alone."""
    play = json.loads(sst("roleplay", "--seed", "1", "--level", "2", "--for", "observer", "--json").stdout)["draws"][0]

    assert list(play["twist"]) == ["id", "minute"]
    assert len(play["feedback"]) == 4


def test_the_observer_reads_each_behaviour_and_not_the_place(sst):
    """In the terminal as on paper: every behaviour of the task with how it sounds; no place (DESIGN §4)."""
    given = ("roleplay", "--seed", "1", "--level", "2", "--lang", "en", "--for", "observer")
    task = json.loads(sst(*given, "--json").stdout)["draws"][0]["observer_task"]
    sheet = sst(*given).stdout.decode()
    said = " ".join(sheet.split())
    ticks = {tick.id: tick.text["en"] for item in LIBRARY.instrument.items for tick in item.ticks}

    for tick, sound in zip(task["ticks"], task["look_for"], strict=True):
        assert f"☐ {ticks[tick]} {sound}" in said
    assert "\nSetting " not in sheet
    assert "\nSetting " in sst(*given[:-1], "therapist").stdout.decode()


def test_the_last_words_are_from_a_minute_on(sst):
    """A talk that starts at the closing has one mark, and it says that it goes on from there."""
    cards = [card.id for card in LIBRARY.scenarios if card.start == "close" and card.risk == "none"]
    drawn = ("roleplay", "--skill", "open-door", "--level", "1", "--count", "9", "--seed", "2", "--lang", "en")
    whole = json.loads(sst(*drawn, "--json").stdout)["draws"]
    told = json.loads(sst(*drawn, "--for", "therapist", "--json").stdout)["draws"]
    marks = [one["time_marks"] for one, play in zip(told, whole, strict=True) if play["scenario"]["id"] in cards]

    assert marks
    assert all([mark["text"][:11] for mark in one] == ["from now on"] for one in marks)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_sheet_fits_eighty_columns(sst, reader, lang):
    """No line is wider than 80 columns."""
    out = sst("roleplay", "--seed", "3", "--count", "18", "--for", reader, "--lang", lang).stdout.decode()

    assert max(map(len, out.splitlines())) <= 80


def test_a_seed_of_emoji(sst):
    """Any text is a seed."""
    assert sst("roleplay", "--seed", "🌷🚪", "--json").stdout == sst("roleplay", "--seed", " 🌷🚪\n", "--json").stdout


def test_own_issue_json(sst):
    """The fields of DESIGN §6; the spare card is an id; every safeguard is there."""
    data = json.loads(sst("own-issue", "--seed", "9", "--json").stdout)

    assert list(data) == ["kind", "algorithm", "library", "seed", "lang", "prompts", "fallback", "safeguards"]
    assert len(data["prompts"]) == 3
    assert data["fallback"].startswith("sc-")
    assert len(data["safeguards"]) == 9


def test_own_issue_takes_no_text(sst):
    """No option of own-issue takes an issue: only how many, where, the seed, the language and the file to print to."""
    out = sst("own-issue", "--help").stdout.decode()

    assert set(re.findall(r"--[a-z-]+", out)) <= {
        "--count", "--domain", "--seed", "--json", "--lang", "--help", "--pdf", "--large", "--paper",
    }  # fmt: skip


@pytest.mark.parametrize("card", [card.id for card in LIBRARY.scenarios if card.risk == "guided"])
def test_guided_watches_safety(sst, card):
    """A guided card is for `safety`, whatever the seed: its skill, and the observer's task with its ticks."""
    for seed in (1, 2, 3):
        play = json.loads(sst("roleplay", "--guided", card, "--seed", seed, "--json").stdout)["draws"][0]

        assert play["skill"] == play["observer_task"]["skill"] == "safety"
        assert {tick.partition(".")[0] for tick in play["observer_task"]["ticks"]} == {"safety"}
        assert play["twist"] is None


def test_guided_goes_with_all_that_chooses_no_card(sst, tmp_path):
    """The seed, the reader, the paper: as the trainers' page has it."""
    line = ("roleplay", "--guided", "sc-063", "--seed", "morning", "--for", "client", "--count", "1")
    run = sst(*line, "--large", "--paper", "a5", "--pdf", "client.pdf", "--lang", "en")

    assert (run.returncode, run.stdout) == (0, b"")
    assert b"morning" in run.stderr
    assert (tmp_path / "client.pdf").read_bytes().startswith(b"%PDF")


def test_guided_refuses_the_rest(sst):
    """Naming a card that is not guided is refused."""
    run = sst("roleplay", "--guided", LIBRARY.scenarios[0].id)

    assert (run.returncode, run.stdout) == (5, b"")
