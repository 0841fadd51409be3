"""Scorecards: how much each sign of a statement speaks for a requirement, read from two tables of data/lexicon/en.

scorecards.tsv tells what shows a requirement, grade_scorecards.tsv whether what shows it shows the whole or a part of it. A table has a
row for each sign and a column for each card, under comments. What a statement starts from comes first, in brackets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from resume_match.lexicon import read_lines

Points = npt.NDArray[np.int32]
"""Hundredths of log-odds: whole numbers, whose sum depends neither on their order nor on the machine."""

Rows = npt.NDArray[np.intp]

BASE = "(start)"


@dataclass(frozen=True, slots=True, eq=False)
class Scorecards:
    """Scorecards side by side, one column each, in the order of `names`.

    What a statement starts from, the points of its signs and what it gets for a pattern (data/lexicon/en/calibration.toml) add up to 0 or
    more where a careful reader would tick the requirement, and to 110 more where three times as likely. Where the sum of a card of grades
    is below 0, so much is taken away: the statement tells of a part only. `rows` leads from each of `signs` to its row of `points`.
    """

    names: tuple[str, ...]
    base: Points
    signs: tuple[str, ...]
    rows: dict[str, int]
    points: Points

    def under(self, columns: Iterable[tuple[str, str]]) -> Scorecards:
        """These cards in another order and under other names: pairs of the new name and the card's. KeyError for one that is not here."""
        place = {name: column for column, name in enumerate(self.names)}
        pairs = tuple(columns)
        chosen = [place[card] for _, card in pairs]
        return Scorecards(
            names=tuple(name for name, _ in pairs),
            base=self.base[chosen],
            signs=self.signs,
            rows=self.rows,
            points=np.ascontiguousarray(self.points[:, chosen]),  # row by row, as signs ask for them
        )

    def rows_of(self, signs: Iterable[str]) -> frozenset[int]:
        """The rows of the signs that a card knows."""
        return frozenset([row for row in map(self.rows.get, signs) if row is not None])

    def of_rows(self, rows: frozenset[int]) -> Points:
        """The sum of the points of some rows, one number for each card."""
        points: Points = np.add.reduce(self.points.take(_as_array(rows), axis=0), axis=0, dtype=np.int32)
        return points

    def given(self, column: int, rows: frozenset[int]) -> dict[str, int]:
        """Sign -> the points that the card of a column gives it, for those of some rows that these cards have."""
        known = self._known(rows)
        return dict(zip(map(self.signs.__getitem__, known.tolist()), self.points[known, column].tolist(), strict=True))

    def total(self, column: int, rows: frozenset[int]) -> int:
        """The sum of the points that the card of a column gives for those of some rows that these cards have."""
        return sum(self.points[self._known(rows), column].tolist())

    def _known(self, rows: frozenset[int]) -> Rows:
        given = _as_array(rows)
        return given[given < len(self.signs)]

    def of_passages(self, passages: Iterable[frozenset[int]]) -> Points:
        """The points of several sets of rows, of at least one: a row for each, a column for each card."""
        return np.stack([self.of_rows(rows) for rows in passages])

    def of_signs(self, signs: Iterable[str]) -> Points:
        """The sum of the points of signs, one number for each card; signs that no card knows give none."""
        return self.of_rows(self.rows_of(signs))


def _as_array(rows: frozenset[int]) -> Rows:
    return np.fromiter(rows, np.intp, len(rows))  # faster than from a list, which numpy first looks through for the kind of its numbers


@cache
def scorecards() -> Scorecards:
    """All scorecards; the name of each is the id of the bundled profile's requirement that it was made for."""
    return _read("scorecards.tsv")


@cache
def grade_scorecards() -> Scorecards:
    """A card of grades for each of the scorecards, under the same name."""
    return _read("grade_scorecards.tsv")


def _read(file: str) -> Scorecards:
    header, *lines = read_lines(file)  # of lists of strings only: a tuple for each line would have the collector of garbage go over all
    signs = tuple([line[: line.index("\t")] for line in lines])
    cells = "".join([line[line.index("\t") :] for line in lines])
    points = np.fromstring(cells[1:], dtype=np.int32, sep="\t").reshape(len(lines), -1)
    rows = dict(zip(signs, range(len(signs)), strict=True))
    return Scorecards(tuple(header.split("\t")[1:]), points[rows[BASE]], signs, rows, points)
