"""modules/closing-check.md: the questions of start code 1 inside the element that deals others.

Without a script the page is a worksheet: each answer opens its own feedback, and each question says which heading
teaches it. With one, the element takes the worksheet's place.
"""

from __future__ import annotations

import re

from sst_training.draw.knowledge_check import knowledge_check
from sst_training.pages import quiz
from sst_training.pages.markup import tag
from sst_training.pages.site import Site

SOURCE = "modules/closing-check.md"
FIRST = "1"
"""The start code of the worksheet, and of a visitor who gives none."""

ELEMENT = re.compile(r"(<sst-check>)(.*?)(</sst-check>)", re.S)


def worksheet(site: Site) -> str:
    """The questions of the first start code, numbered as they are asked."""
    held = {card.id: card for card in site.library.questions}
    asked = knowledge_check(site.library.questions, FIRST).questions
    body = "".join(
        quiz.question(site, number, held[one.id], SOURCE, one.options, "h2")
        for number, one in enumerate(asked, start=1)
    )
    return tag("div", body, class_="sst-quiz")


def filled(site: Site, content: str) -> str:
    """The page's HTML with the worksheet behind the element's own line."""
    sheet = worksheet(site)
    return ELEMENT.sub(lambda match: f"{match[1]}{tag('p', match[2].strip())}{sheet}{match[3]}", content, count=1)
