"""A made day, so that print is tested apart from how a day is drawn; and PDFs read back as a reader would."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sst_training.draw.roleplay import RolePlay, Wanted, draw_roleplays
from sst_training.library import open_library
from sst_training.library.locales import phrases_for
from sst_training.model.day import Day, DayPerson, Options, RoundClock, Seats, Slot, TimedPart
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases

PARTS = (("briefing", 3), ("talk", 22), ("client", 2), ("feedback", 7), ("again", 4), ("swap", 2))


@pytest.fixture(scope="session")
def library() -> Library:
    """The real library."""
    return open_library()


@pytest.fixture(scope="session", params=["nl", "en"])
def say(request: pytest.FixtureRequest) -> Phrases:
    """The sentences of each language in turn."""
    return phrases_for(request.param)


@pytest.fixture(scope="session")
def dutch() -> Phrases:
    """The Dutch sentences."""
    return phrases_for("nl")


@pytest.fixture(scope="session")
def plays(library: Library) -> list[RolePlay]:
    """A few role-plays of one seed, with twists."""
    return draw_roleplays(library, 42, 3, Wanted(level=2))


@pytest.fixture(scope="session")
def make_day(library: Library) -> Callable[..., Day]:
    """Makes a day whose people move on one group a round; what is fair is not our question here."""

    def make(participants: int = 7, rounds: int = 3, own: tuple[int, ...] = (), seed: str = "geheim-zaad") -> Day:
        groups = participants // 3
        plays = draw_roleplays(library, 7, groups * rounds, Wanted())
        slots, clock = [], []
        for number in range(1, rounds + 1):
            minutes = tuple(TimedPart(part, length) for part, length in PARTS)  # type: ignore[arg-type]
            clock.append(RoundClock(number, (number - 1) * 40, minutes))
            for group in range(1, groups + 1):
                people = [1 + (3 * (group - 1) + seat + number - 1) % participants for seat in range(3)]
                extra = [1 + (3 * groups + number - 1 + i) % participants for i in range(participants - 3 * groups)]
                seats = Seats(people[0], people[1], (people[2], *(extra if group == groups else [])))
                play = plays[(number - 1) * groups + group - 1]
                slots.append(
                    own_slot(number, group, seats, play) if number in own else play_slot(number, group, seats, play)
                )
        return Day(
            kind="day",
            algorithm="SSTRNG-1",
            library=library.hash,
            seed=seed,
            lang="nl",
            participants=participants,
            rounds=rounds,
            options=Options(own_issue_rounds=own),
            clock=tuple(clock),
            slots=tuple(slots),
            coverage={slot.skill: 1 for slot in slots},
            repeats=(),
            notes=(),
        )

    def play_slot(number: int, group: int, seats: Seats, play: RolePlay) -> Slot:
        return Slot(
            round=number,
            group=group,
            mode="role-play",
            skill=play.skill,
            level=play.level,
            setting=play.setting,
            scenario=play.scenario.id,
            stance=play.stance.id,
            person=DayPerson(play.person.name, play.person.age),
            twist=play.twist.id if play.twist else None,
            observer_task=play.observer_task.id,
            prompts=(),
            fallback=None,
            seats=seats,
        )

    def own_slot(number: int, group: int, seats: Seats, play: RolePlay) -> Slot:
        solo = [card for card in library.scenarios if card.level == 1 and card.risk == "none"]
        prompts = [card.id for card in library.prompts]
        start = 3 * (group - 1) % len(prompts)
        return Slot(
            round=number,
            group=group,
            mode="own-issue",
            skill=play.skill,
            level=1,
            setting=None,
            scenario=None,
            stance=None,
            person=None,
            twist=None,
            observer_task=play.observer_task.id,
            prompts=tuple((prompts + prompts)[start : start + 3]),
            fallback=solo[group % len(solo)].id,
            seats=seats,
        )

    return make


def runs(text: str, length: int = 5) -> set[tuple[str, ...]]:
    """Every run of so many words of a text, without signs and capitals."""
    found = re.findall(r"[\w']+", text.lower())
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


@pytest.fixture
def shared() -> Callable[[str, str], set[tuple[str, ...]]]:
    """The runs of five words that two texts share."""
    return lambda one, other: runs(one) & runs(other)


def read_pages(pdf: bytes, tmp_path: Path) -> list[str]:
    """The text of each page as a reader's program sees it, without soft hyphens and line ends."""
    path = tmp_path / "read.pdf"
    path.write_bytes(pdf)
    run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    pages = run.stdout.decode().split("\f")[:-1]
    return [" ".join(re.sub("\u00ad\n|(?<=-)\n|\u200b", "", page).split()) for page in pages]


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """Reads a PDF back, page by page."""
    return lambda pdf: read_pages(pdf, tmp_path)


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str, bytes], str]:
    """What a Poppler program says of a PDF."""

    def ask(program: str, pdf: bytes, *options: str) -> str:
        path = tmp_path / "asked.pdf"
        path.write_bytes(pdf)
        out = ["-"] if program == "pdftotext" else []
        return subprocess.run([program, *options, str(path), *out], capture_output=True, check=True).stdout.decode()

    return ask
