"""The page that a report or a comparison stands on: no script, nothing from elsewhere, light and dark, A4."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources

from sst_training.model.markup import Html, element, join, void

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@functools.cache
def stylesheet() -> Html:
    """Our own stylesheet; it holds no text of a user."""
    return Html(resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8"))


def page(title: str, lang: str, *inner: Html) -> str:
    """The whole page. Every text is escaped on the way in."""
    head = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=POLICY),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="robots", content="noindex"),
        void("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", stylesheet()),
    )
    return "<!doctype html>\n" + element("html", head, element("body", element("main", *inner)), lang=lang) + "\n"


def section(name: str, title: str, *inner: str, class_: str = "card") -> Html:
    """A part with its heading."""
    return element("section", element("h2", title, id=name), *inner, class_=class_, aria_labelledby=name)


def pairs(rows: Sequence[tuple[str, str]], class_: str) -> Html:
    """Names with what belongs to them."""
    return element("dl", *(join(element("dt", name), element("dd", what)) for name, what in rows), class_=class_)
