"""How far an observation has come: what was answered since the last part that is whole in the rating file."""

from __future__ import annotations

from typing import Literal

import msgspec

PROGRESS = "sst-progress/1"


class Progress(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys given for parts that are not finished yet; it stands beside the rating file while one rates.

    part: what is being asked, a skill or another part of the observation; None when nothing is.
    answers: question id → answer, in the order given, so that the last one can be undone.
    before: earlier answers of parts that are gone through again.
    last: the answers of the part that was finished last, for undoing across its border.
    done: the parts that leave no trace in a rating file when they are skipped.
    """

    format: Literal["sst-progress/1"] = "sst-progress/1"
    part: str | None = None
    answers: dict[str, str] = {}
    before: dict[str, str] = {}
    last: dict[str, str] = {}
    done: tuple[str, ...] = ()
