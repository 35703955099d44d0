"""How hard the pages read: the figure itself, and that no module page is too hard."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from sst_training.library import open_library

MOST = 40
"""LIX below 40 is commonly called easy (Björnsson 1968): what a professional reads at the end of a working day."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/reading_level.py."""
    path = Path(__file__).resolve().parents[2] / "tools" / "reading_level.py"
    spec = importlib.util.spec_from_file_location("reading_level", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_figure_is_words_a_sentence_plus_long_words(tool: ModuleType) -> None:
    """Ten words in two sentences, two of them of more than six letters: 5 + 20."""
    found = tool.level("De cliënt vertelt iets. En jij luistert met een vraag.")
    assert (found.words, found.sentences, found.long) == (10, 2, 2)
    assert found.lix == 25.0


def test_what_is_no_running_text_is_left_out(tool: ModuleType) -> None:
    """Front matter, headings, tables, fences, figures, citations, who speaks, addresses."""
    page = (
        "---\ntitle: Onbegrijpelijkheden\n---\n# Verantwoordelijkheden\n\n| verschrikkelijk | a |\n|---|---|\n\n"
        '```\nsst verschrikkelijk\n```\n\n![verschrikkelijk](figure:x "y")\n\n'
        "**Professional:** Dat is goed [@verschrikkelijk-1990].\n\nLees [dit](verschrikkelijk.md).\n"
    )
    found = tool.level(page)
    assert (found.words, found.sentences, found.long) == (5, 2, 0)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_module_page_is_too_hard(lang: str, tool: ModuleType) -> None:
    """In both languages."""
    found = tool.levels(lang, "modules")
    assert len(found) >= 16
    assert {page: level.lix for page, level in found.items() if level.lix > MOST} == {}


LENGTH = (1_200, 2_000)
"""Words of running text on a module's page: what one reads in a sitting. Notes for trainers are another's reading."""
TRAINER = re.compile(r"^!!! trainer[^\n]*\n(?:(?: {4}[^\n]*)?\n)*", re.M)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_module_is_a_sitting_long(lang: str, tool: ModuleType) -> None:
    """Neither a leaflet nor a chapter of a handbook."""
    pages = {
        module.slug: tool.ROOT / "docs" / lang / "modules" / f"{module.slug}.md" for module in open_library().modules
    }
    words = {slug: tool.level(TRAINER.sub("", path.read_text(encoding="utf-8"))).words for slug, path in pages.items()}
    assert {slug: count for slug, count in words.items() if not LENGTH[0] <= count <= LENGTH[1]} == {}
