"""The signs of a statement: everything in it that a scorecard may give points for, written in the notation of patterns.

`lead` is a verb family, `^lead` the deed that comes first, `stakeholders` a concept, `lead>team` a deed with what it acts on, `"quarterly"`
a word in its dictionary form, and `"quart...` how words begin, which tells of many that no scorecard has met. What hyphens join is a word,
and so is each of its parts. Words tell more together: `lead>"through"` is a deed and a word of its phrase, `"present to"` two neighbours.
Words that say little are signs in such company only, those that tell who somebody is never; nor is the beginning of a capitalized word
within a sentence, which may be a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, pairwise
from sys import intern
from typing import Generic, TypeVar

from resume_match.lexicon.abbreviations import abbreviations
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.personal import personal_words
from resume_match.lexicon.remembering import LONGEST_WORD, remembered
from resume_match.lexicon.scorecards import JOINT, Joined
from resume_match.lexicon.spelling import americanized
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
_WORDS = 1 << 14  # that are remembered; every resume is full of the same ones
_PASSAGE = 10  # words; in long statements, run together from several deeds, every deed is weighed for itself


Sign = TypeVar("Sign", str, int)


@dataclass(frozen=True, slots=True)
class Passage(Generic[Sign]):
    """Phrases and words of a statement that stand together, and their signs: a sentence, or a `stretch` of one."""

    phrases: tuple[Mention, ...]
    words: tuple[str, ...]
    signs: frozenset[Sign]
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class Keeper(Generic[Sign]):
    """How signs are kept, as they are written or as a table knows them: `signs` makes a set of some, `word` of those of one word."""

    signs: Callable[[Iterable[str], Iterable[Joined]], frozenset[Sign]]
    word: Callable[[str], frozenset[Sign]]


def keeper(signs: Callable[[Iterable[str], Iterable[Joined]], frozenset[Sign]]) -> Keeper[Sign]:
    """A keeper that remembers what it made of the words met last, since every resume is full of the same ones."""
    return Keeper(signs, remembered(lambda word: signs(_of_word(word), ()), answers=_WORDS, longest=LONGEST_WORD))


def _written(signs: Iterable[str], joined: Iterable[Joined]) -> frozenset[str]:
    return frozenset(signs).union(f"{deed}{JOINT}{other}" for deeds, others in joined for deed in deeds for other in others)


AS_WRITTEN = keeper(_written)

_Told = tuple[Mention, frozenset[Sign]]  # a phrase and its signs
_Word = tuple[int, str, frozenset[Sign]]  # where a word stands, the word, and its signs


def passages_of(statement: tuple[Mention, ...], text: str, kept: Keeper[Sign]) -> tuple[Passage[Sign], ...]:
    """One statement of `text`, of which these are the phrases, sentence by sentence, and stretches of ten words of the long sentences.

    Phrases that are no evidence give no signs. None for titles, education and certificates, which name employers, schools and places.
    """
    counting: list[Mention] = []
    silent: list[Span] = []
    for mention in statement:
        if _speaks(mention):
            counting.append(mention)
        else:
            silent.append(mention.span)
    if not counting:
        return ()
    bounds = [*_starts_of_sentences(counting, text), counting[0].statement.end]
    sentences: list[tuple[list[_Told[Sign]], list[_Word[Sign]]]] = [([], []) for _ in bounds[1:]]
    for mention in counting:
        told = mention, kept.signs(*_of_phrase(mention, text))
        sentences[bisect_right(bounds, mention.span.start) - 1][0].append(told)
    for start, word in _words_of(text, bounds, silent):
        sentences[bisect_right(bounds, start) - 1][1].append((start, word, kept.word(word)))
    passages = []
    for phrases, words in sentences:
        passages.append(_passage(phrases, words, kept))
        if len(words) > _PASSAGE:
            passages.extend(_stretches(phrases, words, kept))
    return tuple(passages)


def _words_of(text: str, bounds: list[int], silent: list[Span]) -> Iterator[tuple[int, str]]:
    """The words within some bounds, without those of phrases that are `silent`, with where they stand.

    What opens a sentence is in lower case: it begins with a capital, where a name mostly has a second word. So is all of a statement in
    capitals.
    """
    words = [(found.start(), found.group()) for found in _WORD.finditer(text, bounds[0], bounds[-1])]
    if silent:
        left_out = {place for span in silent for place in range(span.start, span.end)}
        words = [one for one in words if one[0] not in left_out]
    shouted = text[bounds[0] : bounds[-1]].isupper()
    starts = [start for start, _ in words]
    opening = {bisect_left(starts, begin) for begin in bounds[:-1]}
    for at, (start, word) in enumerate(words):
        opens = at in opening and at + 1 < len(words) and words[at + 1][1].islower()
        yield start, word.lower() if opens or shouted else word


def _starts_of_sentences(phrases: list[Mention], text: str) -> list[int]:
    """Where the sentences of a statement begin: behind a full stop or a bullet, and at a deed that is written with a capital."""
    starts = [min(phrase.span.start for phrase in phrases)]  # what stands before is a bullet
    for one, two in pairwise(phrases):
        opens = two.action is not None and not _WORD.search(text, two.span.start, two.action.span.start)
        capital = opens and two.action is not None and text[two.action.span.start].isupper()
        if two.span.start >= one.span.end and (capital or not grammar().stops.isdisjoint(text[one.span.end : two.span.start])):
            starts.append(two.span.start)
    return sorted(set(starts))


def _speaks(mention: Mention) -> bool:
    """Whether a phrase is the applicant's own deed or skill, told in words."""
    return mention.stands_in in _WORDED and counts(mention) and calibration().scorecard_silenced_by.isdisjoint(mention.concepts)


def _stretches(sentence: list[_Told[Sign]], words: list[_Word[Sign]], kept: Keeper[Sign]) -> Iterator[Passage[Sign]]:
    """The longest runs of phrases of at most ten words, each with a phrase that the run before has not."""
    spans = sorted({(mention.span.start, mention.span.end) for mention, _ in sentence})
    starts = [at for at, _, _ in words]
    in_order = sorted(enumerate(sentence), key=_start_of)
    begins = [_start_of(one) for one in in_order]
    reached = -1
    for first, (begin, end) in enumerate(spans):
        last = first
        opens = bisect_left(starts, begin)
        while last + 1 < len(spans) and bisect_left(starts, max(end, spans[last + 1][1])) - opens <= _PASSAGE:
            last += 1
            end = max(end, spans[last][1])
        if last > reached:
            reached = last
            near = sorted(in_order[bisect_left(begins, begin) : bisect_left(begins, end)], key=_place_of)
            phrases = [phrase for _, phrase in near if phrase[0].span.end <= end]
            yield _passage(phrases, words[opens : bisect_left(starts, end)], kept, stretch=True)


def _start_of(one: tuple[int, _Told[Sign]]) -> int:
    return one[1][0].span.start


def _place_of(one: tuple[int, _Told[Sign]]) -> int:
    return one[0]


def _passage(told: list[_Told[Sign]], words: list[_Word[Sign]], kept: Keeper[Sign], *, stretch: bool = False) -> Passage[Sign]:
    first = next((mention.verbs for mention, _ in told if mention.action), ())
    deeds = kept.signs([f"{FIRST}{family}" for family in first], ())
    signs = deeds.union(*(signs for _, signs in told), *(signs for _, _, signs in words))
    return Passage(tuple(mention for mention, _ in told), tuple(word for _, word, _ in words), signs, stretch)


def _of_phrase(mention: Mention, text: str) -> tuple[list[str], tuple[Joined, ...]]:
    """The signs of a phrase beyond those of its words: single ones, and deeds with what they are joined with."""
    found = [*mention.concepts, *mention.verbs]
    if mention.assisting:
        found.append("assisting")
    for entry in mention.corrected:
        found += _of_word(entry.rpartition(" = ")[2].lower())
    written = _WORD.findall(text, mention.span.start, mention.span.end)
    words = list(chain.from_iterable(map(_told_by, written)))
    found += [f'"{one} {two}"' for (one, _), (two, _) in pairwise(words)]
    return found, ((mention.verbs, mention.acted_on), (mention.verbs[:_FAMILIES], [quoted for _, quoted in words]))


@partial(remembered, answers=2 * _WORDS, longest=LONGEST_WORD)
def _told_by(word: str) -> tuple[tuple[str, str], ...]:
    """The dictionary form of each part of a word, bare and quoted; without those that are no sign in any company."""
    lemmas = [lemma_of(part) for part in _parts_of(word.lower()) if part not in _silent_words()]
    return tuple([(lemma, intern(f'"{lemma}"')) for lemma in lemmas])


@cache
def _silent_words() -> frozenset[str]:
    """The words that are no sign in any company."""
    return personal_words() | calibration().scorecard_unheard


def _of_word(word: str) -> tuple[str, ...]:
    """The signs of one word as it is written."""
    folded = word.lower()
    if folded in personal_words() or folded in grammar().stop_words:
        return ()
    beginnings = (f'"{word[:letters]}{MORE}' for letters in BEGINNINGS if letters < len(word) and word.islower())
    parts = _parts_of(word)
    of_parts = chain.from_iterable(map(_of_word, parts)) if len(parts) > 1 else ()
    return f'"{lemma_of(folded)}"', *beginnings, *of_parts


def _parts_of(word: str) -> list[str]:
    """A word, or what its hyphens join: people write cost-saving and cost saving, and no table knows every compound."""
    return [part for part in word.split("-") if part] if "-" in word else [word]


@partial(remembered, answers=2 * _WORDS, longest=LONGEST_WORD)
def lemma_of(word: str) -> str:
    """The dictionary form of a word in lower case: what a shortened one stands for, in American spelling, a verb's base, a singular."""
    word = americanized(abbreviations().get(word, word))
    verbs = inflected_verbs().get(word)
    if verbs is not None:
        return verbs[0].lemma
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "sis", "us")):
        return americanized(word[:-3] + "y" if word.endswith("ies") else word[:-1])
    return word
