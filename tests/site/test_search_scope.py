"""What the search leaves out."""

from __future__ import annotations

from sst_training.pages.search_scope import narrowed, narrowed_notebook


def test_talks_and_made_lists_are_left_out() -> None:
    """Each gets the mark that the search plugin reads."""
    for part in ('<div class="admonition talk">', '<ul class="sst-list">', '<table class="sst-plan">'):
        assert narrowed(part) == part[:-1] + " data-search-exclude>"


def test_running_text_stays_in() -> None:
    """Paragraphs, notes and plain lists are searched."""
    page = '<p>talk</p><ul><li>x</li></ul><div class="admonition note">talk</div><div class="talkative">x</div>'
    assert narrowed(page) == page


def test_a_notebook_is_found_by_its_headings() -> None:
    """Prose, code and tables are left out."""
    page = "<h2>h</h2><p>x</p><div><pre>y</pre></div>"
    assert narrowed_notebook(page) == page.replace("<p", "<p data-search-exclude", 1).replace(
        "<pre", "<pre data-search-exclude"
    )
