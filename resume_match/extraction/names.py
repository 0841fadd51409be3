"""Names of schools, companies and employers in a statement: what they spell is no evidence."""

from __future__ import annotations

from collections.abc import Iterable

from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar

_JOINING = frozenset({"of", "and", "&", "for", "the", "at", "de", "-", "'s", "’s", ","})


def name_words(words: tuple[Word, ...], organizations: Iterable[tuple[str, ...]] = ()) -> frozenset[int]:
    """The indexes of words that belong to a name: capitalised runs around "University", before "Inc.", and the given employers' names."""
    known = grammar()
    named: set[int] = set()
    for at, word in enumerate(words):
        if word.lower in known.school_words and word.text[0].isupper() and not (at and words[at - 1].lower == "high"):
            named.update(range(_run_start(words, at), _run_end(words, at)))
        elif word.lower in known.company_suffixes and word.text[0].isupper() and at and words[at - 1].text[:1].isupper():
            named.update(range(_run_start(words, at), at + 1))
    lowers = tuple(word.lower for word in words)
    for organization in organizations:
        size = len(organization)
        for at in range(len(words) - size + 1):
            if lowers[at : at + size] == organization and words[at].text[0].isupper():
                named.update(range(at, at + size))
    return frozenset(named)


def _run_start(words: tuple[Word, ...], at: int) -> int:
    start = at
    while start and (
        words[start - 1].text[0].isupper()
        or (words[start - 1].lower in {"of", "and", "&", "-"} and start > 1 and words[start - 2].text[0].isupper())
    ):
        start -= 1
        if words[start].text.isupper() and not words[at].text.isupper() and at - start > 1:
            return start + 1  # "MBA Business School": the degree is not part of the name
    return start


def _run_end(words: tuple[Word, ...], at: int) -> int:
    end = at + 1
    while end < len(words) and (
        words[end].text[0].isupper() or (words[end].lower in _JOINING - {","} and end + 1 < len(words) and words[end + 1].text[0].isupper())
    ):
        if words[end].text in _JOINING and words[end].text == "-":
            break
        end += 1
    return end
