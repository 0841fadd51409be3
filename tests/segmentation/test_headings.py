"""Headings: known by wording, by the style they share, and in a label column; words of lists are none."""

from __future__ import annotations

import pytest

from resume_match.lexicon.headings import guessed_kind, heading_sense
from resume_match.model import Document, SectionKind
from resume_match.segmentation import segment
from tests.segmentation.pages import page, plain_text, word_file


def headings(document: Document) -> list[tuple[str, str]]:
    return [(section.heading, section.kind.value) for section in segment(document).sections if section.heading is not None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WORK EXPERIENCE", SectionKind.EXPERIENCE),
        ("E X P E R I E N C E", SectionKind.EXPERIENCE),
        ("Work Experience (continued)", SectionKind.EXPERIENCE),
        ("Skills & Certifications", SectionKind.SKILLS),
        ("Education and Training:", SectionKind.EDUCATION),
        ("Honors/Awards", SectionKind.AWARDS),
        ("Leadership and Work Experience", SectionKind.EXPERIENCE),
        ("Berufserfahrung", SectionKind.EXPERIENCE),
        ("Centres d'intérêt", SectionKind.INTERESTS),
    ],
)
def test_wordings_are_known(text: str, kind: SectionKind) -> None:
    sense = heading_sense(text)
    assert sense is not None and sense.kind is kind


@pytest.mark.parametrize("text", ["Payments", "Led the team", "Acme Corporation", "marketing, presentations, and social media"])
def test_other_lines_are_no_headings_by_wording(text: str) -> None:
    assert heading_sense(text) is None


def test_an_unlisted_heading_is_guessed_by_its_last_word() -> None:
    assert guessed_kind("Payments Product Experience") is SectionKind.EXPERIENCE
    assert guessed_kind("Blue Giraffes") is None


def test_a_heading_nobody_lists_is_known_by_the_look_it_shares() -> None:
    document = word_file("""
        @20 **Nora Quist**
        nora@quist.example
        # Experience
        **Buyer**, Heron Foods Inc.\t2019 – 2021
        - Bought produce
        # Giraffe Keeping
        Two giraffes at home
        # Education
        BA, University of Larkfield, 2015
        """)
    assert headings(document) == [("Experience", "experience"), ("Giraffe Keeping", "other"), ("Education", "education")]


def test_a_word_of_a_list_is_no_heading_where_headings_look_different() -> None:
    document = word_file("""
        @20 **Nora Quist**
        # Skills
        Leadership
        Languages
        Tools
        # Experience
        **Buyer**, Heron Foods Inc.\t2019 – 2021
        - Bought produce
        """)
    assert headings(document) == [("Skills", "skills"), ("Experience", "experience")]


def test_groups_inside_a_section_do_not_end_it() -> None:
    document = word_file("""
        @20 **Nora Quist**
        # Skills
        # Product
        Roadmaps
        # Tools
        Jira
        # Experience
        **Buyer**, Heron Foods Inc.\t2019 – 2021
        """)
    assert headings(document) == [("Skills", "skills"), ("Experience", "experience")]
    assert segment(document).skills == ("Roadmaps", "Jira")


def test_a_label_column_heads_the_text_on_its_own_line() -> None:
    document = page("""
        @20 **Nora Quist**
        nora@quist.example

        **EXPERIENCE**\tHeron Foods — Category Manager\tJan 2020 – Present
        - Bought produce
        **SKILLS**\tNegotiation, Excel
        """)
    assert headings(document) == [("EXPERIENCE", "experience"), ("SKILLS", "skills")]
    assert segment(document).skills == ("Negotiation", "Excel")


def test_plain_text_needs_no_style() -> None:
    document = plain_text("""
        Nora Quist

        Experience

        Buyer at Heron Foods (2019 - 2021)
        - Bought produce

        SKILLS: Excel, SAP
        """)
    assert headings(document) == [("Experience", "experience"), ("SKILLS", "skills")]


def test_qualifications_over_degrees_are_an_education_section() -> None:
    document = word_file("""
        @20 **Nora Quist**
        # Experience
        **Buyer**, Heron Foods Inc.\t2019 – 2021
        # Qualifications
        MSc Logistics, University of Larkfield, 2015
        BSc Economics, University of Larkfield, 2013
        """)
    assert headings(document)[-1] == ("Qualifications", "education")


def test_a_resume_without_experience_says_so() -> None:
    found = segment(word_file("@20 **Nora Quist**\n# Education\nBA, University of Larkfield, 2015"))
    assert [diagnostic.code.value for diagnostic in found.diagnostics] == ["no_experience_section"]


def test_a_sidebar_that_goes_on_overleaf_goes_on_with_its_section() -> None:
    document = page("""
        @13 **Skills**
        Roadmaps
        ---
        @24 **Nora Quist**
        @13 **Experience**
        **Buyer**, Heron Foods Inc.
        2019 - 2021
        - Bought produce
        ===
        Pricing
        ---
        - Sold produce
        """)
    resume = segment(document)
    assert resume.skills == ("Roadmaps", "Pricing")
    assert [bullet.text for bullet in resume.entries[0].bullets] == ["Bought produce", "Sold produce"]


def test_headings_in_a_column_of_their_own_stand_over_what_they_stand_beside() -> None:
    document = page("""
        @20 **Nora Quist**
        nora@quist.example
        ===
        **EXPERIENCE**
        ~
        ~
        **SKILLS**
        ---
        **Category Manager**, Heron Foods\t2019 – 2021
        - Negotiated contracts with forty suppliers
        - Cut waste
        Negotiation, Excel, SAP
        """)
    assert headings(document) == [("EXPERIENCE", "experience"), ("SKILLS", "skills")]
    assert segment(document).skills == ("Negotiation", "Excel", "SAP")
    assert [(entry.title, entry.organization) for entry in segment(document).entries] == [("Category Manager", "Heron Foods")]
