"""look-back/observation-list.md: the whole list, to read on a screen or to print and tick."""

from __future__ import annotations

from sst_training.model.instrument import Item, Tick
from sst_training.pages.markup import document, esc, esc_markdown, items, tag
from sst_training.pages.site import Site

SOURCE = "look-back/observation-list.md"


def page(site: Site) -> str:
    """The whole page: what it is and is not, how to watch, then each skill in the order of the talk."""
    say, text = site.phrases, site.phrases.text
    instrument = site.library.instrument
    status = tag("p", esc(say("page.list.status_title")), class_="admonition-title")
    status += tag("p", f"{esc(text(instrument.status))} {esc(say('page.list.status'))}")
    blocks = [
        tag("p", esc(say("page.list.intro", skills=len(instrument.ungated)))),
        tag("div", status, class_="admonition warning"),
        f"## {say('page.list.how')}",
        items((esc(text(rule)) for rule in instrument.rules), "ol"),
        f"## {say('page.list.levels')}",
        tag("p", esc(say("page.list.levels_text"))),
        items((f"{tag('strong', esc(text(words)))}: {esc(say(f'page.list.level.{level}'))}"
               for level, words in instrument.levels.items()), "ul"),
    ]  # fmt: skip
    for domain in instrument.domains:
        blocks.append(f"## {esc_markdown(text(domain.text))}")
        blocks += [card(site, item) for item in instrument.items if item.domain == domain.id]
    version = say("page.list.version", name=instrument.id, version=instrument.version)
    blocks.append(tag("p", esc(version), class_="sst-after"))
    return document(say("page.list.title"), say("page.list.description"), *blocks, hover=False)


def card(site: Site, item: Item) -> str:
    """One skill: why, how it is seen, and its behaviours with a box to tick."""
    say, text = site.phrases, site.phrases.text
    body = tag("h3", esc(text(item.text)), id=item.id)
    body += tag("p", esc(text(item.why)), class_="sst-purpose")
    if item.gate:
        body += tag("p", tag("strong", esc(text(item.gate))), class_="sst-gate")
    inner = tag("p", esc(text(item.seen)), class_="sst-seen")
    inner += group(site, text(site.library.instrument.kinds["basic"]), item.of_kind("basic"))
    inner += group(site, text(site.library.instrument.kinds["advanced"]), item.of_kind("advanced"))
    against = item.of_kind("harm", "safety")
    if against:
        folded = tag("summary", esc(say("page.list.hindered"))) + ticks(site, against)
        inner += tag("details", folded)
    return tag("section", body + tag("div", inner, data_search_exclude=""), class_="sst-card sst-item")


def group(site: Site, name: str, kind: tuple[Tick, ...]) -> str:
    """The behaviours of one kind under its name."""
    return tag("p", tag("strong", esc(name)), class_="sst-kind") + ticks(site, kind) if kind else ""


def ticks(site: Site, kind: tuple[Tick, ...]) -> str:
    """Behaviours as a list with boxes; a condition stands below its behaviour, what is unsafe is named so."""
    text = site.phrases.text
    kinds = site.library.instrument.kinds
    pieces = []
    for tick in kind:
        words = esc(text(tick.text))
        if tick.kind in ("harm", "safety"):
            words = f"{tag('em', esc(text(kinds[tick.kind])))}: {words}"
        if tick.when:
            words += tag("small", esc(text(tick.when)))
        pieces.append(words)
    return items(pieces, class_="sst-ticks")
