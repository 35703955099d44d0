from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import settled

Visit = Callable[..., Page]


def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds, a line each with the first places; a moment later still, for what was on its way."""
    page.evaluate(axe)
    page.evaluate("for (const fold of document.querySelectorAll('article details')) fold.open = true")
    for pause in (0, 200, 1000, 4000):
        page.wait_for_timeout(pause)
        if not (found := page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]):
            break
    return [f"{one['id']}: {[node['html'][:150] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_type_is_accessible(address: str, scheme: str, visit: Visit, axe: str) -> None:
    """axe-core finds nothing, in light and in dark, with all folds open and trainer notes shown."""
    page = visit(address, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    settled(page)
    page.click("#sst-trainer-switch")
    assert violations(page, axe) == []


@pytest.mark.parametrize("where", ["", "modules/history/", "modules/phases/", "exercises/", "practice/", "nergens/"])
def test_a_phone_is_accessible(where: str, visit: Visit, axe: str) -> None:
    """The same on a narrow screen, in English."""
    page = visit(f"en/{where}", viewport={"width": 390, "height": 844}, bypass_csp=True, reduced_motion="reduce")
    settled(page)
    assert violations(page, axe) == []
