"""The day pack, read back from the finished files."""

from __future__ import annotations

import errno
import re
import subprocess
from datetime import datetime

import msgspec
import pytest

from sst_training.draw.day import draw_day
from sst_training.errors import FolderNotEmpty, OutputUnwritable, UnknownId
from sst_training.model.day import Break, Day, Options, Seats
from sst_training.sheets import whole_folder
from sst_training.sheets.day_pack import day_pack, pack_documents, write_day_pack
from sst_training.sheets.day_slots import DayCards, too_early
from sst_training.sheets.day_trainer import size_words
from sst_training.sheets.typeset import typeset, typeset_with_warnings

START = datetime(2026, 12, 5, 9, 30)
PACK = ["trainer.pdf", "therapist.pdf", "client.pdf", "observer.pdf", "own-issue.pdf", "room.pdf", "day.json"]


@pytest.fixture(scope="module")
def day(make_day):
    """Seven people (a group of four), three rounds, the second with own issues."""
    return make_day(7, 3, own=(2,))


@pytest.fixture(scope="module")
def pack(day, library, say):
    """The pack of that day."""
    return day_pack(day, library, say)


def texts_hidden(day, library):
    """Every text on the cards of a day that is the client's alone."""
    cards = DayCards(day, library)
    for slot in day.slots:
        if slot.mode == "own-issue":
            yield from cards.fallback(slot).client_only
            yield from (prompt.text for prompt in cards.lines(slot))
        else:
            play = cards.play(slot)
            yield from play.scenario.client_only
            yield from (*play.stance.behaviours, play.stance.softens_when, play.stance.hardens_when)
            if play.twist:
                yield from (play.twist.text, play.twist.revert)


def ids(day):
    """Every card id of a day."""
    return set(re.findall(r'"([a-z]{2}-\d{3})"', msgspec.json.encode(day).decode()))


def test_pack_is_these_files(pack):
    """One a reader, and the day itself."""
    assert sorted(pack) == sorted(PACK)


@pytest.mark.parametrize("name", ["therapist.pdf", "client.pdf", "observer.pdf", "own-issue.pdf", "room.pdf"])
def test_seed_and_ids_are_the_trainers_alone(name, pack, day, pages, told):
    """Text, title and metadata."""
    said = " ".join(pages(pack[name])) + told("pdfinfo", pack[name]) + told("pdfinfo", pack[name], "-meta")
    assert [one for one in {day.seed, day.library, *ids(day)} if one in said] == []


@pytest.mark.parametrize("name", ["therapist.pdf", "room.pdf"])
def test_no_five_words_of_the_client_elsewhere(name, pack, day, library, say, pages, shared):
    """Not on the professional's sheets, and not on the wall."""
    text = " ".join(pages(pack[name]))
    assert [one for one in texts_hidden(day, library) if shared(text, say.text(one))] == []


def test_trainer_has_seed_ids_and_all_texts(pack, day, library, say, pages):
    """Start code, every id, every text of the client."""
    text = " ".join(pages(pack["trainer.pdf"]))
    assert [one for one in {day.seed, *ids(day)} if one not in text] == []
    assert [one for one in texts_hidden(day, library) if " ".join(say.text(one).split()) not in text] == []


@pytest.mark.parametrize("reader", ["therapist", "client", "observer"])
def test_each_sheet_begins_on_a_right_hand_page(reader, pack, day, say, pages):
    """By round, group and person; between them nothing but a sheet's own back."""
    read = pages(pack[f"{reader}.pdf"])
    seats = [
        (slot, person)
        for slot in day.slots
        for person in (slot.seats.observers if reader == "observer" else [getattr(slot.seats, reader)])
    ]
    for i, (slot, person) in enumerate(seats):
        tag = f"{say('print.round', round=slot.round)} · {say('print.group', group=slot.group)}"
        assert f"{tag} · {say('print.participant', participant=person)}" in read[2 * i]
    assert len(read) == 2 * len(seats) - (0 if read[-1] and len(read) % 2 == 0 else 1)
    for i, (slot, _) in enumerate(seats[:-1]):
        own_back = reader == "client" and slot.mode == "own-issue"
        assert (say("own_issue.spare_intro") in read[2 * i + 1]) if own_back else read[2 * i + 1] == ""


def test_therapist_sheet_of_an_own_issue_is_always_the_same(day, library, say):
    """Other lines, another spare card: not a word differs."""
    other = tuple(
        msgspec.structs.replace(slot, fallback="sc-001", prompts=slot.prompts[::-1])
        if slot.mode == "own-issue"
        else slot
        for slot in day.slots
    )
    changed = msgspec.structs.replace(day, slots=other)
    made = [pack_documents(one, library, say, by="round", large=False)["therapist.pdf"] for one in (day, changed)]
    assert made[0] == made[1]


def test_every_observer_has_a_sheet(pack, day, say, pages):
    """A group of four has two."""
    read = [page for page in pages(pack["observer.pdf"]) if page]
    assert len(read) == sum(len(slot.seats.observers) for slot in day.slots)


def test_room_has_the_wall_signs_and_cards(pack, day, say, pages):
    """Schedule, table signs, agreements, help lines, recording, out of role, debrief."""
    text = " ".join(pages(pack["room.pdf"]))
    wanted = [say(f"print.{name}") for name in ("room.wall", "help", "recording", "derole", "debrief")]
    assert [one for one in [*wanted, say("own_issue.opt_out"), "088 0767 000", "112"] if one not in text] == []


def test_wall_says_where_each_one_sits(pack, day, say, pages):
    """Participant 1 in round 1: group and letter."""
    assert re.search(rf"\b1 1 {say('print.letter.therapist')} ", pages(pack["room.pdf"])[0])


def test_one_round_is_said_as_one(make_day, dutch):
    """A day of one round is no day of `1 rondes`."""
    assert size_words(make_day(6, 1), dutch) == "6 deelnemers · 1 ronde"


def test_a_known_start_puts_the_rounds_on_the_clock(day, library, say):
    """Begun at 9:30, a round takes 40 minutes: 10:10 on the wall and with the trainer, and nothing else changes."""
    plain, timed = (pack_documents(day, library, say, by="round", start=start) for start in (None, START))
    changed = {name for name in plain if plain[name] != timed[name]}
    clocks = [made["trainer.pdf"][1]["rounds"][1]["clock"]["rows"] for made in (plain, timed)]

    assert changed == {"trainer.pdf", "room.pdf"}
    assert clocks[0][0][1:] == ["0", "3", "25", "27", "34", "38", "40"]
    assert clocks[1][0][1:] == ["10:10", "10:13", "10:35", "10:37", "10:44", "10:48", "10:50"]
    assert clocks[0][1] == clocks[1][1]
    assert timed["room.pdf"][1]["rounds"]["skills"][1][1].startswith("10:10 · ")
    assert [row[1] for row in timed["room.pdf"][1]["rounds"]["table"]["rows"]] == ["09:30", "10:10", "10:50"]


def test_the_wall_shows_the_break_and_the_end(library, say):
    """Eight people, three rounds from 9:30, a break of a quarter after the second."""
    day = draw_day(library, 8, 3, Options(breaks=(Break(2, 15),)), "1", say.lang)
    plain, timed = (
        pack_documents(day, library, say, by="round", start=start)["room.pdf"][1]["rounds"]["skills"]
        for start in (None, START)
    )

    assert [number for number, _ in timed] == ["1", "2", "", "3", ""]
    assert [words[:5] for _, words in timed] == ["09:30", "10:10", "10:50", "11:05", "11:45"]
    assert [number for number, _ in plain] == ["1", "2", "", "3"]
    assert "15" in plain[2][1]


def test_an_own_issue_round_tells_the_trainer_how_it_goes(day, library, say):
    """Four lines on its page, on no other; and who keeps the time is told only where nobody is left to."""
    rounds = pack_documents(day, library, say, by="round")["trainer.pdf"][1]["rounds"]
    own = {slot.round for slot in day.slots if slot.mode == "own-issue"}
    alone = say("print.missing.unwatched")

    assert own
    assert {at for at, page in enumerate(rounds, 1) if len(page["how"]) == 4} == own
    for page in rounds:
        unwatched = any(alone in words for group in page["groups"] for _, words in group["missing"])
        assert (say("print.missing.unwatched.how") in page["hints"]) == unwatched


def test_no_card_of_the_trainer_begins_at_the_foot_of_a_page(library, say, pages):
    """Thirty people and six rounds, some forty scenarios: each stands on one page with its first line."""
    day = draw_day(library, 30, 6, Options(), "1", say.lang)
    template, data = pack_documents(day, library, say, by="round")["trainer.pdf"]
    read = pages(typeset(template, {**data, "rounds": []}, say.lang))
    cards = {card.id: card for card in library.scenarios}

    for card_id in sorted({slot.scenario for slot in day.slots}):
        title, line = (" ".join(say.text(text).split()) for text in (cards[card_id].title, cards[card_id].opening_line))
        assert any(f"{card_id} {title}" in page and line in page for page in read), card_id


def test_day_json_is_the_day(pack, day):
    """It can be read back and printed again."""
    assert msgspec.json.decode(pack["day.json"], type=Day) == day


def test_same_day_gives_the_same_bytes(pack, day, library, say):
    """Printing twice is printing once."""
    assert day_pack(day, library, say) == pack


def test_person_gets_only_their_own_sheets_in_order(day, library, say, pages):
    """A file a participant, by round."""
    files = day_pack(day, library, say, by="person")
    for person in range(1, 8):
        read = [page for page in pages(files[f"participant-{person:02}.pdf"]) if page]
        mine = say("print.participant", participant=person)
        tags = [page for page in read if mine in page]
        assert len(tags) == len(read)
        rounds = [number for page in tags for number in range(1, 4) if say("print.round", round=number) in page]
        assert rounds == sorted(rounds)


def test_sheet_that_would_give_away_a_talk_is_handed_out_later(day, library, dutch, pages):
    """Who leads a scenario in round 1 and plays its client in round 3 does not get that sheet beforehand."""
    first = day.slots[0]
    lead, other, third = first.seats.everyone
    again = msgspec.structs.replace(first, round=3, seats=Seats(other, lead, (third,)))
    slots = (*(slot for slot in day.slots if slot.round != 3), again)
    changed = msgspec.structs.replace(day, slots=slots)
    assert too_early(changed, lead) == {3}
    files = day_pack(changed, library, dutch, by="person")
    assert "later.pdf" in files
    assert "Ronde 3" not in " ".join(pages(files[f"participant-{lead:02}.pdf"]))
    assert f"{lead} (3)" in " ".join(pages(files["trainer.pdf"]))


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("large", [False, True])
def test_typesetter_has_no_remarks(large, paper, day, library, say):
    """In no document of the pack."""
    for name, (template, data) in pack_documents(day, library, say, by="round", large=large, paper=paper).items():
        assert (name, typeset_with_warnings(template, data, say.lang)[1]) == (name, [])


@pytest.mark.parametrize("name", [name for name in PACK if name.endswith(".pdf")])
def test_all_that_is_printed_is_dark(name, pack, tmp_path):
    """On a printer without greys a light tone falls apart into dots, so there is none: dark on white."""
    (tmp_path / "x.pdf").write_bytes(pack[name])
    sharp = ["-gray", "-r", "50", "-aa", "no", "-aaVector", "no"]
    subprocess.run(["pdftoppm", *sharp, str(tmp_path / "x.pdf"), str(tmp_path / "x")], check=True)
    tones = set()
    for page in tmp_path.glob("x*.pgm"):
        raw = page.read_bytes()
        tones |= set(raw[re.match(rb"P5\s+\d+\s+\d+\s+255\s", raw).end() :])
    assert 0 in tones
    assert [tone for tone in tones if 115 < tone < 255] == []


def test_card_that_is_gone_is_named(day, library, dutch):
    """An old day whose card the library no longer has."""
    slots = (msgspec.structs.replace(day.slots[0], scenario="sc-998"), *day.slots[1:])
    with pytest.raises(UnknownId) as found:
        day_pack(msgspec.structs.replace(day, slots=slots), library, dutch)
    assert found.value.words["id"] == "sc-998"


def test_pack_is_written_into_a_new_or_an_empty_folder(day, library, dutch, tmp_path):
    """Both work; nothing else is left beside them."""
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        write_day_pack(day, library, dutch, tmp_path / name)
        assert sorted(path.name for path in (tmp_path / name).iterdir()) == sorted(PACK)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "new"]


def test_folder_with_files_is_left_alone(day, library, dutch, tmp_path):
    """Refused, and what stood there still stands."""
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(FolderNotEmpty):
        write_day_pack(day, library, dutch, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("place", ["file.txt", "file.txt/pack", "gone/pack"])
def test_place_that_cannot_be_a_folder_is_refused(place, day, library, dutch, tmp_path):
    """A file, below a file, below nothing."""
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(OutputUnwritable):
        write_day_pack(day, library, dutch, tmp_path / place)


@pytest.mark.parametrize("there", [False, True])
def test_full_disk_leaves_nothing_that_looks_whole(there, day, library, dutch, tmp_path, monkeypatch):
    """The third file does not fit: no pack, no remains, an empty folder stays empty."""
    out, written, real = tmp_path / "pack", [], whole_folder.write_flushed
    if there:
        out.mkdir()

    def full(path, content):
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        real(path, content)

    monkeypatch.setattr(whole_folder, "write_flushed", full)
    with pytest.raises(OutputUnwritable):
        write_day_pack(day, library, dutch, out)
    assert [path.name for path in tmp_path.rglob("*")] == (["pack"] if there else [])
