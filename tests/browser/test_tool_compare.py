"""Laying observations side by side on the page: what opens when, what is shown, and the very bytes of the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import FilePayload, Page, expect

from sst_training.cli import main
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout
from tests.browser.conftest import heard
from tests.browser.test_axe import violations

Visit = Callable[..., Page]
Raw = dict[str, Any]

PHONE = {"width": 390, "height": 844}
LANGUAGES = [("nl", ""), ("en", "en/")]
EXAMPLES = checkout() / "docs" / "examples"
INSULT = "Maakt een vernederende opmerking over wie de cliënt is."


STORE = 'await import(new URL("assets/tools/store/ratings.js", location.origin).href)'


def keep(page: Page, *ratings: Raw) -> None:
    """Keeps files in this browser, read as the rating tool reads them."""
    page.locator("sst-compare input").wait_for(state="attached")
    page.evaluate(
        f"""async (files) => {{
          const {{ instrument }} = document.querySelector("sst-compare");
          const {{ inspected }} = await import(new URL("assets/tools/engine/rating-file.js", location.origin).href);
          for (const file of files) {{
            await ({STORE}).add(inspected(new TextEncoder().encode(file), instrument, "").rating);
          }}
        }}""",
        [json.dumps(rating) for rating in ratings],
    )


def example(name: str) -> Raw:
    """One of the project's example ratings, locked."""
    rating: Raw = json.loads((EXAMPLES / name).read_text("utf-8"))
    return rating | {"locked": True}


def own() -> Raw:
    """One's own observation."""
    return example("together-self.json")


def trainer() -> Raw:
    """The trainer's of the same session."""
    return example("together-trainer.json")


def unsafe() -> Raw:
    """A colleague's, with a tick for unsafe behaviour."""
    rating = trainer() | {"rater": {"role": "peer", "label": "O4", "blind": True}}
    moment = {"tick": "listen.s1", "at": 500, "note": "Dat is gewoon lui van je."}
    rating["items"]["listen"] = {"state": "assessed", "ticks": ["listen.b1", "listen.s1"], "evidence": [moment]}
    return rating


def clients() -> Raw:
    """The client's form of the same session."""
    kept = ("format", "instrument", "version", "session", "date", "ratee", "session_kind")
    voice = {"topic": 8, "understood": 5, "forward": 7, "wished": "meer tijd"}
    rater = {"role": "client", "label": "C1", "blind": True}
    return {name: own()[name] for name in kept} | {"rater": rater, "items": {}, "voice": voice}


def given(page: Page, *ratings: Raw) -> None:
    """Chooses ratings as files 1.json, 2.json and so on."""
    files: list[FilePayload] = [
        {"name": f"{n}.json", "mimeType": "application/json", "buffer": json.dumps(one).encode()}
        for n, one in enumerate(ratings, 1)
    ]
    page.set_input_files("sst-compare input[type=file]", files)


def opened(page: Page, *ratings: Raw) -> None:
    """Chooses files and lays them side by side."""
    given(page, *ratings)
    page.click("sst-compare .sst-primary")
    expect(page.locator(".sst-compared h2")).to_be_focused()


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_the_export_is_what_the_command_line_prints(language: str, where: str, visit: Visit, tmp_path: Path) -> None:
    """The same bytes as `sst compare --json`, whatever the order the files were chosen in."""
    names = []
    for number, rating in enumerate((own(), trainer(), unsafe())):
        names.append(str(tmp_path / f"{number}.json"))
        Path(names[-1]).write_text(json.dumps(rating), "utf-8")
    result = CliRunner().invoke(main, ["compare", *names, "--json", "--lang", language])
    assert result.exit_code == 0, result.stderr
    page = visit(f"{where}look-back/compare/")
    opened(page, unsafe(), trainer(), own())
    with page.expect_download() as saved:
        page.click("sst-compare > .sst-row .sst-button:not(.sst-primary)")
    assert Path(saved.value.path()).read_bytes() == result.stdout_bytes


def refused() -> dict[str, list[Raw]]:
    """Sets that may not be opened, by the reason."""
    other_self = own() | {"rater": {"role": "self", "label": "P8", "blind": True}, "ratee": "P8"}
    return {
        "no_self": [trainer()],
        "no_other": [own()],
        "not_locked": [own() | {"locked": False}, unsafe()],
        "two_selves": [own(), other_self],
        "differs": [own(), unsafe() | {"session": "other234"}],
        "label_twice": [own(), trainer(), trainer() | {"date": "2026-12-09"}],
        "same_person": [own(), unsafe() | {"rater": {"role": "peer", "label": "P7", "blind": True}}],
    }


def test_what_may_not_be_compared_stays_closed(visit: Visit) -> None:
    """One line says why; nothing of what anyone saw is on the page, and there is nothing to open it with."""
    page = visit("look-back/compare/")
    for why, ratings in refused().items():
        given(page, *ratings)
        line = max(phrases_for("nl").sentences[f"web.compare.refused.{why}"].split("{what}"), key=len)
        expect(page.locator(".sst-wrong-line")).to_contain_text(line.strip())
        expect(page.locator("sst-compare .sst-primary")).to_be_disabled()
        assert INSULT not in page.inner_text("sst-compare")
        expect(page.locator(".sst-compared")).to_have_count(0)
        page.click("text=Opnieuw kiezen")


def test_of_a_colleagues_faulty_file_nothing_is_told_while_ones_own_is_open(visit: Visit) -> None:
    """A sentence about their ticks would tell what they saw."""
    wrong = trainer()
    wrong["items"]["listen"]["ticks"] = ["listen.h1"]
    page = visit("look-back/compare/")
    given(page, own() | {"locked": False}, wrong)
    expect(page.locator(".sst-wrong-line")).to_contain_text("staat nog niet vast")
    assert "listen.h1" not in page.inner_text("sst-compare")


def test_a_file_that_is_no_observation_is_said_to_be_none(visit: Visit) -> None:
    """In a line, and it can be taken away again."""
    page = visit("look-back/compare/")
    for content in (b"", b"nee", b"\xff\xfe", b'{"format": "sst-rating/1"}', b"{" * 2_000_000):
        page.set_input_files("input[type=file]", {"name": "x.json", "mimeType": "text/plain", "buffer": content})
        expect(page.locator(".sst-chosen")).to_contain_text("geen observatie die hier te lezen is")
        page.click(".sst-chosen button")
        expect(page.locator(".sst-chosen")).to_have_count(0)


def test_a_file_of_a_newer_version_is_left_alone(visit: Visit) -> None:
    """It says what to do."""
    page = visit("look-back/compare/")
    given(page, own(), trainer() | {"format": "sst-rating/9"})
    expect(page.locator(".sst-wrong-line")).to_contain_text("nieuwere versie")


def test_the_reveal_is_told_in_order(visit: Visit) -> None:
    """Safety, who begins, strengths, what hindered, gaps with both times, the client, levels, figures, one step."""
    page = visit("look-back/compare/")
    opened(page, own(), trainer(), clients(), unsafe())
    heads = page.locator(".sst-compared h3").all_inner_texts()
    begins = (
        "Eerst dit",
        "Wie begint",
        "Dit zagen",
        "Belemmerde",
        "Hier verschillen",
        "Van de cliënt",
        "Alle",
        "In cijfers",
        "Eén",
    )
    assert [head.startswith(begin) for head, begin in zip(heads, begins, strict=True)] == [True] * len(begins)
    gap = page.locator(".sst-difference").first
    expect(gap).to_contain_text("3:53")
    expect(gap).to_contain_text("8:20")
    expect(gap).to_contain_text("+3")
    expect(page.locator(".sst-voices dt").first).to_have_text("Werd ik begrepen?")
    expect(page.locator(".sst-compared")).to_contain_text("zoals kappa, staat hier niet")
    assert "roleplay" not in (page.locator(".sst-compared-next").inner_html())


def test_the_next_step_leads_to_a_role_play_set_to_it(visit: Visit) -> None:
    """By the trainer's eyes; the link draws one of that skill and level, and opening it anew gives the same."""
    page = visit("look-back/compare/")
    opened(page, own(), trainer())
    expect(page.locator(".sst-compared-next")).to_contain_text("T1")
    page.click(".sst-compared-next a[href*=roleplay]")
    expect(page.locator("sst-roleplay [name=skill]")).to_have_value("one-idea")
    expect(page).to_have_url(re.compile("seed=[0-9]+&level=1&skill=one-idea"))
    who = page.locator(".sst-drawn h2").inner_text()
    page.reload()
    expect(page.locator(".sst-drawn h2")).to_have_text(who)


def test_a_safety_tick_stands_until_it_was_talked_about(visit: Visit) -> None:
    """The form asks with whom and what; the changed file has the resolution, and the tick still stands in it."""
    page = visit("look-back/compare/")
    opened(page, own(), unsafe())
    page.click("[data-settle]")
    expect(page.locator(".sst-settle textarea")).to_be_focused()
    expect(page.locator(".sst-settle input")).to_have_value("P7")
    page.fill(".sst-settle textarea", "   ")
    page.click(".sst-settle .sst-primary")
    expect(page.locator(".sst-settle [role=alert]")).to_contain_text("paar woorden")
    page.fill(".sst-settle textarea", "Samen teruggekeken.")
    page.click(".sst-settle .sst-primary")
    expect(page.locator(".sst-unsafe")).to_contain_text("Samen teruggekeken.")
    with page.expect_download() as saved:
        page.click(".sst-changed button")
    assert saved.value.suggested_filename == "2.json"
    changed = json.loads(Path(saved.value.path()).read_bytes())
    assert changed["resolution"]["with"] == "P7"
    assert changed["items"]["listen"]["ticks"] == ["listen.b1", "listen.s1"]
    expect(page.locator(".sst-compared-next a[href*=roleplay]")).to_have_count(1)


def talked_about(page: Page) -> None:
    """Chooses the session that is kept here and says of its unsafe tick that it was talked about."""
    page.click("text=Kies deze")
    page.click("sst-compare .sst-primary")
    page.click("[data-settle]")
    page.fill(".sst-settle textarea", "Besproken.")
    page.click(".sst-settle .sst-primary")


def test_observations_kept_in_this_browser_are_chosen_by_session(visit: Visit) -> None:
    """Those of one session at once; what was agreed is kept with them."""
    page = visit("look-back/compare/")
    keep(page, own(), unsafe())
    page.reload()
    talked_about(page)
    expect(page.locator(".sst-unsafe")).to_contain_text("Besproken.")
    page.reload()
    page.click("text=Kies deze")
    page.click("sst-compare .sst-primary")
    expect(page.locator(".sst-unsafe")).to_contain_text("Besproken.")


def test_what_another_tab_has_open_is_not_written_over(visit: Visit) -> None:
    """It says so and changes nothing; once the other tab let go, what that one wrote is still there."""
    page = visit("look-back/compare/")
    keep(page, own(), unsafe())
    key = "rating:" + own()["session"] + ":O4"
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate(f"async (key) => {{ window.held = await ({STORE}).hold(key); }}", key)
    page.reload()
    talked_about(page)
    expect(page.locator(".sst-settle [role=alert]")).to_contain_text("ander tabblad")
    other.evaluate(
        f"""async (key) => {{
          const ratings = {STORE};
          const kept = await ratings.get(key);
          await ratings.put({{...kept, revision: 9, rating: {{...kept.rating, prediction: "van de andere tab"}}}});
          window.held.release();
          while ((await navigator.locks.query()).held.some(({{ name }}) => name === `sst ${{key}}`));
        }}""",
        key,
    )
    page.click(".sst-settle .sst-primary")
    expect(page.locator(".sst-unsafe")).to_contain_text("Besproken.")
    rating = page.evaluate(f"async (key) => (await ({STORE}).get(key)).rating", key)
    assert (rating["prediction"], rating["resolution"]["note"]) == ("van de andere tab", "Besproken.")


def test_keyboard_alone_does_it(visit: Visit) -> None:
    """Tab to the button, Enter; the page moves to what opened."""
    page = visit("look-back/compare/")
    given(page, own(), trainer())
    expect(page.locator("sst-compare .sst-primary")).to_be_enabled()
    page.locator("sst-compare input").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.sst-primary')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".sst-compared h2")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.sst-compared'))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_every_state_is_accessible(language: str, where: str, scheme: str, visit: Visit, axe: str) -> None:
    """Nothing chosen, refused, opened, and with the form; on a phone in English."""
    size = {"viewport": PHONE} if language == "en" else {}
    page = visit(f"{where}look-back/compare/", color_scheme=scheme, bypass_csp=True, reduced_motion="reduce", **size)
    page.locator("sst-compare input").wait_for(state="attached")
    assert violations(page, axe) == []
    given(page, unsafe())
    expect(page.locator(".sst-wrong-line")).to_be_visible()
    assert violations(page, axe) == []
    opened(page, own(), trainer(), clients())
    page.click("[data-settle]")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_it_fits_a_small_screen(visit: Visit) -> None:
    """320 pixels, which is 200% zoom on a phone."""
    page = visit("look-back/compare/", viewport={"width": 320, "height": 640})
    opened(page, own(), trainer(), clients(), unsafe())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_prints_as_a_comparison_and_nothing_else(visit: Visit) -> None:
    """Without the choosing and the help; on few sheets, none of them empty."""
    page = visit("look-back/compare/")
    opened(page, own(), trainer(), clients(), unsafe())
    page.emulate_media(media="print")
    expect(page.locator("sst-compare .sst-controls")).to_be_hidden()
    expect(page.locator("#goed-om-te-weten")).to_be_hidden()
    expect(page.locator(".sst-unsafe")).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") in (2, 3)


def test_nothing_is_asked_of_the_network_and_the_console_is_quiet(visit: Visit, site: str) -> None:
    """From the moment the tool is there: not one request, and nothing in the address."""
    page = visit("look-back/compare/")
    told = heard(page)
    opened(page, own(), trainer(), unsafe())
    page.click("[data-settle]")
    page.fill(".sst-settle textarea", "Besproken.")
    page.click(".sst-settle .sst-primary")
    with page.expect_download():
        page.click(".sst-changed button")
    assert told == []
    expect(page).to_have_url(f"{site}look-back/compare/")
