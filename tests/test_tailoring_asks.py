"""What a line of a posting asks for: whom it seeks, what it names and explains, whose years it counts, and what it only mentions."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.lexicon.postings import name_explained, title_sought
from resume_match.tailoring.asking import asks_of
from resume_match.tailoring.outline import statements_of
from tests.test_tailoring import added, posting

HEAD = "# Product Lead, Tidewater Maps\n\n"


def tailored(line: str, heading: str = "What you bring") -> rm.RoleProfile:
    """The profile for a posting of one line, under a heading that asks."""
    return rm.tailor(rm.load_profile(), posting(f"{HEAD}## {heading}\n\n- {line}\n"))


def base_asked(line: str, heading: str = "What you bring") -> set[str]:
    """The ids of the bundled profile that the line asks for."""
    known = {requirement.id for requirement in rm.load_profile().requirements}
    return {requirement.id for requirement in tailored(line, heading).requirements if requirement.origins and requirement.id in known}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("We are looking for a seasoned product manager to join our crew.", "seasoned product manager"),
        ("We’re currently hiring an experienced harbor pilot, based in Alder.", "experienced harbor pilot"),
        ("We are looking for a product manager with experience in hydrography.", None),
        ("We look after a fleet.", None),
    ],
)
def test_a_line_may_say_whom_it_seeks(line: str, title: str | None) -> None:
    assert title_sought(line) == title


def test_whom_a_posting_seeks_is_no_duty_of_its_own() -> None:
    sought = "We are looking for an experienced product manager to lead our chart business."
    profile = rm.tailor(rm.load_profile(), posting(f"{HEAD}{sought}\n\n## What you will do\n\n- Own the roadmap\n"))
    assert added(profile) == {}
    assert next(r for r in profile.requirements if r.id == "product-management-experience").origins


def test_what_a_line_names_before_it_explains_it_is_asked_for_under_that_name() -> None:
    line = "Tide chart design chops. You need no diploma, but you should have a sharp eye for detail and a steady hand."
    assert name_explained(line) == "Tide chart design chops"
    profile = tailored(line)
    assert list(added(profile)) == ["Tide chart design chops"]
    assert next(r for r in profile.requirements if r.id == "organizational-skills").origins


@pytest.mark.parametrize("line", ["Own the roadmap. You decide what comes first.", "Curious. You ask why.", "Knows the sea by heart"])
def test_a_deed_a_single_word_and_a_whole_line_are_no_names(line: str) -> None:
    assert name_explained(line) == ""


def test_years_within_years_are_asked_for_apart() -> None:
    profile = tailored("10+ years of experience, including 4+ years in leadership roles related to product management")
    assert {requirement.text: requirement.years for requirement in added(profile).values()} == {"10+ years of experience": 10.0}
    assert next(r.years for r in profile.requirements if r.id == "product-team-leadership") == 4.0


def test_what_is_an_advantage_in_the_next_sentence_does_not_make_the_first_optional() -> None:
    profile = tailored("3+ years of product management experience. Having sailed before would be an advantage")
    assert next(r.essential for r in profile.requirements if r.id == "product-management-experience")


@pytest.mark.parametrize(
    ("line", "not_asked"),
    [
        ("Keep up the quality of the charts that you and your team are responsible for", "team-management"),
        ("You place a high value on simplicity in product design", "team-management"),
        ("Drive growth in a product-led business of charts", "team-management"),
        ("A clear communicator of product decisions", "critical-thinking"),
        ("3 years as a pilot using agile software development methods", "technical-background"),
    ],
)
def test_what_a_line_only_mentions_is_not_asked_for(line: str, not_asked: str) -> None:
    assert not_asked not in base_asked(line)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Define and execute on the roadmap of the tide charts", "product-strategy"),
        ("Own the lifecycle of the products in your harbor", "development-lifecycle"),
        ("Be an expert with respect to the competition", "competitor-monitoring"),
        ("Engage, motivate and coach the team", "team-management"),
        ("Use data to help make informed product decisions", "critical-thinking"),
    ],
)
def test_what_a_line_asks_for_in_other_words_is_found(line: str, asked: str) -> None:
    assert asked in base_asked(line, "What you will do")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (
            "Bachelor's degree in finance and 3 years of experience in finance",
            [("Bachelor's degree in finance", None), ("3 years of experience in finance", 3)],
        ),
        ("3+ years at sea, plus a degree in geodesy", [("3+ years at sea", 3), ("a degree in geodesy", None)]),
        (
            "A degree in law and accounting and at least 3 years at sea",
            [("A degree in law and accounting", None), ("at least 3 years at sea", 3)],
        ),
        ("A degree in finance or 5 years of experience", [("A degree in finance or 5 years of experience", 5)]),
        ("18 years or older", [("18 years or older", None)]),
        ("4-year college degree", [("4-year college degree", None)]),
    ],
)
def test_a_degree_and_years_are_asked_for_apart_and_an_age_is_no_experience(line: str, asked: list[tuple[str, float | None]]) -> None:
    asks = asks_of(statements_of(posting(f"{HEAD}## Requirements\n\n- {line}\n")))
    assert [(ask.text, ask.years) for ask in asks] == asked


@pytest.mark.parametrize(
    ("line", "essential"),
    [
        ("BS in Mechanical Engineering (MS preferred)", True),
        ("A degree (a master's would be a plus)", True),
        ("Fluency in Norwegian (preferred)", False),
        ("Fluency in Norwegian (strongly preferred)", False),
        ("A sailing licence would be an asset", False),
    ],
)
def test_what_brackets_prefer_is_optional_only_where_they_speak_of_the_line(line: str, essential: bool) -> None:
    asks = list(asks_of(statements_of(posting(f"{HEAD}## Requirements\n\n- {line}\n"))))
    assert [(ask.text, ask.essential) for ask in asks] == [(line, essential)]


@pytest.mark.parametrize("line", ["No degree required", "No experience at sea necessary", "A degree is not required"])
def test_what_is_needless_is_not_asked_for(line: str) -> None:
    asks = asks_of(statements_of(posting(f"{HEAD}## Requirements\n\n- Radar skills\n- {line}\n")))
    assert [ask.text for ask in asks] == ["Radar skills"]


def test_the_right_to_work_stays_a_condition_beside_words_about_sponsoring() -> None:
    line = "Must be legally authorized to work in Norway without visa sponsorship"
    asks = asks_of(statements_of(posting(f"{HEAD}## Requirements\n\n- {line}\n- We do not sponsor visas\n")))
    assert [(ask.text, ask.kind.value, ask.essential) for ask in asks] == [(line, "knockout", True)]


@pytest.mark.parametrize("line", ["High school diploma or GED", "High school diploma or equivalent required"])
@pytest.mark.parametrize(
    ("school", "status"),
    [
        ("BA in History, Harbor University, 2015", "covered"),
        ("High School Diploma, Harbor School, 2010", "covered"),
        ("Sailing course, Harbor Club, 2010", "missing"),
    ],
)
def test_whoever_has_a_degree_has_finished_school(line: str, school: str, status: str) -> None:
    resume = f"Ann Lee\nann@x.org\n\nExperience\n\nPilot, Tidewater, 2019 - 2021\n- Steered ships\n\nEducation\n\n{school}\n"
    report = rm.match(resume.encode(), profile=tailored(line, "Requirements"))
    assert [found.status.value for found in report.coverages if found.requirement.text == line] == [status]
