"""This device: what is kept is shown, taken along and erased; and a shared device keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from sst_training.library.locate import checkout
from tests.browser.conftest import heard, until
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
LANGUAGES = [("nl", ""), ("en", "en/")]
DEVICE = "about/this-device/"
OWN = json.loads((checkout() / "docs" / "examples" / "together-self.json").read_text("utf-8"))

FILL = """async ([root, rating]) => {
  const { place } = await import(`${root}assets/tools/store/place.js`);
  const here = await place();
  const key = `rating:${rating.session}:${rating.rater.label}`;
  await here.set(key, { key, revision: 1, rating, beside: {} });
  await here.set("roleplays", [{ seed: "1" }, { seed: "2" }]);
  localStorage.setItem("sst.trainer", "on");
  localStorage.setItem("/.__palette", "{}");
  sessionStorage.setItem("sst.rating.open", key);
  await (await caches.open("sst-pages-1")).put("/a", new Response("a page"));
}"""

STORED = """async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store).getAllKeys();
      found.push(...(await new Promise((done) => (all.onsuccess = () => done(all.result)))).map((key) => `${name}/${key}`));
    }
    db.close();
  }
  return [...found, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys())];
}"""


TAKEN = """async () => {
  const { ask } = await import("/assets/tools/offline/page.js");
  const told = [];
  await ask({ task: "state", group: "tools.nl" }, (state) => told.push(state));
  return told.every(({ have, total }) => have === total);
}"""
"""Whether the worker has all that a first visit brings in: from then on it asks for nothing by itself."""


def filled(page: Page, where: str = "") -> None:
    """Something of every kind is kept, and the page shows it."""
    page.locator("[role=switch]").wait_for()
    page.evaluate(FILL, [f"/{where}", OWN])
    page.reload()
    page.locator(".sst-kept-groups li").first.wait_for()


def stored(page: Page) -> list[str]:
    """Every key in every storage a browser has."""
    found: list[str] = page.evaluate(STORED)
    return found


def share(page: Page) -> None:
    """Says that the device is shared."""
    page.locator("[role=switch]").check()
    expect(page.locator(".sst-not-kept")).to_be_visible()


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_delete_everything_empties_all_storage(language: str, where: str, visit: Visit) -> None:
    """Database, localStorage, sessionStorage and caches; it asks first, and says that it is done."""
    page = visit(where + DEVICE)
    filled(page, where)
    assert len(stored(page)) >= 5
    page.click(".sst-danger >> nth=0")
    expect(page.locator("dialog")).to_be_visible()
    page.click("dialog .sst-danger")
    said = "Nothing of this site is left" if language == "en" else "staat niets meer van deze site"
    expect(page.locator(".sst-erased")).to_contain_text(said)
    expect(page.locator(".sst-erased")).to_be_focused()
    assert stored(page) == []


def test_it_asks_and_no_is_no(visit: Visit) -> None:
    """Escape or the other button: all is as it was, and the keyboard is back where it was."""
    page = visit(DEVICE)
    filled(page)
    before = stored(page)
    page.click(".sst-danger >> nth=0")
    expect(page.locator("dialog .sst-end .sst-button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".sst-danger").first).to_be_focused()
    page.keyboard.press("Enter")
    page.click("dialog .sst-end .sst-button >> nth=0")
    expect(page.locator("dialog")).to_be_hidden()
    assert stored(page) == before


def test_the_export_is_offered_first_and_holds_all(visit: Visit) -> None:
    """In the question itself: the observation as its file would be, and the rest."""
    page = visit(DEVICE)
    filled(page)
    page.click(".sst-danger >> nth=0")
    with page.expect_download() as saved:
        page.click("dialog .sst-row:not(.sst-end) .sst-button")
    data = json.loads(Path(saved.value.path()).read_bytes())
    assert data["format"] == "sst-kept/1"
    assert data["observations"][0]["session"] == OWN["session"]
    assert data["others"] == {"roleplays": [{"seed": "1"}, {"seed": "2"}]}


def test_an_observation_leaves_as_its_own_file(visit: Visit) -> None:
    """By session and role: no label stands in the name."""
    page = visit(DEVICE)
    filled(page)
    page.click("text=Observaties een voor een meenemen")
    with page.expect_download() as saved:
        page.click("details .sst-kept button")
    assert saved.value.suggested_filename == f"{OWN['session']}-self.json"
    assert json.loads(Path(saved.value.path()).read_bytes())["items"] == OWN["items"]


def test_one_group_is_erased_and_put_back(visit: Visit) -> None:
    """Undo stands where the line was."""
    page = visit(DEVICE)
    filled(page)
    page.click("[aria-label='Wis: Bewaarde rollenspellen']")
    expect(page.locator(".sst-undo button")).to_be_focused()
    assert not any("roleplays" in key for key in stored(page))
    page.keyboard.press("Enter")
    expect(page.locator(".sst-kept-groups")).to_contain_text("Bewaarde rollenspellen")
    assert any("roleplays" in key for key in stored(page))


def test_a_shared_device_keeps_nothing_on_disk(visit: Visit) -> None:
    """No database is made, on this page or a tool's, also while the tool keeps answers; the line says so there."""
    page = visit("glossary/")
    page.evaluate("sessionStorage.setItem('sst.shared', 'yes')")
    page.goto(page.url.replace("glossary/", DEVICE))
    expect(page.locator("[role=switch]")).to_be_checked()
    page.goto(page.url.replace(DEVICE, "look-back/calibration/"))
    expect(page.locator(".sst-not-kept")).to_contain_text("wordt niets bewaard")
    page.locator(".sst-talk-card .sst-primary").last.click()
    page.click(".sst-row .sst-primary")
    page.locator("[data-tick]").first.check()
    expect(page.locator(".sst-not-kept button")).to_be_visible()
    assert page.evaluate("indexedDB.databases()") == []
    assert [key for key in stored(page) if "__palette" not in key] == ["sst.shared"]


def test_a_shared_device_offers_the_export_before_the_page_closes(visit: Visit) -> None:
    """The browser asks; once it was saved as a file it does not."""
    page = visit(DEVICE)
    page.locator("[role=switch]").wait_for()
    share(page)
    page.goto(page.url.replace(DEVICE, "look-back/calibration/"))
    page.locator(".sst-talk-card .sst-primary").last.click()
    page.click(".sst-row .sst-primary")
    page.locator("[data-tick]").first.check()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    expect(page.locator(".sst-not-kept button")).to_be_visible()
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    expect(page.locator("[data-tick]").first).to_be_checked()
    assert asked == ["beforeunload"]
    with page.expect_download() as saved:
        page.click(".sst-not-kept button")
    assert "calibration:" in Path(saved.value.path()).read_text("utf-8")
    page.reload()
    expect(page.locator(".sst-talk-card").first).to_be_visible()
    assert asked == ["beforeunload"]


def test_what_stood_there_before_is_still_seen_and_erased(visit: Visit) -> None:
    """Sharing does not hide what is on disk; erasing reaches it, and the device stays shared."""
    page = visit(DEVICE)
    filled(page)
    share(page)
    expect(page.locator("sst-device")).to_contain_text("Er staat nog iets van eerder")
    expect(page.locator(".sst-kept-groups")).to_contain_text("Observaties")
    page.click(".sst-danger >> nth=0")
    page.click("dialog .sst-danger")
    expect(page.locator(".sst-erased")).to_be_visible()
    assert stored(page) == ["sst.shared"]
    page.locator("[role=switch]").uncheck()
    expect(page.locator(".sst-not-kept")).to_be_hidden()


def test_without_a_database_the_line_says_so(visit: Visit) -> None:
    """A private window of some browsers: the tool works, and says what it cannot do."""
    page = visit("")
    page.add_init_script("Object.defineProperty(IDBFactory.prototype, 'open', { value() { throw new Error('no') } })")
    page.goto(f"{page.url}look-back/calibration/")
    expect(page.locator(".sst-not-kept")).to_contain_text("deze browser geeft er geen plek voor")
    expect(page.locator(".sst-talk-card").first).to_be_visible()


def test_erasing_reaches_the_other_tabs(visit: Visit) -> None:
    """A tool that is open elsewhere loads anew, so that nothing comes back from its memory."""
    page = visit(DEVICE)
    filled(page)
    other = page.context.new_page()
    other.goto(page.url.replace(DEVICE, "look-back/calibration/"))
    other.locator(".sst-talk-card .sst-primary").last.click()
    other.click(".sst-row .sst-primary")
    other.locator("[data-tick]").first.wait_for()
    page.bring_to_front()
    page.click(".sst-danger >> nth=0")
    page.click("dialog .sst-danger")
    expect(page.locator(".sst-erased")).to_be_visible()
    expect(other.locator(".sst-talk-card").first).to_contain_text("Nog niet gedaan")


def test_pages_kept_for_offline_go_and_stay_away(visit: Visit) -> None:
    """Also while the worker that keeps them is there; on a shared device it goes."""
    page = visit(DEVICE, service_workers="allow")
    until(page, TAKEN)
    page.click(".sst-danger >> nth=0")
    page.click("dialog .sst-danger")
    expect(page.locator(".sst-erased")).to_contain_text("staat niets meer")
    page.wait_for_timeout(500)
    assert page.evaluate("caches.keys()") == []
    page.reload()
    until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length > 0)")
    share(page)
    until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")


def test_room_is_told_and_the_browser_can_be_asked(visit: Visit) -> None:
    """What it answers is said, whatever it is."""
    page = visit(DEVICE)
    page.click("text=Vraag de browser het te bewaren")
    expect(page.locator("sst-device [role=status]").last).to_contain_text("De browser")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_every_state_is_accessible(language: str, where: str, scheme: str, visit: Visit, axe: str) -> None:
    """Empty, filled, shared, asking, erased; on a phone in English, and at 320 pixels."""
    size: dict[str, Any] = {"viewport": PHONE} if language == "en" else {}
    page = visit(where + DEVICE, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce", **size)
    page.locator("[role=switch]").wait_for()
    assert violations(page, axe) == []
    filled(page, where)
    share(page)
    assert violations(page, axe) == []
    page.click(".sst-danger >> nth=0")
    assert violations(page, axe) == []
    page.click("dialog .sst-danger")
    expect(page.locator(".sst-erased")).to_be_visible()
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_is_asked_of_the_network_and_the_console_is_quiet(visit: Visit) -> None:
    """Looking, saving, erasing."""
    page = visit(DEVICE)
    filled(page)
    told = heard(page)
    with page.expect_download():
        page.click("sst-device .sst-primary")
    page.click(".sst-danger >> nth=0")
    page.click("dialog .sst-danger")
    expect(page.locator(".sst-erased")).to_be_visible()
    assert told == []
