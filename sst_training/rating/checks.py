"""What a rating file can have wrong beyond its types, each as a Problem with a code of its own.

Two questions are asked apart. `faults`: does the file say something that cannot be so? `unfinished`: what
does it still lack before it can be scored? A draft may be unfinished; a locked rating may not.
"""

from __future__ import annotations

from sst_training.model.instrument import Instrument
from sst_training.model.problem import Problem
from sst_training.model.rating import Rating
from sst_training.rating import item_checks, moment_checks, session_checks
from sst_training.rating.findings import Findings, Marks

CODES: dict[str, str] = {
    "R101": "another instrument than the one at hand",
    "R102": "another version of the instrument",
    "R103": "an unknown skill",
    "R104": "an unknown tick",
    "R105": "a tick of another skill",
    "R106": "a tick named twice",
    "R107": "a tick both seen and not applicable",
    "R108": "not applicable, though the tick is not conditional",
    "R109": "na without a reason",
    "R110": "a reason without na",
    "R111": "no opportunity for a core skill",
    "R112": "ticks or moments for a skill that was not assessed",
    "R113": "skills not filled in yet",
    "R114": "a moment for a tick that was not ticked",
    "R115": "no moment for a tick that needs one",
    "R116": "a moment that needs a time",
    "R117": "a moment that needs words",
    "R118": "a time without a recording",
    "R119": "a time beyond the recording",
    "R120": "a time outside the span",
    "R121": "a span without a recording",
    "R122": "a span that ends before it begins",
    "R123": "a span beyond the recording",
    "R124": "an own issue rated by another",
    "R125": "words in an own-issue session",
    "R126": "a date the calendar does not have",
    "R127": "the client's voice in another rater's file",
    "R128": "a client's form with skills",
    "R129": "a client's form without a voice",
    "R130": "a resolution without an unsafe tick",
    "R131": "a recording without everyone's consent",
    "R132": "a date before the session",
    "R133": "a text that is no time",
    "R134": "a client's form has no profile",
}
"""Every code and what it stands for. The sentences are in locales/, under `rating.<code>`."""


def faults(rating: Rating, instrument: Instrument, *, path: str, marks: Marks) -> list[Problem]:
    """What cannot be so in this rating, in the order of the file. Empty for a sound rating or a sound draft."""
    found = Findings(path, marks)
    session_checks.check(rating, found)
    moment_checks.check(rating, found)
    if rating.instrument != instrument.id:
        found.add("R101", "instrument", found=rating.instrument, wanted=instrument.id)
    elif rating.version != instrument.version:
        found.add("R102", "version", found=rating.version, wanted=instrument.version)
    else:
        item_checks.check(rating, instrument, found)
        if rating.locked and rating.rater.role != "client":
            _lacking(rating, instrument, found)
    return sorted(found.problems, key=Problem.order)


def unfinished(rating: Rating, instrument: Instrument, *, path: str, marks: Marks) -> list[Problem]:
    """What a sound rating lacks before it can be scored, in the order of the file."""
    found = Findings(path, marks)
    if rating.rater.role == "client":
        found.add("R134", "rater", "role")
    else:
        _lacking(rating, instrument, found)
    return sorted(found.problems, key=Problem.order)


def _lacking(rating: Rating, instrument: Instrument, found: Findings) -> None:
    item_checks.check_complete(rating, instrument, found)
    moment_checks.check_complete(rating, instrument, found)
