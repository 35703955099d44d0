"""Files that a trainer brings to the day planner, up to the sizes that the command line takes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking_back import Visit

MIB = 1 << 20


def choose(page: Page, field: str, name: str, content: bytes) -> None:
    """Chooses a file behind "more choices"."""
    page.locator(".sst-day-form summary").first.click()
    file: Any = {"name": name, "mimeType": "application/json", "buffer": content}
    page.set_input_files(f"#sst-day-{field}", file)


def log(size: int) -> bytes:
    """A log of so many bytes."""
    text = json.dumps({"format": "sst-ledger/1", "days": []}).encode()
    return text + b" " * (size - len(text))


@pytest.mark.parametrize("size", [3 * MIB, 16 * MIB])
def test_a_log_of_many_days_is_read(size: int, visit: Visit) -> None:
    """Larger than a day's file may be; with the mark that Notepad puts before it as well."""
    page = visit("trainers/day/")
    choose(page, "log", "log.json", b"\xef\xbb\xbf" + log(size - 3))
    expect(page.locator("sst-day [role=status]")).to_contain_text("Logboek log.json is gelezen")


@pytest.mark.parametrize(
    ("field", "size", "sentence"),
    [("log", 16 * MIB + 1, "larger than 16 MB"), ("stored", MIB + 1, "larger than 1 MB")],
)
def test_a_file_that_is_too_large_is_told_so(field: str, size: int, sentence: str, visit: Visit) -> None:
    """The sentence beside its field, with the keyboard there; and the tool goes on."""
    page = visit("en/trainers/day/")
    choose(page, field, "big.json", log(size))
    expect(page.locator(f"#sst-wrong-{field}")).to_contain_text(sentence)
    expect(page.locator(f"#sst-wrong-{field}")).to_be_focused()
    page.set_input_files("#sst-day-log", {"name": "log.json", "mimeType": "application/json", "buffer": log(100)})
    expect(page.locator("sst-day [role=status]")).to_contain_text("log.json")
    expect(page.locator(f"#sst-wrong-{field}")).to_have_count(0)
