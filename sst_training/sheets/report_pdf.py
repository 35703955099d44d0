"""A report or a comparison as PDF: the sections of either, set with the template `report`."""

from __future__ import annotations

from typing import Any, Final

from sst_training.errors import SignNotInFont
from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.rating.report import Report
from sst_training.sheets import report_words as words
from sst_training.sheets.report_sections import report_sections
from sst_training.sheets.sections import Section
from sst_training.sheets.typeset import typeset

INSTEAD: Final = "□"
"""For a sign in somebody's notes that our fonts lack: a report is not held up by it."""

MOST_SIGNS: Final = 60
"""Different ones replaced before one gives up."""


def report_pdf(report: Report, say: Phrases) -> tuple[bytes, str]:
    """The report, and the signs it could not print. Raises SignNotInFont, CannotTypeset."""
    title = say("score.title", ratee=report.ratee)
    instrument = (say.text(report.instrument), report.version, say.text(report.status))
    data = sheet_data(title, words.origin(say, report), words.caveats(say, report), report_sections(report, say))
    return set_whole({**data, **common(*instrument, say)}, say)


def comparison_pdf(
    title: str, who: str, sections: list[Section], instrument: Instrument, say: Phrases
) -> tuple[bytes, str]:
    """The comparison, and the signs it could not print. Raises SignNotInFont, CannotTypeset."""
    named = (say.text(instrument.text), instrument.version, say.text(instrument.status))
    return set_whole({**sheet_data(title, (who,), (), sections), **common(*named, say)}, say)


def sheet_data(title: str, opening: Any, caveats: Any, sections: list[Section]) -> dict[str, Any]:
    """What the template needs of one document."""
    return {"title": title, "opening": list(opening), "caveats": list(caveats), "sections": sections}


def common(instrument: str, version: str, status: str, say: Phrases) -> dict[str, str]:
    """What stands on every one."""
    return {"over": instrument, "version": version, "status": status, "foot": status, "local": say("score.local")}


def set_whole(data: dict[str, Any], say: Phrases) -> tuple[bytes, str]:
    """The PDF. A sign that our fonts lack gives way to an empty square, for people note down what they like."""
    lost = ""
    while True:
        try:
            return typeset("report", data, say.lang), lost
        except SignNotInFont as cause:
            signs = str(cause.words["sign"]).strip("\"'`")
            if not signs or INSTEAD in signs or len(lost) >= MOST_SIGNS:
                raise
            lost += signs
            data = _without(data, signs)


def _without(data: Any, signs: str) -> Any:
    if isinstance(data, str):
        return data.translate({ord(sign): INSTEAD for sign in signs})
    if isinstance(data, dict):
        return {name: _without(value, signs) for name, value in data.items()}
    return [_without(value, signs) for value in data] if isinstance(data, list | tuple) else data
