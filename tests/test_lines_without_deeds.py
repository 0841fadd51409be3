"""Lines that patterns alone judge, since nobody acts in them: titles, entries of lists, lines of an education."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction import kind_of


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def explicit(matcher: rm.ResumeMatcher, text: str, section: str) -> set[str]:
    """The requirements that a line shows explicitly."""
    return {found.requirement_id for found in matcher.assess(text, section=section) if found.strength is rm.Strength.EXPLICIT}


@pytest.mark.parametrize(
    "title",
    [
        "IT Field Technician, Harrow Systems, 7/2013 - 4/2015",
        "QA Automation Lead",
        "Software Development Lead — Tern & Co (01/2018 – 06/2019)",
        "Principal Member of the Technical Staff, Norwood Laboratories, 2019 - 2023",
        "Technology Manager, Tern & Co, July 2013 — April 2015",
        "SW Specialist, Tern & Co, 1999 - 2007",
        "Informatica Consultant",
        ".NET Team Leader, Tern & Co, Leeds, 2015 - 2020",
        "System Analyst",
        "Cyber Security Specialist",
        "United Ferries, Inc. Industrial Engineer, Larchfield, NY • 09/2017 - 02/2019",
    ],
)
def test_technical_titles(matcher: rm.ResumeMatcher, title: str) -> None:
    assert "technical-background" in explicit(matcher, title, "experience")


@pytest.mark.parametrize(
    "title",
    [
        "Business System Analyst",
        "Java Sales Manager",
        "Digital Marketing Lead",
        "Battalion Engineer, 3rd Cavalry",
        "Web Content Manager",
        "Marketing Automation Manager",
        "Data Science Recruiter",
    ],
)
def test_titles_beside_technology_are_no_technical_ones(matcher: rm.ResumeMatcher, title: str) -> None:
    assert "technical-background" not in explicit(matcher, title, "experience")


@pytest.mark.parametrize(
    ("title", "requirement"),
    [
        ("Director, Digital Product, Tern & Co, Jun 2022 – Feb 2023", "product-management-experience"),
        ("Product Head", "product-management-experience"),
        ("Communication Supervisor, Tern & Co - February 2011 to July 2012", "communication"),
        ("Student-Faculty Liaison", "communication"),
        ("Senior Agile Consultant", "project-management"),
        ("Delivery Head", "project-management"),
        ("Strategic Planning Manager", "strategic-vision"),
        ("Conference Organizer", "organizational-skills"),
    ],
)
def test_titles_say_what_somebody_does(matcher: rm.ResumeMatcher, title: str, requirement: str) -> None:
    assert requirement in explicit(matcher, title, "experience")


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("PYTHON- Experience - 60 months, C++- 40 months", True),
        ("MERN stack", True),
        ("Backup and cloning with RMAN", True),
        ("Developer tools: VSCode, Git", True),
        ("Python, UiPath", True),
        ("Extreme Programming", False),
        ("Graphic design software: Photoshop, InDesign", False),
    ],
)
def test_entries_of_technical_skills(matcher: rm.ResumeMatcher, entry: str, shown: bool) -> None:
    assert ("technical-background" in explicit(matcher, entry, "skills")) is shown


def test_a_transformation_does_not_say_what_got_better(matcher: rm.ResumeMatcher) -> None:
    (found,) = [one for one in matcher.assess("Digital transformation", section="skills") if one.requirement_id == "continuous-improvement"]
    assert found.strength is rm.Strength.PARTIAL
    assert "continuous-improvement" in explicit(matcher, "Process improvement", "skills")


@pytest.mark.parametrize("entry", ["Training", "Staff training, training plans", "Training & Development"])
def test_listed_training_is_communication_in_part(matcher: rm.ResumeMatcher, entry: str) -> None:
    assert "communication" not in explicit(matcher, entry, "skills")
    assert "communication" in {one.requirement_id for one in matcher.assess(entry, section="skills")}
    assert "communication" in explicit(matcher, f"Delivered {entry.lower()} in four branches", "experience")


@pytest.mark.parametrize("entry", ["Kubernetes, distributed training, AWS", "Model training", "Personal training"])
def test_what_trains_nobody_is_no_communication(matcher: rm.ResumeMatcher, entry: str) -> None:
    assert "communication" not in {one.requirement_id for one in matcher.assess(entry, section="skills")}


def test_a_listed_design_of_products_builds_no_team(matcher: rm.ResumeMatcher) -> None:
    assert "team-management" not in explicit(matcher, "Product design", "skills")


def test_a_double_major_is_a_degree(matcher: rm.ResumeMatcher) -> None:
    assert "degree" in explicit(matcher, "Larchfield Mathematics and Physics double major", "education")


@pytest.mark.parametrize(
    "line",
    [
        "Tern Academy — Java Coding Boot Camp",
        "Larchfield University / Full Stack Web Development Boot Camp Certificate",
        "Software Engineering Immersive, Tern Academy, Remote",
        "Awarded certificates of completion for HTML, CSS, JavaScript and Android",
        "Python and R coding.",
    ],
)
def test_courses_that_make_programmers(matcher: rm.ResumeMatcher, line: str) -> None:
    assert "technical-background" in explicit(matcher, line, "education")


@pytest.mark.parametrize("line", ["Relevant coursework: Java, SQL, Python", "Full Stack Developer course, expected 2027"])
def test_courses_not_finished_make_none(matcher: rm.ResumeMatcher, line: str) -> None:
    assert "technical-background" not in explicit(matcher, line, "education")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Presented at the Larchfield research conference", rm.StatementKind.PROSE),
        ("I published a paper on the 2019 survey", rm.StatementKind.PROSE),
        ("Designed pay-as-you-go pricing through financial modeling", rm.StatementKind.PROSE),
        ("Graduated with honors in the spring of 2012", rm.StatementKind.EDUCATION),
        ("United States Academy of Larchfield, Bachelor of Science", rm.StatementKind.EDUCATION),
        ("I did my bachelor's degree in economics in Leeds", rm.StatementKind.EDUCATION),
        ("Played varsity tennis", rm.StatementKind.EDUCATION),
    ],
)
def test_deeds_told_of_an_education_are_deeds(line: str, kind: rm.StatementKind) -> None:
    assert kind_of(line, rm.SectionKind.EDUCATION) is kind


def test_a_project_has_no_job_title() -> None:
    line = "File Manager Website, July 2023, Stack: HTML, EJS, Node.js"
    assert kind_of(line, rm.SectionKind.PROJECTS) is not rm.StatementKind.TITLE
    assert kind_of("Project Manager, July 2023", rm.SectionKind.EXPERIENCE) is rm.StatementKind.TITLE


def test_open_to_roles_is_a_wish(matcher: rm.ResumeMatcher) -> None:
    assert "product-management-experience" not in explicit(matcher, "Open to Senior PM and Head of Product roles, on-site.", "summary")
