"""Words in -s after "customer", "company" and the like: things of the applicant's, or what somebody else does."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction.statements import Statement


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def actors(matcher: rm.ResumeMatcher, text: str, kind: rm.StatementKind) -> set[rm.Actor]:
    """Who acts in the phrases of a statement."""
    statement = Statement(rm.Span(0, len(text)), kind, rm.SectionKind.EXPERIENCE)
    return {mention.actor for mention in matcher.extractor.read(text, statement)}


@pytest.mark.parametrize("text", ["Customer interviews", "Client visits", "Vendor contracts and audits", "Management reports on sales"])
@pytest.mark.parametrize("kind", [rm.StatementKind.LISTED, rm.StatementKind.PROSE])
def test_things_are_the_applicant_s(matcher: rm.ResumeMatcher, text: str, kind: rm.StatementKind) -> None:
    assert actors(matcher, text, kind) == {rm.Actor.APPLICANT}


@pytest.mark.parametrize(
    "text",
    [
        "Customer reports a fault by phone",
        "Client surveys 12 shops a month",
        "The customer surveys our work",
        "Company launched three products",
        "Company provides software to banks",
    ],
)
def test_what_somebody_does_is_theirs(matcher: rm.ResumeMatcher, text: str) -> None:
    assert actors(matcher, text, rm.StatementKind.PROSE) == {rm.Actor.OTHER}


def test_a_listed_customer_interview_is_market_research(matcher: rm.ResumeMatcher) -> None:
    found = {evidence.requirement_id: evidence.strength for evidence in matcher.assess("Customer interviews", section="skills")}
    assert found["market-research"] is rm.Strength.EXPLICIT
