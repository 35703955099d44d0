"""The questions of a module: each answer opens its own feedback, without any script.

`quiz.js` adds what a script can: a mark on what was chosen, what was missed once more, and one's answers kept in the
browser. Answers stand as on the card, where tests see to it that the right one is as often first as last.
"""

from __future__ import annotations

import json

from sst_training.model.course import Question
from sst_training.pages.markup import esc, paragraphs, tag
from sst_training.pages.site import Heading, Site, href, module_source

SPOKEN = ("known", "missed", "none", "done", "again", "all", "clear", "cleared", "not_kept")
"""The sentences that quiz.js says."""


def questions_of(site: Site, module: str) -> list[Question]:
    """The questions of one module, in ASCII order of id."""
    return [card for card in site.library.questions if card.module == module and card.retired is None]


def quiz(site: Site, questions: list[Question], here: str, module: str) -> str:
    """All questions, numbered."""
    body = "".join(question(site, number, card, here) for number, card in enumerate(questions, start=1))
    sentences = json.dumps({key: site.phrases(f"page.quiz.{key}") for key in SPOKEN}, ensure_ascii=False)
    return tag("div", body, class_="sst-quiz", data_module=module, data_say=sentences)


def question(
    site: Site, number: int, card: Question, here: str = "", order: tuple[int, ...] = (), heading: str = "h3"
) -> str:
    """One question; `here` is the page it stands on, `order` the places of its answers when not as on the card."""
    say, text = site.phrases, site.phrases.text
    body = tag(heading, esc(say("page.quiz.question", number=number)), id=card.id)
    body += tag("div", paragraphs(text(card.stem)), class_="sst-stem")
    for option in [card.options[i] for i in order] or card.options:
        verdict = say("page.quiz.right" if option.correct else "page.quiz.wrong")
        said = tag("p", f"{tag('strong', esc(verdict))} {esc(text(option.feedback))}")
        kind = "sst-right" if option.correct else "sst-wrong"
        body += tag("details", tag("summary", esc(text(option.text))) + said, class_=f"sst-option {kind}")
    return tag("section", body + where(site, card, here), class_="sst-card sst-question", data_search_exclude="")


def where(site: Site, card: Question, here: str) -> str:
    """The link to the heading that teaches the answer; nothing while that page is not there."""
    found = taught(site, card)
    if found is None:
        return ""
    source, heading = found
    link = tag("a", esc(heading.title), href=href(here, source, heading.anchor))
    return tag("p", f"{esc(site.phrases('page.quiz.where'))} {link}", class_="sst-where")


def taught(site: Site, card: Question) -> tuple[str, Heading] | None:
    """The page and the heading that teach the answer to a question."""
    module = next((module for module in site.library.modules if module.id == card.module), None)
    source = module_source(module.slug) if module else ""
    facts = site.pages.get(source)
    heading = facts.section(card.section) if facts else None
    return (source, heading) if heading else None
