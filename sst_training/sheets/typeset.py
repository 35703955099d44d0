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
"""What a template says before the name of a text that does not fit its sheet at the smallest size."""

REGION: Final = {"nl": "NL", "en": "GB"}


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

    filled = {**data, "lang": lang, "region": REGION.get(lang)}
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(TEMPLATES / f"{template}.typ"),
            root=str(TEMPLATES),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": msgspec.json.encode(filled).decode()},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError as cause:
        raise _in_our_words(cause) from cause
    return pdf, [warning.message for warning in warnings]


def _in_our_words(cause: Any) -> TextTooLong | SignNotInFont | CannotTypeset:
    said = " ".join([cause.message, *cause.hints])
    if full := re.search(rf"{FULL}([^\"]*)", said):
        return TextTooLong(card=full[1].strip())
    if sign := re.search(r"(?:character|text) (.+?) could not be displayed", said):
        return SignNotInFont(sign=sign[1].strip("`"))
    return CannotTypeset(reason=cause.message)
