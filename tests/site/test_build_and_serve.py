"""`sst site build` and `sst site serve`: whole or not at all, only what changed, the next free port, 404."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from sst_training.cli import site_build, site_serve
from sst_training.errors import NeedsSiteExtra, OutputUnwritable, SiteFailed
from sst_training.library.locales import phrases_for

SAY = phrases_for("nl")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A checkout with one page a language, built by MkDocs alone."""
    for lang, config in site_build.CONFIGS.items():
        (tmp_path / "docs" / lang).mkdir(parents=True)
        (tmp_path / "docs" / lang / "index.md").write_text(f"# Home {lang}\n")
        (tmp_path / config).write_text(
            f"site_name: x\ndocs_dir: docs/{lang}\nstrict: true\ntheme: mkdocs\nplugins: []\n"
        )
    return tmp_path


def build(root: Path, said: list[str], changed: bool = False) -> Path:
    """Builds the small site beside its sources."""
    site_build.build(root, root / "out", SAY, said.append, only_if_changed=changed)
    return root / "out"


def test_both_languages_stand_side_by_side(small: Path) -> None:
    """Dutch at the root, English below it."""
    out = build(small, [])
    assert "Home nl" in (out / "index.html").read_text()
    assert "Home en" in (out / "en" / "index.html").read_text()


def test_nothing_is_left_beside_the_site(small: Path) -> None:
    """The temporary folders are gone; the digests stay."""
    build(small, [])
    left = {path.name for path in small.iterdir()}
    assert left == {"docs", "mkdocs.yml", "mkdocs.en.yml", "out", "out.sources.json"}


def test_an_unchanged_site_is_not_built_again(small: Path) -> None:
    """The second time it says so."""
    out = build(small, [], changed=True)
    was = (out / "index.html").stat().st_mtime_ns
    said: list[str] = []
    build(small, said, changed=True)
    assert (out / "index.html").stat().st_mtime_ns == was
    assert said == [SAY("site.fresh", folder=out)]


def test_only_the_changed_language_is_built_again(small: Path) -> None:
    """A Dutch page changes; English stays as it was."""
    out = build(small, [], changed=True)
    (out / "en" / "index.html").write_text("untouched")
    (small / "docs" / "nl" / "index.md").write_text("# Nieuw\n")
    build(small, [], changed=True)
    assert "Nieuw" in (out / "index.html").read_text()
    assert (out / "en" / "index.html").read_text() == "untouched"


def test_a_changed_english_page_leaves_dutch_alone(small: Path) -> None:
    """The other way round."""
    out = build(small, [], changed=True)
    (out / "index.html").write_text("blijft")
    (small / "docs" / "en" / "index.md").write_text("# New\n")
    build(small, [], changed=True)
    assert (out / "index.html").read_text() == "blijft"
    assert "New" in (out / "en" / "index.html").read_text()


def test_a_failed_build_keeps_the_old_site(small: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Strict stops on a dead link, says which, and what stood there still stands."""
    out = build(small, [])
    (small / "docs" / "nl" / "index.md").write_text("# Kapot\n\n[weg](weg.md)\n")
    with pytest.raises(SiteFailed):
        build(small, [])
    assert "Home nl" in (out / "index.html").read_text()
    assert "weg.md" in capfd.readouterr().err


def test_a_folder_with_something_else_in_it_is_left_alone(small: Path) -> None:
    """Somebody's own folder is not swapped for a site."""
    (small / "out").mkdir()
    (small / "out" / "thesis.txt").write_text("!")
    with pytest.raises(OutputUnwritable):
        build(small, [])
    assert (small / "out" / "thesis.txt").read_text() == "!"


def test_the_site_extra_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without MkDocs it says what to install."""
    monkeypatch.setattr(site_build.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(NeedsSiteExtra):
        site_build.ready()


def test_a_taken_port_gives_the_next_one(tmp_path: Path) -> None:
    """Two servers do not fight."""
    with socket.socket() as taken:
        taken.bind((site_serve.HOST, 0))
        taken.listen()
        wanted = taken.getsockname()[1]
        with site_serve.server(tmp_path, wanted) as running:
            assert running.server_address[1] > wanted


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """A server over a folder with a page and a 404."""
    (tmp_path / "index.html").write_text("thuis")
    (tmp_path / "404.html").write_text("weg")
    (tmp_path / "leeg").mkdir()
    with site_serve.server(tmp_path, 8765) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://{site_serve.HOST}:{running.server_address[1]}/"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["weg/", "leeg/", "../../etc/passwd"])
def test_a_missing_page_is_told_by_the_site_itself(served: str, path: str) -> None:
    """404.html, with its status; a folder is never listed."""
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(served + path, timeout=5)
    with answer.value as error:
        assert error.code == 404
        assert error.read() == b"weg"


def test_scripts_are_sent_as_scripts(tmp_path: Path) -> None:
    """A module that comes as text is refused by browsers."""
    assert site_serve.Handler.extensions_map[".js"] == "text/javascript"


def test_the_digest_follows_the_words_and_not_the_clock(small: Path) -> None:
    """Touching a file changes nothing; a copy elsewhere is the same."""
    before = site_build.digest(small, "nl")
    (small / "docs" / "nl" / "index.md").touch()
    copy = small / "copy"
    shutil.copytree(small / "docs", copy / "docs")
    for name in site_build.CONFIGS.values():
        shutil.copy(small / name, copy / name)
    assert site_build.digest(small, "nl") == before == site_build.digest(copy, "nl")


def test_what_was_built_is_remembered(small: Path) -> None:
    """A digest a language."""
    out = build(small, [])
    assert json.loads(site_build.beside(out).read_text()).keys() == site_build.CONFIGS.keys()


def hear_interrupts() -> None:
    """A process started in the background inherits deaf ears for Ctrl-C; a person's terminal does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_quietly(root: Path, tmp_path: Path) -> None:
    """It prints the address, serves, and leaves with 130 and no traceback."""
    command = [sys.executable, "-c", "from sst_training.cli import main; main()", "site", "serve", "--port", "8900"]
    running = subprocess.Popen(
        [*command, "--lang", "en", "--out", str(tmp_path / "site")],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,
    )
    assert running.stdout is not None
    lines = [running.stdout.readline()]
    if "taken" in lines[0]:
        lines.append(running.stdout.readline())
    address = re.search(r"http://[0-9.:]+/", lines[-1])
    assert address
    with urllib.request.urlopen(address[0] + "en/", timeout=5) as answer:
        assert b'lang="en"' in answer.read()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Traceback" not in said
