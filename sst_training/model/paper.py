"""The paper that sheets are set for."""

from __future__ import annotations

from typing import Final, Literal

Paper = Literal["a4", "a5"]
PAPERS: Final[tuple[Paper, ...]] = ("a4", "a5")
