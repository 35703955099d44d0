"""`sst sessions show CODE`: one session, who looked at it and where the files are; what was seen stays closed."""

from __future__ import annotations

import click

from sst_training.cli.data_folder import code_of, data_option, observations, open_store
from sst_training.cli.frame import Argument, Command, desk
from sst_training.cli.layout import heading, table, wrap
from sst_training.cli.sections_text import sections_text
from sst_training.cli.sessions_list import line, row
from sst_training.rating.beside import Beside
from sst_training.rating.times import clock
from sst_training.sheets.beside_sections import beside_sections
from sst_training.sheets.report_words import date_words


@click.command("show", cls=Command, json=True, key="sessions.show")
@click.argument("code", cls=Argument, type=code_of)
@data_option
def command(code: str, data: str | None, as_json: bool) -> None:
    """`sst sessions show`."""
    here = desk()
    store = open_store(data, here, reading=True)
    found = observations(store, code)
    annex = store.annexes.of_session(found[0][1].session)
    skills = here.library.instrument.skills
    if as_json:
        told = [{**line(rating, skills), "file": str(one.path)} for one, rating in found]
        beside = {"description": annex and annex.description, "chosen": annex and annex.chosen}
        here.out_json({"session": code, "observations": told, **beside})
        return
    say, first = here.phrases, found[0][1]
    facts = " ".join(
        (date_words(say, first.date) + " ·", say(f"score.kind.{first.session_kind}"), first.scenario or "")
    )
    lines = [heading(say("sessions.title", session=code)), facts.rstrip()]
    if first.recording is not None:
        lines.append(say("sessions.recording", name=first.recording.name, length=clock(first.recording.seconds)))
    if first.consent is not None:
        lines.append(say("sessions.erase_by", date=date_words(say, first.consent.erase_by)))
    lines += ["", table([row(rating, say, skills)[2:] for _, rating in found]), ""]
    lines += [wrap(f"{rating.rater.label}: {click.format_filename(one.path)}") for one, rating in found]
    if annex is not None and annex.chosen is not None:
        item = here.library.instrument.item(annex.chosen.skill)
        skill = say.text(item.text) if item else annex.chosen.skill
        lines += ["", wrap(say("sessions.chosen", skill=skill, date=date_words(say, annex.chosen.date)))]
    if annex is not None and annex.description is not None:
        lines += ["", *sections_text(beside_sections(Beside(description=annex.description), say))]
    here.out("\n".join(lines))
