"""The comparison as one HTML page, as the report: to keep, or to print on A4."""

from __future__ import annotations

from sst_training.model.markup import element
from sst_training.model.phrases import Phrases
from sst_training.sheets.report_page import page
from sst_training.sheets.sections import Section
from sst_training.sheets.sections_html import sections_html


def comparison_html(title: str, who: str, sections: list[Section], status: str, say: Phrases) -> str:
    """The whole page."""
    return page(
        title,
        say.lang,
        element("header", element("h1", title), element("p", who)),
        sections_html(sections),
        element("footer", element("p", element("strong", status)), element("p", say("score.local"))),
    )
