"""The fifteen properties a role-play generator answers for, each tried on the command line.

They were drawn up beforehand (properties 7, 9 and 12 as docs and DESIGN word them now). What is said here trusts the
program's output alone: cards are read from their files, not through the program. Property 2 (the browser says the
same, byte for byte) is tried where the browser is: tests/browser, with the vectors of tests/vectors. Property 11
(what stands on a finished sheet) has a file of its own, test_hidden_sheet.py.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import combinations

import click.testing
import pytest
import yaml

from sst_training.cli import main
from sst_training.library.locate import checkout

ROOT = checkout()
SEEDS = int(os.environ.get("SST_SEEDS", "1000"))
LANGUAGES = ("nl", "en")


@pytest.fixture
def sst(tmp_path, monkeypatch):
    """`sst("day", "--seed", 1)` → the result, in an empty folder; in this process, because there are many."""
    monkeypatch.chdir(tmp_path)
    runner = click.testing.CliRunner()

    def run(*args, code=0):
        done = runner.invoke(main, [str(arg) for arg in args])
        assert done.exit_code == code, done.stderr
        return done

    return run


@pytest.fixture
def drawn(sst):
    """`drawn("day", …)` → what its JSON says."""
    return lambda *args: json.loads(sst(*args, "--json").stdout)


@pytest.fixture(scope="module")
def cards():
    """Every card below roleplays/ by id, as its file has it."""
    found = {}
    for path in (ROOT / "roleplays").glob("*/*.yaml"):
        card = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - the base loader makes nothing but text
        found[card["id"]] = {**card, "kind": path.parent.name}
    return found


def in_use(cards, kind):
    """The cards of a kind that can be dealt."""
    return {
        name: card
        for name, card in cards.items()
        if card["kind"] == kind and card.get("risk", "none") == "none" and "retired" not in card
    }


def seats(slot):
    """Everyone in a slot."""
    return [slot["seats"]["therapist"], slot["seats"]["client"], *slot["seats"]["observers"]]


def met(slot):
    """The scenario that everyone in a slot knows afterwards."""
    return slot["scenario"] or slot["fallback"]


# 1. Determinism -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["day --participants 12 --rounds 6", "roleplay --count 20", "own-issue"])
def test_1_same_bytes_everywhere(line, tmp_path):
    """Property 1: another folder, locale, time zone and hash seed give the same bytes."""
    home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    ways = [
        (tmp_path, {"LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}),
        (ROOT, {"LC_ALL": "C.UTF-8", "TZ": "America/Lima", "PYTHONHASHSEED": "11"}),
    ]
    told = [
        subprocess.run(
            [sys.executable, "-m", "sst_training", *line.split(), "--seed", "é 1", "--json"],
            cwd=cwd, env={**home, **env}, capture_output=True, check=True,
        ).stdout
        for cwd, env in ways
    ]  # fmt: skip

    assert told[0] == told[1]


# 3. Vectors ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_3_the_vectors_are_right_here(lang, sst):
    """Property 3: `sst doctor` runs the check figures of SSTRNG-1 and says so."""
    assert {"nl": "Controlegetallen        goed", "en": "good"}[lang] in sst("doctor", "--lang", lang).stdout


# 4. Language independence -------------------------------------------------------------------------------------


def texts(data):
    """Every text of at least three words in a JSON value."""
    if isinstance(data, str):
        return {data} if data.count(" ") > 1 else set()
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return set().union(*map(texts, parts))


def shape(data):
    """A JSON value without its texts: ids, numbers, names, and where a text stands."""
    if isinstance(data, dict):
        return {name: shape(part) for name, part in data.items() if name != "lang"}
    if isinstance(data, list):
        return [shape(part) for part in data]
    return None if isinstance(data, str) and " " in data else data


def test_4_language_changes_words_alone(drawn):
    """Property 4: the same ids and structure in both languages; no text of the one in the other."""
    line = ("roleplay", "--seed", "4", "--count", 60)
    dutch, english = (drawn(*line, "--lang", lang) for lang in LANGUAGES)

    def bare(data):
        return [
            (play["scenario"]["id"], play["stance"]["id"], play["twist"] and play["twist"]["id"], play["person"])
            for play in data["draws"]
        ]

    assert bare(dutch) == bare(english)
    assert shape(dutch).keys() == shape(english).keys()
    assert texts(dutch).isdisjoint(texts(english))


def test_4_a_day_is_the_same_in_both_languages(drawn):
    """Property 4: a day has no text of a card at all."""
    line = ("day", "--participants", 10, "--rounds", 4, "--own-issue-rounds", 2, "--seed", 4)
    dutch, english = (drawn(*line, "--lang", lang) for lang in LANGUAGES)

    assert {**dutch, "lang": "en"} == english
    assert texts(dutch["slots"]) == set()


# 5. No contradiction ------------------------------------------------------------------------------------------


def test_5_no_card_contradicts_another(drawn, cards):
    """Property 5: over 4,000 draws (`make bench`: more) no `excludes` hit, every `requires` met, nothing guided."""
    for seed in range(SEEDS // 25):
        for play in drawn("roleplay", "--seed", seed, "--count", 100)["draws"]:
            dealt = [cards[play[name]["id"]] for name in ("scenario", "stance", "twist") if play[name]]
            scenario = dealt[0]
            here = {*scenario["tags"], scenario["context"], play["setting"]}
            assert all(set(card.get("requires", ())) <= here for card in dealt[1:])
            for one, other in combinations(dealt, 2):
                for card, refused in ((one, other), (other, one)):
                    named = {refused["id"], *refused["tags"]}
                    named |= {refused["context"], play["setting"]} if refused is scenario else set()
                    assert not set(card["excludes"]) & named, (card["id"], refused["id"])
            assert {card.get("risk", "none") for card in dealt} == {"none"}
            assert "safety" not in scenario["skills"]


# 6. Coverage --------------------------------------------------------------------------------------------------

WANTED = ("frame", "best-hope", "focus", "resources", "one-idea", "takeaway")


@pytest.mark.parametrize("rounds", range(1, 7))
def test_6_every_skill_asked_for_is_practised(rounds, drawn, sst):
    """Property 6: for 3 to 24 people each skill asked for at least once, or a refusal that says what it takes."""
    for people in range(3, 25):
        line = ("day", "--participants", people, "--rounds", rounds, "--skills", ",".join(WANTED), "--seed", 6)
        slots = rounds * (1 if people == 5 else people // 3)
        if slots < len(WANTED):
            assert str(len(WANTED)) in sst(*line, code=5).stderr
        else:
            assert set(drawn(*line)["coverage"]) == set(WANTED), people


# 7 and 8. No repeats, and unseen ------------------------------------------------------------------------------


def test_7_nobody_leads_what_they_met(drawn):
    """Property 7: within a day nobody is therapist for a scenario met in any seat, for every size."""
    for people in range(3, 61, 3):
        known = defaultdict(set)
        for slot in drawn("day", "--participants", people, "--rounds", 6, "--seed", people)["slots"]:
            assert met(slot) not in known[slot["seats"]["therapist"]]
            for person in seats(slot):
                known[person].add(met(slot))


def test_7_what_is_used_up_is_refused(sst, cards):
    """Property 7: everybody knows every card for `focus`: exit 5 and the reason, no repeat."""
    known = [name for name, card in in_use(cards, "scenarios").items() if "focus" in card["skills"]]
    day = {"seed": "0", "participants": 3, "rounds": 1, "options": {}, "met": {f"p{n}": known for n in (1, 2, 3)}}
    with open("log.json", "w", encoding="utf-8") as file:
        json.dump({"format": "sst-ledger/1", "days": [day]}, file)
    done = sst("day", "--participants", 3, "--rounds", 1, "--skills", "focus", "--ledger", "log.json", code=5)

    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_8_nobody_leads_what_they_met_on_an_earlier_day(sst):
    """Property 8: five days with one log, some with own issues: what was met in any seat is never led later."""
    known = defaultdict(set)
    for number in range(5):
        own = ("--own-issue-rounds", 2) if number % 2 else ()
        line = ("day", "--participants", 6, "--rounds", 3, "--seed", f"day {number}", *own)
        sst(*line, "--ledger", "log.json", "--out", f"day-{number}")
        with open(f"day-{number}/day.json", encoding="utf-8") as file:
            slots = json.load(file)["slots"]
        for slot in slots:
            assert met(slot) not in known[slot["seats"]["therapist"]], (number, slot)
            for person in seats(slot):
                known[person].add(met(slot))
    with open("log.json", encoding="utf-8") as file:
        days = json.load(file)["days"]
    assert {f"p{person}": found for person, found in known.items()} == {
        person: {card for day in days for card in day["met"][person]} for person in days[0]["met"]
    }


# 9. Progression -----------------------------------------------------------------------------------------------


def test_9_levels_climb_for_everyone_alike(drawn):
    """Property 9: one level for each three rounds, never down but by a level with a note."""
    day = drawn("day", "--participants", 12, "--rounds", 9, "--seed", 9)
    lower = {
        (note["round"], group) for note in day["notes"] if note["code"] == "level_lower" for group in note["groups"]
    }

    for slot in day["slots"]:
        assert slot["level"] == (slot["round"] + 2) // 3 - ((slot["round"], slot["group"]) in lower)


@pytest.mark.parametrize("most", [1, 2])
def test_9_no_level_above_the_one_asked_for(most, drawn):
    """Property 9: `--level-max` holds."""
    slots = drawn("day", "--participants", 12, "--rounds", 9, "--level-max", most, "--seed", 9)["slots"]

    assert {slot["level"] for slot in slots} == set(range(1, most + 1))


# 10. Fair seats -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("people", [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 25, 60])
def test_10_seats_are_fair(people, drawn):
    """Property 10: every seat filled every round, and over three or six rounds within one for everybody."""
    for rounds in (3, 6):
        slots = drawn("day", "--participants", people, "--rounds", rounds, "--seed", 10)["slots"]
        for number in range(1, rounds + 1):
            assert sorted(one for slot in slots if slot["round"] == number for one in seats(slot)) == [
                *range(1, people + 1)
            ]
        for seat in ("therapist", "client"):
            count = Counter(slot["seats"][seat] for slot in slots)
            taken = [count[person] for person in range(1, people + 1)]
            assert max(taken) - min(taken) <= (0 if people % 3 == 0 else 1)


# 12. Uniformity -----------------------------------------------------------------------------------------------


def test_12_every_scenario_is_equally_likely(drawn, cards):
    """Property 12: uniform over the scenarios at the first place (chi-square, p between 0.001 and 0.999)."""
    total = 2 * SEEDS
    counts = Counter(drawn("roleplay", "--seed", seed)["draws"][0]["scenario"]["id"] for seed in range(total))
    every = in_use(cards, "scenarios")
    share = total / len(every)

    assert set(counts) == set(every)
    assert 0.001 < right_tail(sum((counts[one] - share) ** 2 / share for one in every), len(every) - 1) < 0.999


def test_12_twists_say_nothing_about_ids(drawn):
    """Property 12: of the twists that fit one scenario and manner, each is equally likely, over all its draws."""
    found = defaultdict(Counter)
    for seed in range(SEEDS // 20):
        for play in drawn("roleplay", "--seed", seed, "--count", 100, "--level", 2, "--skill", "focus")["draws"]:
            found[play["scenario"]["id"], play["stance"]["id"]][play["twist"]["id"]] += 1
    statistic = freedom = 0.0
    for counts in found.values():
        total, kinds = counts.total(), len(counts)
        if total >= 10 * kinds:  # enough to have seen every twist that fits
            statistic += sum((count - total / kinds) ** 2 * kinds / total for count in counts.values())
            freedom += kinds - 1

    assert freedom > 100
    assert 0.001 < right_tail(statistic, freedom) < 0.999


def right_tail(statistic, freedom):
    """How often chance alone gives more (Wilson and Hilferty's approximation of chi-square)."""
    from statistics import NormalDist

    spread = 2 / (9 * freedom)
    return 1 - NormalDist().cdf(((statistic / freedom) ** (1 / 3) - (1 - spread)) / spread**0.5)


# 13. Stability ------------------------------------------------------------------------------------------------


def test_13_a_new_twist_moves_nothing_else(tmp_path):
    """Property 13: one more twist: the same scenarios, another library hash, and a stored day that says so."""
    root = tmp_path / "copy"
    for name in ("sst_training", "roleplays", "exercises", "checklists", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "fonts", "assets"))

    def run(*args):
        return json.loads(
            subprocess.run(
                [sys.executable, "-m", "sst_training", *args, "--json"],
                cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, check=True,
            ).stdout
        )  # fmt: skip

    line = ("roleplay", "--seed", "13", "--count", "60")
    before, day = run(*line), run("day", "--participants", "6", "--rounds", "4", "--seed", "13")
    (root / "day.json").write_text(json.dumps(day), "utf-8")
    old = next(
        path for path in sorted((root / "roleplays" / "twists").glob("*.yaml")) if "risk: none" in path.read_text()
    )
    old.with_name("one-more.yaml").write_text(re.sub(r"^id: .*$", "id: tw-990", old.read_text("utf-8"), flags=re.M))
    after, again = run(*line), run("day", "--replay", "day.json")

    def kept(play):
        return [play[name]["id"] for name in ("scenario", "stance", "observer_task")] + [play["person"], play["skill"]]

    assert list(map(kept, before["draws"])) == list(map(kept, after["draws"]))
    assert before["library"] != after["library"]
    assert again["slots"] == day["slots"]
    assert again["notes"][0] == {"code": "library_changed", "library": after["library"]}


# 14. Own-issue safety -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_14_every_safeguard_is_there(lang, drawn):
    """Property 14: opt-out, intensity, exclusions, stop, confidentiality, practice, spare card, close, help."""
    told = drawn("own-issue", "--seed", 14, "--lang", lang)
    words = {"nl": ("stop", "groepje", "113", "huisarts", "trainer"), "en": ("stop", "group", "113", "GP", "trainer")}

    assert len(told["safeguards"]) == 9
    assert [word for word in words[lang] if word not in " ".join(told["safeguards"])] == []
    assert told["fallback"].startswith("sc-")


def test_14_the_program_keeps_nothing(sst, tmp_path):
    """Property 14: no option takes an issue's text, and nothing is written but the card asked for."""
    options = set(re.findall(r"--[a-z-]+", sst("own-issue", "--help").stdout))
    sst("own-issue", "--seed", 14, "--pdf", "card.pdf")

    assert options == {"--count", "--domain", "--pdf", "--large", "--paper", "--seed", "--json", "--lang", "--help"}
    assert [path.name for path in tmp_path.rglob("*")] == ["card.pdf"]


# 15. Completeness and balance ---------------------------------------------------------------------------------


def test_15_everyone_has_a_sheet_and_the_times_add_up(sst, tmp_path):
    """Property 15: a sheet for each seat of each slot, with debrief; out-of-role lines; times that sum."""
    sst(
        "day",
        "--participants",
        7,
        "--rounds",
        3,
        "--own-issue-rounds",
        2,
        "--break",
        "1:10",
        "--seed",
        15,
        "--out",
        "p",
    )
    day = json.loads((tmp_path / "p" / "day.json").read_text("utf-8"))

    def read(name):
        run = subprocess.run(
            ["pdftotext", "-raw", str(tmp_path / "p" / name), "-"], capture_output=True, check=True, text=True
        )
        return " ".join(run.stdout.split())

    for seat in ("therapist", "client", "observer"):
        text = read(f"{seat}.pdf")
        for slot in day["slots"]:
            people = slot["seats"]["observers"] if seat == "observer" else [slot["seats"][seat]]
            for person in people:
                assert f"Ronde {slot['round']} · groep {slot['group']} · deelnemer {person}" in text
    assert read("observer.pdf").count("Nabespreken in vier stappen") == sum(
        len(slot["seats"]["observers"]) for slot in day["slots"]
    )
    assert "uit je rol" in read("room.pdf").lower()
    at = 0
    for clock in day["clock"]:
        assert clock["start"] == at
        at += sum(part["minutes"] for part in clock["parts"])
        assert sum(part["minutes"] for part in clock["parts"] if part["part"] != "break") == 40


def test_15_scenarios_are_used_evenly(drawn, cards):
    """Property 15: in a round two groups share a scenario only when the day says so."""
    for seed in range(50):
        day = drawn("day", "--participants", 24, "--rounds", 6, "--seed", seed)
        said = {
            (note["round"], card)
            for note in day["notes"]
            if note["code"] == "shared_scenario"
            for card in note["cards"]
        }
        for number in range(1, 7):
            count = Counter(slot["scenario"] for slot in day["slots"] if slot["round"] == number)
            assert {(number, card) for card, times in count.items() if times > 1} <= said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_15_a_name_says_nothing(lang, sst):
    """Property 15: over 20,000 start codes no association above 0.1 between the name and what is played."""
    told = sst("library", "report", "--lang", lang).stdout
    figures = [float(figure) for figure in re.findall(r" (0\.\d{3})$", told, re.MULTILINE)]

    assert len(figures) >= 5
    assert max(figures) < 0.1
