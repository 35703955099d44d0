"""`sst new KIND SLUG`: an annotated card to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from sst_training.cli.frame import Argument, Command, desk
from sst_training.errors import OutputUnwritable, SstError
from sst_training.library.kinds import KINDS, Kind, kind_named


class CardExists(SstError):
    """There is a file of this name already."""

    exit_code = 6
    key = "error.card_exists"


class BadSlug(SstError):
    """A slug that is not lower-case words with hyphens."""

    exit_code = 2
    key = "error.slug"


WRITTEN = tuple(kind.name for kind in KINDS if kind.name != "module")


@click.command("new", cls=Command)
@click.argument("kind_name", cls=Argument, metavar="KIND", type=click.Choice(WRITTEN))
@click.argument("slug", cls=Argument)
def command(kind_name: str, slug: str) -> None:
    """`sst new`."""
    from sst_training.library.locate import checkout

    here = desk()
    kind = kind_named(kind_name)
    if kind is None or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise BadSlug(slug=slug)
    root = checkout()
    path = write(root, kind, slug)
    here.out(path.relative_to(root).as_posix())
    here.remark(here.phrases("new.written", path=path.relative_to(root).as_posix()))


def write(root: Path, kind: Kind, slug: str) -> Path:
    """Writes the template with the next free id; a list card is added at the end of its file."""
    from sst_training.library.lock import next_id
    from sst_training.library.templates import filled

    path = root / kind.place
    if path.suffix != ".yaml":
        path = path / f"{slug}.yaml"
    if path.exists() and not kind.many:
        raise CardExists(path=str(path))
    content = filled(kind.name, card_id=next_id(root, kind) if kind.prefix else slug, slug=slug)
    if path.exists():
        content = "\n" + content
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(content)
    except OSError as cause:
        raise OutputUnwritable(path=str(path), reason=cause.strerror or "") from cause
    return path
