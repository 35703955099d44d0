"""The browser tools in a page: custom elements, written in its Markdown as one line of HTML."""

from __future__ import annotations

import re

WRAPPED = re.compile(r"<p>\s*(<sst-[a-z-]+(?:\s[^>]*)?>.*?</sst-[a-z-]+>)\s*</p>", re.S)


def unwrapped(content: str) -> str:
    """The page with its tools outside paragraphs: Markdown takes an element it does not know for running text."""
    return WRAPPED.sub(r"\1", content)
