"""The signs of a statement: everything in it that a scorecard may give points for, written in the notation of patterns.

`lead` is a verb family, `^lead` the deed that comes first, `stakeholders` a concept, `lead>team` a deed with what it acts on, `"quarterly"`
a word in its dictionary form, and `"quart...` how words begin, which tells of many that no scorecard has met. Words tell more together:
`lead>"through"` is a deed and a word of its phrase as it is written, `"present to"` two neighbours. Words that say little are signs in such
company only, those that tell who somebody is never; nor is the beginning of a capitalized word within a sentence, which may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from resume_match.lexicon.abbreviations import abbreviations
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.personal import personal_words
from resume_match.lexicon.verbs import inflected_verbs
from resume_match.model import Mention, Span, StatementKind
from resume_match.scoring.rules import counts

_WORD = re.compile(r"[^\W\d_][\w&+#-]*|[$€£%]")
MORE = "..."
"""What ends the sign of a word's beginning."""
FIRST = "^"
"""What begins the sign of the deed that comes first."""
BESIDE = '>"'
"""What stands between a deed and a word of its phrase."""
_WORDED = (StatementKind.PROSE, StatementKind.LISTED)
BEGINNINGS = (4, 5)
"""Letters of a word's beginning; three and six told less, endings nothing."""
_FAMILIES = 3  # of a deed, the most specific first, that are told with the words of its phrase; with all of them no more was found
_PASSAGE = 10  # words; in long statements, run together from several deeds, every deed is weighed for itself


@dataclass(frozen=True, slots=True)
class Passage:
    """Phrases of a statement that stand together, and their signs."""

    phrases: tuple[Mention, ...]
    signs: frozenset[str]


def passages_of(statement: tuple[Mention, ...], text: str) -> tuple[Passage, ...]:
    """One statement of `text`, of which these are the phrases, whole and in passages of up to ten words; the whole comes first.

    Phrases that are no evidence give no signs. None for titles, education and certificates, which name employers, schools and places.
    """
    counting = [mention for mention in statement if _speaks(mention)]
    if not counting or counting[0].stands_in not in _WORDED:
        return ()
    left_out = [mention.span for mention in statement if not _speaks(mention)]
    words = [
        (found.start(), found.group())
        for found in _WORD.finditer(text, counting[0].statement.start, counting[0].statement.end)
        if not any(span.start <= found.start() < span.end for span in left_out)
    ]
    if len(words) > 1 and words[1][1].islower():  # a sentence begins with a capital; a name mostly has a second word
        words[0] = words[0][0], words[0][1].lower()
    signs = [(start, _of_word(word)) for start, word in words]
    told = [(mention, frozenset(_of_phrase(mention, text))) for mention in counting]
    passages = [_passage(told, (found for _, found in signs))]
    if len(words) > _PASSAGE:
        for span in _stretches(sorted({(mention.span.start, mention.span.end) for mention in counting}), [start for start, _ in words]):
            inside = [phrase for phrase in told if span.start <= phrase[0].span.start and phrase[0].span.end <= span.end]
            passages.append(_passage(inside, (found for start, found in signs if span.start <= start < span.end)))
    return tuple(passages)


def _speaks(mention: Mention) -> bool:
    """Whether a phrase is the applicant's own deed or skill."""
    return counts(mention) and calibration().scorecard_silenced_by.isdisjoint(mention.concepts)


def _stretches(spans: list[tuple[int, int]], starts: list[int]) -> Iterator[Span]:
    """The longest runs of phrases of at most ten words, each with a phrase that the run before has not."""
    reached = -1
    for first, (begin, end) in enumerate(spans):
        last = first
        while last + 1 < len(spans) and sum(begin <= start < max(end, spans[last + 1][1]) for start in starts) <= _PASSAGE:
            last += 1
            end = max(end, spans[last][1])
        if last > reached:
            reached = last
            yield Span(begin, end)


def _passage(told: list[tuple[Mention, frozenset[str]]], words: Iterable[tuple[str, ...]]) -> Passage:
    first, _ = told[0]
    deeds = (f"{FIRST}{family}" for family in first.verbs)
    return Passage(tuple(mention for mention, _ in told), frozenset(chain(deeds, *(signs for _, signs in told), *words)))


def _of_phrase(mention: Mention, text: str) -> Iterator[str]:
    yield from mention.concepts
    for family in mention.verbs:
        yield family
        for concept in mention.acted_on:
            yield f"{family}>{concept}"
    if mention.assisting:
        yield "assisting"
    for entry in mention.corrected:
        yield from _of_word(entry.rpartition(" = ")[2].lower())
    words = [word for word in map(str.lower, _WORD.findall(text, mention.span.start, mention.span.end)) if word not in personal_words()]
    for family in mention.verbs[:_FAMILIES]:
        for word in words:
            yield f'{family}{BESIDE}{word}"'
    for one, two in pairwise(map(lemma_of, words)):
        yield f'"{one} {two}"'


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> tuple[str, ...]:
    """The signs of one word as it is written."""
    folded = word.lower()
    if folded in personal_words() or folded in grammar().stop_words:
        return ()
    beginnings = (f'"{word[:letters]}{MORE}' for letters in BEGINNINGS if letters < len(word) and word.islower())
    return f'"{lemma_of(folded)}"', *beginnings


@lru_cache(maxsize=1 << 15)
def lemma_of(word: str) -> str:
    """The dictionary form of a word in lower case: what a shortened one stands for, a known verb's base, a plural's singular."""
    word = abbreviations().get(word, word)
    verbs = inflected_verbs().get(word)
    if verbs is not None:
        return verbs[0].lemma
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "sis", "us")):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word
