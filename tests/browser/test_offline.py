"""Without a network: the tools, pages once seen, and the whole course once taken along; never two versions mixed."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sst_training.cli import site_offline, site_serve
from tests.browser.conftest import PATIENCE, serving

LANGUAGES = ("nl", "en")


gone: set[int] = set()
"""Ports whose server was stopped; a thread of it may still wait for a first request."""


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a stopped server would still answer, it does not."""
    answer = site_serve.Handler.do_GET

    def do_get(self: site_serve.Handler) -> None:
        if self.server.server_address[1] in gone:
            self.close_connection = True
            return
        answer(self)

    monkeypatch.setattr(site_serve.Handler, "do_GET", do_get)


class Own:
    """A copy of the site on a server of its own, that can be stopped, changed and started again.

    Each test process has ports of its own, so that no other takes a stopped server's place and answers for it.
    """

    def __init__(self, folder: Path, context: BrowserContext) -> None:
        self.folder = folder
        self.context = context
        self.stack = contextlib.ExitStack()
        self.address = ""
        self.port = 8600 + 50 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))

    def start(self) -> None:
        """Serves, at the same address as before."""
        self.address = self.stack.enter_context(serving(self.folder, self.port))
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])
        gone.discard(self.port)

    def stop(self) -> None:
        """No network any more: also a connection that the browser opened ahead gives nothing."""
        self.stack.close()
        gone.add(self.port)

    def visit(self, where: str) -> Page:
        """A page in the one browser."""
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(self.address + where)
        return page

    def change(self, name: str, old: str, new: str) -> None:
        """A new version of the course: one file differs."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        site_offline.write(self.folder, LANGUAGES)


@pytest.fixture
def own(built: Path, browser: Browser, tmp_path: Path) -> Iterator[Own]:
    """Served, with a browser that has never been there."""
    folder = tmp_path / "site"
    shutil.copytree(built, folder)
    with contextlib.closing(browser.new_context()) as context:
        there = Own(folder, context)
        there.start()
        yield there
        there.stop()


def ask(page: Page, task: dict[str, Any]) -> list[Any]:
    """What the worker answers."""
    return page.evaluate(  # type: ignore[no-any-return]
        """async ([source, task]) => {
            const {ask} = await import(source);
            const told = [];
            await ask(task, (one) => told.push(one));
            return told;
        }""",
        [page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/assets/tools/offline/page.js", task],
    )


def controlled(page: Page) -> None:
    """Waits until the worker is in charge of this page."""
    page.evaluate(
        """new Promise((done) => {
            const worker = navigator.serviceWorker;
            worker.controller ? done() : worker.addEventListener("controllerchange", () => done(), {once: true});
        })"""
    )


def settled(page: Page, group: str) -> None:
    """Waits until the worker has what a first visit brings in."""
    controlled(page)
    ask(page, {"task": "take", "group": group})


@pytest.mark.parametrize(("language", "where"), [("nl", ""), ("en", "en/")])
def test_a_tool_works_without_a_network(language: str, where: str, own: Own) -> None:
    """Opened once; then without a server it draws, in its language. Another tool as well."""
    settled(own.visit(f"{where}practice/roleplay/"), f"tools.{language}")
    own.stop()
    page = own.visit(f"{where}practice/roleplay/#seed=42")
    expect(page.locator(".sst-drawn h2")).to_be_visible()
    page = own.visit(f"{where}practice/own-issue/")
    expect(page.locator(".sst-agreements")).to_be_visible()


def test_a_page_once_seen_opens_and_another_says_why_not(own: Own) -> None:
    """Read on the train what you opened at home; the rest gets a page of our own."""
    page = own.visit("modules/history/")
    controlled(page)
    page = own.visit("modules/evidence/")
    expect(page.locator("h1")).to_be_visible()
    ask(page, {"task": "seen", "addresses": [page.url]})
    own.stop()
    expect(own.visit("modules/evidence/").locator("h1")).to_contain_text("cijfers")
    expect(own.visit("modules/mindset/").locator("h1")).to_contain_text("Geen netwerk")
    expect(own.visit("en/modules/mindset/").locator("h1")).to_contain_text("No network")


def test_the_course_taken_along_is_all_there(own: Own) -> None:
    """Every page of the language, and what it shows; the other language was not fetched."""
    page = own.visit("modules/history/")
    controlled(page)
    told = ask(page, {"task": "take", "group": "all.nl"})
    assert told[-1]["done"] == told[-1]["total"] == len(told)
    own.stop()
    for where in (
        "",
        "modules/evidence/",
        "exercises/",
        "glossary/",
        "trainers/scenarios/",
        "look-back/observation-list/",
    ):
        page = own.visit(where)
        assert page.inner_text("h1") != "Geen netwerk"
        assert page.evaluate("[...document.styleSheets].length") > 1
    expect(own.visit("en/glossary/").locator("h1")).to_contain_text("No network")


def test_a_new_version_is_announced_and_waits(own: Own) -> None:
    """The old page stays whole until somebody says refresh; then page and script are both new.

    Told is who was there before the new version came; a page opened while it comes in may hear of it a visit later.
    """
    first = own.visit("modules/history/")
    controlled(first)
    ask(first, {"task": "seen", "addresses": [first.url, own.address + "assets/trainer.js"]})
    own.change("modules/history/index.html", "<h1", "<h1 data-new")
    own.change("assets/trainer.js", "const KEY", "document.documentElement.dataset.script = 'new';\nconst KEY")
    page = own.visit("modules/history/")
    expect(first.locator("#sst-newer")).to_be_visible()
    for old in (first, page):
        assert old.locator("h1[data-new]").count() == 0
        assert old.get_attribute("html", "data-script") is None
    first.click("#sst-newer button")
    expect(first.locator("h1[data-new]")).to_be_visible()
    expect(first.locator("html")).to_have_attribute("data-script", "new")


def test_a_page_newer_than_the_worker_gets_its_scripts_from_the_network(own: Own) -> None:
    """A page never seen, on a site that has moved on: nothing of the old version is mixed in."""
    page = own.visit("modules/history/")
    controlled(page)
    ask(page, {"task": "seen", "addresses": [own.address + "assets/trainer.js"]})
    own.change("modules/evidence/index.html", "<h1", "<h1 data-new")
    own.change("assets/trainer.js", "const KEY", "document.documentElement.dataset.script = 'new';\nconst KEY")
    page = own.visit("modules/evidence/")
    expect(page.locator("h1[data-new]")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-script", "new")


def test_on_a_shared_device_nothing_is_kept(own: Own) -> None:
    """No worker, no pages."""
    page = own.context.new_page()
    page.add_init_script("sessionStorage.setItem('sst.shared', 'yes')")
    page.goto(own.address + "practice/roleplay/")
    page.wait_for_selector(".sst-tool")
    page.wait_for_timeout(1500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("where", ["", "en/"])
def test_the_course_can_be_installed(where: str, built: Path) -> None:
    """Each language has a manifest whose icons and start page exist."""
    page = (built / where / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<link rel="manifest" href="([^"]+)"', page)
    assert found
    path = (built / where / found[1]).resolve()
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert (path.parent / manifest["start_url"]).resolve() == (built / where).resolve()
    assert all((path.parent / icon["src"]).is_file() for icon in manifest["icons"])
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}


def test_every_listed_file_is_there(built: Path) -> None:
    """And each has the hash that the worker will ask of it; sitemaps and source maps are not listed."""
    described = site_offline.described(built, LANGUAGES)
    assert set(described["groups"]) == {"base", "tools.nl", "tools.en", "all.nl", "all.en"}
    assert all(name in described["files"] for names in described["groups"].values() for name in names)
    assert not [name for name in described["files"] if name.endswith((".map", ".xml"))]
    written = (built / "sw.js").read_text(encoding="utf-8")
    assert f'"version":"{described["version"]}"' in written
