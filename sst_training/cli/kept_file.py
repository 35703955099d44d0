"""Reads the observations from what a browser saved as one file: everything it kept (`sst-kept/1`)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from sst_training.cli.bounded_file import read_bounded
from sst_training.model.json_file import NOT_JSON, json_in

FORMAT: Final = "sst-kept/1"
MOST_BYTES: Final = 16 * 1024 * 1024


class Kept(msgspec.Struct):
    """What is read of the file; the rest of it is for the page."""

    format: str
    observations: tuple[msgspec.Raw, ...]


def observations_in(path: Path) -> list[bytes] | None:
    """Each observation as its own file would hold it; None for a file that does not say it is of this kind.

    Raises OutputUnwritable.
    """
    content, too_long = read_bounded(path, MOST_BYTES)
    if too_long or FORMAT.encode() not in content:
        return None
    try:
        kept = json_in(content, Kept)
    except NOT_JSON:
        return None
    return [bytes(one) for one in kept.observations] if kept.format == FORMAT else None
