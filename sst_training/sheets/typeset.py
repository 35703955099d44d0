"""Typesetting: plain data and a Typst template become a PDF, the same bytes for the same input.

Texts reach a template as values, never as markup, so what an author wrote is printed as it stands.
PDF/UA-1 always: a sign the fonts lack is then an error instead of an empty box.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any, Final

import msgspec

from sst_training.errors import CannotTypeset, SignNotInFont, TextTooLong

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


Sizes = list[list[float]]
"""Points for each sheet in `data["sheets"]`: its front, and its back if it has one."""


def fit(template: str, data: dict[str, Any], lang: str) -> Sizes:
    """For every side of a sheet the largest size at which it stays on one page.

    All sides are set at their first size, and what ran on to a next page again a step smaller. The typesetter
    remembers the sides that did not change: that takes half the time and memory of measuring each side
    before it is set. Raises TextTooLong for a side that never fits.
    """
    large = bool(data.get("large"))
    sheets = [[sheet, *([sheet["back"]] if "back" in sheet else [])] for sheet in data.get("sheets", ())]
    left = [[list(_tries(side, large)) for side in sides] for sides in sheets]
    bound = not large and any(not side.get("flows") for sides in sheets for side in sides)
    while True:
        sizes = [[tries[0] for tries in sides] for sides in left]
        if not bound:
            return sizes
        whole = iter(_whole(template, data, lang, sizes))
        ran_on = [
            (side, tries)
            for sheet, sides in zip(sheets, left, strict=True)
            for side, tries in zip(sheet, sides, strict=True)
            if not next(whole) and not side.get("flows")
        ]
        if not ran_on:
            return sizes
        for side, tries in ran_on:
            tries.pop(0)
            if not tries:
                raise TextTooLong(card=side["key"])


def _tries(side: dict[str, Any], large: bool) -> tuple[float, ...]:
    if large:
        return (LARGE,)
    if side.get("flows"):
        return (FLOWING,)
    return (ROOMY, *SIZES) if side.get("roomy") else SIZES


def _whole(template: str, data: dict[str, Any], lang: str, sizes: Sizes) -> list[bool]:
    """Whether each side ends on the page it begins on. Raises SignNotInFont or CannotTypeset."""
    import typst

    try:
        found = typst.query(**_given(template, data, lang, sizes), selector="<pages>", field="value", one=True)
    except typst.TypstError as cause:
        raise _in_our_words(cause) from cause
    pages: list[int] = msgspec.json.decode(found)
    return [first == last for first, last in zip(pages[::2], pages[1::2], strict=True)]


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
