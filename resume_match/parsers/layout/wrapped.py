"""Dates broken in two by a line's end or a narrow cell, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_match.parsers.layout.glyphs import LaidLine, Piece

_OPEN_RANGE = re.compile(
    r"(?:(?:[A-Z][a-z]{2,8}\.?\s+|\d{1,2}[/.])?(?:19|20)\d\d|\d{1,2}/\d{4})\s*(?:[-–—]|to|until)(?:\s*[A-Z][a-z]{2,8}\.?|\s*\d{1,2}/)?"
)
_OPEN_END = re.compile(rf"(?<![\w.,])(?:{_OPEN_RANGE.pattern})$")
_CLOSING = re.compile(r"(?:[A-Z][a-z]{2,8}\.?\s*)?(?:(?:19|20)\d\d|[Pp]resent|[Cc]urrent|[Nn]ow|[Tt]oday|[Oo]ngoing)")
_DASHES = ("-", "–", "—")
_ENDS_IN_DATE = re.compile(r"(?:[|,;(\t]|[A-Z][a-z]{2,8}\.?|\d{1,2}[/.])\s*(?:19|20)\d\d$")
_OPENS_WITH_DATE = re.compile(rf"{_CLOSING.pattern}(?![\w-])")
LINE_STEP = 1.8


def rejoin_dates(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a region, where the second half of a date range that wrapped stands behind the first half."""
    result: list[LaidLine] = []
    for line in lines:
        if result and (moved := _with_dash(result[-1], line)) is not None:
            result[-1], line = moved
        above = result[-1] if result else None
        place = None if above is None else 0 if _wrapped(above, line, 0) else -1 if _wrapped(above, line, -1) else None
        if above is None or place is None:
            result.append(line)
            continue
        opening, closing = above.pieces[place], line.pieces[place]
        joined = replace(opening, words=(*opening.words, *closing.words), right=max(opening.right, closing.right))
        result[-1] = LaidLine(tuple(joined if piece is opening else piece for piece in above.pieces), above.region)
        rest = tuple(piece for piece in line.pieces if piece is not closing)
        if rest:
            result.append(LaidLine(rest, line.region))
    return result


def _with_dash(above: LaidLine, line: LaidLine) -> tuple[LaidLine, LaidLine] | None:
    """The two lines with the dash between two dates, which opens the lower one and looks like a bullet's sign there, behind the upper."""
    first, last = line.pieces[0], above.pieces[-1]
    if len(first.words) < 2 or first.words[0].text not in _DASHES or not _ENDS_IN_DATE.search(last.text):
        return None
    near = first.baseline - last.baseline <= LINE_STEP * max(first.size, last.size)
    if not near or not _OPENS_WITH_DATE.match(" ".join(word.text for word in first.words[1:])):
        return None
    upper = replace(last, words=(*last.words, first.words[0]))
    lower = replace(first, words=first.words[1:], left=first.words[1].left)
    return LaidLine((*above.pieces[:-1], upper), above.region), LaidLine((lower, *line.pieces[1:]), line.region)


def _wrapped(above: LaidLine, line: LaidLine, place: int) -> bool:
    """True when the piece at this place (0 first, -1 last) of the line closes a date range that the same piece above it leaves open."""
    opening, closing = above.pieces[place], line.pieces[place]
    if not _CLOSING.fullmatch(closing.text) or closing.baseline - opening.baseline > LINE_STEP * max(opening.size, closing.size):
        return False
    if len(line.pieces) == 1 and len(above.pieces) == 1:
        return _OPEN_END.search(opening.text) is not None
    if len(line.pieces) == 1 and place == -1 and _OPEN_RANGE.fullmatch(opening.text):
        return True  # nothing but the end of the range stands on its line, wherever that begins
    return _beneath(opening, closing) and _OPEN_RANGE.fullmatch(opening.text) is not None


def _beneath(opening: Piece, closing: Piece) -> bool:
    return closing.left < opening.right and closing.right > opening.left
