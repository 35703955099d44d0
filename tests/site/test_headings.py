"""The anchors that are worked out beforehand are those of the built pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sst_training.pages.headings import sections
from sst_training.pages.site import Heading, address


def test_a_heading_in_plain_words_with_its_anchor() -> None:
    """Accents, marks, a link, an anchor of its own, the same words twice, and what only looks like one."""
    page = (
        "# Eén\n\n## Één *ding*, oefenen\n\n```\n## geen kop\n```\n\n### Drie\n\n## Naar [elders](x.md)\n\n"
        "## Eigen {#own}\n\n## Zonder {: data-x }\n\n## Drie\n"
    )
    assert sections(page) == (
        Heading("Één ding, oefenen", "een-ding-oefenen"),
        Heading("Naar elders", "naar-elders"),
        Heading("Eigen", "own"),
        Heading("Zonder", "zonder"),
        Heading("Drie", "drie_1"),
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_anchor_is_on_the_built_page(lang: str, built: Path, root: Path) -> None:
    """Each section of each module page, found by the anchor that was worked out."""
    folder = root / "docs" / lang
    for path in sorted((folder / "modules").glob("*.md")):
        source = path.relative_to(folder).as_posix()
        html = (built / ("" if lang == "nl" else lang) / address(source) / "index.html").read_text(encoding="utf-8")
        there = re.findall(r'<h2 id="([^"]+)"', html)
        found = [heading.anchor for heading in sections(path.read_text(encoding="utf-8"))]
        assert found == [anchor for anchor in there if anchor in found], source
