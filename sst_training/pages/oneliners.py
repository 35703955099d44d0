"""oneliners.md: the people of the field as cards. Their turning point, our lesson, positions one can look up."""

from __future__ import annotations

from sst_training.model.course import Pioneer
from sst_training.pages import cards
from sst_training.pages.citations import Citations
from sst_training.pages.markup import document, esc, items, paragraphs, tag
from sst_training.pages.site import Site

SOURCE = "oneliners.md"


def page(site: Site) -> str:
    """The whole page, people in order of surname. Raises UnknownReference."""
    say = site.phrases
    cite = Citations(site.library.references, say, SOURCE)
    live = [pioneer for pioneer in site.library.pioneers if pioneer.retired is None]
    live.sort(key=lambda pioneer: pioneer.name.split()[-1].casefold())
    body = "".join(card(site, pioneer, cite) for pioneer in live)
    intro = tag("p", esc(say("page.oneliners.intro")))
    note = tag("p", esc(say("page.oneliners.ours")))
    return document(
        say("page.oneliners.title"), say("page.oneliners.description"),
        intro, tag("div", note, class_="admonition note"),
        f"## {say('page.oneliners.people')}", tag("div", body, class_="sst-cards sst-people"),
        f"## {say('page.oneliners.yours')}", tag("p", esc(say("page.oneliners.yours_text"))),
        items(esc(say(f"page.oneliners.question.{n}")) for n in range(1, 5)), wide=True,
    )  # fmt: skip


def card(site: Site, pioneer: Pioneer, cite: Citations) -> str:
    """One person. A private one has no positions, and the card says nothing beyond the source."""
    say, text = site.phrases, site.phrases.text
    refs = "; ".join(f"@{ref}" for ref in pioneer.source.ref)
    turn = tag("blockquote", paragraphs(text(pioneer.turning_point)))
    turn += tag(
        "p", esc(say("page.oneliners.after")) + (" " + cite.in_html(f"[{refs}]") if refs else ""), class_="sst-after"
    )
    views = [
        f"{esc(text(position.text).rstrip('. '))} {cite.in_html(f'[@{position.ref}]')}."
        for position in pioneer.positions
        if not pioneer.private
    ]
    return tag(
        "article",
        tag("h3", esc(pioneer.name), id=pioneer.id)
        + tag("p", esc(text(pioneer.role)), class_="sst-role")
        + turn
        + cards.text_part(say("page.oneliners.lesson"), text(pioneer.lesson))
        + cards.part(say("page.oneliners.positions"), items(views)),
        class_="sst-card",
    )
