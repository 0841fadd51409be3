"""How alike two words are: the door to rapidfuzz, whose 0..100 ends here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from rapidfuzz.distance import OSA

from resume_match.lexicon import read_table

_LONG = 9  # from this length two edits may be one slip of the fingers; shorter words allow one
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

    def correct(word: str) -> str | None:
        if word in own:
            return None
        limit = 2 if len(word) >= _LONG else 1
        best: list[tuple[int, str]] = []
        for size in range(len(word) - limit, len(word) + limit + 1):
            for other in blocks.get((word[0], size), ()):
                distance = OSA.distance(word, other, score_cutoff=limit)
                if distance <= limit and len(other) >= 5 and not _inflected(word, other):
                    best.append((distance, other))
        best.sort()
        if not best or (len(best) > 1 and best[0][0] == best[1][0] and not _same_stem(best[0][1], best[1][1])):
            return None
        return best[0][1]

    return correct


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
