"""Years, fields and ranks of work: how postings ask for them and how job titles show them. Read from data/lexicon/en/work.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon import read_table

_PUNCTUATION = re.compile(r"[^\w+#$£€]+")

_STEM = 4  # letters: shorter, and words that have nothing in common share a stem


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
    table = read_table("work")
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
            return YearsAsked(float(read_table("work")["numbers"].get(low, 0) or low), match.start(), match.end())
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
        for field in read_table("work")["fields"].values()
    )


@dataclass(frozen=True, slots=True)
class Leadership:
    """How leading people is asked for, and the titles and statements that show it; all folded."""

    asked: tuple[str, ...]
    but_not: tuple[str, ...]
    titles: tuple[str, ...]
    statements: tuple[str, ...]
    deeds: tuple[str, ...]
    whom: tuple[str, ...]

    def is_asked(self, text: str) -> bool:
        """True where a folded text asks for having led people."""
        for phrase in self.but_not:
            text = text.replace(f" {phrase} ", " ")
        return names_any(text, self.asked) or self._leads_people(text)

    def is_told(self, text: str) -> bool:
        """True where a folded text tells of having led people."""
        for phrase in self.but_not:
            text = text.replace(f" {phrase} ", " ")
        return names_any(text, self.statements) or self._leads_people(text)

    def _leads_people(self, text: str) -> bool:
        """True for one of the deeds with the people that it is done to, up to two words between: "leading six product managers"."""
        return re.search(rf" (?:{'|'.join(self.deeds)}) (?:(?!with |for |and )\S+ ){{0,2}}(?:{'|'.join(self.whom)}) ", text) is not None


@cache
def leadership() -> Leadership:
    """What tells that people were led."""
    table = read_table("work")["leadership"]
    return Leadership(*(tuple(table[key]) for key in ("asked", "but_not", "titles", "statements", "deeds", "whom")))


def rank_of_title(title: str) -> int | None:
    """The level of a job title, 1 (intern) to 8 (chief); None where it names none. An associate director is no director."""
    text = folded(title)
    ranks: list[tuple[str, int]] = [(f" {phrase} ", row["level"]) for row in read_table("work")["ranks"] for phrase in row["titles"]]
    found = [(phrase, level) for phrase, level in ranks if phrase in text]
    levels = [level for phrase, level in found if not any(phrase in longer and phrase != longer for longer, _ in found)]
    if not levels:
        return None
    return min(levels) if min(levels) <= 2 else max(levels)


@cache
def filler_words() -> frozenset[str]:
    """Words of a line about years that name no field of work."""
    return frozenset(read_table("work")["years"]["fillers"])


@cache
def stem_of(word: str) -> str:
    """A folded word without the ending that tells the work from who does it: "nurs" of "nursing" and of "nurse"."""
    endings: list[str] = read_table("work")["years"]["endings"]
    stem = word.removesuffix("s")
    while ending := next((ending for ending in endings if stem.endswith(ending) and len(stem) - len(ending) >= _STEM), ""):
        stem = stem.removesuffix(ending)
    return stem


def rank_asked(text: str) -> tuple[str, int] | None:
    """The level that a requirement asks for, as worded and as a number; None where it asks for none."""
    line = folded(text)
    found = [(level, phrase) for phrase, level in read_table("work")["rank_asked"].items() if f" {phrase} " in line]
    return min(found)[::-1] if found else None
