"""Words that name a requirement by themselves and something else in their company, with a neighbour that keeps its meaning."""

from __future__ import annotations

import pytest

import resume_match as rm


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def explicit(matcher: rm.ResumeMatcher, text: str, section: rm.SectionKind) -> set[str]:
    return {found.requirement_id for found in matcher.assess(text, section=section) if found.strength is rm.Strength.EXPLICIT}


EXPERIENCE, SKILLS, EDUCATION = rm.SectionKind.EXPERIENCE, rm.SectionKind.SKILLS, rm.SectionKind.EDUCATION


@pytest.mark.parametrize(
    ("text", "section", "requirement"),
    [
        ("Generated 140 SQLs from two webinars", EXPERIENCE, "technical-background"),
        ("Coached store managers through performance improvement plans", EXPERIENCE, "continuous-improvement"),
        ("Designed storytelling modules for sponsors", EXPERIENCE, "communication"),
        ("Hired two program managers and a buyer", EXPERIENCE, "project-management"),
        ("Represented ServiceNow at partner forums", EXPERIENCE, "technical-background"),
        ("Led a non-technical team of eight", EXPERIENCE, "technical-background"),
        ("Promoted analysts into software engineer roles", EXPERIENCE, "technical-background"),
        ("Worked with U.S. Army Corps of Engineers on permits", EXPERIENCE, "technical-background"),
        ("Sent the weekly sales flash to branch managers", EXPERIENCE, "technical-background"),
        ("Native speaker of Bulgarian", SKILLS, "presentation-skills"),
        ("Illustrator, Bridge", SKILLS, "communication"),
        ("Node.js, Express, Redis", SKILLS, "communication"),
        ("Masters of Library and Information Science, Larchfield University, 2014", EDUCATION, "technical-background"),
        ("U.S. Army Corps of Engineers, Larchfield district", EXPERIENCE, "technical-background"),
        ("Picked features by the organizational roadmap", EXPERIENCE, "organizational-skills"),
        ("Cucumber, Gherkin, Selenium", SKILLS, "product-requirements"),
        ("Hardworking, motivated, and creative Front End Developer", EXPERIENCE, "team-management"),
        ("Licensed Advocate in practice since 2012", EXPERIENCE, "influencing"),
        ("Keep project managers apprised of invoices", EXPERIENCE, "project-management"),
        ("Pragmatic problem-solver", EXPERIENCE, "product-management-certification"),
        ("Present working at Harbor Labs as a Java developer", EXPERIENCE, "presentation-skills"),
        ("That background taught me how systems scale", EXPERIENCE, "communication"),
        ("I taught myself full stack web development", EXPERIENCE, "communication"),
        ("Analytical Chemistry (lecture and lab)", EXPERIENCE, "communication"),
        ("Trained to care for patients in critical care", EXPERIENCE, "communication"),
        ("Maintained employee training records", EXPERIENCE, "communication"),
        ("Certificate with specialized training in estimating", EXPERIENCE, "communication"),
        ("Drilled a squad by the training and readiness manual", EXPERIENCE, "communication"),
        ("Repaired optic fiber communications", EXPERIENCE, "communication"),
        ("Primavera P6", SKILLS, "technical-background"),
        ("Windows 10, macOS", SKILLS, "technical-background"),
        ("Medical Billing and Coding", rm.SectionKind.CERTIFICATIONS, "technical-background"),
        ("ICD-10 and CPT coding", SKILLS, "technical-background"),
        ("Coded insurance claims for two clinics", EXPERIENCE, "technical-background"),
        ("Coded invoices to general ledger accounts", EXPERIENCE, "technical-background"),
    ],
)
def test_in_this_company_it_is_something_else(text: str, section: rm.SectionKind, requirement: str, matcher: rm.ResumeMatcher) -> None:
    assert requirement not in explicit(matcher, text, section)


@pytest.mark.parametrize(
    ("text", "section", "requirement"),
    [
        ("Wrote SQL for 40 nightly reports", EXPERIENCE, "technical-background"),
        ("Planned and organized a software conference for 300 guests", EXPERIENCE, "organizational-skills"),
        ("Demonstrated our yield optimization software to hotels in person", EXPERIENCE, "presentation-skills"),
        ("Led a performance improvement program that cut rework by half", EXPERIENCE, "continuous-improvement"),
        ("Project manager for two plants", EXPERIENCE, "project-management"),
        ("Keynote speaker at two trade fairs", EXPERIENCE, "presentation-skills"),
        ("Wrote user stories in Gherkin with acceptance criteria", EXPERIENCE, "product-requirements"),
        ("Organizational skills", SKILLS, "organizational-skills"),
        ("Hired, motivated, and developed engineers", EXPERIENCE, "team-management"),
        ("Advocate customer needs to senior leadership", EXPERIENCE, "influencing"),
        ("Promoted to Project Manager after one year", EXPERIENCE, "project-management"),
        ("Pragmatic Marketing Certified (PMC-III)", rm.SectionKind.CERTIFICATIONS, "product-management-certification"),
        ("Presented working prototypes to clients", EXPERIENCE, "presentation-skills"),
        ("Present weekly results to the board", EXPERIENCE, "presentation-skills"),
        ("I taught myself full stack web development", EXPERIENCE, "technical-background"),
        ("Lectured on chemistry to 120 students", EXPERIENCE, "communication"),
        ("Trained 12 nurses to care for critical patients", EXPERIENCE, "communication"),
        ("Primavera P6", SKILLS, "project-management"),
        ("Installed Windows 10 on 60 laptops", EXPERIENCE, "technical-background"),
        ("Coding, algorithms", SKILLS, "technical-background"),
        ("Coded the claims portal in Kotlin", EXPERIENCE, "technical-background"),
        ("MSc Information Science, Larchfield University, 2014", EDUCATION, "technical-background"),
    ],
)
def test_by_itself_it_is_what_it_names(text: str, section: rm.SectionKind, requirement: str, matcher: rm.ResumeMatcher) -> None:
    assert requirement in explicit(matcher, text, section)
