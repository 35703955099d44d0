"""oneliners.md: people of the field as cards, stories from history told with their doubts, and four questions."""

from __future__ import annotations

from sst_training.model.course import Pioneer, Story
from sst_training.pages import cards
from sst_training.pages.citations import Citations
from sst_training.pages.markup import document, esc, items, paragraphs, tag
from sst_training.pages.site import Site

SOURCE = "oneliners.md"


def page(site: Site) -> str:
    """The whole page: people in order of surname, stories in order of id. Raises UnknownReference."""
    say = site.phrases
    cite = Citations(site.library.references, say, SOURCE)
    live = [pioneer for pioneer in site.library.pioneers if pioneer.retired is None]
    live.sort(key=lambda pioneer: pioneer.name.split()[-1].casefold())
    body = "".join(card(site, pioneer, cite) for pioneer in live)
    tales = "".join(story_card(site, story, cite) for story in site.library.stories if story.retired is None)
    intro = tag("p", esc(say("page.oneliners.intro")))
    note = tag("p", esc(say("page.oneliners.ours")))
    return document(
        say("page.oneliners.title"), say("page.oneliners.description"),
        intro, tag("div", note, class_="admonition note"),
        f"## {say('page.oneliners.people')}", tag("div", body, class_="sst-cards sst-people"),
        f"## {say('page.oneliners.stories')}", tag("p", esc(say("page.oneliners.stories_text"))),
        tag("div", tales, class_="sst-cards sst-people"),
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


def story_card(site: Site, story: Story, cite: Citations) -> str:
    """A story from history: as it is told, what nobody can check, a question, and where it comes from."""
    say, text = site.phrases, site.phrases.text
    refs = cite.in_html("[" + "; ".join(f"@{ref}" for ref in story.source.ref) + "]")
    return tag(
        "article",
        tag("h3", esc(text(story.title)), id=story.id)
        + tag("p", esc(text(story.place)), class_="sst-role")
        + cards.text_part(say("page.oneliners.told"), text(story.told))
        + cards.text_part(say("page.oneliners.doubt"), text(story.doubt))
        + cards.text_part(say("page.oneliners.asks"), text(story.asks))
        + tag("p", esc(say("page.oneliners.told_after")) + " " + refs, class_="sst-after"),
        class_="sst-card",
    )
