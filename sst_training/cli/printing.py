"""What the commands that print share: the paper, and a sign of life while many sheets are set."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from sst_training.cli.frame import Desk, Option
from sst_training.model.paper import PAPERS


def paper_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--paper`: what the sheets are set for; a4 unless said otherwise."""
    choice = click.Choice(PAPERS, case_sensitive=False)
    return click.option("--paper", cls=Option, type=choice, default="a4", help="help.paper")(function)


@contextmanager
def sign_of_life(here: Desk, key: str) -> Iterator[Callable[[int, int], None]]:
    """A line on stderr that says how far the work is; on a terminal only, and gone when the work is done."""
    alive = sys.stderr.isatty()

    def step(done: int, total: int) -> None:
        if alive:
            click.echo(f"\r\x1b[K{here.phrases(key, done=done, total=total)}", nl=False, err=True)

    try:
        yield step
    finally:
        if alive:
            click.echo("\r\x1b[K", nl=False, err=True)
