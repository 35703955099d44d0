"""What `sst calibrate` shows and prints: the list, a talk, and the two ratings side by side."""

from __future__ import annotations

from typing import Any

from sst_training.cli.layout import heading, labelled, table, wrap
from sst_training.model.calibration import Calibration, Mixup, Talk, Why
from sst_training.model.instrument import Item
from sst_training.model.library import Library
from sst_training.model.phrases import Phrases
from sst_training.model.rating import Rating
from sst_training.rating.against_gold import Agreement, Beside, SkillBeside, agreement


def listing(talks: list[Calibration], say: Phrases) -> str:
    """All acted talks, what they are for, and how to begin. How well each talk went is not said."""
    rows = [
        [
            talk.id,
            say("page.minutes", minutes=talk.minutes),
            say.text(talk.title) + ("*" if talk.risk == "guided" else ""),
        ]
        for talk in talks
    ]
    parts = [
        heading(say("calibrate.title")),
        wrap(say("calibrate.intro")),
        wrap(say("calibrate.status")),
        table(rows),
    ]
    if any(talk.risk == "guided" for talk in talks):
        parts.append(wrap(say("calibrate.guided"), 2, "* "))
    lines = {"one": "SLUG", "part": "SLUG --skills focus,listen", "more": "SLUG SLUG"}
    commands = [[f"  sst calibrate {line}", say(f"calibrate.begin.{name}")] for name, line in lines.items()]
    parts.append(say("calibrate.begin") + "\n" + table(commands))
    return "\n\n".join(parts)


def talk_data(talk: Talk, say: Phrases, *, turns: bool) -> dict[str, Any]:
    """A talk in one language, without the makers' rating; its turns only where asked for."""
    found: dict[str, Any] = {
        "id": talk.id,
        "session": talk.session,
        "title": say.text(talk.title),
        "setting": talk.setting,
        "minutes": talk.minutes,
        "risk": talk.risk,
        "before": say.text(talk.before),
    }
    if turns:
        found["turns"] = [
            {"turn": n, "minute": turn.minute, "by": turn.by, "text": say.text(turn.text)}
            for n, turn in enumerate(talk.turns, 1)
        ]
    return found


def talk_lines(talk: Talk, say: Phrases) -> list[str]:
    """The talk in parts: what goes before it, then one part for each minute that is marked."""
    opening = [
        heading(say.text(talk.title)),
        wrap(say.text(talk.before)),
        wrap(say("calibrate.session", session=talk.session)),
    ]
    if talk.risk == "guided":
        opening.append(wrap(say("calibrate.guided")))
        opening.append(wrap(say("calibrate.help")))
    parts = ["\n".join(opening)]
    for n, turn in enumerate(talk.turns, 1):
        line = turn_line(talk, n, say)
        if turn.minute is not None:
            parts.append(f"\n{say('calibrate.minute', minute=turn.minute)}\n{line}")
        else:
            parts[-1] += "\n" + line
    return parts


def turn_line(talk: Talk, number: int, say: Phrases) -> str:
    """One turn with its number and who speaks."""
    turn = talk.turns[number - 1]
    return wrap(say.text(turn.text), 4, f"{number:>2}  {say(f'calibrate.by.{turn.by}')}: ")


def result_text(
    talk: Calibration, rating: Rating, skills: tuple[SkillBeside, ...], library: Library, say: Phrases
) -> str:
    """One talk, skill by skill and behaviour by behaviour, and how far the two ratings go together."""
    parts = [heading(say("calibrate.result", title=say.text(talk.title)))]
    for skill in skills:
        item = library.instrument.item(skill.skill)
        if item is not None:
            parts.append(skill_text(talk, item, skill, library, say))
    compared = {skill.skill for skill in skills}
    lines = []
    for aside in talk.aside:
        item, mine = library.instrument.item(aside.skill), rating.items.get(aside.skill)
        if item is not None and mine is not None and mine.state == "assessed" and aside.skill not in compared:
            lines.append(wrap(f"{say.text(item.text)}: {say.text(aside.text)}", 4, "  · "))
    if lines:
        parts.append(say("calibrate.aside") + "\n" + "\n".join(lines))
    compared_any = any(skill.ticks for skill in skills)
    parts.append(figures(agreement(skills), say("calibrate.talk"), say, behaviours=compared_any))
    return "\n\n".join(parts)


def skill_text(talk: Calibration, item: Item, skill: SkillBeside, library: Library, say: Phrases) -> str:
    """One skill: both levels, then each behaviour that one of the two saw, or that raters doubt."""

    def level(number: int | None) -> str:
        return (
            say("calibrate.na") if number is None else f"{number} · {say.text(library.instrument.levels[str(number)])}"
        )

    levels = say("calibrate.levels", yours=level(skill.yours), makers=level(skill.makers))
    lines = [labelled(say.text(item.text), levels)]
    told = {why.tick: why for why in talk.whys}
    if not skill.both_rated:
        lines += [wrap(say.text(aside.text), 2) for aside in talk.aside if aside.skill == item.id]
        return "\n".join(lines + makers_alone(item, told, say))
    silent = 0
    named: set[tuple[str, str]] = set()  # a pair within one skill is told once
    for one in skill.ticks:
        if one.same and one.yours == "not_seen" and one.tick not in told:
            silent += 1
            continue
        lines += tick_text(talk, item, one, say)
        for mixup in library.mixups:
            if one.tick in mixup.ticks and mixup.ticks not in named:
                named.add(mixup.ticks)
                lines.append(mixup_text(mixup, one.tick, say))
    if silent:
        lines.append(wrap(say("calibrate.silent.one" if silent == 1 else "calibrate.silent", count=silent), 2))
    return "\n".join(lines)


def makers_alone(item: Item, told: dict[str, Why], say: Phrases) -> list[str]:
    """Why the makers did rate a skill that you set at n/a: each behaviour they gave a reason for."""
    ticks = [tick for tick in item.ticks if tick.id in told]
    lines = [wrap(say("calibrate.makers_alone"), 2)] if ticks else []
    for tick in ticks:
        lines.append(wrap(say.text(tick.text), 6, f"  {tick.id.rpartition('.')[2]}  "))
        lines.append(reason_text(told[tick.id], say))
    return lines


def reason_text(why: Why, say: Phrases) -> str:
    """The makers' reason, with the turns it rests on."""
    key = "calibrate.turn" if len(why.turns) == 1 else "calibrate.turns"
    return wrap(f"{say(key, turns=', '.join(map(str, why.turns)))} {say.text(why.text)}", 6)


def tick_text(talk: Calibration, item: Item, one: Beside, say: Phrases) -> list[str]:
    """One behaviour: what each answered, and the makers' reason with its turns."""
    tick = next(tick for tick in item.ticks if tick.id == one.tick)
    short = one.tick.rpartition(".")[2]
    lines = [wrap(say.text(tick.text), 6, f"  {short}  ")]
    answers = {
        name: say(f"calibrate.answer.{answer}") for name, answer in (("yours", one.yours), ("makers", one.makers))
    }
    said = say("calibrate.same" if one.same else "calibrate.differs", **answers)
    lines.append(wrap(said.replace("..", "."), 6))  # an abbreviation ends the sentence by itself
    why = next((why for why in talk.whys if why.tick == one.tick), None)
    if why is not None:
        lines.append(reason_text(why, say))
    elif not one.same:
        lines.append(wrap(say("calibrate.no_reason"), 6))
    return lines


def mixup_text(mixup: Mixup, tick: str, say: Phrases) -> str:
    """What a behaviour is mixed up with, and how the two differ."""
    other = next(other for other in mixup.ticks if other != tick)
    return wrap(say("calibrate.mixup", tick=other, text=say.text(mixup.text)), 6)


def overall_text(found: Agreement, talks: int, say: Phrases) -> str:
    """How far the two go together over all talks; what to do next when it was only one."""
    if talks == 1:
        return wrap(say("calibrate.more"))
    return figures(found, say("calibrate.overall", talks=talks), say, behaviours=found.agreed > 0)


def figures(found: Agreement, title: str, say: Phrases, *, behaviours: bool) -> str:
    """Both figures with what they are counted over; a figure never stands alone.

    behaviours: whether any was compared at all; not so where one of the two set every skill at n/a.
    """
    lines = [say("calibrate.figure.all", agreed=found.agreed, of=found.of, percent=percent(found.agreed, found.of))]
    if found.either:
        share = percent(found.both, found.either)
        lines.append(say("calibrate.figure.seen", both=found.both, either=found.either, percent=share))
    elif behaviours:
        lines.append(say("calibrate.figure.none"))
    return labelled(title, "\n\n".join(lines))


def percent(part: int, whole: int) -> int:
    """A whole percentage, half up."""
    return (200 * part + whole) // (2 * whole)


def result_data(talk: Calibration, skills: tuple[SkillBeside, ...], library: Library, say: Phrases) -> dict[str, Any]:
    """One talk's two ratings side by side, in one language."""
    told = {why.tick: why for why in talk.whys}
    aside = {one.skill: say.text(one.text) for one in talk.aside}
    return {
        "id": talk.id,
        "session": talk.session,
        "skills": [
            {
                "skill": skill.skill,
                "level": {"yours": skill.yours, "makers": skill.makers},
                "why": aside.get(skill.skill),
                "ticks": [
                    {
                        "tick": one.tick,
                        "yours": one.yours,
                        "makers": one.makers,
                        "same": one.same,
                        "turns": told[one.tick].turns if one.tick in told else [],
                        "why": say.text(told[one.tick].text) if one.tick in told else None,
                        "mixed_up_with": [
                            {"tick": other, "text": say.text(mixup.text)}
                            for mixup in library.mixups
                            for other in mixup.ticks
                            if one.tick in mixup.ticks and other != one.tick
                        ],
                    }
                    for one in skill.ticks
                ],
            }
            for skill in skills
        ],
        "agreement": agreement(skills),
    }
