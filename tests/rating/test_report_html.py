"""The report as a page: well formed, self-contained, escaped, readable in light and dark."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import msgspec
import pytest

from sst_training.library.locales import phrases_for
from sst_training.library.reading import read_document
from sst_training.model.markup import element
from sst_training.model.rating import Rating
from sst_training.rating.report import report
from sst_training.rating.score import score
from sst_training.rating.times import with_seconds
from sst_training.sheets.report_html import report_html
from sst_training.sheets.report_page import stylesheet

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "{{ x }} {seen} [b] =1+1",
    "</style><b>",
    "[x](javascript:y)",
)
VOID = {"meta"}


class Page(HTMLParser):
    """Reads a page and keeps its tags, its text, and whether every element was closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Keeps a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Ends the innermost element, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keeps text."""
        self.text += data

    def named(self, name):
        """The attributes of every element of this name."""
        return [attrs for tag, attrs in self.tags if tag == name]


def page_of(data, library, phrases):
    """The page of a rating's plain data."""
    rating = msgspec.convert(with_seconds(data)[0], Rating)
    return report_html(report(rating, score(rating, library), library, today="2026-12-10"), phrases)


@pytest.fixture
def page(example, library, phrases):
    """The page of each example, in each language."""
    return Page(page_of(read_document(example).data, library, phrases))


def test_every_element_is_closed(page):
    """The parser is left with nothing open."""
    assert page.open == []


def test_language_one_h1_and_headings_in_order(page, phrases):
    """`lang` is set, there is one h1, and no level is skipped."""
    assert page.named("html")[0]["lang"] == phrases.lang
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_no_script_and_nothing_from_elsewhere(page):
    """No script, no address of any kind."""
    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in page.tags}
    assert not {"src", "href", "style", "onclick"} & {name for _, attrs in page.tags for name in attrs}
    assert "http" not in stylesheet()
    assert "url(" not in stylesheet()


def test_sections_are_named_by_their_heading(page):
    """Each section's label is the id of a heading, and ids are unique."""
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert sorted(ids) == sorted({attrs["aria-labelledby"] for attrs in page.named("section")})


def test_the_order_of_the_report(library, phrases, raw):
    """Safety, what you did, the profile, what hindered, one next step (DESIGN §5)."""
    items = {
        "frame": {"state": "assessed", "ticks": ["frame.s1"]},
        "focus": {"state": "assessed", "ticks": ["focus.h1"]},
    }
    page = Page(page_of(raw(items), library, phrases))
    order = [attrs["aria-labelledby"] for attrs in page.named("section")]
    assert order == ["safety", "did", "profile", "hindered", "next"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_write_is_escaped(payload, raw, library):
    """A payload in every field that takes words comes out as words."""
    items = {
        "focus": {
            "state": "assessed",
            "ticks": ["focus.b1", "focus.h1"],
            "evidence": [{"tick": "focus.b1", "note": payload}, {"tick": "focus.h1", "note": payload}],
        },
        "frame": {"state": "assessed", "ticks": ["frame.s1"], "evidence": [{"tick": "frame.s1", "note": payload}]},
    }
    agreed = {"with": "T1", "note": payload, "date": "2026-12-06"}
    for resolution, places in ((None, 5), (agreed, 6)):
        data = raw(items, keep={"note": payload}, prediction=payload, resolution=resolution)
        page = Page(page_of(data, library, phrases_for("nl")))
        assert not {"script", "img", "b"} & {tag for tag, _ in page.tags}
        assert page.text.count(payload) == places


def test_an_attribute_is_escaped():
    """A quote cannot end it."""
    assert element("p", "a & b", title='"><b>') == '<p title="&quot;&gt;&lt;b&gt;">a &amp; b</p>'


def luminance(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


PAIRS = [
    *[(ink, ground) for ink in ("ink", "soft", "teal") for ground in ("paper", "card", "wash")],
    *[(ink, "clay-wash") for ink in ("ink", "soft", "clay-ink")],
]


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_contrast(mode, pair):
    """All text has a contrast of at least 4.5 to 1 (WCAG 2.2 AA)."""
    blocks = re.findall(r":root \{(.*?)\}", stylesheet(), re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", blocks[mode]))
    light, dark = sorted((luminance(colours[name]) for name in pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_nothing_is_red():
    """No level has a colour of its own; the palette has no red (hue within 10 degrees of it, strong)."""
    import colorsys

    for colour in re.findall(r"#[0-9a-f]{6}", stylesheet()):
        hue, _, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
        assert saturation < 0.5 or 10 < hue * 360 < 350, colour
