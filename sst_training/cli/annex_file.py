"""Reads what stands beside a session from a file that `sst sessions export` wrote."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.bounded_file import read_bounded
from sst_training.errors import RatingInvalid, RatingNewer
from sst_training.model.annex import Annex
from sst_training.model.json_file import NOT_JSON, json_in
from sst_training.store.annexes import annex_number, decoded_annex
from sst_training.store.format import MOST_BYTES, Unsound


def annex_in(path: Path) -> Annex | None:
    """The annex in a file; None for a file that does not say it is one.

    Raises RatingNewer, RatingInvalid for an annex that is not sound, OutputUnwritable.
    """
    content, too_long = read_bounded(path, MOST_BYTES)
    if too_long or not is_annex(content):
        return None
    name = click.format_filename(path)
    try:
        return decoded_annex(content)
    except Unsound as cause:
        if cause.state == "newer":
            raise RatingNewer(path=name, format=cause.reason) from cause
        raise RatingInvalid(path=f"{name} ({cause.reason})", count=1) from cause


def is_annex(content: bytes) -> bool:
    """Whether a file says it is an annex."""
    if b"sst-annex/" not in content:
        return False
    try:
        return annex_number(json_in(content)) is not None
    except NOT_JSON:
        return False
