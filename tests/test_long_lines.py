"""What no person writes costs no more than its length: one line of thousands of words, or of letters."""

from __future__ import annotations

import time

import pytest

import resume_match as rm
from resume_match.extraction.titles_within import parts_of
from resume_match.model import Span

HEAD = "EXPERIENCE\nClerk, Heron Freight, 2017 - 2019\n"


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


@pytest.mark.parametrize(
    "line",
    [
        "negotiation " * 4000,
        "SQL, " * 4000,
        "Owned the roadmap and " * 2000,
        "Plan to " * 4000 + "Manager 2015",
        "Managed to " * 8000 + "Manager",
        "a" * 100_000,
        "a." * 50_000,
        "a-" * 50_000,
        "a@" * 50_000,
    ],
    ids=["nouns", "list", "deeds", "titles with dates", "titles", "letters", "dots", "hyphens", "addresses"],
)
def test_a_line_of_tens_of_thousands_of_letters_is_judged_in_seconds(matcher: rm.ResumeMatcher, line: str) -> None:
    started = time.perf_counter()
    matcher.match(f"{HEAD}{line}\n".encode(), suggest=False)
    assert time.perf_counter() - started < 20  # they took minutes, as the square of the length


def test_a_statement_is_read_in_pieces_that_leave_nothing_out() -> None:
    text = "Led the audit of depots " * 250
    spans = [span for span, _ in parts_of(text, Span(0, len(text)), rm.StatementKind.PROSE)]
    assert len(spans) > 1 and max(len(text[span.start : span.end].split()) for span in spans) <= 400
    assert "".join(text[span.start : span.end] for span in spans) == text


def test_a_list_is_counted_as_a_whole(matcher: rm.ResumeMatcher) -> None:
    found = matcher.assess("Python, bookkeeping, Kotlin", section=rm.SectionKind.SKILLS)
    assert ("technical-background", rm.Strength.EXPLICIT) in {(one.requirement_id, one.strength) for one in found}


@pytest.mark.parametrize("line", ["(" * 20_000 + "\tx", "BA x" + "-" * 20_000 + "y, 2012", "BA, Oak College, 2012; " * 1000])
def test_an_endless_line_among_the_degrees_costs_what_its_length_costs(line: str) -> None:
    start = time.perf_counter()
    rm.read_resume(f"Jo Quist\njo@mail.example\n\nEDUCATION\n{line}\n\n{HEAD}".encode())
    assert time.perf_counter() - start < 10  # a square took 25 and 70 seconds
