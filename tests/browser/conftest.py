"""One build, one server and one browser for the whole session."""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from sst_training.cli import site_serve

PATIENCE = 30_000
"""Milliseconds a test waits for what it expects to see: two busy cores are slow, and waiting costs nothing."""

expect.set_options(timeout=PATIENCE)

PAGES = [
    "", "modules/", "modules/history/", "modules/evidence/", "modules/early-studies/", "oneliners/", "glossary/",
    "references/", "practice/", "exercises/", "look-back/", "look-back/rate/", "look-back/observation-list/", "trainers/",
    "trainers/scenarios/", "trainers/day/", "help/", "cli/", "about/", "nergens/",
    "look-back/compare/", "look-back/calibration/", "about/this-device/",
    "modules/closing-check/", "practice/cards/", "trainers/plan-one-day/", "look-back/recording/",
]  # fmt: skip
"""One of every type, and an address that is not there."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `address` runs once a page."""
    if "address" in metafunc.fixturenames:
        metafunc.parametrize("address", PAGES)


def until(page: Page, condition: str, given: object = None) -> None:
    """Waits until a condition holds on the page; it may be a promise.

    `wait_for_function` takes a promise for a yes, and evaluates words anew, which the policy of our pages forbids.
    """
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(condition, given):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def settled(page: Page) -> None:
    """Waits until every tool on the page is drawn, and nothing more is fetched."""
    tools = "[...document.querySelectorAll('article *')].filter((one) => one.localName.startsWith('sst-'))"
    until(page, f"{tools}.every((one) => one.matches('.sst-tool'))")
    page.wait_for_load_state("networkidle")


def kept(page: Page, key: str) -> Any:
    """What this browser keeps under a key, once all is written that a tool was told before: one waits for the other."""
    store = "/assets/tools/store/place.js"
    return page.evaluate(f"async (key) => (await (await import('{store}')).place()).get(key)", key)


def uncover(page: Page) -> None:
    """Opens what is covered the way of who cannot hold a button: two presses, on a slow machine as short as ever."""
    page.locator(".sst-hold").evaluate("(button) => { button.click(); button.click(); }")
    expect(page.locator(".sst-hold")).to_have_count(0)


def heard(page: Page) -> list[str]:
    """What a settled page says in its console from now on, its faults, and what it asks of the network.

    Not what Playwright says there, nor the icon: the browser itself looks at that again whenever the address changes.
    """
    settled(page)
    told: list[str] = []

    def note(text: str) -> None:
        if not (text.startswith("blob:") or text.endswith("/icon.svg") or "blocked by Playwright" in text):
            told.append(text)

    page.on("console", lambda message: note(message.text))
    page.on("pageerror", lambda error: note(str(error)))
    page.on("request", lambda request: note(request.url))
    return told


@contextlib.contextmanager
def serving(folder: Path, port: int = 8400) -> Iterator[str]:
    """Serves a folder for as long as this lasts; gives its address."""
    with site_serve.server(folder, port) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://{site_serve.HOST}:{running.server_address[1]}/"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    with serving(built) as address:
        yield address


def system_chromium() -> str | None:
    """The one without a window round its pages where there is one: it starts a page in half the time."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or else Playwright's own."""
    with sync_playwright() as playwright:
        args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = playwright.chromium.launch(executable_path=system_chromium(), args=args)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own: `visit("modules/", color_scheme="dark")`; without a service worker."""
    contexts: list[BrowserContext] = []

    def go(address: str, **wishes: Any) -> Page:
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "service_workers": "block", **wishes}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(site + address)
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as axe-playwright-python ships it."""
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")
