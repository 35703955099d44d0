"""The fonts that are shipped: the original files, with their licence, and not too heavy."""

from __future__ import annotations

import hashlib
import json

from sst_training.sheets.typeset import FONTS

VENDOR = json.loads((FONTS / "vendor.json").read_text())


def test_fonts_are_the_original_files():
    """Reserved font names: only unmodified files may carry them (OFL)."""
    listed = {name: digest for package in VENDOR for name, digest in package["sha256"].items()}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
    assert found == listed


def test_licence_goes_with_each_package():
    """The text of the OFL, in the same folder."""
    for package in VENDOR:
        assert "SIL Open Font License" in (FONTS / package["licence_file"]).read_text()


def test_fonts_weigh_less_than_two_and_a_half_megabytes():
    """A wheel that is quick to get."""
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 2_500_000
