"""The annotated cards that `sst new` writes, one file a kind."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PLACEHOLDER: Final = "…fill in…"


def filled(kind: str, *, card_id: str, slug: str) -> str:
    """The template of a kind with its id in place; texts are placeholders that `sst check` finds."""
    text = (Path(__file__).parent / f"{kind}.yaml").read_text(encoding="utf-8")
    return text.replace("{id}", card_id).replace("{slug}", slug).replace("{fill}", PLACEHOLDER)
