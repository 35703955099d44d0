from __future__ import annotations

from collections.abc import Callable

import pytest

from sst_training.library.locales import phrases_for
from sst_training.model.citing import label
from sst_training.model.course import Reference
from sst_training.model.phrases import Phrases
from sst_training.pages.citations import Citations, UnknownReference
from sst_training.pages.site import Site


def work(authors: str, id: str = "x-1990") -> Reference:
    """A reference by these authors."""
    return Reference(id=id, authors=authors, year="1990", title="T", status="confirmed", note={"nl": "n", "en": "n"})


@pytest.fixture
def say() -> Phrases:
    """English, for `et al.`."""
    return phrases_for("en")


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Talmon, M.", "Talmon, 1990"),
        ("Van Empel, H.", "Van Empel, 1990"),
        ("Slive, A., & Bobele, M.", "Slive & Bobele, 1990"),
        ("Hoyt, M. F., & Talmon, M. (Eds.)", "Hoyt & Talmon, 1990"),
        ("Weir, S., Wills, M., Young, J., & Perlesz, A.", "Weir et al., 1990"),
        ("Malan, D. H., et al.", "Malan et al., 1990"),
        ("Kohrt, B. A., Jordans, M. J. D., & Chua, W.-J.", "Kohrt et al., 1990"),
        ("Psychotherapy Networker", "Psychotherapy Networker, 1990"),
    ],
)
def test_how_a_work_is_named(authors: str, expected: str, say: Phrases) -> None:
    """One surname, two, or the first and others; and the year."""
    assert label(work(authors), say) == expected


def test_a_citation_becomes_a_link(say: Phrases) -> None:
    """Brackets and @ give a link to the list, from wherever the page stands."""
    cite = Citations([work("Talmon, M.")], say, "modules/history.md")
    assert cite.in_markdown("Zo [@x-1990].") == r"Zo ([Talmon, 1990](../references.md#x-1990))."


def test_a_line_of_a_reading_list_begins_with_the_work(say: Phrases) -> None:
    """Its year between brackets; elsewhere in a list a citation is one as always."""
    cite = Citations([work("Talmon, M.")], say, "modules/history.md")
    assert cite.in_markdown("- [@x-1990]: read it.") == "- [Talmon \\(1990\\)](../references.md#x-1990): read it."
    assert cite.in_markdown("- Found [@x-1990]: so.") == "- Found ([Talmon, 1990](../references.md#x-1990)): so."


def test_several_works_in_one_citation(say: Phrases) -> None:
    """Works are parted by a semicolon, and remembered in order."""
    cite = Citations([work("Talmon, M.", "a-1"), work("Bloom, B.", "b-1")], say, "index.md")
    assert cite.in_markdown("[@b-1; @a-1]") == r"([Bloom, 1990](references.md#b-1); [Talmon, 1990](references.md#a-1))"
    assert cite.cited == ["b-1", "a-1"]


def test_an_unknown_work_is_refused(say: Phrases) -> None:
    """A citation of nothing stops the build."""
    with pytest.raises(UnknownReference, match="nobody-1999"):
        Citations([], say, "index.md").in_markdown("[@nobody-1999]")


def test_code_is_left_alone(say: Phrases) -> None:
    """What stands in a fence is no citation."""
    assert Citations([], say, "index.md").in_markdown("```\n[@x]\n```") == "```\n[@x]\n```"


def test_a_figure_keeps_its_citation_until_it_is_drawn(say: Phrases) -> None:
    """A link inside a caption would break the image; the work is remembered all the same."""
    cite = Citations([work("Talmon, M.")], say, "index.md")
    line = '![alt](figure:x "Caption [@x-1990]")'
    assert cite.in_markdown(line) == line
    assert cite.cited == ["x-1990"]
    assert cite.in_html("Caption [@x-1990]") == 'Caption (<a href="references/#x-1990">Talmon, 1990</a>)'


def test_every_source_of_every_card_is_a_known_work(site: Callable[[str], Site]) -> None:
    """No card names a reference that the list lacks."""
    library = site("nl").library
    known = {one.id for one in library.references}
    cards = (
        *library.exercises,
        *library.pioneers,
        *library.stories,
        *library.questions,
        *library.terms,
        *library.scenarios,
    )
    assert {ref for card in cards for ref in card.source.ref} <= known
