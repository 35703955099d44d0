"""The report and the comparison on paper: in order, whole, and whatever people noted down."""

from __future__ import annotations

import json

import msgspec
import pytest

from sst_training.library.locate import checkout
from sst_training.model.rating import Rating
from sst_training.rating.beside import beside
from sst_training.rating.compare import compare
from sst_training.rating.report import Context, report
from sst_training.rating.score import score
from sst_training.rating.times import with_seconds
from sst_training.sheets.comparison_sections import comparison_sections, opening
from sst_training.sheets.report_pdf import comparison_pdf, report_pdf
from sst_training.sheets.typeset import typeset_with_warnings

EXAMPLES = checkout() / "docs" / "examples"
NAMES = ("first-try", "solid-session", "hindering-tick", "safety-tick")


def read(name: str) -> Rating:
    """The rating in an example."""
    data, _ = with_seconds(json.loads((EXAMPLES / f"{name}.json").read_text("utf-8")))
    return msgspec.convert(data, Rating)


def told(rating: Rating, library, **context):
    """The report of a rating."""
    return report(rating, score(rating, library), library, today="2026-12-10", context=Context(**context))


def flat(pages: list[str]) -> str:
    """All text on one line, hyphens at line ends healed."""
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_the_report(name, library, say, pages):
    """Safety, what you did, the profile, what hindered, one next step, not validated (DESIGN §5); on A4."""
    found = told(read(name), library)
    pdf, lost = report_pdf(found, say)
    text = flat(pages(pdf))
    titles = ["safety.title"] * bool(found.unsafe) + ["did.title", "profile.title"]
    titles += ["hindered.title"] * bool(found.hindered) + ["next.title"]
    places = [text.index(say(f"score.{title}")) for title in titles]

    assert lost == ""
    assert places == sorted(places)
    assert say.text(library.instrument.status) in text
    assert all(say(f"page.list.level.{level}") in text for level in range(1, 5))
    assert ("sst roleplay --skill" in text) == (found.next.roleplay is not None)


def test_the_comparison_in_the_order_of_the_reveal(library, say, pages):
    """What both saw, what hindered, the gaps, the levels, figures, one step."""
    ratings = [read("together-self"), read("together-trainer")]
    found = compare(ratings, library.instrument)
    sections = comparison_sections(found, ratings, library, say, beside(ratings[0]))
    pdf, lost = comparison_pdf(*opening(found, say), sections, library.instrument, say)
    text = flat(pages(pdf))
    places = [text.index(say(f"compare.{name}")) for name in ("strengths", "mismatches", "gaps", "levels", "figures")]

    assert lost == ""
    assert places == sorted(places)
    assert places[-1] < text.index(say("score.next.title"))
    assert "13:31" in text


def test_the_typesetter_remarks_nothing(library, say):
    """Of the longest report: everything seen, a client's form, an unsafe tick."""
    rating = read("safety-tick")
    from sst_training.sheets.report_pdf import common, sheet_data
    from sst_training.sheets.report_sections import report_sections

    found = told(rating, library)
    data = {**sheet_data("x", ("a",), ("b",), report_sections(found, say)), **common("i", "1", "s", say)}
    assert typeset_with_warnings("report", data, say.lang)[1] == []


@pytest.mark.parametrize(
    ("note", "lost"),
    [
        ("Ik zei 😀 en 漢", "😀漢"),
        ("<b>#pagebreak()</b> *x* $y$ [z] {{ w }} =1+1", ""),
        ("שלום", "שלום"),
        ("a" * 480, ""),
    ],
    ids=["signs", "markup", "hebrew", "without a space"],
)
def test_whatever_is_noted_is_printed_as_it_stands(library, dutch, pages, note, lost):
    """No markup comes alive, and a sign the fonts lack becomes an empty square that is told."""
    rating = msgspec.structs.replace(read("first-try"), prediction=note)
    pdf, missing = report_pdf(told(rating, library), dutch)
    text = flat(pages(pdf))

    assert set(missing) == set(lost)
    shown = "".join("□" if sign in lost else sign for sign in note)
    assert shown.replace(" ", "") in text.replace(" ", "").replace("\u200b", "")


def test_the_same_input_gives_the_same_bytes(library, dutch):
    """No clock, no path."""
    found = told(read("solid-session"), library)
    assert report_pdf(found, dutch)[0] == report_pdf(found, dutch)[0]
