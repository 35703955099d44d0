"""The rules cards keep: one class a rule, found by itself.

A rule has a stable `code`; its sentence is `check.<code>` in locales/ (its hint `check.<code>.hint`),
and until that is written, the first line of its docstring. A new rule is one new class below this folder.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from sst_training.library.reading import Path_
from sst_training.library.shelf import Shelf
from sst_training.model.problem import Problem


class Rule:
    """A rule over the whole shelf; `problems` gives a value for each place that breaks it."""

    code: ClassVar[str] = ""

    def problems(self, shelf: Shelf) -> Iterator[Problem]:
        """What breaks this rule."""
        raise NotImplementedError


def all_rules() -> list[Rule]:
    """One of each rule, in the order of their codes. A module without a rule, or a code used twice, is refused."""
    rules: list[Rule] = []
    for module in pkgutil.iter_modules(__path__):
        found = [
            thing
            for thing in vars(importlib.import_module(f"{__name__}.{module.name}")).values()
            if isinstance(thing, type) and issubclass(thing, Rule) and thing.code
        ]
        if not found:
            raise TypeError(f"{module.name} holds no rule")
        rules += [rule() for rule in found]
    codes = [rule.code for rule in rules]
    if len(set(codes)) < len(codes):
        raise TypeError(f"a code is used twice: {sorted(codes)}")
    return sorted(rules, key=lambda rule: rule.code)


def texts_of(card: object, languages: tuple[str, ...], where: Path_ = ()) -> Iterator[tuple[Path_, dict[str, str]]]:
    """Every Text in a card with its place."""
    if isinstance(card, msgspec.Struct):
        for name, in_file in zip(card.__struct_fields__, card.__struct_encode_fields__, strict=True):
            yield from texts_of(getattr(card, name), languages, (*where, in_file))
    elif isinstance(card, tuple):
        for i, part in enumerate(card):
            yield from texts_of(part, languages, (*where, i))
    elif isinstance(card, dict):
        if card and all(name in languages and isinstance(part, str) for name, part in card.items()):
            yield where, card
        else:
            for name, part in card.items():
                yield from texts_of(part, languages, (*where, name))
