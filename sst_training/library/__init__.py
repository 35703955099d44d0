"""YAML → model: locate, read (with line marks), check rules, compile."""

from sst_training.library.compiled import open_library

__all__ = ["open_library"]
