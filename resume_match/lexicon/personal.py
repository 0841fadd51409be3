"""Words that tell who somebody is, read from data/lexicon/en/personal.toml, as patterns for redaction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.grammar import grammar

_CAPITALIZED = r"[A-Z\u00c0-\u00de][\w.'’&-]*"
_ADDRESSES = r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
_LINKS = (
    r"(?:https?://|www\.)[^\s|,;<>]+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|co|ai|app|edu|info|design|tech|xyz|uk|de|fr|ca|eu|example)\b(?:/[^\s|,;<>]*)?"
)


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; a blank in one may be any white space of the text."""
    longest_first = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in longest_first)


@cache
def personal_words() -> frozenset[str]:
    """Words in lower case that tell who somebody is or where they studied: no weighing of words may give points for one."""
    table = read_table("personal")
    listed = (*table["pronouns"], *table["stated_pronouns"], *table["honorifics"], *table["particulars"], *table["streets"])
    return frozenset(word.lower() for entry in listed for word in entry.split()) | grammar().school_words


@cache
def personal_patterns() -> tuple[re.Pattern[str], ...]:
    """What is personal wherever it stands: addresses, links, pronouns, titled names, labelled particulars, streets and schools."""
    table = read_table("personal")
    stated = either(table["stated_pronouns"])
    name = rf"{_CAPITALIZED}(?: +{_CAPITALIZED}){{0,2}}"
    schools = either(word.capitalize() for word in sorted(grammar().school_words))
    school = rf"(?:{schools}|{schools.upper()})"
    joined = r"(?:(?:of|the|at|for|and|&|in) +){0,2}"
    return (
        re.compile(_ADDRESSES),
        re.compile(_LINKS, re.IGNORECASE),
        re.compile(rf"\b(?:{stated})(?:\s*/\s*(?:{stated}))+\b", re.IGNORECASE),
        re.compile(rf"(?<![\w/])(?:{either(table['pronouns'])})(?!\w)", re.IGNORECASE),
        re.compile(rf"\b(?:{either(table['honorifics'])})\.? +{name}"),
        re.compile(rf"(?<!\w)(?:{either(table['particulars'])})\s*:[^\n|•;\t]*", re.IGNORECASE),
        re.compile(r"\b[A-Z]{2} +\d{5}(?:-\d{4})?\b"),
        re.compile(rf"\b\d{{1,5}}[A-Za-z]? +(?:{_CAPITALIZED} +){{1,3}}(?:{either(table['streets'])})\b\.?"),
        re.compile(rf"(?:{_CAPITALIZED} +{joined}){{0,4}}\b{school}\b(?: +{joined}{_CAPITALIZED}(?: +{_CAPITALIZED}){{0,3}})?"),
    )


@cache
def stated_pronouns() -> re.Pattern[str]:
    """A pattern for the pronouns that stand behind a name, brackets included: " (she/her)"."""
    stated = either(read_table("personal")["stated_pronouns"])
    return re.compile(rf"\s*[(\[]?\b(?:{stated})(?:\s?/\s?(?:{stated}))+\b[)\]]?", re.IGNORECASE)


@cache
def graduates() -> str:
    """A pattern for what somebody is by their school, behind its first word: "alumna", "graduate"."""
    return either(read_table("personal")["graduates"])


def opens_letter(line: str) -> bool:
    """True for a line that a salutation opens."""
    return salutation(line) > 0


def salutation(line: str) -> int:
    """How many characters of a line are its salutation, up to a comma, a colon or its end: "Dear Ms Vale," ; 0 where it opens with none."""
    found = _salutation().match(line)
    return found.end() if found else 0


@cache
def _salutation() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(read_table('personal')['salutations'])})\b[^,:!]{{0,60}}(?:[,:!]|$)", re.IGNORECASE)


def closes_letter(line: str) -> bool:
    """True for the line before a signature: a closing and no sentence."""
    return len(line.split()) <= 4 and line.casefold().lstrip().startswith(tuple(read_table("personal")["closings"]))
