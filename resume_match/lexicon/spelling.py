"""British spellings and the American ones that the lexicon is written in. Read from data/lexicon/en/spelling.toml."""

from __future__ import annotations

from functools import partial

from resume_match.lexicon import read_table
from resume_match.lexicon.concepts import concept_words
from resume_match.lexicon.remembering import LONGEST_WORD, remembered
from resume_match.lexicon.verbs import families_of_noun, inflected_verbs

_LETTERS = 6  # of the shortest word that is Americanized by itself: "four" is no British "for"


@partial(remembered, answers=1 << 13, longest=LONGEST_WORD)
def american_spellings(word: str) -> tuple[str, ...]:
    """What a word would be in American spelling, if it is British; a list of words decides ("advise" is no British "advize")."""
    changed = [word.replace(british, american) for british, american in read_table("spelling").items() if british in word]
    return tuple(dict.fromkeys(changed)) if changed else ()


def americanized(word: str) -> str:
    """A word in lower case in American spelling where that is a word of the lexicon, else as it is."""
    if len(word) < _LETTERS:
        return word
    known = (one for one in american_spellings(word) if one in inflected_verbs() or one in concept_words() or one in families_of_noun())
    return next(known, word)
