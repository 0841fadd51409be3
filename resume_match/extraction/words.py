"""Words of a statement with the keys that the vocabulary knows them by."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.lexicon.verbs import Inflected


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its text and place in the statement, and how the vocabulary knows it.

    `keys` are dictionary forms that the vocabulary's phrases are written in (the word itself, its singular, its verb); `verbs` what it
    may be inflected from; `noun` the verb families of the action noun that it may be; `lower` its lower case; `corrected` the vocabulary's
    word that a misspelled one was taken for.
    """

    text: str
    start: int
    end: int
    lower: str
    keys: tuple[str, ...]
    verbs: tuple[Inflected, ...]
    noun: tuple[str, ...]
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the vocabulary makes of one written word: fields as those of a Word."""

    keys: tuple[str, ...]
    verbs: tuple[Inflected, ...]
    noun: tuple[str, ...]
    corrected: str | None = None
