"""What a module's page gets around its text: summary, objectives, key points, skills, exercises, quiz, works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sst_training.pages import cards, draw_links, gallery, observation_list, quiz, reading_aids, references
from sst_training.pages.citations import Citations
from sst_training.pages.markup import esc, items, tag
from sst_training.pages.search_scope import HEADING
from sst_training.pages.site import Site, href

TITLE = re.compile(r"^# .+$", re.M)
REQUIRED = ("minutes", "summary", "objectives", "key_points")


class ModuleProblem(ValueError):
    """A module page whose front matter lacks something, or names a module that is not."""


def decorate(site: Site, here: str, markdown: str, meta: Mapping[str, Any], cite: Citations) -> str:
    """The page's Markdown (citations already links) with everything around it. Raises ModuleProblem."""
    module = next((module for module in site.library.modules if module.id == meta.get("module")), None)
    missing = [field for field in REQUIRED if not meta.get(field)]
    title = TITLE.search(markdown)
    if module is None or missing or title is None:
        raise ModuleProblem(f"{here}: lacks {', '.join(missing) or 'a module of docs/modules.yaml, or a title'}")
    body = drawable(site, here, markdown[title.end() :].strip())
    after = [
        points(site, meta, cite),
        skills(site, here, module.skills),
        exercises(site, here, module.id),
        questions(site, here, module.id),
        works(site, here, cite),
    ]
    text = "\n\n".join([body, *filter(None, after)])
    top = opening(site, module.id, meta, cite, reading_aids.ten_minutes(site, f"{title[0]}\n\n{text}"))
    return "\n\n".join([title[0], top, text, reading_aids.tick(module.id)]) + "\n"


def drawable(site: Site, here: str, body: str) -> str:
    """The text with a link beside each command that draws. Raises ModuleProblem."""
    try:
        return draw_links.with_links(site, here, body)
    except draw_links.DrawProblem as cause:
        raise ModuleProblem(f"{here}: {cause}") from cause


def opening(site: Site, module: str, meta: Mapping[str, Any], cite: Citations, ten: str) -> str:
    """The box below the title: where you are, in short, what you can do afterwards, and what fits in ten minutes."""
    say = site.phrases
    words = cards.chips([cards.chip(say("page.modules.number", number=int(module[1:])), "sst-time")])
    words += reading_aids.place(site, module)
    words += tag("p", cite.in_html(esc(str(meta["summary"]))), class_="sst-summary")
    aims = tag("p", tag("strong", esc(say("page.module.objectives"))))
    aims += items(cite.in_html(esc(str(aim))) for aim in meta["objectives"])
    time = tag("p", esc(say("page.module.minutes", minutes=meta["minutes"])), class_="sst-minutes sst-for-trainer")
    time += reading_aids.how_long(site, say("page.module.how_long.answer", minutes=meta["minutes"]))
    return tag("div", words + aims + ten + time, class_="sst-opening")


def points(site: Site, meta: Mapping[str, Any], cite: Citations) -> str:
    """The key points."""
    body = items(cite.in_html(esc(str(point))) for point in meta["key_points"])
    return f"## {site.phrases('page.module.key_points')}\n\n" + tag("div", body, class_="sst-key")


def skills(site: Site, here: str, ids: tuple[str, ...]) -> str:
    """The skills the module trains, each with why, linked to its behaviours."""
    found = [item for item in map(site.library.instrument.item, ids) if item]
    if not found:
        return ""
    text = site.phrases.text
    body = items(
        f"{tag('a', esc(text(item.text)), href=href(here, observation_list.SOURCE, item.id))}: {esc(text(item.why))}"
        for item in found
    )
    return f"## {site.phrases('page.module.skills')}\n\n{body}"


def exercises(site: Site, here: str, module: str) -> str:
    """The exercises that serve the module, linked to their cards."""
    say, text = site.phrases, site.phrases.text
    found = [card for card in site.library.exercises if module in card.modules and card.retired is None]
    body = "".join(
        tag(
            "li",
            tag("a", esc(text(card.title)), href=href(here, gallery.SOURCE, card.id))
            + " "
            + cards.chip(say("page.minutes", minutes=card.minutes), "sst-time")
            + cards.chip(say(f"page.shape.{card.group.shape}"))
            + tag("span", esc(text(card.purpose)), class_="sst-line"),
        )
        for card in found
    )
    return f"## {say('page.module.exercises')} {HEADING}\n\n" + tag("ul", body, class_="sst-list") if found else ""


def questions(site: Site, here: str, module: str) -> str:
    """The quiz. Raises ModuleProblem when this page lacks the heading that a question names."""
    found = quiz.questions_of(site, module)
    facts = site.pages.get(here)
    for card in found if facts and facts.sections else ():
        if quiz.taught(site, card) is None:
            raise ModuleProblem(f"{here}: {card.id} names section {card.section}, which is not there")
    say = site.phrases
    intro = tag("p", esc(say("page.quiz.intro")))
    return (
        f"## {say('page.quiz.title')} {HEADING}\n\n{intro}\n\n{quiz.quiz(site, found, here, module)}" if found else ""
    )


def works(site: Site, here: str, cite: Citations) -> str:
    """The works cited on this page."""
    found = sorted((cite.known[name] for name in cite.cited), key=lambda work: (work.authors.casefold(), work.year))
    return f"## {site.phrases('page.module.works')} {HEADING}\n\n{references.short(site, found, here)}" if found else ""
