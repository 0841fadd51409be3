"""What a PDF file is made of (names, references, streams, dictionaries) and the reading of one such object from bytes.

pdfminer's own object reader loops, recurses and expands without bound on damaged files; this one reads by one regular expression per
token, keeps its own stack, and stops at a depth. Numbers, booleans, null, strings, arrays and dictionaries are int or float, bool, None,
bytes, list and dict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


class PdfSyntaxError(ValueError):
    """The bytes at hand are not a PDF object."""


class TooDeepError(Exception):
    """An object is nested deeper than the limits allow."""


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


class Keyword(bytes):
    """A bare word: an operator of a content stream, or `endobj` and the like between objects."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an indirect object."""

    number: int
    generation: int


@dataclass(slots=True, eq=False)
class Stream:
    """A dictionary with its raw bytes; `number` and `generation` are those of its object, and `whole` tells that its end was found."""

    attributes: dict[str, object]
    raw: bytes
    number: int = 0
    generation: int = 0
    whole: bool = True


_SPACE = rb"[\x00\t\n\x0c\r ]"
_END = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|\Z)"
_REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
_SKIP = rb"(?:" + _SPACE + rb"++|%[^\r\n]*+)*+"
_TOKENS = (
    rb"([+-]?\d++" + _END + rb")"  # 1 integer
    rb"|([+-]?(?:\d++\.\d*+|\.\d++)" + _END + rb")"  # 2 real number
    rb"|(/" + _REGULAR + rb"*+)"  # 3 name
    rb"|(" + _REGULAR + rb"++)"  # 4 keyword
    rb"|\(((?:[^()\\]++|\\.)*+)\)"  # 5 string without inner brackets
    rb"|<((?:[0-9A-Fa-f]|" + _SPACE + rb")*+)>"  # 6 hexadecimal string
    rb"|(<<|>>|[\[\]{}()<>])"  # 7 bracket
)
INTEGER, REAL, NAME, KEYWORD, STRING, HEX_STRING, BRACKET, REFERENCE = range(1, 9)
TOKEN = re.compile(_SKIP + rb"(?:" + _TOKENS + rb")", re.DOTALL)
_OBJECT_TOKEN = re.compile(
    _SKIP + rb"(?:(?=(\d{1,10}+" + _SPACE + rb"++\d{1,5}+" + _SPACE + rb"++R" + _END + rb"))\1|" + _TOKENS + rb")", re.DOTALL
)
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRING_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)|\r\n?", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_ODD_NUMBER = re.compile(rb"[+-]*(\d*)(\.?)(\d*)")
_INNER = re.compile(rb"[()]|\\.", re.DOTALL)
_WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}
LONGEST_INTEGER = 20


def name_of(token: bytes) -> Name:
    """The name in a token that begins with a slash."""
    raw = token[1:]
    if b"#" in raw:
        raw = _NAME_ESCAPE.sub(lambda match: bytes((int(match[1], 16),)), raw)
    return Name(raw.decode("latin-1"))


def integer_of(token: bytes) -> int:
    """The integer in a token, held to what fits a file offset."""
    return int(token) if len(token) <= LONGEST_INTEGER else 2**63 - 1


def string_of(raw: bytes) -> bytes:
    """The bytes of a string in round brackets, its escapes resolved."""
    if b"\\" not in raw and b"\r" not in raw:
        return raw

    def plain(match: re.Match[bytes]) -> bytes:
        escape = match[1]
        if escape is None:
            return b"\n"
        if escape[0] in b"01234567":
            return bytes((int(escape, 8) & 255,))
        return _ESCAPES.get(escape, escape)

    return _STRING_ESCAPE.sub(plain, raw)


def hex_string_of(raw: bytes) -> bytes:
    """The bytes of a hexadecimal string; an odd last digit is completed with 0."""
    digits = raw.translate(None, b"\x00\t\n\x0c\r ")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def nested_string(data: bytes, start: int) -> tuple[bytes, int]:
    """The string whose opening bracket stands just before `start`, inner brackets included, and where reading goes on."""
    depth = 1
    for match in _INNER.finditer(data, start):
        sign = match[0]
        if sign == b"(":
            depth += 1
        elif sign == b")":
            depth -= 1
            if depth == 0:
                return string_of(data[start : match.start()]), match.end()
    return string_of(data[start:]), len(data)


def word_of(token: bytes) -> object:
    """The value of a bare word: true, false, null, a number written oddly (`--5`, `1.2.3`), or the keyword itself."""
    if token in _WORDS:
        return _WORDS[token]
    if token[0] in b"+-.0123456789":
        match = _ODD_NUMBER.match(token)
        if match and (match[1] or match[3]):
            number = float(match[1][:LONGEST_INTEGER] + match[2] + match[3] or b"0")
            return -number if token.startswith(b"-") else number
    return Keyword(token)


class _Container:
    __slots__ = ("closing", "values")

    def __init__(self, closing: bytes) -> None:
        self.closing = closing
        self.values: list[object] = []

    def finished(self) -> object:
        if self.closing != b">>":
            return self.values
        pairs = iter(self.values)
        return {str(key): value for key, value in zip(pairs, pairs, strict=False) if isinstance(key, Name)}


def read_object(data: bytes, position: int, max_depth: int) -> tuple[object, int]:
    """The object at a position and the position after it; raises PdfSyntaxError where there is none, TooDeepError beyond `max_depth`."""
    open_containers: list[_Container] = []
    while True:
        match = _OBJECT_TOKEN.match(data, position)
        if match is None:
            raise PdfSyntaxError("the data ends inside an object")
        position = match.end()
        kind = match.lastindex
        if kind is None:
            raise PdfSyntaxError("no token")
        value: object
        if kind == BRACKET + 1:
            bracket = match[kind]
            if bracket in (b"<<", b"["):
                if len(open_containers) >= max_depth:
                    raise TooDeepError
                open_containers.append(_Container(b">>" if bracket == b"<<" else b"]"))
                continue
            if bracket == b"(":
                value, position = nested_string(data, position)
            elif bracket in (b">>", b"]"):
                if not open_containers:
                    raise PdfSyntaxError("a bracket closes that was never opened")
                value = open_containers.pop().finished()
            else:
                continue
        else:
            value = _scalar(kind, match)
            if isinstance(value, Keyword):
                if value in (b"endobj", b"endstream", b"stream", b"obj") or not open_containers:
                    raise PdfSyntaxError("a keyword where an object should be")
                continue
        if not open_containers:
            return value, position
        open_containers[-1].values.append(value)


def _scalar(kind: int, match: re.Match[bytes]) -> object:
    token = match[kind]
    if kind == 1:
        number, generation, _ = token.split()
        return Ref(int(number), int(generation))
    kind -= 1
    if kind == INTEGER:
        return integer_of(token)
    if kind == REAL:
        return float(token)
    if kind == NAME:
        return name_of(token)
    if kind == STRING:
        return string_of(token)
    if kind == HEX_STRING:
        return hex_string_of(token)
    return word_of(token)
