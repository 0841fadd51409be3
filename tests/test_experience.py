"""Years and seniority: counted from dated positions of the field, each month once, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from resume_match.lexicon.work import rank_of_title, years_asked
from resume_match.model import (
    Anchor,
    Bullet,
    Contact,
    Document,
    DocumentFormat,
    Entry,
    EntryKind,
    Requirement,
    RequirementKind,
    Resume,
    Section,
    SectionKind,
    Span,
)
from resume_match.scoring.experience import ExperienceJudgement, judge_seniority, judge_years

TEXT = "Senior Product Manager\nProduct Owner\nSoftware Engineer\n"


def job(title: str, start: str | None, end: str | None, *bullets: str) -> Entry:
    at = max(TEXT.find(title), 0)
    statements = tuple(Bullet(text, Span(0, 6), Anchor()) for text in bullets)
    return Entry(EntryKind.EXPERIENCE, title, "Harbour Lane", start, end, Span(at, at + len(title)), statements)


def resume(*jobs: Entry, prose: str = "") -> Resume:
    summary = Section(SectionKind.SUMMARY, None, Span(0, 1), (), (Bullet(prose, Span(0, 6), Anchor()),) if prose else ())
    document = Document("cv.txt", DocumentFormat.TEXT, "0" * 64, TEXT, ())
    return Resume(document, Contact(), (summary, Section(SectionKind.EXPERIENCE, "Experience", Span(0, 1), jobs)))


PRODUCT = resume(
    job("Senior Product Manager", "2019-01", "2022-12"),
    job("Product Owner", "2021-01", "2023-12", "Led a team of 12 engineers"),
    job("Software Engineer", "2010", "2015"),
)


def years(text: str, asked: float, cv: Resume = PRODUCT) -> ExperienceJudgement:
    found = judge_years(Requirement("x", RequirementKind.QUALIFICATION, text, years=asked), cv, date(2026, 11, 1))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "asked", "status", "found"),
    [
        ("5 years of product management experience", 5, "covered", 5.0),
        ("8+ years in product management", 8, "partial", 5.0),
        ("10+ years of experience", 10, "covered", 10.0),
        ("3 years of software development", 3, "covered", 5.0),
        ("3 years of product marketing", 3, "missing", 0.0),
        ("2+ years leading teams", 2, "covered", 3.0),
        ("5 years of SQL", 5, "missing", 0.0),
    ],
)
def test_years_are_those_of_the_field_and_overlaps_count_once(text: str, asked: float, status: str, found: float) -> None:
    judgement = years(text, asked)
    assert (judgement.status.value, judgement.found) == (status, found)


def test_what_was_found_instead_is_told_and_the_titles_that_counted_are_shown() -> None:
    judgement = years("8+ years in product management", 8)
    assert judgement.reason == "5 of 8 years, in 2 positions in product management."
    assert [TEXT[span.start : span.end] for span in judgement.spans] == ["Senior Product Manager", "Product Owner"]


def test_missing_dates_cannot_be_told_and_a_claim_in_prose_counts_as_claimed() -> None:
    assert years("5 years in product management", 5, resume(job("Product Manager", None, None))).status.value == "unreadable"
    claimed = years("5 years in product management", 5, resume(prose="Product manager with 7 years of experience"))
    assert (claimed.status.value, claimed.support) == ("covered", "claimed")
    other = years("5 years of SQL", 5, resume(prose="Product manager with 7 years of experience"))
    assert other.status.value == "unreadable"  # positions exist in no readable form, and the claim is of something else


def test_a_requirement_without_years_is_not_judged() -> None:
    assert judge_years(Requirement("x", RequirementKind.QUALIFICATION, "Experience in sales"), PRODUCT, date(2026, 11, 1)) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("8+ years in product management", 8.0),
        ("Have a minimum of 2–3 years of relevant experience", 2.0),
        ("five (5) years of experience", 5.0),
        ("more than 5 years of experience", 5.0),
        ("We have grown in the past 5 years", None),
        ("A 3-5 year roadmap", None),
        ("At least 18 years old", None),
    ],
)
def test_years_asked_are_those_of_experience(text: str, asked: float | None) -> None:
    found = years_asked(text)
    assert (found.years if found else None) == asked


def test_an_associate_director_is_no_director_and_a_head_is_one() -> None:
    titles = ("Associate Director", "Director of Product", "Head of Product", "Senior Product Manager", "Associate Product Manager")
    assert [rank_of_title(title) for title in titles] == [5, 6, 6, 4, 2]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Director level experience", "missing"),
        ("Led teams of 10 or more", "covered"),
        ("Has managed teams of 15 people", "partial"),
    ],
)
def test_seniority_is_read_from_titles_and_team_sizes(text: str, status: str) -> None:
    judgement = judge_seniority(Requirement("x", RequirementKind.QUALIFICATION, text), PRODUCT)
    assert judgement is not None
    assert judgement.status.value == status


def test_one_step_below_the_level_asked_for_is_partial() -> None:
    cv = resume(job("Associate Director of Product", "2019", "2022"))
    judgement = judge_seniority(Requirement("x", RequirementKind.QUALIFICATION, "Director level experience"), cv)
    assert judgement is not None
    assert judgement.status.value == "partial"


def test_a_break_between_positions_counts_no_years() -> None:
    cv = resume(job("Product Owner", "2020", "2021"), job("Career break", "2010", "2019"))
    assert years("5 years of experience", 5, cv).found == 1.0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("3+ years of nursing experience", "Registered Nurse"),
        ("3+ years of teaching experience, preferably in a similar environment", "Teacher"),
        ("3+ years of warehouse management", "Warehouse Manager"),
        ("3+ years of front-end work", "Frontend Lead"),
        ("3+ years of welding, ideally recent", "Welder"),
    ],
)
def test_a_field_is_named_by_the_work_and_by_who_does_it(text: str, title: str) -> None:
    assert years(text, 3, resume(job(title, "2015", "2020"))).status.value == "covered"
    assert years(text, 3, resume(job("Florist", "2015", "2020"))).status.value == "missing"


@pytest.mark.parametrize("text", ["5+ years leading product managers", "5 years managing a product team", "5 years supervising staff"])
def test_years_of_leading_people_are_those_in_which_people_were_led(text: str) -> None:
    alone = resume(job("Product Manager", "2010", "2018", "Owned the roadmap", "Worked with a cross-functional team"))
    leading = resume(job("Product Manager", "2010", "2018", "Managed four product managers"))
    assert (years(text, 5, alone).status.value, years(text, 5, leading).status.value) == ("missing", "covered")


def test_years_with_teams_of_many_trades_are_no_years_of_leading_people() -> None:
    cv = resume(job("Product Manager", "2010", "2018", "Owned the roadmap"))
    assert years("5 years of product management, leading cross-functional teams", 5, cv).status.value == "covered"
