"""Deeds that words around them seem to take away, and words that take them away: wishes, lessons, absences, and what others did."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction.statements import reads_as_title


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def shown(matcher: rm.ResumeMatcher, statement: str) -> set[str]:
    """The requirements of which the statement is explicit evidence."""
    return {evidence.requirement_id for evidence in matcher.assess(statement) if evidence.strength is rm.Strength.EXPLICIT}


@pytest.mark.parametrize(
    ("statement", "requirement"),
    [
        # what looks like a wish is the purpose or the object of a deed
        ("Managed the transition to SAP and trained 50 users", "communication"),
        ("Found an opportunity to save and negotiated contracts", "negotiation"),
        ("Analyzed data to gain insights and wrote product requirements", "product-requirements"),
        ("Raised capital for non-profit theatres", "business-acumen"),
        ("Surveyed customers interested in leasing and wrote product requirements", "product-requirements"),
        ("Attended client meetings and presented product demos", "presentation-skills"),
        ("Learned the business and led product strategy", "product-strategy"),
        # to seek ways is work
        ("Seek opportunities to improve the filling process", "continuous-improvement"),
        ("Continuously seek ways to streamline the checkout", "continuous-improvement"),
        ("Seeks feedback from users and writes user stories", "product-requirements"),
        ("Seek out and resolve defects in the billing engine", "problem-solving"),
        ("I would like to describe myself as a software architect who loves hard problems", "technical-background"),
        # what was learned before is at work now
        ("I use the skills I learned as a lawyer to communicate clearly with clients", "communication"),
        # a person is no employer
        ("A dynamic leader with strong communication and negotiation skills", "negotiation"),
        ("A brand manager experienced in market research and negotiation", "market-research"),
        ("Customer driven product manager with negotiation skills", "negotiation"),
        ("Mentor engineers and lead product strategy", "product-strategy"),
        # what is absent ends where a deed begins
        ("Completed the project with no errors and presented results to executives", "presentation-skills"),
        ("No direct reports – led cross-functional teams", "cross-functional-leadership"),
        # somebody else acts up to the applicant
        ("The company hired me to develop product strategy", "product-strategy"),
        ("The CEO asked me to negotiate contracts", "negotiation"),
        ("Reporting to the CFO I led product strategy", "product-strategy"),
        ("Contracts were negotiated by me", "negotiation"),
        ("Presented analysis and reports to the board", "presentation-skills"),
        # numbers and abbreviations before what is acted on
        ("Managed over 12 engineers", "team-management"),
        ("Managed between 10 and 12 product managers", "team-management"),
        ("Managed in-house engineers", "team-management"),
        ("Managed twelve (12) engineers", "team-management"),
        ("Managed Sr. product managers", "team-management"),
        ("Managed and trained 10 engineers", "team-management"),
        # signs as word processors write them
        ("I’ve managed a team of engineers", "team-management"),
        ("Led cross‑functional teams of engineers and marketers", "cross-functional-leadership"),
        ("Wrote contracts• Managed a team of engineers", "team-management"),
        ("In this position managed engineers", "team-management"),
    ],
)
def test_a_deed_is_found_beside_words_that_take_away_others(statement: str, requirement: str, matcher: rm.ResumeMatcher) -> None:
    assert requirement in shown(matcher, statement)


@pytest.mark.parametrize(
    ("statement", "requirement"),
    [
        ("To obtain a position in product strategy", "product-strategy"),
        ("Sales manager looking for a position in product management", "product-management-experience"),
        ("I'd like to manage projects", "project-management"),
        ("Seeking to improve my negotiation skills", "negotiation"),
        ("Seeking to improve my negotiation skills", "continuous-improvement"),
        ("Seeking opportunities to lead product strategy", "product-strategy"),
        ("Looking for opportunities in project management", "project-management"),
        ("Relevant coursework: Product Strategy, Negotiation, Market Research", "market-research"),
        ("A leading provider of market research and negotiation software", "market-research"),
        ("A leader in market research for banks", "market-research"),
        ("Didn’t own the roadmap", "product-strategy"),
        ("Did not write requirements, manage projects, or negotiate contracts", "negotiation"),
        ("Have not yet negotiated contracts", "negotiation"),
        ("Reported to John Smith, VP of Product Management", "product-management-experience"),
        ("Reported to the CEO and VP of Product Management", "product-management-experience"),
        ("The sales director negotiated contracts", "negotiation"),
        ("Engineers wrote the specifications", "product-requirements"),
        ("My mentor persuaded the board to keep the branch open", "influencing"),
        ("Assisted in preparing budgets, negotiating leases and presenting reports", "negotiation"),
        ("Assisted in preparing budgets, negotiating leases and presenting reports", "presentation-skills"),
        ("Support product pricing and launch", "development-lifecycle"),
    ],
)
def test_what_is_wanted_learned_absent_or_done_by_others_shows_nothing(statement: str, requirement: str, matcher: rm.ResumeMatcher) -> None:
    assert requirement not in shown(matcher, statement)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Lead Product Strategy and Roadmap", False),
        ("LEAD PRODUCT LAUNCH", False),
        ("Prepare Reports for Executive Director", False),
        ("Responsible for Training of Associate Staff", False),
        ("Lead Software Engineer", True),
        ("Lead, Payments", True),
        ("Head of Product", True),
        ("Team Leader, Inbound Support", True),
        ("Market Research Analyst", True),
    ],
)
def test_a_duty_in_capitals_is_no_title(line: str, title: bool) -> None:
    assert reads_as_title(line) is title
