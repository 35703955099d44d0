"""What we took over from elsewhere is what its makers published."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def test_vendor_files_are_the_listed_ones(root: Path) -> None:
    """Each file has the hash of the list, and no file stands there unlisted."""
    vendor = root / "docs" / "assets" / "vendor"
    listed = {
        path: sha
        for package in json.loads((vendor / "vendor.json").read_text())
        for path, sha in package["files"].items()
    }
    there = {
        path.relative_to(vendor).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.rglob("*")
        if path.is_file() and path.name != "vendor.json"
    }
    assert there == listed
