"""Words that open compounds written with a hyphen, and endings that never follow one."""

from __future__ import annotations

from functools import cache

from resume_match.lexicon import read_table


@cache
def _openers() -> frozenset[str]:
    table = read_table("hyphenation")
    return frozenset(word for group in ("prefixes", "nouns", "adjectives", "verbs") for word in table[group])


@cache
def _endings() -> frozenset[str]:
    return frozenset(read_table("hyphenation")["endings"])


def is_compound(first: str, second: str) -> bool:
    """True when the hyphen between two words in small letters is most likely real, as in cross-functional; False as in run-ning."""
    return first in _openers() and second not in _endings()
