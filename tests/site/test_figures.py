from __future__ import annotations

from pathlib import Path

import pytest

from sst_training.pages.figures import FigureProblem, inline, place

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9"><title>t</title><g id="a"/><path fill="url(#a)"/></svg>'
IMG = '<p><img alt="Wat je ziet" src="figure:loop" title="Bijschrift" /></p>'


def keep(text: str) -> str:
    """A caption without citations."""
    return text


def test_a_figure_is_drawn_in_the_page(tmp_path: Path) -> None:
    """The drawing stands in a figure, named by its alternative, with its caption."""
    (tmp_path / "loop.nl.svg").write_text(SVG)
    drawn = place(IMG, tmp_path, "nl", keep)
    assert 'role="img"' in drawn
    assert 'aria-label="Wat je ziet"' in drawn
    assert "<figcaption>Bijschrift</figcaption>" in drawn
    assert "<img" not in drawn


def test_a_missing_figure_is_refused(tmp_path: Path) -> None:
    """A figure without a drawing in this language stops the build."""
    with pytest.raises(FigureProblem, match=r"loop\.nl\.svg"):
        place(IMG, tmp_path, "nl", keep)


def test_a_figure_without_alternative_is_refused(tmp_path: Path) -> None:
    """A drawing that nobody can hear is not published."""
    with pytest.raises(FigureProblem, match="text alternative"):
        place(IMG.replace("Wat je ziet", ""), tmp_path, "nl", keep)


def test_a_figure_inside_text_is_refused(tmp_path: Path) -> None:
    """A figure stands alone in its paragraph."""
    (tmp_path / "loop.nl.svg").write_text(SVG)
    with pytest.raises(FigureProblem, match="alone"):
        place(IMG.replace("<p>", "<p>Zie "), tmp_path, "nl", keep)


def test_ids_of_a_drawing_get_a_prefix() -> None:
    """Two figures on a page do not share ids, and what points at one still does."""
    drawn = inline(SVG, "x", "f2-")
    assert 'id="f2-a"' in drawn
    assert "url(#f2-a)" in drawn


@pytest.mark.parametrize(
    "bad",
    [
        "<script/>",
        '<path onclick="x()"/>',
        '<image href="https://x.org/a.png"/>',
        '<path style="fill:url(https://x.org/a)"/>',
        "<foreignObject/>",
    ],
)
def test_a_drawing_holds_nothing_but_drawing(bad: str) -> None:
    """Scripts, handlers and anything from elsewhere are refused."""
    with pytest.raises(FigureProblem):
        inline(SVG.replace("<g", f"{bad}<g"), "x", "")


def test_every_figure_exists_in_both_languages(root: Path) -> None:
    """A drawing has a twin."""
    folder = root / "docs" / "assets" / "figures"
    names = {lang: {path.name.split(".")[0] for path in folder.glob(f"*.{lang}.svg")} for lang in ("nl", "en")}
    assert names["nl"] == names["en"]
