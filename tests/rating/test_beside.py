"""What stands beside a profile: the client's form, what was expected and counted, the captions in figures."""

from __future__ import annotations

import click
import msgspec
import pytest

from sst_training.cli.score_text import report_text
from sst_training.model.annex import Annex, Choice, Description, Silence, Stretch, VoiceHeard
from sst_training.model.rating import Rating, Voice
from sst_training.rating.beside import lowest
from sst_training.rating.captions import read_captions
from sst_training.rating.described import kept_description
from sst_training.rating.report import Context, report
from sst_training.rating.score import score
from sst_training.rating.transcript import describe
from sst_training.sheets.report_html import report_html

TALK = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Jan de Vries>Zeg het maar?\n\n00:09.000 --> 00:10.000\n<v Mo>Geheim.\n"
DESCRIBED = Description(
    date="2026-12-05", seconds=79, spoken=54.4, overlap=0,
    voices=(
        VoiceHeard(voice=1, practitioner=True, seconds=22, share=0.4, turns=5, longest_turn=Stretch(24, 4.7), questions=5),
        VoiceHeard(voice=2, practitioner=False, seconds=33, share=0.6, turns=5, longest_turn=Stretch(36, 12.5), questions=0),
    ),
    turns=10, questions=5, silence=Silence(count=4, seconds=21.5, longest=Stretch(28, 7.8)),
)  # fmt: skip


def form(rate, raw, *marks: int, wished: str | None = None, label: str = "P5") -> Rating:
    """A client's form of the same session."""
    voice = dict(zip(("topic", "understood", "forward"), marks, strict=True)) | {"wished": wished}
    rater = {"role": "client", "label": label, "blind": True}
    return msgspec.convert({**raw(), "items": {}, "rater": rater, "voice": voice}, Rating)


@pytest.fixture
def told(rate, library, phrases):
    """The report in the terminal and as a page: `told(rating, context)`."""

    def make(rating: Rating, context: Context | None = None, **more):
        found = report(
            rating, score(rating, library, **more), library, today="2026-12-10", context=context, chosen=bool(more)
        )
        text = " ".join(click.unstyle(report_text(found, phrases)).split())
        return text, report_html(found, phrases)

    return make


@pytest.mark.parametrize(
    ("marks", "first"),
    [
        ((8, 7, 5), "forward"),
        ((3, 7, 5), "topic"),
        ((7, 2, 2), "understood"),
        ((10, 10, 10), "topic"),
        ((0, 0, 0), "topic"),
    ],
)
def test_the_lowest_is_the_first_question(marks, first):
    """Alike: the first on the form."""
    assert lowest(Voice(topic=marks[0], understood=marks[1], forward=marks[2])) == first


def test_the_clients_form_stands_beside_the_profile(told, rate, raw, phrases):
    """After the next step, with the lowest as first question; no sum, and the profile is the same without it."""
    rating = rate({"focus": "b1"})
    text, page = told(rating, Context(clients=(form(rate, raw, 8, 7, 5, wished="Meer tijd."),)))
    question = phrases("beside.client.ask.forward")

    for shown in (text, page):
        assert shown.index(phrases("score.next.title")) < shown.index(phrases("beside.client.title", label="P5"))
        assert question in shown
        assert "Meer tijd." in shown
        assert phrases("beside.client.how") in shown
    assert text.startswith(told(rating)[0].split(phrases("score.next.title"))[0])


def test_a_score_knows_nothing_of_what_stands_beside(rate, raw, library):
    """The same bytes with and without a client's form: it takes neither."""
    assert "voice" not in msgspec.json.encode(score(rate({"focus": "b1"}), library)).decode()


def test_two_clients_stand_apart(told, rate, raw, phrases):
    """Two forms, by label; nothing is averaged."""
    forms = (form(rate, raw, 2, 9, 9, label="P6"), form(rate, raw, 9, 9, 3))
    text, page = told(rate({"focus": "b1"}), Context(clients=forms))

    for shown in (text, page):
        assert shown.index("(P5)") < shown.index("(P6)")
        assert phrases("beside.client.ask.topic") in shown
        assert phrases("beside.client.ask.forward") in shown


def test_what_was_expected_counted_and_felt(told, rate, phrases):
    """One's own words beforehand, the counts that were made, how hard it was."""
    rating = rate(
        {"focus": "b1"}, prediction="Het ging vlot.", counters={"open_questions": 9, "reflections": 0},
        challenge={"level": "too_hard", "stop": True}, scenario="sc-002",
    )  # fmt: skip
    text, page = told(rating)

    for shown in (text, page):
        for words in ("‘Het ging vlot.’", phrases("beside.stop"), phrases("rate.choice.too_hard")):
            assert words in shown
        assert f"{phrases('counters.open_questions')} 9 · {phrases('counters.reflections')} 0" in shown
        assert phrases("score.next.eased") in shown


def test_too_hard_at_level_1_says_how_to_make_it_easier(told, rate, phrases):
    """There is no level 0."""
    text, _ = told(rate({"focus": "b1"}, challenge={"level": "too_hard", "stop": False}))
    assert phrases("score.next.eased.lowest") in text


def test_all_skilled_and_too_hard_is_no_call_to_climb(told, rate, phrases):
    """`Try a harder scenario` is left out."""
    text, _ = told(rate({"best-hope": "b1 b2 a1"}, challenge={"level": "too_hard", "stop": False}, scenario="sc-003"))
    assert phrases("score.next.level_kept") in text
    assert phrases("score.next.level_up") not in text


def test_each_level_is_defined(told, rate, phrases):
    """A name is not enough to read a profile by."""
    for shown in told(rate({"focus": "b1"})):
        assert all(phrases(f"page.list.level.{level}") in shown for level in range(1, 5))


def test_what_was_chosen_is_shown_the_next_time(told, rate, phrases):
    """With its date; not while another choice is being made."""
    context = Context(last=Choice(skill="listen", date="2026-11-30", time="12:00:00"))
    words = phrases(
        "score.next.last", date=phrases("score.date", day=30, month=phrases("score.month.11"), year="2026"), skill="…"
    )
    begin = words.split(":")[0]

    assert all(begin in shown for shown in told(rate({"focus": "b1"}), context))
    assert begin not in told(rate({"focus": "b1"}), context, skill="focus")[0]


def test_the_description_is_shown_as_description(told, rate, phrases):
    """Figures by voice, and that it is no part of the profile."""
    annex = Annex(session="k7q2m9xt", ratee="P3", description=DESCRIBED)
    for shown in told(rate({"focus": "b1"}), Context(annex=annex)):
        for words in (
            phrases("described.practitioner"),
            phrases("described.voice", number=2),
            phrases("described.how"),
            "40%",
        ):
            assert words in shown


def test_no_name_and_no_word_is_kept():
    """Voices are numbers; the practitioner's is marked where it was named."""
    told = describe(read_captions(TALK.encode(), "x").cues)
    kept = msgspec.json.encode(kept_description(told, "2026-12-05", "Mo")).decode()

    assert not any(word in kept for word in ("Jan", "Vries", "Mo", "Zeg", "Geheim"))
    assert [one.practitioner for one in kept_description(told, "2026-12-05", "Mo").voices] == [False, True]
    assert kept_description(told, "2026-12-05").silence.count == 1
