"""A second source of characters, chosen by the caller: pdfium reads the page, behind the same layout.

It fills the same canvas as our own interpreter: characters with their advance, colour and mode, filled boxes, pictures. Gaps between words
come from the layout, since pdfium's own text loses many. Shapes that are no boxes, and shadings, have no known colour here, so that text
over them is taken as seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from importlib.util import find_spec
from math import atan2, degrees, hypot
from typing import Any

from resume_match.errors import UnsupportedFormatError
from resume_match.parsers.layout import Glyph
from resume_match.parsers.layout.glyphs import UNMAPPED
from resume_match.parsers.pdf.canvas import IDENTITY, Area, Fill, Matrix, Paint, Run, area_of, mapped, moved, multiplied
from resume_match.parsers.pdf.colors import Rgb
from resume_match.parsers.pdf.fonts import styled
from resume_match.parsers.pdf.frame import MOST_FILLS, Sheet
from resume_match.parsers.pdf.pdfium_calls import PdfiumCalls, TextStyle, calls_of, sign_of

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_MOST_DEPTH = 12
_MOST_OBJECTS = 200_000
_LEAST_SCALE = 1e-9
_BOX_CORNERS = 5
_MOST_CORNERS = 400
_STROKED, _BOTH = 1, 2
_BLANK = 0.2  # em that a space of its own takes at least
_NAME_LENGTH = 256


class PdfiumFile:
    """A file opened with pdfium. Close it when its pages are read; none of its handles outlives it."""

    def __init__(self, data: bytes, source: str) -> None:
        if find_spec("pypdfium2") is None:
            raise UnsupportedFormatError(source, "reading with pdfium needs pypdfium2", 'Run pip install "resume-match[fast]"')
        from pypdfium2 import raw

        self._raw: Any = raw
        self._data = data
        raw.FPDF_InitLibrary()
        self._calls = calls_of(raw)
        self._handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
        self.pages: int = raw.FPDF_GetPageCount(self._handle) if self._handle else 0

    def close(self) -> None:
        """Give back what pdfium holds."""
        if self._handle:
            self._raw.FPDF_CloseDocument(self._handle)
            self._handle = None

    def draw(self, index: int, matrix: Matrix, sheet: Sheet) -> bool:
        """Puts a page's characters, boxes and pictures on the sheet; False, and nothing put, where pdfium cannot read the page."""
        raw = self._raw
        page = raw.FPDF_LoadPage(self._handle, index)
        if not page:
            return False
        letters = raw.FPDFText_LoadPage(page)
        try:
            count = raw.FPDFText_CountChars(letters) if letters else -1
            if count < 0:
                return False
            reading = _PageReading(self._calls, _address(letters), matrix, sheet)
            reading.take_objects((self._calls.page_object, _address(page)), raw.FPDFPage_CountObjects(page), IDENTITY, 0)
            reading.take_characters(count)
        finally:
            raw.FPDFText_ClosePage(letters)
            raw.FPDF_ClosePage(page)
        return True


class _PageReading:
    """One page under way: what each text object stands after, which are left, and the styles met, by their particulars."""

    def __init__(self, calls: PdfiumCalls, letters: int, matrix: Matrix, sheet: Sheet) -> None:
        self._calls, self._letters, self._matrix, self._sheet = calls, letters, matrix, sheet
        self._placed: dict[int, tuple[int, int, Matrix]] = {}
        self._blank: dict[int, None] = {}
        self._starts: list[tuple[float, float]] = []
        self._styles: dict[tuple[object, ...], TextStyle] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._objects = 0
        self._color = (ctypes.c_uint * 4)()
        self._at_color = [ctypes.addressof(self._color) + ctypes.sizeof(ctypes.c_uint) * part for part in range(4)]
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._at_edges = [ctypes.byref(edge) for edge in self._edges]
        self._six = (ctypes.c_float * 6)()
        self._at_six = ctypes.addressof(self._six)

    def take_objects(self, owner: tuple[Any, int], count: int, form: Matrix, depth: int) -> None:
        """Fills, pictures and the place in time of every text object, those inside forms included."""
        calls, sheet = self._calls, self._sheet
        kind_of, placed, blank, fills = calls.kind, self._placed, self._blank, sheet.canvas.fills
        get, handle = owner
        if depth > _MOST_DEPTH:
            return
        for place in range(count):
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                return
            thing = get(handle, place)
            kind = kind_of(thing)
            sheet.order += 1
            if kind == _TEXT:
                placed[thing] = (sheet.order, len(fills), form)
                blank[thing] = None
            elif kind == _FORM:
                inner = multiplied(self._matrix_of(thing), form)
                self.take_objects((calls.form_object, thing), calls.objects_of_form(thing), inner, depth + 1)
            elif kind in (_PATH, _IMAGE, _SHADING):
                self._take_shape(thing, kind, form)

    def _matrix_of(self, thing: int) -> Matrix:
        self._calls.matrix(thing, self._at_six)
        a, b, c, d, e, f = self._six
        return (a, b, c, d, e, f)

    def _take_shape(self, thing: int, kind: int, form: Matrix) -> None:
        calls, canvas = self._calls, self._sheet.canvas
        if len(canvas.fills) >= MOST_FILLS or not calls.bounds(thing, *self._at_edges):
            return
        left, bottom, right, top = (edge.value for edge in self._edges)
        onto = multiplied(form, self._matrix)
        area = mapped(onto, (left, bottom, right, top)).cut(canvas.area)
        fill: Fill | None = Fill(area, None, None, 1.0, self._sheet.order)
        if kind == _PATH:
            fill = self._filled(thing, area, onto)
        elif kind == _IMAGE:
            canvas.images.append(area)
        if fill is not None:
            canvas.fills.append(fill)

    def _filled(self, thing: int, area: Area, onto: Matrix) -> Fill | None:
        """A path as a filled shape, its outline where it is no box; None where only its lines are drawn."""
        calls, order = self._calls, self._sheet.order
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        calls.draw_mode(thing, ctypes.byref(mode), ctypes.byref(stroked))
        if not mode.value:
            return None
        corners = calls.segments(thing)
        if corners > _MOST_CORNERS:
            return Fill(area, None, None, 1.0, order)
        outline = None
        if corners > _BOX_CORNERS:
            whole = multiplied(self._matrix_of(thing), onto)
            outline = [[self._point(calls.segment(thing, at), whole) for at in range(corners)]]
        return Fill(area, outline, *_paint_of(self._color_of(calls.fill, thing)), order)

    def _color_of(self, get: Any, thing: int) -> tuple[int, ...]:
        """Red, green, blue and opacity from 0 to 255; empty where they are unknown."""
        return tuple(self._color) if get(thing, *self._at_color) else ()

    def take_characters(self, count: int) -> None:
        """The characters in the file's order, one run for each stretch of a line whose text objects are painted alike, then the blanks."""
        sheet, placed, blank, get_sign = self._sheet, self._placed, self._blank, self._calls.sign
        unplaced = sheet.order, len(sheet.canvas.fills), IDENTITY
        run: list[Glyph] = []
        before = order = shapes = 0
        style: TextStyle | None = None
        previous = (0.0, 0.0)
        for place, thing, at in self._places(count):  # long, with local names: in many files each character is a text object of its own
            last, painted, last_order = style, shapes, order
            fresh = thing != before
            if style is None or fresh:
                before, style = thing, self._style(thing, place)
                order, shapes, _ = placed.get(thing, unplaced)
                blank.pop(thing, None)
                self._starts.append(at)
            left, baseline = at
            if style.angle:
                left, baseline = left * style.cosine - baseline * style.sine, left * style.sine + baseline * style.cosine
            if fresh and last is not None and (last is not style or painted != shapes or run[-1].baseline != baseline):
                sheet.add_run(Run(run, last.angle, last.paint, last_order))
                run = []
            code = get_sign(self._letters, place)
            text, wide = style.shapes.get(code) or self._shape(style, code, place)
            if not fresh and previous == at:  # a ligature, which pdfium takes apart
                first = run.pop()
                left, text, wide = first.left, first.text + text, first.right - first.left + wide
            previous = at
            run.append(Glyph(text, left, left + wide, baseline, style.size, style.bold, style.italic))
        if style is not None:
            sheet.add_run(Run(run, style.angle, style.paint, order))
        sheet.add_run(Run(list(self._blanks()), 0, Paint((0.0, 0.0, 0.0), 1.0, 0, None, False, False), sheet.order))

    def _places(self, count: int) -> Iterator[tuple[int, int, tuple[float, float]]]:
        """Of each character its number, its text object and where it stands; without spaces and line ends that pdfium made up."""
        letters, get_object, get_origin = self._letters, self._calls.text_object, self._calls.origin
        x, y = ctypes.c_double(), ctypes.c_double()
        at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
        for place in range(count):
            if thing := get_object(letters, place):
                get_origin(letters, place, at_x, at_y)
                yield place, thing, moved(self._matrix, x.value, y.value)

    def _shape(self, style: TextStyle, code: int, place: int) -> tuple[str, float]:
        """Text and advance of a code that the style has not met."""
        box = (ctypes.c_float * 4)()
        self._calls.box(self._letters, place, box)
        text = UNMAPPED if self._calls.is_unknown(self._letters, place) == 1 else sign_of(code)
        shape = style.shapes[code] = text, self._advance(style, code, (box[2] - box[0], box[1] - box[3]))
        return shape

    def _advance(self, style: TextStyle, code: int, box: tuple[float, float]) -> float:
        """How far a character moves along its line; by its loose box, which holds what hangs over too, where its font does not tell."""
        wide = ctypes.c_float()
        if self._calls.glyph_width(style.font, code, style.nominal, ctypes.byref(wide)) and wide.value > 0:
            return abs(wide.value) * style.along
        return hypot(self._matrix[0], self._matrix[1]) * (abs(box[0]) if style.level else hypot(*box))

    def _blanks(self) -> Iterator[Glyph]:
        """Spaces that are text objects of their own: pdfium leaves them out of its text, as it does doubled objects."""
        size = ctypes.c_float()
        taken = {(round(2 * left), round(2 * baseline)) for left, baseline in self._starts} if self._blank else set()
        for thing in self._blank:
            self._calls.size(thing, ctypes.byref(size))
            base = multiplied(multiplied(self._matrix_of(thing), self._placed[thing][2]), self._matrix)
            points = size.value * hypot(base[2], base[3])
            if points and not base[1] and (round(2 * base[4]), round(2 * base[5])) not in taken:
                yield Glyph(" ", base[4], base[4] + _BLANK * points, base[5], points)

    def _style(self, thing: int, place: int) -> TextStyle:
        calls, letters = self._calls, self._letters
        calls.matrix_of_character(letters, place, self._at_six)
        a, b, c, d, _, _ = self._six
        size, mode, font = calls.size_of_character(letters, place), calls.mode(thing), calls.font(thing)
        clips = calls.clip(thing)
        clip = self._clip(clips, paths) if clips and (paths := calls.paths_of_clip(clips)) > 0 else None
        color = self._color_of(calls.stroke if mode % 4 == _STROKED else calls.fill, thing)
        key = (a, b, c, d, size, mode, font, clip, color)
        style = self._styles.get(key)
        if style is None:
            base = multiplied((a, b, c, d, 0.0, 0.0), self._matrix)
            along = hypot(base[0], base[1]) or _LEAST_SCALE
            angle = round(degrees(atan2(base[1], base[0])))
            bold, italic = self._font(font)
            style = self._styles[key] = TextStyle(
                angle=angle,
                size=abs(size) * abs(base[0] * base[3] - base[1] * base[2]) / along,
                bold=bold or mode % 4 == _BOTH,
                italic=italic,
                paint=Paint(*_paint_of(color), mode, clip, False, False),
                font=font,
                nominal=size,
                along=along,
                level=self._matrix[1] == 0.0 == self._matrix[2] and angle == 0,
            )
        return style

    def _font(self, font: int) -> tuple[bool, bool]:
        if font not in self._fonts:
            name, slant = ctypes.create_string_buffer(_NAME_LENGTH), ctypes.c_int()
            self._calls.font_name(font, name, _NAME_LENGTH)
            self._calls.font_slant(font, ctypes.byref(slant))
            self._fonts[font] = styled(name.value.decode("utf-8", "replace"), max(0, self._calls.font_flags(font)), slant.value)
        return self._fonts[font]

    def _clip(self, clip: int, paths: int) -> Area | None:
        """The box around what the clips of an object leave; None where nothing is clipped."""
        calls = self._calls
        shown: Area | None = None
        for path in range(paths):
            corners = range(min(_MOST_CORNERS, calls.segments_of_clip(clip, path)))
            points = [self._point(calls.segment_of_clip(clip, path, at), self._matrix) for at in corners]
            if points:
                area = area_of(points)
                shown = area if shown is None else shown.cut(area)
        return shown

    def _point(self, segment: int, matrix: Matrix) -> tuple[float, float]:
        x, y = ctypes.c_float(), ctypes.c_float()
        self._calls.point(segment, ctypes.byref(x), ctypes.byref(y))
        return moved(matrix, x.value, y.value)


def _paint_of(color: tuple[int, ...]) -> tuple[Rgb | None, float]:
    """A colour of pdfium's and its opacity, each from 0 to 1."""
    if not color:
        return None, 1.0
    red, green, blue, alpha = color
    return (red / 255, green / 255, blue / 255), alpha / 255


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
