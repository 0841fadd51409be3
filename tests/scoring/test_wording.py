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
