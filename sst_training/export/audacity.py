"""The moments of one observation as a label file: tab-separated, for Audacity and for a spreadsheet.

A line holds begin and end in seconds with six decimals, and the label (Audacity manual, "Importing and exporting
labels"). Begin and end are the same: a moment is a point.
"""

from __future__ import annotations

import re
from typing import Final

from sst_training.model.instrument import Instrument
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating

RISKY: Final = ("=", "+", "-", "@")
"""A spreadsheet takes what begins so for a formula."""


def label_file(rating: Rating, instrument: Instrument, say: Phrases) -> tuple[str, int]:
    """The file's text, in the order of the recording, and how many moments have no time and are left out."""
    texts = {tick.id: say.text(tick.text) for item in instrument.items for tick in item.ticks}
    moments = [
        (moment.at, f"{moment.tick} {texts.get(moment.tick, '')}".strip().rstrip("."), moment.note)
        for rated in rating.items.values()
        for moment in rated.evidence
    ]
    if rating.keep is not None:
        moments.append((rating.keep.at, say("score.did.keep"), rating.keep.note))
    timed = sorted((at, words, note or "") for at, words, note in moments if at is not None)
    lines = [f"{at:.6f}\t{at:.6f}\t{cell(f'{words}: {note}' if note else words)}\n" for at, words, note in timed]
    return "".join(lines), len(moments) - len(timed)


def cell(text: str) -> str:
    """A text as it may stand in a column: on one line, and no formula."""
    line = re.sub(r"[\t\r\n\v\f\x85\u2028\u2029]", " ", text)
    return f"'{line}" if line.startswith(RISKY) else line
