from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.conftest import PATIENCE, settled

Visit = Callable[..., Page]
PACKED = (".html", ".css", ".js", ".json", ".svg", "/")


def test_a_page_says_nothing_to_others_and_has_no_errors(address: str, browser: Browser, site: str) -> None:
    """No request leaves for another host, and the console stays quiet (but for the 404 itself)."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.set_default_timeout(PATIENCE)
    page.goto(site + address)
    settled(page)
    context.close()
    assert hosts - {""} == {urlsplit(site).netloc}
    assert [error for error in errors if not (address == "nergens/" and "404" in error)] == []


def weight(browser: Browser, address: str) -> dict[str, int]:
    """What a first visit brings in, by address: bytes as sent. Search index and card library stand apart (DESIGN §8)."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    came: list[Request] = []
    page.on("requestfinished", lambda request: came.append(request))
    page.goto(address)
    settled(page)
    sizes: dict[str, int] = {}
    for url, response in [(request.url, request.response()) for request in came]:
        if response and url.startswith("http") and "search_index" not in url and "/assets/library/" not in url:
            body = response.body()
            sizes[url] = len(gzip.compress(body, 6)) if urlsplit(url).path.endswith(PACKED) else len(body)
    context.close()
    return sizes


@pytest.mark.parametrize(
    "lesson", ["modules/what-is-sst/", "modules/history/", "modules/evidence/", "modules/early-studies/"]
)
def test_a_lesson_is_light(lesson: str, browser: Browser, site: str) -> None:
    """At most 150 KB."""
    sizes = weight(browser, site + lesson)
    assert sum(sizes.values()) <= 150_000, sizes


@pytest.mark.parametrize(
    "tool",
    [
        "practice/roleplay/",
        "practice/own-issue/",
        "practice/cards/",
        "trainers/day/",
        "look-back/rate/",
        "look-back/compare/",
        "look-back/calibration/",
        "modules/closing-check/",
    ],
)
def test_a_tool_is_light(tool: str, browser: Browser, site: str) -> None:
    """At most 180 KB."""
    sizes = weight(browser, site + tool)
    assert sum(sizes.values()) <= 180_000, sizes


def test_nothing_sticks_out_on_a_phone(address: str, visit: Visit) -> None:
    """No page scrolls sideways at 390 pixels."""
    page = visit(address, viewport={"width": 390, "height": 844})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("where", ["", "modules/history/", "exercises/"])
def test_everything_shows_without_script(where: str, visit: Visit) -> None:
    """All cards, all trainer notes, all answers; no dead switch or empty form."""
    page = visit(where, java_script_enabled=False)
    assert page.locator("#sst-trainer-switch").is_hidden()
    assert page.locator(".sst-filter:visible, .sst-print:visible").count() == 0
    for card in page.locator(".sst-card").all():
        assert card.is_visible()
    for note in page.locator(".admonition.trainer").all():
        assert note.is_visible()


@pytest.mark.parametrize(
    ("where", "most"),
    [("modules/history/", 14), ("look-back/observation-list/", 6), ("look-back/recording-agreement/", 2)],
)
def test_a_page_prints(where: str, most: int, visit: Visit) -> None:
    """Without the frame, on not more sheets than needed."""
    page = visit(where)
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert 1 <= sheets <= most


def test_a_quiz_on_paper_keeps_its_answers_to_itself(visit: Visit) -> None:
    """A worksheet for the trainee; with the trainer switch on, the feedback is printed too."""
    page = visit("modules/what-is-sst/")
    page.emulate_media(media="print")
    answer = page.locator(".sst-option p").first
    height = "(p) => p.getBoundingClientRect().height"
    assert answer.evaluate(height) == 0
    page.evaluate("document.documentElement.classList.add('sst-trainer')")
    assert answer.evaluate(height) > 0
