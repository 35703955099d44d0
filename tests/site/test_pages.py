"""What the generated pages hold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable

import msgspec
import pytest

from sst_training.cli import COMMANDS
from sst_training.library.rules import all_rules
from sst_training.pages import (
    cli_reference,
    gallery,
    module_page,
    modules_index,
    observation_list,
    oneliners,
    quiz,
    references,
    scenarios,
)
from sst_training.pages.citations import Citations
from sst_training.pages.generated import PAGES
from sst_training.pages.notebook import slim
from sst_training.pages.site import Site

Sites = Callable[[str], Site]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("source", PAGES)
def test_a_page_has_one_title_and_a_description(source: str, lang: str, site: Sites) -> None:
    """One heading of the first level, and a description of 80 to 155 signs."""
    page = PAGES[source](site(lang))
    assert len(re.findall(r"^# ", page, re.M)) == 1
    found = re.search(r'^description: "(.*)"$', page, re.M)
    assert found
    assert 80 <= len(found[1]) <= 155


@pytest.mark.parametrize("source", PAGES)
def test_both_languages_have_the_same_shape(source: str, site: Sites) -> None:
    """The same headings, cards, lists and anchors in Dutch and in English."""
    shapes = [
        re.findall(r"^#+ |<(?:h3|article|section|li|dt)\b| id=\"[^\"]+\"", PAGES[source](site(lang)), re.M)
        for lang in ("nl", "en")
    ]
    assert sorted(shapes[0]) == sorted(shapes[1])


def test_the_gallery_shows_every_exercise_in_use(site: Sites) -> None:
    """A card an exercise, found by its id."""
    page = gallery.page(site("nl"))
    assert all(f'id="{card.id}"' in page for card in site("nl").library.exercises if card.retired is None)


def test_a_card_can_be_filtered_by_its_data(site: Sites) -> None:
    """Skills, minutes and shape stand on the card as data."""
    exercise = site("nl").library.exercises[0]
    card = gallery.card(site("nl"), exercise)
    assert f'data-skill="{" ".join(exercise.skills)}"' in card
    assert f'data-minutes="{exercise.minutes}"' in card
    assert f'data-shape="{exercise.group.shape}"' in card


def test_a_turning_point_is_called_retold_and_a_lesson_ours(site: Sites) -> None:
    """Nothing under a person's name passes for a quotation."""
    s = site("nl")
    cite = Citations(s.library.references, s.phrases, oneliners.SOURCE)
    card = oneliners.card(s, s.library.pioneers[0], cite)
    assert "Naverteld, in onze woorden" in card
    assert "Onze les" in card


def test_a_story_is_told_with_its_doubt_and_its_source(site: Sites) -> None:
    """No story from history stands there as plain fact."""
    s = site("en")
    cite = Citations(s.library.references, s.phrases, oneliners.SOURCE)
    assert s.library.stories
    for story in s.library.stories:
        card = oneliners.story_card(s, story, cite)
        assert "What we do not know" in card
        assert all(f"#{ref}" in card for ref in story.source.ref)
        assert story.source.ref


def test_a_private_person_has_no_positions(site: Sites) -> None:
    """Whatever the card holds."""
    s = site("nl")
    cite = Citations(s.library.references, s.phrases, oneliners.SOURCE)
    private = [card for card in s.library.pioneers if card.private]
    assert all("Standpunten" not in oneliners.card(s, card, cite) for card in private)


def test_every_reference_has_its_status_and_note(site: Sites) -> None:
    """How far it was checked, in words, and what to know."""
    page = references.page(site("en"))
    assert page.count('class="sst-note"') == len(site("en").library.references)
    assert page.count("sst-badge") == len(site("en").library.references) + 3


def test_the_scenario_page_says_whom_it_is_for(site: Sites) -> None:
    """It gives the cards away."""
    assert "Deze pagina verklapt de kaarten." in scenarios.page(site("nl"))


def test_the_observation_list_says_it_is_not_validated(site: Sites) -> None:
    """On the page itself, in both languages."""
    assert "Niet gevalideerd." in observation_list.page(site("nl"))
    assert "Not validated." in observation_list.page(site("en"))


def test_the_observation_list_shows_every_behaviour(site: Sites) -> None:
    """84 behaviours, each with a box."""
    instrument = site("en").library.instrument
    page = observation_list.page(site("en"))
    listed = re.findall(r'<ul class="sst-ticks">(.*?)</ul>', page)
    assert sum(part.count("<li>") for part in listed) == sum(len(item.ticks) for item in instrument.items)


def test_a_module_without_a_page_is_coming(site: Sites) -> None:
    """All sixteen are listed; only the one with a page is a link."""
    page = modules_index.page(site("nl"))
    assert page.count("<article") == 16
    assert re.findall(r'<h3[^>]*><a href="([^"]+)"', page) == ["history/"]
    assert page.count("komt nog") == 15


def test_a_module_page_gets_what_belongs_to_it(site: Sites) -> None:
    """Opening box, key points, exercises, quiz and works cited, around its own text."""
    s = site("nl")
    here = "modules/history.md"
    cite = Citations(s.library.references, s.phrases, here)
    text = cite.in_markdown("# Geschiedenis\n\nTekst [@talmon-1990].")
    meta = {"module": "m03", "minutes": 60, "summary": "Kort.", "objectives": ["Je kunt …"], "key_points": ["Zo."]}
    page = module_page.decorate(s, here, text, meta, cite)
    assert page.index("sst-opening") < page.index("Tekst ") < page.index("## Om te onthouden")
    assert "## Bronnen bij deze module" in page
    assert 'href="../../references/#talmon-1990"' in page


def test_a_module_page_without_key_points_is_refused(site: Sites) -> None:
    """By name of what it lacks."""
    s = site("nl")
    with pytest.raises(module_page.ModuleProblem, match="key_points"):
        module_page.decorate(
            s, "modules/x.md", "# X", {"module": "m01", "minutes": 1, "summary": "s", "objectives": ["o"]},
            Citations((), s.phrases, "modules/x.md"),
        )  # fmt: skip


def test_every_answer_has_its_own_feedback(site: Sites) -> None:
    """A fold an option, which says right or not in words."""
    s = site("nl")
    for card in s.library.questions:
        html = quiz.question(s, 1, card)
        assert html.count("<details") == len(card.options)
        assert html.count("Dat klopt.") == 1


def test_a_notebook_loses_its_styles_and_keeps_its_cells() -> None:
    """No styles, scripts or copies of the code; a block of code can be reached by keyboard."""
    html = (
        '<style>a{}</style><script>x()</script><div class="zc"><clipboard-copy for="a"><svg></svg></clipboard-copy></div>'
        '<pre><span>1</span></pre><div class="clipboard-copy-txt" id="a">1</div>'
    )
    assert slim(html) == '<div class="zc"></div><pre tabindex="0"><span>1</span></pre>'


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_command_and_code_is_documented(lang: str, site: Sites) -> None:
    """Each command, each exit code and each problem's code stands on the page of the command line."""
    told = subprocess.run([sys.executable, "-m", "sst_training.cli.describe", lang], capture_output=True, check=True)
    commands = tuple(msgspec.convert(one, cli_reference.Described) for one in json.loads(told.stdout))
    page = cli_reference.page(site(lang), commands)
    codes = {rule.code for rule in all_rules()} | {
        key.split(".")[1] for key in site(lang).phrases.sentences if re.fullmatch(r"(check|rating)\.[CR]\d+", key)
    }

    assert [name for name in COMMANDS if f"## `sst {name}" not in page] == []
    assert [code for code in codes if f"<code>{code}</code>" not in page] == []
