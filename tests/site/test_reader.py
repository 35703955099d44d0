"""The course as a book: what a page says becomes blocks, and the built PDF holds every module."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from sst_training.library import open_library
from sst_training.pages.reader import blocks, without_works


def test_running_text_keeps_its_emphasis_and_its_links_out() -> None:
    """Bold and italics stay; a link inside the course is only words, one to elsewhere keeps its address."""
    page = '<p>Eén <strong>idee</strong>, <em>klein</em>. <a href="../x/">hier</a> <a href="https://a.nl/">daar</a></p>'
    (block,) = blocks(page)
    assert block == {
        "kind": "para",
        "runs": [
            {"t": "Eén "}, {"t": "idee", "b": True}, {"t": ", "}, {"t": "klein", "i": True}, {"t": ". "}, {"t": "hier"},
            {"t": " "}, {"t": "daar", "href": "https://a.nl/"},
        ],
    }  # fmt: skip


def test_what_only_works_on_a_screen_stays_out() -> None:
    """Anchors, buttons, trainer notes, and a quiz together with its heading."""
    page = (
        '<h2 id="a">Kop<a class="headerlink" href="#a">¶</a></h2><p>tekst<button>druk</button></p>'
        '<div class="admonition trainer"><p>geheim</p></div>'
        '<h2 id="q">Toets jezelf</h2><p>Kies.</p><div class="sst-quiz"><section>x</section></div>'
    )
    assert [(block["kind"], block["runs"][0]["t"]) for block in blocks(page)] == [("heading", "Kop"), ("para", "tekst")]


def test_a_talk_is_a_note_with_its_title() -> None:
    """Who speaks stays bold."""
    page = (
        '<div class="admonition talk"><p class="admonition-title">Minuut 3</p><p><strong>Cliënt:</strong> Ja.</p></div>'
    )
    (note,) = blocks(page)
    assert (note["kind"], note["style"]) == ("note", "talk")
    assert [part["kind"] for part in note["blocks"]] == ["title", "para"]


def test_a_figure_keeps_its_alternative_and_gets_light_colours() -> None:
    """No variable of a style sheet is left in the drawing."""
    page = (
        '<figure class="sst-figure"><svg viewBox="0 0 10 20" aria-label="een lijn"><rect style="fill:var(--sst-ink, #111)"/>'
        "<text>a &amp; b</text></svg><figcaption>Bron</figcaption></figure>"
    )
    (figure,) = blocks(page)
    assert (figure["alt"], figure["ratio"]) == ("een lijn", 2.0)
    assert "fill:#111" in figure["svg"]
    assert "a &amp; b" in figure["svg"]


def test_a_module_sends_to_the_list_of_works() -> None:
    """A citation leads to its work; the page's own list, with its heading, is not printed twice."""
    page = (
        '<p>Zo (<a href="../../references/#talmon-1990">Talmon, 1990</a>).</p><h2>Bronnen</h2>'
        '<ul class="sst-refs"><li id="talmon-1990"><span>Talmon</span></li></ul>'
    )
    told = blocks(page)
    assert told[0]["runs"][1] == {"t": "Talmon, 1990", "work": "talmon-1990"}
    assert told[2]["items"][0]["id"] == "talmon-1990"
    assert without_works(told) == told[:1]


def test_a_command_is_printed_and_its_links_are_not() -> None:
    """A sentence that ends in a colon is followed by what it announces."""
    page = (
        '<p>Trek zo:</p><ul class="sst-draw"><li><a href="x">Trek</a></li></ul><p class="sst-quietly">Of:</p>'
        '<div class="highlight"><pre><span></span><code>sst roleplay --skill focus\n</code></pre></div>'
    )
    assert [block.get("text", block["kind"]) for block in blocks(page)] == ["para", "sst roleplay --skill focus"]


def test_a_table_gives_long_columns_more_room() -> None:
    """The first row is the head."""
    (table,) = blocks(
        "<table><tr><th>Nr</th><th>Wat</th></tr><tr><td>1</td><td>" + "woord " * 20 + "</td></tr></table>"
    )
    assert table["widths"][1] > 3 * table["widths"][0]
    assert len(table["rows"]) == 2


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_built_book_holds_every_module_and_its_works(lang: str, built: Path) -> None:
    """In their order, with contents and references; nothing that only the trainer or the quiz says."""
    path = built / ("reader.nl.pdf" if lang == "nl" else "en/reader.en.pdf")
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    plain = re.sub(r"\s+", " ", text.replace("\u00ad\n", ""))
    titles = [module.title[lang] for module in open_library().modules]
    places = [plain.rindex(title) for title in titles]
    assert len(places) == 16
    assert plain.index(titles[0]) < plain.index(titles[-1])
    assert "doi.org/" in plain
    pages = text.split("\f")[:-1]
    assert [at for at, page in enumerate(pages, 1) if len(page.split()) < 25] == [], "nearly empty pages"
    assert {"nl": "Voor de trainer", "en": "For the trainer"}[lang] not in plain
    question = open_library().questions[0]
    assert question.stem[lang][:60] not in plain
