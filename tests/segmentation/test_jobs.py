"""What stands around and between jobs: short dates, labels, employers set as headings, lines of tools, departments, classes of degrees."""

from __future__ import annotations

import pytest

from resume_match.model import Document, EntryKind, SectionKind
from resume_match.segmentation import segment
from tests.segmentation.pages import page, word_file

Row = tuple[str | None, str | None, str | None, str | None]


def entries(document: Document, kind: EntryKind = EntryKind.EXPERIENCE) -> list[Row]:
    return [(entry.title, entry.organization, entry.start, entry.end) for entry in segment(document).entries if entry.kind is kind]


def test_a_line_with_two_short_dates_is_no_page_number() -> None:
    text = """
        # EXPERIENCE
        **Clerk**, Heron Freight\t09/17 – 05/19
        - Filed waybills
        # SKILLS
        - On-call support – 24/7
        """
    for document in (word_file(text), page(text)):
        assert entries(document) == [("Clerk", "Heron Freight", "2017-09", "2019-05")]
        assert "24/7" in " ".join(document.text[block.span.start : block.span.end] for block in segment(document).sections)


def test_a_page_number_is_left_out() -> None:
    document = word_file("Ada Quist\n\n# EXPERIENCE\nClerk, Heron Freight, 2017 – 2019\n- Filed waybills\nPage 1 of 2\n")
    assert all("Page 1" not in bullet.text for entry in segment(document).entries for bullet in entry.bullets)


def test_a_label_inside_a_job_ends_no_section() -> None:
    found = segment(
        word_file("""
        **Experience**
        **Heron Freight**\t2016 – Present
        Plant Manager
        - Ran two lines
        **Key Achievements:**
        - Halved the scrap of the press shop within a year
        **Tern Foods**\t2010 – 2016
        Shift Manager
        - Led 12 packers
        **Key Achievements:**
        - Won the site's safety prize three years running
        **Education**
        BSc Chemistry, University of Larchfield, 2010
        """)
    )
    assert [(one.title, one.organization) for one in found.entries if one.kind is EntryKind.EXPERIENCE] == [
        ("Plant Manager", "Heron Freight"),
        ("Shift Manager", "Tern Foods"),
    ]
    assert [section.kind for section in found.sections if section.kind is SectionKind.OTHER] == []


def test_an_employer_set_like_a_heading_is_no_section() -> None:
    document = word_file("""
        **EXPERIENCE**
        **Heron**
        Analyst, 2018 – Present
        - Modelled demand
        **QXT**
        Analyst, 2014 – 2018
        - Filed waybills
        **EDUCATION**
        BSc Chemistry, University of Larchfield, 2010
        """)
    assert SectionKind.OTHER not in [section.kind for section in segment(document).sections]
    assert entries(document) == [("Analyst", "Heron", "2018", "present"), ("Analyst", "QXT", "2014", "2018")]


def test_the_line_under_a_title_with_its_department_is_the_employer() -> None:
    document = word_file("""
        # Experience
        **Plant Manager**\t2020 – Present
        Heron Corp, Boise, ID
        - Ran two lines
        **Registered Nurse, Oncology**\t2016 – 2019
        Larchfield Health, Boise, ID
        - Cared for 12 patients a shift
        """)
    assert entries(document)[1] == ("Registered Nurse, Oncology", "Larchfield Health", "2016", "2019")


def test_a_line_of_tools_heads_no_job() -> None:
    document = word_file("""
        # Experience
        **Heron Labs**\tBellevue, WA
        Engineer\t2021 – Present
        - Built the routing service
        Technologies: Go, Kafka, AWS
        **Tern Systems**\tBellevue, WA
        Engineer\t2019 – 2021
        - Built the billing service
        """)
    found = segment(document)
    assert [row[:2] for row in entries(document)] == [("Engineer", "Heron Labs"), ("Engineer", "Tern Systems")]
    assert "Kafka" in " ".join(bullet.text for bullet in found.entries[0].bullets)


def test_a_class_of_degree_stands_between_the_subject_and_its_own_school() -> None:
    document = word_file("""
        # Education
        MSc Marine Biology, University of Quist, 2018
        BSc (Hons) Zoology, First Class, University of Larchfield, 2015
        """)
    assert [row[1] for row in entries(document, EntryKind.EDUCATION)] == ["University of Quist", "University of Larchfield"]


def test_a_heading_typed_with_spaces_is_a_heading() -> None:
    document = word_file("""
        # E X P E R I E N C E
        Clerk, Heron Freight, 2017 – 2019
        - Filed waybills
        # E D U C A T I O N
        BSc Chemistry, University of Larchfield, 2010
        """)
    assert [section.kind for section in segment(document).sections] == [SectionKind.EXPERIENCE, SectionKind.EDUCATION]


def test_titles_set_as_the_headings_are_no_sections() -> None:
    document = word_file("""
        **Ada Quist**
        ada@tern.example
        **EXPERIENCE**
        **SENIOR PRODUCT MANAGER**
        Heron Labs, 2018 – Present
        - Ran discovery
        **PRODUCT MANAGER**
        Tern Systems, 2014 – 2018
        - Wrote stories
        **EDUCATION**
        BSc Chemistry, University of Larchfield, 2010
        """)
    assert SectionKind.OTHER not in [section.kind for section in segment(document).sections]
    assert [row[0] for row in entries(document)] == ["SENIOR PRODUCT MANAGER", "PRODUCT MANAGER"]


@pytest.mark.parametrize("bold", ["", "**"])
def test_the_employer_stands_below_a_title_with_its_product(bold: str) -> None:
    document = word_file(f"""
        # Experience
        {bold}Director of Product – Platform{bold}\t2019 – Present
        Tern Logistics, Portland, OR
        - Set the roadmap
        {bold}Staff Nurse, ICU{bold}\t2015 – 2019
        Larchfield General Hospital, Portland, OR
        - Cared for 12 patients a shift
        """)
    assert [row[:2] for row in entries(document)] == [
        ("Director of Product – Platform", "Tern Logistics"),
        ("Staff Nurse, ICU", "Larchfield General Hospital"),
    ]


def test_names_that_look_like_verbs_are_names() -> None:
    document = word_file("""
        # Experience
        Fitter\t2015 – 2019
        United Pipe and Tube Works
        - Fitted pipes
        # Education
        2010 – 2014
        BSc Chemistry
        Reading College of the Arts
        """)
    assert entries(document)[0][1] == "United Pipe and Tube Works"
    assert entries(document, EntryKind.EDUCATION)[0][1] == "Reading College of the Arts"
