"""The graphics state of a content stream."""

from __future__ import annotations

from resume_match.parsers.pdf.canvas import IDENTITY, Area, Matrix, Outline
from resume_match.parsers.pdf.colors import BLACK, Rgb
from resume_match.parsers.pdf.fonts import Font
from resume_match.parsers.pdf.objects import Name


class State:
    """What `q` saves and `Q` brings back."""

    __slots__ = (
        "alpha", "char_space", "clip", "clip_shapes", "fill", "fill_space", "font", "leading", "masked", "matrix", "mode", "rise",
        "scaling", "size", "stroke", "stroke_alpha", "stroke_space", "word_space",
    )  # fmt: skip

    def __init__(self, matrix: Matrix, clip: Area | None) -> None:
        self.matrix = matrix
        self.clip = clip
        self.clip_shapes: tuple[Outline, ...] = ()
        self.fill: Rgb | None = BLACK
        self.stroke: Rgb | None = BLACK
        self.fill_space: object = Name("DeviceGray")
        self.stroke_space: object = Name("DeviceGray")
        self.alpha = 1.0
        self.stroke_alpha = 1.0
        self.masked = False
        self.font: Font | None = None
        self.size = 0.0
        self.char_space = 0.0
        self.word_space = 0.0
        self.scaling = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.mode = 0

    def copy(self) -> State:
        """The same state, to be changed apart."""
        twin = State.__new__(State)
        for slot in State.__slots__:
            setattr(twin, slot, getattr(self, slot))
        return twin


class TextPosition:
    """The text matrix of one `BT`..`ET` and how far along its line the next character stands."""

    __slots__ = ("advance", "matrix")

    def __init__(self) -> None:
        self.matrix: Matrix = IDENTITY
        self.advance = 0.0

    def move(self, x: float, y: float) -> None:
        """Begins a line at an offset from the start of this one."""
        a, b, c, d, e, f = self.matrix
        self.matrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        self.advance = 0.0


class Path:
    """The path under construction, in page coordinates; curves are kept by their end points and middle."""

    __slots__ = ("clips", "rectangular", "subpaths")

    def __init__(self) -> None:
        self.subpaths: Outline = []
        self.rectangular = True
        self.clips = False

    def begin(self, point: tuple[float, float]) -> None:
        """Begins a subpath."""
        self.subpaths.append([point])

    def add(self, point: tuple[float, float]) -> None:
        """Continues the subpath."""
        if self.subpaths:
            self.subpaths[-1].append(point)
        else:
            self.subpaths.append([point])

    def last(self) -> tuple[float, float]:
        """The current point."""
        return self.subpaths[-1][-1] if self.subpaths else (0.0, 0.0)

    def points(self) -> list[tuple[float, float]]:
        """All points."""
        return [point for subpath in self.subpaths for point in subpath]

    def is_box(self) -> bool:
        """True when the path is one rectangle with sides along the page's."""
        if len(self.subpaths) != 1:
            return False
        points = self.subpaths[0]
        corners = points[:-1] if len(points) == 5 and points[0] == points[-1] else points
        if len(corners) != 4:
            return False
        return len({round(x, 2) for x, _ in corners}) == 2 and len({round(y, 2) for _, y in corners}) == 2
