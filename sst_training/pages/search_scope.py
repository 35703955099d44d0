"""What the search leaves out: example talks, notes for trainers, lists made from the library, notebooks.

A reader searches for where something is explained; what is said again elsewhere only makes the index heavy,
and everybody who searches has to fetch it (DESIGN §8: 130 KB a language). The headings stay findable, but
for those of quiz questions, which only have a number.

Material's plugin knows an element that it leaves out by its name alone, so the mark must stand on one
that holds no other of the same name.
"""

from __future__ import annotations

import re

MARK = "data-search-exclude"
HEADING = f'{{: {MARK}="" }}'
"""Behind a heading in Markdown: the search leaves out all of its section."""
LEFT_OUT = re.compile(
    r'<(?P<open>(?:div|ul|table)\b[^>]*\bclass="(?:admonition talk|admonition trainer|sst-list|sst-plan)[ "][^>]*|h3\b[^>]*\bid="qu-[^>]*)>'
)
RUNNING = re.compile(r"<(p|ul|ol|dl|table|blockquote|pre|summary)\b")
CITED = re.compile(r'<a (?=href="[^"]*references/#)')


def narrowed(content: str) -> str:
    """The page with a mark, for the search plugin, on each part that it leaves out; citations among them."""
    return CITED.sub(f"<a {MARK} ", LEFT_OUT.sub(rf"<\g<open> {MARK}>", content))


def headings_only(content: str) -> str:
    """The same for a list made from the library: its cards are found by their titles."""
    return RUNNING.sub(rf"<\1 {MARK}", content)


def narrowed_notebook(content: str) -> str:
    """The same for a notebook: it is found by its headings; what it works out stands in the modules."""
    return headings_only(content)
