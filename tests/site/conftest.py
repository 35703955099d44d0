"""A library whose every text is hostile, the real one as pages, and the built site (once a session)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout
from sst_training.model.library import Library
from sst_training.pages.site import PageFacts, Site

HOSTILE = (
    '<img src=x onerror=alert(1)> "><script>alert(2)</script> </article></div> [b] {{ x }} {% y %} [x](javascript:y) '
    "\x1b[31m =1+1 `tick` **bold** &amp; ''\n\n```\nfence\n```\n\n# heading\n*[abbr]: gone\n[ref]: javascript:z"
)
FREE = {"authors", "year", "title", "container", "name", "doi", "url"}
"""Fields that hold one text for all languages."""


def poison(node: Any, key: str = "") -> Any:
    """The same value with every text in it replaced by HOSTILE."""
    if isinstance(node, dict):
        if "nl" in node and "en" in node:
            return dict.fromkeys(node, HOSTILE)
        return {name: poison(value, name) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [poison(value, key) for value in node]
    return HOSTILE if isinstance(node, str) and key in FREE else node


@pytest.fixture(scope="session")
def library() -> Library:
    """The library of this checkout."""
    return open_library()


@pytest.fixture(scope="session")
def hostile(library: Library) -> Site:
    """A site whose every card text is hostile."""
    bare = msgspec.structs.replace(library, packed=msgspec.UNSET, packed_plans=msgspec.UNSET)
    plain = poison(msgspec.to_builtins(bare))
    talks = poison(msgspec.to_builtins((library.calibrations, library.mixups)))
    poisoned = msgspec.structs.replace(
        msgspec.convert(plain, type=Library),
        packed=msgspec.Raw(msgspec.json.encode(talks)),
        packed_plans=msgspec.Raw(msgspec.json.encode(poison(msgspec.to_builtins(library.plans)))),
    )
    return Site(poisoned, phrases_for("nl"), {"modules/history.md": PageFacts("Geschiedenis", HOSTILE, 60)})


@pytest.fixture(scope="session")
def site(library: Library) -> Callable[[str], Site]:
    """The site in one language, with one written page."""
    return lambda lang: Site(
        library, phrases_for(lang), {"modules/history.md": PageFacts("Geschiedenis", "Over toen.", 60)}
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return checkout()
