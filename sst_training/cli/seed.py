"""The start code of a command that draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sst_training.cli.frame import Option


def seed_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--seed`, for every command that draws."""
    return click.option("--seed", cls=Option, help="help.seed", metavar="TEXT")(function)


def seed_or_new(seed: str | None) -> tuple[str, int]:
    """The seed as it is shown, and its number; a fresh six-digit one when none was given. Raises BadSeed."""
    from sst_training.errors import BadSeed
    from sst_training.rng import SEED_LENGTH, seed_number

    if seed is None:
        import secrets

        seed = str(100_000 + secrets.randbelow(900_000))
    shown = seed.strip(" \t\r\n")
    try:
        return shown, seed_number(seed)
    except ValueError as cause:
        raise BadSeed(length=len(shown), most=SEED_LENGTH) from cause
