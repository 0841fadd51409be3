"""Telephone numbers, told from dates and figures that are written alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resume_match.dates import find_ranges
from resume_match.model import Span

TELEPHONE = re.compile(r"(?<![\w/.=-])(?:\+|00)?\(?\d[\d\s().\-–/]{6,18}\d(?![\w/])")
# "Phoenix, AZ 85004 / 602.555.0165", "Portland, ME 04101 (207) 555-0152"
_POSTCODE_BEFORE = re.compile(r"\d{5}(?:-\d{4})?(?:\s*/\s*(?=\(?\d{3})|\s+(?=\(\d{3}\)|\d{3}[-.]\d{3}[-.]\d{4}))")
_BETWEEN = r"[\s().\-–/]*"
_FIGURE = re.compile(r"\d{1,3}(?:[ .\u00a0]\d{3})+")  # "12 000 000"
_SHORTEST, _LONGEST, _SHORTEST_UNBROKEN, _CORE, _LOCAL = 8, 15, 10, 9, 7


def telephones_in(text: str) -> Iterator[Span]:
    """Where what may be a telephone number stands in a contact block: 8 to 15 digits that are no range of dates."""
    for match in TELEPHONE.finditer(text):
        postcode = _POSTCODE_BEFORE.search(match.group())
        start = match.start() + (postcode.end() if postcode else 0)
        number = text[start : match.end()]
        if _SHORTEST <= len(digits_of(number)) <= _LONGEST and not find_ranges(number):
            yield Span(start, match.end())


def telephones_in_prose(text: str) -> Iterator[Span]:
    """The same among sentences, where amounts, dates, years and addresses of machines are written alike and are left out."""
    start = 0
    for line in re.split(r"([\n\t])", text):  # a number does not run from one line, or one column, into the next
        for span in telephones_in(line):
            before = line[: span.start].rstrip()
            if not before.endswith(("$", "€", "£", "¥")) and not _is_figure(line[span.start : span.end]):
                yield Span(start + span.start, start + span.end)
        start += len(line)


def digits_of(number: str) -> str:
    """The digits of a number and nothing else."""
    return re.sub(r"\D", "", number)


def same_number(number: str) -> str:
    """A pattern for a telephone number however it is written: with or without its country, its brackets, and (of seven) its area."""
    digits = digits_of(number)
    # A number is told by its last nine digits: what stands before them are a country and the zero that is dialled in its place.
    core = _BETWEEN.join(digits[-_CORE:])
    local = rf"{digits[-_LOCAL:-4]}[ .\-–]{digits[-4:]}"
    return rf"\+?\(?(?:\d{_BETWEEN}){{0,6}}{core}|{local}"


def _is_figure(number: str) -> bool:
    """True for an amount, a date, a row of years or a version: no sign of a country, and parts as those have them."""
    if number.startswith("+"):
        return False
    parts = re.findall(r"\d+", number)
    if len(parts) == 1:
        return len(parts[0]) < _SHORTEST_UNBROKEN or parts[0].endswith("0000")
    dated = len(parts) == 3 and sorted(map(len, parts)) in ([2, 2, 4], [1, 2, 4], [1, 1, 4]) and _is_year(max(parts, key=len))
    decimal = len(parts) == 2 and "." in number
    paired = all(len(part) == 2 for part in parts) and not parts[0].startswith("0")  # "12-24-36-48 months"
    return dated or decimal or paired or _FIGURE.fullmatch(number) is not None or all(_is_year(part) for part in parts)


def _is_year(part: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", part) is not None
