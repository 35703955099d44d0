"""Reads a YAML or JSON file as text: every scalar stays what was written, every value knows its line.

libyaml's events are read without resolver or constructor, so `no`, `on` and `10:30` stay words. What
is refused here is refused for every file of the project and of its users: more than the allowed
bytes, other encodings than UTF-8, control characters, duplicate keys, anchors, aliases, tags, more
than one document, nesting deeper than 20.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Final, NoReturn

import msgspec

CARD_BYTES: Final = 256 * 1024
DEPTH: Final = 20
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")

Path_ = tuple[str | int, ...]
Marks = dict[Path_, tuple[int, int]]


class Document(msgspec.Struct, frozen=True):
    """What a file holds: data of strings, lists, dicts and None, and where each part stands (line, column from 1)."""

    data: Any
    marks: Marks


class Unreadable(Exception):
    """A file that cannot be read as data; `code` and `words` make its sentence."""

    def __init__(self, code: str, line: int = 1, column: int = 1, **words: str) -> None:
        super().__init__(code, words)
        self.code, self.line, self.column, self.words = code, line, column, words


def read_document(path: Path, *, most_bytes: int = CARD_BYTES) -> Document:
    """The file's content; JSON when it begins with `{`, else YAML. The mark that some editors begin with is passed over.

    Raises Unreadable for what stands in the file, OSError for what stands in the way of it.
    """
    with path.open("rb") as file:
        content = file.read(len(BOM_UTF8) + most_bytes + 1)
    return parse(content.removeprefix(BOM_UTF8), most_bytes=most_bytes)


def parse(content: bytes, *, most_bytes: int = CARD_BYTES) -> Document:
    """The bytes of one file as a Document. Raises Unreadable."""
    if len(content) > most_bytes:
        raise Unreadable("C002", most=str(most_bytes // 1024))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as cause:
        raise Unreadable("C003", line=content.count(b"\n", 0, cause.start) + 1) from cause
    if found := CONTROL.search(text):
        raise Unreadable("C004", *place(text, found.start()), sign=f"U+{ord(found.group()):04X}")
    if text.lstrip().startswith("{"):
        return parse_json(text)
    return parse_yaml(text)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of an offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def parse_json(text: str) -> Document:
    """A JSON object. Its parts have no line of their own: a problem names the field instead."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise Unreadable("C005", *place(text, max(text.rfind(json.dumps(key)), 0)), key=key)
            found[key] = value
        return found

    def refuse(name: str) -> NoReturn:
        raise Unreadable("C001", *place(text, max(text.find(name), 0)), reason=name)

    try:
        data = json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except json.JSONDecodeError as cause:
        raise Unreadable("C001", cause.lineno, cause.colno, reason=cause.msg) from cause
    except (RecursionError, ValueError) as cause:
        raise Unreadable("C007") from cause
    if depth(data) > DEPTH:
        raise Unreadable("C007")
    if isinstance(lone := lone_surrogate(data), str):
        raise Unreadable("C004", sign=lone)
    return Document(data, {(): (1, 1)})


def depth(data: object) -> int:
    """How deep lists and dicts are nested."""
    deepest, waiting = 0, [(data, 1)]
    while waiting:
        value, level = waiting.pop()
        deepest = max(deepest, level)
        if isinstance(value, dict):
            waiting += [(part, level + 1) for part in value.values()]
        elif isinstance(value, list):
            waiting += [(part, level + 1) for part in value]
    return deepest


def lone_surrogate(data: object) -> str | None:
    """The first control character or half character that JSON's escapes brought in, as U+XXXX."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and (found := CONTROL.search(value)):
            return f"U+{ord(found.group()):04X}"
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
    return None


def parse_yaml(text: str) -> Document:
    """A YAML document with string scalars; `null`, `~` and nothing are None when unquoted."""
    import yaml
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
    from yaml.events import StreamEndEvent

    parser: Any = CParser(text)
    marks: Marks = {}
    try:
        parser.get_event()  # the stream begins
        event = parser.get_event()
        if isinstance(event, StreamEndEvent):
            raise Unreadable("C001", reason="empty")
        if event.version or event.tags:
            raise at(event, "C006")
        data = node(parser, parser.get_event(), (), marks)
        parser.get_event()  # the document ends
        if not isinstance(event := parser.get_event(), StreamEndEvent):
            raise at(event, "C001", reason="second document")
    except yaml.MarkedYAMLError as cause:
        mark: Any = cause.problem_mark or cause.context_mark
        where = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        raise Unreadable("C001", *where, reason=str(cause.problem or cause.context)) from cause
    except yaml.YAMLError as cause:
        raise Unreadable("C001", reason=str(cause).splitlines()[0]) from cause
    return Document(data, marks)


def at(event: Any, code: str, **words: str) -> Unreadable:
    """An Unreadable at an event's place."""
    return Unreadable(code, event.start_mark.line + 1, event.start_mark.column + 1, **words)


def node(parser: Any, event: Any, path: Path_, marks: Marks) -> Any:
    """One value and what is in it, from the parser's events."""
    from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

    if isinstance(event, AliasEvent) or event.anchor or event.tag:
        raise at(event, "C006")
    if len(path) > DEPTH:
        raise at(event, "C007")
    marks[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
    if isinstance(event, ScalarEvent):
        if not event.style and event.value in ("", "~", "null"):
            return None
        if found := CONTROL.search(event.value):  # "\x1b" in double quotes
            raise at(event, "C004", sign=f"U+{ord(found.group()):04X}")
        return event.value
    if isinstance(event, SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(part := parser.get_event(), SequenceEndEvent):
            items.append(node(parser, part, (*path, len(items)), marks))
        return items
    fields: dict[str, Any] = {}
    key: Any
    where: Any
    while not isinstance(key := parser.get_event(), MappingEndEvent):
        if not isinstance(key, ScalarEvent) or key.anchor or key.tag or key.value == "<<":
            raise at(key, "C006")
        if key.value in fields:
            raise at(key, "C005", key=key.value)
        fields[key.value] = node(parser, parser.get_event(), (*path, key.value), marks)
        where = key.start_mark
        marks[(*path, key.value)] = (where.line + 1, where.column + 1)
    return fields
