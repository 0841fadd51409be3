"""Fonts, as far as reading needs them: which codes a string holds, what text each stands for, and how wide it is."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from typing import NamedTuple

from pdfminer.cmapdb import CMapDB
from pdfminer.fontmetrics import FONT_METRICS

from resume_match.parsers.layout.glyphs import UNMAPPED
from resume_match.parsers.pdf.cmaps import BundledCMaps, CharacterMap, Range, decode_by_spaces, decode_by_tree, read_map
from resume_match.parsers.pdf.encodings import read_encoding
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.objects import Name, Stream
from resume_match.parsers.pdf.streams import UnsupportedFilterError
from resume_match.parsers.pdf.symbols import symbol_text
from resume_match.parsers.pdf.truetype import glyph_characters

_BOLD = re.compile(r"bold|black|heavy|semib|demi|medi(?![a-z])|cmbx|sfbx|cmssbx|bx\d|-bd|,b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|sfti|sfsl|cmmi|(?<=[a-z-])It$")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 64, 262_144
_USUAL_WIDTH = 0.5


class Shape(NamedTuple):
    """What one code draws: its text (UNMAPPED where the file does not say) and its width in units of the font size."""

    text: str
    width: float


class Font:
    """One font of a file. `scale` is the height of its characters in units of the size that the page sets it in."""

    def __init__(self, name: str, bold: bool, italic: bool) -> None:
        self.name = name
        self.bold = bold
        self.italic = italic
        self.scale = 1.0
        self.vertical = False
        self._shapes: dict[int, Shape] = {}

    def shapes(self, data: bytes) -> list[tuple[Shape, bool]]:
        """The shapes of a string's codes, each with True for the one-byte space (code 32), which word spacing widens."""
        known = self._shapes
        result = []
        for code in data:
            shape = known.get(code)
            if shape is None:
                shape = known[code] = self.shape(code)
            result.append((shape, code == 32))
        return result

    def shape(self, code: int) -> Shape:
        """The shape of one code."""
        return Shape(UNMAPPED, _USUAL_WIDTH)


class SimpleFont(Font):
    """A font of one-byte codes."""

    def __init__(self, file: PdfFile, spec: dict[str, object], style: Font) -> None:
        super().__init__(style.name, style.bold, style.italic)
        self._map = _to_unicode(file, spec)
        self._encoding = read_encoding(file, spec)
        self._widths = _widths(file, spec)
        self._unit = 0.001
        self._missing = file.number(file.dictionary(spec.get("FontDescriptor")).get("MissingWidth"), 0.0)
        self._standard = None if self._widths else _standard_widths(style.name)
        if spec.get("Subtype") == "Type3":
            self._take_type3(file, spec)

    def _take_type3(self, file: PdfFile, spec: dict[str, object]) -> None:
        matrix = file.numbers_of(spec.get("FontMatrix"), 6) or [0.001, 0, 0, 0.001, 0, 0]
        self._unit = abs(matrix[0]) or 0.001
        box = file.numbers_of(spec.get("FontBBox"), 4)
        height = abs(box[3] - box[1]) * abs(matrix[3]) if box else 0.0
        if height and not 0.4 <= height <= 2.5:
            self.scale = height

    def shape(self, code: int) -> Shape:
        """The shape of one code."""
        text = self._map.get(code) if self._map else None
        if not isinstance(text, str):
            text = symbol_text(self.name, code, None) or self._encoding.get(code, "")
        else:
            text = symbol_text(self.name, code, text) or text
        width = self._widths.get(code)
        if width is None and self._standard is not None:
            width = self._standard.get(text, self._missing or 500.0)
        return Shape(text or UNMAPPED, (self._missing if width is None else width) * self._unit)


class CompositeFont(Font):
    """A font of codes of several bytes."""

    def __init__(self, file: PdfFile, spec: dict[str, object], style: Font) -> None:
        super().__init__(style.name, style.bold, style.italic)
        descendants = file.array(spec.get("DescendantFonts"))
        inner = file.dictionary(descendants[0] if descendants else None)
        self._file = file
        self._descriptor = file.dictionary(inner.get("FontDescriptor"))
        self._map = _to_unicode(file, spec)
        self._tree: dict[int, object] | None = None
        self._embedded: CharacterMap | None = None
        self._take_encoding(file.value(spec.get("Encoding")))
        self._default = file.number(inner.get("DW"), 1000.0)
        self._widths, self._ranges = _composite_widths(file, inner)
        self._starts = [entry.first for entry in self._ranges]
        self._collection = _collection(file, inner, self.vertical)
        self._glyphs: dict[int, str] | None = None

    def _take_encoding(self, encoding: object) -> None:
        name = str(encoding) if isinstance(encoding, Name) else ""
        if isinstance(encoding, Stream):
            self._embedded = read_map(self._file.decoded(encoding).data, self._file.guard)
            self.vertical = self._embedded.vertical
            name = self._embedded.based_on or self._file.name(encoding.attributes.get("UseCMap")) if not self._embedded.spaces else ""
        self.vertical = self.vertical or name.endswith("-V")
        if name and not name.startswith("Identity"):
            try:
                self._tree = getattr(BundledCMaps.get_cmap(name), "code2cid", None)
            except CMapDB.CMapNotFound:
                self._tree = None

    def shapes(self, data: bytes) -> list[tuple[Shape, bool]]:
        """The shapes of a string's codes; word spacing never applies to codes of several bytes."""
        if self._tree:
            pairs = decode_by_tree(data, self._tree)
        elif self._embedded and self._embedded.spaces:
            codes = decode_by_spaces(data, self._embedded.spaces)
            pairs = [(code, number if isinstance(number := self._embedded.get(code), int) else code) for code in codes]
        else:
            count = len(data) // 2
            pairs = [(code, code) for code in struct.unpack(f">{count}H", data[: 2 * count])]
        known = self._shapes
        result = []
        for code, number in pairs:
            shape = known.get(code)
            if shape is None:
                shape = known[code] = self._composite_shape(code, number)
            result.append((shape, False))
        return result

    def _composite_shape(self, code: int, number: int) -> Shape:
        text = self._map.get(code) if self._map else None
        if not isinstance(text, str):
            text = self._collection.get(number) or self._by_glyph(number)
        text = symbol_text(self.name, code, text) or text
        width = self._widths.get(number)
        if width is None:
            position = bisect_right(self._starts, number) - 1
            inside = position >= 0 and number <= self._ranges[position].last
            width = float(self._ranges[position].value) if inside else self._default
        return Shape(text or UNMAPPED, width * 0.001)

    def _by_glyph(self, number: int) -> str:
        if self._glyphs is None:
            self._glyphs = {}
            stream = self._file.stream(self._descriptor.get("FontFile2"))
            if stream is not None:
                try:
                    self._glyphs = glyph_characters(self._file.decoded(stream).data)
                except UnsupportedFilterError:
                    self._glyphs = {}
        return self._glyphs.get(number, "")


def read_font(file: PdfFile, spec: dict[str, object]) -> Font:
    """The font that a font dictionary describes."""
    style = _style(file, spec)
    if spec.get("Subtype") == "Type0":
        return CompositeFont(file, spec, style)
    return SimpleFont(file, spec, style)


def _style(file: PdfFile, spec: dict[str, object]) -> Font:
    descendants = file.array(spec.get("DescendantFonts"))
    inner = file.dictionary(descendants[0]) if descendants else spec
    descriptor = file.dictionary(inner.get("FontDescriptor"))
    name = _SUBSET.sub("", file.name(spec.get("BaseFont")) or file.name(descriptor.get("FontName")) or "unknown")
    bold, italic = styled(name, file.integer(descriptor.get("Flags")), file.number(descriptor.get("ItalicAngle")))
    return Font(name, bold or file.number(descriptor.get("FontWeight")) >= 600, italic)


def styled(name: str, flags: int, slant: float) -> tuple[bool, bool]:
    """Whether a font is bold and whether it is italic, by its name, the flags of its descriptor and the angle of its stems in degrees."""
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD_FLAG)
    return bold, bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG) or abs(slant) > 2


def _to_unicode(file: PdfFile, spec: dict[str, object]) -> CharacterMap | None:
    stream = file.stream(spec.get("ToUnicode"))
    if stream is None:
        return None
    try:
        return read_map(file.decoded(stream).data, file.guard)
    except UnsupportedFilterError:
        return None


def _widths(file: PdfFile, spec: dict[str, object]) -> dict[int, float]:
    first = file.integer(spec.get("FirstChar"))
    return {first + index: file.number(width) for index, width in enumerate(file.array(spec.get("Widths"))[:256])}


def _standard_widths(name: str) -> dict[str, int]:
    """The widths by character of the standard font that a font without widths names, or is likest to."""
    if name in FONT_METRICS:
        return FONT_METRICS[name][1]
    family = "Courier" if "cour" in name.lower() or "mono" in name.lower() else "Times-Roman" if "times" in name.lower() else "Helvetica"
    return FONT_METRICS[family][1]


def _composite_widths(file: PdfFile, inner: dict[str, object]) -> tuple[dict[int, float], list[Range]]:
    """The widths by identifier: single ones, and ranges sorted by their first."""
    single: dict[int, float] = {}
    ranges: list[Range] = []
    pending: list[float] = []
    for entry in file.array(inner.get("W")):
        value = file.value(entry)
        if isinstance(value, list) and pending:
            start = int(pending[-1])
            single.update({start + index: file.number(width) for index, width in enumerate(value)})
            pending = []
        elif isinstance(value, int | float):
            pending.append(float(value))
            if len(pending) == 3:
                ranges.append(Range(int(pending[0]), int(pending[1]), pending[2]))
                pending = []
        file.guard.check_map(len(single) + len(ranges))
        if ranges:
            file.guard.check_map(ranges[-1].last - ranges[-1].first + 1)
    ranges.sort(key=lambda entry: entry.first)
    return single, ranges


def _collection(file: PdfFile, inner: dict[str, object], vertical: bool) -> dict[int, str]:
    """The characters by identifier of a predefined collection (Adobe-Japan1 and the like), empty for fonts with their own numbering."""
    system = file.dictionary(inner.get("CIDSystemInfo"))
    registry, ordering = file.value(system.get("Registry")), file.value(system.get("Ordering"))
    if not (isinstance(registry, bytes) and isinstance(ordering, bytes)) or ordering in (b"Identity", b"UCS"):
        return {}
    name = f"{registry.decode('latin-1').strip()}-{ordering.decode('latin-1').strip()}"
    try:
        return BundledCMaps.get_unicode_map(name, vertical).cid2unichr
    except CMapDB.CMapNotFound:
        return {}
