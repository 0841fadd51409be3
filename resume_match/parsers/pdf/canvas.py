"""What the drawing of one page leaves: characters with how they were painted, filled shapes, pictures.

Coordinates are those of layout: points from the top left corner of the page as it is read, y downward.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import NamedTuple

from resume_match.parsers.layout import Glyph
from resume_match.parsers.pdf.colors import Rgb

Matrix = tuple[float, float, float, float, float, float]
Outline = list[list[tuple[float, float]]]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first` and then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale_of(matrix: Matrix) -> float:
    """How far the matrix stretches a height."""
    return hypot(matrix[2], matrix[3])


class Area(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside or on the edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def cut(self, other: Area) -> Area:
        """The part common to both; of no size where there is none."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Area(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))

    @property
    def size(self) -> float:
        """Width times height."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)


def area_of(points: list[tuple[float, float]]) -> Area:
    """The rectangle around points."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return Area(min(xs), min(ys), max(xs), max(ys))


def mapped(matrix: Matrix, corners: Sequence[float]) -> Area:
    """The rectangle around a mapped rectangle, which is given by two opposite corners (x, y, x, y)."""
    left, bottom, right, top = corners
    return area_of([moved(matrix, x, y) for x in (left, right) for y in (bottom, top)])


class Paint(NamedTuple):
    """How characters are painted: colour (None unknown), opacity, render mode, clip; is their layer off, do they lie under a soft mask."""

    color: Rgb | None
    alpha: float
    mode: int
    clip: Area | None
    layer_off: bool
    masked: bool


class Run(NamedTuple):
    """Characters shown by one operator: their angle in degrees, in whose own frame the glyphs stand, and their place in time."""

    glyphs: list[Glyph]
    angle: int
    paint: Paint
    order: int


class Fill(NamedTuple):
    """A filled shape; `color` is None where it is unknown (a picture, a pattern, a shading)."""

    area: Area
    outline: Outline | None
    color: Rgb | None
    alpha: float
    order: int
    masks: tuple[Outline, ...] = ()

    def covers(self, x: float, y: float) -> bool:
        """True when the point lies inside the shape, and inside every clip that is no rectangle."""
        if not self.area.holds(x, y):
            return False
        return (self.outline is None or encloses(self.outline, x, y)) and all(encloses(mask, x, y) for mask in self.masks)


def encloses(outline: Outline, x: float, y: float) -> bool:
    """True when the point lies inside the polygons taken together (even-odd)."""
    inside = False
    for points in outline:
        previous = points[-1]
        for point in points:
            if (point[1] > y) != (previous[1] > y):
                crossing = previous[0] + (y - previous[1]) * (point[0] - previous[0]) / (point[1] - previous[1])
                inside ^= x < crossing
            previous = point
    return inside


@dataclass(slots=True)
class Canvas:
    """All that one page holds; `damaged` tells that not all of the page could be read."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    images: list[Area] = field(default_factory=list)
    characters: int = 0
    damaged: bool = False

    @property
    def area(self) -> Area:
        """The page."""
        return Area(0.0, 0.0, self.width, self.height)
