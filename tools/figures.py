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
    units = sum(0.35 if c in NARROW else 0.9 if c in WIDE else 0.7 if c.isupper() else 0.61 for c in string)
    return units * size * (1.12 if bold else 1)


def wrap(string, width, size, bold=False):
    """Break a text into lines that fit the width, as few as possible, ending with sentences or else about equally long."""

    def filled(limit):
        lines = [""]
        for word in string.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and text_width(longer, size, bold) > limit:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    tries = [filled(limit) for limit in range(width // 2, width + 1, 4)]
    fewest = [lines for lines in tries if len(lines) == len(filled(width))] or [filled(width)]
    return max(fewest, key=lambda lines: sum(line[-1] in ".:?" for line in lines))


def num(value):
    """A coordinate without needless digits."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


class Drawing:
    """The pen: everything drawn goes through these few strokes, so that all figures are in one hand."""

    def __init__(self):
        self.parts = []

    def shape(self, tag, fill="none", stroke="none", thick=2.5, dash="", **attributes):
        """Any SVG shape; fill and stroke are names from COLOURS."""
        style = f"fill:{COLOURS[fill]};stroke:{COLOURS[stroke]}"
        if stroke != "none":
            style += f";stroke-width:{num(thick)};stroke-linecap:round;stroke-linejoin:round"
        if dash:
            style += f";stroke-dasharray:{dash}"
        listed = " ".join(f'{k}="{v if isinstance(v, str) else num(v)}"' for k, v in attributes.items())
        self.parts.append(f'<{tag} {listed} style="{style}"/>')

    def reserve(self):
        """Keep a place beneath what comes next; call the answer as `shape` when its size is known."""
        place, below = len(self.parts), Drawing()

        def fill_in(*tag, **paint):
            below.shape(*tag, **paint)
            self.parts[place:place] = below.parts

        return fill_in

    def box(self, x, y, width, height, radius=14, **paint):
        self.shape("rect", x=x, y=y, width=width, height=height, rx=radius, **paint)

    def line(self, path, stroke="accent", **paint):
        self.shape("path", d=path, stroke=stroke, **paint)

    def icon(self, x, y, name):
        for path, paint in ICONS[name]:
            self.line(path, transform=f"translate({num(x)} {num(y)})", **paint)

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

    def middle(self, x, y, string, width, size=18, **type_):
        """Wrapped text, its lines centred on y."""
        lines = wrap(string, width, size, type_.get("bold", False))
        self.paragraph(x, y + size * (0.35 - 0.665 * (len(lines) - 1)), string, width, size, **type_)

    def svg(self, name, alt, height):
        """The whole picture, with its text alternative as title."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {num(height)}" role="img" '
            f'aria-labelledby="{name}-title" style="display:block;width:100%;max-width:34rem;height:auto;'
            f'margin:0 auto;font-family:inherit">\n<title id="{name}-title">{escape(alt)}</title>\n'
            + "\n".join(self.parts)
            + "\n</svg>\n"
        )


def ring(radius, x=0, y=0):
    """A circle as a path."""
    return f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0"


SOLID, PAPER = {"fill": "accent"}, {"fill": "paper"}
ICONS = {  # name: the strokes, drawn round (0, 0) in a square of 52
    "whole": [(ring(26), PAPER), ("M-7 -10h14q6 0 6 6v6q0 6 -6 6h-6l-7 7v-7h-1q-6 0 -6 -6v-6q0 -6 6 -6z", {})],
    "one": [("M-20 0h40", {"stroke": "line"}), (ring(11, -19), SOLID), (ring(6, 7), PAPER), (ring(6, 24), PAPER)],
    "door": [
        ("M-25 24h50", {}),
        ("M-15 24v-50h30v50", PAPER),
        ("M-15 -26l18 7v50l-18 -7z", SOLID),
        (ring(1, -2, 6), {"stroke": "paper"}),
    ],
    "book": [("M0 -9q-8 -6 -18 -4v22q10 -2 18 4q8 -6 18 -4v-22q-10 -2 -18 4zv22", {})],
    "pencil": [("M-14 14l3 -10l18 -18l7 7l-18 18zM3 -10l7 7", {})],
    "talk": [
        ("M-12 -13h12q6 0 6 6v4q0 6 -6 6h-5l-6 6v-6h-1q-6 0 -6 -6v-4q0 -6 6 -6z", {}),
        ("M11 -4q7 0 7 7v3q0 6 -6 6v6l-6 -6h-5", {}),
    ],
    "record": [(ring(15), {}), (ring(6), {"fill": "accent-2", "stroke": "accent-2"})],
    "list": [(f"M-16 {y}l3 3l5 -6M0 {y}h16", {}) for y in (-11, 0, 11)],
    "step": [("M-17 14h11v-9h11v-9h11v-9M10 -7l6 -7l6 7", {})],
}


# Figures: each takes a pen and its texts in one language, and returns the height it used.


def what_sst_is(pen, data):
    pen.text(8, 28, data["is"], 22, bold=True)
    y = 44
    for idea in data["ideas"]:
        pen.box(2, y, 476, 104, fill="wash")
        pen.icon(56, y + 52, idea["icon"])
        after = pen.paragraph(112, y + 36, idea["head"], 356, 20, bold=True, colour="accent")
        pen.paragraph(112, after, idea["text"], 352)
        y += 116
    pen.text(8, y + 34, data["is_not"], 22, bold=True)
    y += 50
    pen.box(2, y, 476, 20 + 42 * len(data["nots"]), fill="paper", stroke="line", dash="2 7")
    for n, item in enumerate(data["nots"]):
        row = y + 31 + 42 * n
        pen.line(f"M48 {row - 8}l16 16M64 {row - 8}l-16 16", stroke="accent-2", thick=3.5)
        pen.text(112, row + 6, item)
    return y + 24 + 42 * len(data["nots"])


def mark(pen, kind, x, y, length=0):
    """A point in time; its shape tells its kind: diamond = anecdote, disc = moment, long disc = period."""
    if kind == "anecdote":
        pen.line(f"M{num(x)} {num(y - 11)}l11 11l-11 11l-11 -11z", stroke="accent-2", fill="paper", thick=3)
    else:
        pen.box(x - 8, y - 8, 16, 16 + (length if kind == "period" else 0), 8, fill="accent")


def timeline(pen, data):
    for kind, x in (("anecdote", 18), ("moment", 166), ("period", 332)):
        mark(pen, kind, x, 17 if kind != "period" else 10, 14)
        pen.text(x + 20, 23, data["legend"][kind], 17, colour="soft")
    top, y = 68, 74
    spine = pen.reserve()
    for entry in data["entries"]:
        anecdote = entry["kind"] == "anecdote"
        year = f"{entry['year']} · {data['legend']['anecdote']}" if anecdote else entry["year"]
        pen.text(54, y, year, 17, bold=True, colour="accent-2" if anecdote else "accent")
        after = pen.paragraph(54, y + 26, entry["head"], 420, 20, bold=True)
        after = pen.paragraph(54, after - 1, entry["text"], 420, colour="soft")
        mark(pen, entry["kind"], 18, y - 6, after - y - 30)
        y = after + 22
    spine("path", d=f"M18 {top}V{y - 46}", stroke="line", thick=4)
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
    panel = pen.reserve()
    top, y = y - 18, y + 16
    for note in data["notes"]:
        y = pen.paragraph(24, y, note["strong"], 430, 19, bold=True)
        y = pen.paragraph(24, y, note["text"], 430) + 10
    panel("rect", x=2, y=top, width=476, height=y - top - 16, rx=14, fill="wash")
    return pen.paragraph(4, y + 18, data["base"], 470, 17, colour="soft") - 8


def evidence_layers(pen, data):
    y = pen.paragraph(4, 28, data["head"], 470, 22, bold=True) - 6
    steps = data["steps"]
    for n, item in enumerate(steps):
        left = 2 + 20 * (len(steps) - 1 - n)
        pen.box(left, y, 478 - left, 104, 5, fill="wash" if n % 2 else "paper", stroke="accent")
        pen.text(left + 18, y + 30, item["name"], 17, bold=True, colour="soft")
        pen.text(left + 18, y + 58, item["ask"], 19, bold=True, colour="accent")
        pen.text(left + 18, y + 86, item["limit"], 17)
        y += 104
    return pen.paragraph(4, y + 36, data["foot"], 470, 18, colour="soft") - 10


def loop(pen, data):
    places = ((240, 40), (383, 156), (383, 296), (240, 412), (97, 296), (97, 156))
    for path in (
        "M345 40Q390 40 390 108l-8 -9m8 9l8 -9",
        "M390 204V248l-8 -9m8 9l8 -9",
        "M390 344Q390 412 345 412l9 -8m-9 8l9 8",
        "M135 412Q90 412 90 344l-8 9m8 -9l8 9",
        "M90 248V204l-8 9m8 -9l8 9",
        "M90 108Q90 40 135 40l-9 -8m9 8l-9 8",
    ):
        pen.line(path, stroke="accent-2", thick=3)
    for (x, y), stop in zip(places, data["stops"], strict=True):
        pen.box(x - 95, y - 38, 190, 76, 20, fill="wash", stroke="accent")
        pen.icon(x - 66, y, stop["icon"])
        pen.middle(x - 39, y, stop["label"], 130, size=17, bold=True)
    pen.middle(240, 226, data["centre"], 220, size=20, colour="soft", anchor="middle")
    return 452


def before_the_talk(pen, data):
    y = 2
    for n, stop in enumerate(data["stops"]):
        pen.box(2, y, 476, 104, fill="wash")
        pen.icon(52, y + 52, stop["icon"])
        pen.text(104, y + 36, stop["head"], 20, bold=True, colour="accent")
        pen.paragraph(104, y + 63, stop["text"], 362)
        y += 104
        if n < len(data["stops"]) - 1:
            pen.line(f"M52 {y + 4}v18l-7 -8m7 8l7 -8", stroke="accent-2", thick=3)
            y += 26
    return y + 2


def hour_in_phases(pen, data):
    scale, top = 11, 12  # units a minute; where minute 0 stands
    for phase in data["phases"]:
        start, end = (int(minute) for minute in phase["minutes"])
        y, height = top + scale * start, scale * (end - start)
        pen.box(46, y, 258, height, 5, fill=phase["fill"], stroke="accent", thick=1.5)
        pen.text(58, y + height / 2 + 6, phase["name"], 17, bold=True)
        pen.text(38, y + 6, str(start), 16, colour="soft", anchor="end")
    pen.text(38, top + scale * 60 + 6, "60", 16, colour="soft", anchor="end")
    for check in data["checks"]:
        y = top + scale * int(check["minute"])
        pen.line(f"M296 {num(y)}H322", stroke="accent-2", thick=3.5)
        pen.text(330, y + 6, check["head"], 17, bold=True, colour="accent-2")
        pen.paragraph(330, y + 28, check["text"], 146, 17)
    return top + scale * 60 + 16


def two_tracks(pen, data):
    for n, track in enumerate(data["tracks"]):
        x, y = 2 + 246 * n, 46
        pen.text(x + 115, 28, track["head"], 20, bold=True, colour="accent", anchor="middle")
        for step in track["steps"]:
            pen.box(x, y, 230, 68, fill="wash")
            pen.middle(x + 115, y + 34, step, 206, anchor="middle")
            pen.line(f"M{x + 115} {y + 72}v18l-7 -8m7 8l7 -8", stroke="accent-2", thick=3)
            y += 94
    pen.box(2, y, 476, 112, fill="paper", stroke="accent")
    pen.text(240, y + 34, data["meet"]["head"], 20, bold=True, colour="accent", anchor="middle")
    pen.middle(240, y + 74, data["meet"]["text"], 436, anchor="middle")
    return y + 114


idea_to_step = before_the_talk  # the same drawing with other words
last_six_minutes = after_a_sign = before_the_talk


def who_spoke(pen, data):
    y = pen.paragraph(4, 28, data["head"], 470, 22, bold=True)
    for row in data["rows"]:
        count = int(row["count"])
        pen.text(4, y + 12, row["label"], 18)
        for n in range(count):
            fill = "accent" if row["kind"] == "helper" else "wash"
            pen.shape("circle", cx=22 + 44 * n, cy=y + 42, r=16, fill=fill, stroke="accent")
        pen.text(22 + 44 * count, y + 50, str(count), 24, bold=True, colour="accent")
        y += 88
    return pen.paragraph(4, y + 8, data["foot"], 470, 18, colour="soft") - 8


def factor_ranges(pen, data):
    left, scale = 4, 4.72  # where 0 stands; units a per cent
    pen.text(4, 28, data["head"], 22, bold=True)
    pen.text(4, 56, data["sub"], 18, colour="soft")
    y = 96
    for bar in data["bars"]:
        low, high = (data["numbers"][bar[end]] for end in ("low", "high"))
        pen.text(left, y, bar["label"], 18)
        pen.text(476, y, f"{low} {data['to']} {high}%", 20, bold=True, colour="accent", anchor="end")
        pen.line(f"M{left} {y + 26}H{num(left + scale * 100)}", stroke="line")
        pen.box(left + scale * low, y + 13, scale * (high - low), 26, 8, fill="accent", stroke="accent")
        y += 76
    pen.text(left, y - 18, "0%", 16, colour="soft")
    pen.text(left + scale * 50, y - 18, "50%", 16, colour="soft", anchor="middle")
    pen.text(left + scale * 100, y - 18, "100%", 16, colour="soft", anchor="end")
    panel = pen.reserve()
    top, y = y + 2, y + 36
    for note in data["notes"]:
        y = pen.paragraph(24, y, note["strong"], 430, 19, bold=True)
        y = pen.paragraph(24, y, note["text"], 430) + 10
    panel("rect", x=2, y=top, width=476, height=y - top - 16, rx=14, fill="wash")
    return y - 12


def six_principles(pen, data):
    y = 2
    for stop in data["stops"]:
        pen.box(2, y, 476, 84, fill="wash")
        pen.icon(52, y + 42, stop["icon"])
        pen.text(104, y + 36, stop["head"], 20, bold=True, colour="accent")
        pen.text(104, y + 64, stop["text"])
        y += 96
    return y - 8


def pilot_counts(pen, data):
    pen.text(4, 28, data["head"], 22, bold=True)
    pen.text(4, 56, data["sub"], 18, colour="soft")
    y = 96
    for bar in data["bars"]:
        count, told = data["numbers"][bar["value"]], bar["kind"] == "told"
        pen.text(4, y, bar["label"], 18, bold=told)
        pen.box(4, y + 10, count * 8, 34, 8, fill="accent" if told else "line", stroke="accent")
        pen.text(count * 8 + 16, y + 36, str(count), 24, bold=True, colour="accent")
        y += 82
    panel = pen.reserve()
    top, y = y - 18, y + 16
    for note in data["notes"]:
        y = pen.paragraph(24, y, note["strong"], 430, 19, bold=True)
        y = pen.paragraph(24, y, note["text"], 430) + 10
    panel("rect", x=2, y=top, width=476, height=y - top - 16, rx=14, fill="wash")
    return pen.paragraph(4, y + 18, data["base"], 470, 17, colour="soft") - 8


def stays_and_changes(pen, data):
    pen.text(8, 28, data["stays"], 22, bold=True)
    height = 24 + 40 * len(data["keep"])
    pen.box(2, 44, 476, height, fill="wash")
    for n, item in enumerate(data["keep"]):
        row = 76 + 40 * n
        pen.line(f"M26 {row - 6}l7 7l12 -14", thick=3.5)
        pen.text(64, row, item)
    y = 44 + height
    pen.text(8, y + 44, data["changes"], 22, bold=True)
    y += 60
    for dial in data["dials"]:
        pen.box(2, y, 476, 76, fill="paper", stroke="line", dash="2 7")
        pen.text(26, y + 31, dial["head"], 19, bold=True, colour="accent-2")
        pen.text(26, y + 58, dial["text"])
        y += 86
    return y - 8


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
