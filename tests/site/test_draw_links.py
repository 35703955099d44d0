"""A command that draws, on a page, stands beside a link that draws the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sst_training.library import open_library
from sst_training.pages.draw_links import DrawProblem, with_links
from sst_training.pages.site import Site

HERE = "modules/focus-and-outcome.md"


def fenced(*commands: str) -> str:
    """Commands as a page holds them."""
    return "```\n" + "\n".join(commands) + "\n```"


def test_a_command_gets_a_link_set_to_what_it_asks(site: Callable[[str], Site]) -> None:
    """The link stands first, the command stays."""
    page = with_links(site("nl"), HERE, fenced("sst roleplay --skill keep-focus"))
    assert '<a href="../../practice/roleplay/#skill=keep-focus">Trek een rollenspel: Focus en tijd bewaken</a>' in page
    assert page.index("<a ") < page.index("```\nsst roleplay --skill keep-focus\n```")


def test_each_command_of_a_block_gets_its_own(site: Callable[[str], Site]) -> None:
    """A workplace and a setting, in the words of the cards."""
    page = with_links(
        site("en"),
        HERE,
        fenced("sst roleplay --lang en --context relationship", "sst roleplay --lang en --setting chat"),
    )
    assert re.findall(r'#([^"]+)">([^<]+)<', page) == [
        ("context=relationship", "Draw a role-play: partner and family"),
        ("setting=chat", "Draw a role-play: chat"),
    ]


def test_other_commands_are_left_alone(site: Callable[[str], Site]) -> None:
    """Rating is not drawing."""
    block = fenced("sst score k7q2m9xt")
    assert with_links(site("nl"), HERE, block) == block


@pytest.mark.parametrize(
    ("lang", "command"),
    [
        ("en", "sst roleplay --skill focus"),
        ("nl", "sst roleplay --lang en --skill focus"),
        ("nl", "sst roleplay --skill juggling"),
        ("nl", "sst roleplay --context moon"),
        ("nl", "sst roleplay --seed ochtend"),
    ],
)
def test_what_cannot_be_drawn_stops_the_build(lang: str, command: str, site: Callable[[str], Site]) -> None:
    """Another language than the page's, a skill or place the course does not have, a field a link cannot carry."""
    with pytest.raises(DrawProblem):
        with_links(site(lang), HERE, fenced(command))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_module_leads_to_its_cards(lang: str, built: Path) -> None:
    """A role-play for each of its skills, where it has skills and cards may be drawn for them."""
    root = built if lang == "nl" else built / "en"
    for module in open_library().modules:
        html = (root / "modules" / module.slug / "index.html").read_text("utf-8")
        drawn = re.findall(r'<ul class="sst-draw">(.*?)</ul>', html, re.S)
        if module.skills == ("safety",):
            assert drawn == [], "nothing is ever drawn for safety"
            continue
        assert drawn, module.slug
        assert set(module.skills) <= set(re.findall(r"practice/roleplay/#skill=([a-z-]+)", drawn[0])), module.slug
