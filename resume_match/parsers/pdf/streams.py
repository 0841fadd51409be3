"""Stream filters with an end: no decoded stream grows past the limit, damaged ones give what can be had and say so."""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import a85decode
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from pdfminer.lzw import LZWDecoder

from resume_match.parsers.pdf.damage import RAISED_BY_PDFMINER
from resume_match.parsers.pdf.guard import Guard

_CHUNK = 65_536
MOST_PREDICTED = 8_000_000
"""Only pictures, which are never decoded here, and cross-reference streams use predictors."""
_WHITE = re.compile(rb"[\x00\t\n\x0c\r ]+")
IMAGE_FILTERS = frozenset({"DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"})


class Decoded(NamedTuple):
    """What a filter gave, and whether that is all of it."""

    data: bytes
    whole: bool


class UnsupportedFilterError(ValueError):
    """A filter that gives no text: an image format, or one unknown."""


class Predictor(NamedTuple):
    """How the rows of a decoded stream were made to differ (PDF 32000-1, 7.4.4.4)."""

    kind: int = 1
    colors: int = 1
    bits: int = 8
    columns: int = 1


def decode(data: bytes, filters: Sequence[tuple[str, Predictor]], guard: Guard) -> Decoded:
    """The data with its filters undone, in order; raises UnsupportedFilterError, or LimitExceededError for a bomb."""
    if len(filters) > guard.limits.pdf_stream_filters:
        raise guard.exceeded(f"a stream has more than {guard.limits.pdf_stream_filters} filters", "pdf_stream_filters")
    whole = True
    for name, predictor in filters:
        step = _undo(name, data, guard)
        data, whole = step.data, whole and step.whole
        if predictor.kind > 1:
            if len(data) > MOST_PREDICTED:
                raise guard.exceeded(f"a stream with a predictor unpacks to more than {MOST_PREDICTED:,} bytes", "pdf_stream_bytes")
            data = _unpredicted(data, predictor)
        guard.check_stream(len(data))
        guard.count_decoded(len(data))
    return Decoded(data, whole)


def _undo(name: str, data: bytes, guard: Guard) -> Decoded:
    if name in ("FlateDecode", "Fl"):
        return _flate(data, guard)
    if name in ("LZWDecode", "LZW"):
        return _lzw(data, guard)
    if name in ("ASCII85Decode", "A85"):
        return _ascii85(data)
    if name in ("ASCIIHexDecode", "AHx"):
        return _ascii_hex(data)
    if name in ("RunLengthDecode", "RL"):
        return _run_length(data, guard)
    if name == "Crypt":
        return Decoded(data, True)
    raise UnsupportedFilterError(name)


def _flate(data: bytes, guard: Guard) -> Decoded:
    """Deflate without its checksum, so that damage costs only what comes after it; the checksum is then compared."""
    data = data.lstrip(b"\r\n") if data[:1] in (b"\r", b"\n") else data
    headed = len(data) > 1 and data[0] & 15 == 8 and (data[0] * 256 + data[1]) % 31 == 0
    result, rest, whole = _inflate(data[2:] if headed else data, guard)
    if not result and data and not headed:
        result, rest, whole = _inflate(data[2:], guard)
    if whole and headed and len(rest) >= 4 and int.from_bytes(rest[:4], "big") != zlib.adler32(result):
        whole = False
    return Decoded(result, whole)


def _inflate(data: bytes, guard: Guard) -> tuple[bytes, bytes, bool]:
    limit = guard.limits.pdf_stream_bytes
    machine = zlib.decompressobj(-15)
    parts: list[bytes] = []
    size = 0
    position = 0
    step = _CHUNK
    while position < len(data) and not machine.eof:
        saved = machine.copy() if step > 1 else None
        try:
            part = machine.decompress(data[position : position + step], limit - size + 1)
        except zlib.error:
            if saved is None:
                return b"".join(parts), b"", False
            machine, step = saved, max(1, step // 16)
            continue
        parts.append(part)
        size += len(part)
        guard.check_stream(size)
        position += step
    part = machine.flush(_CHUNK) if size < limit else b""
    return b"".join((*parts, part)), machine.unused_data + data[position : position + 4], machine.eof


def _lzw(data: bytes, guard: Guard) -> Decoded:
    parts: list[bytes] = []
    size = 0
    whole = True
    try:
        for count, part in enumerate(LZWDecoder(BytesIO(data)).run()):
            parts.append(part)
            size += len(part)
            if count % 4096 == 0:
                guard.check_stream(size)
                guard.check_time()
    except (IndexError, TypeError, *RAISED_BY_PDFMINER):
        whole = False
    return Decoded(b"".join(parts), whole)


def _ascii85(data: bytes) -> Decoded:
    data = _WHITE.sub(b"", data)
    data = data.removeprefix(b"<~")
    end = data.find(b"~")
    data = data if end < 0 else data[:end]
    try:
        return Decoded(a85decode(data), True)
    except ValueError:
        good = re.match(rb"[!-uz]*", data)
        text = good[0] if good else b""
        try:
            return Decoded(a85decode(text[: len(text) - len(text) % 5]), False)
        except ValueError:
            return Decoded(b"", False)


def _ascii_hex(data: bytes) -> Decoded:
    data = _WHITE.sub(b"", data).split(b">", 1)[0]
    digits = re.match(rb"[0-9A-Fa-f]*", data)
    good = digits[0] if digits else b""
    return Decoded(binascii.unhexlify(good + b"0" * (len(good) % 2)), len(good) == len(data))


def _run_length(data: bytes, guard: Guard) -> Decoded:
    parts: list[bytes] = []
    position = size = 0
    while position < len(data):
        length = data[position]
        if length == 128:
            return Decoded(b"".join(parts), True)
        if length < 128:
            part = data[position + 1 : position + 2 + length]
            position += 2 + length
        else:
            part = data[position + 1 : position + 2] * (257 - length)
            position += 2
        parts.append(part)
        size += len(part)
        guard.check_stream(size)
    return Decoded(b"".join(parts), True)


def _unpredicted(data: bytes, predictor: Predictor) -> bytes:
    """The data with the row differences of a TIFF (2) or PNG (10 and up) predictor added up; a column count past the data is one row."""
    bits = max(1, predictor.colors) * max(1, predictor.bits)
    row_size = min(max(1, (bits * max(1, predictor.columns) + 7) // 8), max(1, len(data)))
    pixel = max(1, bits // 8)
    if predictor.kind == 2:
        return _tiff(data, row_size, pixel) if predictor.bits == 8 else data
    rows: list[bytes] = []
    above = bytes(row_size)
    for start in range(0, len(data), row_size + 1):
        row = data[start + 1 : start + 1 + row_size]
        above = _png_row(data[start], row, above, pixel)
        rows.append(above)
        above = above.ljust(row_size, b"\0")
    return b"".join(rows)


def _tiff(data: bytes, row_size: int, pixel: int) -> bytes:
    result = bytearray(data)
    for start in range(0, len(result), row_size):
        for index in range(start + pixel, min(start + row_size, len(result))):
            result[index] = (result[index] + result[index - pixel]) & 255
    return bytes(result)


def _png_row(kind: int, row: bytes, above: bytes, pixel: int) -> bytes:
    if kind == 0 or kind > 4:
        return row
    if kind == 2:
        return bytes((value + up) & 255 for value, up in zip(row, above, strict=False))
    result = bytearray(row)
    for index, value in enumerate(row):
        left = result[index - pixel] if index >= pixel else 0
        up = above[index]
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + up) // 2
        else:
            guess = _paeth(left, up, above[index - pixel] if index >= pixel else 0)
        result[index] = (value + guess) & 255
    return bytes(result)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    by_left, by_up, by_corner = abs(guess - left), abs(guess - up), abs(guess - corner)
    if by_left <= by_up and by_left <= by_corner:
        return left
    return up if by_up <= by_corner else corner
