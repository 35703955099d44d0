"""Every generated page, made of cards whose every text is hostile, through the real Markdown."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
from mkdocs.config import load_config

from sst_training.pages import cli_reference, glossary, module_page
from sst_training.pages.citations import Citations
from sst_training.pages.generated import PAGES
from sst_training.pages.site import Site

COMMAND = '<img src=x onerror=alert(1)> "><script>alert(2)</script> `x` [b](javascript:y)'
META = {"module": "m01", "minutes": 60, "summary": COMMAND, "objectives": [COMMAND], "key_points": [COMMAND]}
ALLOWED = frozenset(
    {
        *("a", "abbr", "article", "blockquote", "button", "cite", "code", "dd", "details", "div", "dl", "dt", "em"),
        *("form", "h1", "h2", "h3", "i", "label", "li", "ol", "option", "p", "pre", "section", "select", "small"),
        *("span", "strong", "summary", "ul"),
    }
)


class Reader(HTMLParser):
    """Collects elements, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def render(root: Path) -> Any:
    """Markdown as mkdocs.yml sets it up."""
    config = load_config(str(root / "mkdocs.yml"))

    def to_html(text: str) -> str:
        body = text.split("---\n", 2)[-1]
        return markdown.markdown(
            body, extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
        )

    return to_html


def check(html: str) -> Reader:
    """Reads a page and looks for anything a card could have smuggled in."""
    reader = Reader()
    reader.feed(html)
    assert reader.tags <= ALLOWED
    assert not [name for name, _ in reader.attributes if name.startswith("on")]
    links = [value or "" for name, value in reader.attributes if name == "href"]
    assert not [link for link in links if not link.startswith(("#", "../", "https://doi.org/", "history/", "./"))]
    assert "\x1b" not in html
    assert reader.open == []
    return reader


@pytest.mark.parametrize("source", PAGES)
def test_a_hostile_card_stays_text(source: str, hostile: Site, render: Any) -> None:
    """No element, handler or link of a card's making; its words are on the page as they are."""
    reader = check(render(PAGES[source](hostile)))
    assert "<script>alert(2)</script>" in reader.text
    assert "{{ x }}" in reader.text
    assert "[x](javascript:y)" in reader.text


def test_hostile_front_matter_stays_text(hostile: Site, render: Any) -> None:
    """A module page's summary, objectives and key points are text too; so are its cards and quiz."""
    cite = Citations(hostile.library.references, hostile.phrases, "modules/what-is-sst.md")
    page = module_page.decorate(hostile, "modules/what-is-sst.md", "# Titel\n\nTekst.", META, cite)
    assert COMMAND in check(render(page)).text


def test_hostile_command_help_stays_text(hostile: Site, render: Any) -> None:
    """What the command line says of itself is text."""
    told = cli_reference.Described("sst x", COMMAND, COMMAND, (cli_reference.Param(COMMAND, COMMAND),), COMMAND)
    assert check(render(cli_reference.page(hostile, (told,)))).text.count(COMMAND) == 5


def test_hostile_terms_stay_text_in_hover(hostile: Site, render: Any) -> None:
    """A definition in an attribute cannot leave it."""
    check(render("# T\n\nabbr b x\n\n" + "\n\n".join(glossary.hover(hostile).values())))


def test_a_hostile_reference_stays_text_in_a_citation(hostile: Site, render: Any) -> None:
    """The label of a citation in running text shows the reference's own signs."""
    cite = Citations(hostile.library.references, hostile.phrases, "modules/x.md")
    reader = check(render("# T\n\n" + cite.in_markdown("Zo [@talmon-1990].")))
    assert "<script>alert(2)</script>" in reader.text
