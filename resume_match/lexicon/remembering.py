"""Functions of a text that remember their answers: a line is asked the same from several sides, and resumes are full of the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

LONGEST_WORD = 60
"""Characters of a word that is remembered."""
_LINES = 1 << 10  # a resume has some two hundred different ones
_LONGEST_LINE = 400  # characters; what is longer no person writes, and remembering it would keep strangers' files in memory


def remembered(function: Callable[[str], Answer], *, answers: int = _LINES, longest: int = _LONGEST_LINE) -> Callable[[str], Answer]:
    """The function, which answers from memory what it was asked last, at most so many texts of at most `longest` characters.

    Its answers must depend on the text alone, and never change.
    """
    kept = lru_cache(answers)(function)

    @wraps(function)
    def answer(text: str) -> Answer:
        return kept(text) if len(text) <= longest else function(text)

    return answer
