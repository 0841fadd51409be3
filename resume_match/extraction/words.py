"""Words of a statement with the keys that the vocabulary knows them by."""

from __future__ import annotations

from typing import NamedTuple

from resume_match.extraction.trie import Opening
from resume_match.lexicon.verbs import Inflected


class Reading(NamedTuple):
    """What the vocabulary makes of one written word.

    `lower` is the word in lower case, a shortened one as what it stands for; `keys` are dictionary forms that the vocabulary's phrases are
    written in (the word itself, its singular, its verb); `verbs` what it may be inflected from; `noun` the verb families of the action noun
    that it may be; `opens` what forms begin with it; `corrected` the vocabulary's word that a misspelled one was taken for.
    """

    lower: str
    keys: tuple[str, ...]
    verbs: tuple[Inflected, ...]
    noun: tuple[str, ...]
    opens: Opening | None
    corrected: str | None = None


class Word(NamedTuple):
    """One token: its text and place in the statement, and how the vocabulary knows it, as in a Reading."""

    text: str
    start: int
    end: int
    lower: str
    keys: tuple[str, ...]
    verbs: tuple[Inflected, ...]
    noun: tuple[str, ...]
    opens: Opening | None
    corrected: str | None = None
