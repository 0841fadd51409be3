"""The reason of a suggestion says who says what: the resume, the cover letter alone, or nobody."""

from __future__ import annotations

import pytest

import resume_match as rm
from tests.suggestions.resumes import cv, job, matcher


def reason(line: str, letter: str, requirement: str = "negotiation") -> str:
    """The reason of the suggestion for a requirement, to one job with that line and a letter."""
    resume = rm.read_document(cv(job("Pilot", "Fennimore Ferries", "May 2017 - June 2020", line)).encode(), name="cv.md")
    report = matcher().match_document(resume, cover_letter=rm.read_document(letter.encode(), name="letter.txt"))
    return next(suggestion.reason for suggestion in report.suggestions if suggestion.requirement_id == requirement)


@pytest.mark.parametrize(
    ("line", "letter", "requirement", "told"),
    [
        (
            "Watered the plants",
            "I negotiated a supply contract with two carriers.",
            "negotiation",
            "The cover letter claims this but nothing in the resume shows it: ",
        ),
        (
            "Prepared inspection reports for the regional office",
            "I reported product KPIs to the board every month.",
            "performance-reporting",
            "The cover letter claims this but the resume only touches on it: ",
        ),
        (
            "Watered the plants",
            "I prepared inspection reports for the regional office.",
            "performance-reporting",
            "The cover letter touches on this but nothing in the resume shows it: ",
        ),
        ("Watered the plants", "I fed the fish.", "negotiation", "Nothing in the resume shows this yet: "),
    ],
)
def test_what_the_letter_alone_says_is_laid_to_the_letter(line: str, letter: str, requirement: str, told: str) -> None:
    assert reason(line, letter, requirement).startswith(told)


@pytest.mark.parametrize(("requirement", "asked"), [("team-management", "If you did it as "), ("project-management", "If you used it as ")])
def test_a_duty_is_done_and_a_skill_is_used(requirement: str, asked: str) -> None:
    summary = "## Summary\nManaged a team of product managers. Project management.\n\n"
    text = cv(job("Pilot", "Fennimore Ferries", "2017 - 2020", "Watered the plants"), also=summary)
    resume = rm.read_document(text.encode(), name="cv.md")
    made = {suggestion.requirement_id: suggestion for suggestion in matcher().match_document(resume).suggestions}
    assert made[requirement].kind == "demonstrate"
    assert asked in made[requirement].reason


def test_what_jobs_touch_on_is_not_said_to_be_shown_by_no_job() -> None:
    also = "## Skills\nPerformance reporting, negotiation\n\n"
    text = cv(job("Pilot", "Fennimore Ferries", "2017 - 2020", "Prepared inspection reports for the regional office"), also=also)
    made = {s.requirement_id: s.reason for s in matcher().match_document(rm.read_document(text.encode(), name="cv.md")).suggestions}
    assert made["performance-reporting"].startswith("The resume names this but your jobs only touch on it: ")
    assert made["negotiation"].startswith("The resume names this but no job shows it: ")
