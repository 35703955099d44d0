"""A content security policy for a page: only our own files, and only the inline scripts that are there now."""

from __future__ import annotations

import base64
import hashlib
import re

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.S | re.I)
CHARSET = re.compile(r"<meta charset=[^>]*>", re.I)


def hashes(page: str) -> list[str]:
    """The sha256 of each inline script that a browser would run, each once. JSON is data and needs none."""
    found = (
        match["body"]
        for match in INLINE.finditer(page)
        if "src=" not in match["attributes"] and "application/json" not in match["attributes"]
    )
    digests = (base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in found)
    return list(dict.fromkeys(f"'sha256-{digest}'" for digest in digests))


def policy(page: str) -> str:
    """The policy in words. Styles may stand in a page (Material writes some); scripts only with their hash."""
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes(page)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def with_policy(page: str) -> str:
    """A page with its policy right behind the charset, before anything can load."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return CHARSET.sub(lambda match: match[0] + meta, page, count=1)
