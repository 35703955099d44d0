#!/usr/bin/env python3
"""Draw the figures of the course from docs/assets/figures/data.yaml, one SVG a figure and language.

The SVGs are put inline into pages: colours come from CSS variables (so light and dark both work), ids carry
the figure's name, and the drawing is narrow and tall so that its text stays readable on a phone.
Same data, same bytes.    Usage: figures.py [--check]      --check writes nothing; exit 1 when a file is out of date
"""
import argparse
import pathlib
import sys
from xml.sax.saxutils import escape

import yaml

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "docs" / "assets" / "figures"
LANGUAGES = ("nl", "en")
WIDTH = 480  # on a phone of 340 px text of 18 becomes 12.75 px
COLOURS = {
    "ink": "var(--sst-ink, #1f2a2e)",
    "soft": "var(--sst-soft, #5b6b70)",
    "accent": "var(--sst-accent, #00544d)",
    "accent-2": "var(--sst-accent-2, #b4552d)",
    "paper": "var(--sst-paper, #ffffff)",
    "line": "var(--sst-line, #c9d3d1)",
    "wash": "var(--sst-wash, #e7f0ee)",
    "none": "none",
}
# Width of a letter as a share of the type size, on the wide side: the page's typeface is not known here.
NARROW, WIDE = set("iljtfrI.,:;'’!|()- "), set("mwMWOQ%@")


def text_width(string, size, bold=False):
    """Estimated width of a line of text, in units of the drawing."""
    units = sum(0.32 if c in NARROW else 0.86 if c in WIDE else 0.66 if c.isupper() else 0.56 for c in string)
    return units * size * (1.06 if bold else 1)


def wrap(string, width, size, bold=False):
    """Break a text into lines that fit the width."""
    lines = [""]
    for word in string.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def num(value):
    """A coordinate without needless digits."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


class Drawing:
    """The pen: everything drawn goes through these few strokes, so that all figures are in one hand."""

    def __init__(self):
        self.parts = []

    def shape(self, tag, fill="none", stroke="none", width=2.5, dash="", **attributes):
        """Any SVG shape; fill and stroke are names from COLOURS."""
        style = f"fill:{COLOURS[fill]};stroke:{COLOURS[stroke]}"
        if stroke != "none":
            style += f";stroke-width:{num(width)};stroke-linecap:round;stroke-linejoin:round"
        if dash:
            style += f";stroke-dasharray:{dash}"
        listed = " ".join(f'{k}="{v if isinstance(v, str) else num(v)}"' for k, v in attributes.items())
        self.parts.append(f'<{tag} {listed} style="{style}"/>')

    def box(self, x, y, width, height, radius=14, **paint):
        self.shape("rect", x=x, y=y, width=width, height=height, rx=radius, **paint)

    def line(self, path, stroke="accent", **paint):
        self.shape("path", d=path, stroke=stroke, **paint)

    def dot(self, x, y, radius, **paint):
        self.shape("circle", cx=x, cy=y, r=radius, **paint)

    def text(self, x, y, string, size=18, colour="ink", bold=False, anchor="start"):
        """One line; y is its baseline."""
        style = f"fill:{COLOURS[colour]};font-size:{size}px;font-weight:{650 if bold else 400};text-anchor:{anchor}"
        self.parts.append(f'<text x="{num(x)}" y="{num(y)}" style="{style}">{escape(string)}</text>')

    def paragraph(self, x, y, string, width, size=18, **type_):
        """Wrapped text from baseline y down; returns the baseline of the line after it."""
        for line in wrap(string, width, size, type_.get("bold", False)):
            self.text(x, y, line, size, **type_)
            y += round(size * 1.33)
        return y

    def svg(self, name, alt, height):
        """The whole picture, with its text alternative as title."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {num(height)}" role="img" '
            f'aria-labelledby="{name}-title" style="display:block;width:100%;max-width:34rem;height:auto;'
            f'margin:0 auto;font-family:inherit">\n<title id="{name}-title">{escape(alt)}</title>\n'
            + "\n".join(self.parts) + "\n</svg>\n"
        )


# Icons: each draws itself in a square of 48 around (x, y).

def bubble(pen, x, y, half=20, **paint):
    """A speech bubble, its tail at the lower left."""
    a, b, r = half, half * 0.72, 8
    pen.line(f"M{num(x - a + r)} {num(y - b)}h{num(2 * a - 2 * r)}q{r} 0 {r} {r}v{num(2 * b - 2 * r)}q0 {r} -{r} {r}"
             f"h-{num(2 * a - 2 * r - 8)}l-8 8v-8q-{r} 0 -{r} -{r}v-{num(2 * b - 2 * r)}q0 -{r} {r} -{r}z", **paint)


def whole(pen, x, y):
    """A talk inside a closed ring: nothing left over."""
    pen.dot(x, y, 26, stroke="accent", fill="paper")
    bubble(pen, x, y - 1, 13)


def one(pen, x, y):
    """Three places, the first one filled."""
    pen.line(f"M{num(x - 20)} {num(y)}h40", stroke="line")
    pen.dot(x - 19, y, 11, fill="accent", stroke="accent")
    pen.dot(x + 7, y, 6, fill="paper", stroke="accent")
    pen.dot(x + 24, y, 6, fill="paper", stroke="accent")


def door(pen, x, y):
    """A door that stands ajar."""
    pen.line(f"M{num(x - 25)} {num(y + 24)}h50")
    pen.line(f"M{num(x - 15)} {num(y + 24)}v-50h30v50", fill="paper")
    pen.line(f"M{num(x - 15)} {num(y - 26)}l18 7v50l-18 -7z", fill="accent")
    pen.dot(x - 2.5, y + 6, 2.2, fill="paper")


def book(pen, x, y):
    pen.line(f"M{num(x)} {num(y - 9)}q-8 -6 -18 -4v22q10 -2 18 4q8 -6 18 -4v-22q-10 -2 -18 4zv22")


def pencil(pen, x, y):
    pen.line(f"M{num(x - 14)} {num(y + 14)}l3 -10l18 -18l7 7l-18 18zM{num(x + 3)} {num(y - 10)}l7 7")


def talk(pen, x, y):
    bubble(pen, x - 5, y - 4, 12)
    pen.line(f"M{num(x + 12)} {num(y - 2)}h1q6 0 6 6v5q0 6 -6 6v6l-6 -6h-4")


def record(pen, x, y):
    pen.dot(x, y, 15, stroke="accent")
    pen.dot(x, y, 6, fill="accent-2", stroke="accent-2")


def list_(pen, x, y):
    for row in (-11, 0, 11):
        pen.line(f"M{num(x - 16)} {num(y + row)}l3 3l5 -6M{num(x)} {num(y + row)}h16")


def step(pen, x, y):
    pen.line(f"M{num(x - 17)} {num(y + 14)}h11v-9h11v-9h11v-9M{num(x + 10)} {num(y - 7)}l6 -7l6 7")


ICONS = {f.__name__.rstrip("_"): f for f in (whole, one, door, book, pencil, talk, record, list_, step)}


# Figures: each takes a pen and its texts in one language, and returns the height it used.

def what_sst_is(pen, data):
    pen.text(8, 28, data["is"], 22, bold=True)
    y = 44
    for idea in data["ideas"]:
        pen.box(2, y, 476, 104, fill="wash")
        ICONS[idea["icon"]](pen, 56, y + 52)
        after = pen.paragraph(112, y + 36, idea["head"], 356, 20, bold=True, colour="accent")
        pen.paragraph(112, after, idea["text"], 352)
        y += 116
    pen.text(8, y + 34, data["is_not"], 22, bold=True)
    y += 50
    pen.box(2, y, 476, 20 + 42 * len(data["nots"]), fill="paper", stroke="line", dash="2 7")
    for n, item in enumerate(data["nots"]):
        row = y + 31 + 42 * n
        pen.line(f"M48 {row - 8}l16 16M64 {row - 8}l-16 16", stroke="accent-2", width=3.5)
        pen.text(112, row + 6, item)
    return y + 24 + 42 * len(data["nots"])


def mark(pen, kind, x, y, length=0):
    """A point in time; its shape tells its kind: diamond = anecdote, disc = moment, long disc = period."""
    if kind == "anecdote":
        pen.line(f"M{num(x)} {num(y - 12)}l12 12l-12 12l-12 -12z", stroke="accent-2", fill="paper", width=3)
    elif kind == "moment":
        pen.dot(x, y, 9, fill="accent", stroke="paper")
    else:
        pen.box(x - 9, y - 9, 18, length + 18, 9, fill="accent", stroke="paper")


def timeline(pen, data):
    x, y = 14, 22
    for kind, shift in (("anecdote", 14), ("moment", 12), ("period", 12)):
        if x + 26 + text_width(data["legend"][kind], 17) > WIDTH:
            x, y = 14, y + 32
        mark(pen, kind, x + (0 if kind != "period" else -1), y - 6 if kind != "period" else y - 10, 8)
        pen.text(x + shift + 6, y, data["legend"][kind], 17, colour="soft")
        x += text_width(data["legend"][kind], 17) + 44
    spine = len(pen.parts)
    top = y = y + 44
    for entry in data["entries"]:
        pen.text(54, y, entry["year"], 17, bold=True, colour="accent-2" if entry["kind"] == "anecdote" else "accent")
        if entry["kind"] == "anecdote":
            pen.text(54 + text_width(entry["year"], 17, True) + 6, y, "· " + data["legend"]["anecdote"], 17, colour="soft")
        after = pen.paragraph(54, y + 26, entry["head"], 420, 20, bold=True)
        after = pen.paragraph(54, after - 1, entry["text"], 418, colour="soft")
        mark(pen, entry["kind"], 18, y - 6, after - y - 34)
        y = after + 20
    pen.parts[spine:spine], tail = [], pen.parts[spine:]
    del pen.parts[spine:]
    pen.line(f"M18 {top - 6}V{y - 30}", stroke="line", width=4)
    pen.parts += tail
    pen.text(54, y, data["scale"], 17, colour="soft")
    return y + 12


def one_session_share(pen, data):
    pen.text(4, 28, data["head"], 22, bold=True)
    pen.text(4, 56, data["sub"], 18, colour="soft")
    y = 96
    for bar in data["bars"]:
        length = data["numbers"][bar["value"]] * 8.8
        paint = {
            "mode": {"fill": "accent", "stroke": "accent"},
            "plain": {"fill": "line", "stroke": "accent"},
            "sum": {"fill": "paper", "stroke": "accent", "dash": "2 6"},
        }[bar["kind"]]
        pen.text(4, y, bar["label"], 18, bold=bar["kind"] == "mode")
        pen.box(4, y + 10, length, 34, 8, **paint)
        pen.text(length + 16, y + 36, f"{data['numbers'][bar['value']]}%", 24, bold=True, colour="accent")
        y += 82
    inside = len(pen.parts)
    top, y = y - 18, y + 16
    for note in data["notes"]:
        y = pen.paragraph(24, y, note["strong"], 430, 19, bold=True)
        y = pen.paragraph(24, y, note["text"], 430) + 10
    boxed = pen.parts[inside:]
    del pen.parts[inside:]
    pen.box(2, top, 476, y - top - 14, fill="wash")
    pen.parts += boxed
    return pen.paragraph(4, y + 18, data["base"], 470, 17, colour="soft") - 8


def evidence_layers(pen, data):
    y = pen.paragraph(4, 28, data["head"], 470, 22, bold=True) - 6
    steps = data["steps"]
    for n, item in enumerate(steps):
        left = 2 + 22 * (len(steps) - 1 - n)
        pen.box(left, y, 478 - left, 104, 10, fill="wash" if n % 2 else "paper", stroke="accent")
        pen.text(left + 18, y + 30, item["name"], 17, bold=True, colour="soft")
        pen.text(left + 18, y + 58, item["ask"], 19, bold=True, colour="accent")
        pen.text(left + 18, y + 86, item["limit"], 17)
        y += 104
    return pen.paragraph(4, y + 36, data["foot"], 470, 18, colour="soft") - 10


def loop(pen, data):
    places = ((240, 44), (392, 152), (392, 300), (240, 408), (88, 300), (88, 152))
    for arc in ("M326 44Q392 44 392 104", "M392 190V252", "M392 338Q392 408 332 408",
                "M154 408Q88 408 88 348", "M88 262V200", "M88 114Q88 44 148 44"):
        pen.line(arc, stroke="accent-2", width=3)
    for x, y, head in ((392, 106, "l-8 -9m8 9l8 -9"), (392, 254, "l-8 -9m8 9l8 -9"), (330, 408, "l9 -8m-9 8l9 8"),
                       (88, 346, "l-8 9m8 -9l8 9"), (88, 198, "l-8 9m8 -9l8 9"), (150, 44, "l-9 -8m9 8l-9 8")):
        pen.line(f"M{x} {y}{head}", stroke="accent-2", width=3)
    for (x, y), stop in zip(places, data["stops"]):
        pen.box(x - 86, y - 36, 172, 72, 18, fill="wash", stroke="accent")
        ICONS[stop["icon"]](pen, x - 57, y)
        lines = wrap(stop["label"], 108, 18, True)
        for n, line in enumerate(lines):
            pen.text(x - 28, y + 6 + 23 * (n - (len(lines) - 1) / 2), line, 18, bold=True)
    lines = wrap(data["centre"], 110, 19)
    for n, line in enumerate(lines):
        pen.text(240, 232 + 26 * (n - (len(lines) - 1) / 2), line, 19, colour="soft", anchor="middle")
    return 452


def spoken(node, language, numbers):
    """The data with one language chosen and the numbers filled in."""
    if isinstance(node, dict):
        if set(node) == set(LANGUAGES):
            comma = "." if language == "nl" else ","
            shown = {k: f"{v:,}".replace(",", comma) for k, v in numbers.items()}
            return node[language].format_map(shown)
        return {key: spoken(value, language, numbers) for key, value in node.items()}
    return [spoken(value, language, numbers) for value in node] if isinstance(node, list) else node


def drawn():
    """Every figure in every language: (path, text of the file)."""
    content = yaml.safe_load((FOLDER / "data.yaml").read_text(encoding="utf-8"))
    numbers = {key: entry["value"] for key, entry in content["numbers"].items()}
    for name, figure in content["figures"].items():
        for language in LANGUAGES:
            pen, data = Drawing(), spoken(figure, language, numbers)
            height = globals()[name.replace("-", "_")](pen, data | {"numbers": numbers})
            yield FOLDER / f"{name}.{language}.svg", pen.svg(name, data["alt"], height)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is out of date")
    check, stale = parser.parse_args().check, []
    for path, text in drawn():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not check:
                path.write_text(text, encoding="utf-8")
    print("\n".join(stale) or "all figures are up to date")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
