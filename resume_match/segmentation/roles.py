"""Which part of an entry's heading is the title and which the organization: clues of wording, position and style, and the order that the
whole section keeps."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from resume_match.lexicon.naming import (
    degree_score,
    is_remark,
    known_at_end,
    opens_with_degree,
    organization_score,
    school_score,
    set_apart,
    title_score,
)
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.segmentation.parts import Part, trimmed

_DASH = re.compile(r"\s+[–—-]+\s+|\s*[–—]\s*(?=[A-Z])")
_AT = re.compile(r"\s+(?:at|@|bei|chez|with|for)\s+(?=[A-Z0-9])", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s+")
_LEGAL = re.compile(r"(?:inc|llc|llp|ltd|limited|corp|corporation|co|plc|gmbh)\.?", re.IGNORECASE)
_COMPLETE = 1.0  # an entry mostly has both a title and an organization
_UNUSED = 0.5  # a part that neither reading uses speaks against the reading
_PLACE = 1.2  # what may be a place is taken for a name only where nothing better is there
_COST = {
    "bracket": 0.2,
    "known": 0.3,
    "run": 0.9,
    "dash": 0.4,
    "at": -0.4,
    "comma": 0.6,
}  # parts set apart by the layout are cut more surely than by a sign inside a phrase


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a heading; `pattern` is what it has in common with other headings: where title and organization stand."""

    title: str | None
    organization: str | None
    score: float
    pattern: tuple[object, ...]

    @property
    def order(self) -> object:
        return self.pattern[0]


@dataclass(frozen=True, slots=True)
class Custom:
    """What the headings of a section have in common: how often each order and each pattern occurs, as shares."""

    orders: dict[object, float]
    patterns: dict[tuple[object, ...], float]

    def bonus(self, reading: Reading) -> float:
        """How much the custom speaks for a reading."""
        return 1.2 * self.orders.get(reading.order, 0.0) + 1.0 * self.patterns.get(reading.pattern, 0.0)


NO_CUSTOM = Custom({}, {})


def readings(parts: tuple[Part, ...]) -> list[Reading]:
    """Every plausible reading of an experience heading."""
    found: list[Reading] = []
    named = sum(not part.place for part in parts)
    for one, left in enumerate(parts):
        alone = _UNUSED * (named - (not left.place)) + _PLACE * left.place
        title, organization = title_score(left.text), organization_score(left.text)
        found.append(Reading(left.text, None, title - 0.5 * organization - alone - 0.1 * one, ("title", one)))
        found.append(Reading(None, left.text, organization - 0.5 * title - alone - 0.1 * one, ("organization", one)))
        for two in range(one + 1, len(parts)):
            right = parts[two]
            cost = _UNUSED * (named - (not left.place) - (not right.place)) + _PLACE * (left.place + right.place) + 0.15 * (one + two - 1)
            found += _both(left.text, right.text, cost, ("parts", one, two, left.block == right.block, left.bold, right.bold))
        found += [
            reading
            for first, second, sign in (*_cuts(left.text), *(_run_together(left.text) if left.sited else ()))
            if first and second and first.count("(") == first.count(")")
            for reading in _both(first, second, _COST[sign] + alone + 0.15 * one, (sign, one))
        ]
    return found


def _cuts(text: str) -> list[tuple[str, str, str]]:
    """Every way to cut one part in two names, and the sign it is cut at."""
    found = []
    inner = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if inner and title_score(inner.group(2)) >= 1.2:
        found.append((inner.group(1), inner.group(2), "bracket"))
    employer = known_at_end(text)
    if employer:
        found.append((trimmed(text[:employer]), text[employer:], "known"))
    for sign, pattern in (("dash", _DASH), ("at", _AT), ("comma", _COMMA)):
        found += [(trimmed(text[: match.start()]), trimmed(text[match.end() :]), sign) for match in pattern.finditer(text)]
    return found


def _run_together(text: str) -> list[tuple[str, str, str]]:
    """The cuts between a title and an employer that nothing parts but a blank: "Product Manager Acme", a place behind it."""
    words = text.split()
    return [
        (trimmed(" ".join(words[:cut])), " ".join(words[cut:]), "run")
        for cut in range(max(1, len(words) - 4), len(words))
        if title_score(" ".join(words[:cut])) >= 1.2 and title_score(" ".join(words[cut:])) < 0.5 and words[cut][:1].isupper()
    ]


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _both(first: str, second: str, cost: float, pattern: tuple[object, ...]) -> list[Reading]:
    """The two readings of two parts: title first, and organization first."""
    titles, organizations = (title_score(first), title_score(second)), (organization_score(first), organization_score(second))
    ahead = titles[0] + organizations[1] - 0.5 * (titles[1] + organizations[0])
    behind = titles[1] + organizations[0] - 0.5 * (titles[0] + organizations[1])
    return [
        Reading(first, second, ahead + _COMPLETE - cost - _commas(second), ("title first", *pattern)),
        Reading(second, first, behind + _COMPLETE - cost - _commas(first) - 0.01, ("organization first", *pattern)),
    ]


def _commas(organization: str) -> float:
    """What speaks against an organization's name with commas in it, but before a legal form; a legal form alone is none."""
    if _LEGAL.fullmatch(organization):
        return 5.0
    return 0.3 * len(re.findall(r",(?!\s*(?:inc|llc|ltd|l\.?p|corp|co|plc|gmbh|s\.?a)\b)", organization, re.IGNORECASE))


def best_reading(parts: tuple[Part, ...], custom: Custom = NO_CUSTOM) -> Reading | None:
    """The likeliest reading of a heading, given the section's custom; None for a heading without parts."""
    options = readings(parts)
    if not options:
        return None
    return max(options, key=lambda one: (round(one.score + custom.bonus(one), 6), one.score))


def custom_of(headings: list[tuple[Part, ...]]) -> Custom:
    """The custom of a section: each heading votes with how sure it is."""
    orders: dict[object, float] = defaultdict(float)
    patterns: dict[tuple[object, ...], float] = defaultdict(float)
    for parts in headings:
        options = sorted(readings(parts), key=lambda one: -one.score)
        if not options:
            continue
        best = options[0]
        rival = next((one for one in options if one.order != best.order), None)
        weight = min(2.0, best.score - rival.score) if rival else 1.0
        orders[best.order] += weight
        patterns[best.pattern] += weight
    total = sum(orders.values())
    if total < 0.05 or len(headings) < 2:
        return NO_CUSTOM
    return Custom({key: value / total for key, value in orders.items()}, {key: value / total for key, value in patterns.items()})


def reading_in_text(text: str) -> Reading | None:
    """Title and organization where a paragraph runs on from them: "Company Name City , State Registered Nurse Provided ..."."""
    pieces = [piece.strip() for piece in set_apart(text).split("\t") if piece.strip(" ,:|-–")]
    if len(pieces) < 2 or organization_score(pieces[0]) < 4:
        return None
    words: list[str] = []
    for word in pieces[-1].split()[:8]:
        if not re.fullmatch(r"[A-Z][\w&/.,'-]*|of|and|&|/", word) or any(
            form.form is VerbForm.PAST for form in inflected_verbs().get(word.casefold(), ())
        ):
            break
        words.append(word)
    title = trimmed(" ".join(words))
    return Reading(title if title_score(title) >= 1.2 else None, trimmed(pieces[0]), 0.0, ("organization first", "text"))


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


def _groups(part: Part) -> list[_Group]:
    """The part cut between degree and school, wherever a comma, dash or "at" lets it."""
    text = part.text
    cuts = [0, *(match.end() for match in re.finditer(r",\s+|\s[–—-]\s|\s(?:at|from)\s(?=[A-Z])", text)), len(text)]
    pieces = [(cuts[place], cuts[place + 1]) for place in range(len(cuts) - 1)]
    runs: list[tuple[str, int, int]] = []
    for start, end in pieces:
        phrase = text[start:end].strip(" ,;–—-")
        if start and is_remark(phrase) and not re.match(r"(?i)minor", phrase):
            break
        degree, school = degree_score(phrase), school_score(phrase)
        kind = (
            "school"
            if school >= 2.0 and school > degree - 0.8 and not opens_with_degree(phrase)
            else "degree"
            if degree >= 0.9
            else "other"
        )
        if (runs and (kind == "other" or kind == runs[-1][0]) and _balanced(text[runs[-1][1] : start])) or (
            runs and not _balanced(text[runs[-1][1] : start])
        ):
            runs[-1] = (runs[-1][0], runs[-1][1], end)
        else:
            runs.append((kind, start, end))
    found = []
    for kind, start, end in runs:
        phrase = trimmed(re.sub(r"\s(?:at|from)\s*$", "", text[start:end]))
        if phrase:
            named = degree_score(phrase) >= 1.8
            bare = (
                named
                and len(phrase.split()) <= 3
                and not re.search(r"\b(?:in|of)\b|,|–", phrase)
                and not re.match(r"(?i)(?:m\.?b\.?a|j\.?d|high school)", phrase)
            )
            found.append(_Group(kind, phrase, not bare or degree_score(phrase) >= 3.3, named))
    return found
