"""Pieces to regions in reading order: columns are told apart by gutters, and rows that belong together are kept together.

A gutter is a strip that no piece crosses over several rows. Whether text is read down one side and then down the other, or across,
is decided by how the two sides stand to each other: dates and labels share the baselines of the text beside them, the lines of a
sidebar do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from resume_match.parsers.layout.glyphs import LaidLine, Piece

GUTTER = 6.0
"""The least width of a gutter, in points."""
ALIGNED = 0.15
"""Baselines this close, in character sizes, stand on one row."""
SPARSE_SHARE = 0.75
MAX_CANDIDATES = 60
MAX_DEPTH = 12
PROSE = 28
"""Characters a line: from here on two aligned sides are two columns of prose and not a table."""

_DATE_LIKE = re.compile(r"(?:19|20)\d\d|present|current|now|\d{1,2}/\d{2,4}", re.IGNORECASE)


class Split(NamedTuple):
    """A way to cut a block: the pieces above, left and right of the gutter, and below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    value: float


def regions_of(pieces: Sequence[Piece], check: Callable[[], None]) -> list[list[LaidLine]]:
    """The lines of every region of a page, in reading order."""
    blocks = _blocks(list(pieces), MAX_DEPTH, check)
    return [_lines(block, number) for number, block in enumerate(block for block in blocks if block)]


def _blocks(pieces: list[Piece], depth: int, check: Callable[[], None]) -> list[list[Piece]]:
    if len(pieces) < 4 or depth == 0:
        return [pieces]
    split = _best_split(pieces, check)
    if split is None:
        return [pieces]
    above, left, right, below, _ = split
    blocks: list[list[Piece]] = []
    for part in (above, left, right, below):
        if part:
            blocks.extend(_blocks(part, depth - 1, check))
    return blocks


def _best_split(pieces: list[Piece], check: Callable[[], None]) -> Split | None:
    best: Split | None = None
    for edge in _edges(pieces):
        check()
        for split in _splits_at(pieces, edge):
            if (best is None or split.value > best.value) and _reads_down(split.left, split.right):
                best = split
    return best


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Where a right-hand column may begin: left edges that several pieces share come first."""
    counts = Counter(round(piece.left) for piece in pieces)
    leftmost = min(counts)
    ranked = sorted((edge for edge in counts if edge > leftmost + GUTTER), key=lambda edge: (-counts[edge], edge))
    return [float(edge) - 0.6 for edge in ranked[:MAX_CANDIDATES]]


def _splits_at(pieces: Sequence[Piece], edge: float) -> list[Split]:
    """The cuts along a gutter that ends at `edge`, one for each stretch of rows that no piece crosses."""
    start = edge - GUTTER
    blockers = sorted((piece for piece in pieces if piece.left < edge and piece.right > start), key=lambda piece: piece.baseline)
    bounds = [float("-inf"), *(piece.baseline for piece in blockers), float("inf")]
    splits = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        inside = [piece for piece in pieces if low + ALIGNED * piece.size < piece.baseline < high - ALIGNED * piece.size]
        left = [piece for piece in inside if piece.right <= start]
        right = [piece for piece in inside if piece.left >= edge]
        if len(left) < 2 or len(right) < 2:
            continue
        inner = {id(piece) for piece in left} | {id(piece) for piece in right}
        rest = [piece for piece in pieces if id(piece) not in inner]
        above = [piece for piece in rest if piece.baseline <= low + ALIGNED * piece.size]
        below = [piece for piece in rest if piece.baseline > low + ALIGNED * piece.size]
        overlap = min(max(p.bottom for p in left), max(p.bottom for p in right)) - max(min(p.top for p in left), min(p.top for p in right))
        width = min(piece.left for piece in right) - max(piece.right for piece in left)
        if overlap > 0:
            splits.append(Split(above, left, right, below, overlap * (1 + min(width, 24.0) / 240)))
    return splits


def _reads_down(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """True when the two sides are columns of their own, read one after the other."""
    rows_left, rows_right = _rows(left), _rows(right)
    if len(rows_left) < 2 or len(rows_right) < 2:
        return False
    fewer, more = (rows_left, rows_right) if len(rows_left) <= len(rows_right) else (rows_right, rows_left)
    aligned = sum(1 for row in fewer if any(_on_one_row(row[0], other[0]) for other in more)) / len(fewer)
    if aligned < SPARSE_SHARE:
        return True
    if _share_of_dates(rows_left) > 0.5 or _share_of_dates(rows_right) > 0.5:
        return False
    return _prose(rows_left) and _prose(rows_right)


def _on_one_row(one: Piece, other: Piece) -> bool:
    return abs(one.baseline - other.baseline) <= max(1.0, ALIGNED * min(one.size, other.size))


def _share_of_dates(rows: Sequence[Sequence[Piece]]) -> float:
    return sum(1 for row in rows if len(_text(row)) < 30 and _DATE_LIKE.search(_text(row))) / len(rows)


def _text(row: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _prose(rows: Sequence[Sequence[Piece]]) -> bool:
    return len(rows) >= 3 and sum(len(_text(row)) for row in rows) / len(rows) >= PROSE


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.left)):
        if rows and piece.baseline - rows[-1][0].baseline <= 0.3 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _lines(pieces: Sequence[Piece], region: int) -> list[LaidLine]:
    return [LaidLine(tuple(row), region) for row in _rows(pieces)]
