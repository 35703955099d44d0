"""The day pack: everything for a training day on paper, one PDF a reader, so that two readers' pages never meet.

File names, titles and metadata tell nothing: only the trainer's PDF and day.json hold the seed and the ids.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from sst_training.draw.readers import Reader
from sst_training.model.day import Day
from sst_training.model.library import Library
from sst_training.model.paper import Paper
from sst_training.model.phrases import Phrases
from sst_training.sheets.day_room import room_data
from sst_training.sheets.day_slots import SEATED, DayCards, own_issue_card, seated, slot_sheet, too_early
from sst_training.sheets.day_trainer import trainer_data
from sst_training.sheets.own_issue_cards import own_issue_data
from sst_training.sheets.parts import Sheet
from sst_training.sheets.typeset import forget, typeset
from sst_training.sheets.whole_folder import check_folder, write_folder

By = Literal["round", "person"]
BIG: Final = 30
"""Sheets in one document after which the typesetter is made to forget it: 60 people and 12 rounds then take
0.7 GB instead of 1.4. Setting two documents at once saves a tenth of the time and takes twice the memory."""

Step = Callable[[int, int], None]
"""Told how many of the pack's documents are set, and how many there are."""


def write_day_pack(
    day: Day,
    library: Library,
    say: Phrases,
    out: Path,
    *,
    by: By = "round",
    large: bool = False,
    paper: Paper = "a4",
    start: datetime | None = None,
    again: str = "",
    step: Step | None = None,
) -> list[str]:
    """Writes the pack into a new or empty folder and gives the names of its files.

    Raises FolderNotEmpty, OutputUnwritable, UnknownId (a card that is gone), TextTooLong or SignNotInFont.
    """
    check_folder(out)
    files = day_pack(day, library, say, by=by, large=large, paper=paper, start=start, again=again, step=step)
    write_folder(out, files)
    return list(files)


def day_pack(
    day: Day,
    library: Library,
    say: Phrases,
    *,
    by: By = "round",
    large: bool = False,
    paper: Paper = "a4",
    start: datetime | None = None,
    again: str = "",
    step: Step | None = None,
) -> dict[str, bytes]:
    """The files of the pack by name."""
    documents = pack_documents(day, library, say, by=by, large=large, paper=paper, start=start, again=again)
    files = {}
    for number, (name, (template, data)) in enumerate(documents.items(), 1):
        files[name] = typeset(template, data, say.lang)
        if len(data.get("sheets", ())) > BIG:
            forget()
        if step is not None:
            step(number, len(documents))
    return {**files, "day.json": msgspec.json.encode(day) + b"\n"}


def pack_documents(
    day: Day,
    library: Library,
    say: Phrases,
    *,
    by: By,
    large: bool = False,
    paper: Paper = "a4",
    start: datetime | None = None,
    again: str = "",
) -> dict[str, tuple[str, dict[str, Any]]]:
    """File name → template and data. Sheets by round, then group, then seat.

    `large` and `paper` are for what people hold in their hands: the trainer's tables and what hangs on the wall
    are A4 always. `start` puts the rounds on the clock there; the stored day holds no date. `again`:
    the options of this pack as they would be typed, for the command that makes the rest of it anew.
    """
    cards = DayCards(day, library)
    sheets: dict[Reader, list[Sheet]] = {reader: [] for reader in SEATED}
    own: dict[int, list[Sheet]] = {person: [] for person in range(1, day.participants + 1)}
    later: list[Sheet] = []
    held = {person: too_early(day, person) for person in own}
    for slot in day.slots:
        for reader, person in seated(slot):
            sheet = slot_sheet(cards, slot, reader, person, say)
            sheets[reader].append(sheet)
            (later if slot.round in held[person] else own[person]).append(sheet)
    with_own = [own_issue_card(cards, slot, say) for slot in day.slots if slot.mode == "own-issue"]
    found: dict[str, tuple[str, dict[str, Any]]] = {
        "trainer.pdf": (
            "trainer",
            trainer_data(cards, say, held=held if by == "person" else {}, start=start, again=again),
        ),
        **{f"{reader}.pdf": _sheets(say(f"seat.{reader}"), sheets[reader], large, paper) for reader in SEATED},
    }
    if with_own:
        data = own_issue_data(with_own, say, with_table_card=False, large=large, paper=paper)
        found["own-issue.pdf"] = ("own-issue", data)
    found["room.pdf"] = ("room", room_data(day, library.instrument, say, start))
    if by == "person":
        for person, theirs in own.items():
            if theirs:
                title = say("print.participant.title", participant=person)
                found[f"participant-{person:02}.pdf"] = _sheets(title, theirs, large, paper)
        if later:
            found["later.pdf"] = _sheets(say("print.later"), later, large, paper)
    return found


def _sheets(title: str, sheets: list[Sheet], large: bool, paper: Paper) -> tuple[str, dict[str, Any]]:
    return "sheets", {"title": title, "large": large, "paper": paper, "sheets": sheets}
