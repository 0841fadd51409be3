"""Degree and school of an education heading: the degree with its field, the school with its university."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from resume_match.lexicon.naming import degree_score, is_remark, opens_with_degree, school_score
from resume_match.segmentation.parts import Part, trimmed
from resume_match.segmentation.roles import Reading, balanced

# Degrees that name their field too.
_WHOLE = re.compile(
    r"(?:e?m\.?b\.?a|b\.?b\.?a|[bm]\.?c\.?a|[bm]\.?com|j\.?d|ll\.?[bm]|mbbs|high school)\b", re.IGNORECASE
)  # names its field too
_WITH_FIELD = 2.65  # the score of a degree beside its field, or "in" or "of" what
_SCHOOL_WORDS = 8  # of a school's name


def education_readings(headings: list[tuple[Part, ...]]) -> list[Reading | None]:
    """Degree and school of each education heading; a name that could be either is what most of the section begins with."""
    found = [_education_reading(parts) for parts in headings]
    sure = [one for one in found if one is not None and one.score >= 4]
    school_first = sum(one.order == "organization first" for one in sure) * 2 > len(sure)
    return [
        Reading(None, one.title, one.score, one.pattern)
        if one is not None and school_first and one.organization is None and one.title is not None and one.score < 2
        else one
        for one in found
    ]


def _education_reading(parts: tuple[Part, ...]) -> Reading | None:
    """Degree and school of an education heading: the degree with its field, the school with its university."""
    groups = [group for part in parts for group in _groups(part)]
    if not groups:
        return None
    if not any(group.kind == "school" for group in groups):
        groups = [one for group in groups for one in _with_school_behind(group)]
    schools = [group for group in groups if group.kind == "school"]
    degrees = [group for group in groups if group.kind == "degree"]
    rest = [group for group in groups if group.kind == "other"]
    title = degrees[0].text if degrees else None
    if title and not degrees[0].field:
        field = next((group for group in degrees[1:] if group.field and not group.named), None) or next(iter(rest), None)
        if field is not None and (field.field or not schools or len(rest) > 0):
            title = f"{title} {field.text}"
            rest = [group for group in rest if group is not field]
    elif (
        title
        and len(degrees) > 1
        and degrees[1].field
        and not degrees[1].named
        and groups.index(degrees[1]) == groups.index(degrees[0]) + 1
    ):
        title = f"{title} {degrees[1].text}"  # the field goes on in the next line
    elif title is None and rest:
        title = rest.pop(0).text
    school = schools[0].text if schools else (rest[0].text if rest else None)
    order = "title first" if degrees and schools and groups.index(degrees[0]) < groups.index(schools[0]) else "organization first"
    return Reading(title, school, (2.0 if degrees else 0.0) + (2.0 if schools else 0.0), (order,))


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring phrases of one part that name one thing; `field` when a field of study is among them, `named` when a degree is."""

    kind: str
    text: str
    field: bool
    named: bool


def _with_school_behind(group: _Group) -> tuple[_Group, ...]:
    """The group; of a degree with its field the name behind the last comma by itself, which is the school: "B.Tech in Computing, JNTU"."""
    head, comma, tail = group.text.rpartition(", ")
    named = group.kind == "degree" and comma and tail[:1].isupper() and degree_score(tail) < 0.9 and len(tail.split()) <= _SCHOOL_WORDS
    if not named or not balanced(head) or (degree_score(head) < _WITH_FIELD and not _WHOLE.match(head)):
        return (group,)
    return replace(group, text=trimmed(head)), _Group("school", trimmed(tail), False, False)


def _groups(part: Part) -> list[_Group]:
    """The part cut between degree and school, wherever a comma, dash or "at" lets it."""
    text = part.text
    cuts = [0, *(match.end() for match in re.finditer(r",\s+|\s[–—-]\s|\s(?:at|from)\s(?=[A-Z])|:\s+(?=[A-Z])", text)), len(text)]
    pieces = [(cuts[place], cuts[place + 1]) for place in range(len(cuts) - 1)]
    runs: list[tuple[str, int, int]] = []
    remarked = False  # behind "First Class" only the school is told: "BSc (Hons) Zoology, First Class, University of Leeds"
    for start, end in pieces:
        phrase = text[start:end].strip(" ,;–—-")
        if start and is_remark(phrase) and not re.match(r"(?i)minor", phrase):
            remarked = True
            continue
        degree, school = degree_score(phrase), school_score(phrase)
        kind = (
            "school"
            if school >= 2.0 and school > degree - 0.8 and not opens_with_degree(phrase)
            else "degree"
            if degree >= 0.9
            else "other"
        )
        if remarked and kind != "school":
            continue
        if runs and (kind in ("other", runs[-1][0]) or not balanced(text[runs[-1][1] : start])):
            runs[-1] = (runs[-1][0], runs[-1][1], end)
        else:
            runs.append((kind, start, end))
    found = []
    for kind, start, end in runs:
        phrase = trimmed(re.sub(r"\s(?:at|from)\s*$", "", text[start:end]))
        if phrase:
            named = degree_score(phrase) >= 1.8
            bare = named and len(phrase.split()) <= 3 and not re.search(r"\b(?:in|of)\b|,|–", phrase) and not _WHOLE.match(phrase)
            found.append(_Group(kind, phrase, not bare or degree_score(phrase) >= 3.3, named))
    return found
