"""A content problem: a value that is collected and shown, never raised."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong, where, and what to do. `code` is stable; `words` fill its sentence in locales/."""

    path: str
    line: int
    column: int
    code: str
    words: dict[str, str] = {}

    def order(self) -> tuple[str, int, int, str]:
        """Sorts problems by file, then place."""
        return (self.path, self.line, self.column, self.code)
