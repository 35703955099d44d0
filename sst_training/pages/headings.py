"""The headings of a written page and the anchors they get, so that another page can link to one of them.

The anchors are made as Python-Markdown's `toc` makes them: the same slugs, and `_1` behind one that is taken.
"""

from __future__ import annotations

import html
import re

from markdown.extensions.toc import slugify, unique  # type: ignore[import-untyped]

from sst_training.pages.site import Heading

FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1`*~*\s*$", re.M | re.S)
HEADING = re.compile(r"^(#{1,6}) +(.+?)(?:\s+\{(?:[^}]*#(?P<own>[\w-]+))?[^}]*\})?\s*#*$", re.M)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"[*`]|<[^>]+>")


def sections(markdown: str) -> tuple[Heading, ...]:
    """The headings of the second level, in their order; 1-based they are what `section` of a question counts."""
    taken: set[str] = set()
    found = []
    for match in HEADING.finditer(FENCE.sub("", markdown)):
        title = html.unescape(MARKS.sub("", LINK.sub(r"\1", match[2]))).strip()
        anchor = match["own"] or unique(slugify(title, "-"), taken)
        taken.add(anchor)
        if len(match[1]) == 2:
            found.append(Heading(title, anchor))
    return tuple(found)
