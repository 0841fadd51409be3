"""What layout works on: positioned characters of one page, and the pieces and lines that are made of them.

All lengths are points (1/72 inch). The origin is the page's top left corner as it is read, x grows to the right and y downward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

UNMAPPED = "\ufffd"
"""Stands for a character of which the file does not say what it is."""


class Glyph(NamedTuple):
    """One character (or ligature) as drawn: its text, its horizontal extent, its baseline and its effective size."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False

    @property
    def top(self) -> float:
        """The upper edge of an average letter."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of an average letter."""
        return self.baseline + DESCENT * self.size


ASCENT = 0.75
DESCENT = 0.25


class Word(NamedTuple):
    """Characters without a gap between them."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one row without a wide gap between them: what a column edge may run beside but never through."""

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """The upper edge of an average letter."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of an average letter."""
        return self.baseline + DESCENT * self.size

    @property
    def text(self) -> str:
        """The words, joined by spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class LaidLine:
    """One line of a page in reading order: its pieces from left to right and the region (column) that it stands in."""

    pieces: tuple[Piece, ...]
    region: int

    @property
    def left(self) -> float:
        """The left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def size(self) -> float:
        """The size of the longest piece."""
        return max(self.pieces, key=lambda piece: piece.right - piece.left).size

    @property
    def baseline(self) -> float:
        """The baseline of the longest piece."""
        return max(self.pieces, key=lambda piece: piece.right - piece.left).baseline
