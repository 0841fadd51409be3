"""Degrees and jobs in tables under a row of column names, fields with labels, and what stands over a job's duties."""

from __future__ import annotations

import pytest

from resume_match.lexicon.headings import heading_sense, is_duty_label, names_columns
from resume_match.model import Document, EntryKind, SectionKind
from resume_match.segmentation import segment
from tests.segmentation.pages import page, word_file

Row = tuple[str | None, str | None, str | None, str | None]


def entries(document: Document, kind: EntryKind) -> list[Row]:
    return [(entry.title, entry.organization, entry.start, entry.end) for entry in segment(document).entries if entry.kind is kind]


DEGREES = """
    @20 **Meera Pillai**
    meera@mail.example
    # ACADEMIC QUALIFICATION
    Degree\tInstitute\tYear of Passing\t% / CGPA
    MBA (Marketing)\tDeccan Institute of Management\t2012\t71%
    B.E. (Mechanical)\tSahyadri College of Engineering\t2009\t68.4%
    # SKILLS
    Tools\tLanguages
    SQL\tTamil
    """


def test_a_row_of_column_names_is_no_degree() -> None:
    for document in (word_file(DEGREES), page(DEGREES)):
        assert entries(document, EntryKind.EDUCATION) == [
            ("MBA (Marketing)", "Deccan Institute of Management", None, "2012"),
            ("B.E. (Mechanical)", "Sahyadri College of Engineering", None, "2009"),
        ]
        (skills,) = [section for section in segment(document).sections if section.kind is SectionKind.SKILLS]
        assert {"Tools", "Languages", "SQL"} <= {bullet.text for bullet in skills.bullets}


@pytest.mark.parametrize("text", ["Degree\tInstitute\tYear", "S.No\tName of Organization\tFrom – To", "Board / University\t(%)\tCourse"])
def test_names_columns(text: str) -> None:
    assert names_columns(text)


@pytest.mark.parametrize("text", ["Degree", "MBA\tInstitute\tYear", "University of Larkfield\t2012", "(%)\t(%)"])
def test_other_rows_name_no_columns(text: str) -> None:
    assert not names_columns(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Academic Qualification", SectionKind.EDUCATION),
        ("EDUCATIONAL QUALIFICATION:", SectionKind.EDUCATION),
        ("Scholastic Details", SectionKind.EDUCATION),
        ("Professional Synopsis", SectionKind.SUMMARY),
        ("Organisational Experience", SectionKind.EXPERIENCE),
        ("Career Contour", SectionKind.EXPERIENCE),
        ("Trainings Attended", SectionKind.CERTIFICATIONS),
        ("Linguistic Abilities", SectionKind.LANGUAGES),
        ("Personal Dossier", SectionKind.CONTACT),
        ("Professional Skill Sets", SectionKind.SKILLS),
    ],
)
def test_more_wordings_are_known_in_singular_and_plural(text: str, kind: SectionKind) -> None:
    sense = heading_sense(text)
    assert sense is not None and sense.kind is kind


def test_what_may_be_an_item_of_a_list_stays_a_weak_heading() -> None:
    for text in ("Analytical Skills", "Communication skills", "Sports"):
        sense = heading_sense(text)
        assert sense is not None and sense.weak, text


DUTIES = """
    @20 **Ravi Oberoi**
    ravi@mail.example
    **WORK EXPERIENCE**
    **Tarang Textiles Ltd, Coimbatore**
    Designation: Product Manager
    Duration: Apr 2018 – Till date
    **Roles and Responsibilities:**
    - Own the product backlog for the loom planning tool
    - Prepare reports on yield for the plant head
    **Vayu Retail Pvt Ltd**
    Business Analyst (Jan 2015 – Mar 2018)
    **Job Profile**
    - Wrote requirements for the till software
    **Key Responsibilities**
    - Trained store staff
    **EDUCATIONAL QUALIFICATION**
    - MBA (Finance) from Nila School of Business in 2012 with 7.8 CGPA
    - B.Com from Nila Arts College in the year 2010 with 66%
    """


def test_labels_of_fields_and_duties_are_neither_entries_nor_statements() -> None:
    resume = segment(word_file(DUTIES))
    jobs = [entry for entry in resume.entries if entry.kind is EntryKind.EXPERIENCE]
    assert [(job.title, job.organization, job.start, job.end) for job in jobs] == [
        ("Product Manager", "Tarang Textiles Ltd", "2018-04", "present"),
        ("Business Analyst", "Vayu Retail Pvt Ltd", "2015-01", "2018-03"),
    ]
    assert [len(job.bullets) for job in jobs] == [2, 2]
    assert [section.kind for section in resume.sections] == [SectionKind.CONTACT, SectionKind.EXPERIENCE, SectionKind.EDUCATION]


def test_the_grade_is_no_part_of_a_degree_told_in_a_sentence() -> None:
    assert entries(word_file(DUTIES), EntryKind.EDUCATION) == [
        ("MBA (Finance)", "Nila School of Business", None, "2012"),
        ("B.Com", "Nila Arts College", None, "2010"),
    ]


def test_a_duty_label_is_a_whole_line() -> None:
    assert is_duty_label("Roles & Responsibilities:")
    assert not is_duty_label("Responsible for the till")
    assert not is_duty_label("Tasks: stock counts")


TOLD = """
    @20 **Arun Nair**
    arun@mail.example
    **EXPERIENCE DETAILS**
    - Working as Senior Business Analyst in Periyar Systems, Kochi from Feb 2019 to till date.
    - Worked as Business Analyst with Malabar Softworks from Nov 2015 to Jan 2019.
    **EDUCATIONAL QUALIFICATIONS**
    - Completed MCA from Cochin University in 2013 with 72% aggregate.
    - B.Tech in Information Technology, Sabari Kakinada, 2010
    """


def test_jobs_and_degrees_told_in_sentences_are_entries() -> None:
    document = word_file(TOLD)
    assert entries(document, EntryKind.EXPERIENCE) == [
        ("Senior Business Analyst", "Periyar Systems", "2019-02", "present"),
        ("Business Analyst", "Malabar Softworks", "2015-11", "2019-01"),
    ]
    assert entries(document, EntryKind.EDUCATION) == [
        ("MCA", "Cochin University", None, "2013"),
        ("B.Tech in Information Technology", "Sabari Kakinada", None, "2010"),
    ]


def test_the_employer_may_stand_before_what_somebody_was_there() -> None:
    document = word_file("""
        @20 **Sanjay Kulkarni**
        sanjay@mail.example
        **ORGANISATIONAL EXPERIENCE**
        **Since Jul'16: Meghdoot Telecom Ltd., Mumbai as Senior Manager - Products**
        **Key Result Areas:**
        - Managing the product lifecycle of prepaid data plans
        **Nov'11 – Jun'16: Chitra Media Pvt. Ltd., Pune as Business Analyst**
        - Gathered requirements from circulation heads
        """)
    assert entries(document, EntryKind.EXPERIENCE) == [
        ("Senior Manager - Products", "Meghdoot Telecom Ltd.", "2016-07", "present"),
        ("Business Analyst", "Chitra Media Pvt. Ltd.", "2011-11", "2016-06"),
    ]


def test_hours_and_pay_are_no_statements() -> None:
    (job,) = segment(
        word_file("""
        @20 **Dana Whitlock**
        dana@mail.example
        **WORK EXPERIENCE**
        **Department of Harbors**
        Program Analyst (GS-0343-12)
        Dates of Employment: 02/2013 – 05/2018
        Hours per week: 40
        Salary: $82,000 per year
        - Analyzed survey schedules
        """)
    ).entries
    assert (job.title, job.organization, job.start) == ("Program Analyst (GS-0343-12)", "Department of Harbors", "2013-02")
    assert [bullet.text for bullet in job.bullets] == ["Analyzed survey schedules"]


def test_a_department_behind_a_comma_is_no_employer_and_is_not_handed_down() -> None:
    document = word_file("""
        @20 **Naomi Feld**
        naomi@mail.example
        # PROFESSIONAL EXPERIENCE
        **PRAIRIE LEDGER SOFTWARE**\tChicago, IL
        _Vice President, Product\t2021 – Present_
        - Own product strategy for three lines
        _Director, Product Management\t2018 – 2021_
        - Launched invoicing in Canada
        _Senior Product Manager\t2016 – 2018_
        - Rebuilt onboarding
        """)
    assert entries(document, EntryKind.EXPERIENCE) == [
        ("Vice President, Product", "PRAIRIE LEDGER SOFTWARE", "2021", "present"),
        ("Director, Product Management", "PRAIRIE LEDGER SOFTWARE", "2018", "2021"),
        ("Senior Product Manager", "PRAIRIE LEDGER SOFTWARE", "2016", "2018"),
    ]


def test_a_line_about_the_employer_may_part_it_from_the_title() -> None:
    (job,) = segment(
        word_file("""
        @20 **Yuki Tanabe**
        yuki@mail.example
        # EXPERIENCE
        **Rainier Robotics**, Seattle, WA (2019 - present)
        Series B startup making warehouse robots
        Principal Product Manager
        - Defined the robot fleet roadmap
        """)
    ).entries
    assert (job.title, job.organization) == ("Principal Product Manager", "Rainier Robotics")
    assert [bullet.text for bullet in job.bullets] == ["Series B startup making warehouse robots", "Defined the robot fleet roadmap"]


def test_a_degree_under_qualifications_is_education_and_its_school_not_that_of_a_course() -> None:
    document = word_file("""
        @20 **Olu Adeyemi**
        olu@mail.example
        # Qualifications
        - BSc Economics (First Class Honours), University of Peckham, 2014
        - PRINCE2 Practitioner, 2018
        """)
    assert entries(document, EntryKind.EDUCATION) == [
        ("BSc Economics", "University of Peckham", None, "2014"),
        ("PRINCE2 Practitioner", None, None, "2018"),
    ]


def test_degrees_in_one_line_and_the_school_behind_a_degree_that_names_its_field() -> None:
    document = word_file("""
        @20 **Caroline Weir**
        caroline@mail.example
        # EDUCATION
        MBA, EM Confluence (2005); Engineering degree, INSA Lyon (2000)
        """)
    assert entries(document, EntryKind.EDUCATION) == [
        ("MBA", "EM Confluence", None, "2005"),
        ("Engineering degree", "INSA Lyon", None, "2000"),
    ]


def test_a_town_between_employer_and_title_is_no_part_of_either() -> None:
    document = word_file("""
        @20 **Caroline Weir**
        caroline@mail.example
        # EXPERIENCE
        **Alpine Capteurs**, Annemarsh — Product Director, then General Manager (2006–2012)
        - Turned around the sensor line
        """)
    assert entries(document, EntryKind.EXPERIENCE) == [("Product Director, then General Manager", "Alpine Capteurs", "2006", "2012")]


def test_cells_that_run_together_are_read_all_the_same() -> None:
    document = page("""
        @20 **Divya Krishnan**
        divya@mail.example
        # ACADEMIC DETAILS
        Qualification\tBoard/University Year\tPercentage
        MBA (Finance)\tNilgiri University 2015\t74
        B.Sc (Statistics)\tNilgiri University 2013\t81
        XII\tState Board\t2010\t88
        X\tState Board\t2008\t90
        """)
    assert entries(document, EntryKind.EDUCATION) == [
        ("MBA (Finance)", "Nilgiri University", None, "2015"),
        ("B.Sc (Statistics)", "Nilgiri University", None, "2013"),
        ("XII", "State Board", None, "2010"),
        ("X", "State Board", None, "2008"),
    ]


def test_a_colon_may_part_school_and_degree() -> None:
    document = word_file("""
        @20 **Ben Ashworth**
        ben@mail.example
        # Education
        University of Trentside: BA (Hons) Geography (2007 – 2010)
        Bachelor of Science: Supply Chain Management, Desert Ridge State University, 2006
        """)
    assert entries(document, EntryKind.EDUCATION) == [
        ("BA (Hons) Geography", "University of Trentside", "2007", "2010"),
        ("Bachelor of Science: Supply Chain Management", "Desert Ridge State University", None, "2006"),
    ]


def test_plain_words_are_headings_on_the_line_of_their_text_where_others_are() -> None:
    text = """
        @20 **Gabriela Sousa**
        gabriela@mail.example
        **OBJECTIVE:** Product management in logistics
        **EDUCATION:** B.A. in Administration, Universidade do Litoral, 2020
        **LANGUAGES:** Portuguese, English
        **SKILLS:** Excel, Jira
        **TOOLS:** Figma
        """
    kinds = [section.kind.value for section in segment(word_file(text)).sections]
    assert kinds == ["contact", "summary", "education", "languages", "skills"]
