"""The pieces that cards on every page share: chips, the filter form, the trainer's part."""

from __future__ import annotations

from collections.abc import Iterable

from sst_training.model.phrases import Phrases
from sst_training.pages.markup import esc, items, paragraphs, tag


def chip(text: str, kind: str = "") -> str:
    """A small label on a card."""
    return tag("span", esc(text), class_=f"sst-chip {kind}".strip())


def chips(pieces: Iterable[str]) -> str:
    """A row of chips."""
    return tag("p", " ".join(pieces), class_="sst-chips")


def level(phrases: Phrases, number: int) -> str:
    """The level in words and dots; the words are read aloud, the dots are seen."""
    dots = "".join(tag("i", "", class_="on" if n <= number else None) for n in (1, 2, 3))
    words = esc(phrases("page.level", level=number))
    return tag("span", f"{words}{tag('span', dots, class_='sst-dots', aria_hidden='true')}", class_="sst-chip")


def part(heading: str, body: str, kind: str = "") -> str:
    """A headed part of a card; nothing when the body is empty."""
    return tag("div", tag("p", tag("strong", esc(heading))) + body, class_=f"sst-part {kind}".strip()) if body else ""


def text_part(heading: str, text: str | None) -> str:
    """A headed part with paragraphs."""
    return part(heading, paragraphs(text)) if text else ""


def list_part(heading: str, texts: Iterable[str], name: str = "ul") -> str:
    """A headed part with a list."""
    return part(heading, items((esc(text) for text in texts), name))


def for_trainer(phrases: Phrases, text: str) -> str:
    """A note that shows when the trainer switch is on, or when there is no script."""
    return part(phrases("page.trainer.note"), paragraphs(text), "sst-for-trainer")


class Choice:
    """One question of a filter form: a name (also in the address), a label, and value → words."""

    def __init__(self, name: str, label: str, options: dict[str, str], at_most: bool = False) -> None:
        self.name = name
        self.label = label
        self.options = options
        self.at_most = at_most

    def html(self, phrases: Phrases) -> str:
        """A labelled select; the first option is: any."""
        options = tag("option", esc(phrases("page.filter.any")), value="")
        options += "".join(tag("option", esc(words), value=value) for value, words in self.options.items())
        mode = "most" if self.at_most else None
        select = tag("select", options, name=self.name, data_mode=mode)
        return tag("label", tag("span", esc(self.label)) + select)


def filter_form(phrases: Phrases, choices: Iterable[Choice]) -> str:
    """A form that `gallery.js` wakes up; without script it stays hidden and all cards show."""
    fields = "".join(choice.html(phrases) for choice in choices)
    reset = tag("button", esc(phrases("page.filter.reset")), type="reset")
    words = tag(
        "p", "", class_="sst-filter-count", role="status",
        data_many=phrases("page.filter.count"), data_none=phrases("page.filter.none"),
    )  # fmt: skip
    return tag("form", fields + reset + words, class_="sst-filter", hidden=True, aria_label=phrases("page.filter.name"))
