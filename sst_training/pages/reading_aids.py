"""What helps a reader along: where one is in the course, what fits in ten minutes, a tick for what was read.

All but the tick shows without a script. `progress.js` keeps the ticks in the browser and shows them.
"""

from __future__ import annotations

import json

from sst_training.model.course import Module
from sst_training.pages.headings import sections
from sst_training.pages.markup import esc, tag
from sst_training.pages.site import Site, address, module_source

SPOKEN = ("tick", "tick_note", "read", "go_on", "next_up", "all_read", "count", "clear", "cleared", "not_kept")
"""The sentences that progress.js says."""


def readable(site: Site) -> list[Module]:
    """The modules that have a page, in the order of the course."""
    return [module for module in site.library.modules if module_source(module.slug) in site.pages]


def place(site: Site, module: str) -> str:
    """`You are here: 5 of 16`, with a dot for each module."""
    ids = [one.id for one in site.library.modules]
    here = site.phrases("page.place.here", at=ids.index(module) + 1, of=len(ids))
    dots = "".join(tag("i", "", data_module=one, class_="on" if one == module else None) for one in ids)
    return tag("p", esc(here) + tag("span", dots, class_="sst-trail", aria_hidden="true"), class_="sst-place")


def ten_minutes(site: Site, markdown: str) -> str:
    """The two parts of a module page that together fit in ten minutes; nothing where one is lacking."""
    say = site.phrases
    anchors = {heading.title: heading.anchor for heading in sections(markdown)}
    points, alone = (anchors.get(say(key)) for key in ("page.module.key_points", "page.module.try"))
    if not (points and alone):
        return ""
    first = tag("a", esc(say("page.module.key_points")), href=f"#{points}")
    then = tag("a", esc(say("page.module.ten.alone")), href=f"#{alone}")
    words = f"{tag('strong', esc(say('page.module.ten')))} {esc(say('page.module.ten.read'))} {first} "
    return tag("p", f"{words}{esc(say('page.module.ten.then'))} {then}.", class_="sst-ten")


def how_long(site: Site, answer: str) -> str:
    """The minutes, for a reader who asks: shown to all they discourage."""
    summary = tag("summary", esc(site.phrases("page.module.how_long")))
    return tag("details", summary + tag("p", esc(answer)), class_="sst-how-long")


def tick(module: str) -> str:
    """The foot of a module page, where `progress.js` lets a reader tick it as read."""
    return tag("div", "", class_="sst-read", data_module=module, hidden=True)


def course(site: Site) -> dict[str, str]:
    """What progress.js needs: the modules with their titles and addresses, and its sentences, both as JSON."""
    modules = [
        {"id": module.id, "title": site.phrases.text(module.title), "address": address(module_source(module.slug))}
        for module in readable(site)
    ]
    say = {key: site.phrases(f"page.place.{key}") for key in SPOKEN}
    return {"course": json.dumps(modules, ensure_ascii=False), "course_say": json.dumps(say, ensure_ascii=False)}
