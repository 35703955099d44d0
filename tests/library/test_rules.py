"""Each rule of `sst check`, with a card that breaks it; and a card in every bad shape."""

import re

import pytest

from sst_training.library.check import check
from sst_training.library.locales import all_sentences
from sst_training.library.rules import all_rules
from sst_training.library.wording import Wording

SCENARIO = "roleplays/scenarios/promotion-at-night.yaml"
TWIST = "roleplays/twists/{}"
TALK = "exercises/calibration/swapped-shifts/card.yaml"
GOLD = "exercises/calibration/swapped-shifts/gold.yaml"
PLAN = "docs/plans/one-day.yaml"
LONG = "woord " * 220
LEAK = "Begin over de dakgoot, ook als er al een onderwerp gekozen is."

# code: (file, pattern, replacement): the first match of the pattern in the file is replaced
BROKEN = {
    "C001": (SCENARIO, r"^id: .*$", 'id: "sc-001'),
    "C002": (SCENARIO, r"\Z", "# " + "x" * 300_000),
    "C004": (SCENARIO, r'nl: "Waar zal', 'nl: "\\\\x1b[31mWaar zal'),
    "C005": (SCENARIO, r"^level: 1", "level: 1\nlevel: 2"),
    "C006": (SCENARIO, r"^age: ", "age: &anchor "),
    "C007": (SCENARIO, r"^excludes: .*$", "excludes: " + "[" * 40 + "]" * 40),
    "C101": (SCENARIO, r"^minutes: ", "minuts: "),
    "C102": (SCENARIO, r"^source: .*$", "source: own"),
    "C109": (SCENARIO, r"^tags: .*$", "tags: work"),
    "C103": (SCENARIO, r"^solo: .*\n", ""),
    "C104": (SCENARIO, r'title: \{nl: "[^"]*", ', "title: {"),
    "C105": (SCENARIO, r"title: \{nl:", 'title: {fy: "Wekker", nl:'),
    "C106": (SCENARIO, r"^skills: .*$", "skills: [focus, keep-focus, resources, listen]"),
    "C107": (SCENARIO, r'nl: "Dat de avond[^"]*"', 'nl: " "'),
    "C108": (SCENARIO, r"^scale_now: 4", "scale_now: elf"),
    "C201": (SCENARIO, r"^id: sc-001", "id: sc-002"),
    "C202": (SCENARIO, r"^id: sc-001", "id: ex-900"),
    "C203": (SCENARIO, r"^id: sc-001", "id: sc-900"),
    "C301": (SCENARIO, r"ref: \[\]", "ref: [nobody-1900]"),
    "C302": (SCENARIO, r"^skills: \[focus,", "skills: [hocus,"),
    "C303": (SCENARIO, r"^tags: \[", "tags: [volcano, "),
    "C304": ("docs/glossary.yaml", r"see_also: \[", "see_also: [te-999, "),
    "C305": ("roleplays/observer-tasks/focus.yaml", r"focus\.b1", "frame.b1"),
    "C401": (SCENARIO, r'nl: "Dat de avond', 'nl: "Eerst dit.\\\\n\\\\nDat de avond'),
    "C402": (SCENARIO, r'nl: "Dat de avond', 'nl: "…fill in…'),
    "C403": (SCENARIO, r'nl: "Dat de avond', f'nl: "{"woord " * 26}dat de avond'),
    "C404": (SCENARIO, r'en: "To have your', 'en: "To give her'),
    "C405": ("roleplays/wording.yaml", r"^clinical:\n  nl:", "clinical:\n  fy:"),
    "C501": (SCENARIO, r"\{skill: focus,", "{skill: listen,"),
    "C502": (SCENARIO, r"^start: begin", "start: close"),
    "C503": (SCENARIO, r"when: \w+((?s:.*?))when: \w+", r"when: never\1when: never"),
    "C504": (SCENARIO, r'nl: "Je bent twee maanden', f'nl: "{LONG} Je bent twee maanden'),
    "C505": (SCENARIO, r'nl: "Via de huisarts', f'nl: "{LEAK} Via de huisarts'),
    "C506": (SCENARIO, r"^skills: \[focus,", "skills: [open-door,"),
    "C507": (SCENARIO, r"^age: .*$", "age: [60, 20]"),
    "C508": (SCENARIO, r"^level: 1((?s:.*?))minutes: 20", r"level: 2\1minutes: 5"),
    "C509": (SCENARIO, r'nl: "Je bent twee maanden', f'nl: "{LONG} Je bent twee maanden'),
    "C510": (SCENARIO, r'nl: "Via de huisarts', f'nl: "{LONG} Via de huisarts'),
    "C511": (SCENARIO, r'nl: "Via de huisarts', f'nl: "{LONG} Via de huisarts'),
    "C512": (SCENARIO, r'nl: "Via de huisarts', 'nl: "Wil deze week één ding uit handen geven. Via de huisarts'),
    "C513": (SCENARIO, r'nl: "Je bent twee maanden', f'nl: "{LONG} Je bent twee maanden'),
    "C601": (SCENARIO, r"^skills: \[focus,", "skills: [safety,"),
    "C602": (SCENARIO, r"^risk: none((?s:.*?))solo: false", r"risk: guided\1solo: true"),
    "C603": (SCENARIO, r'nl: "Dat de avond', 'nl: "Geen gedachten aan zelfdoding. Dat de avond'),
    "C604": (SCENARIO, r'nl: "Via de huisarts', 'nl: "Depressieve klachten. Via de huisarts'),
    "C611": ("roleplays/own-issue/starting-to.yaml", r'nl: "', 'nl: "Door een trauma: '),
    "C702": ("roleplays/words.yaml", r"\[Ali, ", "[Ali, ali, "),
    "C801": ("exercises/quiz/m01.yaml", r"correct: true", "correct: false"),
    "C802": ("docs/pioneers/{first}", r"^private: false", "private: true"),
    "C803": ("roleplays/observer-tasks/focus.yaml", r"^ticks: \[", "ticks: [focus.a2, "),
    "C805": ("exercises/cards/{first}", r"min: \d+", "min: 199"),
    "C851": (TALK, r"tick: focus\.b1", "tick: focus.b9"),
    "C852": (TALK, r"turns: \[39\]", "turns: [41]"),
    "C853": (GOLD, r"^session: .*$", "session: zzzzzzzz"),
    "C854": (GOLD, r"role: gold", "role: peer"),
    "C855": (GOLD, r"state: na, reason: no_opportunity", "state: na"),
    "C856": (GOLD, r"not_applicable_ticks: \[focus\.b3\]", "not_applicable_ticks: [focus.b2]"),
    "C857": (TALK, r"tick: focus\.b1", "tick: focus.a1"),
    "C858": (TALK, r"tick: frame\.b2", "tick: frame.b1"),
    "C871": (PLAN, r"exercise: ex-012", "exercise: ex-912"),
    "C872": ("docs/plans/two-days.yaml", r"talk: members-evening", "talk: closing-the-workshop"),
    "C873": (PLAN, r"(en: \"Closing\"\}), minutes: 15", r"\1"),
    "C874": (PLAN, r"^minutes: 420", "minutes: 430"),
    "C875": (PLAN, r"pack: day, round: 3", "pack: day, round: 2"),
    "C876": (PLAN, r"own_issue_rounds: \[2\]", "own_issue_rounds: [3]"),
    "C877": (PLAN, r"exercise: ex-038", "exercise: ex-026"),
    "C878": (PLAN, r"^people: .*$", "people: {min: 2, max: 18}"),
    "C879": (PLAN, r"pause: true, minutes: 15\}", 'what: {nl: "Door", en: "On"}, minutes: 15}'),
    "C880": (PLAN, r"^slug: .*$", "slug: another-day"),
    "C901": ("checklists/sst-practice.yaml", r"Vraagt of de cliënt deze focus wil", "Vraagt of dit goed is"),
    "C902": ("checklists/sst-practice.yaml", r"\n.*id: focus\.a2,.*", ""),
    "C903": ("checklists/sst-practice.yaml", r"(\n.*id: focus\.)a2(,.*)", r"\1a2\2\1a3\2"),
    "C904": ("checklists/sst-practice.yaml", r"id: focus\.b1, kind: basic", "id: focus.b1, kind: advanced"),
}
ELSEWHERE = {"C701", "C703", "C804", "C003", "C008", "C306", "C612"}  # below, each on its own


def break_card(cards, file, pattern, replacement):
    """Replaces the first match in a file of the copy; gives the file's name."""
    if "{first}" in file:
        folder = cards / file.replace("/{first}", "")
        file = next(
            path for path in sorted(folder.glob("*.yaml")) if re.search(pattern, path.read_text("utf-8"), re.MULTILINE)
            and ("private" not in pattern or "positions: []" not in path.read_text("utf-8"))
        ).relative_to(cards).as_posix()  # fmt: skip
    path = cards / file
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert changed != text, f"the pattern for {file} no longer matches"
    path.write_text(changed, encoding="utf-8")
    return file


@pytest.mark.parametrize("code", sorted(BROKEN))
def test_each_rule(cards, code):
    """A card that breaks the rule is named by it, with its file and a line."""
    file = break_card(cards, *BROKEN[code])
    problems, _ = check(cards)
    found = [problem for problem in problems if problem.code == code]

    assert found, [problem.code for problem in problems]
    assert {file, "library.lock", "checklists/sst-practice.lock"} >= {problem.path for problem in found} or code in (
        "C804", "C701", "C201", "C301",
    )  # fmt: skip
    assert all(problem.line >= 1 for problem in found)


def test_every_rule_is_broken_here():
    """No rule and no sentence of the walk without a card that breaks it."""
    rules = {rule.code for rule in all_rules()}
    sentences = {key.split(".")[1] for key in all_sentences()["nl"] if re.match(r"check\.C\d", key)}

    assert rules | sentences == set(BROKEN) | ELSEWHERE


def test_latin_1(cards):
    """A card in another encoding."""
    path = cards / SCENARIO
    path.write_bytes(path.read_text("utf-8").replace("Dat de avond", "Dat één avond").encode("latin-1"))

    assert "C003" in {problem.code for problem in check(cards)[0]}


def test_a_module_that_does_not_exist(cards):
    """An exercise for a module that docs/modules.yaml does not have."""
    modules = cards / "docs" / "modules.yaml"
    lines = modules.read_text("utf-8").splitlines()
    modules.write_text("\n".join(line for line in lines if "id: m04" not in line), "utf-8")

    assert "C306" in {problem.code for problem in check(cards)[0]}


def test_health_prompts_stay_small(cards):
    """A prompt on health at intensity 5."""
    path = next(
        p for p in sorted((cards / "roleplays/own-issue").glob("*")) if "domain: health" in p.read_text("utf-8")
    )
    path.write_text(re.sub(r"intensity: \d", "intensity: 5", path.read_text("utf-8")), "utf-8")

    assert "C612" in {problem.code for problem in check(cards)[0]}


def test_everybody_of_one_age(cards):
    """All scenarios from 30 to 39: too many alike, and nobody is young or old."""
    for path in (cards / "roleplays" / "scenarios").glob("*.yaml"):
        path.write_text(re.sub(r"^age: .*$", "age: [30, 39]", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    ages = [problem.words["ages"] for problem in check(cards)[0] if problem.code == "C703"]

    assert ages.count("30-39") > 50
    assert {"10-19", "20-29", "80-89"} <= set(ages)


def test_names_that_are_too_few(cards):
    """Four first names for everybody."""
    path = cards / "roleplays" / "words.yaml"
    path.write_text(re.sub(r"^first_names: .*$", "first_names: [Ali, Bo, Kim, Noor]", path.read_text(), flags=re.M))

    assert [problem.words["found"] for problem in check(cards)[0] if problem.code == "C702"] == ["4"]


@pytest.mark.parametrize(("content", "code"), [(None, "C008"), ("a: [", "C001"), ("gendered: {}", "C103")])
def test_word_lists_that_cannot_be_read(cards, content, code):
    """A problem of their file, not a check that looks for nothing in silence."""
    path = cards / "roleplays" / "wording.yaml"
    path.unlink()
    if content is not None:
        path.write_text(content, "utf-8")

    assert ("roleplays/wording.yaml", code) in {(problem.path, problem.code) for problem in check(cards)[0]}


@pytest.mark.parametrize(
    "words",
    [
        "Zij zijn er en ze blijven; haar is er genoeg, en het bevalt.",
        "Je manier van doen mankeert niets: hiermee, daarheen, hemel, shelf, other, human.",
        "Je moeder belt en je broer komt mee.",
    ],
)
def test_words_that_only_look_gendered(cards, words):
    """A verb, hair, they, part of a longer word, a relative: no false alarm."""
    path = cards / SCENARIO
    path.write_text(path.read_text("utf-8").replace("Dat de avond", words + " Dat de avond"), "utf-8")

    assert "C404" not in {problem.code for problem in check(cards)[0]}


@pytest.mark.parametrize(
    ("lists", "text", "hit"),
    [
        (("trauma*",), "Traumatisch.", "Traumatisch"),
        (("*stoornis*",), "een angststoornissen", "angststoornissen"),
        (("als moeder",), "Als  moeder weet je dat", "Als  moeder"),
        (("man",), "manier, human, man's", "man"),
        (("add",), "addict", None),
        ((), "man", None),
    ],
)
def test_a_star_stands_for_any_letters(lists, text, hit):
    """Whole words, in any case; a star before or after lets more letters in."""
    assert Wording({"nl": lists}, {}, {}, {}).found("gendered", "nl", text) == hit


def test_a_level_without_a_skill(cards):
    """Level 3 keeps one scenario, for three skills: the other nine are named."""
    kept = None
    for path in sorted((cards / "roleplays" / "scenarios").glob("*.yaml")):
        text = path.read_text("utf-8")
        if re.search(r"^level: 3$", text, re.MULTILINE):
            if kept is None and re.search(r"^skills: \[[\w-]+, [\w-]+, [\w-]+\]$", text, re.MULTILINE):
                kept = path
            else:
                path.write_text("retired: moved\n" + text, "utf-8")

    assert sum(problem.code == "C701" for problem in check(cards)[0]) == 9


def test_a_skill_nobody_watches(cards):
    """Both tasks for one skill are retired."""
    for path in (cards / "roleplays" / "observer-tasks").glob("*.yaml"):
        text = path.read_text("utf-8")
        if "skill: focus\n" in text:
            path.write_text("retired: replaced\n" + text, "utf-8")

    assert "C804" in {problem.code for problem in check(cards)[0]}


def test_a_card_that_is_a_folder(cards):
    """A folder where a card belongs is named, not tripped over."""
    (cards / "roleplays" / "scenarios" / "map.yaml").mkdir()

    assert "C008" in {problem.code for problem in check(cards)[0]}


def test_a_folder_that_cannot_be_listed(cards, monkeypatch):
    """A folder without permission is a problem with its name, not a silent loss of its cards."""
    import os

    real = os.listdir

    def listdir(path):
        if str(path).endswith("stances"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)

    assert ("C008", "roleplays/stances") in {(problem.code, problem.path) for problem in check(cards)[0]}


def test_all_problems_of_a_card_at_once(cards):
    """Four faults in one card are four problems, each on its own line."""
    for code in ("C101", "C108", "C107", "C303"):
        break_card(cards, *BROKEN[code])
    problems, _ = check(cards)
    found = {(problem.code, problem.line) for problem in problems if problem.path == SCENARIO}

    assert {"C101", "C103", "C107", "C108"} <= {code for code, _ in found}
    assert len({line for _, line in found}) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x\n",
        "a: !!python/object/apply:os.system [ls]\n",
        "%YAML 1.1\n---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "<<: {a: 1}\n",
        "? [a]\n: b\n",
        "",
        "[" * 100_000,
        "a: [&a [*a]]",
        "\t- x",
        "lol: &lol [lol]\nlol2: &lol2 [*lol, *lol, *lol]\n",
    ],
)
def test_yaml_that_is_refused(cards, text):
    """Bombs, tags, merges, several documents, nothing at all: one problem, no crash."""
    (cards / SCENARIO).write_text(text, encoding="utf-8")
    codes = {problem.code for problem in check(cards)[0] if problem.path == SCENARIO}

    assert codes <= {"C001", "C006", "C007"}
    assert codes


def test_words_that_yaml_would_turn_into_something_else(cards):
    """`no`, `on` and 10:30 stay words."""
    path = cards / SCENARIO
    path.write_text(
        re.sub(r'nl: "Dat de avond[^"]*"\n  en: "[^"]*"', "nl: no\n  en: 10:30", path.read_text("utf-8")), "utf-8"
    )

    assert check(cards)[0] == []


def test_the_library_itself_is_clean():
    """No problem in the cards as they are."""
    from sst_training.library.locate import checkout

    problems, counts = check(checkout())

    assert problems == []
    assert counts["scenario"] >= 18
