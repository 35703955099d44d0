"""A notebook's page: slimmed, with its plots drawn in and named, and wide cells that can be scrolled by key.

nbconvert's 575 KB of styles go (ours are in site.css). It calls every plot a picture without a description; here the plot
becomes a drawing in the page's colours, named by what its cell's metadata says under `alt`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from sst_training.pages.markup import tag

STYLE = re.compile(r"<style\b[^>]*>.*?</style>", re.S | re.I)
SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.S | re.I)
PRE = re.compile(r"<pre(?![^>]*\btabindex)(?=[\s>])")
COPY = re.compile(r"<clipboard-copy\b.*?</clipboard-copy>|<div class=\"clipboard-copy-txt\"[^>]*>.*?</div>", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
STOP = re.compile(r"(<div class=\"jp-Cell-inputWrapper\") tabindex=\"0\"")
PILCROW = re.compile(r"<a class=\"anchor-link\"[^>]*>.*?</a>", re.S)
PICTURE = re.compile(r"<img\b[^>]*>")
PLOT = re.compile(r"<img\b[^>]*\bsrc=\"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\"[^>]*>")

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
DRAWN = {"svg", "g", "defs", "path", "use", "clipPath", "rect"}
"""All a plot is made of; letters are paths too."""

COLOURS = {
    "#000000": "ink",
    "#1f2b29": "ink",
    "#52605c": "soft",
    "#00544d": "accent",
    "#a84a24": "accent-2",
    "#dcd7ca": "line",
    "#e6efec": "wash-2",
    "#ffffff": "card",
}
"""The colours that plots are drawn in, and the page's own that take their place, so that they suit the dark."""


class NotebookProblem(ValueError):
    """A plot without a text alternative, or one that is no plain drawing."""


def slim(content: str) -> str:
    """The cells and their outputs, without nbconvert's own styles, scripts, copy buttons and a key stop a cell."""
    for pattern in (STYLE, SCRIPT, COPY, COMMENT, PILCROW):
        content = pattern.sub("", content)
    return focusable(STOP.sub(r"\1", content))


def alternatives(notebook: Mapping[str, Any]) -> list[str]:
    """What each picture shows, in words, in the order of the notebook. Raises NotebookProblem where words lack."""
    found = []
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            if any(kind.startswith("image/") for kind in output.get("data", {})):
                words = str(cell["metadata"].get("alt", "")).strip()
                if not words:
                    raise NotebookProblem(f"{cell.get('id', 'a cell')}: a plot needs a text alternative")
                found.append(words)
    return found


def drawn(content: str, notebook: Mapping[str, Any]) -> str:
    """The page with each plot as a drawing in it, named by its text alternative."""
    words = alternatives(notebook)
    pictures = PICTURE.findall(content)
    if len(pictures) != len(words) or not all(map(PLOT.fullmatch, pictures)):
        raise NotebookProblem(f"{len(pictures)} pictures on the page, {len(words)} plots in the notebook")
    waiting = iter(enumerate(words, start=1))

    def draw(match: re.Match[str]) -> str:
        number, alternative = next(waiting)
        source = base64.b64decode(match[1]).decode("utf-8")
        return tag("figure", inline(source, alternative, f"n{number}-"), class_="sst-figure")

    return PLOT.sub(draw, content)


def inline(source: str, alternative: str, prefix: str) -> str:
    """A plot as an element of the page: named, in the page's colours, with ids of its own.

    At its widest, letters of 10 points are 15 pixels high: a little less than the text around it.
    """
    ElementTree.register_namespace("", SVG)
    try:
        root = ElementTree.fromstring(source)  # noqa: S314 - our own, and what it may hold is checked below
    except ElementTree.ParseError as cause:
        raise NotebookProblem(f"not well-formed: {cause}") from cause
    for element in root.iter():
        if element.tag.removeprefix(f"{{{SVG}}}") not in DRAWN:
            raise NotebookProblem(f"{element.tag} has no place in a plot")
        if (target := element.attrib.pop(f"{{{XLINK}}}href", None)) is not None:
            element.set("href", f"#{prefix}{target.removeprefix('#')}")
        for key, value in list(element.attrib.items()):
            if key == "id":
                element.set(key, prefix + value)
            elif "url(#" in value:
                element.set(key, value.replace("url(#", f"url(#{prefix}"))
            elif key == "style":
                element.set(key, coloured(value))
    width = float(root.attrib.pop("width").removesuffix("pt")) * 1.5
    root.attrib.pop("height")
    root.set("role", "img")
    root.set("aria-label", " ".join(alternative.split()))
    root.set("style", f"fill:var(--sst-ink);max-width:{width:.0f}px;margin:0 auto")
    return ElementTree.tostring(root, encoding="unicode")


def coloured(style: str) -> str:
    """A style in the page's colours."""
    return re.sub(r"#[0-9a-f]{6}", lambda m: f"var(--sst-{COLOURS[m[0]]})" if m[0] in COLOURS else m[0], style)


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
