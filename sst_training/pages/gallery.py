"""exercises/index.md: every exercise as a card that can be filtered, opened and printed alone."""

from __future__ import annotations

import json

from sst_training.model.course import Exercise
from sst_training.pages import cards
from sst_training.pages.markup import document, esc, paragraphs, tag
from sst_training.pages.site import Site, href, module_source

SOURCE = "exercises/index.md"
SHAPES = ("solo", "pairs", "trios", "fours", "plenary")
MINUTES = (10, 20, 30, 45, 60)
SPOKEN = ("add", "drop", "none", "count", "print", "empty", "back", "not_kept")
"""The sentences that basket.js says."""


def page(site: Site) -> str:
    """The whole page, exercises in the order of the talk."""
    say = site.phrases
    live = in_order(site, [exercise for exercise in site.library.exercises if exercise.retired is None])
    body = tag("div", "".join(card(site, exercise) for exercise in live), class_="sst-cards")
    heading = f"## {say('page.gallery.all')}"
    intro = tag("p", esc(say("page.gallery.intro", count=len(live))))
    return document(
        say("page.gallery.title"), say("page.gallery.description"), intro, form(site), basket(site), heading, body, cards=True, wide=True, basket=True
    )  # fmt: skip


def form(site: Site) -> str:
    """The questions one can filter on. Without script the form stays hidden."""
    say = site.phrases
    skills = {item.id: say.text(item.text) for item in site.library.instrument.items}
    minutes = {str(most): say("page.filter.most", minutes=most) for most in MINUTES}
    shapes = {shape: say(f"page.shape.{shape}") for shape in SHAPES}
    return cards.filter_form(
        say,
        (
            cards.Choice("skill", say("page.filter.skill"), skills),
            cards.Choice("minutes", say("page.filter.minutes"), minutes, at_most=True),
            cards.Choice("shape", say("page.filter.shape"), shapes),
        ),
    )


def basket(site: Site) -> str:
    """The basket, which `basket.js` fills; without script it stays hidden."""
    sentences = json.dumps({key: site.phrases(f"page.basket.{key}") for key in SPOKEN}, ensure_ascii=False)
    name = site.phrases("page.basket.name")
    return tag("section", "", class_="sst-basket", aria_label=name, data_say=sentences, hidden=True)


def in_order(site: Site, exercises: list[Exercise]) -> list[Exercise]:
    """By first skill in the order of the talk, then by id."""
    order = {skill: place for place, skill in enumerate(site.library.instrument.skills)}
    return sorted(exercises, key=lambda card: (order.get(card.skills[0], 99) if card.skills else 99, card.id))


def card(site: Site, exercise: Exercise) -> str:
    """One exercise. What it is for is open; how to do it opens, and prints, with the card."""
    say, text = site.phrases, site.phrases.text
    head = cards.chips(
        (
            cards.chip(say("page.minutes", minutes=exercise.minutes), "sst-time"),
            cards.chip(say(f"page.shape.{exercise.group.shape}")),
            cards.chip(say("page.gallery.people", least=exercise.group.min, most=exercise.group.max)),
            cards.level(say, exercise.level),
        )
    )
    body = tag("p", esc(say("print.deck.exercise")), class_="sst-quietly")
    body += cards.list_part(say("page.gallery.materials"), map(text, exercise.materials))
    body += cards.list_part(say("page.gallery.steps"), map(text, exercise.steps), "ol")
    body += cards.text_part(say("page.gallery.debrief"), text(exercise.debrief))
    body += cards.list_part(say("page.gallery.variations"), map(text, exercise.variations))
    body += cards.for_trainer(say, text(exercise.trainer_note))
    opened = tag("summary", esc(say("page.gallery.open"))) + tag("div", body)
    foot = tag("span", esc(exercise.id)) + module_links(site, exercise)
    foot += tag("button", esc(say("page.gallery.print")), type="button", class_="sst-print", hidden=True)
    return tag(
        "article",
        head
        + tag("h3", esc(text(exercise.title)), id=exercise.id)
        + tag("div", paragraphs(text(exercise.purpose)), class_="sst-purpose")
        + cards.chips(cards.chip(site.skill(skill), "sst-skill") for skill in exercise.skills)
        + tag("details", opened, data_search_exclude="")
        + tag("div", foot, class_="sst-foot", data_search_exclude=""),
        class_="sst-card",
        data_skill=" ".join(exercise.skills),
        data_minutes=exercise.minutes,
        data_shape=exercise.group.shape,
    )


def module_links(site: Site, exercise: Exercise) -> str:
    """The modules the exercise belongs to: a link once the page exists."""
    pieces = []
    for module in site.library.modules:
        if module.id in exercise.modules:
            title = esc(site.phrases.text(module.title))
            source = module_source(module.slug)
            pieces.append(tag("a", title, href=href(SOURCE, source)) if source in site.pages else tag("span", title))
    return "".join(pieces)
