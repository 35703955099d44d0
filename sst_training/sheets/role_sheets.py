"""The sheets of a role-play, one reader a sheet, from `draw.readers.view` and from nothing else.

A reader's sheet is made of what the view holds for that reader: what is not in it cannot be printed.
The client's parts stand in the order of DESIGN §4.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sst_training.draw.readers import Reader, twist_place, view
from sst_training.draw.roleplay import RolePlay
from sst_training.model.instrument import Instrument
from sst_training.model.paper import Paper
from sst_training.model.phrases import Phrases
from sst_training.sheets import parts
from sst_training.sheets.parts import Part, Sheet
from sst_training.sheets.typeset import typeset

SEATED: Final[tuple[Reader, ...]] = ("therapist", "client", "observer")


def role_sheet(
    play: RolePlay, reader: Reader, instrument: Instrument, say: Phrases, *, tag: str = "", origin: str = ""
) -> Sheet:
    """One reader's sheet of a role-play, for the template `sheets`.

    `tag` says which round and group; `origin` (seed, algorithm, library) is printed for the trainer alone.
    """
    if reader == "trainer":
        return _trainer(play, instrument, say, tag, origin)
    seen = view(play, reader, say)
    place = [say("sheet.minutes", minutes=seen["minutes"])]
    if "setting" in seen:
        place.insert(0, say(f"setting.{seen['setting']}"))
    made: dict[Reader, Any] = {"therapist": _therapist, "client": _client, "observer": _observer}
    sheet: Sheet = {
        "key": play.scenario.id,
        "over": say(f"seat.{reader}"),
        "tag": tag,
        "title": say("sheet.person", **seen["person"]),
        "sub": " · ".join(place),
        "foot": " · ".join(part for part in (say(f"seat.{reader}"), tag) if part),
        "parts": made[reader](seen, instrument, say) + _guided(play, say),
        "roomy": reader == "therapist",
    }
    if reader == "observer":
        sheet["after"] = afterwards(seen["scenario"], say)
    return sheet


def role_pdf(
    plays: Sequence[RolePlay],
    reader: Reader,
    instrument: Instrument,
    say: Phrases,
    *,
    origin: str,
    large: bool,
    paper: Paper = "a4",
) -> bytes:
    """The sheets of one reader for role-plays, in their order, each on a leaf of its own."""
    numbered = len(plays) > 1
    sheets = [
        role_sheet(play, reader, instrument, say, tag=say("print.card", number=i) if numbered else "", origin=origin)
        for i, play in enumerate(plays, 1)
    ]
    data = {"title": say(f"seat.{reader}"), "large": large, "paper": paper, "sheets": sheets}
    return typeset("sheets", data, say.lang)


def _guided(play: RolePlay, say: Phrases) -> list[Part]:
    return [parts.box(say("sheet.help_lines"))] if play.scenario.risk == "guided" else []


def _so_far(card: dict[str, Any], say: Phrases) -> list[Part]:
    return [parts.text(say("sheet.label.so_far"), card["so_far"])] if card.get("so_far") else []


def skill_words(skill: str, instrument: Instrument, say: Phrases) -> str:
    """The name of a skill."""
    item = instrument.item(skill)
    return say.text(item.text) if item is not None else skill


def clock_parts(seen: dict[str, Any], say: Phrases) -> list[Part]:
    """The time marks and the stop signal."""
    pairs = [(str(mark["minute"]), mark["text"]) for mark in seen["time_marks"]]
    return [
        parts.apart(parts.marks(say("print.minutes"), pairs)),
        parts.stop(say("sheet.label.stop"), seen["stop"]),
    ]


def _therapist(seen: dict[str, Any], instrument: Instrument, say: Phrases) -> list[Part]:
    card = seen["scenario"]
    return [
        parts.text(say("sheet.label.door_note"), card["door_note"]),
        *_so_far(card, say),
        parts.text(say("print.your_skill"), skill_words(seen["skill"], instrument, say)),
        *clock_parts(seen, say),
    ]


def _client(seen: dict[str, Any], _: Instrument, say: Phrases) -> list[Part]:
    card, stance, twist = seen["scenario"], seen["stance"], seen["twist"]
    return [
        *spare_parts(card, say),
        parts.apart(parts.points(say("sheet.label.stance"), stance["behaviours"])),
        parts.text(say("sheet.label.softens_when"), stance["softens_when"]),
        parts.text(say("sheet.label.hardens_when"), stance["hardens_when"]),
        parts.apart(on_the_way(card["elicits"], twist, say)),
        parts.apart(if_needed(card, say)),
        parts.stop(say("sheet.label.stop"), seen["stop"]),
        parts.note(seen["improvise"]),
    ]


def spare_parts(card: dict[str, Any], say: Phrases) -> list[Part]:
    """What a client has to know about the situation played, from the first line up to what is told when."""
    plain = ("best_hope", "enough", "tried", "resources")
    return [
        parts.said(say("sheet.label.opening_line"), card["opening_line"]),
        parts.text(say("sheet.label.situation"), card["situation"]),
        *_so_far(card, say),
        *(parts.text(say(f"sheet.label.{field}"), card[field]) for field in plain),
        parts.scale(say("print.scale_now"), card["scale_now"]),
        parts.told(
            say("sheet.label.disclosure"),
            [(say(f"disclosure.{part['when']}") + ":", part["text"]) for part in card["disclosure"]],
        ),
    ]


def on_the_way(elicits: list[dict[str, Any]], twist: dict[str, Any] | None, say: Phrases) -> Part:
    """What the client says or does along the way; the twist with its minutes and the way back."""
    pairs = [
        (say("sheet.minute", minute=part["minute"]) if part["minute"] is not None else "", part["text"])
        for part in elicits
    ]
    if twist is not None:
        start, end = twist["minute"]
        words = f"{twist['text']} {say('sheet.revert')} {twist['revert']}"
        pairs.insert(twist_place(elicits, start), (say("sheet.window", start=start, end=end) + ":", words))
    return parts.told(say("sheet.label.elicits"), [(lead[:1].upper() + lead[1:], words) for lead, words in pairs])


def if_needed(card: dict[str, Any], say: Phrases) -> Part:
    """How to play it easier and harder: not for the start, but for when the talk asks for it."""
    pairs = [(say("sheet.easier") + ":", card["play_easier"]), (say("sheet.harder") + ":", card["play_harder"])]
    return parts.told(say("sheet.label.if_needed"), pairs)


def _observer(seen: dict[str, Any], instrument: Instrument, say: Phrases) -> list[Part]:
    card, twist = seen["scenario"], seen["twist"]
    found = [
        parts.text(say("sheet.label.door_note"), card["door_note"]),
        *_so_far(card, say),
        parts.text(say("sheet.label.skill"), skill_words(seen["skill"], instrument, say)),
        *watching(seen["observer_task"], instrument, say),
    ]
    if twist is not None:
        start, end = twist["minute"]
        found.append(parts.text(say("sheet.label.twist"), say("sheet.twist_minutes", start=start, end=end)))
    return [*found, *clock_parts(seen, say), *feedback(seen, say)]


def watching(task: dict[str, Any], instrument: Instrument, say: Phrases) -> list[Part]:
    """The behaviours of a task, each with how it sounds, and the one thing to count."""
    ticks = {tick.id: say.text(tick.text) for item in instrument.items for tick in item.ticks}
    rows = [(ticks.get(tick, tick), sound) for tick, sound in zip(task["ticks"], task["look_for"], strict=True)]
    return [
        parts.apart(parts.checks(say("sheet.label.look_for"), rows)),
        parts.tally(say("sheet.label.tally"), task["tally"], task["tally_in"]),
    ]


def feedback(seen: dict[str, Any], say: Phrases) -> list[Part]:
    """The two literal sentences, the four steps, and the question for afterwards."""
    return [
        parts.apart(parts.write(say("print.sentences"), say("print.sentences.how"), 2)),
        parts.steps(say("sheet.label.feedback"), seen["feedback"]),
        parts.text(say("sheet.label.debrief_question"), seen["observer_task"]["debrief_question"]),
    ]


def afterwards(card: dict[str, Any], say: Phrases) -> dict[str, Any]:
    """What the observer reads only when the talk is over: upside down, and folded away if the sheet has one page."""
    return {
        "fold": say("print.fold"),
        "unfolded": say("print.afterwards"),
        "parts": [
            parts.text(say("print.enough"), card["enough"]),
            parts.points(say("print.traps"), card["traps"]),
        ],
    }


def _trainer(play: RolePlay, instrument: Instrument, say: Phrases, tag: str, origin: str) -> Sheet:
    whole = view(play, "trainer", say)
    cards = [whole["scenario"]["id"], whole["stance"]["id"]]
    cards += [whole["twist"]["id"]] if whole["twist"] else []
    rows = [
        (say("sheet.label.person"), say("sheet.person", **whole["person"])),
        (say("sheet.label.skill"), skill_words(whole["skill"], instrument, say)),
        (say("sheet.label.level"), str(whole["level"])),
        (say("sheet.label.stance"), whole["stance"]["title"]),
    ]
    if whole["twist"]:
        rows.append((say("sheet.label.twist"), whole["twist"]["title"]))
    rows.append((say("sheet.label.cards"), " · ".join([*cards, whole["observer_task"]["id"]])))
    if origin:
        rows.append((say("print.origin"), origin))
    traps = parts.points(say("sheet.label.traps"), whole["scenario"]["traps"])
    found = [parts.facts(say("print.draw"), rows), traps, *_guided(play, say)]
    made: dict[Reader, Any] = {"therapist": _therapist, "client": _client, "observer": _observer}
    for reader in SEATED:
        found += [parts.heading(say(f"seat.{reader}")), *made[reader](view(play, reader, say), instrument, say)]
    place = (say(f"setting.{whole['setting']}"), say("sheet.minutes", minutes=whole["minutes"]))
    return {
        "key": play.scenario.id,
        "over": say("seat.trainer"),
        "tag": tag,
        "title": whole["scenario"]["title"],
        "sub": " · ".join(place),
        "foot": " · ".join(part for part in (say("seat.trainer"), tag) if part),
        "parts": found,
        "flows": True,
    }
