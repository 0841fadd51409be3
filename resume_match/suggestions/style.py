"""How a resume writes its lines: tense, person, full stop, length, and the verbs that it has worn out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from resume_match.lexicon.phrasebook import phrasebook
from resume_match.model import Bullet, Entry, EntryKind, Resume, SectionKind
from resume_match.suggestions.verbs import Tense, base_of, tenses_of

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_FIRST_PERSON = re.compile(r"I(?:['’]\w+)?\s")


@dataclass(frozen=True, slots=True)
class Style:
    """How a line has to be written to look like its neighbours; `length` is their median in characters, None without any."""

    tense: Tense
    first_person: bool = False
    full_stop: bool = False
    length: float | None = None


def style_of(resume: Resume, entry: Entry | None) -> Style:
    """The style of the lines under an entry; of the whole resume's lines where the entry has too few to show one.

    A past job is written in the past tense, a current one in the present, unless its own lines are in the past or in the third person.
    """
    own = [] if entry is None else _lines(entry.bullets)
    everywhere = resume_lines(resume)
    shown = own if len(own) >= phrasebook().limits["fewest_lines"] else everywhere
    first_person = _most(_FIRST_PERSON.match(line) is not None for line in shown)
    return Style(
        tense=_tense(entry, own, first_person),
        first_person=first_person,
        full_stop=_most(line.endswith(".") for line in shown),
        length=median(len(line) for line in shown) if shown else None,
    )


def _tense(entry: Entry | None, lines: list[str], first_person: bool) -> Tense:
    if entry is None or entry.end != "present":
        return Tense.PAST
    told = [found for line in lines if (found := tenses_of(first_word(line)))]
    if len(told) < phrasebook().limits["fewest_lines"]:
        return Tense.PRESENT
    # "Cut" and "set" are their own past, so what the other lines are decides.
    if _most(Tense.PAST in found for found in told) and any(found == (Tense.PAST,) for found in told):
        return Tense.PAST
    third = not first_person and _most(Tense.THIRD_PERSON in found for found in told)
    return Tense.THIRD_PERSON if third else Tense.PRESENT


def resume_lines(resume: Resume) -> list[str]:
    """The lines under all entries but degrees, in reading order; those of the whole experience section where no entry was made out."""
    under = [line for entry in resume.entries if entry.kind is not EntryKind.EDUCATION for line in _lines(entry.bullets)]
    loose = [line for part in resume.sections if part.kind is SectionKind.EXPERIENCE for line in _lines(part.bullets)]
    return under or loose


def _lines(bullets: Iterable[Bullet]) -> list[str]:
    return [bullet.text.strip() for bullet in bullets if bullet.text.strip()]


def _most(answers: Iterable[bool]) -> bool:
    answers = list(answers)
    return bool(answers) and sum(answers) / len(answers) >= phrasebook().limits["majority"]


def first_word(line: str) -> str:
    """The first word of a line, past the "I" of a first person; empty where there is none."""
    found = _WORD.search(_FIRST_PERSON.sub("", line, count=1))
    return found.group() if found else ""


def verbs_used(resume: Resume) -> Counter[str]:
    """How often each verb begins a line of the resume, by base form."""
    return Counter(base for line in resume_lines(resume) if (base := base_of(first_word(line))))
