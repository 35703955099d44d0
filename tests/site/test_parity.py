"""The written pages: the same in both languages, but for the words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted(path.relative_to(DOCS / "nl").as_posix() for path in (DOCS / "nl").rglob("*.md"))
TOKENS = re.compile(r"\[(@[^\]]+)\]|\(figure:([a-z0-9-]+)|^!!! (talk|trainer|warning|note)", re.M)


def read(lang: str, page: str) -> tuple[dict[str, object], str]:
    """A page's front matter and text, without fenced blocks."""
    _, front, text = (DOCS / lang / page).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)


def test_both_languages_have_the_same_pages() -> None:
    """A page has a twin at the same place."""
    trees = [
        {p.relative_to(DOCS / lang).as_posix() for p in (DOCS / lang).rglob("*") if p.is_file()}
        for lang in ("nl", "en")
    ]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("page", PAGES)
def test_headings_match(page: str) -> None:
    """The same number of headings of the same levels, in the same order."""
    levels = [re.findall(r"^(#+) ", read(lang, page)[1], re.M) for lang in ("nl", "en")]
    assert levels[0] == levels[1]


@pytest.mark.parametrize("page", PAGES)
def test_citations_figures_and_boxes_match(page: str) -> None:
    """What one language cites and shows, the other does too."""
    tokens = [sorted(match.group(0) for match in TOKENS.finditer(read(lang, page)[1])) for lang in ("nl", "en")]
    assert tokens[0] == tokens[1]


@pytest.mark.parametrize("page", PAGES)
def test_front_matter_matches(page: str) -> None:
    """The same fields, as many objectives and key points, the same minutes; a description of 80 to 155 signs."""
    nl, en = (read(lang, page)[0] for lang in ("nl", "en"))
    assert nl.keys() == en.keys()
    assert nl.get("minutes") == en.get("minutes")
    for field in ("objectives", "key_points"):
        assert len(nl.get(field) or []) == len(en.get(field) or [])  # type: ignore[arg-type]
    for front in (nl, en):
        assert 80 <= len(str(front["description"])) <= 155


@pytest.mark.parametrize("notebook", sorted(path.name for path in (DOCS / "nl" / "modules").glob("*.ipynb")))
def test_notebooks_match(notebook: str) -> None:
    """The same cells of the same kinds."""
    kinds = []
    for lang in ("nl", "en"):
        held = json.loads((DOCS / lang / "modules" / notebook).read_text(encoding="utf-8"))
        kinds.append([cell["cell_type"] for cell in held["cells"]])
    assert kinds[0] == kinds[1]
