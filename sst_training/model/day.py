"""A training day as it is drawn, printed, stored and read back: the shape of `sst day --json` (DESIGN §6).

Cards are ids and people are numbers from 1, so that a stored day holds no card text and nobody's name.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from sst_training.model.text import CardId, Level, Setting, Slug

SIZES: Final = (3, 60)
ROUNDS: Final = (1, 12)
LEAST_MINUTES: Final = 25
LEDGER: Final = "sst-ledger/1"

Participant = Annotated[int, Meta(ge=1, le=SIZES[1])]
RoundNumber = Annotated[int, Meta(ge=1, le=ROUNDS[1])]
Pair = tuple[Participant, Participant]
Part = Literal["briefing", "talk", "client", "feedback", "again", "swap", "break"]
Mode = Literal["role-play", "own-issue"]
Minutes = Annotated[int, Meta(ge=1, le=240)]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An unknown field is refused by name."""


class Break(_Strict, frozen=True):
    """A pause of so many minutes after a round."""

    after: RoundNumber
    minutes: Minutes


class Options(_Strict, frozen=True):
    """What the trainer asked for beyond participants and rounds.

    `skills` in course order, None when nothing was named; `apart` are pairs that never share an own-issue round.
    """

    skills: tuple[Slug, ...] | None = None
    dealt: bool = False
    same_case: bool = False
    level_min: Level = 1
    level_max: Level = 3
    own_issue_rounds: tuple[RoundNumber, ...] = ()
    apart: tuple[Pair, ...] = ()
    minutes: Annotated[int, Meta(ge=LEAST_MINUTES, le=240)] = 40
    breaks: tuple[Break, ...] = ()


class TimedPart(_Strict, frozen=True):
    """A part of a round and how many minutes it takes."""

    part: Part
    minutes: Minutes


class RoundClock(_Strict, frozen=True):
    """One round on the clock; `start` in minutes from the day's begin. A break after it is its last part."""

    round: RoundNumber
    start: Annotated[int, Meta(ge=0)]
    parts: tuple[TimedPart, ...]

    def minutes(self, part: Part) -> int:
        """How long one part takes; 0 when the round has none."""
        return sum(timed.minutes for timed in self.parts if timed.part == part)

    @property
    def end(self) -> int:
        """When the next round begins, in minutes from the day's begin."""
        return self.start + sum(timed.minutes for timed in self.parts)

    @property
    def moments(self) -> tuple[tuple[TimedPart, int], ...]:
        """Each part with when it begins, in minutes from the day's begin."""
        begins = accumulate((timed.minutes for timed in self.parts), initial=self.start)
        return tuple(zip(self.parts, begins, strict=False))


class DayPerson(_Strict, frozen=True):
    """Who the client is on the card: a first name and an age."""

    name: str
    age: int


class Seats(_Strict, frozen=True):
    """Who has which seat, by participant number."""

    therapist: Participant
    client: Participant
    observers: Annotated[tuple[Participant, ...], Meta(min_length=1, max_length=3)]

    @property
    def everyone(self) -> tuple[int, ...]:
        """All who sit in the group: therapist, client, observers."""
        return (self.therapist, self.client, *self.observers)


class Slot(_Strict, frozen=True):
    """One group in one round.

    A role-play has setting, scenario, stance and person, a twist or None, no prompts and no fallback.
    An own-issue slot has three prompts and a fallback scenario, and none of those.
    """

    round: RoundNumber
    group: Annotated[int, Meta(ge=1, le=SIZES[1] // 3)]
    mode: Mode
    skill: Slug
    level: Level
    setting: Setting | None
    scenario: CardId | None
    stance: CardId | None
    person: DayPerson | None
    twist: CardId | None
    observer_task: CardId
    prompts: tuple[CardId, ...]
    fallback: CardId | None
    seats: Seats

    @property
    def met(self) -> CardId | None:
        """The scenario that everyone in the group knows afterwards: the one played, or the spare card."""
        return self.scenario if self.mode == "role-play" else self.fallback


class Repeat(_Strict, frozen=True):
    """Two people who share a group more than once, and in which rounds."""

    pair: Pair
    rounds: tuple[RoundNumber, ...]


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Something the trainer should know, as a code with what its sentence needs; locales/ has the sentence.

    `note.<code>` names it. The codes: level_lower · level_highest · shared_scenario · second_trainer ·
    talk_short · talk_long · twist_none · apart_unused · ledger_unknown · library_changed.
    """

    code: Annotated[str, Meta(pattern=r"^[a-z]+(_[a-z]+)*\Z")]
    round: RoundNumber | None = None
    groups: tuple[int, ...] = ()
    level: int | None = None
    wanted: int | None = None
    minutes: int | None = None
    count: int | None = None
    participants: tuple[Participant, ...] = ()
    cards: tuple[CardId, ...] = ()
    library: str | None = None


class Absence(_Strict, frozen=True):
    """Who is away, from a round on."""

    participants: tuple[Participant, ...]
    from_round: RoundNumber


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A whole training day. `met_before` and `absences` are left out of the JSON while empty.

    `met_before` is what the ledger said when the day was drawn ("p1" → scenario ids), so that the rest of a day
    can be made anew without that file.
    """

    kind: Literal["day"]
    algorithm: Literal["SSTRNG-1"]
    library: str
    seed: Annotated[str, Meta(min_length=1, max_length=200)]
    lang: str
    participants: Annotated[int, Meta(ge=SIZES[0], le=SIZES[1])]
    rounds: Annotated[int, Meta(ge=ROUNDS[0], le=ROUNDS[1])]
    options: Options
    clock: tuple[RoundClock, ...]
    slots: tuple[Slot, ...]
    coverage: dict[Slug, int]
    repeats: tuple[Repeat, ...]
    notes: tuple[Note, ...]
    met_before: dict[str, tuple[CardId, ...]] = {}
    absences: tuple[Absence, ...] = ()

    def in_round(self, number: int) -> tuple[Slot, ...]:
        """The slots of one round, by group."""
        return tuple(slot for slot in self.slots if slot.round == number)

    def of(self, participant: int) -> tuple[Slot, ...]:
        """The slots one participant sits in, by round."""
        return tuple(slot for slot in self.slots if participant in slot.seats.everyone)

    def talk(self, number: int) -> int:
        """The minutes of talk in a round."""
        return next(clock.minutes("talk") for clock in self.clock if clock.round == number)


class LedgerDay(_Strict, frozen=True, kw_only=True):
    """One earlier day: its seed and request, and per participant ("p1") the scenarios met in any seat."""

    seed: str
    participants: int
    rounds: int
    options: dict[str, Any]
    met: dict[Annotated[str, Meta(pattern=r"^p[1-9][0-9]?\Z")], tuple[CardId, ...]]


class Ledger(_Strict, frozen=True, kw_only=True):
    """The record of earlier days of one group; p1 is the same person every day."""

    format: Literal["sst-ledger/1"] = "sst-ledger/1"
    days: tuple[LedgerDay, ...] = ()
