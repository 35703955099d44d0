"""Builds both languages side by side, each into a folder of its own, and puts the site in its place whole.

What a language was built from is kept as digests beside the build, so that `sst site serve` builds a
language again only when something it reads has changed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sst_training.cli import site_offline
from sst_training.errors import NeedsSiteExtra, OutputUnwritable, SiteFailed
from sst_training.library.locate import checkout
from sst_training.model.phrases import Phrases

CONFIGS = {"nl": "mkdocs.yml", "en": "mkdocs.en.yml"}
"""The first stands at the root of the site, the others in a folder of their own."""
FIRST = next(iter(CONFIGS))
SHARED = (
    "docs/assets",
    "docs/theme",
    "docs/pioneers",
    "docs/stories",
    "docs/plans",
    "exercises",
    "roleplays",
    "checklists",
    "sst_training",
)
TOOLS = ("mkdocs", "mkdocs-material", "mkdocs-jupyter", "Markdown", "pymdown-extensions")


def ready() -> Path:
    """The checkout to build from. Raises NeedsCheckout and NeedsSiteExtra."""
    root = checkout()
    if any(importlib.util.find_spec(name) is None for name in ("mkdocs", "material", "mkdocs_jupyter")):
        raise NeedsSiteExtra()
    return root


def build(
    root: Path, out: Path, phrases: Phrases, remark: Callable[[str], None], *, only_if_changed: bool = False
) -> None:
    """Builds what is asked for into `out`. Raises SiteFailed, and OutputUnwritable for a folder that is not ours."""
    out = out.absolute()
    digests = {lang: digest(root, lang) for lang in CONFIGS}
    kept = read_kept(out)
    stale = [lang for lang in CONFIGS if not only_if_changed or kept.get(lang) != digests[lang]]
    if not stale:
        remark(phrases("site.fresh", folder=out))
        return
    if out.exists() and any(out.iterdir()) and not (out / "sitemap.xml").is_file():
        raise OutputUnwritable(path=str(out), reason=phrases("site.not_a_site"))
    remark(phrases("site.building", languages=", ".join(stale)))
    began = time.monotonic()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as folder:
            run(root, Path(folder), stale)
            assemble(Path(folder), out, stale)
        beside(out).write_text(json.dumps(digests), encoding="utf-8")
    except OSError as cause:
        raise OutputUnwritable(path=str(cause.filename or out), reason=cause.strerror or "") from cause
    remark(phrases("site.built", seconds=f"{time.monotonic() - began:.1f}", folder=out))


def run(root: Path, folder: Path, stale: list[str]) -> None:
    """Runs MkDocs for each of these languages at the same time, strictly. Never with -q: it mutes strict."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
    running = {}
    for lang in stale:
        command = [sys.executable, "-m", "mkdocs", "build", "-f", str(root / CONFIGS[lang]), "-d", str(folder / lang)]
        log = (folder / f"{lang}.log").open("wb")
        with log:
            running[lang] = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        failed = [lang for lang, process in running.items() if process.wait()]
    except BaseException:
        for process in running.values():
            process.terminate()
            process.wait()
        raise
    for lang in failed:
        sys.stderr.write((folder / f"{lang}.log").read_text(encoding="utf-8", errors="replace"))
    if failed:
        raise SiteFailed(language=", ".join(failed))


def assemble(folder: Path, out: Path, stale: list[str]) -> None:
    """Makes one site of what was built and, of a language that was not, what stood there; then swaps it in."""
    whole = folder / "whole"
    if FIRST in stale:
        (folder / FIRST).rename(whole)
    else:
        others = shutil.ignore_patterns(*CONFIGS)
        shutil.copytree(out, whole, ignore=lambda place, names: others(place, names) if Path(place) == out else set())
    for lang in CONFIGS:
        if lang != FIRST:
            if lang in stale:
                (folder / lang).rename(whole / lang)
            else:
                shutil.copytree(out / lang, whole / lang)
    site_offline.write(whole, tuple(CONFIGS))
    if out.exists():
        out.rename(folder / "old")
    whole.rename(out)


def beside(out: Path) -> Path:
    """Where the digests of a build are kept."""
    return out.with_name(f"{out.name}.sources.json")


def read_kept(out: Path) -> dict[str, str]:
    """What a build was made from; nothing when it is not there, or was taken away."""
    try:
        kept = json.loads(beside(out).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    whole = all((out / ("" if lang == FIRST else lang) / "index.html").is_file() for lang in CONFIGS)
    return kept if whole and isinstance(kept, dict) else {}


def digest(root: Path, lang: str) -> str:
    """One number for all a language is built from: its pages, the cards, the theme, the code, the tools.

    Of the other language only the names of its pages count: they are linked to.
    """
    total = hashlib.sha256()
    for path in files(root, lang):
        total.update(path.relative_to(root).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    for path in sorted((root / "docs").glob("*/**/*.*")):
        if path.suffix in (".md", ".ipynb"):
            total.update(path.relative_to(root).as_posix().encode() + b"\n")
    for tool in TOOLS:
        total.update(f"{tool} {installed(tool)}\n".encode())
    total.update(os.environ.get("SST_SITE_URL", "").encode())
    return total.hexdigest()


def files(root: Path, lang: str) -> Iterator[Path]:
    """Every file that a language reads, in order."""
    for name in CONFIGS.values():
        yield root / name
    yield from sorted((root / "docs").glob("*.yaml"))
    for place in (*SHARED, f"docs/{lang}"):
        for path in sorted((root / place).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def installed(tool: str) -> str:
    """A tool's version."""
    try:
        return version(tool)
    except PackageNotFoundError:
        return "-"
