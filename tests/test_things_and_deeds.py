"""Words in -s after "customer" and the like, things or deeds of others; and title lines that go on with a deed."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction.statements import Statement, kind_of


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Buyer Acme Mills 2015 to 2018 Negotiated prices with growers", rm.StatementKind.PROSE),
        ("Product Manager Acme - Dallas, TX June 2015 to Present Managed the roadmap", rm.StatementKind.PROSE),
        ("Project Manager Jan 2012 - Dec 2014 Responsible for schedule and budget", rm.StatementKind.PROSE),
        ("Sales Manager 2010 to 2012 United Way of Ohio", rm.StatementKind.TITLE),
        ("Engineering Manager, 2015-2018 Managed Services Inc", rm.StatementKind.TITLE),
        ("Marketing Manager 2012 to 2014 Leading Hotels of the World", rm.StatementKind.TITLE),
        ("Product Manager 03/2015 to 06/2018 Acme Corp City , State", rm.StatementKind.TITLE),
    ],
)
def test_a_title_line_that_goes_on_with_a_deed_is_a_sentence(text: str, kind: rm.StatementKind) -> None:
    assert kind_of(text, rm.SectionKind.EXPERIENCE) is kind


def test_such_a_line_shows_the_title_and_the_deed(matcher: rm.ResumeMatcher) -> None:
    found = {evidence.requirement_id for evidence in matcher.assess("Product Manager Acme 2015 to 2018 Negotiated prices with growers")}
    assert {"product-management-experience", "negotiation"} <= found


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("2015-2018 Presented findings to executives", "Presented"),
        ("Acme Mills, 2015 to Present Improved the billing process", "Improved"),
        ("Wrote memos as well as presented findings", "presented"),
        ("Clerk (2 years): presented findings to executives", "presented"),
        ("During the merger improved the billing process", "improved"),
        ("As a clerk improved the billing process", "improved"),
        ("» Presented findings to executives", "Presented"),
        ("Efficiently and quietly improved the billing process", "improved"),
        ("Single-handedly improved the billing process", "improved"),
        ("& presented findings to executives", "presented"),
        ("to the region and improved the billing process", "improved"),
    ],
)
def test_deeds_after_dates_joints_and_brackets_are_found(matcher: rm.ResumeMatcher, text: str, deed: str) -> None:
    statement = Statement(rm.Span(0, len(text)), rm.StatementKind.PROSE, rm.SectionKind.EXPERIENCE)
    assert deed in {str(mention.action) for mention in matcher.extractor.read(text, statement)}


@pytest.mark.parametrize("text", ["With improved tools in hand", "For planned outages, spare parts", "Oral and written German"])
def test_what_only_describes_is_no_deed(matcher: rm.ResumeMatcher, text: str) -> None:
    statement = Statement(rm.Span(0, len(text)), rm.StatementKind.PROSE, rm.SectionKind.EXPERIENCE)
    assert {str(mention.action) for mention in matcher.extractor.read(text, statement)} == {"None"}


def test_who_speaks_of_the_applicant_unless_a_deed_came_before(matcher: rm.ResumeMatcher) -> None:
    assert actors(matcher, "Patient clerk who negotiated leases", rm.StatementKind.PROSE) == {rm.Actor.APPLICANT}
    assert rm.Actor.OTHER in actors(matcher, "Hired a clerk who negotiated leases", rm.StatementKind.PROSE)
    assert rm.Actor.OTHER in actors(matcher, "Assistant to the director, who negotiated leases", rm.StatementKind.PROSE)


def test_a_certificate_after_a_year_is_no_deed(matcher: rm.ResumeMatcher) -> None:
    text = "Since 2018 Certified Trainer"
    statement = Statement(rm.Span(0, len(text)), rm.StatementKind.PROSE, rm.SectionKind.EXPERIENCE)
    assert {str(mention.action) for mention in matcher.extractor.read(text, statement)} == {"None"}
