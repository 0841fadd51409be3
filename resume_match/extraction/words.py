"""Words of a statement with the keys that the vocabulary knows them by."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.lexicon.verbs import Inflected


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its text and place in the statement, and how the vocabulary knows it.

    `keys` are dictionary forms that the vocabulary's phrases are written in (the word itself, its singular, its verb); `verbs` what it
    may be inflected from; `lower` its lower case; `corrected` the vocabulary's word that a misspelled one was taken for.
    """

    text: str
    start: int
    end: int
    lower: str
    keys: tuple[str, ...]
    verbs: tuple[Inflected, ...]
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the vocabulary makes of one written word."""

    keys: tuple[str, ...]
    verbs: tuple[Inflected, ...]
    corrected: str | None = None
