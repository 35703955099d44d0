"""What stayed out of a measure, in words."""

from __future__ import annotations

from collections.abc import Mapping

from sst_training.cli.layout import wrap
from sst_training.model.phrases import Phrases


def left_out(counts: Mapping[str, int], phrases: Phrases) -> list[str]:
    """What stayed out and why, a line a reason."""
    return [wrap(phrases(f"left_out.{reason}", count=count), 2, "  ") for reason, count in counts.items() if count]
