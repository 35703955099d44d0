"""The questions of a module: each answer opens its own feedback, without any script."""

from __future__ import annotations

from sst_training.model.course import Question
from sst_training.pages.markup import esc, paragraphs, tag
from sst_training.pages.site import Site


def questions_of(site: Site, module: str) -> list[Question]:
    """The questions of one module, in ASCII order of id."""
    return [card for card in site.library.questions if card.module == module and card.retired is None]


def quiz(site: Site, questions: list[Question]) -> str:
    """All questions, numbered."""
    body = "".join(question(site, number, card) for number, card in enumerate(questions, start=1))
    return tag("div", body, class_="sst-quiz")


def question(site: Site, number: int, card: Question) -> str:
    """One question. Options stand in an order that does not put the right one first each time."""
    say, text = site.phrases, site.phrases.text
    turn = int(card.id[3:]) % len(card.options)
    options = card.options[turn:] + card.options[:turn]
    body = tag("h3", esc(say("page.quiz.question", number=number)), id=card.id)
    body += tag("div", paragraphs(text(card.stem)), class_="sst-stem")
    for option in options:
        verdict = say("page.quiz.right" if option.correct else "page.quiz.wrong")
        said = tag("p", f"{tag('strong', esc(verdict))} {esc(text(option.feedback))}")
        kind = "sst-right" if option.correct else "sst-wrong"
        body += tag("details", tag("summary", esc(text(option.text))) + said, class_=f"sst-option {kind}")
    return tag("section", body, class_="sst-card sst-question", data_search_exclude="")
