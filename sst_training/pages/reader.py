"""A page of the course as plain blocks, for the printed reader.

The reader is made from what the site shows, so that the two cannot differ: a page's HTML is read into headings,
paragraphs, lists, tables, notes and figures, and the template `reader` sets those. What only works on a screen
(switches, quizzes, buttons) stays out, and so do the notes for trainers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any, Final

from sst_training.pages.site import Site, module_source

Block = dict[str, Any]
Run = dict[str, Any]
"""A piece of text: `t`, and `b`, `i`, `code`, `href` or `work` (the id of what it cites) where it is so."""

VOID: Final = {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "source"}
SILENT: Final = {"script", "style", "template", "button", "label", "progress", "summary"}
LEFT_OUT: Final = re.compile(
    r"\b(headerlink|sst-quiz|sst-read|sst-how-long|sst-ten|sst-place|sst-minutes|sst-chips|sst-for-trainer|trainer"
    r"|sst-chip|sst-tool|sst-bar|sst-trainer-word|sst-how-far|sst-where|sst-aids|sst-draw|sst-quietly)\b"
)
NOTES: Final = {"talk": "talk", "warning": "warning", "note": "note", "sst-key": "key", "sst-opening": "opening"}
STYLES: Final = {"strong": "b", "b": "b", "em": "i", "i": "i", "cite": "i", "code": "code"}
BLOCKS: Final = {"p", "ul", "ol", "table", "blockquote", "figure", "div", "section", "details", "article", "dl", "pre"}
CITED: Final = re.compile(r"(?:^|/)references/#([a-z0-9-]+)$")
COLOUR: Final = re.compile(r"var\(--[\w-]+,\s*([^)]+)\)")
SPACE: Final = re.compile(r"\s+")


BACK: Final = ("modules/one-session.md", "modules/phases.md", "modules/behind-the-figures.md", "references.md")
"""What stands behind the modules."""


def sources(site: Site) -> list[str]:
    """The pages of the reader, in its order."""
    return [source for module in site.library.modules if (source := module_source(module.slug)) in site.pages] + [*BACK]


def chapters(site: Site, shown: Mapping[str, tuple[str, str]]) -> list[dict[str, Any]]:
    """The chapters from the pages as they are shown: `shown` holds title and HTML by source.

    The works stand once, in the last chapter; a module's own list of them stays on its page.
    """
    numbers = {module_source(module.slug): int(module.id[1:]) for module in site.library.modules}
    return [
        {
            "key": re.sub(r"\W", "-", source),
            "over": site.phrases("page.reader.module", number=numbers[source]) if source in numbers else "",
            "title": shown[source][0],
            "blocks": blocks(shown[source][1]) if source == BACK[-1] else without_works(blocks(shown[source][1])),
        }
        for source in sources(site)
        if source in shown
    ]


def words(site: Site, date: str) -> dict[str, str]:
    """The sentences of the title page and the contents. `date` is the day it was made, as YYYY-MM-DD."""
    say = site.phrases
    return {
        "title": say("page.reader.title"),
        "subtitle": say("page.reader.subtitle"),
        "contents": say("page.reader.contents"),
        "colophon": say("page.reader.colophon", date=date),
    }


def without_works(them: list[Block]) -> list[Block]:
    """The blocks without a list of works and the heading over it."""
    found: list[Block] = []
    for one in them:
        if one["kind"] != "works":
            found.append(one)
        elif found and found[-1]["kind"] == "heading":
            found.pop()
    return found


class Node:
    """An element with its attributes and what is in it, in order: nodes and texts."""

    def __init__(self, name: str, attributes: dict[str, str], raw: str = "") -> None:
        self.name = name
        self.attributes = attributes
        self.raw = raw
        self.inside: list[Node | str] = []

    @property
    def classes(self) -> str:
        """Its classes as they are written."""
        return self.attributes.get("class", "")

    @property
    def shown(self) -> bool:
        """Whether it belongs on paper."""
        return self.name not in SILENT and not LEFT_OUT.search(self.classes)


class Tree(HTMLParser):
    """Reads HTML into nodes; the text of an SVG is kept as it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("article", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        node = Node(tag, {name: value or "" for name, value in attrs}, self.get_starttag_text() or "")
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that holds nothing."""
        self.open[-1].inside.append(
            Node(tag, {name: value or "" for name, value in attrs}, self.get_starttag_text() or "")
        )

    def handle_endtag(self, tag: str) -> None:
        """Closes the nearest of that name."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].name == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        """Text."""
        self.open[-1].inside.append(data)


def blocks(html: str) -> list[Block]:
    """What a page says, block by block, without its title."""
    tree = Tree()
    tree.feed(html)
    tree.close()
    return inside(tree.root)


def inside(node: Node) -> list[Block]:
    """The blocks in an element; loose text between them is a paragraph."""
    found: list[Block] = []
    loose: list[Node | str] = []

    def settle() -> None:
        runs = trimmed(runs_of(loose))
        if runs:
            found.append({"kind": "para", "runs": runs})
        loose.clear()

    for part in node.inside:
        if isinstance(part, str) or not (part.name in BLOCKS or re.fullmatch(r"h[1-6]", part.name)):
            if isinstance(part, str) or part.shown:
                loose.append(part)
            continue
        settle()
        if part.shown:
            found.extend(block(part))
        elif "sst-quiz" in part.classes:
            while found and found.pop()["kind"] != "heading":
                pass  # a quiz takes its heading and its first line along
    settle()
    return found


def block(node: Node) -> list[Block]:
    """One element as blocks."""
    name = node.name
    if name == "h1":
        return []
    if re.fullmatch(r"h[2-6]", name):
        return [{"kind": "heading", "level": int(name[1]), "runs": trimmed(runs_of(node.inside))}]
    if name == "p":
        if "admonition-title" in node.classes:
            return [{"kind": "title", "runs": trimmed(runs_of(node.inside))}]
        runs = trimmed(runs_of(node.inside))
        return [{"kind": "para", "runs": runs}] if runs else []
    if name in ("ul", "ol"):
        rows = [item for item in node.inside if isinstance(item, Node) and item.name == "li"]
        if "sst-refs" in node.classes:
            works = [{"id": row.attributes.get("id", ""), "blocks": inside(row)} for row in rows]
            return [{"kind": "works", "items": works}]
        told = [inside(row) for row in rows]
        return [{"kind": "list", "ordered": name == "ol", "items": [blocks for blocks in told if blocks]}]
    if name == "table":
        return [table(node)]
    if name == "figure":
        return figure(node)
    if name == "blockquote":
        return [{"kind": "quote", "blocks": inside(node)}]
    if name == "pre":
        return [{"kind": "code", "text": "".join(texts(node)).strip("\n")}]
    for mark, style in NOTES.items():
        if re.search(rf"(^|\s){mark}(\s|$)", node.classes):
            return [{"kind": "note", "style": style, "blocks": inside(node)}]
    return inside(node)


def table(node: Node) -> Block:
    """A table: rows of cells, each cell runs; the first row is its head. `widths` are shares of the page's width."""
    rows = [
        [trimmed(runs_of(cell.inside)) for cell in row.inside if isinstance(cell, Node) and cell.name in ("th", "td")]
        for row in every(node, "tr")
    ]
    columns = max((len(row) for row in rows), default=1)
    wide = [max(sum(len(run["t"]) for run in row[i]) for row in rows if i < len(row)) for i in range(columns)]
    return {"kind": "table", "widths": [max(2.5, length**0.5) for length in wide], "rows": rows}


def texts(node: Node) -> list[str]:
    """Every piece of text in an element, as it stands."""
    return [text for part in node.inside for text in ([part] if isinstance(part, str) else texts(part))]


def figure(node: Node) -> list[Block]:
    """A drawing with its text alternative and its caption; its colours are those of a light page."""
    svg = next(iter(every(node, "svg")), None)
    caption = next(iter(every(node, "figcaption")), None)
    if svg is None:
        return []
    drawing = COLOUR.sub(r"\1", written(svg)).replace("font-family:inherit", "font-family:'Source Sans 3'")
    words = trimmed(runs_of(caption.inside)) if caption else []
    width, height = (float(side) for side in svg.attributes["viewbox"].split()[2:])
    alt = svg.attributes.get("aria-label", "")
    return [{"kind": "figure", "svg": drawing, "alt": alt, "ratio": height / width, "caption": words}]


def written(node: Node) -> str:
    """An element of an SVG as text again."""
    if not node.inside:
        return node.raw if node.raw.endswith("/>") else f"{node.raw}</{node.name}>"
    content = "".join(escaped(part) if isinstance(part, str) else written(part) for part in node.inside)
    return f"{node.raw}{content}</{node.name}>"


def escaped(text: str) -> str:
    """Text between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def every(node: Node, name: str) -> list[Node]:
    """All elements of a name in an element, in order."""
    found = []
    for part in node.inside:
        if isinstance(part, Node):
            found += [part] if part.name == name else []
            found += every(part, name)
    return found


def runs_of(parts: list[Node | str], **style: Any) -> list[Run]:
    """Text with its style. Links go along when they lead out of the course or to a work."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            words = SPACE.sub(" ", part)
            if words:
                runs.append({"t": words, **style})
        elif part.name == "br":
            runs.append({"t": "\n", **style})
        elif part.shown:
            more = dict(style)
            if part.name in STYLES:
                more[STYLES[part.name]] = True
            if part.name == "a" and part.attributes.get("href", "").startswith(("http://", "https://")):
                more["href"] = part.attributes["href"]
            if part.name == "a" and (cited := CITED.search(part.attributes.get("href", ""))):
                more["work"] = cited[1]
            runs += [{"t": " · ", **style}] if "sst-line" in part.classes else []
            more_runs = runs_of(part.inside, **more)
            runs += (
                [{"t": " (", **style}, *more_runs, {"t": ")", **style}] if "sst-badge" in part.classes else more_runs
            )
    return runs


def trimmed(runs: list[Run]) -> list[Run]:
    """The runs without white space at their ends, and none that says nothing."""
    found = [dict(run) for run in runs if run["t"]]
    while found and not found[0]["t"].strip():
        found.pop(0)
    while found and not found[-1]["t"].strip():
        found.pop()
    if found:
        found[0]["t"] = found[0]["t"].lstrip()
        found[-1]["t"] = found[-1]["t"].rstrip()
    return found
