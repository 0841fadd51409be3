"""Listed skills one by one: separators, labels, levels and nesting taken apart."""

from __future__ import annotations

import pytest

from resume_match.segmentation import segment
from resume_match.segmentation.skills import atoms
from tests.segmentation.pages import page, word_file


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Tools: Jira, Figma", ["Jira", "Figma"]),
        ("Product: roadmaps, discovery | Tools: Jira", ["roadmaps", "discovery", "Jira"]),
        ("Languages\tGo, Rust, C", ["Go", "Rust", "C"]),
        ("Leadership · Negotiation • SQL", ["Leadership", "Negotiation", "SQL"]),
        ("Data Analysis (Excel, SQL)", ["Data Analysis", "Excel", "SQL"]),
        ("Figma / Sketch / InVision", ["Figma", "Sketch", "InVision"]),
        ("Agile/Scrum", ["Agile", "Scrum"]),
        ("C#/.NET, CI/CD, A/B testing, UI/UX, TCP/IP", ["C#/.NET", "CI/CD", "A/B testing", "UI/UX", "TCP/IP"]),
        ("Python 90%", ["Python"]),
        ("Python ●●●●○", ["Python"]),
        ("SQL (Advanced), Excel – expert", ["SQL", "Excel"]),
        ("Figma: Expert", ["Figma"]),
        ("Python (5+ years), Java (3 yrs)", ["Python", "Java"]),
        ("Jira, Trello, and Asana", ["Jira", "Trello", "Asana"]),
        ("Led a team of five engineers who rebuilt the checkout", []),
        ("97%", []),
    ],
)
def test_a_line_lists_its_skills(line: str, skills: list[str]) -> None:
    assert atoms(line) == skills


def test_sub_headings_of_a_skills_section_are_no_skills() -> None:
    document = word_file("# Skills\n**Research**\nInterviews, surveys\n**Tools**\nJira, Figma")
    assert segment(document).skills == ("Interviews", "surveys", "Jira", "Figma")


def test_skills_on_lines_of_their_own_in_a_narrow_column_stay_apart() -> None:
    document = page("# Skills\nStakeholder Management\nRoadmaps\nSQL\n# Languages\nEnglish")
    assert segment(document).skills == ("Stakeholder Management", "Roadmaps", "SQL")


def test_skills_side_by_side_stay_apart() -> None:
    document = page("# Skills\nBudget development\tStaff training\nEffective leader\tTime management")
    assert segment(document).skills == ("Budget development", "Staff training", "Effective leader", "Time management")


def test_a_skill_is_listed_once() -> None:
    assert segment(word_file("# Skills\nSQL, Jira\n# Tools\nJira, sql, Figma")).skills == ("SQL", "Jira", "Figma")


def test_a_bold_label_needs_no_colon() -> None:
    assert segment(word_file("# Skills\n**Languages** Go, Rust\n**Python**, SQL")).skills == ("Go", "Rust", "Python", "SQL")
