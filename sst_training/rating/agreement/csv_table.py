"""Reads a table of units by raters from CSV: header `unit[,recording],<rater>,<rater>…`, an empty cell is missing.

What cannot be read is a Problem with its line; a spreadsheet's semicolons and decimal commas are read too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from sst_training.model.problem import Problem
from sst_training.rating.agreement.table import Table, Unit, categories_of, numbers_of, plain

MOST_CATEGORIES: Final = 30
MOST_RATERS: Final = 50
MOST_UNITS: Final = 20_000
MOST_PROBLEMS: Final = 200
MOST_SIGNS: Final = 100
"""In one cell."""

CODES: dict[str, str] = {
    "A101": "no header that begins with unit",
    "A102": "fewer than two raters",
    "A103": "a name twice",
    "A104": "another number of cells than the header",
    "A105": "a value that is not on the scale",
    "A106": "a unit without a recording where others have one",
    "A107": "too much for one table",
    "A108": "quotes that do not close",
    "A109": "no row with a value",
    "A110": "a name that is lacking",
}
"""Every code and what it stands for. The sentences are in locales/, under `agreement.<code>`."""

Row = tuple[int, str, str | None, list[str]]
"""Line, unit, recording, one value a rater."""


def read_table(text: str, path: str, scale: Sequence[str] | None = None) -> tuple[Table | None, list[Problem]]:
    """The table in a CSV text, or None and every problem in it, in the order of the file.

    scale: the categories in their order; without it those seen.
    """
    reading = _Reading(path, None if scale is None else [plain(value) for value in scale])
    return reading.table(text)


class _Reading:
    def __init__(self, path: str, scale: list[str] | None) -> None:
        self.path, self.scale = path, scale
        self.problems: list[Problem] = []
        self.raters: list[str] = []
        self.has_recording = False
        self.comma_decimals = False

    def problem(self, line: int, code: str, **words: object) -> None:
        said = {name: str(word) for name, word in words.items()}
        self.problems.append(Problem(path=self.path, line=line, column=1, code=code, words=said))

    def table(self, text: str) -> tuple[Table | None, list[Problem]]:
        rows = self.rows(text)
        values = [value for _, _, _, cells in rows for value in cells if value]
        if not self.problems and not values:
            self.problem(1, "A109")
        if not self.problems and self.scale is None and len(set(values)) > MOST_CATEGORIES:
            self.problem(1, "A107", what=len(set(values)), most=MOST_CATEGORIES)
        if self.problems:
            return None, self.problems
        categories, ordered = categories_of(values, self.scale)
        place: dict[str, int | None] = {category: i for i, category in enumerate(categories)}
        return Table(
            raters=tuple(self.raters),
            categories=categories,
            numbers=numbers_of(categories),
            ordered=ordered,
            fixed=self.scale is not None,
            units=tuple(Unit(unit, recording, tuple(map(place.get, cells))) for _, unit, recording, cells in rows),
        ), []

    def rows(self, text: str) -> list[Row]:
        first = text.lstrip("\r\n").split("\n", 1)[0]
        self.comma_decimals = ";" in first and "," not in first
        found: list[Row] = []
        names: set[str] = set()
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if self.comma_decimals else ",", strict=True)
        try:
            header = False
            for cells in reader:
                line = reader.line_num
                trimmed = [cell.strip() for cell in cells]
                if not any(trimmed):
                    continue
                if not header:
                    header = True
                    if not self.header(line, trimmed):
                        break
                elif row := self.row(line, trimmed, names):
                    found.append(row)
                if len(self.problems) >= MOST_PROBLEMS:
                    break
                if len(found) > MOST_UNITS:
                    self.problem(line, "A107", what=len(found), most=MOST_UNITS)
                    break
            if not header:
                self.problem(1, "A101")
        except csv.Error:
            self.problem(max(reader.line_num, 1), "A108")
        return found

    def header(self, line: int, cells: list[str]) -> bool:
        if cells[0].lower() != "unit":
            self.problem(line, "A101")
            return False
        self.has_recording = len(cells) > 1 and cells[1].lower() == "recording"
        self.raters = cells[1 + self.has_recording :]
        if len(self.raters) < 2:
            self.problem(line, "A102")
        if len(self.raters) > MOST_RATERS:
            self.problem(line, "A107", what=len(self.raters), most=MOST_RATERS)
            return False
        for place, name in enumerate(self.raters):
            if not name or len(name) > MOST_SIGNS:
                self.problem(line, "A110")
            elif name in self.raters[:place]:
                self.problem(line, "A103", name=name[:MOST_SIGNS])
        return not self.problems

    def row(self, line: int, cells: list[str], names: set[str]) -> Row | None:
        wanted = 1 + self.has_recording + len(self.raters)
        if len(cells) != wanted:
            self.problem(line, "A104", found=len(cells), wanted=wanted)
            return None
        unit = cells[0]
        if not unit or max(map(len, cells)) > MOST_SIGNS:
            self.problem(line, "A110")
            return None
        recording = cells[1] if self.has_recording else None
        if recording == "":
            self.problem(line, "A106", unit=unit)
        if (key := f"{recording}\0{unit}") in names:
            self.problem(line, "A103", name=unit)
        names.add(key)
        values = [plain(cell.replace(",", ".") if self.comma_decimals else cell) for cell in cells[-len(self.raters) :]]
        if self.scale is not None:
            for value in values:
                if value and value not in self.scale:
                    self.problem(line, "A105", value=value, scale=", ".join(self.scale))
        return line, unit, recording, values
