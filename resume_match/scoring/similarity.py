"""How alike two words are: the door to rapidfuzz, whose 0..100 ends here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from resume_match.lexicon import read_table

_LONG = 9  # from this length two edits may be one slip of the fingers; shorter words allow one
_SHORTEST = 5  # letters of a word that may be meant
_NEAR = 1 << 10  # first letters and lengths whose known words stay at hand; the lexicon has 348 such pairs, some more are asked for
_SUFFIX = 3  # words that differ only in their last letters are inflections or other words, not misspellings


def spelling_corrector(known: frozenset[str], own_words: frozenset[str] | None = None) -> Callable[[str], str | None]:
    """The function that finds the known word which a misspelled one was meant to be, or None.

    A misspelling keeps its first letter, is one edit away (two from nine letters; transposed letters are one edit), differs within the word
    and not in its ending, and is none of `own_words` (data/lexicon/en/known_words.toml). Where two known words are equally near,
    none is meant.
    """
    own = frozenset(read_table("known_words")["words"]) if own_words is None else own_words
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(known):
        blocks[word[0], len(word)].append(word)

    @lru_cache(_NEAR)
    def near(first: str, size: int) -> tuple[str, ...]:
        """The known words that may be meant by one of so many letters."""
        limit = _edits(size)
        return tuple([word for length in range(size - limit, size + limit + 1) for word in blocks.get((first, length), ())])

    def correct(word: str) -> str | None:
        if word in own:
            return None
        found = extract(word, near(word[0], len(word)), scorer=OSA.distance, score_cutoff=_edits(len(word)), limit=None)
        best = sorted([(distance, other) for other, distance, _ in found if len(other) >= _SHORTEST and not _inflected(word, other)])
        if not best or (len(best) > 1 and best[0][0] == best[1][0] and not _same_stem(best[0][1], best[1][1])):
            return None
        return best[0][1]

    return correct


def _edits(size: int) -> int:
    return 2 if size >= _LONG else 1


def _inflected(word: str, other: str) -> bool:
    """Whether two words differ in their endings only: the same up to the last letters of the shorter one."""
    shared = 0
    for left, right in zip(word, other, strict=False):
        if left != right:
            break
        shared += 1
    if sorted(word[-2:]) == sorted(other[-2:]):
        return False  # the last letters only changed places
    return word[-1] != other[-1] and (shared >= min(len(word), len(other)) - 1 or shared >= max(len(word), len(other)) - _SUFFIX)


def _same_stem(one: str, other: str) -> bool:
    shorter = min(len(one), len(other)) - 1
    return one[:shorter] == other[:shorter]
