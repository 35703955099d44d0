"""trainers/plans.md: the timed plans side by side, to choose from."""

from __future__ import annotations

from sst_training.model.plan import Plan
from sst_training.pages import cards, plan_page
from sst_training.pages.markup import document, esc, tag
from sst_training.pages.site import Site, href

SOURCE = plan_page.PLANS
EVERY = "trainers/plan-*"
"""In the navigation: all plans, in the order of their ids."""


def in_use(plans: tuple[Plan, ...]) -> list[Plan]:
    """The plans that have a page."""
    return [plan for plan in plans if plan.retired is None]


def page(site: Site) -> str:
    """The whole page: a card a plan."""
    say = site.phrases
    body = tag("div", "".join(card(site, plan) for plan in in_use(site.library.plans)), class_="sst-cards")
    return document(
        say("page.plans.title"), say("page.plans.description"), tag("p", esc(say("page.plans.intro"))),
        f"## {say('page.plans.all')}", body, wide=True, hover=False,
    )  # fmt: skip


def card(site: Site, plan: Plan) -> str:
    """One plan: how long, with whom, for whom."""
    text = site.phrases.text
    title = tag("a", esc(text(plan.title)), href=href(SOURCE, plan_page.source(plan)))
    body = cards.chips(plan_page.chips(site, plan)) + tag("h3", title, id=plan.id)
    return tag("article", body + tag("p", esc(text(plan.for_whom)), class_="sst-purpose"), class_="sst-card")
