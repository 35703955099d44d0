"""Property 11: what the finished files of a day pack say, and to whom. Read back with Poppler, for every way to print.

From the professional's sheet (text, title, metadata, name) neither the start code, nor a card's id, nor five words in
a row that only the client may read, nor which of own issue and spare card was chosen; and no leaf of paper holds two
sheets.
"""

import json
import re
import subprocess
from collections import Counter

import click.testing
import pytest
import yaml

from sst_training.cli import main
from sst_training.library.locate import checkout

ROOT = checkout()
SEED = "sleutelbos onder de mat"
DAY = ["day", "--participants", "7", "--rounds", "4", "--own-issue-rounds", "2", "--level-min", "2", "--seed", SEED]
WAYS = {"a4": [], "a5": ["--paper", "a5"], "large": ["--large"], "a5-large": ["--paper", "a5", "--large"]}
CLIENT_ONLY = (
    *("opening_line", "situation", "best_hope", "enough", "tried", "resources", "play_easier", "play_harder"),
    *("disclosure", "elicits"),
)
SEATS = {"nl": ("professional", "cliënt", "observator"), "en": ("practitioner", "client", "observer")}


@pytest.fixture(scope="module")
def cards():
    """Every card of a role-play by id, as its file has it."""
    paths = (ROOT / "roleplays").glob("*/*.yaml")
    found = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in paths]  # noqa: S506 - text and nothing else
    return {card["id"]: card for card in found}


@pytest.fixture(scope="module", params=[(lang, way) for lang in ("nl", "en") for way in WAYS], ids="-".join)
def pack(request, tmp_path_factory):
    """A pack with a file for each participant: its language, its folder and its day."""
    lang, way = request.param
    folder = tmp_path_factory.mktemp("pack") / "out"
    line = [*DAY, "--lang", lang, "--by", "person", "--out", str(folder), *WAYS[way]]
    done = click.testing.CliRunner().invoke(main, line)
    assert done.exit_code == 0, done.stderr
    return lang, folder, json.loads((folder / "day.json").read_text("utf-8"))


def pages(path):
    """The text of each page, without soft hyphens and line ends."""
    run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    found = run.stdout.decode().split("\f")[:-1]
    return [" ".join(re.sub("\u00ad\n|(?<=-)\n|\u200b", "", page).split()) for page in found]


def runs(text):
    """Every run of five words, without signs and capitals."""
    found = re.findall(r"[\w']+", text.lower())
    return {tuple(found[i : i + 5]) for i in range(len(found) - 4)}


def words_in(part, lang):
    """Every text in a part of a card, in one language."""
    if isinstance(part, list):
        return [text for one in part for text in words_in(one, lang)]
    if isinstance(part, dict):
        return [part[lang]] if lang in part else [text for one in part.values() for text in words_in(one, lang)]
    return []


def case_in(slot, cards, lang):
    """The runs of five words that only the client of a slot's scenario may read."""
    scenario = cards[slot["scenario"] or slot["fallback"]]
    return set().union(*(runs(text) for field in CLIENT_ONLY for text in words_in(scenario[field], lang)))


def hidden_in(slot, cards, lang):
    """Those runs, with the manner and the twist; in an own-issue slot with the opening lines and the booking note."""
    texts = []
    for name, fields in (("stance", ("behaviours", "softens_when", "hardens_when")), ("twist", ("text", "revert"))):
        if slot[name]:
            texts += [text for field in fields for text in words_in(cards[slot[name]][field], lang)]
    for prompt in slot["prompts"]:
        texts += words_in([cards[prompt]["text"], cards[prompt]["narrowing"]], lang)
    if slot["mode"] == "own-issue":
        texts += words_in(cards[slot["fallback"]]["door_note"], lang)
    return case_in(slot, cards, lang).union(*map(runs, texts))


def sheets(path, lang):
    """The sheets of a file by what stands at their foot: (round, group, participant, seat) → its text."""
    about = {
        "nl": r"Ronde (\d+) · groep (\d+) · deelnemer (\d+)",
        "en": r"Round (\d+) · group (\d+) · participant (\d+)",
    }
    found = {}
    for page in pages(path):
        if page:
            foot = re.findall(rf"(\w+) · {about[lang]} \d+(?= |$)", page)
            seat, *where = foot[-1]
            place = (*map(int, where), SEATS[lang].index(seat))
            found[place] = found.get(place, "") + " " + page
    return found


def files_of(folder):
    """The files that people other than the trainer hold."""
    return sorted(path for path in folder.glob("*.pdf") if path.name != "trainer.pdf")


def test_no_sheet_of_the_professional_tells_what_the_client_knows(pack, cards):
    """Property 11: in therapist.pdf and in each participant's file: no five words of the own client's."""
    lang, folder, day = pack
    seen = 0
    for path in (folder / "therapist.pdf", *sorted(folder.glob("participant-*.pdf"))):
        for (number, group, _, seat), text in sheets(path, lang).items():
            if seat == 0:
                slot = next(one for one in day["slots"] if (one["round"], one["group"]) == (number, group))
                assert not runs(text) & hidden_in(slot, cards, lang), (path.name, number, group)
                seen += 1
    assert seen == 2 * len(day["slots"])


def test_what_is_handed_out_at_once_tells_nothing_to_come(pack, cards):
    """Property 11: a participant's own file tells nothing of a case that person leads (common turns of phrase apart)."""
    lang, folder, day = pack
    common = Counter(
        run for card in cards.values() for run in set().union(*map(runs, words_in([*card.values()], lang)))
    )
    for person in range(1, 8):
        texts = sheets(folder / f"participant-{person:02}.pdf", lang)
        whole = set().union(*map(runs, texts.values()))
        for slot in day["slots"]:
            if slot["seats"]["therapist"] == person:
                told = {run for run in whole & case_in(slot, cards, lang) if common[run] == 1}
                assert not told, (person, slot["round"])


def test_start_code_and_ids_are_the_trainers_alone(pack, cards):
    """Property 11: not in text, title or metadata of any other file, nor in a file's name."""
    _, folder, day = pack
    secrets = {SEED, day["library"], *cards}
    for path in files_of(folder):
        told = " ".join(pages(path)) + path.name
        for options in ([], ["-meta"]):
            told += subprocess.run(
                ["pdfinfo", *options, str(path)], capture_output=True, check=True, text=True, errors="replace"
            ).stdout
        assert [one for one in secrets if one in told] == []
        assert SEED.encode() not in path.read_bytes()
    assert SEED in " ".join(pages(folder / "trainer.pdf"))


def test_no_leaf_holds_two_sheets(pack):
    """Two pages of one leaf are of one sheet, or the second is empty: printed on both sides, two readers never meet."""
    lang, folder, _ = pack
    for path in files_of(folder):
        if path.name in ("room.pdf", "own-issue.pdf"):
            continue
        read = pages(path)
        feet = [re.findall(r"· (?:deelnemer|participant) \d+", page)[-1:] and foot_of(page, lang) for page in read]
        for front, back in zip(feet[::2], [*feet[1::2], []], strict=False):
            assert front, path.name
            assert back in ([], front), path.name


def foot_of(page, lang):
    """Seat, round, group and participant at the foot of a page."""
    mark = {
        "nl": r"\w+ · Ronde \d+ · groep \d+ · deelnemer \d+",
        "en": r"\w+ · Round \d+ · group \d+ · participant \d+",
    }
    return re.findall(mark[lang], page)[-1:]


def test_every_page_of_a_file_is_of_one_size(pack):
    """A printer gets one kind of paper, the empty backs with it."""
    _, folder, _ = pack
    for path in files_of(folder):
        run = subprocess.run(
            ["pdfinfo", "-f", "1", "-l", "9999", str(path)],
            capture_output=True,
            check=True,
            text=True,
            errors="replace",
        )
        assert len(set(re.findall(r"Page +\d+ size: +([\d.]+ x [\d.]+)", run.stdout))) == 1, path.name


def test_what_was_chosen_is_on_no_paper(pack):
    """The professional's sheets of an own-issue round are alike but for their place, and say nothing of lines or card."""
    lang, folder, day = pack
    own = [slot["round"] for slot in day["slots"] if slot["mode"] == "own-issue"]
    texts = {
        re.sub(r"\d+", "#", text)
        for (number, _, _, seat), text in sheets(folder / "therapist.pdf", lang).items()
        if number in own and seat == 0
    }
    assert len(texts) == 1
