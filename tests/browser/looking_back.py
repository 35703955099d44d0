"""Looking back at a talk on the page, as a person does it: what the tests of <sst-rating> have in common."""

from __future__ import annotations

import json
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import until

Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
WORDS = "Wat hoop je dat vandaag brengt?"


def sound(path: Path, seconds: int, *, said: int | None = None) -> Path:
    """A WAV file of silence. `said`: the seconds its head promises, with a hole in the file instead of sound."""
    rate = 8000
    with wave.open(str(path), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(rate)
        made.writeframes(b"\x80" * (rate * seconds))
    if said is not None:
        size = rate * said
        with path.open("r+b") as file:
            file.seek(4)
            file.write((size + 36).to_bytes(4, "little"))
            file.seek(40)
            file.write(size.to_bytes(4, "little"))
            file.truncate(size + 44)
    return path


class Look:
    """One page with the tool on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.wait_for_selector("sst-rating.sst-tool")

    def here(self) -> None:
        """Waits until the page has all it needs: from here on nothing is fetched."""
        self.page.evaluate("document.querySelector('sst-rating').whole()")
        self.page.wait_for_load_state("networkidle")

    def say(self, key: str, **values: Any) -> str:
        """A sentence of the tool, in the page's language."""
        return self.page.evaluate(
            "([key, values]) => document.querySelector('sst-rating').say(key, values)", [key, values]
        )

    def press(self, key: str, place: str = "sst-rating") -> None:
        """Presses the first thing within a place that bears this sentence."""
        self.page.locator(place).get_by_text(self.say(key), exact=True).first.click()

    def begin(self, label: str = "P3", *, role: int = 0, ratee: str | None = None, code: str | None = None) -> None:
        """A new observation; role: 0 one's own, 1 a colleague's, 2 the trainer's."""
        self.fresh()
        self.begun(label, role=role, ratee=ratee, code=code)

    def fresh(self, button: int = 0) -> None:
        """Asks for a new form; button 1: the client's. The keyboard goes there, and may not leave a field later."""
        self.page.wait_for_selector("#rate-kept")
        self.page.locator("sst-rating .sst-row").first.locator(".sst-button").nth(button).click()
        expect(self.page.locator(".rate-ask h2")).to_be_focused()

    def begun(self, label: str = "P3", *, role: int = 0, ratee: str | None = None, code: str | None = None) -> None:
        """Fills in the form for a new observation, which is on the screen."""
        if role:
            self.pick("role", role)
        self.page.fill("#in-label", label)
        if ratee is not None:
            self.page.fill("#in-ratee", ratee)
        if code is not None:
            self.pick("own", 1)
            self.page.fill("#in-typed", code)
        self.page.click(".rate-ask .sst-primary")
        expect(self.page.locator(".rate-watch h2:focus")).to_be_visible()

    def pick(self, question: str, option: int) -> None:
        """Chooses one answer; of yes and no, 0 is yes."""
        self.page.locator(f"#ask-{question} input").nth(option).check()

    def few(self, *skills: str) -> None:
        """Looks at these skills."""
        self.pick("few", 0)
        order = self.page.evaluate("document.querySelector('sst-rating').instrument.items.map((item) => item.id)")
        for skill in skills:
            self.page.locator(".rate-columns input").nth(order.index(skill)).check()

    def recorded(self, file: Path) -> None:
        """Says yes to all that is asked and opens a recording."""
        for question in ("recording", "informed", "agreed"):
            self.pick(question, 0)
        self.page.set_input_files(".rate-drop input", file)
        self.page.wait_for_selector(".rate-player-top :is(audio, video)")

    def to(self, part: str) -> None:
        """Goes to a part of the observation."""
        if self.page.locator(".rate-steps > summary").is_visible():
            self.page.click(".rate-steps > summary")
        self.page.click(f"[data-to={part}]")
        expect(self.page.locator(f".rate-now[data-part={part}] h2")).to_be_focused()

    def row(self, tick: str) -> Locator:
        """A behaviour on the screen."""
        return self.page.locator(f"#tick-{tick.replace('.', '-')}")

    def tick(self, tick: str, note: str | None = None) -> None:
        """Ticks a behaviour, with words where they are asked."""
        self.row(tick).locator("input[type=checkbox]").click()
        if note is not None:
            self.page.fill("#in-note", note)
            self.page.keyboard.press("Enter")
        self.saved()

    def at(self, seconds: float) -> None:
        """Puts the recording at a time."""
        self.page.evaluate(
            """(at) => new Promise((done) => {
              const media = document.querySelector('.rate-player-top :is(audio, video)');
              media.addEventListener('seeked', done, { once: true });
              media.currentTime = at;
            })""",
            seconds,
        )

    def saved(self) -> None:
        """Waits until the page says that all is saved."""
        expect(self.page.locator(".rate-saved:is(.rate-saved-saved, .rate-saved-memory)")).to_be_visible()

    def mark(self, question: str, number: int) -> None:
        """The client gives a mark from 0 to 10."""
        self.page.locator(f".rate-ten:has([name={question}])").nth(number).click()

    def free(self) -> None:
        """Waits until no tab has an observation open: letting go takes the browser a moment."""
        until(self.page, "navigator.locks.query().then(({ held }) => held.length === 0)")

    def whole(self, *, unsafe: bool = False) -> None:
        """Fills in `focus` and what comes at the end, without a recording, up to the profile's button."""
        self.few("focus")
        self.pick("recording", 1)
        self.to("focus")
        self.tick("focus.b1")
        self.tick("focus.a1", WORDS)
        self.to("safety")
        self.pick("gate", 0 if unsafe else 1)
        if unsafe:
            self.pick("hindered", 0)
            self.tick("safety.s1", "Laten we verdergaan.")
        self.to("finish")

    def profile(self) -> None:
        """Opens the profile."""
        self.page.click(".rate-now .sst-primary")
        expect(self.page.locator(".rate-report h2")).to_be_visible()

    def kept(self) -> list[dict[str, Any]]:
        """What this browser keeps, as the store gives it, once nothing is on its way there."""
        expect(self.page.locator(".rate-saved-saving")).to_have_count(0)
        return self.page.evaluate(
            "async () => (await import(new URL('../../assets/tools/store/ratings.js', location).href)).all()"
        )

    def rating(self) -> dict[str, Any]:
        """The one observation that is kept."""
        (one,) = self.kept()
        return one["rating"]

    def bring(self, content: bytes | dict[str, Any], name: str = "one.json") -> None:
        """Brings in a file on the first screen."""
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.page.set_input_files(
            "sst-rating input[type=file]", {"name": name, "mimeType": "application/json", "buffer": data}
        )

    def export(self) -> tuple[str, bytes]:
        """Saves as a file with the first such button: its name and bytes."""
        with self.page.expect_download() as coming:
            self.press("web.rate.export")
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()
