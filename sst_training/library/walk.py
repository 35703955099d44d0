"""Walks data beside msgspec's own type information, so that every problem of a card comes at once.

msgspec stops at the first error and does not know lines. The walk needs no second schema: it reads
the structs themselves, converts leaves with `msgspec.convert`, and looks up each place in the marks.
"""

from __future__ import annotations

import difflib
import functools
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from sst_training.library.reading import Document, Path_
from sst_training.model.problem import Problem
from sst_training.model.text import Text

T = TypeVar("T")


class Walk:
    """One walk over one document; problems gather in `problems`.

    languages: when given, each Text must have exactly these.
    """

    def __init__(self, document: Document, path: str, languages: tuple[str, ...] = ()) -> None:
        self.document, self.path, self.languages = document, path, languages
        self.problems: list[Problem] = []

    def problem(self, where: Path_, code: str, **words: str) -> None:
        """Notes a problem at a place; a place without a mark takes its parent's, and is named in words."""
        self.problems.append(problem_at(self.document, self.path, where, code, **words))

    def walk(self, value: Any, kind: Any, where: Path_) -> None:
        """Compares a value with a msgspec.inspect type, noting all that differs."""
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        if isinstance(kind, inspect.UnionType):
            if value is None and any(isinstance(one, inspect.NoneType) for one in kind.types):
                return None
            return self.walk(value, next(one for one in kind.types if not isinstance(one, inspect.NoneType)), where)
        if isinstance(kind, inspect.StructType):
            self.struct(value, kind, where)
        elif isinstance(kind, inspect.DictType):
            self.mapping(value, kind, where)
        elif isinstance(kind, inspect.VarTupleType | inspect.ListType):
            self.sequence(value, kind.item_type, where, kind.min_length, kind.max_length)
        elif isinstance(kind, inspect.TupleType):
            count = len(kind.item_types)
            self.sequence(value, kind.item_types[0], where, count, count)
        else:
            self.leaf(value, kind, where)
        return None

    def struct(self, value: Any, kind: inspect.StructType, where: Path_) -> None:
        """A struct: unknown and missing fields, then each field."""
        if not isinstance(value, dict):
            return self.problem(where, "C102")
        fields = {field.encode_name: field for field in kind.fields}
        for name in value:
            if name not in fields:
                close = difflib.get_close_matches(name, fields, 1)
                self.problem((*where, name), "C101", field=name, near=close[0] if close else "")
        for name, field in fields.items():
            if name in value:
                self.walk(value[name], field.type, (*where, name))
            elif field.required:
                self.problem(where, "C103", field=name)
        return None

    def mapping(self, value: Any, kind: inspect.DictType, where: Path_) -> None:
        """A dict; one of language → words must have every language, and no other."""
        if not isinstance(value, dict):
            return self.problem(where, "C102")
        is_text = kind == text_type() and bool(self.languages)
        for name, part in value.items():
            if is_text and name not in self.languages:
                self.problem((*where, name), "C105", language=name)
            else:
                self.leaf(name, kind.key_type, (*where, name))
            self.walk(part, kind.value_type, (*where, name))
        if is_text:
            for language in self.languages:
                if language not in value:
                    self.problem(where, "C104", language=language)
        return None

    def sequence(self, value: Any, item: Any, where: Path_, least: int | None, most: int | None) -> None:
        """A list: its items, then its length."""
        if not isinstance(value, list):
            return self.problem(where, "C109")
        for i, part in enumerate(value):
            self.walk(part, item, (*where, i))
        if (least and len(value) < least) or (most is not None and len(value) > most):
            wanted = str(least) if least == most else f"{least or 0}-{'' if most is None else most}"
            self.problem(where, "C106", wanted=wanted, found=str(len(value)))
        return None

    def leaf(self, value: Any, kind: Any, where: Path_) -> None:
        """A single value, converted by msgspec from its words."""
        try:
            msgspec.convert(value, plain(kind), strict=False)
        except msgspec.ValidationError:
            if isinstance(value, str) and not value.strip():
                self.problem(where, "C107")
            else:
                self.problem(where, "C108", value=short(value), wanted=wanted(kind))
        else:
            if isinstance(kind, inspect.StrType) and kind.min_length and not str(value).strip():
                self.problem(where, "C107")


@functools.cache
def described(cls: Any) -> inspect.Type:
    """How msgspec sees a type; worked out once a type, not once a card."""
    return inspect.type_info(cls)


@functools.cache
def text_type() -> inspect.Type:
    """How msgspec sees a Text."""
    return inspect.type_info(Text)


def plain(kind: inspect.Type) -> Any:
    """The Python type behind an inspected leaf type, with its limits."""
    from typing import Annotated, Literal

    match kind:
        case inspect.StrType(min_length, max_length, pattern):
            return Annotated[str, msgspec.Meta(min_length=min_length, max_length=max_length, pattern=pattern)]
        case inspect.IntType(gt, ge, lt, le, multiple_of):
            limits: dict[str, Any] = {"gt": gt, "ge": ge, "lt": lt, "le": le, "multiple_of": multiple_of}
            return Annotated[int, msgspec.Meta(**{name: limit for name, limit in limits.items() if limit is not None})]
        case inspect.BoolType():
            return bool
        case inspect.LiteralType(values):
            return Literal[values]
    raise TypeError(f"no leaf: {kind}")


def wanted(kind: inspect.Type) -> str:
    """What a leaf may be, in signs that need no translation."""
    match kind:
        case inspect.LiteralType(values):
            return " | ".join(map(str, values))
        case inspect.BoolType():
            return "true | false"
        case inspect.IntType():
            least, most = kind.ge, kind.le
            return "0, 1, 2 …" if least is None and most is None else f"{least} … {'' if most is None else most}"
        case inspect.StrType():
            if kind.pattern:
                return kind.pattern.removeprefix("^").removesuffix(r"\Z")
            return "abc …" if kind.max_length is None else f"abc …, ≤ {kind.max_length}"
    return "?"


def short(value: object) -> str:
    """A value as it may stand in a message: one line, at most 40 characters."""
    words = " ".join(str(value).split())
    return words if len(words) <= 40 else words[:39] + "…"


def problem_at(document: Document, path: str, where: Path_, code: str, **words: str) -> Problem:
    """A problem at a place of a document."""
    place = where
    while place and place not in document.marks:
        place = place[:-1]
    line, column = document.marks.get(place, (1, 1))
    words.setdefault("at", ".".join(map(str, where)))
    return Problem(path=path, line=line, column=column, code=code, words=words)


def build(
    cls: type[T], document: Document, path: str, languages: tuple[str, ...] = ()
) -> tuple[T | None, list[Problem]]:
    """The document as a struct, or None and every problem in it, in the order of the file."""
    walk = Walk(document, path, languages)
    walk.walk(document.data, described(cls), ())  # type: ignore[arg-type]
    if walk.problems:
        return None, sorted(walk.problems, key=Problem.order)
    try:
        return msgspec.convert(document.data, cls, strict=False), []
    except msgspec.ValidationError as cause:  # a rule that only the whole can break
        return None, [problem_at(document, path, (), "C108", value="", wanted=str(cause))]
