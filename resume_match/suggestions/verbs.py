"""The verbs of resume lines: their forms, and the base form behind a word."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from resume_match.lexicon.phrasebook import doubles, past_form, phrasebook

_HISS = ("s", "x", "z", "ch", "sh", "o")


class Tense(StrEnum):
    """How the lines of a job are written: Manage, Managed, Manages, Managing."""

    PRESENT = "present"
    PAST = "past"
    THIRD_PERSON = "third person"
    GERUND = "gerund"


def inflect(base: str, tense: Tense) -> str:
    """The form of a verb in that tense: (lead, past) is led. A verb that the phrasebook does not know is taken for a regular one."""
    if tense is Tense.PAST:
        return phrasebook().past.get(base) or past_form(base, phrasebook().doubled)
    if tense is Tense.GERUND:
        return _gerund(base)
    return _third_person(base) if tense is Tense.THIRD_PERSON else base


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(_HISS) else f"{base}s"


def _gerund(base: str) -> str:
    if base == "begin" or doubles(base, phrasebook().doubled):
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


@cache
def _forms() -> dict[str, tuple[str, tuple[Tense, ...]]]:
    forms: dict[str, tuple[str, tuple[Tense, ...]]] = {}
    for base in phrasebook().past:
        for tense in (Tense.PRESENT, Tense.PAST, Tense.THIRD_PERSON, Tense.GERUND):
            form = inflect(base, tense)
            known = forms.get(form)
            # "cut" and "set" are their own past, and "found" is also a verb: the first reading names the verb, all its tenses are kept.
            if known is None:
                forms[form] = (base, (tense,))
            elif known[0] == base:
                forms[form] = (base, (*known[1], tense))
    return forms


def base_of(word: str) -> str | None:
    """The base form of a verb in any form ("Led" is lead), or None for a word that is no verb of the phrasebook."""
    found = _forms().get(word.lower())
    return found[0] if found else None


def tenses_of(word: str) -> tuple[Tense, ...]:
    """The tenses that a word can be: ("set") is present or past; none for a word that is no verb of the phrasebook."""
    found = _forms().get(word.lower())
    return found[1] if found else ()
