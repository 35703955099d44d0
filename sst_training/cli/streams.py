"""Where answers go: a terminal in its own signs, a file or pipe in UTF-8."""

from __future__ import annotations

import io
import os
import sys


def take_any_sign() -> None:
    """From now on stdout and stderr refuse no sign: one that a terminal lacks becomes a question mark.

    What is no terminal gets UTF-8, also where the system would choose otherwise; PYTHONIOENCODING has the last word.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            own = stream.isatty() or os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding=None if own else "utf-8", errors="replace")
