"""Requirements that nobody curated are matched by their telling words, within one phrase."""

from __future__ import annotations

import pytest

import resume_match as rm


def strength(requirement: str, statement: str, kind: str = "duty") -> str | None:
    asked = rm.Requirement("asked", rm.RequirementKind(kind), requirement)
    matcher = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)))
    return next((evidence.strength.value for evidence in matcher.assess(statement)), None)


@pytest.mark.parametrize(
    ("requirement", "statement"),
    [
        ("Manage a team of warehouse workers", "Managed a team of 14 warehouse workers on two shifts"),
        ("Manage a team of warehouse workers", "Led warehouse workers of three depots"),
        ("Define product requirements and specifications", "Wrote product requirements for a kettle"),
        ("Prepare tax returns for private clients", "Prepared 300 tax returns a year for private clients"),
        ("Negotiate service contracts", "Negotiation of service contracts with landlords"),
    ],
)
def test_the_same_in_other_words_is_explicit(requirement: str, statement: str) -> None:
    assert strength(requirement, statement) == "explicit"


@pytest.mark.parametrize(
    ("requirement", "statement"),
    [
        ("Manage a team", "Managed budgets"),
        ("Manage a team of warehouse workers", "Managed budgets of two depots"),
        ("Prepare tax returns for private clients", "Prepared breakfast for hotel guests"),
        ("Product management", "Project management"),
        ("Negotiate service contracts", "Served coffee to contractors"),
    ],
)
def test_sharing_only_a_verb_or_a_common_word_is_nothing(requirement: str, statement: str) -> None:
    assert strength(requirement, statement) is None


@pytest.mark.parametrize(
    ("requirement", "statement"),
    [
        ("Define and execute on the roadmap and prioritize features.", "Managed alert features for harbor pilots"),
        ("Ensure consistency and quality in the user experience of the product.", "Kept the consistency of the timetable"),
        ("Work with pilots to establish berth plans", "Led a tariff survey for 30 pilots"),
        ("Experience collecting and learning from user feedback.", "Shipped four releases on time with 96% customer satisfaction NPS"),
    ],
)
def test_one_word_of_a_sentence_or_what_it_adds_in_passing_is_not_the_whole(requirement: str, statement: str) -> None:
    assert strength(requirement, statement) != "explicit"


def test_one_deed_is_not_every_deed_of_a_requirement() -> None:
    asked = rm.Requirement("asked", rm.RequirementKind.DUTY, "Plan, execute and prioritize ferry repairs")
    matcher = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)))
    (found,) = matcher.assess("Managed ferry repairs")
    assert sum(verb in found.factors[0].reason for verb in ("plan", "execute", "prioritize")) <= 1


def test_an_own_term_is_explicit_when_it_is_named_in_any_inflection() -> None:
    asked = rm.Requirement("churn", rm.RequirementKind.SKILL, "Keeps customers", terms=("renewal", "quarterly business review"))
    matcher = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)))
    assert [e.strength for e in matcher.assess("Ran quarterly business reviews with forty accounts")] == [rm.Strength.EXPLICIT]


def covered(requirement: str, *statements: str) -> list[str | None]:
    """The strength that each line of a list of skills gives, judged as one resume."""
    asked = rm.Requirement("asked", rm.RequirementKind.SKILL, requirement)
    matcher = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)))
    found = matcher.assess("\n".join(statements), section="skills")
    return [evidence.strength.value for evidence in found] or [None]


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        ("Tableau or Power BI", "Power BI"),
        ("Tableau or Power BI", "Tableau, Stata"),
        ("AWS, Azure or GCP", "Azure"),
        ("Python or R", "R, Stata"),
        ("Cloud platforms (AWS, Azure)", "AWS, Terraform"),
        ("Microsoft Office (Word, Excel, PowerPoint)", "Word, Excel, PowerPoint"),
        ("Experience with React, Vue or a similar framework", "React, TypeScript"),
    ],
)
def test_one_of_what_is_listed_with_or_is_enough(requirement: str, line: str) -> None:
    assert covered(requirement, line) == ["explicit"]


@pytest.mark.parametrize(
    ("requirement", "whole", "part"),
    [
        ("SQL and Python", "Python, SQL, Tableau", "SQL"),
        ("Advanced Excel, SQL and Python", "SQL, Python, Power BI, Excel", "Excel, Word"),
        ("Proficiency in SQL and Python", "Python, SQL, R", "Python"),
        ("Jira, Confluence, and Figma", "Figma, Jira, Confluence, Miro", "Miro, Jira"),
        ("Salesforce, Gong, Outreach", "Gong, Salesforce, Outreach", "Gong"),
    ],
)
def test_all_of_a_list_of_names_is_asked_for(requirement: str, whole: str, part: str) -> None:
    assert set(covered(requirement, whole)) == {"explicit"}
    assert set(covered(requirement, part)) == {"partial"}


@pytest.mark.parametrize(
    ("requirement", "statement"),
    [
        ("Data entry", "Analysed data for the quarterly review"),
        ("Infection control", "Controlled the budget of the ward"),
        ("Data analysis skills", "Reviewed payroll every month"),
        ("Conduct risk assessments", "Conducted needs assessments"),
        ("Manage the warehouse budget", "Ran the warehouse night shift"),
        ("Prepare financial statements", "Prepared witness statements"),
        ("OSHA 30", "OSHA 10"),
        ("CIPD Level 7", "CIPD Level 3"),
    ],
)
def test_half_of_what_makes_one_thing_is_not_the_whole(requirement: str, statement: str) -> None:
    assert strength(requirement, statement) != "explicit"


@pytest.mark.parametrize(
    ("requirement", "statement"),
    [
        ("PMP certification", "Full UK driving licence"),
        ("CPA license", "Driver's license"),
        ("CPR certification", "Certified Scrum Master"),
    ],
)
def test_any_certificate_is_not_the_one_asked_for(requirement: str, statement: str) -> None:
    assert strength(requirement, statement, "qualification") is None


@pytest.mark.parametrize(
    ("requirement", "statement"),
    [
        ("CKA certification", "CKA"),
        ("Forklift licence", "Forklift licence"),
        ("Data entry", "Data entry for 400 patients a week"),
        ("OSHA 30", "OSHA 30"),
        ("Infection control", "Led infection control audits"),
    ],
)
def test_the_whole_of_it_is(requirement: str, statement: str) -> None:
    assert strength(requirement, statement, "qualification") == "explicit"
