"""Character maps: from the codes of a string to character identifiers and to Unicode.

Ranges stay ranges and are never expanded, so that a map over four thousand million codes costs nothing; it is refused all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pdfminer.cmapdb
from pdfminer.cmapdb import CMapDB

from resume_match.parsers.pdf.damage import RAISED_BY_DAMAGE
from resume_match.parsers.pdf.guard import Guard
from resume_match.parsers.pdf.objects import BRACKET, HEX_STRING, INTEGER, NAME, TOKEN, hex_string_of, integer_of, name_of

_SECTION = re.compile(
    rb"begin(bfchar|bfrange|cidchar|cidrange|codespacerange)\b(.*?)end(?:bfchar|bfrange|cidchar|cidrange|codespacerange)\b", re.DOTALL
)
_USE = re.compile(rb"/([^\s/]{1,64})\s+usecmap")
_WRITING_MODE = re.compile(rb"/WMode\s+1\b")


class Range(NamedTuple):
    """Codes from `first` to `last`, mapped to consecutive values from `value` on."""

    first: int
    last: int
    value: Any


class CodeSpace(NamedTuple):
    """Codes of `length` bytes between two bounds."""

    length: int
    first: int
    last: int


class BundledCMaps(CMapDB):
    """The predefined maps that pdfminer brings along; unlike pdfminer it never looks where the environment points."""

    _cmap_cache: ClassVar[dict[str, Any]] = {}
    _umap_cache: ClassVar[dict[str, Any]] = {}

    @classmethod
    def _load_data(cls, name: str) -> type[Any]:
        folder = Path(pdfminer.cmapdb.__file__).parent / "cmap"
        names = {path.name for path in folder.iterdir()}
        if f"{name}.json.gz" not in names:
            raise CMapDB.CMapNotFound(name)
        return _without_environment(name, folder)


def _without_environment(name: str, folder: Path) -> type[Any]:
    import gzip
    import json

    with gzip.open(folder / f"{name}.json.gz", "rt", encoding="utf-8") as file:
        content: dict[str, Any] = json.load(file)
    for key in ("CID2UNICHR_H", "CID2UNICHR_V"):
        if key in content:
            content[key] = {int(number): text for number, text in content[key].items()}
    if content.get("CODE2CID"):
        content["CODE2CID"] = CMapDB._convert_code2cid_keys(content["CODE2CID"])
    return type(name, (), content)


class CharacterMap:
    """A map written into the file: codes to text (`ToUnicode`) or to character identifiers (an embedded encoding)."""

    def __init__(self) -> None:
        self.single: dict[int, Any] = {}
        self.spaces: list[CodeSpace] = []
        self.vertical = False
        self.based_on: str | None = None
        self._ranges: list[Range] = []
        self._starts: list[int] = []

    def get(self, code: int) -> Any:
        """What a code is mapped to, or None: a string, or an identifier."""
        if code in self.single:
            return self.single[code]
        position = bisect_right(self._starts, code) - 1
        if position < 0 or code > self._ranges[position].last:
            return None
        first, _, value = self._ranges[position]
        if isinstance(value, int):
            return value + code - first
        last = ord(value[-1]) + code - first
        return value[:-1] + chr(last) if last < 0x110000 else None

    def set_ranges(self, ranges: list[Range]) -> None:
        """Takes the ranges, of which the later win where they begin alike."""
        self._ranges = sorted({entry.first: entry for entry in ranges}.values(), key=lambda entry: entry.first)
        self._starts = [entry.first for entry in self._ranges]


def read_map(data: bytes, guard: Guard) -> CharacterMap:
    """The map in a CMap file's bytes; raises LimitExceededError where it has more entries than allowed."""
    result = CharacterMap()
    ranges: list[Range] = []
    result.vertical = bool(_WRITING_MODE.search(data))
    used = _USE.search(data)
    result.based_on = used[1].decode("latin-1") if used else None
    for section in _SECTION.finditer(data):
        guard.check_time()
        values = _values(section[2])
        kind = section[1]
        if kind == b"codespacerange":
            for low, high in zip(values[::2], values[1::2], strict=False):
                if isinstance(low, bytes) and isinstance(high, bytes) and 0 < len(low) <= 4:
                    result.spaces.append(CodeSpace(len(low), int.from_bytes(low, "big"), int.from_bytes(high, "big")))
        elif kind in (b"bfchar", b"cidchar"):
            for code, value in zip(values[::2], values[1::2], strict=False):
                mapped = _mapped(value)
                if isinstance(code, bytes) and mapped is not None:
                    result.single[int.from_bytes(code[-4:], "big")] = mapped
        else:
            _read_ranges(values, result, ranges)
        guard.check_map(len(ranges) + len(result.single))
    guard.check_map(max((entry.last - entry.first + 1 for entry in ranges), default=0))
    result.set_ranges(ranges)
    return result


def _read_ranges(values: list[Any], result: CharacterMap, ranges: list[Range]) -> None:
    for low, high, value in zip(values[::3], values[1::3], values[2::3], strict=False):
        if not (isinstance(low, bytes) and isinstance(high, bytes)):
            continue
        first, last = int.from_bytes(low[-4:], "big"), int.from_bytes(high[-4:], "big")
        if isinstance(value, list):
            for offset, entry in enumerate(value[: last - first + 1]):
                mapped = _mapped(entry)
                if mapped is not None:
                    result.single[first + offset] = mapped
            continue
        mapped = _mapped(value)
        if mapped is not None and first <= last:
            ranges.append(Range(first, last, mapped))


def _mapped(value: Any) -> str | int | None:
    if isinstance(value, bytes):
        return value.decode("utf-16-be", "ignore") or None
    return value if isinstance(value, int | str) and value != "" else None


def _values(section: bytes) -> list[Any]:
    """The strings, integers, names and arrays of a section, in order."""
    values: list[Any] = []
    inner: list[Any] | None = None
    for match in TOKEN.finditer(section):
        kind = match.lastindex
        if kind == HEX_STRING:
            value: Any = hex_string_of(match[kind])
        elif kind == INTEGER:
            value = integer_of(match[kind])
        elif kind == NAME:
            value = _named(str(name_of(match[kind])))
        elif kind == BRACKET and match[kind] == b"[":
            inner = []
            continue
        elif kind == BRACKET and match[kind] == b"]" and inner is not None:
            value, inner = inner, None
            values.append(value)
            continue
        else:
            continue
        (values if inner is None else inner).append(value)
    return values


def _named(name: str) -> str:
    from pdfminer.encodingdb import name2unicode

    try:
        return name2unicode(name)
    except RAISED_BY_DAMAGE:
        return ""


def decode_by_spaces(data: bytes, spaces: list[CodeSpace]) -> list[int]:
    """The codes of a string by the code spaces of its map; a byte that fits none is passed over."""
    codes: list[int] = []
    longest = max((space.length for space in spaces), default=1)
    position = 0
    while position < len(data):
        for length in range(1, longest + 1):
            code = int.from_bytes(data[position : position + length], "big")
            if any(space.length == length and space.first <= code <= space.last for space in spaces):
                codes.append(code)
                position += length
                break
        else:
            position += spaces[0].length if spaces else 1
    return codes


def decode_by_tree(data: bytes, tree: dict[int, Any]) -> list[tuple[int, int]]:
    """The (code, identifier) pairs of a string by a predefined map."""
    pairs: list[tuple[int, int]] = []
    node, code = tree, 0
    for byte in data:
        found = node.get(byte)
        code = code << 8 | byte
        if isinstance(found, int):
            pairs.append((code, found))
            node, code = tree, 0
        elif isinstance(found, dict):
            node = found
        else:
            node, code = tree, 0
    return pairs
