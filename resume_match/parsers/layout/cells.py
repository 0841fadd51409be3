"""Cells of a table whose text wraps, put together again: "Sahyadri College | of Engineering" is one name beside "B.E. | (Mechanical)".

A table has no lines here, only text. It is told by three columns or more, by rows with more space between them than within them, and by
words that stand below others because there was no room beside these. Lists in columns, and names over titles, have room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from resume_match.parsers.layout.glyphs import LaidLine, Piece
from resume_match.parsers.layout.words import SPACE
from resume_match.parsers.layout.wrapped import LINE_STEP

COLUMNS = 3
"""So many cells of a row tell a table; two are a text and its dates."""
MOST_COLUMNS = 24
"""No table of a resume has more; the work grows with their square."""
SAME_EDGE = 2.0
"""Left edges, or middles, this close are one column's, in points."""
ROW_STEP = 1.25
"""Rows stand so many times as far apart as the lines within them."""
PADDING = 14.0
"""What a cell keeps free at its sides, in points: word processors leave 5.4 at each."""
MOST_LINES = 4


def rejoin_cells(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a region, each row of a table as one line."""
    result: list[LaidLine] = []
    place = 0
    while place < len(lines):
        table = _table_at(lines, place)
        result += [_joined(row) for row in table] if _wraps(table) else [line for row in table for line in row]
        place += sum(map(len, table))
    return result


def heads_columns(line: LaidLine, following: LaidLine) -> bool:
    """True for the first of two rows of a table: the columns of both are the same, and its own words stand above others."""
    return _in_table(line) and _in_table(following) and _column_of(following.pieces[0], line) == 0 and _columns_shared(line, following)


def _in_table(line: LaidLine) -> bool:
    """Whether a line may be the first of a row of a table."""
    return COLUMNS <= len(line.pieces) <= MOST_COLUMNS


def _table_at(lines: Sequence[LaidLine], place: int) -> list[list[LaidLine]]:
    """The rows of the table that begins at a line, each with its lines; the line alone where none begins there."""
    rows: list[list[LaidLine]] = []
    while place < len(lines):
        row = _row_at(lines, place)
        if rows and not (_in_table(row[0]) and _columns_shared(rows[-1][0], row[0])):
            break
        rows.append(row)
        place += len(row)
        if not _in_table(row[0]):
            break
    return rows


def _row_at(lines: Sequence[LaidLine], place: int) -> list[LaidLine]:
    """A line, and those below it that stand in its columns, near it."""
    row = [lines[place]]
    for line in lines[place + 1 : place + MOST_LINES] if _in_table(row[0]) else ():
        near = line.baseline - row[-1].baseline <= LINE_STEP * max(line.size, row[-1].size)
        if not near or len(line.pieces) > len(row[0].pieces) or any(_column_of(piece, row[0]) is None for piece in line.pieces):
            break
        row.append(line)
    return row


def _wraps(table: Sequence[Sequence[LaidLine]]) -> bool:
    """True for the rows of a table with cells that wrap: told apart by space, and every lower line is there for want of room."""
    if len(table) < 2 or all(len(row) == 1 for row in table):
        return False
    within = [lower.baseline - upper.baseline for row in table for upper, lower in pairwise(row)]
    between = [after[0].baseline - before[-1].baseline for before, after in pairwise(table)]
    ragged = any(len(line.pieces) < len(row[0].pieces) for row in table for line in row[1:])
    return ragged and min(between) >= ROW_STEP * max(within) and all(_without_room(row, table) for row in table)


def _without_room(row: Sequence[LaidLine], table: Sequence[Sequence[LaidLine]]) -> bool:
    """True when the first word of every lower line of a row would not have stood beside the words above it."""
    rights: dict[int, float] = {column: piece.right for column, piece in enumerate(row[0].pieces)}
    for line in row[1:]:
        for piece in line.pieces:
            column = _column_of(piece, row[0])
            assert column is not None  # as _row_at has seen
            word = piece.words[0]
            needed = rights[column] + SPACE * word.size + word.right - word.left
            if needed <= _edge_of(column, row[0], table):
                return False
            rights[column] = piece.right
    return True


def _edge_of(column: int, first: LaidLine, table: Sequence[Sequence[LaidLine]]) -> float:
    """Up to where the words of a column can reach: before the next column, or as far as any words of the last column do."""
    if column + 1 < len(first.pieces):
        return first.pieces[column + 1].left - PADDING
    return max(line.right for row in table for line in row)


def _column_of(piece: Piece, first: LaidLine) -> int | None:
    """The column of a row's first line that a piece stands in, by its left edge or its middle."""
    for column, above in enumerate(first.pieces):
        if abs(above.left - piece.left) <= SAME_EDGE or abs(above.left + above.right - piece.left - piece.right) <= 2 * SAME_EDGE:
            return column
    return None


def _columns_shared(one: LaidLine, other: LaidLine) -> bool:
    """True when two rows have at least two columns in common."""
    return sum(_column_of(piece, one) is not None for piece in other.pieces) >= 2


def _joined(row: Sequence[LaidLine]) -> LaidLine:
    """The lines of a row as one."""
    cells = list(row[0].pieces)
    for line in row[1:]:
        for piece in line.pieces:
            column = _column_of(piece, row[0])
            assert column is not None  # as _row_at has seen
            above = cells[column]
            cells[column] = replace(above, words=(*above.words, *piece.words), right=max(above.right, piece.right))
    return LaidLine(tuple(cells), row[0].region)
