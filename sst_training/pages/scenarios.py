"""trainers/scenarios.md: what there is to play, for whoever leads a round. It gives the cards away, and says so."""

from __future__ import annotations

from sst_training.model.roleplay import Scenario
from sst_training.model.text import SETTINGS
from sst_training.pages import cards
from sst_training.pages.markup import document, esc, items, paragraphs, tag
from sst_training.pages.site import Site

SOURCE = "trainers/scenarios.md"


def page(site: Site) -> str:
    """The whole page: a warning, the filter, a section a level."""
    say = site.phrases
    live = [scenario for scenario in site.library.scenarios if scenario.retired is None]
    warning = tag("p", esc(say("page.scenarios.warning_title")), class_="admonition-title")
    warning += tag("p", esc(say("page.scenarios.warning")))
    sections = []
    for level in (1, 2, 3):
        group = sorted((s for s in live if s.level == level), key=lambda s: s.id)
        if group:
            body = "".join(card(site, scenario) for scenario in group)
            heading = f"## {say('page.scenarios.level', level=level)}"
            sections.append(f"{heading}\n\n" + tag("div", body, class_="sst-cards"))
    return document(
        say("page.scenarios.title"), say("page.scenarios.description"),
        tag("p", esc(say("page.scenarios.intro", count=len(live)))),
        tag("div", warning, class_="admonition warning"), form(site), *sections, cards=True, wide=True, hover=False,
    )  # fmt: skip


def form(site: Site) -> str:
    """Filter by skill, setting and context."""
    say = site.phrases
    skills = {item.id: say.text(item.text) for item in site.library.instrument.items}
    settings: dict[str, str] = {setting: say(f"page.setting.{setting}") for setting in SETTINGS}
    contexts = {key: say.text(words) for key, words in site.library.words.contexts.items()}
    return cards.filter_form(
        say,
        (
            cards.Choice("skill", say("page.filter.skill"), skills),
            cards.Choice("setting", say("page.filter.setting"), settings),
            cards.Choice("context", say("page.filter.context"), contexts),
        ),
    )


def card(site: Site, scenario: Scenario) -> str:
    """One scenario: what it asks at a glance, its texts behind a fold."""
    say, text = site.phrases, site.phrases.text
    context = site.library.words.contexts.get(scenario.context)
    glance = [
        cards.chip(say("page.minutes", minutes=scenario.minutes), "sst-time"),
        cards.level(say, scenario.level),
        cards.chip(text(context) if context else scenario.context),
        *(cards.chip(say(f"page.setting.{setting}")) for setting in scenario.settings),
        cards.chip(say(f"page.start.{scenario.start}")),
    ]
    if scenario.risk == "guided":
        glance.append(cards.chip(say("page.scenarios.guided"), "sst-guided"))
    body = tag("summary", esc(say("page.scenarios.open"))) + texts(site, scenario)
    command = f"sst roleplay --guided {scenario.id}" if scenario.risk == "guided" else ""
    foot = tag("span", esc(scenario.id)) + (tag("code", esc(command)) if command else "")
    foot += tag("button", esc(say("page.gallery.print")), type="button", class_="sst-print", hidden=True)
    return tag(
        "article",
        cards.chips(glance)
        + tag("h3", esc(text(scenario.title)), id=scenario.id)
        + cards.chips(cards.chip(site.skill(skill), "sst-skill") for skill in scenario.skills)
        + tag("details", body, data_search_exclude="")
        + tag("div", foot, class_="sst-foot"),
        class_="sst-card",
        data_skill=" ".join(scenario.skills),
        data_setting=" ".join(scenario.settings),
        data_context=scenario.context,
    )


def texts(site: Site, scenario: Scenario) -> str:
    """Everything on the card, in the order in which it is played."""
    say, text = site.phrases, site.phrases.text
    parts = [("door_note", scenario.door_note), ("so_far", scenario.so_far), ("opening_line", scenario.opening_line),
             ("situation", scenario.situation), ("best_hope", scenario.best_hope), ("enough", scenario.enough),
             ("tried", scenario.tried), ("resources", scenario.resources)]  # fmt: skip
    body = "".join(cards.text_part(say(f"page.card.{key}"), text(words)) for key, words in parts if words)
    body += cards.part(say("page.card.scale_now"), tag("p", esc(str(scenario.scale_now))))
    told = (f"{tag('em', esc(say(f'page.when.{tell.when}')))} {esc(text(tell.text))}" for tell in scenario.disclosure)
    body += cards.part(say("page.card.disclosure"), items(told))
    calls = (f"{tag('em', esc(site.skill(call.skill)))}: {esc(text(call.text))}" for call in scenario.elicits)
    body += cards.part(say("page.card.elicits"), items(calls))
    body += cards.list_part(say("page.card.traps"), map(text, scenario.traps))
    body += cards.part(say("page.card.play_easier"), paragraphs(text(scenario.play_easier)))
    return body + cards.part(say("page.card.play_harder"), paragraphs(text(scenario.play_harder)))
