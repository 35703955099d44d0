"""The notebooks: what they say is what their cells say now, and each plot has words for who cannot see it."""

from __future__ import annotations

import base64
import gzip
import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest

from sst_training.pages.notebook import COLOURS, NotebookProblem, alternatives, drawn, slim

ROOT = Path(__file__).resolve().parents[2]
PLOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="72pt" height="36pt" '
    'viewBox="0 0 72 36"><defs><path id="m1" d="M 0 0 L 1 1" style="stroke: #000000"/></defs>'
    '<g clip-path="url(#p1)"><use xlink:href="#m1" x="1" y="2" style="fill: #00544d"/></g></svg>'
)


def tool() -> ModuleType:
    """tools/notebooks.py, which runs the notebooks."""
    spec = importlib.util.spec_from_file_location("notebooks", ROOT / "tools" / "notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()
BOTH = pytest.mark.parametrize("n", [0, 1], ids=TOOL.LANGUAGES)
EVERY = pytest.mark.parametrize("name", TOOL.NAMES)


def shown(plot: str) -> str:
    """A plot as nbconvert writes it."""
    data = base64.b64encode(plot.encode()).decode()
    return f'<img alt="No description has been provided for this image" src="data:image/svg+xml;base64,{data}"/>'


def notebook_of(*alts: str | None) -> dict[str, Any]:
    """A notebook with a plot for each of these text alternatives."""
    output = {"data": {"image/svg+xml": PLOT, "text/plain": "<Figure>"}}
    return {"cells": [{"metadata": {"alt": alt} if alt else {}, "outputs": [output]} for alt in alts]}


@pytest.mark.filterwarnings("default")
@BOTH
@EVERY
def test_a_notebook_says_what_its_cells_say_now(name: str, n: int) -> None:
    """Run again from top to bottom; mend with tools/notebooks.py."""
    assert not TOOL.stale(name, n)


@EVERY
def test_a_notebook_shows_the_same_in_both_languages(name: str) -> None:
    """As many plots, each with words; a description that fits a page; nothing left in the other language's marks."""
    books = [nbformat.read(TOOL.path_of(name, n), as_version=4) for n in (0, 1)]
    words = [alternatives(book) for book in books]
    assert len(words[0]) == len(words[1]) > 0
    assert not set(words[0]) & set(words[1])
    for book in books:
        assert 80 <= len(book.metadata["description"]) <= 155
        assert not [cell.source for cell in book.cells if re.search("[«»]", cell.source)]


@BOTH
@EVERY
def test_a_notebook_draws_in_the_colours_of_the_page(name: str, n: int) -> None:
    """Otherwise a plot cannot be read in the dark."""
    book = nbformat.read(TOOL.path_of(name, n), as_version=4)
    plots = [
        output.data["image/svg+xml"] for cell in book.cells for output in cell.get("outputs", []) if "data" in output
    ]
    assert {colour for plot in plots for colour in re.findall(r"#[0-9a-f]{6}\b(?=[;\"])", plot)} <= COLOURS.keys()


@EVERY
def test_a_notebook_is_light_and_every_plot_is_named(name: str, built: Path) -> None:
    """At most 60 KB as sent; drawings in the page, no pictures without words."""
    for path, n in ((built, 0), (built / "en", 1)):
        html = (path / "modules" / name / "index.html").read_text(encoding="utf-8")
        assert len(gzip.compress(html.encode(), 6)) <= 60_000
        assert "<img" not in html.split('class="jupyter-wrapper"')[1].split("</article>")[0]
        for words in alternatives(nbformat.read(TOOL.path_of(name, n), as_version=4)):
            assert html.count('role="img" aria-label="' + words.replace("&", "&amp;").replace('"', "&quot;")) == 1


def test_a_plot_becomes_a_drawing_with_a_name_and_ids_of_its_own() -> None:
    """In the page's colours, twice on one page."""
    html = drawn(slim(f"<div>{shown(PLOT)}</div><div>{shown(PLOT)}</div>"), notebook_of('Twee "staven"', "Een lijn"))
    assert "<img" not in html
    assert html.count('<figure class="sst-figure"><svg') == 2
    assert 'aria-label="Twee &quot;staven&quot;"' in html
    assert 'aria-label="Een lijn"' in html
    assert {'id="n1-m1"', 'href="#n1-m1"', "url(#n1-p1)", 'id="n2-m1"', 'href="#n2-m1"'} <= set(
        re.findall(r'id="[^"]*"|href="[^"]*"|url\([^)]*\)', html)
    )
    assert "fill: var(--sst-accent)" in html
    assert "#00544d" not in html


@pytest.mark.parametrize(
    ("content", "alts"),
    [
        (shown(PLOT), [None]),
        (shown(PLOT), ["   "]),
        (shown(PLOT), []),
        (shown(PLOT), ["Een", "Twee"]),
        ('<img src="data:image/png;base64,AAAA">', ["Een"]),
        (shown(PLOT.replace("<use ", "<script ")), ["Een"]),
        (shown("<svg"), ["Een"]),
    ],
    ids=["no words", "blank", "not in the notebook", "not on the page", "a photograph", "a script", "broken"],
)
def test_a_plot_without_words_stops_the_build(content: str, alts: list[str | None]) -> None:
    """And so does one that is no plain drawing."""
    with pytest.raises(NotebookProblem):
        drawn(content, notebook_of(*alts))
