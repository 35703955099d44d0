"""Captions of every flavour, what cannot be read of them, and what they tell."""

import io

import pytest
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from sst_training.rating.captions import CODES, MOST_PROBLEMS, read_captions
from sst_training.rating.transcript import describe, merged

TEAMS = """WEBVTT

c0ffee/11-0
00:00:01.000 --> 00:00:04.500
<v Anna de Wit>Waar hoop je op?</v>

c0ffee/12-0
00:00:04.500 --> 00:00:08.000
<v Bob>Rust &amp; slaap.</v> <v Anna de Wit>Ja?</v>
"""
ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
Anna: Waar hoop je op?

2
00:00:05.000 --> 00:00:09.000
Bob: Om 10:30 slapen.

3
00:00:09.000 --> 00:00:12.000
Anna: En dan?
"""
WHISPER = """1
00:00:01,000 --> 00:00:04,000
[SPEAKER_00]: Waar hoop je op?

2
00:00:05,000 --> 00:00:09,000
[SPEAKER_01]: Rust.
"""
BARE = "WEBVTT\n\n00:01.000 --> 00:04.000\nWaar hoop je op?\n"
YOUTUBE = """WEBVTT
Kind: captions

00:00:00.000 --> 00:00:03.000 align:start position:0%
{space}
waar<00:00:01.000><c> hoop</c> je op?

00:00:03.000 --> 00:00:06.000 align:start position:0%
waar hoop je op?
ik hoop op rust
""".replace("{space}", " ")


def read(text, **options):
    """(start, end, speaker, text) of every cue, and (line, code) of every problem."""
    found = read_captions(text if isinstance(text, bytes) else text.encode(), "t.vtt", **options)
    cues = [(cue.start, cue.end, cue.speaker, cue.text) for cue in found.cues]
    return cues, [(problem.line, problem.code) for problem in found.problems]


def told(text, **options):
    """The description of captions."""
    return describe(read_captions(text.encode(), "t.vtt", **options).cues)


def test_teams():
    """Voices in tags, entities, two voices in one cue sharing its time by length."""
    cues, problems = read(TEAMS)

    assert problems == []
    assert cues[0] == (1000, 4500, "Anna de Wit", "Waar hoop je op?")
    assert [cue[2:] for cue in cues[1:]] == [("Bob", "Rust & slaap."), ("Anna de Wit", "Ja?")]
    assert (cues[1][1], cues[2][1]) == (cues[2][0], 8000)


def test_zoom():
    """Names before a colon that come back; a clock is no name."""
    cues, _ = read(ZOOM)

    assert [cue[2:] for cue in cues] == [
        ("Anna", "Waar hoop je op?"),
        (None, "Bob: Om 10:30 slapen."),
        ("Anna", "En dan?"),
    ]


def test_whisper():
    """SRT with commas, numbers, and speakers in brackets."""
    assert [cue[2] for cue in read(WHISPER)[0]] == ["SPEAKER_00", "SPEAKER_01"]


def test_without_names_nothing_is_divided():
    """No hours in the times; silence and questions are still told."""
    found = told(BARE)

    assert (found.speakers, found.turns, found.timeline, found.questions) == ((), None, (), 1)


def test_a_rolling_display_counts_a_line_once():
    """YouTube repeats the last line; tags inside the text go."""
    cues, _ = read(YOUTUBE)

    assert [cue[3] for cue in cues] == ["waar hoop je op?", "ik hoop op rust"]


@pytest.mark.parametrize(
    ("encoding", "problems"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", [(4, "T107")])]
)
def test_encodings(encoding, problems):
    """UTF-8 with and without a mark, UTF-16 by its mark, else Windows-1252 with a remark."""
    cues, found = read("WEBVTT\n\n00:01.000 --> 00:02.000\nCliënt zegt: één\n".encode(encoding))

    assert (cues[0][3], found) == ("Cliënt zegt: één", problems)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends(ends):
    """Of every system; line numbers stay right."""
    assert read(TEAMS.replace("\n", ends)) == read(TEAMS)
    assert read("WEBVTT\n\nx\ny\n".replace("\n", ends))[1] == [(3, "T103"), (4, "T103"), (1, "T101")]


@pytest.mark.parametrize(
    ("times", "code"),
    [
        ("00:00:bad --> 00:00:20.000", "T102"),
        ("--> 00:00:04.000", "T102"),
        ("00:00:01.000 -->", "T102"),
        ("00:00:61.000 --> 00:01:10.000", "T102"),
        ("01:60:00.000 --> 01:61:00.000", "T102"),
        ("00:00:09.000 --> 00:00:04.000", "T104"),
    ],
)
def test_a_broken_cue_is_told_and_the_next_one_read(times, code):
    """With the line of its times; its text goes nowhere else."""
    cues, problems = read(f"WEBVTT\n\n1\n{times}\nverloren\n\n00:30.000 --> 00:31.000\nwel\n")

    assert ([cue[3] for cue in cues], problems) == (["wel"], [(4, code)])


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("00:00:01,5 --> 00:00:02.25", 1500, 2250),
        ("0:01 -> 0:02", 1000, 2000),
        ("100:00:01.000-->100:00:02.000 line:0", 360_001_000, 360_002_000),
        ("75:10.000 --> 75:12.000", 4_510_000, 4_512_000),
    ],
)
def test_times_as_programs_write_them(times, start, end):
    """Comma or point, one to three decimals or none, one arrow or two, settings after it."""
    assert read(f"{times}\nja\n") == ([(start, end, None, "ja")], [])


@pytest.mark.parametrize(("seconds", "code"), [(0, "T105"), (31, "T106")])
def test_odd_lengths_are_told_and_kept(seconds, code):
    """No time at all; longer than half a minute."""
    cues, problems = read(f"00:00.000 --> 00:{seconds:02}.000\nja\n")

    assert (len(cues), problems) == (1, [(1, code)])


def test_srt_without_empty_lines():
    """The number before the next times is no text."""
    cues, problems = read("1\n00:01,000 --> 00:02,000\nja\n2\n00:03,000 --> 00:04,000\nnee\n")

    assert ([cue[3] for cue in cues], problems) == (["ja", "nee"], [])


def test_an_arrow_in_the_text_is_text():
    """Without a clock beside it."""
    assert read("00:01.000 --> 00:02.000\nvan a --> naar b\n")[0][0][3] == "van a --> naar b"


def test_notes_and_styles_are_no_text():
    """NOTE, STYLE and the lines below WEBVTT."""
    text = "WEBVTT - x\nKind: captions\n\nNOTE ja\nnog wat\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\nja\n"

    assert read(text) == ([(1000, 2000, None, "ja")], [])


def test_nothing_to_read():
    """An empty file, and one that is something else."""
    assert read("") == ([], [(1, "T101")])
    assert read(b"\x00\xff\xfe%PDF")[0] == []


def test_problems_have_a_bound():
    """A long file that is no caption file gives a bounded list."""
    assert len(read("x\n\n" * 5000)[1]) == MOST_PROBLEMS + 1


def test_a_cue_has_a_bound():
    """Twenty lines are read; the rest is told once."""
    cues, problems = read("00:01.000 --> 00:02.000\n" + "ja\n" * 100)

    assert (cues[0][3].count("ja"), problems) == (20, [(22, "T111")])


def test_too_many_names_are_no_names():
    """Sixty voices are not people at a table."""
    cues, problems = read("".join(f"00:01.000 --> 00:02.000\n<v A{i}>ja\n\n" for i in range(60)))

    assert ({cue[2] for cue in cues}, problems) == ({None}, [(1, "T112")])


def test_a_long_line_is_cut_and_told():
    """Two thousand signs are read."""
    cues, problems = read("00:01.000 --> 00:02.000\n" + "a" * 5000 + "\n")

    assert (len(cues[0][3]), problems) == (2000, [(2, "T109")])


def test_text_without_a_name_inherits_only_when_asked():
    """The third cue has no name."""
    text = TEAMS + "\n00:00:09.000 --> 00:00:10.000\nnog iets\n"

    assert [read(text, inherit=inherit)[0][-1][2] for inherit in (False, True)] == [None, "Anna de Wit"]


def test_every_code_has_a_sentence(phrases):
    """In both languages."""
    assert all(f"transcript.{code}" in phrases for code in CODES)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="01:.,-> \n<v A>\r&;WEBTN", max_size=120).map(str.encode))
def test_any_bytes_give_cues_or_problems(content):
    """No exception; whatever has cues can be described."""
    found = read_captions(content, "t.vtt")

    assert found.cues or found.problems
    if found.cues:
        describe(found.cues)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 999_000), st.integers(1, 20_000)), min_size=1, max_size=20))
def test_like_webvtt_py_on_sound_files(times):
    """The same times and texts as webvtt-py reads."""

    def clock(at):
        return f"{at // 3_600_000:02}:{at // 60_000 % 60:02}:{at // 1000 % 60:02}.{at % 1000:03}"

    cues = [f"{clock(start)} --> {clock(start + length)}\nwoord {i}" for i, (start, length) in enumerate(sorted(times))]
    text = "WEBVTT\n\n" + "\n\n".join(cues) + "\n"
    wanted = sorted((cue.start, cue.end, cue.text) for cue in webvtt.from_buffer(io.StringIO(text)))

    assert sorted((clock(start), clock(end), said) for start, end, _, said in read(text)[0]) == wanted


def test_speaking_time_merges_ones_own_overlap():
    """Cues of 0-10 and 5-12 by one voice are 12 seconds, not 17."""
    assert merged([(5, 12), (0, 10), (20, 21)]) == [(0, 12), (20, 21)]
    found = told("00:00.000 --> 00:10.000\n<v A>een\n\n00:05.000 --> 00:12.000\n<v A>twee\n")
    assert (found.speakers[0].seconds, found.speakers[0].share, found.overlap) == (12, 1, 0)


def test_two_at_once():
    """A 0-10, B 8-12: spoken 12, overlap 2, shares 10/12 and 4/12."""
    found = told("00:00.000 --> 00:10.000\n<v A>een\n\n00:08.000 --> 00:12.000\n<v B>twee\n")

    assert (found.spoken, found.overlap, [one.share for one in found.speakers]) == (12, 2, [0.83, 0.33])


def test_turns_questions_and_the_longest_turn():
    """A, A, B, A is three turns; `??` is one question."""
    text = "".join(
        f"00:{start:02}.000 --> 00:{end:02}.000\n<v {name}>{said}\n\n"
        for start, end, name, said in (
            (0, 2, "A", "Ja? En?"),
            (2, 5, "A", "Nou??"),
            (6, 10, "B", "Rust."),
            (10, 11, "A", "Ja."),
        )
    )
    found = told(text)
    first = found.speakers[0]

    assert (found.turns, first.turns, first.questions) == (3, 2, 3)
    assert (first.longest_turn.at, first.longest_turn.seconds) == (0, 5)
    assert [(turn.speaker, turn.start, turn.end) for turn in found.timeline] == [
        ("A", 0, 5),
        ("B", 6, 10),
        ("A", 10, 11),
    ]


@pytest.mark.parametrize(("start", "count"), [("04.000", 0), ("04.001", 1)])
def test_a_silence_is_longer_than_three_seconds(start, count):
    """From 1 to 4 s is three seconds; a thousandth more is a silence."""
    found = told(f"00:00.000 --> 00:01.000\nja\n\n00:{start} --> 00:05.000\nnee\n")

    assert found.silence.count == count
