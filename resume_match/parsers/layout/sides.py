"""Two sides of a gutter: are they columns of their own, or one table read across?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from resume_match.parsers.layout.glyphs import Piece
from resume_match.parsers.layout.words import is_bullet

ALIGNED = 0.15
"""Baselines this close, in character sizes, stand on one row."""
SAME_ROW = 0.3
MOSTLY = 0.75
HALF = 0.5
SEVERAL = 3
PROSE = 28
"""Characters a line: from here on two aligned sides are two columns of prose and not a table."""
DATE_LENGTH = 30
TALLER = 1.5
BLOCK_GAP = 1.8
"""Baselines farther apart than this, in character sizes, part two blocks of lines."""

HeadingRank = Callable[[str], int]
"""How surely a text is the heading of a section by its wording: 2 surely, 1 perhaps (it is also a plain word), 0 not."""
SURE = 2

DATE = re.compile(r"(?:19|20)\d\d|\b(?:present|current|now|today|ongoing)\b|\d{1,2}/\d{2,4}", re.IGNORECASE)


def rows_in(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by row from top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.left)):
        if rows and piece.baseline - rows[-1][0].baseline <= SAME_ROW * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def on_one_row(one: Piece, other: Piece) -> bool:
    """True when two pieces share a baseline."""
    return abs(one.baseline - other.baseline) <= max(1.0, ALIGNED * min(one.size, other.size))


def reads_down(left: Sequence[Piece], right: Sequence[Piece], rank: HeadingRank) -> bool:
    """True when the two sides are columns of their own, read one after the other."""
    rows_left, rows_right = rows_in(left), rows_in(right)
    fewer, more = (rows_left, rows_right) if len(rows_left) <= len(rows_right) else (rows_right, rows_left)
    if len(fewer) < 2:
        return _stands_beside(fewer, more)
    if _are_labels(rows_left, rows_right, rank):
        return False
    if _headed_alike(rows_left, rows_right, rank):
        return True
    # The heading of a section that goes on to both sides stands beside nothing and says nothing about them.
    counted = [row for row in fewer if rank(text_of(row)) != SURE]
    if len(counted) < 2:
        return False
    if _is_margin_of_dates(rows_left, rows_right, rank) or _is_margin_of_dates(rows_right, rows_left, rank):
        return False
    aligned = sum(any(on_one_row(row[0], other[0]) for other in more) for row in counted)
    apart = len(counted) - aligned
    if aligned == 0:
        return True
    if any(_share([row for row in rows if rank(text_of(row)) != SURE], is_date) > HALF for rows in (rows_left, rows_right)):
        return False
    if apart >= SEVERAL and aligned < MOSTLY * len(counted):
        return True
    if _share(rows_left, _opens_list) >= HALF and _share(rows_right, _opens_list) >= HALF:
        return True
    return _is_prose(rows_left) and _is_prose(rows_right)


def _is_margin_of_dates(rows: Sequence[Sequence[Piece]], others: Sequence[Sequence[Piece]], rank: HeadingRank) -> bool:
    """True when every block of lines opens with a date that stands beside a line of the other side, whatever their sizes."""
    plain = [row for row in rows if rank(text_of(row)) != SURE]
    if not plain or any(len(text_of(row)) > DATE_LENGTH for row in plain):
        return False
    openers = [plain[0], *(row for last, row in pairwise(plain) if _opens_block(last, row))]
    beside = sum(any(stand_beside(row[0], other[0]) for other in others) for row in openers)
    return all(map(is_date, openers)) and beside >= MOSTLY * len(openers)


def _opens_block(last: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """True for a line below a gap, and for a date that the line above leaves nothing open for ("2019 –")."""
    apart = row[0].baseline - last[0].baseline > BLOCK_GAP * max(row[0].size, last[0].size)
    return apart or (is_date(row) and not text_of(last).rstrip().endswith(("–", "-", "—", "to")))


def _stands_beside(single: Sequence[Sequence[Piece]], rows: Sequence[Sequence[Piece]]) -> bool:
    """True for one tall line (a name) beside two or more lines of usual height."""
    piece = max(single[0], key=lambda piece: piece.size)
    beside = [row for row in rows if row[0].bottom > piece.top and row[0].top < piece.bottom]
    return len(beside) >= 2 and all(piece.size >= TALLER * other.size for row in beside for other in row)


def _are_labels(rows: Sequence[Sequence[Piece]], beside: Sequence[Sequence[Piece]], rank: HeadingRank) -> bool:
    """True when the left side holds little but headings, each beside a line of the right side, which holds none: section labels."""
    if any(rank(text_of(row)) == SURE for row in beside):
        return False
    labels = [row[0] for row in rows if rank(text_of(row))]
    if len(labels) < max(2, MOSTLY * len(rows)):
        return False
    matched = sum(any(stand_beside(label, other[0]) for other in beside) for label in labels)
    return matched >= MOSTLY * len(labels)


def _headed_alike(left: Sequence[Sequence[Piece]], right: Sequence[Sequence[Piece]], rank: HeadingRank) -> bool:
    """True when both sides hold headings of sections: sure ones, or a sure one with a likely one beside it in the same style."""
    headings_left = [(row[0], rank(text_of(row))) for row in left if rank(text_of(row))]
    headings_right = [(row[0], rank(text_of(row))) for row in right if rank(text_of(row))]
    if any(sure == SURE for _, sure in headings_left) and any(sure == SURE for _, sure in headings_right):
        return True
    return any(
        max(sure, likely) == SURE and on_one_row(one, other) and one.size == other.size and one.words[0].bold == other.words[0].bold
        for one, sure in headings_left
        for other, likely in headings_right
    )


def stand_beside(one: Piece, other: Piece) -> bool:
    """True when two pieces share at least half of the lower one's height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= HALF * min(one.bottom - one.top, other.bottom - other.top)


def _share(rows: Sequence[Sequence[Piece]], test: Callable[[Sequence[Piece]], bool]) -> float:
    return sum(map(test, rows)) / max(1, len(rows))


def is_date(row: Sequence[Piece]) -> bool:
    """True for a short row that holds a year or the like."""
    text = text_of(row)
    return len(text) < DATE_LENGTH and DATE.search(text) is not None


def _opens_list(row: Sequence[Piece]) -> bool:
    words = row[0].words
    return len(words) > 1 and is_bullet(words[0].text)


def _is_prose(rows: Sequence[Sequence[Piece]]) -> bool:
    return len(rows) >= SEVERAL and sum(len(text_of(row)) for row in rows) / len(rows) >= PROSE


def text_of(row: Sequence[Piece]) -> str:
    """The text of a row, for looking at."""
    return " ".join(piece.text for piece in row)
