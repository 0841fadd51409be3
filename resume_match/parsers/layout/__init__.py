"""Layout: positioned characters to words, lines, columns and reading order. Geometry only; it knows no PDF library.

`lay_out(glyphs)` gives the lines of one page in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from resume_match.parsers.layout.cells import rejoin_cells
from resume_match.parsers.layout.columns import Aids, regions_of
from resume_match.parsers.layout.glyphs import Glyph, LaidLine, Piece, Word
from resume_match.parsers.layout.margin import lift_dates, lift_notes, part_labels
from resume_match.parsers.layout.sides import HeadingRank
from resume_match.parsers.layout.words import pieces_of, rows_of, words_of
from resume_match.parsers.layout.wrapped import rejoin_dates

__all__ = ["Glyph", "LaidLine", "Piece", "Word", "lay_out"]


def lay_out(glyphs: Iterable[Glyph], check: Callable[[], None] = lambda: None, rank: HeadingRank = lambda text: 0) -> list[LaidLine]:
    """The lines of one page in reading order, each with its region.

    `check` is called now and then and may raise, to end a long task. `rank` tells headings of sections by their wording: where both
    sides of a gutter hold one, they are columns of their own even if their lines happen to share baselines, and a heading at the left of
    its section becomes a line of its own.
    """
    pieces = [piece for row in rows_of(glyphs) for piece in pieces_of(words_of(row))]
    return [line for region in regions_of(pieces, Aids(check, rank)) for line in _tidied(region, rank)]


def _tidied(region: list[LaidLine], rank: HeadingRank) -> list[LaidLine]:
    """The lines of a region with what stands in its margins put where it belongs."""
    return part_labels(lift_notes(lift_dates(rejoin_dates(rejoin_cells(region)), rank)), rank)
