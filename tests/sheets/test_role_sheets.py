"""The sheets of a role-play, read back from the finished PDF."""

from __future__ import annotations

import re

import msgspec
import pytest

from sst_training.draw.readers import READERS, view
from sst_training.draw.roleplay import Wanted, draw_roleplays
from sst_training.errors import SignNotInFont, TextTooLong
from sst_training.sheets.role_sheets import role_pdf, role_sheet
from sst_training.sheets.typeset import typeset, typeset_with_warnings

ORIGIN = "Startcode geheim-zaad · SSTRNG-1 · bibliotheek 0123456789ab"
HOSTILE = [
    '#panic("x")',
    "*vet* _schuin_ $x$ @naam",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:y)",
    "= kop\n- punt",
]


def texts(value: object) -> list[str]:
    """Every text in a view."""
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in {"id", "ticks", "when"} for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) and " " in value else []


@pytest.fixture
def pdf(library, plays, say):
    """`pdf("client")` → the sheets of one reader."""

    def make(reader, large=False, some=None, paper="a4"):
        return role_pdf(some or plays, reader, library.instrument, say, origin=ORIGIN, large=large, paper=paper)

    return make


@pytest.fixture
def with_text(plays):
    """A role-play with one text of its scenario changed."""

    def make(field, text):
        scenario = msgspec.structs.replace(plays[0].scenario, **{field: {"nl": text, "en": text}})
        return msgspec.structs.replace(plays[0], scenario=scenario)

    return make


def test_therapist_reads_no_five_words_of_the_client(pdf, pages, plays, say, shared):
    """Nor of the manner, the twist, or what is for afterwards."""
    text = " ".join(pages(pdf("therapist")))
    for play in plays:
        hidden = [*play.scenario.client_only, play.scenario.enough, *play.scenario.traps]
        hidden += [*play.stance.behaviours, play.stance.softens_when, play.stance.hardens_when]
        hidden += [play.twist.text, play.twist.revert] if play.twist else []
        for one in hidden:
            assert not shared(text, say.text(one))


@pytest.mark.parametrize("reader", ["therapist", "client", "observer"])
def test_only_the_trainer_has_seed_and_ids(reader, pdf, pages, plays, told, say):
    """Not in the text, and not in what the file says of itself."""
    made = pdf(reader)
    said = " ".join(pages(made)) + told("pdfinfo", made) + told("pdfinfo", made, "-meta")
    secrets = ["geheim-zaad", "SSTRNG", *(play.scenario.id for play in plays), *(play.stance.id for play in plays)]
    secrets += [play.scenario.title[say.lang] for play in plays]
    assert not [secret for secret in secrets if secret in said]


def test_trainer_has_the_seed_and_every_id(pdf, pages, plays):
    """The master names each card."""
    text = " ".join(pages(pdf("trainer")))
    ids = [play.scenario.id for play in plays] + [play.observer_task.id for play in plays]
    assert [one for one in ["geheim-zaad", *ids] if one not in text] == []


@pytest.mark.parametrize("reader", READERS)
def test_every_text_of_the_view_is_printed(reader, pdf, pages, plays, say):
    """What a reader may see is there, whole; what stands upside down too."""
    text = " ".join(pages(pdf(reader)))
    for play in plays:
        wanted = {" ".join(one.split()) for one in texts(view(play, reader, say))}
        assert [one for one in wanted if one not in text] == []


def test_client_reads_in_the_fixed_order(pdf, pages, plays, say):
    """DESIGN §4: from the first line to the stop word."""
    page, scenario, stance = pages(pdf("client"))[0], plays[0].scenario, plays[0].stance
    order = [scenario.opening_line, scenario.situation, scenario.best_hope, scenario.enough, scenario.tried]
    order += [scenario.resources, scenario.disclosure[0].text, stance.behaviours[0], stance.hardens_when]
    order += [scenario.elicits[0].text, plays[0].twist.text, scenario.play_easier, scenario.play_harder]
    places = [page.index(say.text(text)) for text in order] + [page.index(say("sheet.stop.client"))]
    assert places == sorted(places)


@pytest.mark.parametrize("reader", ["therapist", "client", "observer"])
def test_each_sheet_is_one_page_on_a_leaf_of_its_own(reader, pdf, pages, plays):
    """Sheets on pages 1, 3, 5; behind each an empty page."""
    read = pages(pdf(reader))
    assert [i for i, page in enumerate(read) if plays[i // 2].person.name in page] == [0, 2, 4]
    assert read[1::2] == [""] * len(read[1::2])


@pytest.mark.parametrize("reader", READERS)
def test_same_input_gives_the_same_bytes(reader, pdf):
    """Twice the same file, to the byte."""
    assert pdf(reader) == pdf(reader)


@pytest.mark.parametrize("reader", READERS)
def test_fonts_are_embedded_and_ours(reader, pdf, told):
    """pdffonts: only Source, each embedded and with its letters mapped to text."""
    rows = told("pdffonts", pdf(reader)).splitlines()[2:]
    assert rows
    assert [row for row in rows if not re.match(r"[A-Z]{6}\+Source(Sans3|Serif4)-", row)] == []
    assert [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]] == []


def test_file_says_that_it_is_accessible(pdf, told):
    """PDF/UA-1, tagged, with a language and a title."""
    made = pdf("client")
    assert re.search(r"pdfuaid:part>?\W*1", told("pdfinfo", made, "-meta"))
    assert re.search(r"Tagged:\s+yes", told("pdfinfo", made))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("reader", READERS)
def test_typesetter_has_no_remarks(reader, large, library, plays, say):
    """A warning (an unknown font, say) is a fault of ours."""
    sheets = [role_sheet(play, reader, library.instrument, say, origin=ORIGIN) for play in plays]
    assert typeset_with_warnings("sheets", {"title": "x", "large": large, "sheets": sheets}, say.lang)[1] == []


def test_every_scenario_fits_one_page(library, say, pages):
    """All that can be dealt, with the longest manner and twist that fit."""
    found = draw_roleplays(library, 1, sum(card.risk == "none" for card in library.scenarios), Wanted())
    read = pages(role_pdf(found, "client", library.instrument, say, origin="", large=False))
    assert len(read) == 2 * len(found) - 1


@pytest.mark.parametrize("reader", ["client", "observer"])
def test_every_a5_sheet_is_one_leaf(reader, library, say, pages):
    """Front and back, for all that can be dealt; the next sheet begins on a leaf of its own."""
    found = draw_roleplays(library, 1, sum(card.risk == "none" for card in library.scenarios), Wanted())
    read = pages(role_pdf(found, reader, library.instrument, say, origin="", large=False, paper="a5"))
    title = [say("sheet.person", name=play.person.name, age=play.person.age) for play in found]
    assert len(read) in (2 * len(found) - 1, 2 * len(found))
    assert [name for name, page in zip(title, read[::2], strict=True) if name not in page] == []


@pytest.mark.parametrize(("large", "paper"), [(False, "a4"), (False, "a5"), (True, "a4")])
def test_only_a_sheet_of_one_page_is_folded(large, paper, pdf, pages, say):
    """Folded at the foot of its back, what is for afterwards would come to lie upright on the front."""
    read = pages(pdf("observer", large=large, paper=paper))
    for front, back in zip(read[::2], [*read[1::2], ""], strict=False):
        assert (say("print.fold") in front) == (back == "")
        assert say("print.fold") not in back
        assert say("print.enough") in (back or front)
    assert sum(say("print.afterwards") in page for page in read) == 3


def test_stop_stands_on_the_first_leaf_in_large_print(library, say, pages):
    """Of every scenario, with the longest manner and twist that fit."""
    found = draw_roleplays(library, 1, sum(card.risk == "none" for card in library.scenarios), Wanted())
    stances, twists = ({card.id: card for card in cards} for cards in (library.stances, library.twists))

    def length(pair):
        return sum(len(text) for card in pair if card for text in texts(msgspec.to_builtins(card)))

    longest = []
    for play in found:
        pairs = [
            (stances[stance], twists.get(twist))
            for stance, fitting in library.fits[play.scenario.id].stances.items()
            for twist in fitting or (None,)
        ]
        stance, twist = max(pairs, key=length)
        longest.append(msgspec.structs.replace(play, stance=stance, twist=twist))
    read = pages(role_pdf(longest, "client", library.instrument, say, origin="", large=True))
    stops = [i for i, page in enumerate(read) if say("sheet.stop.client") in page]
    assert len(stops) == len(found)
    starts = [i for i, page in enumerate(read) if re.search(rf"{say('print.card', number='')}\d+ [A-Z]", page[:60])]
    assert [(start, stop) for start, stop in zip(starts, stops, strict=True) if stop > start + 1] == []


@pytest.mark.parametrize("minutes", [7, 22, 45])
def test_a_cue_moves_along_with_the_talk(minutes, library, dutch):
    """Minute 25 of a card of thirty is no minute of a shorter talk."""
    card = next(card for card in library.scenarios if card.id == "sc-011")
    play = next(play for play in draw_roleplays(library, 1, 60, Wanted()) if play.scenario.id == card.id)
    seen = view(msgspec.structs.replace(play, minutes=minutes), "client", dutch)
    cues = [part["minute"] for part in seen["scenario"]["elicits"] if part["minute"] is not None]
    assert cues == [25 * minutes // card.minutes]


def test_what_is_counted_has_boxes_that_fit(library, dutch):
    """A minute is written in one box, ideas of two people in a row each, all else in one row of strokes."""
    plays = {play.observer_task.id: play for play in draw_roleplays(library, 1, 100, Wanted())}
    rows = {}
    for card in library.observer_tasks:
        play = msgspec.structs.replace(next(iter(plays.values())), observer_task=card)
        sheet = role_sheet(play, "observer", library.instrument, dutch)
        rows[card.id] = next(part["rows"] for part in sheet["parts"] if part["kind"] == "tally")
    assert rows["ob-016"] == ["minuut"]
    assert rows["ob-006"] == ["de cliënt", "de professional"]
    assert rows["ob-010"] == []


def test_a5_text_is_of_a_size_to_read(pdf, told):
    """No line of a client's A5 sheet below 9 points."""
    heights = [
        float(b) - float(a)
        for a, b in re.findall(
            r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', told("pdftotext", pdf("client", paper="a5"), "-bbox")
        )
    ]
    assert sorted(heights)[len(heights) // 2] > 11


def test_what_does_not_fit_an_a5_leaf_flows_on(with_text, pdf, pages):
    """A long text takes another leaf instead of being refused."""
    read = pages(pdf("client", some=[with_text("situation", "Dit is een lange zin. " * 200)], paper="a5"))
    assert len(read) > 2
    assert " ".join(read).count("Dit is een lange zin.") == 200


def test_large_print_is_large_and_unbroken(pdf, told):
    """18 points for text, no word broken at a line end."""
    made = pdf("client", large=True)
    boxes = told("pdftotext", made, "-bbox")
    assert "\u00ad" not in boxes
    heights = [float(b) - float(a) for a, b in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', boxes)]
    assert sorted(heights)[len(heights) // 2] > 18


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("reader", ["client", "trainer"])
def test_hostile_text_is_printed_as_it_stands(text, reader, with_text, pdf, pages):
    """Markup of any kind is just signs."""
    play = with_text("situation", text)
    assert " ".join(text.split()) in " ".join(pages(pdf(reader, some=[play])))


def test_text_that_never_fits_is_refused(with_text, pdf):
    """Named by its card, not cut off."""
    with pytest.raises(TextTooLong) as found:
        pdf("client", some=[with_text("situation", "Dit is een lange zin. " * 300)])
    assert re.fullmatch(r"sc-\d{3}", found.value.words["card"])


def test_long_word_stays_on_the_page(with_text, pdf, told):
    """No word runs into the margin, whatever is written."""
    made = pdf("client", some=[with_text("best_hope", "aaaa" * 60 + " einde")])
    right = [float(x) for x in re.findall(r'xMax="([\d.]+)"', told("pdftotext", made, "-bbox"))]
    assert max(right) < 595


def test_sign_without_a_glyph_is_refused(with_text, pdf):
    """An empty box would be worse."""
    with pytest.raises(SignNotInFont):
        pdf("client", some=[with_text("best_hope", "Weer \U0001f600 zijn")])


def test_trema_never_opens_a_broken_line(dutch, told):
    """`be-ïnvloeden` is no Dutch; the word moves down whole."""
    part = {"kind": "text", "label": "x", "text": "beïnvloeden geëngageerde coöperatie reünie " * 40}
    sheet = {"key": "x", "over": "", "tag": "", "title": "x", "foot": "", "parts": [part]}
    raw = told("pdftotext", typeset("sheets", {"title": "x", "sheets": [sheet]}, "nl"), "-bbox")
    assert not re.search(r"\u00ad|>[ïëö]", raw)


def test_guided_card_carries_the_help_lines(library, plays, dutch, pages):
    """On every reader's sheet."""
    scenario = msgspec.structs.replace(plays[0].scenario, risk="guided")
    play = msgspec.structs.replace(plays[0], scenario=scenario)
    for reader in READERS:
        assert "113" in " ".join(pages(role_pdf([play], reader, library.instrument, dutch, origin="", large=False)))
