"""The whole course as one printed book: title, contents, chapters with figures, and the works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sst_training.sheets.typeset import typeset


def reader_pdf(chapters: Sequence[Mapping[str, Any]], words: Mapping[str, str], lang: str) -> bytes:
    """The PDF of chapters `{over, title, blocks}`; `words` are the sentences of the title page and the contents."""
    return typeset("reader", {"title": words["title"], "words": dict(words), "chapters": list(chapters)}, lang)
