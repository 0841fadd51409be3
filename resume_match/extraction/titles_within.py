"""Job titles that stand within a sentence, where line breaks were lost: "Buyer Acme Mills 2015 to 2018 Negotiated prices with growers"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from resume_match.dates import DateRange, find_range, find_ranges, main_range
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.model import Span, StatementKind

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w")
_BESIDE = ".,;:()/&"  # what stands beside a word
_LONGEST = 16  # words of a title with its employer and place
_AT_ONCE = 400  # words; the longest of 9,000 statements of real resumes has 326


def parts_of(text: str, span: Span, kind: StatementKind) -> Iterator[tuple[Span, StatementKind]]:
    """A statement, or where a sentence holds job titles, the titles and what stands between them, in order."""
    at = span.start
    if kind is StatementKind.PROSE:
        for title in _titles(text[span.start : span.end]):
            begin, end = span.start + title.start, span.start + title.end
            if text[at:begin].strip():
                yield from _read_at_once(text, Span(at, begin), kind)
            yield Span(begin, end), StatementKind.TITLE
            at = end
    if at == span.start or text[at : span.end].strip():
        yield from _read_at_once(text, Span(at, span.end), kind)


def _read_at_once(text: str, span: Span, kind: StatementKind) -> Iterator[tuple[Span, StatementKind]]:
    """A stretch that is read in one piece, or the pieces of one that no person writes, so that its cost grows with its length only."""
    words = list(_TOKEN.finditer(text, span.start, span.end)) if span.end - span.start > 2 * _AT_ONCE else []
    starts = [span.start, *(word.start() for word in words[_AT_ONCE::_AT_ONCE]), span.end]
    for start, end in pairwise(starts):
        yield Span(start, end), kind


def _titles(text: str) -> Iterator[Span]:
    if grammar().title_words.isdisjoint([word.strip(_BESIDE) for word in text.lower().split()]):  # as `_bare` has them
        return
    words = list(_TOKEN.finditer(text))
    reached = 0
    ranges = find_ranges(text)
    deed = _deed_behind_title(text, words, main_range(ranges))
    before = [word for word in words if word.end() <= deed]
    if before and _names_a_title(before):
        reached = deed
        yield Span(0, before[-1].end())
    ends = [word.end() for word in words]
    for dates in ranges:
        run = _run_before(words, bisect_right(ends, dates.span.start), reached)
        if not dates.lone and _names_a_title(run):
            yield Span(run[0].start(), dates.span.end)
        reached = max(reached, dates.span.end)


def deed_behind_title(text: str) -> int:
    """Where the first deed stands behind words that are all written as a title, its employer and its dates are; 0 where there is none.

    In the past anywhere, in any form right behind the dates: "Buyer Acme Led the ...", "Buyer Acme 2015 to 2018 Negotiate prices".
    """
    return _deed_behind_title(text, list(_TOKEN.finditer(text)), find_range(text))


def _deed_behind_title(text: str, words: list[re.Match[str]], dates: DateRange | None) -> int:
    telling = next((place for place in range(len(words) - 1, 0, -1) if _tells_more(words[place].group())), 0)  # the last such word
    for place, (word, follows) in enumerate(pairwise(words)):
        if not _is_written_as_title(word.group()) or (place and _ends_sentence(words[place - 1].group())):
            return 0
        behind_dates = dates is not None and dates.span.end <= word.start() and not _WORD.search(text, dates.span.end, word.start())
        if 0 < place < telling and _opens_a_sentence(word.group(), follows.group(), behind_dates=behind_dates):
            return word.start()
    return 0


def _tells_more(word: str) -> bool:
    """Whether a word goes on in small letters, and is none of those that titles are joined with."""
    return word[0].islower() and _bare(word) not in _small_words()


def _opens_a_sentence(word: str, follows: str, *, behind_dates: bool) -> bool:
    """Whether a word is a deed that goes on in small letters, as a title does not."""
    if follows[0].isupper():
        return False
    forms = {verb.form for verb in inflected_verbs().get(word.lower(), ())}
    past = VerbForm.PAST in forms and word.lower() not in grammar().participles
    return past or word == "Responsible" or (behind_dates and bool(forms))


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
    known = grammar()
    return word.endswith((*known.stops, ":")) and not word.endswith(tuple(known.abbreviated_names))


def _names_a_title(words: list[re.Match[str]]) -> bool:
    return any(part in grammar().title_words for word in words for part in re.split(r"[/&-]", _bare(word.group())))


def _bare(word: str) -> str:
    return word.lower().strip(_BESIDE)
