"""Patterns of the bundled profile by themselves, before the scorecards weigh the other words."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction import Statement
from resume_match.model import StatementKind, Strength
from resume_match.scoring.evidence import find_patterns


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def explicit(matcher: rm.ResumeMatcher, text: str) -> set[str]:
    """The requirements of which an explicit pattern holds in the statement."""
    statement = Statement(rm.Span(0, len(text)), StatementKind.PROSE, rm.SectionKind.EXPERIENCE)
    found = find_patterns(matcher.judge, tuple(matcher.extractor.read(text, statement)))
    return {requirement for requirement, strength in found.items() if strength is Strength.EXPLICIT}


@pytest.mark.parametrize(
    ("statement", "requirement"),
    [
        ("Built the matching engine of an exchange", "technical-background"),
        ("Maintained a retry queue for refunds", "technical-background"),
        ("Ran EVT and DVT builds of a smart lock", "development-lifecycle"),
        ("Five years of product management in medical devices", "product-management-experience"),
    ],
)
def test_a_pattern_shows_it(statement: str, requirement: str, matcher: rm.ResumeMatcher) -> None:
    assert requirement in explicit(matcher, statement)


@pytest.mark.parametrize(
    ("statement", "requirement"),
    [
        ("Hired engineers for the matching engine", "technical-background"),
        ("Passed customer complaints on to product management", "product-management-experience"),
        ("Served as the link between product management and the sales floor", "product-management-experience"),
        ("Assessed the competitive position of the college", "competitor-monitoring"),
        ("Managed a team of project managers", "project-management"),
    ],
)
def test_no_pattern_shows_it(statement: str, requirement: str, matcher: rm.ResumeMatcher) -> None:
    assert requirement not in explicit(matcher, statement)
