"""references.md: every work cited, how far it was checked, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Iterable

from sst_training.model.citing import year
from sst_training.model.course import Reference
from sst_training.pages.markup import document, esc, items, paragraphs, tag
from sst_training.pages.site import Site, href

SOURCE = "references.md"
STATUSES = ("confirmed", "amended", "unverified")


def page(site: Site) -> str:
    """The whole page: what the marks mean, then the works by first author and year."""
    say = site.phrases
    works = sorted(site.library.references, key=lambda work: (work.authors.casefold(), work.year, work.id))
    legend = "".join(
        tag("dt", badge(site, status)) + tag("dd", tag("p", esc(say(f"page.references.means.{status}"))))
        for status in STATUSES
    )
    return document(
        say("page.references.title"), say("page.references.description"),
        tag("p", esc(say("page.references.intro", count=len(works)))),
        f"## {say('page.references.marks')}", tag("dl", legend, class_="sst-legend"),
        f"## {say('page.references.works')}", listed(site, works), hover=False,
    )  # fmt: skip


def listed(site: Site, works: Iterable[Reference]) -> str:
    """The full list, with an anchor a work."""
    pieces = (
        tag(
            "li", line(site, work) + tag("div", paragraphs(site.phrases.text(work.note)), class_="sst-note"), id=work.id
        )
        for work in works
    )
    return tag("ul", "".join(pieces), class_="sst-refs", data_search_exclude="")


def short(site: Site, works: Iterable[Reference], here: str) -> str:
    """The works cited on one page, each linked to its note in the full list."""
    more = site.phrases("page.references.more")

    def link(work: Reference) -> str:
        words = f"{more}: {work.title}"
        return tag("a", esc(more), href=href(here, SOURCE, work.id), aria_label=words, class_="sst-how-far")

    pieces = (f"{line(site, work)} {link(work)}" for work in works)
    return items(pieces, class_="sst-refs", data_search_exclude="")


def badge(site: Site, status: str) -> str:
    """How far a work was checked, in words and colour."""
    return tag("span", esc(site.phrases(f"page.references.status.{status}")), class_=f"sst-badge sst-{status}")


def line(site: Site, work: Reference) -> str:
    """Authors (year). Title. Container. Link; badge."""
    words = f"{esc(work.authors)} ({esc(year(work, site.phrases))}). {tag('cite', esc(work.title))}."
    if work.container:
        words += f" {esc(work.container)}."
    for address in addresses(work):
        words += " " + tag("a", esc(address.removeprefix("https://").removeprefix("http://")), href=address)
    return tag("span", words, class_="sst-work") + " " + badge(site, work.status)


def addresses(work: Reference) -> list[str]:
    """Where a work can be found: by DOI, else by address. Anything but http(s) is no link."""
    if work.doi:
        return [f"https://doi.org/{work.doi.removeprefix('https://doi.org/')}"]
    return [work.url] if work.url and work.url.startswith(("https://", "http://")) else []
