"""JSON Schemas of the cards for editors, made from the structs: no second definition to keep.

`# yaml-language-server: $schema=…` at the top of a card points an editor at one. They are written for
YAML as an editor reads it, so `10` is a number there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec

from sst_training.library.calibration import CALIBRATION
from sst_training.library.kinds import INSTRUMENT, KINDS, WORDS, Kind
from sst_training.library.shelf import languages_of

FOLDER: Final = Path("sst_training") / "library" / "schemas"


def schema(kind: Kind, languages: tuple[str, ...]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind's files."""
    cls: Any = tuple[kind.cls, ...] if kind.many else kind.cls  # type: ignore[name-defined]
    found = msgspec.json.schema(cls)
    text = msgspec.json.schema(dict[str, str])
    complete = {
        "type": "object",
        "properties": {language: {"type": "string", "minLength": 1} for language in languages},
        "required": list(languages),
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **editors(found, text["type"], complete, fields=False),
    }


def editors(part: Any, text: str, complete: dict[str, Any], *, fields: bool) -> Any:
    """A schema with texts that ask for every language, and patterns as editors know them."""
    if isinstance(part, dict):
        words = {"type": "string", "minLength": 1}
        if not fields and part.get("type") == text and part.get("additionalProperties") == words:
            return complete
        return {
            name: editors(value, text, complete, fields=name in ("properties", "$defs")) for name, value in part.items()
        }
    if isinstance(part, list):
        return [editors(value, text, complete, fields=False) for value in part]
    return part.replace(r"\Z", "$") if isinstance(part, str) else part


def write_schemas(root: Path) -> list[Path]:
    """Writes every schema that differs from what stands there; gives those written."""
    written = []
    for kind in (*KINDS, *CALIBRATION, INSTRUMENT, WORDS):
        path = root / FOLDER / f"{kind.name}.json"
        content = msgspec.json.format(msgspec.json.encode(schema(kind, languages_of(root))), indent=1) + b"\n"
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            written.append(path)
    return written
