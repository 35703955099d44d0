"""A new version that one tab asks for: the others are told, and none loses what is half typed."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_offline import Own, ask, controlled


@pytest.fixture
def moved_on(built: Path, browser: Browser, tmp_path: Path) -> Iterator[Own]:
    """A site of its own, which can be changed while it is read."""
    shutil.copytree(built, tmp_path / "site")
    with contextlib.closing(browser.new_context()) as context:
        own = Own(tmp_path / "site", context)
        own.start()
        yield own
        own.stop()


def test_a_tab_that_did_not_ask_is_told_and_stays(moved_on: Own) -> None:
    """It keeps what is in its fields, and its own button renews it."""
    first = moved_on.visit("modules/history/")
    controlled(first)
    ask(first, {"task": "seen", "addresses": [first.url]})
    second = moved_on.visit("practice/cards/")
    second.locator(".sst-tool summary").click()
    second.fill("[name=code]", "half a co")
    expect(second.locator("#sst-newer")).to_be_hidden()
    moved_on.change("modules/history/index.html", "<h1", "<h1 data-new")
    moved_on.change("practice/cards/index.html", "<h1", "<h1 data-new")
    moved_on.visit("modules/history/").close()
    expect(first.locator("#sst-newer")).to_be_visible()
    with contextlib.suppress(AssertionError):
        expect(second.locator("#sst-newer")).to_be_visible(timeout=1000)
    second.evaluate("document.getElementById('sst-newer').hidden = true")
    first.click("#sst-newer button")
    expect(first.locator("h1[data-new]")).to_be_visible()
    expect(second.locator("#sst-newer")).to_be_visible()
    expect(second.locator("[name=code]")).to_have_value("half a co")
    second.click("#sst-newer button")
    expect(second.locator("h1[data-new]")).to_be_visible()
    expect(second.locator("#sst-newer")).to_be_hidden()


def test_a_first_visit_says_nothing(moved_on: Own) -> None:
    """The worker takes charge of the page: that is no new version."""
    page = moved_on.visit("modules/history/")
    controlled(page)
    page.wait_for_timeout(300)
    expect(page.locator("#sst-newer")).to_be_hidden()
