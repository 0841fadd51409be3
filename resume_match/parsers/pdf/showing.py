"""The operators of text."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin

from resume_match.parsers.layout import Glyph
from resume_match.parsers.pdf.canvas import Paint, Run, moved, multiplied
from resume_match.parsers.pdf.frame import Frame, Operands, numbers
from resume_match.parsers.pdf.graphics import TextPosition

_STROKED, _BOTH = 1, 2
_SMALLEST_SCALE = 1e-9


def begin_text(frame: Frame, _: Operands) -> None:
    """BT"""
    frame.text = TextPosition()


def set_font(frame: Frame, operands: Operands) -> None:
    """Tf"""
    frame.state.size = numbers(operands, 1)[0]
    frame.state.font = frame.page.shelf.font(frame.fonts.get(str(operands[-2])))


def char_space(frame: Frame, operands: Operands) -> None:
    """Tc"""
    frame.state.char_space = numbers(operands, 1)[0]


def word_space(frame: Frame, operands: Operands) -> None:
    """Tw"""
    frame.state.word_space = numbers(operands, 1)[0]


def scaling(frame: Frame, operands: Operands) -> None:
    """Tz"""
    frame.state.scaling = numbers(operands, 1)[0] / 100


def leading(frame: Frame, operands: Operands) -> None:
    """TL"""
    frame.state.leading = numbers(operands, 1)[0]


def rise(frame: Frame, operands: Operands) -> None:
    """Ts"""
    frame.state.rise = numbers(operands, 1)[0]


def render_mode(frame: Frame, operands: Operands) -> None:
    """Tr"""
    frame.state.mode = int(numbers(operands, 1)[0])


def move_text(frame: Frame, operands: Operands) -> None:
    """Td"""
    frame.text.move(*numbers(operands, 2))


def move_text_leading(frame: Frame, operands: Operands) -> None:
    """TD"""
    x, y = numbers(operands, 2)
    frame.state.leading = -y
    frame.text.move(x, y)


def text_matrix(frame: Frame, operands: Operands) -> None:
    """Tm"""
    a, b, c, d, e, f = numbers(operands, 6)
    frame.text.matrix = (a, b, c, d, e, f)
    frame.text.advance = 0.0


def next_line(frame: Frame, _: Operands) -> None:
    """T*"""
    frame.text.move(0.0, -frame.state.leading)


def show(frame: Frame, operands: Operands) -> None:
    """Tj"""
    _show(frame, [operands[-1]])


def show_array(frame: Frame, operands: Operands) -> None:
    """TJ"""
    parts = operands[-1]
    if isinstance(parts, list):
        _show(frame, parts)


def show_next_line(frame: Frame, operands: Operands) -> None:
    """'"""
    next_line(frame, operands)
    _show(frame, [operands[-1]])


def show_spaced(frame: Frame, operands: Operands) -> None:
    '''"'''
    frame.state.word_space, frame.state.char_space = numbers(operands[:2], 2)
    show_next_line(frame, operands)


def _show(frame: Frame, parts: list[object]) -> None:
    """Puts the characters on the canvas, in the frame of their own direction, and moves on along the line."""
    state, page = frame.state, frame.page
    font = state.font or page.shelf.font(None)
    base = multiplied(frame.text.matrix, state.matrix)
    along = hypot(base[0], base[1]) or _SMALLEST_SCALE
    angle = round(degrees(atan2(base[1], base[0])))
    size = abs(state.size) * font.scale * abs(base[0] * base[3] - base[1] * base[2]) / along
    left, baseline = moved(base, 0.0, state.rise)
    if angle:
        turn = radians(-angle)
        left, baseline = left * cos(turn) - baseline * sin(turn), left * sin(turn) + baseline * cos(turn)
    bold = font.bold or state.mode % 4 == _BOTH
    unit = state.size * state.scaling
    glyphs: list[Glyph] = []
    x = frame.text.advance
    for part in parts:
        if isinstance(part, bytes):
            for shape, is_space in font.shapes(part):
                wide = shape.width * unit
                start, end = left + x * along, left + (x + wide) * along
                glyphs.append(Glyph(shape.text, min(start, end), max(start, end), baseline, size, bold, font.italic))
                x += wide + (state.char_space + (state.word_space if is_space else 0.0)) * state.scaling
        elif isinstance(part, int | float):
            x -= part * 0.001 * unit
    frame.text.advance = x
    page.order += 1
    page.add_run(Run(glyphs, angle, _paint(frame), page.order))


def _paint(frame: Frame) -> Paint:
    state = frame.state
    stroked = state.mode % 4 == _STROKED
    color, alpha = (state.stroke, state.stroke_alpha) if stroked else (state.fill, state.alpha)
    return Paint(color, alpha, state.mode, state.clip, frame.page.off > 0, state.masked)
