"""Lines of a page that wrap, and lines that begin anew: told by blank space, room, labels and dates."""

from __future__ import annotations

from resume_match.model import Document, EntryKind, SectionKind
from resume_match.segmentation import segment
from tests.segmentation.pages import page

Row = tuple[str | None, str | None, str | None, str | None]


def entries(document: Document, kind: EntryKind = EntryKind.EXPERIENCE) -> list[Row]:
    return [(entry.title, entry.organization, entry.start, entry.end) for entry in segment(document).entries if entry.kind is kind]


def spaced(*lines: str, width: int = 60) -> Document:
    """A page whose paragraphs all have the same blank space between them."""
    return page("\n\n".join(lines), width)


def test_the_rest_of_a_bold_line_is_no_heading() -> None:
    document = spaced(
        "@18 **Helen Marsh**",
        "helen@mail.example",
        "**Key Skills**",
        "Writing user stories",
        "**Career History**",
        "**Jan 2019 – date: Senior Product Manager, Rookwood Housing Software Ltd, Leeds**",
        "Reporting to the product chief, I lead the tenancy line.",
        "**Education**",
        "BSc Economics, University of Bradford, 2012",
    )
    assert [section.heading for section in segment(document).sections if section.heading] == ["Key Skills", "Career History", "Education"]
    assert entries(document) == [("Senior Product Manager", "Rookwood Housing Software Ltd", "2019-01", "present")]


def test_degrees_that_end_in_a_date_are_one_each() -> None:
    document = spaced(
        "@18 **Dana Whitlock**",
        "dana@mail.example",
        "**EDUCATION**",
        "Master of Public Administration, Tidewater University, 05/2012",
        "Bachelor of Arts in Economics, Tidewater University, 05/2010",
        width=66,
    )
    assert [row[0] for row in entries(document, EntryKind.EDUCATION)] == [
        "Master of Public Administration",
        "Bachelor of Arts in Economics",
    ]


def test_labelled_lines_do_not_run_on() -> None:
    document = spaced(
        "@18 **Peter Osei**",
        "peter@mail.example",
        "**EMPLOYMENT**",
        "Company: Volta Retail Group",
        "Position: Category Manager",
        "Period: 03/2017 to 08/2022",
        "Duties:",
        "- Set prices for produce",
        width=30,
    )
    assert entries(document) == [("Category Manager", "Volta Retail Group", "2017-03", "2022-08")]


def test_a_range_of_dates_may_wrap_at_any_of_its_words() -> None:
    document = page(
        """
        @18 **Arun Nair**
        arun@mail.example

        **EXPERIENCE**

        - Working as Senior Business Analyst in Periyar Systems from Feb 2019 to till date.
        - Worked as Business Analyst with Malabar Softworks, Thrissur from Nov 2015 to Jan 2019.
        """,
        width=66,
    )
    assert [(row[0], row[2], row[3]) for row in entries(document)] == [
        ("Senior Business Analyst", "2019-02", "present"),
        ("Business Analyst", "2015-11", "2019-01"),
    ]


def test_a_label_of_duties_is_no_part_of_the_title_above_it() -> None:
    document = spaced(
        "@18 **Sanjay Kulkarni**",
        "sanjay@mail.example",
        "**WORK EXPERIENCE**",
        "**Nov 2011 – Jun 2016: Chitra Media Pvt. Ltd., Pune as Analyst**",
        "**Key Result Areas:**",
        "- Gathered requirements from circulation heads",
        width=66,
    )
    assert entries(document) == [("Analyst", "Chitra Media Pvt. Ltd.", "2011-11", "2016-06")]


def test_text_close_under_a_heading_line_is_told_by_the_lines_that_wrap() -> None:
    document = spaced(
        "@18 **Tom Avery**",
        "tom@mail.example",
        "**EXPERIENCE**",
        "**Granite Peak** | Director of Product | 2017–2023 | Denver, CO",
        "Responsible for the online gear configurator. Negotiated the checkout contract, saving $1.2M over three years.",
        "**Mesa Bikes** | Mechanic | 2009–2012 | Boulder, CO",
        width=64,
    )
    assert [(row[0], row[1]) for row in entries(document)] == [("Director of Product", "Granite Peak"), ("Mechanic", "Mesa Bikes")]
    assert all(section.kind in (SectionKind.CONTACT, SectionKind.EXPERIENCE) for section in segment(document).sections)


def test_links_and_brackets_of_a_narrow_column_are_put_together() -> None:
    document = page("""
        @18 **Ines Falk**
        **Contact**
        ines@mail.example
        www.linkedin.com/in/
        ines-falk-12 (LinkedIn)

        **Languages**
        German (Native or
        Bilingual)
        English (Professional
        Working)

        **Experience**
        Buyer, Heron Foods Inc. 2019 – 2021
        """)
    resume = segment(document)
    assert resume.contact.links == ("www.linkedin.com/in/ines-falk-12",)
    (languages,) = [section for section in resume.sections if section.kind is SectionKind.LANGUAGES]
    assert [bullet.text for bullet in languages.bullets] == ["German (Native or Bilingual)", "English (Professional Working)"]


def test_what_stands_beside_a_bullet_or_a_language_is_told_from_it() -> None:
    document = page("""
        @18 **Diego Fuentes**
        diego@mail.example

        **Languages**
        English\tNative
        Farsi\tFluent

        **Experience**
        Aug 2013 – Feb 2019\t**Product Manager**, Puerto Claro Ltd
        Vallemar\t• Defined requirements with terminal operators
        """)
    resume = segment(document)
    (languages,) = [section for section in resume.sections if section.kind is SectionKind.LANGUAGES]
    assert [bullet.text for bullet in languages.bullets] == ["English Native", "Farsi Fluent"]
    (job,) = [entry for entry in resume.entries if entry.kind is EntryKind.EXPERIENCE]
    assert (job.title, job.organization, job.start) == ("Product Manager", "Puerto Claro Ltd", "2013-08")
    assert "Defined requirements with terminal operators" in [bullet.text for bullet in job.bullets]
