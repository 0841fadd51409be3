"""Annotations of a page: links with their targets, and what forms and comments show on the page."""

from __future__ import annotations

from typing import NamedTuple

from pdfminer.utils import decode_text

from resume_match.parsers.layout import Glyph
from resume_match.parsers.pdf.canvas import Area, Canvas, Matrix, Paint, Run, mapped, multiplied
from resume_match.parsers.pdf.colors import BLACK
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.interpreter import Interpreter
from resume_match.parsers.pdf.pages import Page

_HIDDEN, _NO_VIEW = 2, 32
MOST_ANNOTATIONS = 1_000
MOST_PARENTS = 32
_FIELD_SIZE = 10.0
_COMMENTS = ("Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret")


class PageLink(NamedTuple):
    """A link's rectangle on the page, in layout's coordinates, and its target."""

    area: Area
    target: str


class Annotations(NamedTuple):
    """The links of a page and whether it carries comments."""

    links: list[PageLink]
    comments: bool


def read_annotations(page: Page, matrix: Matrix, interpreter: Interpreter) -> Annotations:
    """The links of a page; what its form fields and stamps show is drawn on the canvas."""
    file, canvas = interpreter.page.file, interpreter.page.canvas
    links: list[PageLink] = []
    comments = False
    for thing in file.array(page.attributes.get("Annots"))[:MOST_ANNOTATIONS]:
        annotation = file.dictionary(thing)
        rectangle = file.numbers_of(annotation.get("Rect"), 4)
        kind = file.name(annotation.get("Subtype"))
        if rectangle is None or file.integer(annotation.get("F")) & (_HIDDEN | _NO_VIEW):
            continue
        area = mapped(matrix, rectangle)
        if kind == "Link":
            target = _target(file, annotation)
            if target:
                links.append(PageLink(area, target))
        elif kind in ("Widget", "FreeText", "Stamp"):
            if not _draw_appearance(annotation, rectangle, matrix, interpreter):
                _draw_value(file, annotation, area, canvas)
        elif kind in _COMMENTS and file.value(annotation.get("Contents")):
            comments = True
    return Annotations(links, comments)


def text_of(file: PdfFile, thing: object) -> str:
    """A text string decoded (UTF-16 with its mark, else PDFDocEncoding), or a name; empty where it is neither."""
    value = file.value(thing)
    if isinstance(value, bytes):
        if value.startswith(b"\xef\xbb\xbf"):
            return value[3:].decode("utf-8", "replace")
        return str(decode_text(value))
    return str(value) if isinstance(value, str) else ""


def _target(file: PdfFile, annotation: dict[str, object]) -> str:
    action = file.dictionary(annotation.get("A"))
    uri = file.value(action.get("URI"))
    if not isinstance(uri, bytes):
        return ""
    target = uri.decode("utf-8", "replace").strip()
    return "".join(sign for sign in target if sign.isprintable())[:2_000]


def _draw_appearance(annotation: dict[str, object], rectangle: list[float], matrix: Matrix, interpreter: Interpreter) -> bool:
    """Draws the annotation's appearance into its rectangle (PDF 32000-1, 12.5.5); False where it has none."""
    file = interpreter.page.file
    normal = file.value(file.dictionary(annotation.get("AP")).get("N"))
    if isinstance(normal, dict):
        normal = file.value(normal.get(file.name(annotation.get("AS"))))
    stream = file.stream(normal)
    if stream is None or not stream.raw.strip():
        return False
    box = file.numbers_of(stream.attributes.get("BBox"), 4)
    own = file.numbers_of(stream.attributes.get("Matrix"), 6) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    form: Matrix = (own[0], own[1], own[2], own[3], own[4], own[5])
    if box is None:
        return False
    drawn = mapped(form, box)
    left, right = sorted((rectangle[0], rectangle[2]))
    bottom, top = sorted((rectangle[1], rectangle[3]))
    wide, high = drawn.right - drawn.left, drawn.bottom - drawn.top
    if wide <= 0 or high <= 0:
        return False
    x, y = (right - left) / wide, (top - bottom) / high
    fit: Matrix = (x, 0.0, 0.0, y, left - drawn.left * x, bottom - drawn.top * y)
    interpreter.draw_form(stream, multiplied(multiplied(form, fit), matrix))
    return True


def _draw_value(file: PdfFile, annotation: dict[str, object], area: Area, canvas: Canvas) -> None:
    """Puts a form field's value, which the file leaves to the viewer to draw, into its rectangle."""
    field = annotation
    value, kind = field.get("V"), field.get("FT")
    for _ in range(MOST_PARENTS):
        if (value is not None and kind is not None) or "Parent" not in field:
            break
        field = file.dictionary(field.get("Parent"))
        value = field.get("V") if value is None else value
        kind = field.get("FT") if kind is None else kind
    if file.name(kind) not in ("Tx", "Ch") and file.name(annotation.get("Subtype")) != "FreeText":
        return
    text = text_of(file, value) or text_of(file, annotation.get("Contents"))
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()][:500]
    for index, line in enumerate(lines):
        size = min(_FIELD_SIZE, max(2.0, (area.bottom - area.top) / max(1, len(lines)) / 1.2))
        baseline = area.top + size * (1.0 + 1.2 * index)
        glyphs = [
            Glyph(sign, area.left + place * size * 0.5, area.left + (place + 1) * size * 0.5, baseline, size)
            for place, sign in enumerate(line[:2_000])
        ]
        canvas.characters += len(glyphs)
        canvas.runs.append(Run(glyphs, 0, Paint(BLACK, 1.0, 0, None, False, False), 0))
