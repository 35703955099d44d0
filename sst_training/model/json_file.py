"""The content of a JSON file, as people's programs leave it."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import Any, Final

import msgspec

NOT_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading raises of content that is no JSON, or is not of the type."""


def json_in(content: bytes, kind: Any = Any) -> Any:
    """What stands in it, of a type; the mark that some editors put before it is passed over. Raises NOT_JSON."""
    return msgspec.json.decode(content.removeprefix(BOM_UTF8), type=kind)
