"""Drafts for requirements that the phrasebook does not know, built from their own text by general patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from resume_match.lexicon.phrasebook import VERB_GROUP, Draft, phrasebook
from resume_match.model import Requirement, RequirementKind, Slot
from resume_match.suggestions.employer import is_the_employers
from resume_match.suggestions.verbs import Tense, base_of, inflect, tenses_of

# What stands for slots, verbs and context in a draft may not come in with a requirement's text.
_BRACKETS = str.maketrans({**dict.fromkeys("[]{}<>"), "’": "'", "‘": "'"})
_ASIDE = re.compile(r"\s*\([^)]*\)")
_ARTICLES = frozenset({"the", "a", "an", "our", "your", "their", "its", "all", "any", "each"})
_OBJECT_OPENERS = _ARTICLES | {"new", "with", "to", "on", "that", "how"}
_YEARS = re.compile(
    r"^(?:\d+|several|many|multiple|a few)\s*(?:[-–]\s*\d+)?\s*\+?\s*(?:or more\s+)?(?:years?|yrs?)['’]?(?:\s+of)?\s+", re.IGNORECASE
)
_RESPONSIBLE = re.compile(r"\b(?:you will|you'll|you are|you're)\s+(?:\w+ly\s+)?(?:be\s+)?(?:\w+ly\s+)?responsible for\b", re.IGNORECASE)
# What is done at the employer of a posting was done elsewhere by whoever writes a resume.
_AT_EMPLOYER = re.compile(r"\s+(?:at|within) (?:[A-Z][A-Z0-9&.]+|\d+[A-Z]\w*|[A-Z]\w+)(?=$|[,.;]|\s+(?:to|with|and|for|by|in|on)\b)")
_GERUND_OF = re.compile(r"^(?!understanding|knowing)(\w+ing) of (?:the )?", re.IGNORECASE)
_LABEL = re.compile(r"\w+(?: \w+){0,3}: (?=\w)")
_LONGEST, _SHORTEST, _LONGEST_NAME = 16, 5, 10
_LONGEST_TEXT = 400
_AFTER_NOUNS = frozenset(
    {"of", "in", "for", "to", "with", "and", "or", "at", "on", "by", "from", "across", "through", "that", "as", "within"}
)
_NAMING = ("years", "qualification")
_EXPERIENCE = re.compile(r"\b(?:experience|experienced|knowledge|background in|expertise|years?|work(?:ed)? (?:in|with))\b", re.IGNORECASE)


def general_drafts(requirement: Requirement) -> tuple[Draft, ...]:
    """Drafts of a requirement from its own words, by its kind, the best first; none where it is a sentence that gives no line."""
    if requirement.kind is RequirementKind.QUALIFICATION:
        form = qualification_form(requirement)
        name = substance(requirement.text)
        unsaid = form in _NAMING and (not _nameable(name) or re.search(r"\d", name) or not _EXPERIENCE.search(requirement.text))
        rows = phrasebook().general["deed-years" if form == "years" and _is_gerund(name.split()[0]) else form]
        return () if unsaid else tuple(_drafts(rows, name))
    return tuple(dict.fromkeys(_work_drafts(requirement)))


def general_clauses(requirement: Requirement) -> tuple[Draft, ...]:
    """Clauses that strengthen a line towards a requirement, from its own words; none where the requirement gives none."""
    rows = phrasebook().general["clauses"]
    name, verbal = _reading(requirement.text)
    deed = _deed(name, verbal)
    if is_the_employers(name) and (deed or requirement.kind is RequirementKind.DUTY):
        return ()
    if requirement.kind is RequirementKind.DUTY:
        return _clause(rows["duty"], deed, name) if deed else ()
    # A tool that only the terms name is not put into a line that a person wrote.
    nameable = requirement.kind is RequirementKind.SKILL and not requirement.terms and deed is None and _nameable(name)
    return _clause(rows["skill"], None, name) if nameable else ()


def _nameable(name: str) -> bool:
    """True for what can be named inside a line: no sentence, no bare lead-in, nothing that begins with a state or a past deed."""
    lead_in = phrasebook().general["lead_in"]
    words = name.split()
    if not words or len(words) > _LONGEST_NAME or _speaks(name) or not frozenset(lead_in["second"]).isdisjoint(name.lower().split()):
        return False
    first = words[0].lower()
    if words[-1].lower() in lead_in["persons"]:
        return False  # a "team player" is somebody, and nothing that one uses
    told = (base_of(first) or first) in lead_in["stative"] or tenses_of(first) == (Tense.PAST,) or name.lower() in lead_in["phrases"]
    # "Security, and enabling solutions" is a thing and a deed, which no one verb fits.
    joined = (place for place, word in enumerate(words[:-1]) if place and word == "and" and words[place - 1].endswith(","))
    mixed = any(_is_gerund(words[place + 1]) for place in joined)
    return not told and not mixed


def _is_gerund(word: str) -> bool:
    return Tense.GERUND in tenses_of(word.strip(",").lower())


def qualification_form(requirement: Requirement) -> str:
    """What a qualification asks for by its words: degree, certification, years, or just qualification."""
    words = frozenset(re.findall(r"[a-z][a-z'’]*", requirement.text.lower().replace("’", "'")))
    for form, tells in phrasebook().general["tells"].items():
        if words & frozenset(tells) or (form == "years" and requirement.years):
            return str(form)
    return "qualification"


def _work_drafts(requirement: Requirement) -> Iterator[Draft]:
    general = phrasebook().general
    name, verbal = _reading(requirement.text)
    deed = _deed(name, verbal)
    if is_the_employers(name) and (deed or requirement.kind is RequirementKind.DUTY) and not requirement.terms:
        return
    nominal = general["noun-duty" if requirement.kind is RequirementKind.DUTY else "skill"]
    if deed is not None:
        rows = [_with(draft, "{verb} {rest}", deed) for draft in _rows(general["duty"])]
        # "Report results to finance at [place]", since "... for the board for [scope]" reads twice.
        opened = not frozenset(general["lead_in"]["open_ends"]).isdisjoint(deed.split())
        yield from sorted(rows, key=lambda draft: opened and " for [" in draft.text)
    elif not verbal and _nameable(name):
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
    return _reading(text)[0]


def _reading(text: str) -> tuple[str, bool]:
    """The substance of a requirement, and whether its lead-in says that it begins with a verb ("ability to ...")."""
    # Only a requirement's beginning is ever used; the bound keeps reading quick whatever a posting holds.
    plain = " ".join(_ASIDE.sub("", text[:_LONGEST_TEXT].translate(_BRACKETS)).split())
    plain = _AT_EMPLOYER.sub("", _RESPONSIBLE.sub("responsible for", plain))
    name = re.split(r"(?<=\w)[.;?](?:\s|$)", plain, maxsplit=1)[0].lstrip(" .;:,-–…#*").rstrip(" .;:,-–…*")
    labelled = _LABEL.match(name)
    name = _GERUND_OF.sub(r"\1 ", name[labelled.end() :] if labelled else name)  # "Handling of complaints" is handling them
    opened = _anywhere("openers").search(name)
    verbal = opened is not None and _leading("verb_follows").match(opened.group(1)) is not None
    name = name[opened.end() :] if opened else name
    while True:
        before = name
        name = _YEARS.sub("", name)
        verb_follows = _leading("verb_follows").match(name)
        verbal = verbal or verb_follows is not None
        for pattern in (_leading("verb_follows"), _leading("phrases"), _leading("adjectives")):
            name = _off(pattern, name)
        name = _trailing().sub("", name)
        if name == before:
            named = f"the {name}" if name and not verbal and f" the {name}" in plain else name  # "knowledge of the market"
            return _reworded(named) or plain, verbal


def _reworded(name: str) -> str:
    words = phrasebook().general["rewording"]
    return re.sub(rf"\b(?:{'|'.join(words)})\b", lambda found: str(words[found.group()]), name)


def _off(pattern: re.Pattern[str], name: str) -> str:
    found = pattern.match(name)
    return (name[found.end() :].lstrip(" ,:") or name) if found else name


def _longest_first(key: str) -> str:
    phrases = sorted(phrasebook().general["lead_in"][key], key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(re.escape, phrases))


@cache
def _leading(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:and\s+)?(?:{_longest_first(key)})(?![\w/-])", re.IGNORECASE)


@cache
def _anywhere(key: str) -> re.Pattern[str]:
    return re.compile(rf"^.{{0,60}}?\b({_longest_first(key)})\s+(?=\w)", re.IGNORECASE)


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+(?:{_longest_first('trailers')})\W*$", re.IGNORECASE)


def _speaks(name: str) -> bool:
    """True for a whole sentence, which cannot stand inside a line, and for words that point at people whom nobody has named."""
    words = re.findall(r"[a-z']+", name.lower())
    lead_in = phrasebook().general["lead_in"]
    pointing = next((place for place, word in enumerate(words) if word in lead_in["pronouns"]), None)
    pointless = pointing is not None and frozenset(lead_in["people"]).isdisjoint(words[:pointing])
    return not words or pointless or not frozenset(lead_in["sentence"]).isdisjoint(words)


def _shortened(name: str) -> str:
    """The name itself, or where it is long its beginning up to a word where it may end."""
    words = name.split()
    if len(words) <= _LONGEST:
        return name
    breaks = phrasebook().general["lead_in"]["breaks"]
    ends = [place for place in range(_SHORTEST, _LONGEST + 1) if words[place].lower() in breaks or words[place - 1].endswith(",")]
    return " ".join(words[: ends[-1]]).rstrip(" ,") if ends else name


def _deed(name: str, verbal: bool) -> str | None:
    """The name as a verb group and its object ("Developing plans" is "{develop} plans"), or None where it is no deed."""
    words = _shortened(name).split()
    if len(words) < 2 or len(words) > _LONGEST or _speaks(" ".join(words)):
        return None
    return " ".join(_up_to_a_second_deed(tuple(_conjugated(words)))) if _acts(words, verbal) else None


def _up_to_a_second_deed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a deed up to what may be another one, which was not put in its form: "{plan} tests and | train users"."""
    first = tenses_of(words[0].strip("{},"))
    for place in range(2, len(words) - 1):
        word = words[place]
        other = {Tense.GERUND, Tense.PRESENT} if Tense.GERUND in first else {Tense.PRESENT}
        opens = words[place - 1] in ("and", "or", "&") and word.isalpha() and word.islower() and not other.isdisjoint(tenses_of(word))
        if (
            opens
            and not _is_of_infinitive(list(words[:place]))
            and word not in phrasebook().general["lead_in"]["nouns"]
            and words[place + 1] not in _AFTER_NOUNS
        ):
            return words[: place - 1]
    return words


def _acts(words: list[str], verbal: bool) -> bool:
    # A verb in its base form or in -ing before an object; "Budget planning" begins with a noun that looks like a verb.
    lead_in = phrasebook().general["lead_in"]
    first, following = words[0].strip(",").lower(), words[1].strip(",").lower()
    base = base_of(first)
    if (base or first) in lead_in["stative"] or not first.isalpha() or (base is None and first.endswith("ly")):
        return False
    if base is None:
        # An unknown word is a verb after "ability to", before an article and beside a verb: "Energize and motivate the team".
        beside = following == "and" and len(words) > 2 and Tense.PRESENT in tenses_of(words[2])
        return verbal or following in _ARTICLES or beside
    if following == "of" or f"{first} {following}" in lead_in["compounds"]:
        return verbal  # "Use of CRM systems", "Work ethic": things
    if first in lead_in["nouns"] and following not in _OBJECT_OPENERS:
        return verbal
    if len(words) == 2 and Tense.GERUND in tenses_of(following):
        return verbal
    return not {Tense.PRESENT, Tense.GERUND, Tense.THIRD_PERSON}.isdisjoint(tenses_of(first))


def _conjugated(words: list[str]) -> Iterator[str]:
    first = tenses_of(words[0].strip(","))
    openers = _OBJECT_OPENERS | ({"and", "through", "for"} if first == (Tense.THIRD_PERSON,) else frozenset())
    in_verbs = True
    for place, word in enumerate(words):
        bare = word.strip(",").lower()
        following = words[place + 1].strip(",").lower() if place + 1 < len(words) else ""
        before = [other.lower() for other in words[:place]]
        told = before[-2:-1] in (["and"], ["or"]) and before[-1] == "to"  # "apply tools and to help partners"
        while before and in_verbs and before[-1].endswith("ly"):  # "identify and proactively monitor"
            before.pop()
        joined = bool(before) and (before[-1] in ("and", "or", "&") or before[-1].endswith(","))
        acts = joined and word == word.lower() and _may_follow(first, tenses_of(bare)) and (in_verbs or following in openers)
        acts = acts and (in_verbs or not _is_of_infinitive(words[:place]))
        if place == 0 or acts or (told and base_of(bare) is not None):
            yield f"{{{base_of(bare) or bare}}}" + ("," if word.endswith(",") else "")
        elif not (bare == "to" and before[-1:] in (["and"], ["or"]) and base_of(following) is not None):
            in_verbs = in_verbs and (bare in ("and", "or", "&") or bare.endswith("ly"))
            yield word


def _may_follow(first: tuple[Tense, ...], other: tuple[Tense, ...]) -> bool:
    """True where a deed in one form may stand beside the first: "own and grow", not "own ..., focusing on", which says how."""
    if Tense.GERUND in other:
        return Tense.GERUND in first
    return other not in ((), (Tense.PAST,))


def _is_of_infinitive(before: list[str]) -> bool:
    """True behind "to approve or": what follows goes with the infinitive."""
    left = [word.strip(",").lower() for word in before[:-1]]
    return any(word == "to" and base_of(verb) == verb for word, verb in pairwise(left))


def as_said(name: str) -> str:
    """A requirement's name as it stands inside a sentence: "Negotiation" is "negotiation"; Python and SQL stay as they are."""
    first, _, rest = name.partition(" ")
    if not first[:1].isupper() or first[1:] != first[1:].lower():
        return name
    lead_in = phrasebook().general["lead_in"]
    endings = tuple(lead_in["common_endings"])
    called = first.lower() in lead_in["brands"]
    common = not called and (base_of(first) is not None or first.lower().endswith(endings) or (rest and rest == rest.lower()))
    return f"{first.lower()} {rest}".strip() if common else name
