"""Gives the folded parts of the navigation a name: Material labels a section that has a page of its own with an icon.

Without it all such parts are navigations without a name, and nobody hears which is which (axe: landmark-unique).
"""

from __future__ import annotations

import re

LABEL = re.compile(
    r'(<label\b[^>]*\bid="(__nav_[0-9_]+)_label"[^>]*>\s*<span class="md-nav__icon md-icon"></span>)\s*(</label>)'
)
TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_[0-9_]+)">\s*<span[^>]*></span>\s*(.*?)\s*</label>', re.S)


def named(page: str) -> str:
    """The page with each such label saying its section's title, unseen."""
    titles = dict(TITLE.findall(page))
    return LABEL.sub(
        lambda match: f'{match[1]}<span class="sst-said">{titles.get(match[2], "")}</span>{match[3]}', page
    )
