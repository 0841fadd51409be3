"""Which character a glyph of a TrueType font draws, by the font's own table: the last resort where a file has no ToUnicode map."""

from __future__ import annotations

import struct

MOST_GLYPHS = 65_536


def glyph_characters(font: bytes) -> dict[int, str]:
    """The characters by glyph number, empty where the font has no Unicode table or a damaged one; at most 65,536."""
    try:
        return _glyph_characters(font)
    except (struct.error, IndexError, ValueError):
        return {}


def _glyph_characters(font: bytes) -> dict[int, str]:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if tag == b"cmap":
            break
    else:
        return {}
    found: dict[int, str] = {}
    (tables,) = struct.unpack_from(">H", font, offset + 2)
    for index in range(tables):
        platform, encoding, start = struct.unpack_from(">HHL", font, offset + 4 + 8 * index)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            _read_table(font, offset + start, found)
    return found


def _read_table(font: bytes, start: int, found: dict[int, str]) -> None:
    (kind,) = struct.unpack_from(">H", font, start)
    if kind == 4:
        _read_segments(font, start, found)
    elif kind == 6:
        first, count = struct.unpack_from(">HH", font, start + 6)
        for index, glyph in enumerate(struct.unpack_from(f">{count}H", font, start + 10)):
            found.setdefault(glyph, chr(first + index))
    elif kind == 12:
        (groups,) = struct.unpack_from(">L", font, start + 12)
        for index in range(min(groups, MOST_GLYPHS)):
            first, last, glyph = struct.unpack_from(">LLL", font, start + 16 + 12 * index)
            for code in range(first, min(last, first + MOST_GLYPHS - len(found)) + 1):
                if code < 0x110000:
                    found.setdefault(glyph + code - first, chr(code))


def _read_segments(font: bytes, start: int, found: dict[int, str]) -> None:
    (double,) = struct.unpack_from(">H", font, start + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    starts = struct.unpack_from(f">{count}H", font, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", font, start + 16 + 2 * double)
    base = start + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", font, base)
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            if len(found) > MOST_GLYPHS or code == 0xFFFF:
                return
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", font, base + 2 * index + offset + 2 * (code - first))
                if glyph == 0:
                    continue
            glyph = (glyph + delta) & 0xFFFF
            if glyph:
                found.setdefault(glyph, chr(code))
