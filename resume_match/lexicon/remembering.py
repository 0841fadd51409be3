"""Functions of a line of text that remember their answers: reading a resume asks the same of the same line from several sides."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

_LINES = 1 << 10  # a resume has some two hundred different ones
_CHARACTERS = 400  # of what is remembered; what is longer no person writes in a line, and it would keep a stranger's file in memory


def remembered(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """The function, which answers from memory what it was asked last. Its answers must depend on the text alone, and never change."""
    kept = lru_cache(_LINES)(function)

    @wraps(function)
    def answer(text: str) -> Answer:
        return kept(text) if len(text) <= _CHARACTERS else function(text)

    return answer
