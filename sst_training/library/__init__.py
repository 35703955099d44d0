"""YAML → model: locate, read (with line marks), check rules, compile."""

from sst_training.library.compile import open_library

__all__ = ["open_library"]
