"""The operators of graphics state, colours and paths."""

from __future__ import annotations

from resume_match.parsers.pdf.canvas import Area, area_of, moved, multiplied
from resume_match.parsers.pdf.colors import cmyk, gray, rgb
from resume_match.parsers.pdf.frame import MOST_POINTS, MOST_SAVED_STATES, Frame, Operands, numbers
from resume_match.parsers.pdf.graphics import Path
from resume_match.parsers.pdf.objects import Name

_GRAY, _RGB, _CMYK = Name("DeviceGray"), Name("DeviceRGB"), Name("DeviceCMYK")


def save(frame: Frame, _: Operands) -> None:
    """q"""
    if len(frame.saved) < MOST_SAVED_STATES:
        frame.saved.append(frame.state.copy())


def restore(frame: Frame, _: Operands) -> None:
    """Q"""
    if frame.saved:
        frame.state = frame.saved.pop()


def concatenate(frame: Frame, operands: Operands) -> None:
    """cm"""
    a, b, c, d, e, f = numbers(operands, 6)
    frame.state.matrix = multiplied((a, b, c, d, e, f), frame.state.matrix)


def extended_state(frame: Frame, operands: Operands) -> None:
    """gs"""
    file, state = frame.page.file, frame.state
    entries = file.dictionary(file.dictionary(frame.resources.get("ExtGState")).get(str(operands[-1])))
    state.alpha = file.number(entries.get("ca"), state.alpha)
    state.stroke_alpha = file.number(entries.get("CA"), state.stroke_alpha)
    if "SMask" in entries:
        state.masked = file.name(entries["SMask"]) != "None"
    font = file.array(entries.get("Font"))
    if len(font) == 2:
        state.font, state.size = frame.page.shelf.font(font[0]), file.number(font[1])


def fill_gray(frame: Frame, operands: Operands) -> None:
    """g"""
    frame.state.fill, frame.state.fill_space = gray(numbers(operands, 1)), _GRAY


def fill_rgb(frame: Frame, operands: Operands) -> None:
    """rg"""
    frame.state.fill, frame.state.fill_space = rgb(numbers(operands, 3)), _RGB


def fill_cmyk(frame: Frame, operands: Operands) -> None:
    """k"""
    frame.state.fill, frame.state.fill_space = cmyk(numbers(operands, 4)), _CMYK


def stroke_gray(frame: Frame, operands: Operands) -> None:
    """G"""
    frame.state.stroke, frame.state.stroke_space = gray(numbers(operands, 1)), _GRAY


def stroke_rgb(frame: Frame, operands: Operands) -> None:
    """RG"""
    frame.state.stroke, frame.state.stroke_space = rgb(numbers(operands, 3)), _RGB


def stroke_cmyk(frame: Frame, operands: Operands) -> None:
    """K"""
    frame.state.stroke, frame.state.stroke_space = cmyk(numbers(operands, 4)), _CMYK


def fill_space(frame: Frame, operands: Operands) -> None:
    """cs"""
    frame.state.fill_space = operands[-1]
    frame.state.fill = frame.spaces.initial(operands[-1])


def stroke_space(frame: Frame, operands: Operands) -> None:
    """CS"""
    frame.state.stroke_space = operands[-1]
    frame.state.stroke = frame.spaces.initial(operands[-1])


def fill_color(frame: Frame, operands: Operands) -> None:
    """sc, scn"""
    frame.state.fill = frame.spaces.color(frame.state.fill_space, operands)


def stroke_color(frame: Frame, operands: Operands) -> None:
    """SC, SCN"""
    frame.state.stroke = frame.spaces.color(frame.state.stroke_space, operands)


def _point(frame: Frame, operands: Operands, start: int) -> tuple[float, float]:
    x, y = operands[start], operands[start + 1]
    if not (isinstance(x, int | float) and isinstance(y, int | float)):
        raise TypeError("a coordinate that is no number")
    return moved(frame.state.matrix, x, y)


def move_to(frame: Frame, operands: Operands) -> None:
    """m"""
    frame.path.begin(_point(frame, operands, 0))


def line_to(frame: Frame, operands: Operands) -> None:
    """l"""
    frame.path.add(_point(frame, operands, 0))


def curve(frame: Frame, operands: Operands) -> None:
    """c: kept as its middle and its end"""
    start = frame.path.last()
    one, two, end = (_point(frame, operands, place) for place in (0, 2, 4))
    frame.path.add(((start[0] + 3 * one[0] + 3 * two[0] + end[0]) / 8, (start[1] + 3 * one[1] + 3 * two[1] + end[1]) / 8))
    frame.path.add(end)


def short_curve(frame: Frame, operands: Operands) -> None:
    """v, y: kept as its end"""
    frame.path.add(_point(frame, operands, 2))


def rectangle(frame: Frame, operands: Operands) -> None:
    """re"""
    x, y, width, height = numbers(operands, 4)
    matrix = frame.state.matrix
    frame.path.begin(moved(matrix, x, y))
    for corner in ((x + width, y), (x + width, y + height), (x, y + height), (x, y)):
        frame.path.add(moved(matrix, *corner))


def clip(frame: Frame, _: Operands) -> None:
    """W, W*: takes effect once the path is done with"""
    frame.path.clips = True


def fill_path(frame: Frame, operands: Operands) -> None:
    """f, F, f*, B, B*, b, b*"""
    path, state = frame.path, frame.state
    points = path.points()
    if len(points) > 2:
        simple = len(points) <= MOST_POINTS
        outline = path.subpaths if simple and not path.is_box() else None
        frame.page.add_fill(area_of(points), outline, state.fill if simple and not state.masked else None, state)
    end_path(frame, operands)


def end_path(frame: Frame, _: Operands) -> None:
    """n, S, s"""
    path, state = frame.path, frame.state
    if path.clips:
        points = path.points()
        area = area_of(points) if points else Area(0.0, 0.0, 0.0, 0.0)
        state.clip = area if state.clip is None else state.clip.cut(area)
        if points and not path.is_box():
            state.clip_shapes = (*state.clip_shapes, path.subpaths)
    frame.path = Path()


def shade(frame: Frame, _: Operands) -> None:
    """sh: paints all that the clip leaves, in colours unknown"""
    frame.page.add_fill(frame.state.clip or frame.page.canvas.area, None, None, frame.state)
