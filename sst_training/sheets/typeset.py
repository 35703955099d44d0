"""Typesetting: plain data and a Typst template become a PDF, the same bytes for the same input.

Texts reach a template as values, never as markup, so what an author wrote is printed as it stands.
PDF/UA-1 always: a sign the fonts lack is then an error instead of an empty box.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
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

    given = _given(template, fit(template, data, lang), lang)
    try:
        pdf, warnings = typst.compile_with_warnings(**given, pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as cause:
        raise _in_our_words(cause) from cause
    return pdf, [warning.message for warning in warnings]


def fit(template: str, data: dict[str, Any], lang: str) -> dict[str, Any]:
    """The same data with a type size on every side of a sheet: the largest at which it stays on one page.

    All sides are set at their first size, and what ran on to a next page again a step smaller. The typesetter
    remembers the sides that did not change, which makes this three times lighter than measuring each side
    before it is set. Raises TextTooLong for a side that never fits.
    """
    large = bool(data.get("large"))
    plain = {**data, **{name: [dict(sheet) for sheet in data[name]] for name in ("sheets", "cards") if _has(data, name)}}
    if isinstance(data.get("table_card"), dict):
        plain["table_card"] = dict(data["table_card"])
    sides = list(_sides(plain))
    tries = [_tries(side, large) for side in sides]
    step = [0] * len(sides)
    while True:
        for side, sizes, at in zip(sides, tries, step, strict=True):
            side["size"] = sizes[at]
        if not any(len(sizes) > 1 for sizes in tries):
            return plain
        ran_on = [i for i, whole in enumerate(_whole(template, plain, lang)) if not whole and len(tries[i]) > 1]
        if not ran_on:
            return plain
        for i in ran_on:
            step[i] += 1
            if step[i] == len(tries[i]):
                raise TextTooLong(card=sides[i]["key"])


def _has(data: dict[str, Any], name: str) -> bool:
    return isinstance(data.get(name), list)


def _sides(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every side of every sheet, in the order of the pages."""
    sheets = [data["table_card"]] if data.get("table_card") else [*data.get("sheets", ())]
    if _has(data, "cards") and all("parts" in sheet for sheet in data["cards"]):
        sheets += data["cards"]
    for sheet in sheets:
        yield sheet
        if "back" in sheet:
            sheet["back"] = dict(sheet["back"])
            yield sheet["back"]


def _tries(side: dict[str, Any], large: bool) -> tuple[float, ...]:
    if large:
        return (LARGE,)
    if side.get("flows"):
        return (FLOWING,)
    return (ROOMY, *SIZES) if side.get("roomy") else SIZES


def _whole(template: str, data: dict[str, Any], lang: str) -> list[bool]:
    """Whether each side ends on the page it begins on. Raises SignNotInFont or CannotTypeset."""
    import typst

    try:
        found = typst.query(**_given(template, data, lang), selector="<pages>", field="value", one=True)
    except typst.TypstError as cause:
        raise _in_our_words(cause) from cause
    pages: list[int] = msgspec.json.decode(found)
    return [first == last for first, last in zip(pages[::2], pages[1::2], strict=True)]


def _given(template: str, data: dict[str, Any], lang: str) -> dict[str, Any]:
    filled = {**data, "lang": lang, "region": REGION.get(lang)}
    return {
        "input": str(TEMPLATES / f"{template}.typ"),
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
