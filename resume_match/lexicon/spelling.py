"""British spellings and the American ones that the lexicon is written in. Read from data/lexicon/en/spelling.toml."""

from __future__ import annotations

from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.concepts import concepts
from resume_match.lexicon.verbs import families_of_noun, inflected_verbs

_LETTERS = 6  # of the shortest word that is Americanized by itself: "four" is no British "for"


def american_spellings(word: str) -> tuple[str, ...]:
    """What a word would be in American spelling, if it is British; a list of words decides ("advise" is no British "advize")."""
    changed = (word.replace(british, american) for british, american in read_table("spelling").items() if british in word)
    return tuple(dict.fromkeys(changed))


def americanized(word: str) -> str:
    """A word in lower case in American spelling where that is a word of the lexicon, else as it is."""
    if len(word) < _LETTERS:
        return word
    known = (one for one in american_spellings(word) if one in inflected_verbs() or one in _words_of_the_lexicon())
    return next(known, word)


@cache
def _words_of_the_lexicon() -> frozenset[str]:
    forms = (word for concept in concepts() for form in concept.forms for word in form)
    return frozenset(word for word in (*forms, *families_of_noun()) if word.islower())
