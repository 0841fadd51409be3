"""What counts as evidence of a requirement, what does not, and that a score carries its reasons."""

from __future__ import annotations

import datetime
import pickle
from math import prod

import pytest

import resume_match as rm


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher(as_of=datetime.date(2026, 11, 1))


def strengths(matcher: rm.ResumeMatcher, text: str, section: str = "experience") -> dict[str, str]:
    return {evidence.requirement_id: evidence.strength.value for evidence in matcher.assess(text, section=section)}


@pytest.mark.parametrize(
    ("text", "requirement", "named"),
    [
        ("Established a tide service on usage; data-driven decisions cut waiting", "critical-thinking", "establish; evidence first"),
        ("Ran a tide project of nine ferries", "project-management", "run project"),
        ("Negotiation of berth leases", "negotiation", "negotiation"),
    ],
)
def test_a_reason_names_the_deed_that_the_phrase_tells(matcher: rm.ResumeMatcher, text: str, requirement: str, named: str) -> None:
    (reason,) = [found.factors[0].reason for found in matcher.assess(text) if found.requirement_id == requirement]
    assert f"by the rule {named}" in reason


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("Owned the roadmap of the parking app", "product-strategy"),
        ("Wrote user stories and acceptance criteria for the ferry timetable", "product-requirements"),
        ("The specifications for the pump were defined together with nurses", "product-requirements"),
        ("Managed a team of five product managers", "team-management"),
        ("Negotiated licence terms with two publishers", "negotiation"),
        ("Redesigned the intake process, cutting waiting time by a third", "continuous-improvement"),
        ("Presented the quarterly KPI dashboard to the board", "performance-reporting"),
    ],
)
def test_a_deed_is_explicit_evidence(matcher: rm.ResumeMatcher, text: str, requirement: str) -> None:
    assert strengths(matcher, text).get(requirement) == "explicit"


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("Seeking a role where I can own the product roadmap", "product-strategy"),
        ("Have not negotiated contracts so far", "negotiation"),
        ("No direct reports", "team-management"),
        ("Coursework: market research, negotiation", "market-research"),
        ("A leading provider of market research to retailers", "market-research"),
        ("Reporting to the director, who owned the product roadmap", "product-strategy"),
        ("The contracts were negotiated by headquarters", "negotiation"),
        ("Vision insurance claims processed daily", "strategic-vision"),
    ],
)
def test_what_is_wanted_absent_learned_or_done_by_others_is_none(matcher: rm.ResumeMatcher, text: str, requirement: str) -> None:
    assert strengths(matcher, text).get(requirement) != "explicit"


def test_helping_with_a_deed_is_partial_at_most(matcher: rm.ResumeMatcher) -> None:
    assert strengths(matcher, "Assisted in negotiating leases").get("negotiation") == "partial"


def test_a_misspelled_deed_is_still_found_and_says_so(matcher: rm.ResumeMatcher) -> None:
    found = {evidence.requirement_id: evidence for evidence in matcher.assess("Negotiatd contrcts with suppliers")}
    assert found["negotiation"].strength is rm.Strength.EXPLICIT
    assert "spelling" in {factor.name for factor in found["negotiation"].factors}


def test_multiplying_the_factors_gives_the_score(matcher: rm.ResumeMatcher) -> None:
    texts = ("Owned the roadmap", "Assisted in negotiating leases", "Negotiatd contrcts with suppliers", "Agile, Scrum, negotiation")
    for evidence in (found for text in texts for found in matcher.assess(text, section="skills")):
        assert evidence.score == pytest.approx(prod(factor.value for factor in evidence.factors), abs=1e-6)
        assert all(factor.reason for factor in evidence.factors)


def test_a_dated_entry_demonstrates_a_summary_claims_and_a_list_lists(matcher: rm.ResumeMatcher) -> None:
    job = rm.EntryHeading(rm.EntryKind.EXPERIENCE, "Buyer", "Larkspur Tools", "2020-01", "present", rm.Span(0, 5))
    text = "Negotiated prices with forty suppliers"
    supports = [
        next(e.support for e in matcher.assess(said, section=section, entry=entry) if e.requirement_id == "negotiation")
        for said, section, entry in ((text, "experience", job), (text, "summary", None), ("Negotiation", "skills", None))
    ]
    assert supports == [rm.Support.DEMONSTRATED, rm.Support.CLAIMED, rm.Support.LISTED]


def test_a_matcher_pickles_small_and_judges_alike(matcher: rm.ResumeMatcher) -> None:
    parcel = pickle.dumps(matcher)
    assert len(parcel) < 60_000
    text = "Negotiated prices with forty suppliers"
    assert pickle.loads(parcel).assess(text) == matcher.assess(text)


def test_an_unknown_section_is_a_value_error(matcher: rm.ResumeMatcher) -> None:
    with pytest.raises(ValueError, match="cellar"):
        matcher.assess("Owned the roadmap", section="cellar")
