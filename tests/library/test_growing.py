"""One place for each change: proved by doing it in a copy."""

import os
import re
import shutil
import subprocess
import sys

import msgspec
import pytest

from sst_training.library.calibration import CALIBRATION
from sst_training.library.check import check
from sst_training.library.compile import compile_shelf
from sst_training.library.kinds import INSTRUMENT, KINDS, WORDS, kind_named
from sst_training.library.locate import checkout
from sst_training.library.lock import LIBRARY_LOCK, add_missing, next_id, read_lock
from sst_training.library.reading import read_document
from sst_training.library.schemas import FOLDER, schema
from sst_training.library.shelf import languages_of, read_shelf
from sst_training.library.templates import PLACEHOLDER, filled


def fill_in(text):
    """A template with words in its open places: different ones, so that nothing repeats."""
    number = 0

    def words(_):
        nonlocal number
        number += 1
        return " ".join(f"w{number}x{i}" for i in range(4))

    return re.sub(re.escape(PLACEHOLDER), words, text)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.name != "module"])
def test_a_new_card_passes_once_filled_in(cards, kind):
    """`sst new` + words = a card that `sst check` accepts; unfilled it is named as such."""
    found = kind_named(kind)
    slug = "m01" if kind == "question" else "new-card-2026"
    text = filled(kind, card_id=next_id(cards, found) if found.prefix else slug, slug=slug)
    place = cards / found.place
    path = place if place.suffix == ".yaml" else place / f"{slug}.yaml"
    before = path.read_text("utf-8") + "\n" if path.exists() else ""

    path.write_text(before + text, "utf-8")
    assert {problem.code for problem in check(cards)[0]} == {"C402"}

    path.write_text(before + fill_in(text), "utf-8")
    assert check(cards)[0] == []


def test_a_new_scenario_is_one_file_and_is_drawn(cards):
    """One more file in roleplays/scenarios/, and it comes up in a draw."""
    from sst_training.draw.roleplay import Wanted, draw_roleplays

    text = fill_in(filled("scenario", card_id="sc-900", slug="x"))
    (cards / "roleplays" / "scenarios" / "x.yaml").write_text(text, "utf-8")
    library = compile_shelf(read_shelf(cards))

    assert "sc-900" in {play.scenario.id for play in draw_roleplays(library, 1, 100, Wanted())}


def test_a_typo_mended_keeps_the_library_hash(cards):
    """The hash covers what steers a draw, not the texts."""
    before = compile_shelf(read_shelf(cards)).hash
    path = cards / "roleplays" / "scenarios" / "promotion-at-night.yaml"
    path.write_text(path.read_text("utf-8").replace("Dat de avond", "Dat elke avond"), "utf-8")
    assert before == compile_shelf(read_shelf(cards)).hash

    path.write_text(path.read_text("utf-8").replace("minutes: 20", "minutes: 30"), "utf-8")
    assert before != compile_shelf(read_shelf(cards)).hash


def translated(data):
    """Card data with a third language beside the two."""
    if isinstance(data, list):
        return [translated(part) for part in data]
    if not isinstance(data, dict):
        return data
    found = {name: translated(part) for name, part in data.items()}
    return {**found, "fy": found["nl"]} if set(found) == {"nl", "en"} else found


def test_a_new_language_is_one_locale_and_the_translations(cards):
    """With locales/fy.yaml every text must have fy, the lists of words too, and with it the cards pass."""
    shutil.copy(cards / "sst_training/locales/nl.yaml", cards / "sst_training/locales/fy.yaml")
    assert {problem.code for problem in check(cards)[0]} == {"C104", "C405"}

    for path in cards.rglob("*.yaml"):
        if "locales" not in path.parts:
            data = translated(read_document(path).data)
            path.write_bytes(msgspec.json.format(msgspec.json.encode(data)))
    problems, _ = check(cards)
    assert problems == []
    assert languages_of(cards) == ("nl", "en", "fy")


def test_a_new_rule_is_one_class(tmp_path):
    """A class in a new file below rules/ is found, and says its docstring until it has a sentence."""
    root = tmp_path / "copy"
    names = ["sst_training", "roleplays", "exercises", "checklists", "docs", "library.lock"]
    for name in names:
        source = checkout() / name
        ignore = shutil.ignore_patterns("__pycache__", "fonts", "assets")
        shutil.copytree(source, root / name, ignore=ignore) if source.is_dir() else shutil.copy(source, root / name)
    (root / "sst_training/library/rules/shouting.py").write_text(
        '''from sst_training.library.rules import Rule, texts_of


class Shouting(Rule):
    """Nobody shouts on a card."""

    code = "C999"

    def problems(self, shelf):
        for placed in shelf.of("scenario"):
            for where, text in texts_of(placed.card, shelf.languages):
                if any(words.endswith("!!!") for words in text.values()):
                    yield placed.problem(where, self.code)
''',
        "utf-8",
    )
    path = root / "roleplays/scenarios/promotion-at-night.yaml"
    path.write_text(path.read_text("utf-8").replace("Er is zoveel tegelijk.", "Er is zoveel tegelijk!!!"), "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "sst_training", "check"],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 1
    assert "C999 Nobody shouts on a card." in run.stdout


def test_the_lock_knows_every_card():
    """Every id that was given out is locked; `make fix` adds what is missing."""
    shelf = read_shelf(checkout())
    ids = {placed.card.id for placed in shelf.cards if placed.kind.prefix}

    assert ids == set(read_lock(checkout() / LIBRARY_LOCK))


def test_make_fix_adds_and_never_takes_away(cards):
    """A new id is added to the lock; one that is gone stays there."""
    lock = cards / LIBRARY_LOCK
    add_missing(read_shelf(cards))
    lock.write_text(lock.read_text("utf-8").replace("sc-001 scenario\n", "") + "sc-777 scenario\n", "utf-8")
    added = add_missing(read_shelf(cards))

    assert added == ["sc-001"]
    assert {"sc-001", "sc-777"} <= set(read_lock(lock))


@pytest.mark.parametrize("kind", [*KINDS, *CALIBRATION, INSTRUMENT, WORDS], ids=lambda kind: kind.name)
def test_the_editors_schema_is_current(kind):
    """The schemas in the repository are those of the structs."""
    kept = msgspec.json.decode((checkout() / FOLDER / f"{kind.name}.json").read_bytes())

    assert kept == msgspec.json.decode(msgspec.json.encode(schema(kind, languages_of(checkout()))))


def test_both_languages_say_the_same_things():
    """The locales have the same keys, and the same {words} in each sentence."""
    from sst_training.library.locales import all_sentences

    sentences = all_sentences()
    dutch, english = sentences["nl"], sentences["en"]

    assert set(dutch) == set(english)
    for key, words in dutch.items():
        assert set(re.findall(r"\{(\w+)", words)) == set(re.findall(r"\{(\w+)", english[key])), key


def test_check_is_linear_and_quick(cards):
    """Twice the scenarios take about twice the time, never four times."""
    import time

    template = (cards / "roleplays/scenarios/promotion-at-night.yaml").read_text("utf-8")

    def seconds(count):
        for i in range(count):
            path = cards / "roleplays" / "scenarios" / f"x-{i:04d}.yaml"
            path.write_text(template.replace("sc-001", f"sc-{100 + i % 900:03d}"), "utf-8")
        start = time.perf_counter()
        check(cards)
        return time.perf_counter() - start

    first = seconds(200)
    assert seconds(800) < 8 * first
