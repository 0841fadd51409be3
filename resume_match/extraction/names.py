"""Names of schools, companies and employers in a statement: what they spell is no evidence."""

from __future__ import annotations

from collections.abc import Iterable

from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.naming import ends_of_fields

_BEFORE = 2  # a longer run before "University" is more likely a field of study than a name
_ABBREVIATION = 4


def name_words(words: tuple[Word, ...], organizations: Iterable[tuple[str, ...]] = ()) -> frozenset[int]:
    """The indexes of words that belong to a name: capitalised runs around "University", before "Inc.", and the given employers' names."""
    known = grammar()
    named: set[int] = set()
    for at, word in enumerate(words):
        if word.lower in known.school_words and word.text[0].isupper() and not (at and words[at - 1].lower == "high"):
            named.update(range(_run_start(words, at), _run_end(words, at)))
        elif word.lower in known.company_suffixes and word.text[0].isupper() and at and words[at - 1].text[:1].isupper():
            named.update(range(_run_start(words, at), at + 1))
        elif word.text in known.states and _follows_city(words, at):
            named.add(at)
    lowers = tuple(word.lower for word in words)
    for organization in organizations:
        size = len(organization)
        if organization[:1] and organization[0] not in lowers:
            continue
        for at in range(len(words) - size + 1):
            if lowers[at : at + size] == organization and words[at].text[0].isupper():
                named.update(range(at, at + size))
    return frozenset(named)


def _follows_city(words: tuple[Word, ...], at: int) -> bool:
    """Whether a state's letters follow a comma and a capitalised word that means nothing to the vocabulary: "Boston, MA"."""
    return at >= 2 and words[at - 1].text == "," and words[at - 2].text[0].isupper() and not words[at - 2].keys


def _run_start(words: tuple[Word, ...], at: int) -> int:
    """Where a name begins that ends at `at`: at most two capitalised words before, no title, degree or field of study."""
    known = grammar()
    start = at
    while start and at - start < _BEFORE and words[start - 1].text[0].isupper():
        before = words[start - 1]
        if before.lower in known.title_words or (before.text.isupper() and len(before.text) <= _ABBREVIATION):
            break
        if start < at and before.lower in ends_of_fields():
            break
        if start == at and _begins_before_of(words, at) and before.lower not in known.kinds_of_university:
            break
        start -= 1
    return start


def _begins_before_of(words: tuple[Word, ...], at: int) -> bool:
    """Whether a school word is the beginning of its name: "University of Larch"."""
    return words[at].lower in grammar().named_after_of and at + 1 < len(words) and words[at + 1].lower == "of"


def _run_end(words: tuple[Word, ...], at: int) -> int:
    """Where a name ends that holds a school word at `at`: after "of", "at" or "for" and the capitalised words that follow it."""
    end = at + 1
    if end + 1 < len(words) and words[end].lower in {"of", "at", "for"} and words[end + 1].text[0].isupper():
        end += 1
        while end < len(words) and (
            words[end].text[0].isupper() or (words[end].lower in {"and", "&"} and end + 1 < len(words) and words[end + 1].text[0].isupper())
        ):
            end += 1
    return end
