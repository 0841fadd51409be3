"""Drafts for requirements that the phrasebook does not know, built from their own text by general patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from resume_match.lexicon.phrasebook import VERB_GROUP, Draft, phrasebook
from resume_match.model import Requirement, RequirementKind, Slot
from resume_match.suggestions.verbs import Tense, base_of, inflect, tenses_of

_BRACKETS = str.maketrans("", "", "[]{}<>")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_OBJECT_OPENERS = frozenset({"the", "a", "an", "our", "their", "its", "all", "any", "each", "new", "with", "to", "on", "that", "how"})
_YEARS = re.compile(r"^\d+\s*(?:\+|[-–]\s*\d+)?\s*(?:or more\s+)?(?:years?|yrs?)['’]?(?:\s+of)?\s+", re.IGNORECASE)
_LONGEST = 16


def general_drafts(requirement: Requirement) -> tuple[Draft, ...]:
    """Drafts of a requirement from its own words, by its kind; the best first."""
    general = phrasebook().general
    if requirement.kind is RequirementKind.QUALIFICATION:
        return tuple(_drafts(general[qualification_form(requirement)], substance(requirement.text)))
    return tuple(dict.fromkeys(_work_drafts(requirement)))


def general_clauses(requirement: Requirement) -> tuple[Draft, ...]:
    """Clauses that strengthen a line towards a requirement, from its own words; none where the requirement names no deed."""
    rows = phrasebook().general["clauses"]
    name = substance(requirement.text)
    deed = _deed(name)
    if requirement.kind is RequirementKind.DUTY:
        return _clause(rows["duty"], deed, name) if deed else ()
    # A tool that only the terms name is not put into a line that a person wrote.
    return _clause(rows["skill"], None, name) if requirement.kind is RequirementKind.SKILL and not requirement.terms else ()


def qualification_form(requirement: Requirement) -> str:
    """What a qualification asks for by its words: degree, certification, years, or just qualification."""
    words = frozenset(re.findall(r"[a-z][a-z'’]*", requirement.text.lower().replace("’", "'")))
    for form, tells in phrasebook().general["tells"].items():
        if words & frozenset(tells) or (form == "years" and requirement.years):
            return str(form)
    return "qualification"


def _work_drafts(requirement: Requirement) -> Iterator[Draft]:
    general = phrasebook().general
    name = substance(requirement.text)
    deed = _deed(name)
    nominal = general["noun-duty" if requirement.kind is RequirementKind.DUTY else "skill"]
    if deed is not None:
        rows = [_with(draft, "{verb} {rest}", deed) for draft in _rows(general["duty"])]
        # "Report results to finance at [place]", since "... for the board for [scope]" reads twice.
        yield from sorted(rows, key=lambda draft: " for [" in draft.text and " for " in deed)
    else:
        yield from _drafts(nominal, name)
    if requirement.terms:
        # A requirement with terms is matched by them. Which one holds only the person knows, so it is a slot that lists them.
        slot = Slot(as_said(name), f"one of: {', '.join(requirement.terms)}", requirement.terms[0])
        yield from (replace(_with(draft, "{name}", f"[{slot.name}]"), slots=(slot,)) for draft in _rows(nominal))


def _rows(rows: list[dict[str, str]]) -> list[Draft]:
    return [Draft(row["text"], row["plain"]) for row in rows]


def _drafts(rows: list[dict[str, str]], name: str) -> Iterator[Draft]:
    yield from (_with(draft, "{name}", as_said(name)) for draft in _rows(rows))


def _with(draft: Draft, place: str, words: str) -> Draft:
    return Draft(draft.text.replace(place, words), draft.plain.replace(place, words))


def _clause(row: dict[str, str], deed: str | None, name: str) -> tuple[Draft, ...]:
    if deed is None:
        return (_with(Draft(row["text"], row["plain"]), "{name}", as_said(name)),)
    gerund = VERB_GROUP.sub(lambda found: inflect(found.group(1), Tense.GERUND), deed)
    return (_with(Draft(row["text"], row["plain"]), "{verb} {rest}", gerund),)


def substance(text: str) -> str:
    """A requirement's text without its lead-in and full stop: "Strong knowledge of SQL." is "SQL"."""
    name = re.split(r"(?<=\w)[.;](?:\s|$)", _ASIDE.sub("", text.translate(_BRACKETS)).strip(), maxsplit=1)[0]
    opened = _openers().search(name)
    name = _YEARS.sub("", (name[opened.end() :] if opened else name).strip(" .;:,"))
    taken = True
    while taken:
        before = name
        name = _off(_phrases(), name)
        name = _off(_adjectives(), name)
        taken = name != before
    return " ".join(_reworded(name).split()) or " ".join(text.translate(_BRACKETS).split())


def _reworded(name: str) -> str:
    words = phrasebook().general["rewording"]
    return re.sub(rf"\b(?:{'|'.join(words)})\b", lambda found: str(words[found.group()]), name)


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"^.{{0,60}}?{_leading(tuple(phrasebook().general['lead_in']['openers'])).pattern}\s+(?=\w)", re.IGNORECASE)


def _off(pattern: re.Pattern[str], name: str) -> str:
    found = pattern.match(name)
    return (name[found.end() :].lstrip(" ,:") or name) if found else name


@cache
def _phrases() -> re.Pattern[str]:
    return _leading(tuple(phrasebook().general["lead_in"]["phrases"]))


@cache
def _adjectives() -> re.Pattern[str]:
    return _leading(tuple(phrasebook().general["lead_in"]["adjectives"]))


def _leading(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:and\s+)?(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _deed(name: str) -> str | None:
    """The name as a verb group and its object ("Developing plans" is "{develop} plans"), or None where it is no deed."""
    words = name.split()
    base = base_of(words[0].strip(",")) if words else None
    if base is None or len(words) < 2 or not _acts(words):
        return None
    return " ".join(_conjugated(words[: _LONGEST if len(words) > _LONGEST else len(words)]))


def _acts(words: list[str]) -> bool:
    # A verb in its base form or in -ing before an object; "Budget planning" begins with a noun that looks like a verb.
    first, following = words[0].strip(",").lower(), words[1].strip(",").lower()
    tenses = tenses_of(first)
    if first in phrasebook().general["lead_in"]["nouns"] and following not in _OBJECT_OPENERS:
        return False
    if len(words) == 2 and Tense.GERUND in tenses_of(following):
        return False
    return Tense.PRESENT in tenses or Tense.GERUND in tenses or Tense.THIRD_PERSON in tenses


def _conjugated(words: list[str]) -> Iterator[str]:
    in_verbs = True
    for place, word in enumerate(words):
        bare = word.strip(",")
        base = base_of(bare) if Tense.PAST not in tenses_of(bare) or Tense.PRESENT in tenses_of(bare) else None
        following = words[place + 1].strip(",").lower() if place + 1 < len(words) else ""
        joined = place == 0 or words[place - 1].lower() in ("and", "or", "&") or words[place - 1].endswith(",")
        again = place > 0 and joined and base is not None and (in_verbs or following in _OBJECT_OPENERS) and bare.islower()
        if place == 0 or again:
            yield f"{{{base}}}" + ("," if word.endswith(",") else "")
        else:
            in_verbs = in_verbs and word.lower() in ("and", "or", "&")
            yield word


def as_said(name: str) -> str:
    """A requirement's name as it stands inside a sentence: "Negotiation" is "negotiation"; Python and SQL stay as they are."""
    first, _, rest = name.partition(" ")
    if not first[:1].isupper() or first[1:] != first[1:].lower():
        return name
    endings = tuple(phrasebook().general["lead_in"]["common_endings"])
    common = base_of(first) is not None or first.lower().endswith(endings) or (rest and rest == rest.lower())
    return f"{first.lower()} {rest}".strip() if common else name
