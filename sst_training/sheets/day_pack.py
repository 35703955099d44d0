"""The day pack: everything for a training day on paper, one PDF a reader, so that two readers' pages never meet.

File names, titles and metadata tell nothing: only the trainer's PDF and day.json hold the seed and the ids.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from sst_training.draw.readers import Reader
from sst_training.model.day import Day
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.sheets.day_room import room_data
from sst_training.sheets.day_slots import SEATED, DayCards, own_issue_card, seated, slot_sheet, too_early
from sst_training.sheets.day_trainer import trainer_data
from sst_training.sheets.own_issue_cards import own_issue_data
from sst_training.sheets.parts import Sheet
from sst_training.sheets.typeset import typeset
from sst_training.sheets.whole_folder import check_folder, write_folder

By = Literal["round", "person"]
AT_ONCE: Final = 2
"""Documents set at the same time: the typesetter lets go of the interpreter while it works."""


def write_day_pack(
    day: Day, library: Library, say: Phrases, out: Path, *, by: By = "round", large: bool = False
) -> list[str]:
    """Writes the pack into a new or empty folder and gives the names of its files.

    Raises FolderNotEmpty, OutputUnwritable, UnknownId (a card that is gone), TextTooLong or SignNotInFont.
    """
    check_folder(out)
    files = day_pack(day, library, say, by=by, large=large)
    write_folder(out, files)
    return list(files)


def day_pack(day: Day, library: Library, say: Phrases, *, by: By = "round", large: bool = False) -> dict[str, bytes]:
    """The files of the pack by name."""
    documents = pack_documents(day, library, say, by=by, large=large)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        made = pool.map(lambda one: typeset(one[0], one[1], say.lang), documents.values())
        files = dict(zip(documents, made, strict=True))
    return {**files, "day.json": msgspec.json.encode(day) + b"\n"}


def pack_documents(
    day: Day, library: Library, say: Phrases, *, by: By, large: bool
) -> dict[str, tuple[str, dict[str, Any]]]:
    """File name → template and data. Sheets by round, then group, then seat."""
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
        "trainer.pdf": ("trainer", trainer_data(cards, say, held=held if by == "person" else {})),
        **{f"{reader}.pdf": _sheets(say(f"seat.{reader}"), sheets[reader], large) for reader in SEATED},
    }
    if with_own:
        found["own-issue.pdf"] = ("own-issue", own_issue_data(with_own, say, with_table_card=False, large=large))
    found["room.pdf"] = ("room", room_data(day, library.instrument, say))
    if by == "person":
        for person, theirs in own.items():
            if theirs:
                title = say("print.participant.title", participant=person)
                found[f"participant-{person:02}.pdf"] = _sheets(title, theirs, large)
        if later:
            found["later.pdf"] = _sheets(say("print.later"), later, large)
    return found


def _sheets(title: str, sheets: list[Sheet], large: bool) -> tuple[str, dict[str, Any]]:
    return "sheets", {"title": title, "large": large, "sheets": sheets}
