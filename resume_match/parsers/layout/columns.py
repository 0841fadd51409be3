"""Pieces to regions in reading order: columns are told apart by gutters, and rows that belong together are kept together.

A gutter is a strip that no piece crosses over several rows. Whether text is read down one side and then down the other, or across,
is decided by how the two sides stand to each other: dates and labels share the baselines of the text beside them, the lines of a
sidebar do not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from resume_match.parsers.layout.glyphs import LaidLine, Piece
from resume_match.parsers.layout.sides import SURE, HeadingRank, is_date, on_one_row, reads_down, rows_in, stand_beside, text_of

GUTTER = 6.0
"""The least width of a gutter, in points."""
BESIDE = 0.15
"""A piece this far beside a blocking one, in character sizes, no longer stands on its row."""
MOST_EDGES = 60
MOST_SPLITS_DEEP = 12
LONGEST_NOTE = 30
LINE_STEP = 1.8
WIDE_GUTTER = 24.0
"""Gutters wider than this are no better for it."""


class Aids(NamedTuple):
    """What the caller lends: `check` is called now and then and may raise, to end a long task; `rank` knows headings by wording."""

    check: Callable[[], None]
    rank: HeadingRank


class Split(NamedTuple):
    """A way to cut a block: the pieces above, left and right of the gutter, and below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]


class _Sides(NamedTuple):
    """What stands left and right of a gutter below the row at `low`; `worth` ranks gutters, the tall ones first."""

    worth: float
    low: float
    left: list[Piece]
    right: list[Piece]


def regions_of(pieces: Sequence[Piece], aids: Aids) -> list[list[LaidLine]]:
    """The lines of every region of a page, in reading order."""
    blocks = (block for block in _blocks(list(pieces), MOST_SPLITS_DEEP, aids) if block)
    return [[LaidLine(tuple(row), number) for row in rows_in(block)] for number, block in enumerate(blocks)]


def _blocks(pieces: list[Piece], depth: int, aids: Aids) -> list[list[Piece]]:
    split = _best_split(pieces, aids) if len(pieces) > 2 and depth else None
    if split is None:
        return [pieces]
    return [block for part in split if part for block in _blocks(part, depth - 1, aids)]


def _best_split(pieces: list[Piece], aids: Aids) -> Split | None:
    """The cut along the tallest gutter between sides that are read one after the other."""
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    baselines = [piece.baseline for piece in ordered]
    best: _Sides | None = None
    for edge in _edges(pieces):
        aids.check()
        for sides in _sides_of(ordered, baselines, edge):
            if (best is None or sides.worth > best.worth) and reads_down(sides.left, sides.right, aids.rank):
                best = sides
    if best is None:
        return None
    inside = {id(piece) for piece in (*best.left, *best.right)}
    rest = [piece for piece in ordered if id(piece) not in inside]
    above = [piece for piece in rest if piece.baseline <= best.low + BESIDE * piece.size]
    split = Split(above, best.left, best.right, rest[len(above) :])
    return _without_outer_lines(_up_to_heading(_without_grid(split), aids.rank), aids.rank)


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Where a right-hand column may begin: left edges that several pieces share come first."""
    counts = Counter(round(piece.left) for piece in pieces)
    leftmost = min(counts)
    ranked = sorted((edge for edge in counts if edge > leftmost + GUTTER), key=lambda edge: (-counts[edge], edge))
    return [edge - 0.6 for edge in ranked[:MOST_EDGES]]


def _sides_of(ordered: Sequence[Piece], baselines: Sequence[float], edge: float) -> Iterator[_Sides]:
    """The two sides of a gutter that ends at `edge`, for each stretch of rows that no piece crosses."""
    start = edge - GUTTER
    blockers = [piece.baseline for piece in ordered if piece.left < edge and piece.right > start]
    for low, high in pairwise((float("-inf"), *blockers, float("inf"))):
        left: list[Piece] = []
        right: list[Piece] = []
        for piece in ordered[bisect_right(baselines, low) : bisect_left(baselines, high)]:
            slack = BESIDE * piece.size
            if low + slack < piece.baseline < high - slack:
                (left if piece.right <= start else right).append(piece)
        if left and right and len(left) + len(right) > 2:
            top = max(min(piece.top for piece in side) for side in (left, right))
            height = min(max(piece.bottom for piece in side) for side in (left, right)) - top
            width = min(piece.left for piece in right) - max(piece.right for piece in left)
            if height > 0:
                yield _Sides(height * (1 + min(width, WIDE_GUTTER) / 240), low, left, right)


def _without_grid(split: Split) -> Split:
    """The split without closing rows that run across both sides (a row of figures with their labels below a two-sided header)."""
    rows_left, rows_right = rows_in(split.left), rows_in(split.right)
    shared = 0
    while shared < min(len(rows_left), len(rows_right)) and on_one_row(rows_left[-1 - shared][0], rows_right[-1 - shared][0]):
        shared += 1
    aligned = sum(any(on_one_row(row[0], other[0]) for other in rows_right) for row in rows_left)
    grid = shared >= 2 and all(len(rows_left[-1 - index]) + len(rows_right[-1 - index]) >= 3 for index in range(shared))
    if not grid or aligned > shared or min(len(rows_left), len(rows_right)) < shared + 2:
        return split
    tail = [piece for row in (*rows_left[-shared:], *rows_right[-shared:]) for piece in row]
    above, _, _, below = split
    left = [piece for row in rows_left[:-shared] for piece in row]
    right = [piece for row in rows_right[:-shared] for piece in row]
    return Split(above, left, right, [*tail, *below])


def _up_to_heading(split: Split, rank: HeadingRank) -> Split:
    """The split without what follows a heading on the left beside which the right side holds nothing, and below it only notes with dates.

    There the two-sided part of the page is over, and right-aligned dates of one-column entries begin.
    """
    rows_left, rows_right = rows_in(split.left), rows_in(split.right)
    for place, row in enumerate(rows_left[1:], 1):
        heading = row[0]
        if rank(text_of(row)) != SURE or any(stand_beside(heading, other[0]) for other in rows_right):
            continue
        lower = [other for other in rows_right if other[0].baseline > heading.baseline]
        upper = rows_right[: len(rows_right) - len(lower)]
        if not (lower and upper and any(map(is_date, lower)) and all(len(text_of(other)) <= LONGEST_NOTE for other in lower)):
            continue
        if all(any(on_one_row(other[0], below[0]) for below in rows_left[place:]) for other in lower):
            tail = [piece for rows in (rows_left[place:], lower) for other in rows for piece in other]
            left = [piece for other in rows_left[:place] for piece in other]
            return Split(split.above, left, [piece for other in upper for piece in other], [*tail, *split.below])
    return split


def _without_outer_lines(split: Split, rank: HeadingRank) -> Split:
    """The split without the lines on the left that belong to the one-column text before or after the two-sided part.

    At the top these are short last lines of what stands above; at the bottom, the heading of a section that goes on below, and on.
    """
    above, left, right, below = split
    rows = rows_in(left)
    top, bottom = min(piece.top for piece in right), max(piece.bottom for piece in right)
    first = 0
    if above:
        last = max(above, key=lambda piece: piece.baseline)
        while first < len(rows) - 1 and rows[first][0].bottom <= top and _follows(last, rows[first][0]):
            last = rows[first][0]
            first += 1
    end = len(rows)
    if below:
        places = range(max(first, 1), len(rows))
        end = next((place for place in places if rows[place][0].top >= bottom and rank(text_of(rows[place])) == SURE), end)
    if (first, end) == (0, len(rows)):
        return split
    head, middle, tail = ([piece for row in part for piece in row] for part in (rows[:first], rows[first:end], rows[end:]))
    return Split([*above, *head], middle, right, [*tail, *below])


def _follows(upper: Piece, lower: Piece) -> bool:
    return lower.baseline - upper.baseline <= LINE_STEP * max(upper.size, lower.size)
