"""`sst doctor`: versions, where things are kept, whether chance is what it should be."""

from __future__ import annotations

import platform
from collections.abc import Callable

import click

from sst_training import __version__
from sst_training.cli.frame import Command, desk
from sst_training.cli.layout import table
from sst_training.rng import ALGORITHM, SplitMix64, stream

VECTORS: tuple[tuple[Callable[[], int], int], ...] = (
    (lambda: SplitMix64(0).next(), 0xE220A8397B1DCDAF),
    (lambda: SplitMix64(1234567).next(), 6457827717110365317),
    (lambda: SplitMix64(0).below((1 << 63) + 1), 7960286522194355700),
    (lambda: stream(20260901, "scenario/1").next(), 0x9AF972C68D0C9C5A),
)
"""Published numbers (knowledge of SplitMix64; tests/vectors/rng.json holds them all)."""


@click.command("doctor", cls=Command, json=True)
def command(as_json: bool) -> None:
    """`sst doctor`."""
    from sst_training.library import locate

    here = desk()
    here_is = locate.PACKAGE.parent
    found = {
        "version": __version__,
        "python": platform.python_version(),
        "library": here.library.hash,
        "cards": str(locate.PACKED if not locate.is_checkout(here_is) else here_is),
        "checkout": locate.is_checkout(here_is),
        "algorithm": ALGORITHM,
        "vectors": all(make() == number for make, number in VECTORS),
    }
    if as_json:
        here.out_json(found)
    else:
        words = {"True": here.phrases("doctor.good"), "False": here.phrases("doctor.bad")}
        rows = [[here.phrases(f"doctor.{name}"), words.get(str(value), str(value))] for name, value in found.items()]
        here.out(table(rows))
    if not found["vectors"]:
        click.get_current_context().exit(3)
