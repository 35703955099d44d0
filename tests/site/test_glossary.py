from __future__ import annotations

from collections.abc import Callable

from sst_training.pages import glossary
from sst_training.pages.site import Site

A = '<abbr title="uitleg">focus</abbr>'


def test_a_term_is_explained_at_its_first_place_only() -> None:
    """The second time it is plain text."""
    assert glossary.thin(f"<p>{A} en {A}</p>") == f"<p>{A} en focus</p>"


def test_headings_and_links_stay_bare() -> None:
    """No dotted lines in a heading, a link or a caption; the first place in running text counts."""
    html = f"<h2>{A}</h2><p><a href='x'>{A}</a> {A}</p>"
    assert glossary.thin(html) == f"<h2>focus</h2><p><a href='x'>focus</a> {A}</p>"


def test_hover_has_the_terms_of_its_language(site: Callable[[str], Site]) -> None:
    """Each term gives a line for the abbr extension, also with a capital."""
    forms = glossary.hover(site("nl"))
    term = glossary.live(site("nl"))[0].term["nl"]
    assert forms[term].startswith(f"*[{term}]: ")
    assert f"{term[:1].upper()}{term[1:]}" in forms


def test_a_page_gets_only_the_terms_it_has() -> None:
    """Each definition is a block of its own; what the page does not say is left out."""
    forms = {"focus": "*[focus]: one thing", "scale": "*[scale]: a line"}
    assert glossary.explained("One focus.", forms) == "One focus.\n\n*[focus]: one thing\n"


def test_terms_stand_in_the_order_of_the_language(site: Callable[[str], Site]) -> None:
    """English is sorted in English."""
    names = [term.term["en"].casefold() for term in glossary.live(site("en"))]
    assert names == sorted(names)
