"""How a work is named where it is cited: `Talmon, 1990`."""

from __future__ import annotations

import re

from sst_training.model.course import Reference
from sst_training.model.phrases import Phrases


def label(work: Reference, phrases: Phrases) -> str:
    """How a work is named between brackets: `Talmon, 1990`."""
    return f"{who(work, phrases)}, {year(work, phrases)}"


def in_a_list(work: Reference, phrases: Phrases) -> str:
    """How a work is named at the head of a line in a reading list: `Talmon (1990)`."""
    return f"{who(work, phrases)} ({year(work, phrases)})"


def who(work: Reference, phrases: Phrases) -> str:
    """One surname, two, or the first and others."""
    names = [surname(author) for author in split_authors(work.authors)]
    if len(names) > 2 or work.authors.rstrip(" .").endswith("et al"):
        return phrases("page.cite.others", name=names[0])
    return " & ".join(names)


def year(work: Reference, phrases: Phrases) -> str:
    """The year as it is shown; what has none says so in the page's language."""
    return phrases("page.cite.no_date") if work.year == "n.d." else work.year


def split_authors(authors: str) -> list[str]:
    """`Weir, S., Wills, M., & Young, J.` → three authors. Semicolons part them too."""
    authors = re.sub(r"\s*\((eds?|red)\.\)", "", authors, flags=re.I)
    parts = re.split(r"\s*;\s*|,?\s+&\s+|(?<=\.),\s+|,?\s+et al\.?", authors)
    return [part.strip(" ,") for part in parts if part.strip(" ,.…")]


def surname(author: str) -> str:
    """What stands before the comma: `van Empel, H.` → `van Empel`."""
    return author.split(",")[0].strip()
