"""Rating files: the browser reads, refuses and writes what Python reads, refuses and writes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from sst_training.library.locales import phrases_for
from sst_training.model.library import Library
from sst_training.model.rating import Rating
from sst_training.pages.browser_library import words
from sst_training.pages.site import Site
from sst_training.rating.checks import CODES
from sst_training.store.format import MOST_BYTES, ORDER, encoded

Ask = Callable[..., Any]
Sent = Callable[[bytes], str]
Raw = dict[str, Any]
Both = Callable[[list[bytes]], list[Any]]


def test_writing_gives_the_bytes_python_writes(maker: Any, both: Both) -> None:
    """500 sound ratings; what is written back is the file itself."""
    files = [encoded(msgspec.convert(maker.rating(), Rating)) for _ in range(500)]
    assert both(files) == [(None, file, []) for file in files]


def test_a_clients_form_is_written_with_its_voice(maker: Any, both: Both) -> None:
    """The one field that is left out of every other rating."""
    voice = {"topic": 8, "understood": 10, "forward": 0, "wished": 'more "why" 🌱'}
    raw = maker.rating(session_kind="role-play", items={}, voice=voice, resolution=None)
    raw["rater"] |= {"role": "client"}
    (found,) = both([json.dumps(raw).encode()])
    assert [problem["code"] for problem in found[2]] == ["R134"]
    assert b'"voice"' in (found[1] or b"")


def test_the_fields_stand_in_the_order_of_the_store(ask: Ask) -> None:
    """A field added to the model must be added to the browser too."""
    order = ask("async () => (await import('/assets/tools/engine/rating-shape.js')).FILE_ORDER")
    assert tuple(order) == ORDER


def test_what_may_be_left_out_or_written_otherwise_is_read_alike(maker: Any, both: Both) -> None:
    """Absent fields, clock times, numbers and yeses as words, spaces, escapes."""
    files = []
    for _ in range(100):
        raw = maker.rating()
        files.append(json.dumps(looser(raw, maker.chance), indent=maker.chance.choice((None, 1))).encode())
    assert all(rating is not None for _, rating, _ in both(files))


def looser(raw: Raw, chance: random.Random) -> Raw:
    """The same rating as somebody's editor might leave it."""
    empty = [name for name, value in raw.items() if value is None and chance.random() < 0.7]
    found = {name: value for name, value in raw.items() if name not in empty}
    found["locked"] = "TRUE" if raw["locked"] else 0
    if raw["session_kind"] == "role-play":
        del found["session_kind"]
    for item in found["items"].values():
        for name in [name for name, value in item.items() if not value]:
            del item[name]
        for moment in item.get("evidence", ()):
            moment["at"] = clocked(moment["at"], chance)
    if found.get("recording"):
        seconds = found["recording"]["seconds"]
        found["recording"]["seconds"] = chance.choice((clocked(seconds, chance), float(seconds), f"{seconds}.0"))
    return found


def clocked(at: int | None, chance: random.Random) -> Any:
    """A time in one of the ways it may be written."""
    if at is None:
        return None
    minutes, seconds = divmod(at, 60)
    hours = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return chance.choice((at, str(at), f" {minutes}:{seconds:02}", hours))


SHAPES = [
    b"{", b"{}", b"{} x", b'{"a": 1,}', b"{a: 1}", b'{"a" 1}', b'{"a": 1 "b": 2}', b'{"a": "x',
    b'{"a": "\\x"}', b'{"a": "\\u12"}', b'{"a":}', b'{"a": [1,]}', b'{"a": 01}', b'{"a": -}', b'{"a": 1.}',
    b'{"a": .5}', b'{"a": tru}', b'{"a": NaN}', b'{\n "a": -Infinity}', b'{"a": "\\', b'{\n\n  "a": "\xc3\xa9" 1}',
    b'{"a": 1, "a": 2}', b'{"a": {"b": 1,\n "b": 2}}', b'{"a": "\\ud83d"}', b'{"a": "\\u0007"}', b'{"\\u001b": 1}',
    b'{"a": "\x07"}', b"\xef\xbb\xbf{}", b'{"a": "\xff"}', b'{\n\n"a": "\xe9"}', b'{"a":' * 19 + b"1" + b"}" * 19,
    b'{"a":' * 20 + b"1" + b"}" * 20, b'{"a":' * 5000, b'{"a": 1e999, "format": 1e999}',
    b'{"format": ' + b"9" * 5000 + b"}",
    b'{"a": "\\ud83d\\ude00", "b\\u00e9": null, "c": [[], {}], "d": true}', b'{"__proto__": 1, "constructor": 2}',
    b'{"format": "sst-rating/2"}', b'{"format": "sst-rating/999999", "a": []}', b'{"format": "sst-rating/1000000"}',
    b'{"format": ["sst-rating/2"]}', b'{"format": "sst-progress/1"}', b'{"format": "sst-rating/02"}',
]  # fmt: skip


@pytest.mark.parametrize("content", SHAPES)
def test_what_is_no_rating_is_refused_for_the_same_reason(content: bytes, both: Both) -> None:
    """Bad syntax, equal keys, signs that cannot be printed, nesting, a later format: the same code and place."""
    both([content])


@pytest.mark.parametrize("content", [b"", b"   ", b"[1]", b"format: sst-rating/1", b"\xff\xfe", b"PK\x03\x04", b"7"])
def test_what_is_no_json_is_refused(ask: Ask, as_sent: Sent, content: bytes) -> None:
    """YAML is for the command line."""
    script = "(engine, file) => engine.inspected(engine.bytes(file), engine.library.instrument)"
    found = ask(script, as_sent(content))
    assert found["rating"] is None
    assert [problem["code"] for problem in found["problems"]] in (["W101"], ["C003"], ["C004"])


def test_a_file_is_refused_from_a_byte_above_one_mebibyte(maker: Any, both: Both) -> None:
    """At the limit it is read; a byte more, and not even looked at."""
    content = encoded(msgspec.convert(maker.rating(), Rating))
    filled = content + b" " * (MOST_BYTES - len(content))
    (most, more) = both([filled, filled + b" "])
    assert most == (None, content, [])
    assert [problem["code"] for problem in more[2]] == ["C002"]


def test_every_problem_has_its_sentence_in_the_words_of_the_site(ask: Ask, library: Library) -> None:
    """The key a problem names, with all the words its sentence needs."""
    sentences = words(Site(library, phrases_for("nl"), {}))
    codes = [*CODES, *(f"C00{n}" for n in range(1, 8)), "C101", "C102", "C103", "C107", "C108", "C109", "W101"]
    keys = ask("(engine, codes) => codes.map((code) => engine.sentenceKey({ code }))", codes)
    assert [key for key in keys if key not in sentences] == []
