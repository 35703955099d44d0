"""What stands beside a profile or a comparison, as sections: after everything that is in it."""

from __future__ import annotations

from sst_training.model.phrases import Phrases
from sst_training.rating.beside import Beside
from sst_training.sheets import beside_words, description_words
from sst_training.sheets.sections import Section, facts, section, table, text


def beside_sections(beside: Beside, say: Phrases) -> list[Section]:
    """What was expected, counted and felt; each client's form with the first question; the talk in figures."""
    found = []
    if rows := beside_words.rows(beside, say):
        found.append(section(say("beside.title"), facts(rows), name="beside"))
    for number, client in enumerate(beside.clients, 1):
        wished = beside_words.wished(client, say)
        found.append(
            section(
                say("beside.client.title", label=client.label),
                facts(beside_words.marks(client, say)),
                text(wished) if wished else None,
                text(beside_words.first_question(client, say), strong=True),
                text(say("beside.client.how"), quiet=True),
                name=f"client-{number}",
            )
        )
    if beside.description is not None:
        rows_ = description_words.voice_rows(beside.description, say)
        lines = [text(line, quiet=True) for line in description_words.lines(beside.description, say)]
        found.append(section(say("described.title"), table(rows_) if rows_ else None, *lines, name="described"))
    return found
