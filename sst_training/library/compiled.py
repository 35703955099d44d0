"""The compiled library: one JSON file, so that a draw reads no YAML.

In a checkout the file stands in build/ and carries a digest of all it was made from, so that a changed
file is noticed at the next start; an installed wheel trusts the file it was built with.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Final

import msgspec

from sst_training.errors import LibraryUnreadable
from sst_training.library import locate
from sst_training.library.kinds import ACTED, INSTRUMENT, KINDS, WORDS
from sst_training.library.signature import signature
from sst_training.model.library import Library

COMPILED: Final = Path("build") / "library.json"


class Compiled(msgspec.Struct, frozen=True):
    """The compiled library with the digest of its sources."""

    digest: str
    library: Library


def digest_of(root: Path) -> str:
    """A sign for every file the library is made from, and the code that makes it."""
    places = [root / kind.place for kind in (WORDS, INSTRUMENT, *KINDS)]
    code = [locate.PACKAGE / "model", locate.PACKAGE / "library", locate.PACKAGE / "locales"]
    try:
        return signature([*places, root / ACTED, *code])
    except OSError as cause:
        raise LibraryUnreadable(count=1, first=str(cause.filename)) from cause


def open_library() -> Library:
    """The whole library, compiled; made anew when a source has changed.

    Raises LibraryUnreadable when a card cannot be read, or when there are no cards.
    """
    return library_below(None)


@functools.cache
def library_below(root: Path | None) -> Library:
    """The library of a checkout (this package's own when None), or the one packed in the wheel."""
    decoder = msgspec.json.Decoder(Compiled)
    if root is None:
        root = locate.PACKAGE.parent
        if not locate.is_checkout(root):
            try:
                return decoder.decode(locate.PACKED.read_bytes()).library
            except (OSError, msgspec.DecodeError) as cause:
                raise LibraryUnreadable(count=1, first=str(locate.PACKED)) from cause
    digest = digest_of(root)
    kept = root / COMPILED
    try:
        compiled = decoder.decode(kept.read_bytes())
        if compiled.digest == digest:
            return compiled.library
    except (OSError, msgspec.DecodeError):
        pass
    from sst_training.library.compile import compile_shelf
    from sst_training.library.shelf import read_shelf

    library = compile_shelf(read_shelf(root))
    keep(kept, msgspec.json.encode(Compiled(digest, library)))
    return library


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
