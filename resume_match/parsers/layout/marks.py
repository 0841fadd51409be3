"""Bullets that are drawn as shapes and not set as characters, as browsers do."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from resume_match.parsers.layout.glyphs import Glyph

LEAST, MOST = 0.15, 0.6
"""A drawn bullet's width and height, in sizes of the text it stands before."""
ROUND = 1.5
REACH = 3.0
"""How far before the text it stands at most, in sizes."""
CLOSE = 0.8
"""Text that ends this close before it, in sizes, goes on behind it: then it is a separator, or a letter's part."""
MIDDLE = 0.33
OFF_MIDDLE = 0.22
MOST_MARKS = 2_000
"""More small shapes than this on a page are a drawing."""
TOGETHER = 2
"""One such shape may be anything; from here on at the same left edge they are a list's."""


class Mark(NamedTuple):
    """A small filled shape."""

    left: float
    top: float
    right: float
    bottom: float


def bullets_before(glyphs: Sequence[Glyph], marks: Sequence[Mark], check: Callable[[], None] = lambda: None) -> list[Glyph]:
    """A bullet sign for each mark that stands where a bullet stands: left of a line, at its middle, with nothing in between or before.

    `check` is called now and then and may raise, to end a long task.
    """
    small = [mark for mark in marks if _is_round(mark)]
    if not small or len(small) > MOST_MARKS:
        return []
    ordered = sorted((glyph for glyph in glyphs if not glyph.text.isspace()), key=lambda glyph: glyph.baseline)
    baselines = [glyph.baseline for glyph in ordered]
    found: list[tuple[Mark, Glyph]] = []
    for mark in small:
        check()
        middle = (mark.top + mark.bottom) / 2
        near = ordered[bisect_left(baselines, middle - 2) : bisect_left(baselines, middle + 20)]
        row = [glyph for glyph in near if abs(glyph.baseline - MIDDLE * glyph.size - middle) <= OFF_MIDDLE * glyph.size]
        after = [glyph for glyph in row if glyph.left >= mark.right and glyph.left - mark.right <= REACH * glyph.size]
        before = [glyph for glyph in row if glyph.left < mark.right and mark.left - glyph.right <= CLOSE * glyph.size]
        if after and not before:
            first = min(after, key=lambda glyph: glyph.left)
            if LEAST * first.size <= mark.right - mark.left <= MOST * first.size:
                found.append((mark, first))
    edges = Counter(round(mark.left) for mark, _ in found)
    rows = Counter((round(mark.top), glyph.left) for mark, glyph in found)
    return [
        Glyph("•", mark.left, mark.right, glyph.baseline, glyph.size)
        for mark, glyph in found
        if edges[round(mark.left)] >= TOGETHER and rows[(round(mark.top), glyph.left)] == 1
    ]


def _is_round(mark: Mark) -> bool:
    width, height = mark.right - mark.left, mark.bottom - mark.top
    return 0.8 < width < 9 and 0.8 < height < 9 and width < ROUND * height and height < ROUND * width
