"""What job postings are made of: headings, cues, numbers of years, fields and ranks, from data/lexicon/en/postings.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.verbs import families_of_verb

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PUNCTUATION = re.compile(r"[^\w+#]+")


@cache
def _openers() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = read_table("postings")["openers"]
    return frozenset(table["verbs"]) | frozenset(families_of_verb()), frozenset(table["also_nouns"]), frozenset(table["followers"])


def opens_with_verb(text: str) -> bool:
    """True where a line begins as duties do: "Define product requirements", "Design and build ...", but not "Design thinking"."""
    verbs, also_nouns, followers = _openers()
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    if words and words[0].endswith("ly") and len(words) > 1:  # "Proactively identify ..."
        words = words[1:]
    if not words or words[0] not in verbs:
        return False
    return words[0] not in also_nouns or (len(words) > 1 and (words[1] in followers or words[1] in verbs - also_nouns)) or len(words) > 4


def folded(text: str) -> str:
    """The text for looking up phrases: lower case, every stretch of punctuation a single space, a space at each end."""
    return f" {_PUNCTUATION.sub(' ', text.casefold()).strip()} "


def names_any(text: str, phrases: Iterable[str]) -> bool:
    """True where a folded text holds one of the phrases as whole words."""
    return any(f" {phrase} " in text for phrase in phrases)


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """A number of years of experience in a text; of a range the lower end. `start` and `end` bound the words that say so."""

    years: float
    start: int
    end: int


@cache
def _years_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = read_table("postings")
    number = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(table['numbers'])})"
    years = re.compile(
        rf"(?<![\w$€£.,])(?P<low>{number})(?:\s?\(\d{{1,2}}\))?\s?\+?(?:\s?(?:-|–|—|to|or)\s?{number}\s?\+?)?(?:\s(?:or\s)?more)?(?:\s?plus)?"
        r"[\s-]{1,2}(?:full\s|consecutive\s)?(?:years?|yrs?)\b[’'.]?",
        re.IGNORECASE,
    )
    before = re.compile(rf"\b(?:{'|'.join(table['years']['not_after'])})(?:\s(?:of|a|the|about|over))?\s*$", re.IGNORECASE)
    after = re.compile(rf"\s*-?(?:{'|'.join(table['years']['not_before'])})\b", re.IGNORECASE)
    return years, before, after


def years_asked(text: str) -> YearsAsked | None:
    """The first number of years of experience that the text names, None where it names none ("in the past 5 years" is none)."""
    years, before, after = _years_patterns()
    for match in years.finditer(text):
        if not before.search(text, 0, match.start()) and not after.match(text, match.end()):
            low = match["low"].casefold()
            return YearsAsked(float(read_table("postings")["numbers"].get(low, 0) or low), match.start(), match.end())
    return None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work: how it is asked for, and the job titles that are of it."""

    name: str
    asked: tuple[str, ...]
    titles: tuple[str, ...]
    but_not: tuple[str, ...]

    def has_title(self, title: str) -> bool:
        """True where a folded job title is of this field."""
        for phrase in self.but_not:
            title = title.replace(f" {phrase} ", " ")
        return names_any(title, self.titles)


@cache
def fields_of_work() -> tuple[Field, ...]:
    """The fields, in the order of the file."""
    return tuple(
        Field(field["name"], tuple(field["asked"]), tuple(field["titles"]), tuple(field.get("but_not", ())))
        for field in read_table("postings")["fields"].values()
    )


@dataclass(frozen=True, slots=True)
class Leadership:
    """How leading people is asked for, and the titles and statements that show it; all folded."""

    asked: tuple[str, ...]
    but_not: tuple[str, ...]
    titles: tuple[str, ...]
    statements: tuple[str, ...]

    def is_asked(self, text: str) -> bool:
        """True where a folded text asks for having led people."""
        for phrase in self.but_not:
            text = text.replace(f" {phrase} ", " ")
        return names_any(text, self.asked)


@cache
def leadership() -> Leadership:
    """What tells that people were led."""
    table = read_table("postings")["leadership"]
    return Leadership(*(tuple(table[key]) for key in ("asked", "but_not", "titles", "statements")))


def rank_of_title(title: str) -> int | None:
    """The level of a job title, 1 (intern) to 8 (chief); None where it names none. An associate director is no director."""
    text = folded(title)
    found: list[tuple[str, int]] = [(f" {phrase} ", row["level"]) for row in read_table("postings")["ranks"] for phrase in row["titles"] if f" {phrase} " in text]
    levels = [level for phrase, level in found if not any(phrase in longer and phrase != longer for longer, _ in found)]
    if not levels:
        return None
    return min(levels) if min(levels) <= 2 else max(levels)


@cache
def filler_words() -> frozenset[str]:
    """Words of a line about years that name no field of work."""
    return frozenset(read_table("postings")["years"]["fillers"])


def rank_asked(text: str) -> tuple[str, int] | None:
    """The level that a requirement asks for, as worded and as a number; None where it asks for none."""
    line = folded(text)
    found = [(level, phrase) for phrase, level in read_table("postings")["rank_asked"].items() if f" {phrase} " in line]
    return min(found)[::-1] if found else None
