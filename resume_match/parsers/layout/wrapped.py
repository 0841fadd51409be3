"""Dates broken in two by a narrow cell, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_match.parsers.layout.glyphs import LaidLine, Piece

_OPEN_RANGE = re.compile(r"(?:.*\b(?:19|20)\d\d|\d{1,2}/\d{4})\s*(?:[-–—]|to|until)(?:\s*[A-Z][a-z]{2,8}\.?|\s*\d{1,2}/)?")
_CLOSING = re.compile(r"(?:[A-Z][a-z]{2,8}\.?\s*)?(?:(?:19|20)\d\d|[Pp]resent|[Cc]urrent|[Nn]ow|[Tt]oday|[Oo]ngoing)")
LINE_STEP = 1.8


def rejoin_dates(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a region, where the second half of a date range that wrapped inside its cell stands behind the first half."""
    result: list[LaidLine] = []
    for line in lines:
        above = result[-1] if result else None
        closing = line.pieces[-1]
        if above is not None and _wrapped(above, line):
            opening = above.pieces[-1]
            joined = replace(opening, words=(*opening.words, *closing.words), right=max(opening.right, closing.right))
            result[-1] = LaidLine((*above.pieces[:-1], joined), above.region)
            if len(line.pieces) > 1:
                result.append(LaidLine(line.pieces[:-1], line.region))
        else:
            result.append(line)
    return result


def _wrapped(above: LaidLine, line: LaidLine) -> bool:
    opening, closing = above.pieces[-1], line.pieces[-1]
    if len(above.pieces) < 2 or not _beneath(opening, closing):
        return False
    return bool(_OPEN_RANGE.fullmatch(opening.text) and _CLOSING.fullmatch(closing.text))


def _beneath(opening: Piece, closing: Piece) -> bool:
    near = closing.baseline - opening.baseline <= LINE_STEP * max(opening.size, closing.size)
    return near and closing.left < opening.right and closing.right > opening.left
