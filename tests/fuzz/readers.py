"""The readers of what people hand us, each as one function of bytes, and files to begin with.

A reader may refuse in its own words and in no other way: no other error, no hang, no more memory than a small
machine has. `python readers.py READER SECONDS SEED FOLDER` fuzzes one with atheris (see test_fuzz.py); without
atheris, `mutated` gives plain seeded changes of the same files.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

MEGABYTES = 300
HANG = 10
"""Seconds for one input."""

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
TRACED = ("sst_training.rating", "sst_training.library", "sst_training.store", "sst_training.cli.rating_file")
"""What atheris watches, to find inputs that go another way."""

ZOOM = "WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:03.000\r\nAnna: Waar hoop je op?\r\n\r\n"
SRT = "1\n00:00:01,000 --> 00:00:03,000\n[SPEAKER_00] Dag.\n\n2\n00:00:04,000 --> 00:00:09,500\n[SPEAKER_01] Dag?\n"
WORDS = {
    "rating": (
        "sst-rating/1",
        '"items":',
        '"state"',
        "assessed",
        "not_applicable_ticks",
        "focus.b1",
        "12:34",
        "&a",
        "\\ud800",
    ),
    "table": ("unit,recording,", "unit;A;B", '"', "\t", "1,5", "=1+1", "unit"),
    "captions": (" --> ", "<v Anna>", "00:00:00.000", "WEBVTT", "NOTE", "&amp;", "{\\an8}", "\u2028"),
    "broken": ("?",),
    "stored": ("sst-rating/2", "sst-annex/1", "sst-progress/1", '"items":{', "}}", '"locked":true'),
}


def rating_reader() -> Callable[[bytes], None]:
    """A rating file: read, checked, every problem said, and what is sound scored and told."""
    from sst_training.cli.frame import Desk
    from sst_training.cli.rating_file import rating_in, words
    from sst_training.errors import RatingNewer
    from sst_training.library.reading import Unreadable, parse
    from sst_training.rating.report import report
    from sst_training.rating.score import score
    from sst_training.sheets.report_html import report_html

    here = Desk("nl")
    assert here.library

    def read(content: bytes) -> None:
        try:
            rating, problems = rating_in(parse(content, most_bytes=1 << 20), "x", here)
        except (Unreadable, RatingNewer):
            return
        for problem in problems:
            assert words(problem, here.phrases)
        if rating is not None and not problems:
            told = report(rating, score(rating, here.library), here.library, today="2026-12-10")
            assert report_html(told, here.phrases)

    return read


def table_reader() -> Callable[[bytes], None]:
    """A CSV of units by raters, and every problem said."""
    from sst_training.cli.agreement import unfit, words
    from sst_training.cli.frame import Desk
    from sst_training.rating.agreement.csv_table import read_table

    here = Desk("en")

    def read(content: bytes) -> None:
        problems = unfit(content, "x")
        table = None
        if not problems:
            table, problems = read_table(content.decode("utf-8-sig"), "x")
        for problem in problems[:20]:
            assert words(problem, here)
        assert (table is None) == bool(problems)

    return read


def captions_reader() -> Callable[[bytes], None]:
    """Captions, described, told, and described as they are kept."""
    import msgspec

    from sst_training.cli.transcript_text import transcript_text
    from sst_training.library.locales import phrases_for
    from sst_training.model.annex import Annex
    from sst_training.rating.captions import read_captions
    from sst_training.rating.described import kept_description
    from sst_training.rating.transcript import describe
    from sst_training.store.annexes import decoded_annex, encoded_annex

    say = phrases_for("nl")

    def read(content: bytes) -> None:
        for inherit in (False, True):
            found = read_captions(content, "x", inherit=inherit)
            for problem in found.problems:
                assert say(f"transcript.{problem.code}", **problem.words)
            if not found.cues:
                continue
            told = describe(found.cues)
            assert transcript_text(told, say)
            annex = Annex(session="k7q2m9xt", ratee="P3", description=kept_description(told, "2026-12-05"))
            assert decoded_annex(encoded_annex(annex)) == annex
            msgspec.json.encode(told)

    return read


def stored_reader() -> Callable[[bytes], None]:
    """A file of the store: sound, or told what it is and what can be saved of it."""
    from sst_training.store.annexes import decoded_annex, encoded_annex
    from sst_training.store.format import Unsound, decoded, encoded, progress_in
    from sst_training.store.salvage import salvaged

    def read(content: bytes) -> None:
        try:
            rating, _ = decoded(content)
            assert decoded(encoded(rating))[0] == rating
        except Unsound:
            saved = salvaged(content)
            assert saved is None or decoded(encoded(saved))[0] == saved
        for other in (progress_in, lambda content: encoded_annex(decoded_annex(content))):
            try:
                other(content)
            except Unsound:
                continue

    return read


READERS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "rating": rating_reader,
    "table": table_reader,
    "captions": captions_reader,
    "stored": stored_reader,
}


def broken_reader() -> Callable[[bytes], None]:
    """One that cannot bear a question mark: the fuzz has to notice."""

    def read(content: bytes) -> None:
        assert b"?" not in content

    return read


def beginnings(name: str) -> Iterator[bytes]:
    """Files a reader knows, for a fuzzer to begin with."""
    if name in ("rating", "stored"):
        yield from (path.read_bytes() for path in sorted(EXAMPLES.glob("*.json")))
        yield b"format: sst-rating/1\nitems:\n  focus: {state: na, reason: recording_gap}\n"
    if name == "stored":
        yield b'{"format": "sst-annex/1", "session": "k7q2m9xt", "ratee": "P3", "description": null, "chosen": null}'
    if name == "table":
        yield (EXAMPLES / "agreement.csv").read_bytes()
        yield b"unit;A;B\n1;1,5;2\n2;;3\n"
    if name in ("captions", "broken"):
        yield (EXAMPLES / "talk.vtt").read_bytes()
        yield from (text.encode() for text in (ZOOM, SRT))
        yield SRT.encode("utf-16")


def mutated(name: str, chance: random.Random) -> bytes:
    """One of the files with a few plain changes."""
    content = bytearray(chance.choice([*beginnings(name)]))
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(content) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            content[at : at + chance.randrange(1, 60)] = b""
        elif kind == 1:
            content[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5)))
        elif kind == 2:
            content[at:at] = chance.choice(WORDS[name]).encode("utf-8", "surrogatepass")
        elif kind == 3:
            end = chance.randrange(len(content) + 1)
            content[at:at] = content[min(at, end) : min(at, end) + 200] * chance.randrange(1, 30)
        elif content:
            content[at % len(content)] ^= 1 << chance.randrange(8)
    return bytes(content)


def fuzz(name: str, seconds: int, seed: int, folder: Path) -> None:
    """Fuzzes one reader; ends with another exit code than 0 at the first input it cannot bear."""
    import resource

    import atheris

    with atheris.instrument_imports(include=[*TRACED]):
        read = {**READERS, "broken": broken_reader}[name]()
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, content in enumerate(beginnings(name)):
        (seeds / f"{number:02}").write_bytes(content)
    words = folder / "words.dict"
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in WORDS[name])
    words.write_text("".join(f'"{word}"\n' for word in quoted))
    options = [f"-max_total_time={seconds}", f"-seed={seed}", f"-timeout={HANG}", f"-rss_limit_mb={MEGABYTES}"]
    options += ["-max_len=20000", f"-dict={words}", f"-artifact_prefix={folder}/", "-print_final_stats=1"]
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))
    atheris.Setup([sys.argv[0], *options, str(seeds)], read)
    atheris.Fuzz()


def watched(*args: str) -> int:
    """Fuzzes in a child of this small process, and prints its peak memory in KB; gives its exit code.

    A process inherits the peak of the one it was started from, so a test's own memory would count as the reader's.
    """
    child = subprocess.Popen([sys.executable, __file__, "inner", *args])
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    print(f"peak {used.ru_maxrss}", flush=True)
    return child.returncode


if __name__ == "__main__":
    if sys.argv[1] != "inner":
        sys.exit(watched(*sys.argv[1:]))
    fuzz(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
