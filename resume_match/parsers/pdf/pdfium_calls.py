"""The functions of pdfium that reading needs, bound once, and the values that reading with them passes on."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from functools import cache
from math import cos, radians, sin
from typing import Any

from resume_match.parsers.layout.glyphs import UNMAPPED
from resume_match.parsers.pdf.canvas import Paint

_PLAIN = {2: "-", 0xA0: " "}  # pdfium's sign for a hyphen at a line's end; a space that may not be broken


class PdfiumCalls:
    """The functions of pdfium that reading calls for every character and shape.

    Handles and places to write to are plain addresses, and the interpreter is not let go for calls so short: less than half the time
    of pypdfium2's own bindings.
    """

    def __init__(self, raw: Any) -> None:
        handle, whole, single, double = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_double

        def bound(name: str, result: Any, *arguments: Any) -> Any:
            address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
            return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)

        self.text_object = bound("FPDFText_GetTextObject", handle, handle, whole)
        self.sign = bound("FPDFText_GetUnicode", ctypes.c_uint, handle, whole)
        self.is_unknown = bound("FPDFText_HasUnicodeMapError", whole, handle, whole)
        self.origin = bound("FPDFText_GetCharOrigin", whole, handle, whole, handle, handle)
        self.box = bound("FPDFText_GetLooseCharBox", whole, handle, whole, handle)
        self.matrix_of_character = bound("FPDFText_GetMatrix", whole, handle, whole, handle)
        self.size_of_character = bound("FPDFText_GetFontSize", double, handle, whole)
        self.page_object = bound("FPDFPage_GetObject", handle, handle, whole)
        self.form_object = bound("FPDFFormObj_GetObject", handle, handle, ctypes.c_ulong)
        self.objects_of_form = bound("FPDFFormObj_CountObjects", whole, handle)
        self.kind = bound("FPDFPageObj_GetType", whole, handle)
        self.matrix = bound("FPDFPageObj_GetMatrix", whole, handle, handle)
        self.bounds = bound("FPDFPageObj_GetBounds", whole, handle, handle, handle, handle, handle)
        self.fill = bound("FPDFPageObj_GetFillColor", whole, handle, handle, handle, handle, handle)
        self.stroke = bound("FPDFPageObj_GetStrokeColor", whole, handle, handle, handle, handle, handle)
        self.mode = bound("FPDFTextObj_GetTextRenderMode", whole, handle)
        self.size = bound("FPDFTextObj_GetFontSize", whole, handle, handle)
        self.font = bound("FPDFTextObj_GetFont", handle, handle)
        self.font_name = bound("FPDFFont_GetBaseFontName", ctypes.c_size_t, handle, handle, ctypes.c_size_t)
        self.font_flags = bound("FPDFFont_GetFlags", whole, handle)
        self.font_slant = bound("FPDFFont_GetItalicAngle", whole, handle, handle)
        self.glyph_width = bound("FPDFFont_GetGlyphWidth", whole, handle, ctypes.c_uint, single, handle)
        self.draw_mode = bound("FPDFPath_GetDrawMode", whole, handle, handle, handle)
        self.segments = bound("FPDFPath_CountSegments", whole, handle)
        self.segment = bound("FPDFPath_GetPathSegment", handle, handle, whole)
        self.point = bound("FPDFPathSegment_GetPoint", whole, handle, handle, handle)
        self.clip = bound("FPDFPageObj_GetClipPath", handle, handle)
        self.paths_of_clip = bound("FPDFClipPath_CountPaths", whole, handle)
        self.segments_of_clip = bound("FPDFClipPath_CountPathSegments", whole, handle, whole)
        self.segment_of_clip = bound("FPDFClipPath_GetPathSegment", handle, handle, whole, whole)


@cache
def calls_of(raw: Any) -> PdfiumCalls:
    """The functions, out of pypdfium2's module of raw bindings."""
    return PdfiumCalls(raw)


@dataclass(slots=True)
class TextStyle:
    """What the characters of text objects share that are set and painted alike; `shapes` keeps text and advance of each code met."""

    angle: int
    size: float
    bold: bool
    italic: bool
    paint: Paint
    font: int
    nominal: float
    along: float
    level: bool
    shapes: dict[int, tuple[str, float]] = field(default_factory=dict)
    cosine: float = field(init=False)
    sine: float = field(init=False)

    def __post_init__(self) -> None:
        turn = radians(-self.angle)
        self.cosine, self.sine = cos(turn), sin(turn)


def sign_of(code: int) -> str:
    """A character of pdfium's; 0 and the surrogates are unknown."""
    if code in _PLAIN:
        return _PLAIN[code]
    return UNMAPPED if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)
