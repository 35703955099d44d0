"""`sst check [PATH]`: every problem of every card, each on its line."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.frame import Argument, Command, desk
from sst_training.model.phrases import Phrases
from sst_training.model.problem import Problem


@click.command("check", cls=Command, json=True)
@click.argument("path", cls=Argument, required=False, type=click.Path(exists=True, path_type=Path))
def command(path: Path | None, as_json: bool) -> None:
    """`sst check`."""
    from sst_training.library.check import check
    from sst_training.library.locate import checkout

    here = desk()
    root = checkout(path)
    problems, cards = check(root, None if path is None or path.resolve() == root else path)
    if as_json:
        here.out_json({"problems": [as_data(problem, here.phrases) for problem in problems], "cards": cards})
    else:
        for problem in problems:
            data = as_data(problem, here.phrases)
            hint = f" {data['hint']}" if data["hint"] else ""
            here.out(f"{problem.path}:{problem.line}: {problem.code} {data['message']}{hint}")
        total = sum(cards.values())
        here.remark(here.phrases("check.found" if problems else "check.clean", problems=len(problems), cards=total))
    if problems:
        click.get_current_context().exit(1)


def as_data(problem: Problem, say: Phrases) -> dict[str, object]:
    """A problem with its sentence and hint."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": sentence(problem, say),
        "hint": say(f"check.{problem.code}.hint", **problem.words) if f"check.{problem.code}.hint" in say else None,
    }


def sentence(problem: Problem, say: Phrases) -> str:
    """What a problem says; a rule without a sentence yet says the first line of its docstring."""
    if f"check.{problem.code}" in say:
        words = say(f"check.{problem.code}", **problem.words)
        near = problem.words.get("near")
        return words + (" " + say("check.near", near=near) if near else "")
    from sst_training.library.rules import all_rules

    rule = next((rule for rule in all_rules() if rule.code == problem.code), None)
    return ((rule.__doc__ or "") if rule else problem.code).splitlines()[0]
