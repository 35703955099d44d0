"""What stands on the two sides of a card to learn: a term, a quiz question, a person's turning point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from sst_training.export.library_json import shared
from sst_training.model.citing import in_a_list, label
from sst_training.model.course import Option, Pioneer, Question, Term
from sst_training.model.library import Library
from sst_training.model.markup import Html, element, join
from sst_training.model.phrases import Phrases

LETTERS: Final = "ABCD"
"""What the stylesheet numbers the answers of a question with."""


class Face(msgspec.Struct, frozen=True):
    """Both sides of a card, by the card's id; `tags` are what one can look it up by."""

    id: str
    front: Html
    back: Html
    tags: tuple[str, ...] = ()


def terms(library: Library, say: Phrases) -> Iterator[Face]:
    """The glossary: the word in front, its meaning behind."""
    live = [term for term in library.terms if shared(term)]
    names = {term.id: say.text(term.term) for term in live}
    ask = line(say("export.anki.ask.term"), "ask")
    for term in live:
        see = ", ".join(names[other] for other in term.see_also if other in names)
        also = line(f"{say('page.glossary.see')} {see}", "soft") if see else Html()
        front = join(ask, line(names[term.id], "name"))
        yield Face(term.id, front, join(paragraphs(say.text(term.definition)), also, elsewhere(term, say)))


def elsewhere(term: Term, say: Phrases) -> Html:
    """The word for it in the other languages."""
    others = [(lang, words) for lang, words in term.term.items() if words != say.text(term.term)]
    return join(
        *(element("p", f"{lang}: ", element("span", words, lang=lang), class_="soft") for lang, words in others)
    )


def questions(library: Library, say: Phrases) -> Iterator[Face]:
    """The quiz, by module: the answers in the order of the card, the right one and what each teaches behind."""
    titles = {module.id: say.text(module.title) for module in library.modules}
    for card in sorted(filter(shared, library.questions), key=lambda card: (card.module, card.id)):
        answers = element("ol", *(element("li", say.text(option.text)) for option in card.options))
        front = join(line(titles[card.module], "ask"), paragraphs(say.text(card.stem)), answers)
        tags = (f"sst::{card.module}", *([f"sst::{card.skill}"] if card.skill else []))
        yield Face(card.id, front, join(right(card, say), taught(card, say), sources(card, library, say)), tags)


def right(card: Question, say: Phrases) -> Html:
    """The right answer, with its letter."""
    answers = zip(LETTERS, card.options, strict=False)
    return join(*(line(f"{letter}. {say.text(option.text)}", "right") for letter, option in answers if option.correct))


def taught(card: Question, say: Phrases) -> Html:
    """What every answer teaches, in the order of the front."""

    def verdict(option: Option) -> Html:
        return element("strong", say("page.quiz.right" if option.correct else "page.quiz.wrong"))

    return element("ol", *(element("li", verdict(one), " ", say.text(one.feedback)) for one in card.options))


def moments(library: Library, say: Phrases) -> Iterator[Face]:
    """The people of the field: who it is in front; behind, what turned and our lesson, with whose words these are."""
    ask = line(say("export.anki.ask.moment"), "ask")
    for card in filter(shared, library.pioneers):
        front = join(ask, line(card.name, "name"), line(say.text(card.role), "soft"))
        back = join(
            line(say("oneliner.turning_point"), "ask"),
            paragraphs(say.text(card.turning_point)),
            line(say("oneliner.lesson"), "ask"),
            paragraphs(say.text(card.lesson)),
            views(card, library, say),
            line(say("export.anki.retold"), "soft"),
            sources(card, library, say),
        )
        yield Face(card.id, front, back)


def views(card: Pioneer, library: Library, say: Phrases) -> Html:
    """What somebody holds, each view with the work it can be looked up in; nothing when there is none."""
    works = {work.id: work for work in library.references}
    held = [f"{say.text(one.text).rstrip('. ')} ({label(works[one.ref], say)})." for one in card.positions]
    listed = element("ul", *(element("li", one) for one in held))
    return join(line(say("oneliner.positions"), "ask"), listed) if held else Html()


def sources(card: Question | Pioneer, library: Library, say: Phrases) -> Html:
    """The works a card is a paraphrase of; nothing when it is our own."""
    works = {work.id: work for work in library.references}
    named = "; ".join(in_a_list(works[ref], say) for ref in card.source.ref)
    return line(say("export.anki.source", works=named), "soft") if named else Html()


def line(text: str, kind: str) -> Html:
    """A paragraph of one kind; the stylesheet has five: ask, name, right, soft and foot."""
    return element("p", text, class_=kind)


def paragraphs(text: str) -> Html:
    """A text of paragraphs: an empty line makes a new one."""
    return join(*(element("p", " ".join(part.split())) for part in re.split(r"\n\s*\n", text)))
