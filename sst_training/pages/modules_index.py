"""modules/index.md: all sixteen modules; one without a page yet is shown as coming."""

from __future__ import annotations

from sst_training.model.course import Module
from sst_training.pages import cards, closing_check, reading_aids
from sst_training.pages.markup import document, esc, tag
from sst_training.pages.site import Site, href, module_source

SOURCE = "modules/index.md"


def page(site: Site) -> str:
    """The whole page: what is there now, then what is coming."""
    say = site.phrases
    modules = site.library.modules
    ready = [module for module in modules if module_source(module.slug) in site.pages]
    coming = [module for module in modules if module not in ready]
    intro = "page.modules.intro" if coming else "page.modules.whole"
    blocks = [tag("p", esc(say(intro, ready=len(ready), all=len(modules)))), aids(site)]
    for heading, group in (("page.modules.ready", ready), ("page.modules.coming", coming)):
        if group:
            body = "".join(card(site, module) for module in group)
            blocks += [f"## {say(heading)}", tag("div", body, class_="sst-cards sst-modules")]
    return document(say("page.modules.title"), say("page.modules.description"), *blocks, wide=True, hover=False)


def aids(site: Site) -> str:
    """Where a reader was (`progress.js` fills it in), how long it all takes for who asks, and the closing check."""
    say = site.phrases
    minutes = sum(facts.minutes or 0 for facts in site.pages.values())
    body = tag("div", "", class_="sst-go-on", data_clear=True, hidden=True)
    body += reading_aids.how_long(site, say("page.modules.how_long", hours=round(minutes / 60)))
    if closing_check.SOURCE in site.pages:
        link = tag("a", esc(say("page.modules.check")), href=href(SOURCE, closing_check.SOURCE))
        body += tag("p", link)
    body += tag("p", tag("a", esc(say("page.reader.get")), href=f"../reader.{site.lang}.pdf"))
    return tag("div", body, class_="sst-aids")


def card(site: Site, module: Module) -> str:
    """One module: number, title, what it is about, the skills it trains."""
    say = site.phrases
    source = module_source(module.slug)
    facts = site.pages.get(source)
    title = esc(say.text(module.title))
    if facts:
        title = tag("a", title, href=href(SOURCE, source))
    glance = [cards.chip(say("page.modules.number", number=int(module.id[1:])))]
    if facts is None:
        glance.append(cards.chip(say("page.modules.soon"), "sst-soon"))
    elif facts.minutes:
        glance.append(
            tag("span", esc(say("page.minutes", minutes=facts.minutes)), class_="sst-chip sst-time sst-for-trainer")
        )
    body = cards.chips(glance) + tag("h3", title, id=module.id)
    if facts:
        body += tag("p", esc(facts.description), class_="sst-purpose")
    if module.skills:
        body += cards.chips(cards.chip(site.skill(skill), "sst-skill") for skill in module.skills)
    return tag("article", body, class_="sst-card" if facts else "sst-card sst-coming", data_module=module.id)
