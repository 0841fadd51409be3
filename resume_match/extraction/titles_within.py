"""Job titles that stand within a sentence, where line breaks were lost: "Buyer Acme Mills 2015 to 2018 Negotiated prices with growers"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from resume_match.dates import find_ranges
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.model import Span, StatementKind

_TOKEN = re.compile(r"\S+")
_LONGEST = 16  # words of a title with its employer and place
_ENDS = (".", ";", ":", "!", "?", "•", "*")
_ABBREVIATED = ("Inc.", "Co.", "Corp.", "Ltd.", "Sr.", "Jr.", "St.", "Mgr.", "Dept.")


def parts_of(text: str, span: Span, kind: StatementKind) -> Iterator[tuple[Span, StatementKind]]:
    """A statement, or where a sentence holds job titles, the titles and what stands between them, in order."""
    at = span.start
    if kind is StatementKind.PROSE:
        for title in _titles(text[span.start : span.end]):
            begin, end = span.start + title.start, span.start + title.end
            if text[at:begin].strip():
                yield Span(at, begin), kind
            yield Span(begin, end), StatementKind.TITLE
            at = end
    if at == span.start or text[at : span.end].strip():
        yield Span(at, span.end), kind


def _titles(text: str) -> Iterator[Span]:
    words = list(_TOKEN.finditer(text))
    if not any(_bare(word.group()) in grammar().title_words for word in words):
        return
    reached = 0
    deed = _first_deed(words)
    if deed and _names_a_title(words[:deed]):
        reached = words[deed].start()
        yield Span(0, words[deed - 1].end())
    ends = [word.end() for word in words]
    for dates in find_ranges(text):
        run = _run_before(words, bisect_right(ends, dates.span.start), reached)
        if not dates.lone and _names_a_title(run):
            yield Span(run[0].start(), dates.span.end)
        reached = max(reached, dates.span.end)


def _first_deed(words: list[re.Match[str]]) -> int:
    """The index of the first word that is a deed in the past behind words that are all written as a title is; 0 where there is none."""
    for at, (word, follows) in enumerate(pairwise(words)):
        text = word.group()
        if not _is_written_as_title(text) or _ends_sentence(text):
            return 0
        past = any(verb.form is VerbForm.PAST for verb in inflected_verbs().get(text.lower(), ()))
        deed = (past and text.lower() not in grammar().participles) or text == "Responsible"
        if at and deed and not _is_written_as_title(follows.group()):
            return at
    return 0


def _run_before(words: list[re.Match[str]], stop: int, reached: int) -> list[re.Match[str]]:
    """The words before the `stop`th, back to the character `reached`, as far as they are written as titles, employers and places are."""
    first = stop
    while first and stop - first < _LONGEST and words[first - 1].start() >= reached:
        word = words[first - 1].group()
        if not _is_written_as_title(word) or _ends_sentence(word):
            break
        first -= 1
    while first < stop and not words[first].group()[0].isupper():
        first += 1
    return words[first:stop]


@cache
def _small_words() -> frozenset[str]:
    known = grammar()
    return known.prepositions | known.conjunctions | known.determiners | {"to"}


def _is_written_as_title(word: str) -> bool:
    return not word[0].isalpha() or word[0].isupper() or word.lower() in _small_words()


def _ends_sentence(word: str) -> bool:
    return word.endswith(_ENDS) and not word.endswith(_ABBREVIATED)


def _names_a_title(words: list[re.Match[str]]) -> bool:
    return any(part in grammar().title_words for word in words for part in re.split(r"[/&-]", _bare(word.group())))


def _bare(word: str) -> str:
    return word.lower().strip(".,;:()/&")
