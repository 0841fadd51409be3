"""Which hyphens at the end of a line are real: words that open compounds, endings that never follow a hyphen, and common words."""

from __future__ import annotations

from functools import cache

from resume_match.lexicon import read_table


@cache
def _words(*groups: str) -> frozenset[str]:
    table = read_table("hyphenation")
    return frozenset(word for group in groups for word in table[group])


def is_compound(first: str, second: str) -> bool:
    """True when the hyphen between two words in small letters is most likely real, as in cross-functional; False as in run-ning."""
    if second in _words("endings"):
        return False
    if second in _words("particles"):
        return True
    common = _words("words")
    return first in _words("prefixes", "nouns", "adjectives", "verbs") or (first in common and second in common)
