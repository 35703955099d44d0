"""The compiled library: one JSON file, so that a draw reads no YAML.

In a checkout the file stands in build/ and carries a digest of all it was made from, so that a changed
file is noticed at the next start; an installed wheel trusts the file it was built with.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Any, Final

import msgspec

from sst_training.errors import LibraryUnreadable
from sst_training.library import locate
from sst_training.library.kinds import ACTED, INSTRUMENT, KINDS, PLANS, WORDS
from sst_training.library.signature import signature
from sst_training.model.library import Library

BUILD: Final = "build"
WHOLE: Final = "library.json"
DRAWN: Final = "draw.json"
COURSE: Final[dict[str, Any]] = {
    **dict.fromkeys(("exercises", "pioneers", "stories", "questions", "terms", "references"), ()),
    "packed": msgspec.Raw(b"[[],[]]"),
    "packed_plans": msgspec.Raw(b"[]"),
}
"""What is left out for a draw, and what stands in its place."""


class Compiled(msgspec.Struct, frozen=True):
    """The compiled library with the digest of its sources."""

    digest: str
    library: Library


def digest_of(root: Path) -> str:
    """A sign for every file the library is made from, and the code that makes it."""
    places = [root / kind.place for kind in (WORDS, INSTRUMENT, *KINDS)]
    code = [locate.PACKAGE / "model", locate.PACKAGE / "library", locate.PACKAGE / "locales"]
    try:
        return signature([*places, root / ACTED, root / PLANS, *code])
    except OSError as cause:
        raise LibraryUnreadable(count=1, first=str(cause.filename)) from cause


def open_library(*, course: bool = True) -> Library:
    """The whole library, compiled; made anew when a source has changed.

    course: False leaves out what no draw needs (COURSE), to be had sooner.
    Raises LibraryUnreadable when a card cannot be read, or when there are no cards.
    """
    return library_below(None, course=course)


@functools.cache
def library_below(root: Path | None, *, course: bool = True) -> Library:
    """The library of a checkout (this package's own when None), or the one packed in the wheel."""
    decoder = msgspec.json.Decoder(Compiled)
    name = WHOLE if course else DRAWN
    if root is None:
        root = locate.PACKAGE.parent
        if not locate.is_checkout(root):
            try:
                return decoder.decode((locate.PACKED / name).read_bytes()).library
            except (OSError, msgspec.DecodeError) as cause:
                raise LibraryUnreadable(count=1, first=str(locate.PACKED / name)) from cause
    digest = digest_of(root)
    try:
        compiled = decoder.decode((root / BUILD / name).read_bytes())
        if compiled.digest == digest:
            return compiled.library
    except (OSError, msgspec.DecodeError):
        pass
    from sst_training.library.compile import compile_shelf
    from sst_training.library.shelf import read_shelf

    library = compile_shelf(read_shelf(root))
    for kept, content in encoded(digest, library).items():
        keep(root / BUILD / kept, content)
    return library


def encoded(digest: str, library: Library) -> dict[str, bytes]:
    """The compiled files by name: the whole library, and what draws need of it."""
    drawn = msgspec.structs.replace(library, **COURSE)
    return {
        WHOLE: msgspec.json.encode(Compiled(digest, library)),
        DRAWN: msgspec.json.encode(Compiled(digest, drawn)),
    }


def keep(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all; a checkout that cannot be written is simply compiled each time."""
    import tempfile

    try:
        path.parent.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
    except OSError:
        pass
