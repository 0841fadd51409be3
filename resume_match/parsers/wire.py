"""Frozen values as JSON and back: what passes between a reader in another process and whoever asked.

JSON and not pickle: a reader that a hostile file has taken over can then hand back a wrong text, but nothing that runs.
"""

from __future__ import annotations

import json
import struct
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import IO, Any, TypeVar

from resume_match.model import Document
from resume_match.parsers.limits import Limits, Manner

_LENGTH = struct.Struct(">Q")
_Value = TypeVar("_Value")
_Decoder = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Request:
    """What a worker is asked: the file's name, how many bytes follow, the limits, and how it is read otherwise."""

    source: str
    size: int
    limits: Limits
    manner: Manner


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker answers: the most memory that it has used so far, in bytes, and a document or an error.

    An error is told by its class, its source, fault and remedy, and the class of its cause.
    """

    peak: int
    document: Document | None = None
    error: tuple[str, ...] = ()


def send(stream: IO[bytes], content: bytes, tail: bytes = b"") -> None:
    """Write content, its length first, and a tail whose length the content tells."""
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.write(tail)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> bytes | None:
    """The content that `send` wrote; None where the stream ended, or announces more than `most` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    size: int = _LENGTH.unpack(head)[0]
    if size > most:
        return None
    content = stream.read(size)
    return content if len(content) == size else None


def dumps(found: object) -> bytes:
    """A frozen dataclass value as UTF-8 JSON: each value a list of its fields in order."""
    return json.dumps(_plain(found), separators=(",", ":")).encode("utf-8")


def loads(kind: type[_Value], content: bytes) -> _Value:
    """The value of that dataclass in JSON made by `dumps`; ValueError where the content is none."""
    try:
        found = _decoder_of(kind)(json.loads(content))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__} in these bytes") from error
    if not isinstance(found, kind):
        raise ValueError(f"no {kind.__name__} in these bytes")
    return found


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(found: Any) -> Any:
    if found is None or type(found) in (str, int, float, bool):
        return found
    if isinstance(found, tuple):
        return [_plain(inner) for inner in found]
    if isinstance(found, Enum):
        return found.value
    kind: Any = type(found)
    return [_plain(getattr(found, name)) for name in _names(kind)]


def _decoder_of(kind: Any) -> _Decoder:
    """The function that makes a value of a type out of its JSON."""
    return _decoder(kind)


@cache
def _decoder(kind: Any) -> _Decoder:
    """The function that makes a value of a type out of its JSON."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        inner = _decoder(arguments[0])
        return lambda plain: tuple([inner(one) for one in plain])
    if origin in (typing.Union, types.UnionType):
        inner = _decoder(next(argument for argument in arguments if argument is not types.NoneType))
        return lambda plain: None if plain is None else inner(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        inners = [_decoder(hints[field.name]) for field in fields(kind)]
        return lambda plain: kind(*[inner(one) for inner, one in zip(inners, plain, strict=True)])
    return _checked(kind)


def _checked(kind: Any) -> _Decoder:
    accepted = (int, float) if kind is float else kind

    def decode(plain: Any) -> Any:
        if not isinstance(plain, accepted):
            raise TypeError(f"expected {kind}")
        return float(plain) if kind is float else plain

    return decode
