"""Where the forms of the vocabulary stand among the words of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from resume_match.extraction.trie import Opening
from resume_match.extraction.vocabulary import Vocabulary
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar

_MEANS = frozenset({"by", "through"})
_GERUND = 5  # letters; "by king" and "by wing" are none
_PASSABLE = frozenset({"-", "–", "/", "'s", "®", "™", "%", "$", "€", "£"})
_PASSABLE_IN_TITLES = _PASSABLE | {","}


class Found(NamedTuple):
    """A concept, or a verb of several words, at words `first` to `last` (exclusive)."""

    id: str
    first: int
    last: int
    verb: bool = False


def find_forms(words: tuple[Word, ...], vocabulary: Vocabulary, *, commas: bool = False) -> tuple[Found, ...]:
    """Every form in the statement, overlapping ones too, in the order of the words; without what stands inside a hiding concept.

    Hyphens, articles and numbers inside a form are passed over, and with `commas` commas too ("VP, Product").
    """
    passable = _PASSABLE_IN_TITLES if commas else _PASSABLE
    found: list[Found] = []
    for first, word in enumerate(words):
        if word.opens is not None:
            found += _descend(words, first, word.opens, passable)
    found.extend(_by_doing(words))
    hidden = [form for form in found if form.id in vocabulary.hiding]
    if hidden:
        found = [form for form in found if not any(_inside(form, cover) for cover in hidden)]
    return tuple(found)


def _by_doing(words: tuple[Word, ...]) -> Iterator[Found]:
    """ "by checking", "through pooling": any deed that is told as a means. A form could not list them all."""
    for place, (one, two) in enumerate(pairwise(words)):
        if one.lower in _MEANS and len(two.lower) > _GERUND and two.lower.endswith("ing"):
            yield Found("by-doing", place, place + 2)


def _inside(form: Found, cover: Found) -> bool:
    return cover.first <= form.first and form.last <= cover.last and (cover.first, cover.last) != (form.first, form.last)


def _descend(words: tuple[Word, ...], first: int, opening: Opening, passable: frozenset[str]) -> list[Found]:
    """The forms that begin at a word, each up to the last word that it can reach, in the order of their names."""
    ends, further = opening
    second, size = first + 1, len(words)
    if not further or second == size:
        return [Found(name, first, second, of_verb) for name, of_verb in ends]
    reached = dict.fromkeys(ends, second)
    stack = [(second, node) for node in further]
    while stack:
        at, node = stack.pop()
        word, last, stepped = words[at], at + 1, False
        for key in word.keys:
            child = node.children.get(key)
            if child is None:
                continue
            stepped = True
            for end in child.ends:
                if reached.get(end, 0) < last:
                    reached[end] = last
            if child.children and last < size:
                stack.append((last, child))
        if not stepped and last < size and _is_passable(word, passable):
            stack.append((last, node))
    return [Found(name, first, last, of_verb) for (name, of_verb), last in sorted(reached.items())]


def _is_passable(word: Word, marks: frozenset[str]) -> bool:
    known = grammar()
    return word.text in marks or word.lower in known.determiners or word.lower in known.numbers or word.text[0].isdigit()


def places_of(words: tuple[Word, ...], first: int, last: int, sequences: dict[str, tuple[tuple[str, ...], ...]]) -> list[int]:
    """The places among words `first` to `last` where a fixed phrase may begin: where its first word stands."""
    return [at for at in range(first, last) if words[at].lower in sequences]


def sequences_at(words: tuple[Word, ...], at: int, sequences: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many words of a fixed phrase stand at `at`; 0 where none does."""
    for sequence in sequences.get(words[at].lower, ()):
        if tuple(word.lower for word in words[at : at + len(sequence)]) == sequence:
            return len(sequence)
    return 0
