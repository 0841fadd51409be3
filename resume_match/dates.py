"""Dates of a resume: "Jan 2019 - Present" found in a line, and the months that an entry lasted, given a day to read "present" as.

Dates are strings as precise as they are printed: `YYYY-MM`, `YYYY`, and `present` for an end that has not come. No clock is read here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon.calendar import calendar
from resume_match.lexicon.remembering import remembered
from resume_match.model import Entry, Span

PRESENT = "present"

# A year alone in running text is believed within these bounds (a working life and its plans); next to a month name, or where the
# text is nothing but dates, within the wider ones. What lies outside is a typing error or no year at all.
_YEARS = (1900, 2049)
_YEARS_WIDE = (1800, 2099)
# A length of time as it is printed beside dates: "2 years 10 months", "(3 yrs)".
DURATION = re.compile(
    r"\(?\b(?:\d+\+?|one|two|three|four|five|six)\s*(?:years?|yrs?|months?|mos?|mths?)\b\.?(?:,?\s*(?:and\s)?\d+\s*(?:months?|mos?)\b\.?)?\)?",
    re.IGNORECASE,
)
_NEAR = 40  # characters before a date that may say more of it
_DIGITS = re.compile(r"\d\d")
_DASHES = "-–—−‐‑‒―~→"


@dataclass(frozen=True, slots=True)
class DateRange:
    """A stretch of time as printed; `span` counts in the text that was searched.

    A lone date stands in `end` with `lone` set, because resumes print the end where they print one date (a graduation, an award).
    """

    start: str | None
    end: str | None
    span: Span
    lone: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """One date in the text: a year, perhaps a month; `year` is None for a month that shares the year of the date after it."""

    year: int | None
    month: int | None
    span: Span
    present: bool = False
    short: bool = False

    @property
    def text(self) -> str | None:
        """As the model writes dates."""
        if self.present:
            return PRESENT
        if self.year is None:
            return None
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The patterns of one date, of what joins two dates, and of what opens an unfinished range."""
    words = calendar()
    month = rf"(?P<name>{_either(words.months)})(?![^\W\d])\.?"
    year = r"(?P<{0}>(?:18|19|20)\d\d)(?![\d%+])"
    number = r"(?P<{0}>0?[1-9]|1[0-2])"
    forms = (
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+)?{month}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?=,))?[\s,.\-–/]*(?:of\s+)?(?:['’‘](?P<short>\d\d)(?!\d)|{year.format('y1')})",
        rf"(?:{_either(words.seasons)})\b[\s,\-]*(?:term\s+)?(?:['’‘](?P<short2>\d\d)\b|{year.format('y2')})",
        rf"{year.format('y3')}\s?[-/.]\s?(?P<n3>0[1-9]|1[0-2])(?:[-/.]\d\d)?(?!\d|[-/.]\d)",
        rf"(?:(?P<d4>\d{{1,2}})[/.])?{number.format('n4')}\s?[/.\-]\s?(?:{year.format('y4')}|['’‘](?P<short4>\d\d)(?!\d))",
        rf"{number.format('n6')}/(?P<bare6>\d\d)(?![\d/%])",
        rf"{number.format('n8')}/(?:1[3-9]|2\d|3[01])/{year.format('y8')}",  # month first, as in the United States
        year.format("y5"),
        rf"{month}[\s\-](?P<bare7>\d\d)(?![\d%,:])",
        month,
        rf"(?P<present>{_either(words.present)})(?!\w)",
    )
    point = re.compile(rf"(?:(?<![\w$€£#.,/&])|(?<=\d\d\d\d/))(?:{'|'.join(_renamed(forms))})", re.IGNORECASE)
    joint = re.compile(rf"\s*\.?,?\s*(?:(?:[{_DASHES}]\s*)?(?:{_either(words.until)})(?=\s)|[{_DASHES}]+|/)\s*(?:the\s+)?", re.IGNORECASE)
    since = re.compile(rf"\b(?:{_either(words.since)})\s*$", re.IGNORECASE)
    return point, joint, since


def _before(text: str, at: int) -> str:
    """What stands near before a place; a search from the beginning of a long line would cost too much for each of its dates."""
    return text[max(0, at - _NEAR) : at]


def _renamed(forms: tuple[str, ...]) -> list[str]:
    """The alternatives with the month name's group told apart, because a pattern may name a group only once."""
    return [form.replace("(?P<name>", f"(?P<name{place}>") for place, form in enumerate(forms)]


def _points(text: str) -> list[_Point]:
    if not _DIGITS.search(text):
        return []
    alone = not re.search(r"[^\W\d_]", text)
    found = []
    matches = tuple(_patterns()[0].finditer(text))
    month_first = any(match["n8"] for match in matches)
    for match in matches:
        point = _point(match, alone, month_first)
        if point is not None and not re.search(r"(?<!\d)\d{3}\)?[-. ]$", _before(text, match.start())):  # the end of a telephone number
            found.append(point)
    return found


def _point(match: re.Match[str], alone: bool, month_first: bool) -> _Point | None:
    given = {key: value for key, value in match.groupdict().items() if value is not None}
    span = Span(*match.span())
    if "present" in given:
        return _Point(None, None, span, present=True)
    year = next((int(value) for key, value in given.items() if key.startswith("y")), None)
    short = next((int(value) for key, value in given.items() if key.startswith(("short", "bare"))), None)
    if short is not None:
        year = 2000 + short if short < 50 else 1900 + short
    name = next((value for key, value in given.items() if key.startswith("name")), None)
    number = next((int(value) for key, value in given.items() if key.startswith("n") and not key.startswith("name")), None)
    if month_first and "d4" in given and 1 <= int(given["d4"]) <= 12:
        number = int(given["d4"])  # "06/01/2015 to 12/31/2018"
    month = calendar().months[name.casefold()] if name else number
    low, high = _YEARS_WIDE if month or alone or _beside_dash(match) else _YEARS
    if year is not None and not low <= year <= high:
        return None
    return _Point(year, month, span, short="bare6" in given or "bare7" in given)


def _beside_dash(match: re.Match[str]) -> bool:
    """True for a year that a dash joins to another, or that follows "since": plainly a date, however old."""
    after, before = match.string[match.end() : match.end() + 8], _before(match.string, match.start())
    return bool(
        re.match(rf"\s*[{_DASHES}]\s*\d{{4}}\b", after)
        or re.search(rf"\b\d{{4}}\s*[{_DASHES}]\s*$", before)
        or _patterns()[2].search(before)
    )


@remembered
def find_ranges(text: str) -> tuple[DateRange, ...]:
    """Every stretch of time and every lone date in the text, in order; months and bare words of the present alone are none."""
    points = _points(text)
    found: list[DateRange] = []
    place = 0
    while place < len(points):
        first = points[place]
        second = points[place + 1] if place + 1 < len(points) else None
        joined = _joined(text, first, second) if second is not None else None
        if joined is not None:
            found.append(joined)
            place += 2
            continue
        alone = _alone(text, first)
        if alone is not None:
            found.append(alone)
        place += 1
    return tuple(found)


def _joined(text: str, first: _Point, second: _Point) -> DateRange | None:
    """The range of two dates with nothing but a dash or a word for "until" between them."""
    if first.present or not _patterns()[1].fullmatch(text, first.span.end, second.span.start):
        return None
    if first.short != second.short and not second.present:
        return None
    if second.text is None:
        return None
    if first.year is None:
        if second.year is None or second.month is None:
            return None
        first = _Point(second.year, first.month, first.span)
    return DateRange(first.text, second.text, Span(first.span.start, second.span.end))


def _alone(text: str, point: _Point) -> DateRange | None:
    if point.text is None or point.present or point.short:
        return None
    since = _patterns()[2].search(text, max(0, point.span.start - _NEAR), point.span.start)
    if since:
        return DateRange(point.text, PRESENT, Span(since.start(), point.span.end))
    tail = re.match(r"\s?[-–—/]\s?(\d\d)(?!\d|[-/.]\d)", text[point.span.end :])
    years = re.fullmatch(r"(\d\d)(\d\d)(?:\s?[-–—/.]\s?(\d\d))?", text[point.span.start : point.span.end])
    if years and not point.month and tail and int(tail.group(1)) > int(years.group(2)):
        end = f"{years.group(1)}{tail.group(1)}"
        return DateRange(point.text, end, Span(point.span.start, point.span.end + tail.end()))
    if years and years.group(3) and int(years.group(3)) > int(years.group(2)):  # "2009-10" runs to 2010; "2018-05" is May 2018
        return DateRange(f"{years.group(1)}{years.group(2)}", f"{years.group(1)}{years.group(3)}", point.span)
    if re.match(rf"\s*[{_DASHES}]+\s*(?:$|[)\]\n\t|,])", text[point.span.end :]):  # "Jan 2019 -": begun, and nothing said of the end
        return DateRange(point.text, None, point.span)
    return DateRange(None, point.text, point.span, lone=True)


def find_range(text: str) -> DateRange | None:
    """The first range of two dates in the text; where there is none, the first lone date; None where there is neither."""
    return main_range(find_ranges(text))


def main_range(found: Sequence[DateRange]) -> DateRange | None:
    """The first range of two dates of those found; where there is none, the first lone date; None where there is neither."""
    return next((one for one in found if not one.lone), found[0] if found else None)


def _month_number(date: str, *, year_alone: int) -> int:
    year, _, month = date.partition("-")
    return int(year) * 12 + (int(month) if month else year_alone) - 1


def _interval(start: str | None, end: str | None, as_of: datetime.date) -> tuple[int, int] | None:
    """First and last month as running numbers. A year alone is read as its middle, so that 2015 - 2019 lasts four years."""
    if start is None or end is None:
        return None
    first = _month_number(start, year_alone=7)
    last = as_of.year * 12 + as_of.month - 1 if end == PRESENT else _month_number(end, year_alone=6)
    if last < first and (len(start) == 4 or len(end) == 4) and start[:4] == end[:4]:
        first, last = last, first  # within one year, one of the two given without its month
    return None if last < first else (first, last)


def months(entry: Entry, as_of: datetime.date) -> int | None:
    """How many months the entry lasted, its first and last month included; None where a date is unknown or they contradict each other."""
    found = _interval(entry.start, entry.end, as_of)
    return None if found is None else found[1] - found[0] + 1


def union_months(entries: Iterable[Entry], as_of: datetime.date) -> int:
    """How many months the entries cover together, each month counted once; entries of unknown length count nothing."""
    intervals = sorted(found for entry in entries if (found := _interval(entry.start, entry.end, as_of)) is not None)
    total, covered = 0, -1
    for first, last in intervals:
        total += max(0, last - max(first, covered + 1) + 1)
        covered = max(covered, last)
    return total
