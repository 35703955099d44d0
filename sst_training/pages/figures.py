"""`![what it shows](figure:NAME "caption")` → the drawing itself, inside the page, with its caption.

Inline, so that a figure takes the page's colours in light and dark (`--sst-ink` and so on). Markdown has
made an `<img>` of it by then; a figure that is not there stops the build.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from sst_training.pages.markup import esc, tag

SVG = "http://www.w3.org/2000/svg"
ALONE = re.compile(r'<p>\s*<img\b(?P<attributes>[^>]*\bsrc="figure:(?P<name>[a-z0-9-]+)"[^>]*?)\s*/?>\s*</p>')
ATTRIBUTE = re.compile(r'\b(alt|title)="([^"]*)"')
REFUSED = {"script", "foreignObject", "image", "iframe", "use", "a"}


class FigureProblem(ValueError):
    """A figure that is not there, not alone in its paragraph, without words, or not a plain drawing."""


def place(content: str, folder: Path, lang: str, cite: Callable[[str], str]) -> str:
    """A page's HTML with each figure drawn in it; `cite` turns citations in an escaped caption into links."""
    count = 0

    def draw(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        words = {key: html.unescape(value) for key, value in ATTRIBUTE.findall(match["attributes"])}
        if not words.get("alt") or not words.get("title"):
            raise FigureProblem(f"{match['name']}: a figure needs a text alternative and a caption")
        path = folder / f"{match['name']}.{lang}.svg"
        if not path.is_file():
            raise FigureProblem(f"{match['name']}: there is no {path.name} in {folder.name}/")
        drawing = inline(path.read_text(encoding="utf-8"), words["alt"], f"f{count}-")
        caption = tag("figcaption", cite(esc(words["title"])))
        return tag("figure", drawing + caption, class_="sst-figure", id=f"figure-{match['name']}")

    written = ALONE.sub(draw, content)
    if 'src="figure:' in written:
        raise FigureProblem("a figure must stand alone in its paragraph")
    return written


def inline(source: str, alternative: str, prefix: str) -> str:
    """A drawing as an element of the page: named by its text alternative, with ids of its own."""
    ElementTree.register_namespace("", SVG)
    try:
        root = ElementTree.fromstring(source)  # noqa: S314 - our own files, and the doctype is refused below
    except ElementTree.ParseError as cause:
        raise FigureProblem(f"not well-formed: {cause}") from cause
    if "<!" in source.replace("<!--", "") or root.tag != f"{{{SVG}}}svg":
        raise FigureProblem("not a plain SVG drawing")
    for parent in root.iter():
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag.split("}")[-1] in {"title", "desc", "metadata"}:
                parent.remove(child)
    for element in root.iter():
        if element.tag.split("}")[-1] in REFUSED:
            raise FigureProblem(f"<{element.tag.split('}')[-1]}> has no place in a figure")
        for key, value in list(element.attrib.items()):
            if key.lower().startswith("on") or "://" in value or value.lower().startswith("javascript"):
                raise FigureProblem(f"{key} has no place in a figure")
            element.set(key, re.sub(r"url\(#", f"url(#{prefix}", f"{prefix}{value}" if key == "id" else value))
    if "viewBox" not in root.attrib:
        raise FigureProblem("a figure needs a viewBox")
    for key in ("width", "height", "aria-labelledby", "aria-describedby", "id", "lang"):
        root.attrib.pop(key, None)
    root.set("role", "img")
    root.set("aria-label", " ".join(alternative.split()))
    return " ".join(ElementTree.tostring(root, encoding="unicode").split("\n"))
