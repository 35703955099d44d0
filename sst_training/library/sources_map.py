"""Reads docs/sources-map.yaml; docs/decisions says how it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sst_training.library.reading import Unreadable, read_document
from sst_training.library.walk import build
from sst_training.model.problem import Problem
from sst_training.model.sources_map import SourcesMap

SOURCES_MAP: Final = "docs/sources-map.yaml"


def sources_map(root: Path) -> tuple[SourcesMap | None, tuple[Problem, ...]]:
    """The map of a checkout, or None and what is wrong with it. Raises OSError where there is none."""
    try:
        document = read_document(root / SOURCES_MAP)
    except Unreadable as cause:
        problem = Problem(path=SOURCES_MAP, line=cause.line, column=cause.column, code=cause.code, words=cause.words)
        return None, (problem,)
    found, problems = build(SourcesMap, document, SOURCES_MAP)
    return found, tuple(problems)
