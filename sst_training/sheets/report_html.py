"""The report as one HTML page: no script, nothing from elsewhere, to keep, to mail by choice, or to print on A4."""

from __future__ import annotations

from collections.abc import Sequence

from sst_training.model.markup import Html, element, join
from sst_training.model.phrases import Phrases
from sst_training.rating.report import Next, Report, Row, Seen
from sst_training.rating.times import clock
from sst_training.sheets import report_words as words
from sst_training.sheets.beside_sections import beside_sections
from sst_training.sheets.report_page import page, pairs, section
from sst_training.sheets.sections_html import sections_html


def report_html(report: Report, phrases: Phrases) -> str:
    """The whole page, in the order of DESIGN §5. Every text is escaped on the way in."""
    title = phrases("score.title", ratee=report.ratee)
    return page(
        f"{title} · {words.date_words(phrases, report.date)}",
        phrases.lang,
        _opening(report, phrases, title),
        _safety(report, phrases),
        _did(report, phrases),
        _profile(report, phrases),
        _hindered(report, phrases),
        _next(report.next, phrases),
        sections_html(beside_sections(report.beside, phrases)),
        _closing(report, phrases),
    )


def _opening(report: Report, phrases: Phrases, title: str) -> Html:
    watched, session = words.origin(phrases, report)
    caveats = [element("p", line, class_="caveat") for line in words.caveats(phrases, report)]
    return element("header", element("h1", title), element("p", watched), element("p", session), *caveats)


def _safety(report: Report, phrases: Phrases) -> Html:
    if not report.unsafe:
        return Html()
    said = element("p", words.safety_words(phrases, report))
    timed = "card safety" if any(_time(one) for one in report.unsafe) else "card safety untimed"
    return section("safety", phrases("score.safety.title"), said, _moments(report.unsafe, phrases), class_=timed)


def _did(report: Report, phrases: Phrases) -> Html:
    inner: list[Html] = []
    if (keep := report.keep) is not None:
        at = join(element("time", clock(keep.at), datetime=f"PT{keep.at}S"), " ") if keep.at is not None else Html()
        note = element("p", at, keep.note or "")
        inner.append(element("div", element("strong", phrases("score.did.keep")), note, class_="keep"))
    if report.strengths:
        inner.append(_moments(report.strengths, phrases))
    if not inner:
        inner.append(element("p", phrases("score.did.none")))
    timed = any(_time(one) for one in report.strengths)
    return section("did", phrases("score.did.title"), *inner, class_="card" if timed else "card untimed")


def _time(one: Seen) -> str:
    return "" if one.moment is None or one.moment.at is None else clock(one.moment.at)


def _moments(seen: Sequence[Seen], phrases: Phrases) -> Html:
    rows = []
    for one in seen:
        if one.moment is not None and one.moment.at is not None:
            mark = element("time", _time(one), datetime=f"PT{one.moment.at}S")
        else:
            mark = element("span", "·", class_="mark", aria_hidden="true")
        kind = f" {phrases.text(one.skill)}"
        said = [element("span", phrases.text(one.text)), element("span", kind, class_="skill")]
        if one.moment is not None and one.moment.note:
            said.append(element("q", one.moment.note.strip()))
        rows.append(element("li", mark, element("div", *said)))
    return element("ul", *rows, class_="moments")


def _profile(report: Report, phrases: Phrases) -> Html:
    shown = [row for row in report.rows if row.standing.level is not None]
    inner: list[Html] = []
    if shown:
        names = ("score.profile.skill", "score.profile.level", "score.profile.basics")
        columns = (element("th", phrases(name), scope="col", role="columnheader") for name in names)
        head = element("thead", element("tr", *columns, role="row"), role="rowgroup")
        body = element("tbody", *(_row(row, report, phrases) for row in shown), role="rowgroup")
        legend = f"● {phrases.text(report.kinds['basic'])} · ★ {phrases.text(report.kinds['advanced'])}"
        inner.append(element("table", element("caption", legend), head, body, role="table"))
        counts = [
            element("div", element("dt", phrases.text(report.levels[level])), element("dd", str(count)))
            for level, count in report.counts.items()
        ]
        inner.append(element("dl", *counts, class_="numbers", aria_label=phrases("score.counts")))
        inner.append(pairs(words.definitions(phrases, report), "levels"))
    for reason, skills in words.not_assessed(phrases, report):
        inner.append(element("p", f"{reason}: {', '.join(skills)}", class_="aside"))
    if report.low:
        inner.append(element("p", words.low_words(phrases, report), class_="low"))
    return section("profile", phrases("score.profile.title"), *inner)


def _row(row: Row, report: Report, phrases: Phrases) -> Html:
    """A row of the profile. Roles are named, for on a phone the cells are laid out as a grid and would lose theirs."""
    apart = element("span", phrases("score.apart"), class_="apart") if row.apart else Html()
    deeper = f" {words.deeper_words(phrases, row)}" if row.deeper else ""
    basics = join(
        element("span", words.dots(row), class_="dots", aria_hidden="true"),
        " ",
        element("span", words.basics_words(phrases, row.standing) + deeper, class_="count"),
    )
    return element(
        "tr",
        element("th", phrases.text(row.text), apart, scope="row", role="rowheader"),
        element("td", words.level_words(phrases, report, row.standing.level), class_="level", role="cell"),
        element("td", basics, role="cell"),
        role="row",
    )


def _hindered(report: Report, phrases: Phrases) -> Html:
    if not report.hindered:
        return Html()
    said = words.resolved(phrases, report)
    inner = [_moments(report.hindered, phrases)] + ([element("p", said, class_="aside")] if said else [])
    timed = "card" if any(_time(one) for one in report.hindered) else "card untimed"
    return section("hindered", phrases("score.hindered.title"), *inner, class_=timed)


def _next(step: Next | None, phrases: Phrases) -> Html:
    title = phrases("score.next.title")
    if step is None:
        return section("next", title, element("p", phrases("score.next.none.html")), class_="card next")
    inner = [element("h3", phrases.text(step.text)), element("p", " ".join(words.reasons(phrases, step)))]
    lead, aims = words.aims(phrases, step)
    if aims:
        inner += [element("p", lead), element("ul", *(element("li", aim) for aim in aims), class_="aims")]
    pointers = words.pointers(phrases, step)
    if step.roleplay is not None:
        what = f"{phrases.text(step.text)}, {phrases('score.next.level', level=step.roleplay.level)}"
        line = element("code", words.roleplay_command(step.roleplay))
        pointers[-1] = (phrases("score.next.roleplay"), join(what, " ", line))
    if pointers:
        rows = [join(element("dt", name), element("dd", what)) for name, what in pointers]
        inner.append(element("dl", *rows, class_="pointers"))
    if step.guided and step.why != "safety":
        inner.append(element("p", phrases("score.next.guided"), class_="aside"))
    if said := words.last_choice(phrases, step):
        inner.append(element("p", said, class_="aside"))
    if step.why != "safety":
        inner.append(element("p", phrases("score.next.proposal.html"), class_="aside"))
    return section("next", title, *inner, class_="card next")


def _closing(report: Report, phrases: Phrases) -> Html:
    named = element("p", f"{phrases.text(report.instrument)} {report.version}")
    status = element("p", element("strong", phrases.text(report.status)))
    return element("footer", status, named, element("p", phrases("score.local")))
