"""A byte order mark before the first sign: both programs pass over one, and read no second."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sst_training.library.reading import Unreadable, read_document
from sst_training.store.format import MOST_BYTES

MARK = b"\xef\xbb\xbf"
SAID = """(engine, files) => files.map((file) => {
  const { rating, problems } = engine.inspected(engine.bytes(file), engine.library.instrument);
  return [rating, problems];
})"""


def test_one_mark_is_passed_over(
    maker: Any, ask: Callable[..., Any], as_sent: Callable[[bytes], str], tmp_path: Path
) -> None:
    """Sound or broken: read as without it; two, or one further on, are a sign that may not be there."""
    sound = json.dumps(maker.rating()).encode()
    files = [sound, sound[:-1], b'{"format": "\x01"}']
    bare, marked = (ask(SAID, [as_sent(start + file) for file in files]) for start in (b"", MARK))
    assert marked == bare
    assert bare[0][0] is not None
    path = tmp_path / "one.json"
    path.write_bytes(MARK + sound)
    read = read_document(path, most_bytes=MOST_BYTES).data
    path.write_bytes(sound)
    assert read_document(path, most_bytes=MOST_BYTES).data == read
    for file in (MARK + MARK + sound, sound[:5] + MARK + sound[5:]):
        ((rating, problems),) = ask(SAID, [as_sent(file)])
        assert rating is None
        path.write_bytes(file)
        with pytest.raises(Unreadable) as refused:
            read_document(path, most_bytes=MOST_BYTES)
        assert problems[0]["code"] == refused.value.code == "C004"
        assert problems[0]["column"] == refused.value.column
