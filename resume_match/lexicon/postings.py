"""What job postings are made of: their parts, the cues of their lines and the verbs that duties open with.

Read from data/lexicon/en/postings.toml, where the notation of the phrases is explained.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.verbs import VerbForm, families_of_verb, inflect
from resume_match.lexicon.work import folded, years_asked

# A subject ends, and its verb stands, within this many words: "The Senior Director of Product Management also serves".
_SUBJECT_WORDS = 7
_NAME_EXPLAINED = re.compile(r"([^.:!?]+)\.\s+[A-Z]")
_NAME_WORDS = (2, 5)
_HEAD_WORDS = 5  # of what is joined to something else: "a minimum of 3 years"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Part(StrEnum):
    """What a part of a posting speaks of. `role` mixes what is asked with what is told; `unknown` has a heading that says nothing."""

    DESIRABLE = "desirable"
    BENEFITS = "benefits"
    LEGAL = "legal"
    LOGISTICS = "logistics"
    KNOCKOUTS = "knockouts"
    REQUIREMENTS = "requirements"
    DUTIES = "duties"
    ABOUT = "about"
    ROLE = "role"
    UNKNOWN = "unknown"


class Cue(StrEnum):
    """What the words of a line tell that it is."""

    LEGAL = "legal"
    BENEFIT = "benefit"
    LOGISTICS = "logistics"
    ASKS_NOTHING = "asks_nothing"
    RIGHT_TO_WORK = "right_to_work"
    OPENS_TOLD = "opens_told"
    APPLYING = "applying"
    HOURS = "hours"
    KNOCKOUT = "knockout"
    DEGREE = "degree"
    DUTY = "duty"
    REQUIREMENT = "requirement"
    PLAIN_REQUIREMENT = "plain_requirement"
    BRINGS = "brings"
    ABOUT = "about"
    ALSO_ABOUT = "also_about"
    BUT_ASKS = "but_asks"


@cache
def _openers() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = read_table("postings")["openers"]
    return frozenset(table["verbs"]) | frozenset(families_of_verb()), frozenset(table["also_nouns"]), frozenset(table["followers"])


@cache
def _inflected_openers() -> frozenset[str]:
    """The third persons and -ing forms of the openers, those that name things too left out."""
    verbs, also_nouns, _ = _openers()
    plain = (verb for verb in verbs - also_nouns if " " not in verb)
    return frozenset(text for verb in plain for text, form in inflect(verb) if form in (VerbForm.THIRD, VerbForm.ING))


def _opening_words(text: str) -> list[str]:
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    return words[1:] if len(words) > 1 and words[0].endswith("ly") else words  # "Proactively identify ..."


def opens_with_verb(text: str) -> bool:
    """True where a line begins as duties do: "Define product requirements", "Design and build ...", but not "Design thinking"."""
    verbs, also_nouns, followers = _openers()
    words = _opening_words(text)
    if not words or words[0] not in verbs:
        return False
    return words[0] not in also_nouns or (len(words) > 1 and (words[1] in followers or words[1] in verbs - also_nouns)) or len(words) > 4


def tells_a_duty(text: str) -> bool:
    """True where a line, or what follows its label, begins with a verb as postings tell duties: "Lead", "Leads", "Leading"."""
    label, _, rest = text.partition(": ")
    told = rest if rest and len(label.split()) <= 6 else text
    words = _opening_words(told)
    return opens_with_verb(told) or bool(words and words[0] in _inflected_openers())


def tells_of_the_role(text: str) -> bool:
    """True where a sentence says what the person in the role does: "The director of product oversees a team"."""
    words = _opening_words(text)
    if not words or words[0] not in ("the", "this", "our", "a", "an"):
        return False
    roles = read_table("postings")["lines"]["roles"]
    at = next((place for place, word in enumerate(words[1:_SUBJECT_WORDS], 1) if word in roles), None)
    return at is not None and any(word in _inflected_openers() and word.endswith("s") for word in words[at + 1 : at + _SUBJECT_WORDS])


def part_named(heading: str) -> Part | None:
    """The part that a folded heading or lead-in names, None where it names none."""
    return next((part for part in Part if part is not Part.UNKNOWN and _parts(part.value).search(heading)), None)


def names_only_a_part(heading: str) -> bool:
    """True where a folded heading has no words but those that name parts: "skills and experience", but not "experience with SQL"."""
    known = _words_of_parts()
    return all(word in known or word.removesuffix("s") in known for word in heading.split())


def heads_what_must_be(heading: str) -> bool:
    """True where a folded heading says that what follows is required, not only asked for."""
    return bool(_parts("essential").search(heading))


def has_cue(line: str, cue: Cue) -> bool:
    """True where a folded line holds a phrase of that cue."""
    return bool(_lines(cue.value).search(line))


def first_wording(line: str) -> tuple[str, int] | None:
    """"essential" or "optional", whichever a folded line words first, and where; None where it words neither."""
    table = read_table("postings")["wording"]
    found = [(match.start(), name) for name in ("optional", "essential") if (match := _compiled(tuple(table[name])).search(line))]
    return min(found)[::-1] if found else None


def words_another(aside: str) -> bool:
    """True where a folded aside names something of its own that is optional: "MS preferred", but not "strongly preferred"."""
    found = first_wording(aside)
    before = aside[: found[1]].split() if found and found[0] == "optional" else []
    return any(word not in read_table("postings")["wording"]["stress"] for word in before)


def as_a_resume_says(line: str) -> str:
    """The line without what a posting puts before a deed or an ability: "You will lead a team" as "lead a team"."""
    return " ".join(_lead_ins().sub(" ", line).split())


def turn_of(line: str) -> int:
    """Where a line turns to what its deed is for or about; its length where it does not."""
    match = _turns().search(line, 1)
    return match.start() if match else len(line)


def title_sought(line: str) -> str | None:
    """Whom a line seeks by title: "We are looking for a seasoned product manager to ..." seeks a "seasoned product manager"; else None."""
    match = _sought().search(line)
    return match["title"] if match else None


def name_explained(text: str) -> str:
    """The name that a text begins with and goes on to explain: "Data analysis skills. At scale ..."; "" where it begins otherwise."""
    match = _NAME_EXPLAINED.match(text)
    if match is None or not _NAME_WORDS[0] <= len(match[1].split()) <= _NAME_WORDS[1] or tells_a_duty(match[1]):
        return ""
    return match[1]


def patterns_asking_for(requirement_id: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The patterns by which lines ask for a requirement: those in place of its own, and those beside them; None where none are known."""
    entry = read_table("postings")["asks"].get(requirement_id)
    return None if entry is None else (tuple(entry.get("instead", ())), tuple(entry.get("also", ())))


def patterns_showing(line: str) -> tuple[str, ...]:
    """The patterns by which a resume shows in other words what a folded line asks for; none where its own words are to be found."""
    rows = read_table("postings")["shown"].values()
    return next((tuple(row["explicit"]) for row in rows if _compiled(tuple(row["asked"])).search(line)), ())


@cache
def _lead_ins() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in read_table("postings")["reading"]["lead_ins"]), re.IGNORECASE)


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_table('postings')['reading']['turns'])})\b", re.IGNORECASE)


def joint_of_two(text: str) -> tuple[int, int] | None:
    """Where words stand that join what is asked apart: years to years of another kind, or a degree to years; None where none do.

    "10+ years of experience, including 4 years in sales", "A degree in finance and 3 years of experience".
    """
    for name, joins in (("years_within", _both_ask_years), ("degree_and_years", _degree_and_years)):
        for match in _joints(name).finditer(text):
            if joins(text[: match.start()], text[match.end() :]):
                return match.span()
    return None


def _both_ask_years(before: str, after: str) -> bool:
    return years_asked(before) is not None and years_asked(after) is not None


def _degree_and_years(before: str, after: str) -> bool:
    """True where one side asks for a degree and the other for years, which it begins with or ends the first with."""
    sides = [(has_cue(folded(side), Cue.DEGREE), years_asked(side) is not None) for side in (before, after)]
    if sides not in ([(True, False), (False, True)], [(False, True), (True, False)]):
        return False
    head = " ".join(after.split()[:_HEAD_WORDS])
    return years_asked(head) is not None or has_cue(folded(head), Cue.DEGREE)


@cache
def _joints(name: str) -> re.Pattern[str]:
    return re.compile(read_table("postings")["reading"][name], re.IGNORECASE)


@cache
def _sought() -> re.Pattern[str]:
    return re.compile(read_table("postings")["reading"]["sought"], re.IGNORECASE)


@cache
def _parts(name: str) -> re.Pattern[str]:
    return _compiled(tuple(read_table("postings")["parts"][name]))


@cache
def _words_of_parts() -> frozenset[str]:
    table = read_table("postings")["parts"]
    return frozenset(_WORD.findall(" ".join(phrase for phrases in table.values() for phrase in phrases)))


@cache
def _lines(name: str) -> re.Pattern[str]:
    return _compiled(tuple(read_table("postings")["lines"][name]))


@cache
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all the phrases, to be searched for in folded text (a space at each end)."""
    return re.compile("|".join(f"(?:{_expression(phrase)})" for phrase in phrases))


def _expression(phrase: str) -> str:
    start, end = r"(?:(?<=\A )|(?<= ))", r"(?= )"
    if phrase.startswith("^ "):
        start, phrase = r"(?<=\A )", phrase[2:]
    if phrase.endswith(" $"):
        end, phrase = r"(?= \Z)", phrase[:-2]
    phrase = re.sub(r"(?<=\w)\*", r"\\w*", phrase.removesuffix(" ..."))
    return start + phrase.replace(" ... ", r" (?:\S+ ){0,8}") + end
