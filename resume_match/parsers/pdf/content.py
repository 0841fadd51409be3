"""A content stream's bytes as operators with their operands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from resume_match.parsers.pdf.guard import Guard
from resume_match.parsers.pdf.objects import (
    BRACKET,
    HEX_STRING,
    INTEGER,
    KEYWORD,
    NAME,
    REAL,
    STRING,
    TOKEN,
    Keyword,
    Name,
    hex_string_of,
    integer_of,
    name_of,
    nested_string,
    string_of,
    word_of,
)

MOST_OPERANDS = 64
MOST_ARRAY_ENTRIES = 200_000
CHECK_EVERY = 2_000
_INLINE_BEGIN = re.compile(rb"(?<=[\x00\t\n\x0c\r >\]/A-Za-z0-9])ID[\x00\t\n\x0c\r ]")
_INLINE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|\Z)")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f\x80-\xff]")

_CONVERTERS: dict[int, Callable[[bytes], object]] = {
    INTEGER: integer_of,
    REAL: float,
    STRING: string_of,
    HEX_STRING: hex_string_of,
    NAME: name_of,
}
_VALUE_STARTS = b"+-.0123456789"
_VALUE_WORDS = (b"true", b"false", b"null")

Operation = tuple[bytes, list[object]]


def operations(data: bytes, guard: Guard) -> Iterator[Operation]:
    """The operators of a content stream in order, each with its operands; the list of operands is used anew for the next."""
    operands: list[object] = []
    nested: list[tuple[bytes, list[object]]] = []
    values = operands
    position = 0
    unended = False
    match_at = TOKEN.match
    for count in range(len(data) + 1):
        match = match_at(data, position)
        if match is None:
            return
        position = match.end()
        kind = match.lastindex
        convert = _CONVERTERS.get(kind or 0)
        if convert is not None:
            values.append(convert(match[kind or 0]))
        elif kind == KEYWORD:
            token = match[KEYWORD]
            if token[0] in _VALUE_STARTS or token in _VALUE_WORDS:
                value = word_of(token)
                if not isinstance(value, Keyword):
                    values.append(value)
                    continue
            while nested:  # an operator inside a bracket: the closing one is missing
                values = _bracket(b"]" if nested[-1][0] == b"[" else b">>", operands, nested, guard)
            if token == b"BI" and not unended:
                after = _after_inline_image(data, position)
                unended = after is None
                position = position if after is None else after
            yield token, operands
            operands.clear()
        elif match[BRACKET] == b"(":
            value, position = nested_string(data, position)
            values.append(value)
        else:
            values = _bracket(match[BRACKET], operands, nested, guard)
        if count % CHECK_EVERY == 0:
            _check(operands, values, guard)


def _check(operands: list[object], values: list[object], guard: Guard) -> None:
    """Ends what takes too long or grows too large; operands that no operator took are let go, but for the last."""
    guard.check_time()
    if len(operands) > MOST_OPERANDS:
        del operands[:-MOST_OPERANDS]
    if len(values) > MOST_ARRAY_ENTRIES:
        raise guard.exceeded(f"an array on a page holds more than {MOST_ARRAY_ENTRIES:,} entries", "pdf_stream_bytes")


def _bracket(sign: bytes, operands: list[object], nested: list[tuple[bytes, list[object]]], guard: Guard) -> list[object]:
    """Opens or closes an array or dictionary; the list that takes the values from now on."""
    if sign in (b"[", b"<<"):
        guard.check_depth(len(nested) + 1)
        nested.append((sign, []))
    elif sign in (b"]", b">>") and nested:
        opening, values = nested.pop()
        finished: object = values
        if opening == b"<<":
            pairs = iter(values)
            finished = {str(key): value for key, value in zip(pairs, pairs, strict=False) if isinstance(key, Name)}
        (nested[-1][1] if nested else operands).append(finished)
    return nested[-1][1] if nested else operands


def _after_inline_image(data: bytes, position: int) -> int | None:
    """Where reading goes on after the inline image whose `BI` ends at `position`; None where none ends from there on."""
    begin = _INLINE_BEGIN.search(data, position, position + 4096)
    start = begin.end() if begin else position
    for end in _INLINE_END.finditer(data, max(position, start - 1)):
        if not _BINARY.search(data, end.end(), end.end() + 12):
            return end.end()
    return None
