"""Typesetting: plain data and a Typst template become a PDF, the same bytes for the same input.

Texts reach a template as values, never as markup, so what an author wrote is printed as it stands.
PDF/UA-1 always: a sign the fonts lack is then an error instead of an empty box.
"""

from __future__ import annotations

import functools
import math
import re
from pathlib import Path
from typing import Any, Final

import msgspec

from sst_training.errors import CannotTypeset, SignNotInFont, TextTooLong
from sst_training.model.paper import Paper

HERE: Final = Path(__file__).parent
TEMPLATES: Final = HERE / "templates"
FONTS: Final = HERE / "fonts"
FULL: Final = "sst-full:"
"""What a template says before the name of a text that does not fit its card at the smallest size."""

REGION: Final = {"nl": "NL", "en": "GB"}

SIZES: Final = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Points to try for a sheet that has to stay on one page, down to what still reads at arm's length."""

ROOMY: Final = 14.0
"""Points for a sheet with little on it, before the others are tried."""

FLOWING: Final = 10.0
LARGE: Final = 18.0

ON_A5: Final = (11.0, 10.5, 10.0, 9.5, 9.0)
ROOMY_ON_A5: Final = 12.5


@functools.cache
def _fonts() -> Any:
    """Our own fonts and nothing of the machine's, so that a sheet looks the same everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def typeset(template: str, data: dict[str, Any], lang: str) -> bytes:
    """The PDF of a template (its name without .typ) filled with plain data.

    Raises TextTooLong, SignNotInFont or CannotTypeset.
    """
    return typeset_with_warnings(template, data, lang)[0]


def typeset_with_warnings(template: str, data: dict[str, Any], lang: str) -> tuple[bytes, list[str]]:
    """The PDF and what the typesetter remarked; the tests allow no remark."""
    import typst

    given = _given(template, data, lang, fit(template, data, lang))
    try:
        pdf, warnings = typst.compile_with_warnings(**given, pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as cause:
        raise _in_our_words(cause) from cause
    return pdf, [warning.message for warning in warnings]


def forget() -> None:
    """Lets go of what the typesetter remembers of documents already set: it drops what ten runs did not use.

    After a document of hundreds of sheets that is half a gigabyte; eleven empty runs take 20 ms.
    """
    import typst

    for _ in range(11):
        typst.compile(b"", font_paths=_fonts(), ignore_system_fonts=True)


Sizes = list[list[float]]
"""Points for each sheet in `data["sheets"]`: its front, and its back if it has one."""


def fit(template: str, data: dict[str, Any], lang: str) -> Sizes:
    """For every side of a sheet the largest size at which it keeps to its pages.

    All sides are set at their first size, and what ran on too far again a step smaller. The typesetter
    remembers the sides that did not change: that takes half the time and memory of measuring each side
    before it is set. Raises TextTooLong for a side that never fits its page.
    """
    large, paper = bool(data.get("large")), data.get("paper", "a4")
    sides = [[sheet, *([sheet["back"]] if "back" in sheet else [])] for sheet in data.get("sheets", ())]
    left = [[_Fit(side, large=large, paper=paper, alone=len(both) == 1) for side in both] for both in sides]
    while True:
        sizes = [[one.size for one in both] for both in left]
        if not any(one.bound for both in left for one in both):
            return sizes
        taken = iter(_pages_taken(template, data, lang, sizes))
        ran_on = [one for both in left for one in both if next(taken) > one.most]
        if not ran_on:
            return sizes
        for one in ran_on:
            one.smaller()


class _Fit:
    """A side of a sheet on its way to a size: what is left to try, and how many pages it may take.

    On A4 a side is a page. On A5 it is a leaf, front and back, if it stands alone; two sides of one sheet, and a
    sheet with little on it, are a page each. What does not fit even so flows on, as in large print.
    """

    def __init__(self, side: dict[str, Any], *, large: bool, paper: Paper, alone: bool) -> None:
        self.key: str = side["key"]
        self.may_flow = paper == "a5"
        roomy = bool(side.get("roomy"))
        if large or side.get("flows"):
            self.flow(LARGE if large else FLOWING)
        elif paper == "a5":
            self.tries = [ROOMY_ON_A5, *ON_A5] if roomy else list(ON_A5)
            self.most: float = 2 if alone and not roomy else 1
        else:
            self.tries = [ROOMY, *SIZES] if roomy else list(SIZES)
            self.most = 1

    @property
    def size(self) -> float:
        """Points to set it in now."""
        return self.tries[0]

    @property
    def bound(self) -> bool:
        """Whether it has to be looked at."""
        return self.most < math.inf

    def flow(self, size: float) -> None:
        """As many pages as it takes."""
        self.tries, self.most = [size], math.inf

    def smaller(self) -> None:
        """A step down. Raises TextTooLong below the last."""
        del self.tries[0]
        if not self.tries:
            if not self.may_flow:
                raise TextTooLong(card=self.key)
            self.flow(FLOWING)


def _pages_taken(template: str, data: dict[str, Any], lang: str, sizes: Sizes) -> list[int]:
    """How many pages each side takes. Raises SignNotInFont or CannotTypeset."""
    import typst

    try:
        found = typst.query(**_given(template, data, lang, sizes), selector="<pages>", field="value", one=True)
    except typst.TypstError as cause:
        raise _in_our_words(cause) from cause
    pages: list[int] = msgspec.json.decode(found)
    return [last - first + 1 for first, last in zip(pages[::2], pages[1::2], strict=True)]


def _given(template: str, data: dict[str, Any], lang: str, sizes: Sizes) -> dict[str, Any]:
    """The template with its data. Sizes go in front of it: inputs that changed would make it forget everything."""
    filled = {**data, "lang": lang, "region": REGION.get(lang)}
    rows = "".join(f"({', '.join(map(str, sides))},)," for sides in sizes)
    main = (TEMPLATES / f"{template}.typ").read_text(encoding="utf-8")
    return {
        "input": f"#let type-sizes = ({rows})\n{main}".encode(),
        "root": str(TEMPLATES),
        "font_paths": _fonts(),
        "ignore_system_fonts": True,
        "sys_inputs": {"data": msgspec.json.encode(filled).decode()},
    }


def _in_our_words(cause: Any) -> TextTooLong | SignNotInFont | CannotTypeset:
    said = " ".join([cause.message, *cause.hints])
    if full := re.search(rf"{FULL}([^\"]*)", said):
        return TextTooLong(card=full[1].strip())
    if sign := re.search(r"(?:character|text) (.+?) could not be displayed", said):
        return SignNotInFont(sign=sign[1].strip("`"))
    return CannotTypeset(reason=cause.message)
