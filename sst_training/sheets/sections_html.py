"""Sections as HTML: every text is escaped on the way in."""

from __future__ import annotations

from sst_training.model.markup import Html, element, join
from sst_training.sheets.report_page import section as part
from sst_training.sheets.sections import Block, Section

TONES = {"safety": "card safety untimed", "next": "card next", "plain": "card"}


def sections_html(sections: list[Section]) -> Html:
    """The sections one after another."""
    return join(
        *(
            part(one["name"], one["title"], *map(block_html, one["blocks"]), class_=TONES[one["tone"]])
            for one in sections
        )
    )


def block_html(block: Block) -> Html:
    """One block."""
    match block["kind"]:
        case "text":
            words = element("strong", block["text"]) if block["strong"] else block["text"]
            return element("p", words, class_="aside") if block["quiet"] else element("p", words)
        case "points":
            return element("ul", *(element("li", item) for item in block["items"]), class_="points")
        case "facts":
            rows = (join(element("dt", name), element("dd", what)) for name, what in block["rows"])
            return element("dl", *rows, class_="facts")
    return _table(block)


def _table(block: Block) -> Html:
    """A table. Roles are named, for on a phone the cells may be laid out otherwise."""
    columns = (element("th", cell, scope="col", role="columnheader") for cell in block["head"])
    body = (
        element(
            "tr",
            element("th", row[0], scope="row", role="rowheader"),
            *(element("td", cell, role="cell") for cell in row[1:]),
            role="row",
        )
        for row in block["rows"]
    )
    head = element("thead", element("tr", *columns, role="row"), role="rowgroup")
    return element("table", head, element("tbody", *body, role="rowgroup"), role="table", class_="plain")
