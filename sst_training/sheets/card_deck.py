"""A deck to cut out: exercises two on an A4, twists, one-liners and stories four on an A4, their backs mirrored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

from sst_training.model.course import Exercise, Pioneer, Reference, Story
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.model.roleplay import Twist
from sst_training.sheets.role_sheets import skill_words
from sst_training.sheets.typeset import typeset

Kind = Literal["exercise", "twist", "oneliner"]
KINDS: Final[tuple[Kind, ...]] = ("exercise", "twist", "oneliner")


def deck_pdf(library: Library, say: Phrases, *, kinds: Sequence[Kind] = KINDS, large: bool = False) -> bytes:
    """Every card of these kinds that is in use. Raises TextTooLong or SignNotInFont."""
    cards: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    if "exercise" in kinds:
        cards["exercise"] = [exercise_card(card, library, say) for card in library.exercises if card.retired is None]
    if "twist" in kinds:
        dealt = [card for card in library.twists if card.retired is None and card.risk == "none"]
        cards["twist"] = [twist_card(card, say) for card in dealt]
    if "oneliner" in kinds:
        cards["oneliner"] = [oneliner_card(card, library, say) for card in library.pioneers if card.retired is None]
        cards["oneliner"] += [story_card(card, library, say) for card in library.stories if card.retired is None]
    return typeset("cards", {"title": say("print.deck"), "large": large, "cards": cards}, say.lang)


def exercise_card(card: Exercise, library: Library, say: Phrases) -> dict[str, Any]:
    """What the trainer runs the exercise from: the steps in front, what comes after behind."""
    group = say("exercise.people", min=card.group.min, max=card.group.max, shape=say(f"shape.{card.group.shape}"))
    skills = ", ".join(skill_words(skill, library.instrument, say) for skill in card.skills)
    front = {
        "key": card.id,
        "title": say.text(card.title),
        "over": say("print.deck.exercise"),
        "tag": card.id,
        "facts": " · ".join([say("sheet.minutes", minutes=card.minutes), group]),
        "skills": skills,
        "purpose": say.text(card.purpose),
        "materials": [say("exercise.materials"), [say.text(item) for item in card.materials]],
        "steps": [say("exercise.steps"), [say.text(step) for step in card.steps]],
    }
    back = {
        "key": card.id,
        "title": say.text(card.title),
        "over": say("print.deck.exercise"),
        "tag": card.id,
        "debrief": [say("exercise.debrief"), say.text(card.debrief)],
        "variations": [say("exercise.variations"), [say.text(one) for one in card.variations]],
        "trainer_note": [say("exercise.trainer_note"), say.text(card.trainer_note)],
    }
    return {"front": front, "back": back}


def twist_card(card: Twist, say: Phrases) -> dict[str, Any]:
    """For the client's hand: the words inside, and a back that says nothing."""
    start, end = card.minute
    window = say("sheet.window", start=start, end=end)
    front = {
        "key": card.id,
        "title": say.text(card.title),
        "over": say("sheet.label.twist"),
        "tag": card.id,
        "window": window[:1].upper() + window[1:],
        "text": say.text(card.text),
        "revert": [say("sheet.revert"), say.text(card.revert)],
        "stop": say("sheet.stop.client"),
    }
    back = {"key": card.id, "title": say("sheet.label.twist"), "sub": say("print.deck.client_only")}
    return {"front": front, "back": back}


def year_of(work: Reference, say: Phrases) -> str:
    """The year of a work, or that it has none."""
    return work.year.replace("n.d.", say("page.cite.no_date"))


def oneliner_card(card: Pioneer, library: Library, say: Phrases) -> dict[str, Any]:
    """A person of the field: the turning point in front, our lesson and the positions behind, each with its work."""
    works = {work.id: work for work in library.references}
    front = {
        "key": card.id,
        "title": card.name,
        "over": say("print.deck.oneliner"),
        "role": say.text(card.role),
        "turning_point": [say("oneliner.turning_point"), say.text(card.turning_point)],
        "question": say("print.deck.yours"),
    }
    back = {
        "key": card.id,
        "title": card.name,
        "lesson": [say("oneliner.lesson"), say.text(card.lesson)],
        "positions": [
            say("oneliner.positions"),
            [
                f"{say.text(one.text)} ({works[one.ref].authors}, {year_of(works[one.ref], say)})"
                for one in card.positions
            ],
        ],
    }
    return {"front": front, "back": back}


def story_card(card: Story, library: Library, say: Phrases) -> dict[str, Any]:
    """A story from history, in the shape of a one-liner: the tale in front, what nobody can check behind."""
    works = {work.id: work for work in library.references}
    front = {
        "key": card.id,
        "title": say.text(card.title),
        "over": say("print.deck.story"),
        "role": say.text(card.place),
        "turning_point": [say("print.deck.told"), say.text(card.told)],
        "question": say.text(card.asks),
    }
    back = {
        "key": card.id,
        "title": say.text(card.title),
        "lesson": [say("print.deck.doubt"), say.text(card.doubt)],
        "positions": [
            say("print.deck.after"),
            [f"{works[ref].authors} ({year_of(works[ref], say)})" for ref in card.source.ref],
        ],
    }
    return {"front": front, "back": back}
