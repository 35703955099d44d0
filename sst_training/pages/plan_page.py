"""trainers/plan-<slug>.md: one timed plan on a page that prints on one or two sheets."""

from __future__ import annotations

from datetime import datetime, timedelta

from sst_training.model.plan import Pack, Plan, Sitting, Step
from sst_training.model.plan_clock import Timed, day_options, pack_of, skill_of, timetable
from sst_training.pages import cards, gallery
from sst_training.pages.markup import esc, esc_markdown, front_matter, items, tag
from sst_training.pages.site import Site, href, module_source

OWN_ISSUE = "trainers/own-issue.md"
PLANS = "trainers/plans.md"


def source(plan: Plan) -> str:
    """Where a plan's page stands."""
    return f"trainers/plan-{plan.slug}.md"


def minutes_by_card(site: Site) -> dict[str, int]:
    """The minutes of each exercise."""
    return {card.id: card.minutes for card in site.library.exercises if card.retired is None}


def page(site: Site, plan: Plan) -> str:
    """The whole page: for whom, beforehand, what to lay ready, each sitting, afterwards."""
    say, text = site.phrases, site.phrases.text
    back = tag("a", esc(say("page.plan.back")), href=href(source(plan), PLANS))
    blocks = [
        cards.chips(chips(site, plan)),
        tag("p", esc(text(plan.for_whom)), class_="sst-summary"),
        f"## {say('page.plan.before')}",
        items(esc(text(line)) for line in plan.before),
        f"## {say('page.plan.ready')}",
        ready(site, plan),
        own_issue(site, plan),
    ]
    for sitting in plan.sittings:
        blocks += [f"## {esc_markdown(heading(site, sitting))}", table(site, plan, sitting)]
    blocks += [
        f"## {say('page.plan.after')}",
        items(esc(text(line)) for line in plan.after),
        tag("p", back, class_="sst-back"),
    ]
    title = text(plan.title)
    head = front_matter(title=esc(title), description=esc(text(plan.description)), wide=True, hover=False)
    return f"{head}# {esc_markdown(title)}\n\n" + "\n\n".join(block for block in blocks if block) + "\n"


def chips(site: Site, plan: Plan) -> list[str]:
    """How long, how often, with how many, and whether a trainer is there."""
    say, people = site.phrases, plan.people
    times = minutes_by_card(site)
    pauses = sum(timed.minutes for part in plan.sittings for timed in timetable(part, plan, times) if timed.step.pause)
    count = len(plan.sittings)
    alone = people.max == 1
    return [
        cards.chip(length(site, plan.minutes), "sst-time"),
        *([cards.chip(say("page.plan.pauses", pauses=length(site, pauses)))] if pauses else []),
        cards.chip(say("page.plan.once") if count == 1 else say("page.plan.times", count=count)),
        cards.chip(say("page.plan.alone") if alone else say("page.plan.people", least=people.min, most=people.max)),
        cards.chip(say("page.plan.led" if plan.led else "page.plan.unled")),
    ]


def length(site: Site, minutes: int) -> str:
    """Minutes in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return site.phrases("page.plan.minutes", minutes=rest)
    key = "page.plan.hours_minutes" if rest else "page.plan.hours"
    return site.phrases(key, hours=hours, **({"minutes": rest} if rest else {}))


def ready(site: Site, plan: Plan) -> str:
    """What to lay ready: the packs with their lines to print, then the rest."""
    say, text = site.phrases, site.phrases.text
    found = []
    for pack in plan.packs:
        words = [say("page.plan.pack", participants=pack.participants)]
        words.append(say("page.plan.pack.about", skills=", ".join(site.skill(skill) for skill in pack.skills)))
        if pack.own_issue_rounds:
            rounds = ", ".join(map(str, pack.own_issue_rounds))
            words.append(say("page.plan.pack.own", rounds=rounds))
        found.append((" ".join(words), day_line(site, plan, pack)))
    found += [(text(one.what), text(one.command) if one.command else "") for one in plan.ready]
    return items(
        (esc(what) + (typed(command) if command else "") for what, command in found),
        class_="sst-ready",
    )


def typed(command: str) -> str:
    """A command to copy, broken between its words only."""
    words = " ".join(tag("span", esc(word), class_="sst-word") for word in command.split())
    return tag("div", tag("pre", tag("code", words), tabindex="0"), data_search_exclude="")


def day_line(site: Site, plan: Plan, pack: Pack) -> str:
    """The line that draws and prints a pack, as it is typed."""
    say = site.phrases
    words = ["sst", "day", *([] if site.lang == site.library.languages[0] else ["--lang", site.lang])]
    words += day_options(plan, pack, minutes_by_card(site))
    words += ["--ledger", say("page.plan.ledger")] if pack.ledger else []
    return " ".join([*words, "--by", "person", "--out", say.text(pack.out)])


def own_issue(site: Site, plan: Plan) -> str:
    """A reminder on the plans in which people work with something of their own."""
    if not any(step.own_issue for sitting in plan.sittings for step in sitting.steps):
        return ""
    say = site.phrases
    link = tag("a", esc(say("page.plan.own_link")), href=href(source(plan), OWN_ISSUE))
    title = tag("p", esc(say("page.plan.own_title")), class_="admonition-title")
    return tag("div", title + tag("p", f"{esc(say('page.plan.own'))} {link}."), class_="admonition note")


def heading(site: Site, sitting: Sitting) -> str:
    """What a sitting is called, with when it begins and ends, or how long it is."""
    name = site.phrases.text(sitting.title)
    if sitting.start is None:
        return f"{name} ({length(site, sitting.minutes)})"
    return f"{name} ({clock(sitting, 0)}–{clock(sitting, sitting.minutes)})"


def table(site: Site, plan: Plan, sitting: Sitting) -> str:
    """One sitting, a row a step."""
    say = site.phrases
    names = ("page.plan.time", "page.plan.min", "page.plan.what", "page.plan.how")
    head = tag("thead", tag("tr", "".join(tag("th", esc(say(name)), scope="col") for name in names)))
    rows = "".join(row(site, plan, sitting, timed) for timed in timetable(sitting, plan, minutes_by_card(site)))
    return tag("table", head + tag("tbody", rows), class_="sst-plan", data_search_exclude="")


def row(site: Site, plan: Plan, sitting: Sitting, timed: Timed) -> str:
    """One step: when, how long, what and how."""
    step = timed.step
    how = esc(site.phrases.text(step.how)) if step.how else ""
    cells = [
        tag("td", esc(clock(sitting, timed.start)), class_="sst-clock"),
        tag("td", str(timed.minutes), class_="sst-number"),
        tag("th", name(site, plan, step), scope="row"),
        tag("td", how, class_="sst-how"),
    ]
    return tag("tr", "".join(cells), class_="sst-pause" if step.pause else None)


def clock(sitting: Sitting, minutes: int) -> str:
    """The time so many minutes after a sitting began; without a starting time, counted from zero."""
    if sitting.start is None:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return f"{datetime.strptime(sitting.start, '%H:%M') + timedelta(minutes=minutes):%H:%M}"


def name(site: Site, plan: Plan, step: Step) -> str:
    """What a step is called, linked to its card or module."""
    say, here = site.phrases, source(plan)
    pieces = []
    exercise = next((card for card in site.library.exercises if card.id == step.exercise), None)
    pack = pack_of(plan, step)
    if step.what is not None:
        pieces.append(esc(say.text(step.what)))
    elif step.pause:
        pieces.append(esc(say("page.plan.pause")))
    if exercise is not None:
        pieces.append(tag("a", esc(say.text(exercise.title)), href=href(here, gallery.SOURCE, exercise.id)))
        pieces.append(tag("small", esc(exercise.id)))
    if pack is not None and step.round is not None:
        skill = skill_of(pack, step.round)
        words = say("page.plan.round", round=step.round)
        pieces.append(esc(f"{words}: {site.skill(skill)}" if skill else words))
    pieces += [module(site, here, step.module), talk(site, step.talk)]
    if step.own_issue:
        pieces.append(cards.chip(say("page.plan.own_chip"), "sst-guided"))
    return " ".join(piece for piece in pieces if piece)


def module(site: Site, here: str, wanted: str | None) -> str:
    """The module a step leans on: a link once its page exists."""
    found = next((module for module in site.library.modules if module.id == wanted), None)
    if found is None:
        return ""
    title = esc(site.phrases.text(found.title))
    there = module_source(found.slug)
    return tag("small", tag("a", title, href=href(here, there)) if there in site.pages else title)


def talk(site: Site, wanted: str | None) -> str:
    """The acted talk a step reads, with the command that shows it."""
    found = next((talk for talk in site.library.calibrations if talk.id == wanted), None)
    if found is None:
        return ""
    words = esc(site.phrases("page.plan.talk", title=site.phrases.text(found.title)))
    return tag("small", words + " " + tag("code", esc(f"sst calibrate {found.id}")))
