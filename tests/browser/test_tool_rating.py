"""Looking back at a talk on the page, from the first question to the next practice step, in both languages."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from sst_training.cli import main
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout
from sst_training.model.rating import Rating
from sst_training.sheets.report_words import date_words
from sst_training.store.format import encoded
from tests.browser.looking_back import PHONE, WORDS, Look, Visit

LANGUAGES = [("nl", "look-back/rate/"), ("en", "en/look-back/rate/")]
HERE = LANGUAGES[0][1]
EXAMPLES = checkout() / "docs" / "examples"


def example(name: str) -> dict[str, Any]:
    """One of the project's example ratings."""
    return json.loads((EXAMPLES / name).read_text("utf-8"))


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Goes to a place by the Tab key alone."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no way to {selector} by keyboard")


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_by_keyboard_alone(language: str, where: str, visit: Visit) -> None:
    """From the skill in the address to the profile and its print button, with no mouse and no pointer."""
    page = visit(f"{where}#skills=focus")
    look = Look(page)
    keys = page.keyboard
    tab_to(page, "#in-label")
    keys.type("P3")
    keys.press("Enter")
    expect(page.locator(".rate-now h2")).to_be_focused()
    tab_to(page, ".rate-onward .sst-primary")
    keys.press("Enter")
    expect(page.locator(".rate-now[data-part=focus] h2")).to_be_focused()
    keys.press("1")
    keys.press("2")
    keys.press("4")
    expect(page.locator("#in-note")).to_be_focused()
    keys.type("3 keer 1, en ?")  # keys are text here
    keys.press("Enter")
    expect(look.row("focus.a1")).to_be_focused()
    keys.press("2")
    keys.press("u")
    keys.press("j")
    expect(page.locator(".rate-now[data-part=safety] h2")).to_be_focused()
    tab_to(page, "#ask-gate input")
    keys.press("ArrowRight")
    keys.press("j")
    keys.press("j")
    expect(page.locator(".rate-now[data-part=finish] h2")).to_be_focused()
    tab_to(page, ".rate-now .sst-primary")
    keys.press("Enter")
    expect(page.locator(".rate-report h2")).to_be_focused()
    focus = look.rating()["items"]["focus"]
    assert focus["ticks"] == ["focus.b1", "focus.b2", "focus.a1"]
    assert focus["evidence"] == [{"tick": "focus.a1", "at": None, "note": "3 keer 1, en ?"}]
    tab_to(page, "#in-choose")
    tab_to(page, ".sst-row .sst-primary")


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_the_report_in_its_order(language: str, where: str, visit: Visit) -> None:
    """What was done, the profile without a mean, one next step with its links, and that nothing is validated."""
    say = phrases_for(language)
    look = Look(visit(where))
    look.begin()
    look.whole()
    look.profile()
    page = look.page
    titles = page.locator(".rate-report h3").all_inner_texts()
    assert titles == [say("score.did.title"), say("score.profile.title"), say("score.next.title")]
    report = page.locator(".rate-report")
    expect(report).to_contain_text(WORDS)
    expect(report.locator("tbody tr")).to_have_count(1)
    expect(report.locator("tbody tr")).to_contain_text(say("score.basics", seen=1, required=3))
    expect(report).to_contain_text(say("score.low"))
    expect(report.locator("footer")).to_contain_text({"nl": "Niet gevalideerd", "en": "Not validated"}[language])
    assert "gemiddeld" not in report.inner_text().lower()
    level = report.locator("td.rate-level")
    ink = "(part) => getComputedStyle(part).color"
    assert level.evaluate(ink) == report.locator("tbody td").last.evaluate(ink)
    exercise, module, play = (link.get_attribute("href") or "" for link in report.locator(".sst-pointers a").all())
    assert re.search(r"/exercises/#ex-\d{3}$", exercise)
    assert "/modules/" in module
    assert play.endswith("practice/roleplay/#skill=focus&level=1")
    root = page.url.split("look-back")[0]
    assert all(link.startswith(root) for link in (exercise, module, play))
    for link in (exercise, module, play):
        assert page.request.get(link.split("#")[0]).ok


def test_what_lacks_is_a_way_there(visit: Visit) -> None:
    """A skill nobody looked at, and a behaviour that goes deeper without words; then all is there."""
    look = Look(visit(HERE))
    look.begin()
    look.few("focus", "frame")
    look.pick("recording", 1)
    look.to("focus")
    look.tick("focus.a2")
    look.page.keyboard.press("Escape")
    expect(look.row("focus.a2").locator(".sst-wrong-line")).to_be_visible()
    look.to("finish")
    lacking = look.page.locator(".rate-lacking li")
    expect(lacking).to_have_count(3)
    expect(look.page.locator(".rate-now .sst-primary")).to_be_disabled()
    lacking.filter(has_text="Kader schetsen").locator("button").click()
    look.page.keyboard.press("0")
    look.to("finish")
    lacking.filter(has_text="Vraagt welk onderwerp").locator("button").click()
    expect(look.row("focus.a2")).to_be_focused()
    look.row("focus.a2").locator(".rate-more").click()
    look.page.fill("#in-note", "Welk van de twee zou de ander meenemen?")
    look.page.keyboard.press("Enter")
    look.to("safety")
    look.pick("gate", 1)
    look.to("finish")
    expect(lacking).to_have_count(0)
    items = look.rating()["items"]
    assert items["frame"] == {
        "state": "assessed",
        "reason": None,
        "ticks": [],
        "not_applicable_ticks": [],
        "evidence": [],
    }
    assert items["listen"]["reason"] == "not_in_this_exercise"
    assert items["safety"]["reason"] == "no_opportunity"


def test_conditions_and_reasons(visit: Visit) -> None:
    """What had no occasion does not count, and a core skill always had one."""
    look = Look(visit(HERE))
    look.begin()
    look.pick("recording", 1)
    look.to("focus")
    look.pick("counts-focus-b3", 1)
    expect(look.row("focus.b3").locator("input")).to_be_disabled()
    look.page.keyboard.press("3")
    look.saved()
    assert look.rating()["items"]["focus"]["not_applicable_ticks"] == ["focus.b3"]
    assert look.rating()["items"]["focus"]["ticks"] == []
    look.page.keyboard.press("x")
    reasons = look.page.locator(".rate-now .sst-panel button")
    expect(reasons).to_have_text([look.say("rate.choice.not_in_this_exercise")])
    look.to("attempts")
    look.page.keyboard.press("x")
    reasons.filter(has_text=look.say("rate.choice.no_opportunity")).click()
    look.saved()
    assert look.rating()["items"]["attempts"]["reason"] == "no_opportunity"
    look.page.locator(".rate-now .rate-told button").click()
    look.saved()
    assert look.rating()["items"]["attempts"]["state"] == "missing"


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_locking_is_for_good(language: str, where: str, visit: Visit) -> None:
    """With one sentence before it; after it nothing changes, also after coming back."""
    say = phrases_for(language)
    look = Look(visit(where))
    look.begin()
    look.whole()
    look.page.click(".rate-lock button")
    expect(look.page.locator(".rate-lock")).to_contain_text(say("web.rate.lock.sure"))
    look.page.click(".rate-lock .sst-primary")
    expect(look.page.locator(".rate-report h2")).to_be_visible()
    look.saved()
    assert look.rating()["locked"] is True
    look.page.reload()
    expect(look.page.locator(".rate-report h2")).to_be_visible()
    assert look.page.locator(".rate-lock, .rate-watch-head [disabled]").count() == 0
    look.page.keyboard.press("u")
    assert look.rating()["items"]["focus"]["ticks"] == ["focus.b1", "focus.a1"]


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_after_an_unsafe_tick(language: str, where: str, visit: Visit) -> None:
    """The banner comes first and no role-play is offered; what was agreed can be added when locked, the tick stays."""
    say = phrases_for(language)
    look = Look(visit(where))
    look.begin()
    look.whole(unsafe=True)
    expect(look.page.locator(".rate-now .rate-bad")).to_contain_text(say("score.safety.role-play"))
    look.page.click(".rate-lock button")
    look.page.click(".rate-lock .sst-primary")
    report = look.page.locator(".rate-report")
    expect(report.locator("h3").first).to_have_text(say("score.safety.title"))
    assert report.locator("a[href*=roleplay]").count() == 0
    expect(report).not_to_contain_text(say("score.low.again"))
    look.page.click(".rate-safety button")
    look.page.fill("#in-partner", "P3")
    look.page.fill("#in-settled", "Samen nagevraagd.")
    look.page.click(".rate-safety .sst-primary")
    expect(look.page.locator(".rate-safety .sst-wrong-line")).to_have_text(say("web.refused.partner"))
    look.page.fill("#in-partner", "T1")
    look.page.click(".rate-safety .sst-primary")
    expect(report.locator(".rate-safety")).to_have_count(0)
    expect(report).to_contain_text("Samen nagevraagd.")
    look.saved()
    assert look.rating()["resolution"]["with"] == "T1"
    assert look.rating()["items"]["safety"]["ticks"] == ["safety.s1"]


def test_another_skill_can_be_chosen_and_is_told_the_next_time(visit: Visit) -> None:
    """The choice is shown at once, and again with the next session's report."""
    look = Look(visit(HERE))
    look.begin()
    look.whole()
    look.profile()
    look.page.select_option("#in-choose", "takeaway")
    step = look.page.locator(".rate-next")
    day = look.page.evaluate("new Date().toLocaleDateString('sv')")
    expect(step.locator("h4")).to_have_text("Wat neem je mee")
    expect(step).to_contain_text(look.say("score.next.chosen"))
    look.saved()
    look.page.click(".rate-watch-head .sst-row button")
    look.begin()
    look.whole()
    look.profile()
    expect(step.locator("h4")).to_have_text("Eén focus kiezen")
    expect(step).to_contain_text(
        look.say("score.next.last", skill="Wat neem je mee", date=date_words(phrases_for("nl"), day))
    )
    assert "chosen" not in json.dumps([kept["rating"] for kept in look.kept()])


def test_of_an_own_issue_no_words_are_kept(visit: Visit) -> None:
    """No field for words, no card, no prediction; what was typed before is gone, and a colleague cannot choose it."""
    look = Look(visit(HERE))
    look.begin()
    look.page.fill("#in-prediction", "een zin van eerst")
    look.pick("kind", 1)
    expect(look.page.locator("#ask-recording input").nth(1)).to_be_checked()
    expect(look.page.locator("#ask-prediction, #ask-scenario")).to_have_count(0)
    look.to("focus")
    look.tick("focus.a1")
    expect(look.page.locator(".rate-now textarea, .rate-now input[type=text], .rate-more")).to_have_count(0)
    look.to("closing")
    expect(look.page.locator(".rate-now textarea")).to_have_count(0)
    expect(look.page.locator("#ask-challenge")).to_be_visible()
    rating = look.rating()
    assert rating["session_kind"] == "own-issue"
    assert "eerst" not in json.dumps(look.kept())
    look.press("web.rate.to_start")
    look.begin("T1", role=2, ratee="P3", code="k7q2m9xt")
    expect(look.page.locator("#ask-kind input").nth(1)).to_be_disabled()
    expect(look.page.locator("#ask-kind")).to_contain_text(look.say("web.refused.own_issue"))


def test_a_real_client_asks_for_consent_first(visit: Visit) -> None:
    """Without it nothing else opens, and the observation can be thrown away."""
    look = Look(visit(HERE))
    look.begin()
    look.pick("kind", 2)
    expect(look.page.locator(".rate-now")).to_contain_text(look.say("rate.work"))
    expect(look.page.locator(".rate-step")).to_have_count(1)
    expect(look.page.locator("#ask-recording, #ask-few")).to_have_count(0)
    look.pick("work", 1)
    look.press("web.rate.work.drop")
    expect(look.page.locator(".rate-told")).to_have_text(look.say("web.rate.work.dropped"))
    assert look.kept() == []
    look.begin()
    look.pick("kind", 2)
    look.pick("work", 0)
    expect(look.page.locator("#ask-recording")).to_be_visible()
    assert len(look.page.locator(".rate-step").all()) == 16


@pytest.mark.parametrize(("language", "where"), LANGUAGES)
def test_the_client_answers_three_questions(language: str, where: str, visit: Visit) -> None:
    """By a link; on a phone; a file that the command line reads, shown beside the profile of that session."""
    look = Look(visit(f"{where}#client", viewport=PHONE))
    look.begun("C1", ratee="P3", code="k7q2m9xt")
    page = look.page
    for question, mark in (("topic", 8), ("understood", 3), ("forward", 7)):
        look.mark(question, mark)
    page.fill("#in-wished", "meer tijd")
    look.saved()
    name, content = look.export()
    assert name == "k7q2m9xt-client.json"
    rating = msgspec.json.decode(content, type=Rating)
    assert encoded(rating) == content
    assert rating.voice is not None
    assert (rating.voice.topic, rating.voice.understood, rating.voice.forward) == (8, 3, 7)
    page.click(".rate-watch-head .sst-row button >> nth=-1")
    look.begin("P3", code="k7q2m9xt")
    look.whole()
    look.profile()
    expect(page.locator(".rate-report")).to_contain_text(phrases_for(language)("beside.client.title", label="C1"))
    expect(page.locator(".rate-report")).to_contain_text("meer tijd")


def test_the_file_is_the_command_lines_own(visit: Visit, tmp_path: Any) -> None:
    """What is saved scores on the command line, and a file of the command line comes back to the byte."""
    look = Look(visit(HERE))
    look.begin()
    look.whole()
    name, content = look.export()
    session = look.rating()["session"]
    assert name == f"{session}-self.json"
    assert re.fullmatch(r"[a-hj-km-np-z2-9]{8}", session)
    assert encoded(msgspec.json.decode(content, type=Rating)) == content
    file = tmp_path / name
    file.write_bytes(content)
    run = CliRunner().invoke(main, ["--lang", "nl", "score", str(file), "--json"])
    assert run.exit_code == 0, run.output
    look.press("web.rate.to_start")
    other = encoded(msgspec.json.decode(json.dumps(example("together-trainer.json")), type=Rating))
    look.bring(other)
    expect(look.page.locator(".rate-told")).to_have_text(
        look.say("web.rate.brought.new", label="T1", session=json.loads(other)["session"])
    )
    row = look.page.locator(".rate-kept > li").filter(has_text="T1")
    with look.page.expect_download() as coming:
        row.get_by_text(look.say("web.rate.export")).click()
    assert coming.value.path().read_bytes() == other


def test_a_file_that_does_not_fit_stays_out(visit: Visit) -> None:
    """One line says why, and what is here stays untouched."""
    look = Look(visit(HERE))
    mine = example("together-self.json")
    look.bring(mine)
    expect(look.page.locator(".rate-kept > li")).to_have_count(1)
    before = look.kept()
    told = look.page.locator(".rate-told")
    who = {"label": mine["rater"]["label"], "session": mine["session"]}
    for content, words in (
        (mine, look.say("web.rate.brought.same", **who)),
        (mine | {"prediction": "iets anders"}, look.say("web.store.already_here", **who)),
        (mine | {"format": "sst-rating/2"}, look.say("web.rate.newer", format="sst-rating/2")),
        (mine | {"version": "9.0.0"}, look.say("rating.R102", found="9.0.0", wanted="1.0.0")),
        (mine | {"name": "Kim"}, look.say("web.rate.not_in")),
        (b"\xff\xd8 a picture", look.say("web.rate.not_in")),
        (b" " * 1_100_000, look.say("web.rate.too_big")),
    ):
        look.bring(content)
        expect(told).to_contain_text(words)
    assert look.kept() == before


def test_deleting_can_be_undone(visit: Visit) -> None:
    """At once gone, and at once back."""
    look = Look(visit(HERE))
    look.bring(example("together-self.json"))
    look.press("web.rate.remove")
    expect(look.page.locator(".rate-kept > li")).to_have_count(0)
    assert look.kept() == []
    expect(look.page.locator(".rate-removed button")).to_be_focused()
    look.page.keyboard.press("Enter")
    expect(look.page.locator(".rate-kept > li")).to_have_count(1)
    assert look.rating()["session"] == example("together-self.json")["session"]


def test_a_label_is_no_name_and_a_rater_looks_once(visit: Visit) -> None:
    """A letter and a digit; the same rater of the same session is led to what is there."""
    look = Look(visit(HERE))
    look.fresh()
    look.page.fill("#in-label", "Kim")
    look.page.keyboard.press("Enter")
    expect(look.page.locator("#wrong-label")).to_have_text(look.say("rate.unfit.label"))
    expect(look.page.locator("#in-label")).to_be_focused()
    look.begun("P3", code="K7q2m9xT")
    look.press("web.rate.to_start")
    look.fresh()
    look.page.fill("#in-label", "P3")
    look.pick("own", 1)
    look.page.fill("#in-typed", "k7q2m9xt")
    look.page.keyboard.press("Enter")
    expect(look.page.locator("#wrong-all")).to_have_text(
        look.say("web.store.already_here", label="P3", session="k7q2m9xt")
    )
    look.press("web.rate.open_it")
    expect(look.page.locator(".rate-now h2")).to_be_visible()
    assert len(look.kept()) == 1


def test_on_paper_only_the_report(visit: Visit) -> None:
    """One sheet or two, without buttons, menus or the page's own text."""
    look = Look(visit(HERE))
    look.bring(example("together-self.json"))
    look.page.locator(".rate-kept button").first.click()
    look.page.wait_for_selector(".rate-watch")
    if look.page.locator(".rate-report").count() == 0:
        look.to("finish")
        look.profile()
    look.page.emulate_media(media="print")
    expect(look.page.locator("h1")).to_be_hidden()
    expect(look.page.locator(".rate-report .rate-choose")).to_be_hidden()
    expect(look.page.locator(".rate-report h2")).to_be_visible()
    sheets = len(re.findall(rb"/Type\s*/Page\b", look.page.pdf(format="A4")))
    assert sheets <= 2
