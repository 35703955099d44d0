"""Problems in a rating file, gathered with the line each stands on."""

from __future__ import annotations

from collections.abc import Mapping

from sst_training.model.problem import Problem

Where = tuple[str | int, ...]
Marks = Mapping[Where, tuple[int, int]]


class Findings:
    """Gathers the problems of one file. `marks` tells where each part of the data stands (line, column from 1)."""

    def __init__(self, path: str, marks: Marks) -> None:
        self.path, self.marks = path, marks
        self.problems: list[Problem] = []

    def add(self, code: str, *where: str | int, **words: object) -> None:
        """Notes a problem. A place without a mark takes its parent's, else the file's first line."""
        place: Where = where
        while place and place not in self.marks:
            place = place[:-1]
        line, column = self.marks.get(place, (1, 1))
        said = {name: str(value) for name, value in words.items()} | {"at": ".".join(map(str, where))}
        self.problems.append(Problem(path=self.path, line=line, column=column, code=code, words=said))
