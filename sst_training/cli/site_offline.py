"""What the built site needs to work without a network: `sw.js`, with every file of the site and its hash.

The worker itself is docs/assets/tools/offline/worker.js; here it gets to know what was built. Its bytes change
whenever anything on the site does, which is how a browser finds out that there is a newer version.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

WORKER = "assets/tools/offline/worker.js"
NAME = "sw.js"
LEFT_OUT = re.compile(r"(^|/)(sw\.js|sitemap\.xml(\.gz)?|404\.html|assets/javascripts/lunr/.*|.*\.map)$")
"""Files that nobody reads offline: Material's word lists of thirty languages among them."""
TOOL = b"<sst-"


def write(site: Path, languages: tuple[str, ...]) -> None:
    """Writes `sw.js` into a whole site; the first language stands at its root, the others in their folders.

    A site without our tools has no worker, and needs none.
    """
    if not (site / WORKER).is_file():
        return
    worker = (site / WORKER).read_text(encoding="utf-8")
    built = json.dumps(described(site, languages), separators=(",", ":"), sort_keys=True)
    (site / NAME).write_text(f"self.BUILT = {built};\n{worker}", encoding="utf-8")


def described(site: Path, languages: tuple[str, ...]) -> dict[str, Any]:
    """Version, files (`[first 16 digits of the sha256, bytes]`) and what belongs together."""
    files: dict[str, list[Any]] = {}
    tools: set[str] = set()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not LEFT_OUT.search(name):
            content = path.read_bytes()
            files[name] = [hashlib.sha256(content).hexdigest()[:16], len(content)]
            if name.endswith(".html") and TOOL in content:
                tools.add(name)
    version = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]
    return {"version": version, "files": files, "groups": groups(files, tools, languages)}


def groups(files: Mapping[str, object], tools: set[str], languages: tuple[str, ...]) -> dict[str, list[str]]:
    """`base` comes with the worker; `tools.nl` with the first tool; `all.nl` when somebody takes the course along."""
    first = languages[0]
    found: dict[str, list[str]] = {}
    base = {name for lang in languages if (name := f"{'' if lang == first else lang + '/'}offline/index.html") in files}
    for lang in languages:
        own = [name for name in files if of_language(name, lang, languages)]
        found[f"tools.{lang}"] = [name for name in own if name in tools or needed(name)]
        found[f"all.{lang}"] = own
    styles = re.compile(r"(^|/)assets/(site\.css|stylesheets/(main|palette)\.[0-9a-f]+\.min\.css)$")
    return {"base": sorted(base | {name for name in files if styles.search(name)}), **found}


def of_language(name: str, lang: str, languages: tuple[str, ...]) -> bool:
    """Whether a file belongs to a language: all below its folder, and for the first all that is in no other's."""
    others = tuple(f"{other}/" for other in languages[1:])
    return name.startswith(f"{lang}/") if lang != languages[0] else not name.startswith(others)


def needed(name: str) -> bool:
    """Whether every tool page of its language needs this file."""
    return (
        re.search(r"(^|/)assets/(tools|vendor|library|stylesheets|javascripts/bundle)|(^|/)assets/[^/]+$", name)
        is not None
    )
