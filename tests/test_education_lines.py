"""A line that names a degree and its school is read as education wherever it stands, and the school's name is no field of study."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction.statements import kind_of


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def explicit(matcher: rm.ResumeMatcher, text: str, section: rm.SectionKind) -> set[str]:
    return {found.requirement_id for found in matcher.assess(text, section=section) if found.strength is rm.Strength.EXPLICIT}


@pytest.mark.parametrize(
    "line",
    [
        "B.S. in Industrial Engineering University of Larchfield - Boulder, CO 2013 to 2017",
        "BS Computer Information Systems Carlow State University 2008",
        "Ph.D., Computer Science, Larchfield University",
        "Bachelor of Science in Mechanical Engineering Larchfield University",
    ],
)
@pytest.mark.parametrize("section", [rm.SectionKind.EXPERIENCE, rm.SectionKind.SUMMARY, rm.SectionKind.EDUCATION])
def test_a_degree_with_its_school_is_education_in_every_section(matcher: rm.ResumeMatcher, line: str, section: rm.SectionKind) -> None:
    assert kind_of(line, section) is rm.StatementKind.EDUCATION
    assert "degree" in explicit(matcher, line, section)


@pytest.mark.parametrize(
    "line",
    [
        "As Director of Admissions at Larchfield University, led campus tours",
        "MS Office training for the College of Nursing",
        "PR manager, University of Larchfield",
        "IT support for the School of Engineering",
        "As Computer Science tutor at Larchfield University, marked weekly papers",
        "Be Economics tutor, Larchfield University",
    ],
)
def test_work_at_a_school_is_no_degree(matcher: rm.ResumeMatcher, line: str) -> None:
    assert kind_of(line, rm.SectionKind.EXPERIENCE) is not rm.StatementKind.EDUCATION
    assert "degree" not in explicit(matcher, line, rm.SectionKind.EXPERIENCE)


@pytest.mark.parametrize("line", ["BA History, Harrow Engineering College", "B.A. English, Institute of Technology at Larchfield"])
def test_the_name_of_a_school_is_no_field_of_study(matcher: rm.ResumeMatcher, line: str) -> None:
    assert not explicit(matcher, line, rm.SectionKind.EDUCATION)


@pytest.mark.parametrize(
    "line",
    ["BS Engineering Larchfield University", "BSc Electrical Engineering Larchfield University", "BS Electronics Larchfield University"],
)
def test_the_last_word_of_a_field_of_study_is_no_part_of_the_name_of_the_school(matcher: rm.ResumeMatcher, line: str) -> None:
    assert explicit(matcher, line, rm.SectionKind.EDUCATION) == {"degree", "technical-background"}


def test_a_long_line_that_begins_with_a_degree_tells_of_other_things_too() -> None:
    degree, remarks = "BS Computer Science, Larchfield University, after which I", "trained the tellers of forty banks"
    assert kind_of(f"{degree} {remarks}", rm.SectionKind.EXPERIENCE) is rm.StatementKind.EDUCATION
    assert kind_of(f"{degree} {' and '.join([remarks] * 6)}", rm.SectionKind.EXPERIENCE) is not rm.StatementKind.EDUCATION


@pytest.mark.parametrize(
    "line",
    [
        "BSc Computer Science, University of Larchfield, 2010-2012 (not completed)",
        "MBA (not completed), Larchfield State",
        "BEng Civil Engineering - did not finish",
        "3 years toward a BS in Computer Science",
        "90 credits towards a Bachelor of Business Administration",
        "MSc Physics, Larchfield University, withdrew 2015",
        "PhD Economics, all but dissertation",
    ],
)
def test_a_degree_that_was_not_finished_is_partial(matcher: rm.ResumeMatcher, line: str) -> None:
    found = {found.requirement_id: found.strength for found in matcher.assess(line, section=rm.SectionKind.EDUCATION)}
    assert found["degree"] is rm.Strength.PARTIAL
    assert rm.Strength.EXPLICIT not in found.values()


def test_what_is_not_completed_yet_is_absent_where_it_is_named_behind(matcher: rm.ResumeMatcher) -> None:
    assert not explicit(matcher, "Have not completed the negotiation of the lease", rm.SectionKind.EXPERIENCE)


@pytest.mark.parametrize("text", ["Proficient in MS Word and Excel", "MS Office", "(MS SQL Server)", "MS Project and MS Visio"])
@pytest.mark.parametrize("section", [rm.SectionKind.SKILLS, rm.SectionKind.EXPERIENCE, rm.SectionKind.EDUCATION])
def test_ms_before_a_program_is_its_maker(matcher: rm.ResumeMatcher, text: str, section: rm.SectionKind) -> None:
    assert "degree" not in {found.requirement_id for found in matcher.assess(text, section=section)}


def test_a_master_of_science_is_a_degree_beside_programs(matcher: rm.ResumeMatcher) -> None:
    assert "degree" in explicit(matcher, "MS Computer Science, Larchfield University, thesis on MS Office macros", rm.SectionKind.EDUCATION)
