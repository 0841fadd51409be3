"""Where the objects of a PDF file stand: by its cross-reference tables and streams, or, where those are wrong, by looking."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resume_match.parsers.pdf.objects import Name, PdfSyntaxError, Stream, read_object

_START = re.compile(rb"startxref[\x00\t\n\x0c\r ]*(\d{1,12})")
_SECTION = re.compile(rb"[\x00\t\n\x0c\r ]*(\d{1,10})[ \t]+(\d{1,10})(?=[\x00\t\n\x0c\r ]+(?:\d{1,10}[ ]|trailer))")
_ENTRY = re.compile(rb"[\x00\t\n\x0c\r ]*(\d{1,10})[ \t]+(\d{1,5})[ \t]+([nf])")
_TRAILER = re.compile(rb"[\x00\t\n\x0c\r ]*trailer")
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})[\x00\t\n\x0c\r ]+(\d{1,5})[\x00\t\n\x0c\r ]+obj(?![A-Za-z])")
MOST_SECTIONS = 2_000
MOST_OBJECTS = 2_000_000


class Place(NamedTuple):
    """Where an object stands: at an offset of the file, or as the n-th of an object stream (`container` set)."""

    offset: int
    container: int | None = None


@dataclass(slots=True)
class Index:
    """The places of all objects and the trailer's entries, the newest first."""

    places: dict[int, Place] = field(default_factory=dict)
    trailer: dict[str, object] = field(default_factory=dict)


class XrefError(ValueError):
    """The cross-reference data cannot be used as it is."""


ReadStream = Callable[[int], tuple[int, object]]
"""Reads the indirect object at an offset: its number and value. Raises PdfSyntaxError."""


def last_xref(data: bytes) -> int:
    """The offset that the last `startxref` names; raises XrefError where there is none."""
    found = _START.findall(data, max(0, len(data) - 4096))
    if not found:
        raise XrefError("no startxref")
    return int(found[-1])


def read_index(data: bytes, read_at: ReadStream, decoded: Callable[[Stream], bytes], max_depth: int) -> Index:
    """The index as the file states it, following `Prev` and `XRefStm` once each; raises XrefError or PdfSyntaxError."""
    index = Index()
    todo = [last_xref(data)]
    seen: list[int] = []
    while todo:
        offset = todo.pop(0)
        if offset in seen or len(seen) > MOST_SECTIONS:
            continue
        seen.append(offset)
        if not 0 <= offset < len(data):
            raise XrefError("an offset beyond the file")
        match = re.compile(rb"[\x00\t\n\x0c\r ]*xref").match(data, offset)
        trailer = _read_table(data, match.end(), index, max_depth) if match else _read_xref_stream(offset, index, read_at, decoded)
        for key, value in trailer.items():
            index.trailer.setdefault(key, value)
        todo.extend(value for value in (trailer.get("XRefStm"), trailer.get("Prev")) if isinstance(value, int))
    return index


def _read_table(data: bytes, position: int, index: Index, max_depth: int) -> dict[str, object]:
    while section := _SECTION.match(data, position):
        position = section.end()
        number = int(section[1])
        while entry := _ENTRY.match(data, position):
            position = entry.end()
            if entry[3] == b"n":
                index.places.setdefault(number, Place(int(entry[1])))
            number += 1
    trailer = _TRAILER.match(data, position)
    if trailer is None:
        raise XrefError("a table without trailer")
    value, _ = read_object(data, trailer.end(), max_depth)
    if not isinstance(value, dict):
        raise XrefError("a trailer that is no dictionary")
    return value


def _read_xref_stream(offset: int, index: Index, read_at: ReadStream, decoded: Callable[[Stream], bytes]) -> dict[str, object]:
    _, value = read_at(offset)
    if not isinstance(value, Stream) or value.attributes.get("Type") != "XRef":
        raise XrefError("no cross-reference stream where one should be")
    for number, place in stream_entries(value, decoded(value)):
        index.places.setdefault(number, place)
    return value.attributes


def stream_entries(stream: Stream, data: bytes) -> Iterator[tuple[int, Place]]:
    """The entries of a cross-reference stream: as many as its data holds, whatever its Index says."""
    widths = stream.attributes.get("W")
    if not isinstance(widths, list) or len(widths) < 3 or not all(isinstance(width, int) and 0 <= width <= 8 for width in widths[:3]):
        raise XrefError("bad field widths")
    first, second, third = widths[:3]
    length = first + second + third
    if length == 0:
        raise XrefError("fields without width")
    size = stream.attributes.get("Size")
    ranges = stream.attributes.get("Index", [0, size])
    if not isinstance(ranges, list) or not all(isinstance(number, int) for number in ranges):
        raise XrefError("bad index")
    position = 0
    for start, count in zip(ranges[::2], ranges[1::2], strict=False):
        for number in range(start, start + count):
            entry = data[position : position + length]
            if len(entry) < length:
                return
            position += length
            kind = int.from_bytes(entry[:first], "big") if first else 1
            where = int.from_bytes(entry[first : first + second], "big")
            last = int.from_bytes(entry[first + second :], "big")
            if kind == 1:
                yield number, Place(where)
            elif kind == 2:
                yield number, Place(last, where)


def scan(data: bytes, max_depth: int) -> Index:
    """The index made by looking for `n g obj` through the whole file, the later of two winning, and for trailers with a Root."""
    index = Index()
    for count, match in enumerate(_OBJECT.finditer(data)):
        if count >= MOST_OBJECTS:
            break
        index.places[int(match[1])] = Place(match.start())
    for match in re.finditer(rb"trailer", data):
        try:
            value, _ = read_object(data, match.end(), max_depth)
        except PdfSyntaxError:
            continue
        if isinstance(value, dict):
            index.trailer.update({key: entry for key, entry in value.items() if key != "Root" or entry is not None})
    return index


def is_type(value: object, kind: str) -> bool:
    """True for a dictionary or stream whose Type is `kind`."""
    attributes = value.attributes if isinstance(value, Stream) else value
    return isinstance(attributes, dict) and attributes.get("Type") == Name(kind)
