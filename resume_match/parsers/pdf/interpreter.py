"""Carries out the content streams of a page, as far as text and what lies behind it need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import atan2, cos, degrees, hypot, radians, sin

from resume_match.parsers.layout import Glyph
from resume_match.parsers.pdf.canvas import Area, Canvas, Fill, Matrix, Outline, Paint, Run, area_of, mapped, moved, multiplied
from resume_match.parsers.pdf.colors import ColorSpaces, Rgb, cmyk, gray, rgb
from resume_match.parsers.pdf.content import operations
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.fonts import Font, read_font
from resume_match.parsers.pdf.graphics import Path, State, TextPosition
from resume_match.parsers.pdf.layers import Layers
from resume_match.parsers.pdf.objects import Name, Ref, Stream
from resume_match.parsers.pdf.streams import UnsupportedFilterError

MOST_NESTED_FORMS = 28
MOST_SAVED_STATES = 512
MOST_FILLS = 20_000
MOST_POINTS = 2_000
Operands = list[object]


class FontShelf:
    """The fonts of a file, each read once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts: dict[int, Font] = {}

    def font(self, thing: object) -> Font:
        """The font that a resource entry names."""
        spec = self._file.dictionary(thing)
        key = thing.number if isinstance(thing, Ref) else -id(spec)
        if key not in self._fonts:
            self._fonts[key] = read_font(self._file, spec)
        return self._fonts[key]


class Interpreter:
    """Draws one page on a canvas."""

    def __init__(self, file: PdfFile, shelf: FontShelf, layers: Layers, canvas: Canvas) -> None:
        self._file = file
        self._guard = file.guard
        self._shelf = shelf
        self._layers = layers
        self._canvas = canvas
        self._order = 0
        self._draws = 0
        self._active: list[int] = []
        self._marks: list[bool] = []
        self._off = 0
        self._operators = _operators(self)

    def draw(self, streams: Sequence[object], resources: dict[str, object], matrix: Matrix) -> None:
        """Carries out the page's content streams, taken together."""
        data = bytearray()
        for thing in streams:
            stream = self._file.stream(thing)
            if stream is None:
                self._canvas.damaged = True
                continue
            data += self._bytes_of(stream)
            data += b"\n"
            self._guard.check_stream(len(data))
        self._run(bytes(data), resources, State(matrix, None))

    def draw_form(self, form: Stream, matrix: Matrix) -> None:
        """Carries out a form (the appearance of an annotation) with its own matrix already in `matrix`."""
        self._state = State(matrix, None)
        self._resources: dict[str, object] = {}
        self._form(form, matrix)

    def _bytes_of(self, stream: Stream) -> bytes:
        try:
            decoded = self._file.decoded(stream)
        except UnsupportedFilterError:
            self._canvas.damaged = True
            return b""
        if not decoded.whole:
            self._canvas.damaged = True
        return decoded.data

    def _run(self, data: bytes, resources: dict[str, object], state: State) -> None:
        self._resources = resources
        self._fonts = self._file.dictionary(resources.get("Font"))
        self._spaces = ColorSpaces(self._file, resources)
        self._state = state
        self._saved: list[State] = []
        self._text = TextPosition()
        self._path = Path()
        operators = self._operators
        for name, operands in operations(data, self._guard):
            operator = operators.get(name)
            if operator is not None:
                try:
                    operator(operands)
                except (IndexError, TypeError, ValueError, OverflowError, ZeroDivisionError):
                    continue  # operands of the wrong number or kind: readers skip the operator

    # --------------------------------------------------------------------------------------------------------- graphics state

    def save(self, _: Operands) -> None:
        if len(self._saved) < MOST_SAVED_STATES:
            self._saved.append(self._state.copy())

    def restore(self, _: Operands) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def concatenate(self, operands: Operands) -> None:
        self._state.matrix = multiplied(_matrix(operands), self._state.matrix)

    def extended_state(self, operands: Operands) -> None:
        entries = self._file.dictionary(self._file.dictionary(self._resources.get("ExtGState")).get(str(operands[-1])))
        state = self._state
        state.alpha = self._file.number(entries.get("ca"), state.alpha)
        state.stroke_alpha = self._file.number(entries.get("CA"), state.stroke_alpha)
        if "SMask" in entries:
            state.masked = self._file.name(entries["SMask"]) != "None"
        font = self._file.array(entries.get("Font"))
        if len(font) == 2:
            state.font, state.size = self._shelf.font(font[0]), self._file.number(font[1])

    def fill_gray(self, operands: Operands) -> None:
        self._state.fill, self._state.fill_space = gray(_numbers(operands, 1)), Name("DeviceGray")

    def fill_rgb(self, operands: Operands) -> None:
        self._state.fill, self._state.fill_space = rgb(_numbers(operands, 3)), Name("DeviceRGB")

    def fill_cmyk(self, operands: Operands) -> None:
        self._state.fill, self._state.fill_space = cmyk(_numbers(operands, 4)), Name("DeviceCMYK")

    def stroke_gray(self, operands: Operands) -> None:
        self._state.stroke, self._state.stroke_space = gray(_numbers(operands, 1)), Name("DeviceGray")

    def stroke_rgb(self, operands: Operands) -> None:
        self._state.stroke, self._state.stroke_space = rgb(_numbers(operands, 3)), Name("DeviceRGB")

    def stroke_cmyk(self, operands: Operands) -> None:
        self._state.stroke, self._state.stroke_space = cmyk(_numbers(operands, 4)), Name("DeviceCMYK")

    def fill_space(self, operands: Operands) -> None:
        self._state.fill_space = operands[-1]
        self._state.fill = self._spaces.initial(operands[-1])

    def stroke_space(self, operands: Operands) -> None:
        self._state.stroke_space = operands[-1]
        self._state.stroke = self._spaces.initial(operands[-1])

    def fill_color(self, operands: Operands) -> None:
        self._state.fill = self._spaces.color(self._state.fill_space, operands)

    def stroke_color(self, operands: Operands) -> None:
        self._state.stroke = self._spaces.color(self._state.stroke_space, operands)

    # -------------------------------------------------------------------------------------------------------------------- paths

    def move_to(self, operands: Operands) -> None:
        self._path.begin(self._point(operands, 0))

    def line_to(self, operands: Operands) -> None:
        self._path.add(self._point(operands, 0))

    def curve(self, operands: Operands) -> None:
        start, one, two, end = self._path.last(), self._point(operands, 0), self._point(operands, 2), self._point(operands, 4)
        middle = tuple((s + 3 * a + 3 * b + e) / 8 for s, a, b, e in zip(start, one, two, end, strict=True))
        self._path.add((middle[0], middle[1]))
        self._path.add(end)

    def short_curve(self, operands: Operands) -> None:
        self._path.add(self._point(operands, 2))

    def rectangle(self, operands: Operands) -> None:
        x, y, width, height = _numbers(operands, 4)
        matrix = self._state.matrix
        self._path.begin(moved(matrix, x, y))
        for corner in ((x + width, y), (x + width, y + height), (x, y + height), (x, y)):
            self._path.add(moved(matrix, *corner))

    def clip(self, _: Operands) -> None:
        self._path.clips = True

    def fill_path(self, _: Operands) -> None:
        state = self._state
        points = self._path.points()
        if len(points) > 2 and len(self._canvas.fills) < MOST_FILLS:
            outline = None if self._path.is_box() or len(points) > MOST_POINTS else self._path.subpaths
            color = state.fill if len(points) <= MOST_POINTS and not state.masked else None
            self._add_fill(area_of(points), outline, color, state.alpha)
        self.end_path([])

    def end_path(self, _: Operands) -> None:
        if self._path.clips:
            points = self._path.points()
            area = area_of(points) if points else Area(0.0, 0.0, 0.0, 0.0)
            self._state.clip = area if self._state.clip is None else self._state.clip.cut(area)
            if points and not self._path.is_box():
                self._state.clip_shapes = (*self._state.clip_shapes, self._path.subpaths)
        self._path = Path()

    def shade(self, _: Operands) -> None:
        self._add_fill(self._state.clip or self._canvas.area, None, None, 1.0)

    def _add_fill(self, area: Area, outline: Outline | None, color: Rgb | None, alpha: float) -> None:
        if self._off:
            return
        self._order += 1
        shapes = self._state.clip_shapes
        if sum(len(points) for shape in shapes for points in shape) > MOST_POINTS:
            color, shapes = None, ()
        area = area if self._state.clip is None else area.cut(self._state.clip)
        self._canvas.fills.append(Fill(area, outline, color, alpha, self._order, shapes))

    def _point(self, operands: Operands, start: int) -> tuple[float, float]:
        x, y = operands[start], operands[start + 1]
        if not (isinstance(x, int | float) and isinstance(y, int | float)):
            raise TypeError("a coordinate that is no number")
        return moved(self._state.matrix, x, y)

    # --------------------------------------------------------------------------------------------------- forms, pictures, layers

    def draw_object(self, operands: Operands) -> None:
        thing = self._file.dictionary(self._resources.get("XObject")).get(str(operands[-1]))
        stream = self._file.stream(thing)
        if stream is None:
            return
        self._draws += 1
        if self._draws > self._guard.limits.pdf_form_draws_per_page:
            most = self._guard.limits.pdf_form_draws_per_page
            raise self._guard.exceeded(f"a page draws more than {most:,} forms and pictures", "pdf_form_draws_per_page")
        off = self._layers.is_off(stream.attributes.get("OC"))
        self._off += off
        if self._file.name(stream.attributes.get("Subtype")) == "Form":
            matrix = self._file.numbers_of(stream.attributes.get("Matrix"), 6)
            own: Matrix = (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]) if matrix else (1, 0, 0, 1, 0, 0)
            self._form(stream, multiplied(own, self._state.matrix))
        else:
            self.image([])
        self._off -= off

    def _form(self, form: Stream, matrix: Matrix) -> None:
        key = id(form)
        if key in self._active or len(self._active) >= MOST_NESTED_FORMS:
            return
        outer = self.__dict__.copy()
        state = self._state.copy()
        state.matrix = matrix
        box = self._file.numbers_of(form.attributes.get("BBox"), 4)
        if box:
            area = mapped(matrix, *box)
            state.clip = area if state.clip is None else state.clip.cut(area)
        own = self._file.dictionary(form.attributes.get("Resources"))
        self._active.append(key)
        self._run(self._bytes_of(form), own or self._resources, state)
        self._active.pop()
        for name in ("_resources", "_fonts", "_spaces", "_state", "_saved", "_text", "_path", "_marks", "_off"):
            if name in outer:
                setattr(self, name, outer[name])

    def image(self, _: Operands) -> None:
        area = mapped(self._state.matrix, 0, 0, 1, 1)
        if self._off:
            return
        visible = area if self._state.clip is None else area.cut(self._state.clip)
        self._canvas.images.append(visible.cut(self._canvas.area))
        if len(self._canvas.fills) < MOST_FILLS:
            self._add_fill(area, None, None, 1.0)

    def begin_mark(self, operands: Operands) -> None:
        tag = operands[0] if operands else None
        entry = operands[1] if len(operands) > 1 else None
        properties = self._file.dictionary(self._resources.get("Properties"))
        thing = properties.get(entry) if isinstance(entry, Name) else entry
        off = tag == "OC" and self._layers.is_off(thing)
        self._marks = [*self._marks[-MOST_SAVED_STATES:], off]
        self._off += off

    def end_mark(self, _: Operands) -> None:
        if self._marks:
            self._off -= self._marks[-1]
            self._marks = self._marks[:-1]

    # --------------------------------------------------------------------------------------------------------------------- text

    def begin_text(self, _: Operands) -> None:
        self._text = TextPosition()

    def set_font(self, operands: Operands) -> None:
        self._state.size = _numbers(operands[-1:], 1)[0]
        self._state.font = self._shelf.font(self._fonts.get(str(operands[-2])))

    def char_space(self, operands: Operands) -> None:
        self._state.char_space = _numbers(operands, 1)[0]

    def word_space(self, operands: Operands) -> None:
        self._state.word_space = _numbers(operands, 1)[0]

    def scaling(self, operands: Operands) -> None:
        self._state.scaling = _numbers(operands, 1)[0] / 100

    def leading(self, operands: Operands) -> None:
        self._state.leading = _numbers(operands, 1)[0]

    def rise(self, operands: Operands) -> None:
        self._state.rise = _numbers(operands, 1)[0]

    def render_mode(self, operands: Operands) -> None:
        self._state.mode = int(_numbers(operands, 1)[0])

    def move_text(self, operands: Operands) -> None:
        self._text.move(*_numbers(operands, 2))

    def move_text_leading(self, operands: Operands) -> None:
        x, y = _numbers(operands, 2)
        self._state.leading = -y
        self._text.move(x, y)

    def text_matrix(self, operands: Operands) -> None:
        self._text.matrix = _matrix(operands)
        self._text.advance = 0.0

    def next_line(self, _: Operands) -> None:
        self._text.move(0.0, -self._state.leading)

    def show(self, operands: Operands) -> None:
        self._show([operands[-1]])

    def show_array(self, operands: Operands) -> None:
        parts = operands[-1]
        if isinstance(parts, list):
            self._show(parts)

    def show_next_line(self, operands: Operands) -> None:
        self.next_line([])
        self._show([operands[-1]])

    def show_spaced(self, operands: Operands) -> None:
        self._state.word_space, self._state.char_space = _numbers(operands[:2], 2)
        self.show_next_line(operands)

    def _show(self, parts: list[object]) -> None:
        state = self._state
        font = state.font or self._shelf.font(None)
        base = multiplied(self._text.matrix, state.matrix)
        stretch = state.scaling
        along = hypot(base[0], base[1]) or 1e-9
        angle = round(degrees(atan2(base[1], base[0])))
        size = abs(state.size) * font.scale * abs(base[0] * base[3] - base[1] * base[2]) / along
        ox, oy = moved(base, 0.0, state.rise)
        if angle:
            turn = radians(-angle)
            ox, oy = ox * cos(turn) - oy * sin(turn), ox * sin(turn) + oy * cos(turn)
        glyphs: list[Glyph] = []
        add = glyphs.append
        bold, italic = font.bold or state.mode % 4 == 2, font.italic
        x = self._text.advance
        for part in parts:
            if isinstance(part, bytes):
                for shape, is_space in font.shapes(part):
                    wide = shape.width * state.size * stretch
                    left, right = ox + x * along, ox + (x + wide) * along
                    add(Glyph(shape.text, min(left, right), max(left, right), oy, size, bold, italic))
                    x += wide + (state.char_space + (state.word_space if is_space else 0.0)) * stretch
            elif isinstance(part, int | float):
                x -= part * 0.001 * state.size * stretch
        self._text.advance = x
        self._count(len(glyphs))
        if glyphs:
            self._order += 1
            self._canvas.runs.append(Run(glyphs, angle, self._paint(), self._order))

    def _count(self, characters: int) -> None:
        self._canvas.characters += characters
        if self._canvas.characters > self._guard.limits.page_characters:
            raise self._guard.exceeded(f"a page holds more than {self._guard.limits.page_characters:,} characters", "page_characters")

    def _paint(self) -> Paint:
        state = self._state
        stroked = state.mode % 4 == 1
        color, alpha = (state.stroke, state.stroke_alpha) if stroked else (state.fill, state.alpha)
        return Paint(color, alpha, state.mode, state.clip, self._off > 0, state.masked)


def _numbers(operands: Sequence[object], count: int) -> list[float]:
    values = [value for value in operands[-count:] if isinstance(value, int | float)]
    if len(values) < count:
        raise ValueError("too few numbers")
    return [float(value) for value in values]


def _matrix(operands: Sequence[object]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return a, b, c, d, e, f


def _operators(page: Interpreter) -> dict[bytes, Callable[[Operands], None]]:
    """The operators that matter for reading; the rest (line widths, dashes, intents) draws no text and covers none."""
    return {
        b"q": page.save, b"Q": page.restore, b"cm": page.concatenate, b"gs": page.extended_state,
        b"g": page.fill_gray, b"rg": page.fill_rgb, b"k": page.fill_cmyk, b"cs": page.fill_space, b"sc": page.fill_color,
        b"scn": page.fill_color,
        b"G": page.stroke_gray, b"RG": page.stroke_rgb, b"K": page.stroke_cmyk, b"CS": page.stroke_space, b"SC": page.stroke_color,
        b"SCN": page.stroke_color, b"m": page.move_to, b"l": page.line_to, b"c": page.curve, b"v": page.short_curve, b"y": page.short_curve,
        b"re": page.rectangle, b"W": page.clip, b"W*": page.clip, b"f": page.fill_path, b"F": page.fill_path, b"f*": page.fill_path,
        b"B": page.fill_path, b"B*": page.fill_path, b"b": page.fill_path, b"b*": page.fill_path, b"S": page.end_path, b"s": page.end_path,
        b"n": page.end_path, b"sh": page.shade, b"Do": page.draw_object, b"BI": page.image, b"BMC": page.begin_mark,
        b"BDC": page.begin_mark,
        b"EMC": page.end_mark, b"BT": page.begin_text, b"Tf": page.set_font, b"Tc": page.char_space, b"Tw": page.word_space,
        b"Tz": page.scaling, b"TL": page.leading, b"Ts": page.rise, b"Tr": page.render_mode, b"Td": page.move_text,
        b"TD": page.move_text_leading, b"Tm": page.text_matrix, b"T*": page.next_line, b"Tj": page.show, b"TJ": page.show_array,
        b"'": page.show_next_line, b'"': page.show_spaced,
    }  # fmt: skip
