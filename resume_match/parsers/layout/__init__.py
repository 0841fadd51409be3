"""Layout: positioned characters to words, lines, columns and reading order. Geometry only; it knows no PDF library.

`lay_out(glyphs)` gives the lines of one page in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from resume_match.parsers.layout.columns import Aids, regions_of
from resume_match.parsers.layout.glyphs import Glyph, LaidLine, Piece, Word
from resume_match.parsers.layout.margin import lift_notes
from resume_match.parsers.layout.sides import IsHeading
from resume_match.parsers.layout.words import pieces_of, rows_of, words_of
from resume_match.parsers.layout.wrapped import rejoin_dates

__all__ = ["Glyph", "LaidLine", "Piece", "Word", "lay_out"]


def lay_out(
    glyphs: Iterable[Glyph], check: Callable[[], None] = lambda: None, is_heading: IsHeading = lambda text: False
) -> list[LaidLine]:
    """The lines of one page in reading order, each with its region.

    `check` is called now and then and may raise, to end a long task. `is_heading` tells headings of sections by their wording: where both
    sides of a gutter hold one, they are columns of their own even if their lines happen to share baselines.
    """
    pieces = [piece for row in rows_of(glyphs) for piece in pieces_of(words_of(row))]
    return [line for region in regions_of(pieces, Aids(check, is_heading)) for line in lift_notes(rejoin_dates(region))]
