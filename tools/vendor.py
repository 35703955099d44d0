"""Copies the few browser libraries we use into docs/assets/vendor, as their makers published them.

`python tools/vendor.py` fetches the pinned packages with npm and writes the files and vendor.json with their
sha256; a test compares what is there with that list. Nobody who uses or builds the course needs npm.
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "docs" / "assets" / "vendor"
PACKAGES = {
    "lit-html": {
        "version": "3.3.2",
        "licence": "BSD-3-Clause",
        "files": {
            "lit-html.js": "lit-html.js",
            "directive.js": "directive.js",
            "directive-helpers.js": "directive-helpers.js",
            "directives/live.js": "directives/live.js",
            "directives/repeat.js": "directives/repeat.js",
            "LICENSE": "LICENSE",
        },
    },
    "idb-keyval": {
        "version": "6.3.0",
        "licence": "Apache-2.0",
        "files": {"dist/index.js": "idb-keyval.js", "LICENCE": "LICENCE"},
    },
    "qrcode-generator": {
        "version": "2.0.4",
        "licence": "MIT",
        "files": {"dist/qrcode.mjs": "qrcode.js"},
    },
}


def fetched(name: str, version: str, folder: Path) -> dict[str, bytes]:
    """The files of a published package, by their path in it."""
    subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(fileobj=io.BytesIO((folder / f"{name}-{version}.tgz").read_bytes())) as held:
        files = {member.name.removeprefix("package/"): held.extractfile(member) for member in held if member.isfile()}
        return {path: file.read() for path, file in files.items() if file}


def main() -> None:
    """Writes every file and the list of what they are."""
    listed = []
    with tempfile.TemporaryDirectory() as folder:
        for name, package in PACKAGES.items():
            held = fetched(name, str(package["version"]), Path(folder))
            hashes = {}
            for source, goal in dict(package["files"]).items():
                path = VENDOR / name / goal
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(held[source])
                hashes[f"{name}/{goal}"] = hashlib.sha256(held[source]).hexdigest()
            listed.append({"name": name, "version": package["version"], "licence": package["licence"], "files": hashes})
    (VENDOR / "vendor.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
