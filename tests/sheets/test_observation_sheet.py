"""The observation list on paper: everything that `sst rate` asks, in its order, on one sheet of paper."""

from __future__ import annotations

import pytest

from sst_training.sheets.observation_sheet import observation_data, observation_sheet
from sst_training.sheets.typeset import typeset_with_warnings


@pytest.mark.parametrize("chosen", [(), ("focus",), ("focus", "listen", "takeaway")], ids=len)
def test_one_sheet_of_paper(library, say, chosen, pages):
    """Both sides for the whole list, one for a training day; the typesetter remarks nothing."""
    pdf, remarks = typeset_with_warnings("observation", observation_data(library.instrument, chosen, say), say.lang)

    assert remarks == []
    assert len(pages(pdf)) == (1 if chosen else 2)


def test_every_behaviour_in_the_order_of_asking(library, say, pages):
    """Basics, advanced, what hindered; skill after skill."""
    text = " ".join(" ".join(pages(observation_sheet(library.instrument, (), say))).split())
    order = [tick for item in library.instrument.items for tick in item.ticks]
    kinds = ["basic", "advanced", "harm", "safety"]
    places = [text.find(say.text(tick.text)[:25]) for tick in order]

    assert all(place >= 0 for place in places)
    assert places == sorted(places)
    for item in library.instrument.items:
        found = [kinds.index(tick.kind) for tick in item.ticks]
        assert found == sorted(found)


def test_what_is_asked_of_the_session_has_its_place(library, say, pages):
    """The kind of talk, who was blind, both yeses, the day of erasing; and a prediction, before anything else."""
    text = " ".join(" ".join(pages(observation_sheet(library.instrument, ("focus",), say))).split())
    names = [f"print.observation.{name}" for name in ("kind", "heard", "informed", "agreed", "erase_by", "prediction")]
    places = [text.find(say(name)) for name in names]

    assert min(places) >= 0
    assert places == sorted(places)
    assert places[-1] < text.find(say.text(library.instrument.item("focus").ticks[0].text)[:25])


def test_not_validated_is_in_plain_sight(library, say, pages):
    """On each side."""
    assert all(
        say.text(library.instrument.status) in page for page in pages(observation_sheet(library.instrument, (), say))
    )
