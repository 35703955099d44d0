"""HTML built from elements, so that nothing reaches a page unescaped."""

from __future__ import annotations

import html


class Html(str):
    """Text that is markup already. Only `element` and `join` make it; all other text is escaped by them."""

    __slots__ = ()


def element(name: str, /, *inner: str, **attributes: str) -> Html:
    """An element. Inner text is escaped unless it is Html; `class_` and `aria_label` are written as HTML does."""
    shown = "".join(f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{shown}>{join(*inner)}</{name}>")


def void(name: str, /, **attributes: str) -> Html:
    """An element that has no content and no end."""
    return Html(element(name, **attributes).removesuffix(f"</{name}>"))


def join(*parts: str) -> Html:
    """Parts one after another, each escaped unless it is Html."""
    return Html("".join(part if isinstance(part, Html) else html.escape(part) for part in parts))
