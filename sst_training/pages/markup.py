"""Writes HTML and front matter. Every text of a card passes through `esc` here, and nowhere else.

Generated HTML is one line a block: Markdown then takes it as it is (no line of it can begin a fence,
a definition or a heading), whatever a card says.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|>])")
"""What Markdown lets one escape with a backslash."""


def esc(text: str) -> str:
    """A plain text as HTML, for content and for attributes alike; white space runs together."""
    return html.escape(" ".join(CONTROL.sub(" ", text).split()), quote=True)


def esc_markdown(text: str) -> str:
    """A plain text as Markdown that shows exactly these words."""
    return MARKDOWN.sub(r"\\\1", " ".join(CONTROL.sub(" ", text).split()).replace("&", "&amp;").replace("<", "&lt;"))


def tag(name: str, content: str = "", /, **attributes: str | bool | int | None) -> str:
    """An element. `content` is HTML already; attributes are texts. `class_` is class, `data_x` is data-x.

    True writes the bare name, None and False write nothing.
    """
    written = ""
    for key, value in attributes.items():
        label = key.rstrip("_").replace("_", "-")
        if value is True:
            written += f" {label}"
        elif value is not None and value is not False:
            written += f' {label}="{esc(str(value))}"'
    return f"<{name}{written}>{content}</{name}>"


def paragraphs(text: str) -> str:
    """A text of paragraphs: an empty line makes a new one."""
    return "".join(tag("p", esc(part)) for part in re.split(r"\n\s*\n", text) if part.strip())


def items(texts: Iterable[str], name: str = "ul", **attributes: str | bool | int | None) -> str:
    """A list of HTML pieces; nothing when there are none."""
    written = "".join(tag("li", text) for text in texts)
    return tag(name, written, **attributes) if written else ""


def front_matter(**fields: str | int | bool) -> str:
    """YAML front matter; JSON values are YAML values."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{lines}---\n\n"


def document(title: str, description: str, *blocks: str, **fields: str | int | bool) -> str:
    """A whole Markdown page: front matter, heading, blocks. Title and description are sentences of ours."""
    body = "\n\n".join(block for block in blocks if block)
    return f"{front_matter(title=title, description=description, **fields)}# {title}\n\n{body}\n"
