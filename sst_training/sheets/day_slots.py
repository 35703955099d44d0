"""A slot of a day as sheets: its cards looked up, and a sheet for each person who sits in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from sst_training.draw.readers import Reader
from sst_training.draw.roleplay import Person, RolePlay
from sst_training.errors import UnknownId
from sst_training.model.day import Day, Slot
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.model.roleplay import ObserverTask, Prompt, Scenario, Stance, Twist
from sst_training.model.text import Card
from sst_training.sheets import own_issue_sheets
from sst_training.sheets.own_issue_cards import OwnIssueCard
from sst_training.sheets.parts import Sheet
from sst_training.sheets.role_sheets import role_sheet

SEATED: Final[tuple[Reader, ...]] = ("therapist", "client", "observer")
_Card = TypeVar("_Card", bound=Card)


class DayCards:
    """The cards a day names, by id. A retired card is still found: an old day can be printed again."""

    def __init__(self, day: Day, library: Library) -> None:
        self.day = day
        self.library = library
        self.scenarios: dict[str, Scenario] = _by_id(library.scenarios)
        self.stances: dict[str, Stance] = _by_id(library.stances)
        self.twists: dict[str, Twist] = _by_id(library.twists)
        self.tasks: dict[str, ObserverTask] = _by_id(library.observer_tasks)
        self.prompts: dict[str, Prompt] = _by_id(library.prompts)

    def play(self, slot: Slot) -> RolePlay:
        """A role-play slot as what the sheets are made of, as long as the round's talk. Raises UnknownId."""
        if slot.setting is None or slot.person is None:
            raise UnknownId(id=f"{slot.round}/{slot.group}", kind="role-play")
        return RolePlay(
            setting=slot.setting,
            level=slot.level,
            skill=slot.skill,
            minutes=self.day.talk(slot.round),
            scenario=_found(self.scenarios, slot.scenario, "scenario"),
            stance=_found(self.stances, slot.stance, "stance"),
            person=Person(name=slot.person.name, age=slot.person.age),
            twist=None if slot.twist is None else _found(self.twists, slot.twist, "twist"),
            observer_task=self.task(slot),
        )

    def task(self, slot: Slot) -> ObserverTask:
        """What the observers of a slot watch. Raises UnknownId."""
        return _found(self.tasks, slot.observer_task, "observer-task")

    def fallback(self, slot: Slot) -> Scenario:
        """The spare card of an own-issue slot. Raises UnknownId."""
        return _found(self.scenarios, slot.fallback, "scenario")

    def lines(self, slot: Slot) -> tuple[Prompt, ...]:
        """The opening lines of an own-issue slot. Raises UnknownId."""
        return tuple(_found(self.prompts, one, "prompt") for one in slot.prompts)


def _by_id(cards: Iterable[_Card]) -> dict[str, _Card]:
    return {card.id: card for card in cards}


def _found(cards: dict[str, _Card], card_id: str | None, kind: str) -> _Card:
    if card_id is None or card_id not in cards:
        raise UnknownId(id=card_id or "–", kind=kind)
    return cards[card_id]


def where(slot: Slot, say: Phrases, participant: int | None = None) -> str:
    """Round and group, and who it is for."""
    words = [say("print.round", round=slot.round), say("print.group", group=slot.group)]
    if participant is not None:
        words.append(say("print.participant", participant=participant))
    return " · ".join(words)


def seated(slot: Slot) -> list[tuple[Reader, int]]:
    """Everyone in the group with the seat: therapist, client, observers."""
    seats = slot.seats
    return [("therapist", seats.therapist), ("client", seats.client), *(("observer", one) for one in seats.observers)]


def slot_sheet(cards: DayCards, slot: Slot, reader: Reader, participant: int, say: Phrases) -> Sheet:
    """The sheet of one person in one slot."""
    tag = where(slot, say, participant)
    instrument = cards.library.instrument
    if slot.mode == "role-play":
        return role_sheet(cards.play(slot), reader, instrument, say, tag=tag)
    minutes = cards.day.talk(slot.round)
    if reader == "therapist":
        return own_issue_sheets.therapist_sheet(slot.skill, minutes, instrument, say, tag=tag)
    if reader == "client":
        return own_issue_sheets.client_sheet(cards.lines(slot), cards.fallback(slot), minutes, say, tag=tag)
    return own_issue_sheets.observer_sheet(slot.skill, minutes, cards.task(slot), instrument, say, tag=tag)


def own_issue_card(cards: DayCards, slot: Slot, say: Phrases) -> OwnIssueCard:
    """The small card of an own-issue slot."""
    return OwnIssueCard(cards.lines(slot), cards.fallback(slot), where(slot, say))


def too_early(day: Day, participant: int) -> set[int]:
    """The rounds whose sheet would give away a talk this person still has to lead as the practitioner.

    Nobody leads a scenario met before, but may meet one afterwards that was led: handed out all at once,
    that later sheet would tell too much.
    """
    leads = {slot.met: slot.round for slot in day.of(participant) if slot.seats.therapist == participant}
    return {
        slot.round
        for slot in day.of(participant)
        if slot.seats.therapist != participant and slot.met in leads and slot.round > leads[slot.met]
    }
