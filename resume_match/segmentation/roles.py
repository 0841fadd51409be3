"""Which part of an entry's heading is the title and which the organization: clues of wording, position and style, and the order that the
whole section keeps."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from resume_match.lexicon.naming import (
    known_at_end,
    organization_score,
    place_at_end,
    set_apart,
    title_score,
)
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.segmentation.parts import Part, trimmed

_DASH = re.compile(r"\s+[–—-]+\s+|\s*[–—]\s*(?=[A-Z])")


_AT = re.compile(r"\s+(?:at|@|bei|chez|with|for)\s+(?=[A-Z0-9])", re.IGNORECASE)


_AS = re.compile(r"\s+as\s+(?:(?:an?|the)\s+)?(?=[A-Z])")


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
    "as": -0.4,
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
        """Whether title or organization stands first, or which of them stands alone."""
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
            if first and second and balanced(first)
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
    for match in _AS.finditer(text):
        place = place_at_end(text[: match.start()])
        found.append((trimmed(text[: match.start() if place is None else place]), trimmed(text[match.end() :]), "as"))
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


def balanced(text: str) -> bool:
    """True when every bracket that opens closes."""
    return text.count("(") == text.count(")")


def _both(first: str, second: str, cost: float, pattern: tuple[object, ...]) -> list[Reading]:
    """The two readings of two parts: title first, and organization first."""
    titles, organizations = (title_score(first), title_score(second)), (organization_score(first), organization_score(second))
    ahead = titles[0] + organizations[1] - _doubt(organizations[0], titles[0]) - _doubt(titles[1], organizations[1])
    behind = titles[1] + organizations[0] - _doubt(organizations[1], titles[1]) - _doubt(titles[0], organizations[0])
    return [
        Reading(first, second, ahead + _COMPLETE - cost - _commas(second), ("title first", *pattern)),
        Reading(second, first, behind + _COMPLETE - cost - _commas(first) - 0.01, ("organization first", *pattern)),
    ]


def _doubt(other: float, taken: float) -> float:
    """What the other reading of a name takes from the one it is given: less where that one is sure."""
    return 0.5 * other if taken < 2.2 else 0.2 * other


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
    """Title and organization where a paragraph runs on from them: "Quayside Labs Leeds , UK Shift Manager Opened the ..."."""
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
