"""Notes in the margin: dates and places that stand in a narrow cell at the right of an entry, beside its bullets.

Read row by row, such a cell would cut through the bullets; it belongs to the line that it begins beside, which names the entry.
"""

from __future__ import annotations

from collections.abc import Sequence

from resume_match.parsers.layout.glyphs import LaidLine, Piece
from resume_match.parsers.layout.words import TAB_GAP, is_bullet

LONGEST_NOTE = 30
LINE_STEP = 1.8


def lift_notes(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a region with the notes beside bullets moved behind the line above the bullets, one tab each."""
    result: list[LaidLine] = []
    head: int | None = None
    among_bullets = False
    last_note: Piece | None = None
    for line in lines:
        note = _note(line)
        opens_list = _opens_list(line)
        continues = note is not None and last_note is not None and _beneath(last_note, note)
        among_bullets = (among_bullets or opens_list) and continues
        if note is None or not continues:
            head = len(result) if note is not None and not opens_list else None
            result.append(line)
        elif head is not None and among_bullets:
            result[head] = LaidLine((*result[head].pieces, note), line.region)
            result.append(LaidLine(line.pieces[:-1], line.region))
        else:
            head = head if among_bullets else len(result)
            result.append(line)
        last_note = note
    return result


def _opens_list(line: LaidLine) -> bool:
    return is_bullet(line.pieces[0].words[0].text)


def _note(line: LaidLine) -> Piece | None:
    """The short last piece of a line, set apart from what stands before it."""
    if len(line.pieces) < 2:
        return None
    before, last = line.pieces[-2:]
    far = last.left - before.right > TAB_GAP * max(before.size, last.size)
    return last if far and len(last.text) <= LONGEST_NOTE else None


def _beneath(upper: Piece, lower: Piece) -> bool:
    near = lower.baseline - upper.baseline <= LINE_STEP * max(upper.size, lower.size)
    return near and lower.left < upper.right and lower.right > upper.left
