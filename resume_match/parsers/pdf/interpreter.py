"""Carries out the content streams of a page, as far as text and what lies behind it need."""

from __future__ import annotations

from collections.abc import Sequence

from resume_match.parsers.pdf import painting, showing
from resume_match.parsers.pdf.canvas import IDENTITY, Matrix, mapped, multiplied
from resume_match.parsers.pdf.content import operations
from resume_match.parsers.pdf.frame import MOST_SAVED_STATES, Frame, Operands, Sheet
from resume_match.parsers.pdf.graphics import State
from resume_match.parsers.pdf.objects import Name, Stream
from resume_match.parsers.pdf.streams import UnsupportedFilterError

MOST_NESTED_FORMS = 28
UNIT_SQUARE = (0.0, 0.0, 1.0, 1.0)
"""Where a picture is drawn before the matrix takes it to its place."""

_OPERATORS = {
    b"q": painting.save, b"Q": painting.restore, b"cm": painting.concatenate, b"gs": painting.extended_state, b"g": painting.fill_gray,
    b"rg": painting.fill_rgb, b"k": painting.fill_cmyk, b"cs": painting.fill_space, b"sc": painting.fill_color, b"scn": painting.fill_color,
    b"G": painting.stroke_gray, b"RG": painting.stroke_rgb, b"K": painting.stroke_cmyk, b"CS": painting.stroke_space,
    b"SC": painting.stroke_color, b"SCN": painting.stroke_color, b"m": painting.move_to, b"l": painting.line_to, b"c": painting.curve,
    b"v": painting.short_curve, b"y": painting.short_curve, b"re": painting.rectangle, b"W": painting.clip, b"W*": painting.clip,
    b"f": painting.fill_path, b"F": painting.fill_path, b"f*": painting.fill_path, b"B": painting.fill_path, b"B*": painting.fill_path,
    b"b": painting.fill_path, b"b*": painting.fill_path, b"S": painting.end_path, b"s": painting.end_path, b"n": painting.end_path,
    b"sh": painting.shade, b"BT": showing.begin_text, b"Tf": showing.set_font, b"Tc": showing.char_space, b"Tw": showing.word_space,
    b"Tz": showing.scaling, b"TL": showing.leading, b"Ts": showing.rise, b"Tr": showing.render_mode, b"Td": showing.move_text,
    b"TD": showing.move_text_leading, b"Tm": showing.text_matrix, b"T*": showing.next_line, b"Tj": showing.show, b"TJ": showing.show_array,
    b"'": showing.show_next_line, b'"': showing.show_spaced,
}  # fmt: skip
"""The operators that matter for reading; the rest (line widths, dashes, intents) draws no text and covers none."""


class Interpreter:
    """Draws one page on its canvas."""

    def __init__(self, page: Sheet) -> None:
        self.page = page
        self._file = page.file
        self._active: list[Stream] = []
        self._own = {
            b"Do": self._draw_object,
            b"BI": self._image,
            b"BMC": self._begin_mark,
            b"BDC": self._begin_mark,
            b"EMC": self._end_mark,
        }

    def draw(self, streams: Sequence[object], resources: dict[str, object], matrix: Matrix) -> None:
        """Carries out the page's content streams, taken together."""
        content = bytearray()
        for thing in streams:
            stream = self._file.stream(thing)
            if stream is None:
                self.page.canvas.damaged = True
                continue
            content += self._content_of(stream)
            content += b"\n"
            self._file.guard.check_stream(len(content))
        self._run(bytes(content), Frame(self.page, resources, State(matrix, None)))

    def draw_form(self, form: Stream, matrix: Matrix) -> None:
        """Carries out a form (the appearance of an annotation) with its own matrix already in `matrix`."""
        self._form(form, matrix, State(matrix, None), {})

    def _content_of(self, stream: Stream) -> bytes:
        try:
            decoded = self._file.decoded(stream)
        except UnsupportedFilterError:
            self.page.canvas.damaged = True
            return b""
        if not decoded.whole:
            self.page.canvas.damaged = True
        return decoded.data

    def _run(self, content: bytes, frame: Frame) -> None:
        off = self.page.off
        for name, operands in operations(content, self._file.guard):
            try:
                if name in _OPERATORS:
                    _OPERATORS[name](frame, operands)
                elif name in self._own:
                    self._own[name](frame, operands)
            except (IndexError, TypeError, ValueError, OverflowError, ZeroDivisionError):
                continue  # operands of the wrong number or kind: viewers skip the operator
        self.page.off = off

    def _draw_object(self, frame: Frame, operands: Operands) -> None:
        """Do"""
        page, file = self.page, self._file
        stream = file.stream(file.dictionary(frame.resources.get("XObject")).get(str(operands[-1])))
        if stream is None:
            return
        page.draws += 1
        most = file.guard.limits.pdf_form_draws_per_page
        if page.draws > most:
            raise file.guard.exceeded(f"a page draws more than {most:,} forms and pictures", "pdf_form_draws_per_page")
        off = page.layers.is_off(stream.attributes.get("OC"))
        page.off += off
        if file.name(stream.attributes.get("Subtype")) == "Form":
            own = file.numbers_of(stream.attributes.get("Matrix"), 6)
            matrix = (own[0], own[1], own[2], own[3], own[4], own[5]) if own else IDENTITY
            self._form(stream, multiplied(matrix, frame.state.matrix), frame.state.copy(), frame.resources)
        else:
            self._image(frame, operands)
        page.off -= off

    def _form(self, form: Stream, matrix: Matrix, state: State, outer: dict[str, object]) -> None:
        if form in self._active or len(self._active) >= MOST_NESTED_FORMS:
            return
        state.matrix = matrix
        box = self._file.numbers_of(form.attributes.get("BBox"), 4)
        if box:
            area = mapped(matrix, box)
            state.clip = area if state.clip is None else state.clip.cut(area)
        own = self._file.dictionary(form.attributes.get("Resources"))
        self._active.append(form)
        self._run(self._content_of(form), Frame(self.page, own or outer, state))
        self._active.pop()

    def _image(self, frame: Frame, _: Operands) -> None:
        """BI, and Do of a picture"""
        if self.page.off:
            return
        state, canvas = frame.state, self.page.canvas
        area = mapped(state.matrix, UNIT_SQUARE)
        shown = area if state.clip is None else area.cut(state.clip)
        canvas.images.append(shown.cut(canvas.area))
        self.page.add_fill(area, None, None, state)

    def _begin_mark(self, frame: Frame, operands: Operands) -> None:
        """BMC, BDC"""
        entry = operands[1] if len(operands) > 1 else None
        properties = self._file.dictionary(frame.resources.get("Properties"))
        thing = properties.get(entry) if isinstance(entry, Name) else entry
        off = bool(operands) and operands[0] == "OC" and self.page.layers.is_off(thing)
        if len(frame.marks) < MOST_SAVED_STATES:
            frame.marks.append(off)
            self.page.off += off

    def _end_mark(self, frame: Frame, _: Operands) -> None:
        """EMC"""
        if frame.marks:
            self.page.off -= frame.marks.pop()
