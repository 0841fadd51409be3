"""Dates of a resume: found in every common style, and counted in months."""

from __future__ import annotations

import datetime

import pytest

from resume_match.dates import find_range, find_ranges, months, union_months
from resume_match.model import Entry, EntryKind, Span

AS_OF = datetime.date(2026, 11, 15)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2019 - Present", "2019-01", "present"),
        ("January 2019 – March 2021", "2019-01", "2021-03"),
        ("01/2019–03/2021", "2019-01", "2021-03"),
        ("1/2019 - 3/2021", "2019-01", "2021-03"),
        ("03.2019 – 11.2020", "2019-03", "2020-11"),
        ("2018-05 / 2020-02", "2018-05", "2020-02"),
        ("2018/09 - 2019/10", "2018-09", "2019-10"),
        ("15/03/2018 - 20/04/2019", "2018-03", "2019-04"),
        ("Jan 15, 2019 - Feb 3, 2020", "2019-01", "2020-02"),
        ("06/19 - 08/20", "2019-06", "2020-08"),
        ("Sep 18 - Oct 19", "2018-09", "2019-10"),
        ("Jul-18 to Aug-20", "2018-07", "2020-08"),
        ("Jul-18 – Present", "2018-07", "present"),
        ("Nov 2018 to Till date", "2018-11", "present"),
        ("2018 – Pres.", "2018", "present"),
        # the month first, as a day above 12 tells, for the other date of the line too
        ("01/15/2018 – 06/30/2020", "2018-01", "2020-06"),
        ("06/01/2015 to 12/31/2018", "2015-06", "2018-12"),
        ("Sept. '19 — Dec. '21", "2019-09", "2021-12"),
        ("2019 to date", "2019", "present"),
        ("July 2012 – till date", "2012-07", "present"),
        ("2015 – Ongoing", "2015", "present"),
        ("Oct. 2021 – Current", "2021-10", "present"),
        ("since 2016", "2016", "present"),
        ("depuis mars 2019", "2019-03", "present"),
        ("janv. 2019 – août 2020", "2019-01", "2020-08"),
        ("März 2018 bis heute", "2018-03", "present"),
        ("Okt. 2015 – Dez. 2016", "2015-10", "2016-12"),
        ("May – Aug 2018", "2018-05", "2018-08"),
        ("2015-16", "2015", "2016"),
        ("2009-10", "2009", "2010"),
        ("2017/2019", "2017", "2019"),
        ("Fall 2019 – Spring 2020", "2019", "2020"),
        ("May 2021 –\nPresent", "2021-05", "present"),
        ("Nov2018-Dec2019", "2018-11", "2019-12"),
        ("September 2018 through May 2020", "2018-09", "2020-05"),
        ("Jan 2019 -", "2019-01", None),
    ],
)
def test_a_range_is_read_in_every_common_style(text: str, start: str | None, end: str | None) -> None:
    found = find_range(text)
    assert found is not None and not found.lone
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Graduated: 2012", "2012"),
        ("Expected May 2025", "2025-05"),
        ("Class of 2016", "2016"),
        ("Summer 2018", "2018"),
        ("2018-05", "2018-05"),
    ],
)
def test_a_lone_date_is_an_end(text: str, end: str) -> None:
    found = find_range(text)
    assert found is not None and found.lone
    assert (found.start, found.end) == (None, end)


@pytest.mark.parametrize("text", ["20199", "1009", "(415) 555-2019", "2000+ users", "$2019", "v2.2019", "may lead", "Present", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_ranges(text) == ()


def test_the_span_covers_the_dates_and_nothing_else() -> None:
    text = "Marketing Analyst , 07/2015 to Current Acme"
    found = find_range(text)
    assert found is not None
    assert text[found.span.start : found.span.end] == "07/2015 to Current"


def test_a_range_is_preferred_to_a_lone_date() -> None:
    found = find_range("Fusion 2015 Ltd, 2018 - 2020")
    assert found is not None
    assert (found.start, found.end) == ("2018", "2020")


def entry(start: str | None, end: str | None) -> Entry:
    return Entry(EntryKind.EXPERIENCE, "Buyer", "Acme", start, end, Span(0, 1))


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        ("2019-01", "2019-12", 12),
        ("2019-01", "2019-01", 1),
        ("2026-01", "present", 11),
        ("2015", "2019", 48),
        ("2019", "2019", 2),
        (None, "2019", None),
        ("2019", None, None),
        ("2020-05", "2019-05", None),
        ("2027-01", "present", None),
    ],
)
def test_months_count_the_first_and_the_last(start: str | None, end: str | None, length: int | None) -> None:
    assert months(entry(start, end), AS_OF) == length


def test_overlapping_entries_count_each_month_once() -> None:
    assert (
        union_months([entry("2019-01", "2019-12"), entry("2019-07", "2020-06"), entry("2022-01", "2022-03"), entry(None, "2015")], AS_OF)
        == 21
    )


def test_no_entries_are_no_months() -> None:
    assert union_months([], AS_OF) == 0
