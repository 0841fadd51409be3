"""Resumes of invented people, written as Markdown, for the tests of suggestions."""

from __future__ import annotations

from datetime import date
from functools import cache

import resume_match as rm
from resume_match.segmentation import segment

AS_OF = date(2026, 11, 1)

SCHOOL = "## Education\n### Bachelor of Science in Economics\n*Harrow Hill College, 2012*\n"


def cv(*jobs: str, also: str = SCHOOL) -> str:
    """A resume with these jobs, and an education section unless something else is given."""
    return "# Ines Okafor\nLeeds | ines.okafor@example.org\n\n## Experience\n" + "\n".join(jobs) + "\n\n" + also


def job(title: str, company: str, dates: str, *lines: str) -> str:
    """One job with its lines."""
    return "\n".join((f"### {company}", f"*{title}*\t*{dates}*", *(f"- {line}" for line in lines)))


@cache
def matcher() -> rm.ResumeMatcher:
    """The matcher of the bundled profile as of a fixed day."""
    return rm.ResumeMatcher(as_of=AS_OF)


@cache
def report_of(text: str) -> rm.CoverageReport:
    """The report on a resume's text, with suggestions."""
    return matcher().match_document(rm.read_document(text.encode(), name="cv.md"))


def resume_of(text: str) -> rm.Resume:
    """The structure of a resume's text."""
    return segment(rm.read_document(text.encode(), name="cv.md"))


def suggestion_for(text: str, requirement_id: str) -> rm.Suggestion:
    """The suggestion for a requirement; KeyError where the resume gets none for it."""
    for suggestion in report_of(text).suggestions:
        if suggestion.requirement_id == requirement_id:
            return suggestion
    raise KeyError(requirement_id)
