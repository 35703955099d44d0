"""`sst doctor`: versions, where things are kept, whether chance and the store are what they should be."""

from __future__ import annotations

import platform
from collections.abc import Callable

import click

from sst_training import __version__
from sst_training.cli.data_folder import data_option, store_at
from sst_training.cli.frame import Command, desk
from sst_training.cli.layout import table
from sst_training.model.phrases import Phrases
from sst_training.rng import ALGORITHM, SplitMix64, stream
from sst_training.store.integrity import Health, health

VECTORS: tuple[tuple[Callable[[], int], int], ...] = (
    (lambda: SplitMix64(0).next(), 0xE220A8397B1DCDAF),
    (lambda: SplitMix64(1234567).next(), 6457827717110365317),
    (lambda: SplitMix64(0).below((1 << 63) + 1), 7960286522194355700),
    (lambda: stream(20260901, "scenario/1").next(), 0x9AF972C68D0C9C5A),
)
"""Published numbers (knowledge of SplitMix64; tests/vectors/rng.json holds them all)."""


@click.command("doctor", cls=Command, json=True)
@data_option
def command(data: str | None, as_json: bool) -> None:
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
    store = health(store_at(data))
    if as_json:
        here.out_json({**found, "store": store})
    else:
        words = {"True": here.phrases("doctor.good"), "False": here.phrases("doctor.bad")}
        rows = [[here.phrases(f"doctor.{name}"), words.get(str(value), str(value))] for name, value in found.items()]
        here.out(table([*rows, *store_rows(store, here.phrases)]))
    if not found["vectors"]:
        click.get_current_context().exit(3)
    if not store.good:
        click.get_current_context().exit(6)


def store_rows(store: Health, say: Phrases) -> list[list[str]]:
    """The practice sessions: where, how many, and each thing that is not in order on a line of its own."""
    backups = say("doctor.store.backups", count=store.backups, last=store.last_backup or "–")
    troubles = {
        "gone": store.gone,
        "damaged": store.damaged,
        "twice": store.twice,
        "open": store.private is False,
        "newer": store.newer,
        "set_aside": store.set_aside,
    }
    rows = [
        [say("doctor.store"), click.format_filename(store.folder)],
        [say("doctor.store.ratings"), say("doctor.store.count", count=store.ratings, locked=store.locked)],
        [say("doctor.store.annexes"), str(store.annexes)],
        [say("doctor.store.copies"), backups],
        [say("doctor.store.good"), say("doctor.good" if store.good else "doctor.bad")],
    ]
    return rows + [["", say(f"doctor.store.{name}", count=int(n))] for name, n in troubles.items() if n]
