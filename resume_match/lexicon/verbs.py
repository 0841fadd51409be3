"""Verbs by what they show, and their inflected forms. Read from data/lexicon/en/verbs.toml and irregular_verbs.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from resume_match.lexicon import read_table

_VOWELS = "aeiou"


class VerbForm(StrEnum):
    """How a verb is inflected."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Inflected:
    """One inflected verb: its base form and how it is inflected."""

    lemma: str
    form: VerbForm


@cache
def family_ids() -> frozenset[str]:
    """The ids of the verb families."""
    return frozenset(read_table("verbs"))


@cache
def families_of_verb() -> dict[str, tuple[str, ...]]:
    """Base form -> the families that the verb belongs to, in the order of the file."""
    return _families("verbs")


@cache
def families_of_noun() -> dict[str, tuple[str, ...]]:
    """Action noun ("management") -> its families, in the order of the file, which may write it with its preposition."""
    return _families("nouns")


MERE_DEED = "deed"
"""The family of verbs that show nothing by themselves."""


@cache
def is_mere_deed(verb: str) -> bool:
    """Whether a verb, in its base form, shows nothing by itself; many such are nouns as often ("list", "returns")."""
    return families_of_verb().get(verb) == (MERE_DEED,)


_FIRST = 6


@cache
def first_verbs(family: str) -> tuple[str, ...]:
    """The verbs that a family names first: those that mean just what it says, which the later ones only touch."""
    return tuple(read_table("verbs")[family].get("verbs", ())[:_FIRST])


def _families(key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family, entry in read_table("verbs").items():
        for text in entry.get(key, ()):
            word = re.sub(r" (?:of|for|to|with|in|on)$", "", text) if key == "nouns" else text
            if family not in found.get(word, ()):
                found[word] = (*found.get(word, ()), family)
    return found


@cache
def inflected_verbs() -> dict[str, tuple[Inflected, ...]]:
    """Every form of every one-word verb -> what it may be, base forms first ("found" -> found, base; find, past)."""
    forms: dict[str, tuple[Inflected, ...]] = {}
    for verb in families_of_verb():
        verb = re.split(r"[ -]", verb, maxsplit=1)[0]
        for text, form in inflect(verb):
            found = Inflected(verb, form)
            if found not in forms.get(text, ()):
                forms[text] = (*forms.get(text, ()), found)
    return {text: tuple(sorted(found, key=lambda verb: (verb.form is not VerbForm.BASE, verb.lemma))) for text, found in forms.items()}


def inflect(verb: str) -> tuple[tuple[str, VerbForm], ...]:
    """The forms of a one-word verb: base, third person, past (and participle), -ing; British doubled consonants included."""
    irregular = read_table("irregular_verbs").get(verb, ())
    pasts = tuple(irregular) or tuple(stem + "ed" for stem in _stems(verb))
    ings = tuple(stem + "ing" for stem in _stems(verb))
    return (
        (verb, VerbForm.BASE),
        (third_person(verb), VerbForm.THIRD),
        *((past, VerbForm.PAST) for past in pasts),
        *((ing, VerbForm.ING) for ing in ings),
    )


def third_person(verb: str) -> str:
    """The third person singular: "leads", "launches", "carries"."""
    if verb.endswith("y") and len(verb) > 2 and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stems(verb: str) -> tuple[str, ...]:
    """What -ed and -ing are put to; where the last consonant may be doubled, both spellings."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return (verb[:-1],)
    if verb.endswith("y") and len(verb) > 2 and verb[-2] not in _VOWELS:
        return (verb[:-1] + "i", verb)
    if len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        return (verb + verb[-1], verb)
    return (verb,)
