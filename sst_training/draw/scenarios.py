"""Which scenario each slot of a day plays: never one that its therapist has met (DESIGN §4).

Among those that fit: the fewest in the group who met it, then not taken by another group this round, then least used
today, then the stream. When that leaves a later slot with nothing, the day is drawn again with a card kept for that
therapist, a few times over, before the request is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sst_training.model.library import Library
from sst_training.model.roleplay import Scenario
from sst_training.rng import stream

ATTEMPTS: Final = 60


class NothingLeft(Exception):
    """A therapist has met everything that fits a slot; `keep` are cards that might have been kept for that person."""

    def __init__(self, therapist: int, keep: Sequence[str], place: tuple[int, int]) -> None:
        super().__init__(therapist, keep, place)
        self.therapist = therapist
        self.keep = keep
        self.place = place


class Shelf:
    """The scenarios a day may deal, by skill and level."""

    def __init__(self, library: Library) -> None:
        self.cards: dict[str, Scenario] = {
            card.id: card
            for card in library.scenarios
            if card.risk == "none" and card.retired is None and library.fits[card.id].stances
        }
        self.highest = max((card.level for card in self.cards.values()), default=0)
        self.by_skill: dict[tuple[str, int], list[str]] = {}
        for card in self.cards.values():
            for skill in card.skills:
                self.by_skill.setdefault((skill, card.level), []).append(card.id)
        self.solo = [card.id for card in self.cards.values() if card.solo]

    def for_skills(self, skills: Iterable[str], level: int) -> set[str]:
        """The ids of a level that practise all these skills."""
        return set.intersection(*(set(self.by_skill.get((skill, level), ())) for skill in skills))

    def spare(self, level: int) -> set[str]:
        """The ids up to a level that can be played plain."""
        return {card_id for card_id in self.solo if self.cards[card_id].level <= level}


class Met:
    """Who met which scenario, on earlier days and today; how often each was used today; what is kept for whom."""

    def __init__(self, before: Mapping[int, Iterable[str]], kept: Mapping[int, set[str]]) -> None:
        self.before = {person: set(cards) for person, cards in before.items()}
        self.by = {person: set(cards) for person, cards in before.items()}
        self.kept = kept
        self.used: Counter[str] = Counter()
        self.this_round: set[str] = set()

    def play(self, card_id: str, people: Iterable[int]) -> None:
        """Everyone in the group knows the scenario from now on."""
        self.used[card_id] += 1
        self.this_round.add(card_id)
        for person in people:
            self.by.setdefault(person, set()).add(card_id)

    def unmet(self, cards: Iterable[str], therapists: Iterable[int]) -> set[str]:
        """The cards that none of these people met."""
        known = set().union(*(self.by.get(person, set()) for person in therapists))
        return set(cards) - known

    def best(self, cards: Iterable[str], people: Sequence[int], seed: int, label: str) -> str:
        """The card to play among these, for a group of these people."""

        def price(card_id: str) -> tuple[int, int, bool, int]:
            kept = sum(card_id in self.kept.get(person, ()) for person in people)
            met = sum(card_id in self.by.get(person, ()) for person in people)
            return kept, met, card_id in self.this_round, self.used[card_id]

        return min(stream(seed, label).shuffle(cards), key=price)

    def fresh_before(self, cards: Iterable[str], person: int) -> list[str]:
        """The cards this person had not met when the day began, least used today first."""
        fresh = set(cards) - self.before.get(person, set())
        return sorted(fresh, key=lambda card_id: (self.used[card_id], card_id))


def choose(
    shelf: Shelf,
    met: Met,
    seed: int,
    place: tuple[int, int],
    skills: Sequence[str],
    level: int,
    therapists: Sequence[int],
    people: Sequence[int],
) -> tuple[str, int]:
    """A scenario for a slot and its level: the one asked for, or one lower. Raises NothingLeft."""
    fitting: set[str] = set()
    for tried in (level, level - 1):
        cards = shelf.for_skills(skills, tried)
        if left := met.unmet(cards, therapists):
            return met.best(left, people, seed, f"scenario/{place[0]}/{place[1]}"), tried
        fitting |= cards
    raise stuck(met, fitting, therapists, place)


def choose_spare(
    shelf: Shelf, met: Met, seed: int, place: tuple[int, int], level: int, therapist: int, people: Sequence[int]
) -> str:
    """A spare card for an own-issue slot. Raises NothingLeft."""
    cards = shelf.spare(level)
    if left := met.unmet(cards, [therapist]):
        return met.best(left, people, seed, f"fallback/{place[0]}/{place[1]}")
    raise stuck(met, cards, [therapist], place)


def stuck(met: Met, cards: set[str], therapists: Sequence[int], place: tuple[int, int]) -> NothingLeft:
    """What is left to try when nothing fits: the cards that the first therapist who is stuck could have been spared."""
    person = next((one for one in therapists if not met.unmet(cards, [one])), therapists[0])
    return NothingLeft(person, met.fresh_before(cards, person), place)
