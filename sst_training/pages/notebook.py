"""A notebook's page, slimmed: nbconvert's 575 KB of styles go (ours are in site.css), wide cells can be scrolled by key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

STYLE = re.compile(r"<style\b[^>]*>.*?</style>", re.S | re.I)
SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.S | re.I)
PRE = re.compile(r"<pre(?![^>]*\btabindex)(?=[\s>])")
COPY = re.compile(r"<clipboard-copy\b.*?</clipboard-copy>|<div class=\"clipboard-copy-txt\"[^>]*>.*?</div>", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
STOP = re.compile(r"(<div class=\"jp-Cell-inputWrapper\") tabindex=\"0\"")
PILCROW = re.compile(r"<a class=\"anchor-link\"[^>]*>.*?</a>", re.S)


def slim(content: str) -> str:
    """The cells and their outputs, without nbconvert's own styles, scripts, copy buttons and a key stop a cell."""
    for pattern in (STYLE, SCRIPT, COPY, COMMENT, PILCROW):
        content = pattern.sub("", content)
    return focusable(STOP.sub(r"\1", content))


def described(notebook: Mapping[str, Any], most: int = 155) -> dict[str, str]:
    """A notebook's description: its own metadata, else the first sentences of its first paragraph, `most` signs long."""
    held = notebook.get("metadata", {})
    if "description" in held:
        return {"description": str(held["description"])}
    text = "".join("".join(cell["source"]) + "\n\n" for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    first = next((part for part in re.split(r"\n\s*\n", text) if part.strip() and not part.startswith("#")), "")
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*`]", r"\1", " ".join(first.split()))
    words = ""
    for sentence in re.split(r"(?<=[.!?])\s+", plain):
        if words and len(words) + 1 + len(sentence) > most:
            break
        words = f"{words} {sentence}".strip()
    return {"description": words[:most]}


def focusable(content: str) -> str:
    """Every block of code can be reached, and so scrolled, by keyboard (axe: scrollable-region-focusable)."""
    return PRE.sub('<pre tabindex="0"', content)
