"""What one content stream works on while it is carried out: its resources and the state that its operators change."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.parsers.pdf.canvas import Area, Canvas, Fill, Outline, Run
from resume_match.parsers.pdf.colors import ColorSpaces, Rgb
from resume_match.parsers.pdf.damage import RAISED_BY_DAMAGE
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.fonts import Font, read_font
from resume_match.parsers.pdf.graphics import Path, State, TextPosition
from resume_match.parsers.pdf.layers import Layers
from resume_match.parsers.pdf.objects import Ref

MOST_SAVED_STATES = 512
MOST_FILLS = 20_000
MOST_POINTS = 2_000
"""A shape of more corners is a drawing; what lies on it is not judged."""


class FontShelf:
    """The fonts of a file, each read once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts: dict[int, Font] = {}
        self._direct: dict[int, tuple[dict[str, object], Font]] = {}

    def font(self, thing: object) -> Font:
        """The font that a resource entry names."""
        if isinstance(thing, Ref):
            if thing.number not in self._fonts:
                self._fonts[thing.number] = self._read(self._file.dictionary(thing))
            return self._fonts[thing.number]
        spec = self._file.dictionary(thing)
        if id(spec) not in self._direct:
            self._direct[id(spec)] = (spec, self._read(spec))  # the dictionary is kept, so that its id stays its own
        return self._direct[id(spec)][1]

    def _read(self, spec: dict[str, object]) -> Font:
        """The font, or one that knows no character where it is too damaged: then its characters are missed, and not the page."""
        try:
            return read_font(self._file, spec)
        except RAISED_BY_DAMAGE:
            return Font("unknown", False, False)


@dataclass(slots=True)
class Sheet:
    """What all content streams of one page share. `order` counts what is painted, `off` the switched-off things around the present one."""

    file: PdfFile
    shelf: FontShelf
    layers: Layers
    canvas: Canvas
    order: int = 0
    draws: int = 0
    off: int = 0

    def add_fill(self, area: Area, outline: Outline | None, color: Rgb | None, state: State) -> None:
        """Puts a filled shape on the canvas; `color` is None where it is unknown."""
        if self.off or len(self.canvas.fills) >= MOST_FILLS:
            return
        self.order += 1
        shapes = state.clip_shapes
        if sum(len(points) for shape in shapes for points in shape) > MOST_POINTS:
            color, shapes = None, ()
        area = area if state.clip is None else area.cut(state.clip)
        alpha = 1.0 if color is None else state.alpha
        self.canvas.fills.append(Fill(area, outline, color, alpha, self.order, shapes))

    def add_run(self, run: Run) -> None:
        """Puts characters on the canvas, unless the page then holds too many."""
        self.canvas.characters += len(run.glyphs)
        most = self.file.guard.limits.page_characters
        if self.canvas.characters > most:
            raise self.file.guard.exceeded(f"a page holds more than {most:,} characters", "page_characters")
        if run.glyphs:
            self.canvas.runs.append(run)


class Frame:
    """One content stream under way."""

    __slots__ = ("fonts", "marks", "page", "path", "resources", "saved", "spaces", "state", "text")

    def __init__(self, page: Sheet, resources: dict[str, object], state: State) -> None:
        self.page = page
        self.resources = resources
        self.fonts = page.file.dictionary(resources.get("Font"))
        self.spaces = ColorSpaces(page.file, resources)
        self.state = state
        self.saved: list[State] = []
        self.text = TextPosition()
        self.path = Path()
        self.marks: list[bool] = []


Operands = list[object]


def numbers(operands: Operands, count: int) -> list[float]:
    """The last so many operands as numbers; ValueError where they are fewer."""
    values = [value for value in operands[-count:] if isinstance(value, int | float)]
    if len(values) < count:
        raise ValueError("too few numbers")
    return [float(value) for value in values]
