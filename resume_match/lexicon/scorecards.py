"""Scorecards: how much each sign of a statement speaks for a requirement, read from two tables of data/lexicon/en.

scorecards.tsv tells what shows a requirement, grade_scorecards.tsv whether what shows it shows the whole or a part of it. A table has a
row for each sign and a column for each card, under comments. What a statement starts from comes first, in brackets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern

import numpy as np
import numpy.typing as npt

from resume_match.lexicon import read_lines

Points = npt.NDArray[np.int32]
"""Hundredths of log-odds: whole numbers, whose sum depends neither on their order nor on the machine."""

Rows = npt.NDArray[np.intp]

Joined = tuple[Sequence[str], Sequence[str]]
"""Deeds, and what each of them acts on or has beside it: the signs of every deed with every other."""

BASE = "(start)"
JOINT = ">"
"""What joins a deed in a sign with what it acts on, or with a word beside it."""


@dataclass(frozen=True, slots=True, eq=False)
class Scorecards:
    """Scorecards side by side, one column each, in the order of `names`.

    What a statement starts from, the points of its signs and what it gets for a pattern (data/lexicon/en/calibration.toml) add up to 0 or
    more where a careful reader would tick the requirement, and to 110 more where three times as likely. Where the sum of a card of grades
    is below 0, so much is taken away: the statement tells of a part only. `rows` leads from those of `signs` that are not joined to their
    rows of `points`, `joined` from a deed and what it is joined with: six of ten are, and most of their words are the same.
    """

    names: tuple[str, ...]
    base: Points
    signs: tuple[str, ...]
    points: Points
    rows: dict[str, int]
    joined: Mapping[str, dict[str, int]]

    def under(self, columns: Iterable[tuple[str, str]]) -> Scorecards:
        """These cards in another order and under other names: pairs of the new name and the card's. KeyError for one that is not here."""
        place = {name: column for column, name in enumerate(self.names)}
        pairs = tuple(columns)
        chosen = [place[card] for _, card in pairs]
        return Scorecards(
            names=tuple(name for name, _ in pairs),
            base=self.base[chosen],
            signs=self.signs,
            points=np.ascontiguousarray(self.points[:, chosen]),  # row by row, as signs ask for them
            rows=self.rows,
            joined=self.joined,
        )

    def rows_of(self, signs: Iterable[str], joined: Iterable[Joined] = ()) -> frozenset[int]:
        """The rows of the signs that a card knows: of those that are not joined, and of those that are."""
        found = list(map(self.rows.get, signs))
        for deeds, others in joined:
            for deed in deeds:
                rows = self.joined.get(deed)
                if rows is not None:
                    found += map(rows.get, others)
        return frozenset([row for row in found if row is not None])

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
    header, *lines = read_lines(file)
    signs, cells = [], []
    for line in lines:
        sign, _, points = line.partition("\t")
        signs.append(sign)
        cells.append(points)
    table = np.fromstring("\t".join(cells), dtype=np.int32, sep="\t").reshape(len(lines), -1)
    return scorecards_of(header.split("\t")[1:], table[signs.index(BASE)], signs, table)


def scorecards_of(names: Iterable[str], base: Points, signs: Sequence[str], points: Points) -> Scorecards:
    """Scorecards of these names, with a row of points for each sign."""
    rows: dict[str, int] = {}
    joined: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row, sign in enumerate(signs):
        deed, joint, other = sign.partition(JOINT)
        if joint:
            joined[deed][intern(other)] = row  # most of them are the others of other deeds too
        else:
            rows[sign] = row
    return Scorecards(tuple(names), base, tuple(signs), points, rows, joined)
