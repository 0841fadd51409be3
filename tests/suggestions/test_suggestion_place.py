"""Under which job a draft goes: careers of invented people, with a word on why."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import resume_match as rm
from tests.suggestions.resumes import AS_OF, cv, job, report_of

LEADING = re.compile(r"\b(?:led|lead|leads|hired|hire|budget|strategy|vision|roadmap|team of)\b", re.IGNORECASE)

PRODUCT_INTERN = job("Product Management Intern", "Quayside Labs", "June 2014 - August 2014", "Wrote user stories", "Ran tests")
ASSOCIATE = job("Associate Product Manager", "Quayside Labs", "May 2015 - June 2017", "Wrote user stories", "Ranked the backlog")
PRODUCT_OLD = job("Product Manager", "Tidewell Health", "May 2008 - June 2011", "Ranked the backlog", "Showed the booking app to patients")
OPERATIONS = job("Operations Manager", "Hull Freight", "May 2014 - June 2018", "Planned the shifts of two depots", "Paid the bills")
OPERATIONS_SENIOR = job("Senior Operations Manager", "Hull Freight", "July 2018 - May 2021", "Planned nine depots", "Cut waste")
OPERATIONS_HEAD = job("Director of Operations", "Marsh Couriers", "June 2021 - Present", "Run the depots of the north", "Run the fleet")
SERVICES_HEAD = job("Vice President of Client Services", "Lantern Bank", "May 2018 - Present", "Look after 40 clients", "Settle complaints")
GENERAL = job("General Manager", "Lantern Bank", "June 2013 - April 2018", "Ran two branches", "Opened a third branch")
FOUNDER = job("Founder", "Oakum Bakery", "June 2016 - Present", "Bake for three cafes", "Keep the books")
BARISTA = job("Barista", "Corner Cup", "July 2015 - Present", "Serve guests", "Count the till")
MARKETING_INTERN = job("Marketing Intern", "Oat & Barley", "June 2012 - August 2012", "Wrote posts for a campaign", "Ran two")
PRODUCT_HEAD = job("Head of Product", "Gridwise", "May 2019 - Present", "Look after the meter app", "Speak with customers")


def places(*jobs: str) -> dict[str, str]:
    """Requirement id -> title of the job that its draft goes under, for lines of work that are new."""
    new = (s for s in report_of(cv(*jobs)).suggestions if s.kind in ("add-bullet", "demonstrate") and s.target is not None)
    return {suggestion.requirement_id: str(suggestion.target.title) for suggestion in new if suggestion.target is not None}


@pytest.mark.parametrize(
    ("jobs", "most", "never"),
    [
        # a summer long ago against ten years of answering for people
        ((OPERATIONS_HEAD, OPERATIONS_SENIOR, OPERATIONS, PRODUCT_INTERN), "Director of Operations", "Product Management Intern"),
        ((OPERATIONS_SENIOR, OPERATIONS, PRODUCT_INTERN), "Senior Operations Manager", "Product Management Intern"),
        ((PRODUCT_HEAD, OPERATIONS, MARKETING_INTERN), "Head of Product", "Marketing Intern"),
        ((FOUNDER, PRODUCT_INTERN), "Founder", "Product Management Intern"),
        # an old job of the field against a recent one of rank: the craft stays there, the rest does not
        ((SERVICES_HEAD, GENERAL, PRODUCT_OLD), "Vice President of Client Services", None),
        # the field decides where neither has rank
        ((BARISTA, ASSOCIATE), "Associate Product Manager", None),
        ((BARISTA, PRODUCT_OLD), "Product Manager", None),
    ],
)
def test_most_drafts_go_under_the_job_that_a_reader_would_take(jobs: tuple[str, ...], most: str, never: str | None) -> None:
    found = Counter(places(*jobs).values())
    assert found.most_common(1)[0][0] == most
    assert never not in found


def test_an_old_job_of_the_field_keeps_the_craft() -> None:
    found = places(SERVICES_HEAD, GENERAL, PRODUCT_OLD)
    assert (found["launch-collaboration"], found["market-research"]) == ("Product Manager", "Product Manager")
    assert {found[name] for name in ("business-acumen", "strategic-vision", "negotiation")} == {"Vice President of Client Services"}


def test_a_summer_in_the_field_takes_no_leading_from_years_outside_it() -> None:
    summer = job("Product Management Intern", "Quayside Labs", "June 2023 - August 2023", "Wrote user stories", "Ranked features")
    years = job("Management Consultant", "Lantern Advisers", "May 2019 - May 2023", "Advised two banks", "Held workshops")
    found = places(summer, years)
    assert {found[name] for name in ("team-management", "business-acumen", "product-strategy")} == {"Management Consultant"}
    assert found["market-research"] == "Product Management Intern"


@pytest.mark.parametrize("senior", [OPERATIONS, OPERATIONS_SENIOR, OPERATIONS_HEAD, SERVICES_HEAD, GENERAL, FOUNDER])
@pytest.mark.parametrize("junior", [ASSOCIATE, PRODUCT_INTERN, MARKETING_INTERN])
def test_nobody_leads_in_training_who_has_led_since(senior: str, junior: str) -> None:
    under = [s.text for s in report_of(cv(senior, junior)).suggestions if s.target and re.search("Intern|Associate", str(s.target.title))]
    assert [text for text in under if LEADING.search(text)] == []


def test_leading_that_a_posting_asks_for_goes_under_no_internship() -> None:
    posting = rm.read_document(b"# Lead\n\n## Requirements\n\n- Lead the guild of chart makers\n- You know SQL\n", name="posting.md")
    matcher = rm.ResumeMatcher(rm.tailor(rm.load_profile(), posting), as_of=AS_OF)
    report = matcher.match_document(rm.read_document(cv(OPERATIONS, PRODUCT_INTERN).encode(), name="cv.md"))
    lead = next(s for s in report.suggestions if s.requirement_id.startswith("lead-the-guild"))
    assert lead.target is not None
    assert lead.target.title == "Operations Manager"


def test_whoever_has_only_been_in_training_gets_drafts_there() -> None:
    assert set(places(PRODUCT_INTERN).values()) == {"Product Management Intern"}
