"""Every line to type on the guides and on the pages of the plans: it runs, or at least all its options exist."""

import re
import shlex
from pathlib import Path

import pytest

from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.library.locate import checkout
from sst_training.pages import plan_page
from sst_training.pages.site import Site

LIBRARY = open_library()
GUIDES = (
    *("trainers/index", "trainers/own-issue", "trainers/when-it-turns-real", "trainers/guided-cards"),
    *("trainers/calibration", "trainers/letter", "trainers/room-checklist", "look-back/recording"),
    *(
        "look-back/observing",
        "look-back/reading-a-profile",
        "look-back/after-a-low-profile",
        "look-back/giving-feedback",
    ),
)
ASKS = re.compile(r"^sst (rate|score|compare|sessions|calibrate(?!.*--read)|day .*--replay)")
"""Lines that wait for a person at the keys, or for something of theirs that is kept."""


def typed_on(lang, page):
    """The lines in the code blocks of a written page."""
    text = Path(checkout() / "docs" / lang / f"{page}.md").read_text("utf-8")
    blocks = re.findall(r"^ *```\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def typed_for(lang, plan):
    """The lines of a plan: its packs, and what else is laid ready."""
    site = Site(LIBRARY, phrases_for(lang), {})
    own = [one.command[lang] for one in plan.ready if one.command]
    return [plan_page.day_line(site, plan, pack) for pack in plan.packs] + own


GUIDED = {lang: sorted({line for page in GUIDES for line in typed_on(lang, page)}) for lang in ("nl", "en")}
LINES = [line for lang in ("nl", "en") for line in GUIDED[lang]]


def test_lines_were_found():
    """Both languages have as many, and there are some."""
    assert len(GUIDED["nl"]) == len(GUIDED["en"]) > 10


@pytest.mark.parametrize("line", LINES)
def test_a_line_on_a_guide(sst, line):
    """What asks nobody anything is run; of the others every option is known."""
    program, *args = shlex.split(line)
    done = sst(*args, *(["--help"] if ASKS.match(line) else []))

    assert program == "sst"
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("plan", LIBRARY.plans, ids=lambda plan: plan.slug)
def test_the_lines_of_a_plan(sst, plan, tmp_path):
    """Run one after the other in one folder, as a trainer would: the packs share their log."""
    for line in typed_for("nl", plan):
        more = ["--seed", "plan"] if line.startswith("sst day") else ["--help"] if ASKS.match(line) else []
        done = sst(*shlex.split(line)[1:], *more)

        assert done.returncode == 0, done.stderr.decode()
    for pack in plan.packs:
        assert {"trainer.pdf", "room.pdf", "participant-01.pdf", "day.json"} <= {
            path.name for path in (tmp_path / pack.out["nl"]).iterdir()
        }


@pytest.mark.parametrize("plan", LIBRARY.plans, ids=lambda plan: plan.slug)
def test_the_lines_of_a_plan_in_english(sst, plan):
    """The same lines, in English; drawn and not printed."""
    for line in typed_for("en", plan):
        program, *args = shlex.split(line)
        assert program == "sst"
        assert "--lang en" in line
        if args[0] == "day":
            args = args[: args.index("--by")]
        done = sst(*args, *(["--help"] if ASKS.match(line) else []))

        assert done.returncode == 0, done.stderr.decode()


def test_no_line_of_a_plan_gives_its_cards_away():
    """Without a start code each trainer draws other cards, so that a participant who reads the plan draws none of them."""
    assert not any("--seed" in line for plan in LIBRARY.plans for line in typed_for("nl", plan))
