"""Layouts that people use beside the plain ones: icons before dates, numbered headings, columns that run on, names that wrap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from resume_match.model import Document, EntryKind
from resume_match.segmentation import segment
from tests.segmentation.pages import page, plain_text, word_file
from tests.segmentation.test_entries import degrees, jobs, rows
from tests.segmentation.test_headings import headings

TOP = "@20 **Nora Quist**\nnora@quist.example\n"


def under(heading: str, *lines: str) -> str:
    return f"{TOP}# {heading}\n" + "\n".join(lines)


def moved(document: Document, text: str, left: float) -> Document:
    """The document with the line of that text set further right."""
    lines = []
    for line in document.lines:
        box = line.anchor.box
        if document.quote(line.span) == text and box is not None:
            line = replace(line, anchor=replace(line.anchor, box=replace(box, left=left, right=left + box.right - box.left)))
        lines.append(line)
    return replace(document, lines=tuple(lines))


@pytest.mark.parametrize("place", ["", "\tMalmö, Sweden", "\tPorto"])
def test_the_sign_before_nothing_but_dates_is_a_small_calendar(place: str) -> None:
    document = plain_text(f"""
        Experience

        Data Lead
        Havsbris Logistics
        \uf073 March 2021 – Ongoing{place}
        • Moved forty jobs to streams
        """)
    assert jobs(document) == [("Data Lead", "Havsbris Logistics", "2021-03", "present")]
    assert [bullet.text for bullet in segment(document).entries[0].bullets] == ["Moved forty jobs to streams"]


def numbered(mark: str) -> Document:
    """A page whose reader takes the numbers of its headings for those of a list."""
    lines = (
        f"{mark}1. Experience",
        "Baker, Mills Ltd, 2019 – 2021",
        "- Led the oven",
        f"{mark}2. Education",
        "BA Baking, Oak College, 2015",
    )
    document = page(TOP + "\n".join(lines))
    listed = [
        replace(line, style=replace(line.style, list_item=True)) if document.quote(line.span)[1:2] == "." else line
        for line in document.lines
    ]
    return replace(document, lines=tuple(listed))


def test_numbered_headings_are_headings_and_numbered_items_are_not() -> None:
    assert headings(numbered("# ")) == [("Experience", "experience"), ("Education", "education")]
    assert headings(numbered("")) == []


@pytest.mark.parametrize("written", [word_file, page], ids=["word", "page"])
@pytest.mark.parametrize("title", ["Marketing Manager", "Certified Nurse Assistant", "Engineering Lead"])
def test_titles_that_open_with_what_could_be_a_verb_head_entries(written: Callable[[str], Document], title: str) -> None:
    document = written(
        under(
            "Experience",
            "**May 2019 – Present**",
            f"**{title}, Aire Valley Museum**",
            "- Raised membership",
            "**Sep 2015 – Apr 2019**",
            "**Baker, Mills Ltd**",
            "- Led the oven",
        )
    )
    assert jobs(document) == [(title, "Aire Valley Museum", "2019-05", "present"), ("Baker", "Mills Ltd", "2015-09", "2019-04")]


def test_a_place_between_employer_and_title_belongs_to_neither() -> None:
    document = page(under("Experience", "**Saltwater Hall,** Oakland — Pastry Chef", "FEBRUARY 2020 - PRESENT", "Ran a kitchen of nine."))
    assert jobs(document) == [("Pastry Chef", "Saltwater Hall", "2020-02", "present")]


def test_a_figure_with_the_year_since_which_it_counts_is_no_entry() -> None:
    document = page(under("Key Results", "128% of quota\t$41M closed since 2018", "over six years"))
    assert segment(document).entries == ()


def test_entries_run_on_from_the_foot_of_one_column_to_the_head_of_the_next() -> None:
    document = page(
        """
        @20 **Nora Quist**
        nora@quist.example
        # Experience
        **Baker**
        Mills Ltd, Austin, TX
        Mar 2020 – Present
        - Led the oven
        **Helper**
        ---
        Crumbs Ltd, Dallas, TX
        Jul 2015 – Feb 2020
        - Swept the floor
        - Carried flour up and down the stairs
        - Kept the books
        - Fed the cat
        # Education
        BA Baking, Oak College, 2015
        """,
        40,
    )
    assert jobs(document) == [("Baker", "Mills Ltd", "2020-03", "present"), ("Helper", "Crumbs Ltd", "2015-07", "2020-02")]


@pytest.mark.parametrize("width", [34, 45])
def test_a_heading_that_wraps_below_a_list_is_one_heading(width: int) -> None:
    head = "**Programme Manager**, Thameswick Council (Jan 2017 – Aug 2020)"
    lines = ("**Baker**, Mills Ltd (2009 – 2012)", "- Cut open cases to nine", "", head, "- Set up the office")
    document = page(under("Experience", *lines), width)
    assert jobs(document)[1:] == [("Programme Manager", "Thameswick Council", "2017-01", "2020-08")]


def test_a_bullet_ends_where_a_line_at_its_edge_begins_in_bold() -> None:
    lines = ("**Baker**, Mills Ltd (2009 – 2012)", "• Cut open cases from four thousand", "**Helper**, Crumbs Ltd (2007 – 2009)", "• Swept")
    document = page(under("Experience", *lines), 36)
    assert [(job[0], job[1]) for job in jobs(document)] == [("Baker", "Mills Ltd"), ("Helper", "Crumbs Ltd")]


def test_a_school_s_name_that_wraps_after_of_is_one_name() -> None:
    document = page(under("Education", "", "BA History, University of Eastmoor (2006 – 2009)"), 26)
    assert degrees(document) == [("BA History", "University of Eastmoor", "2006", "2009")]


def test_the_name_beside_dates_goes_on_below_itself() -> None:
    lines = ("2012–2018\tAssistant Professor, Merrimack Bay", "University", "2010–2012\tFellow, Saltmarsh Institute")
    document = moved(page(under("Experience", *lines), 50), "University", 120.0)
    assert [job[:2] for job in jobs(document)] == [
        ("Assistant Professor", "Merrimack Bay University"),
        ("Fellow", "Saltmarsh Institute"),
    ]


def test_lines_that_each_begin_in_bold_are_an_entry_each() -> None:
    document = page(under("Education", "**Oak College** | Bachelor of Science | 2021", "**Elm University** | Master of Science | 2017"), 50)
    assert degrees(document) == [
        ("Bachelor of Science", "Oak College", None, "2021"),
        ("Master of Science", "Elm University", None, "2017"),
    ]


def test_a_bullet_s_second_line_goes_on_though_it_does_not_hang() -> None:
    document = page(under("Experience", "Baker, Mills Ltd, 2019 – 2021, in Austin, TX", "➢ Run forty ovens in four", "regions", "➢ Swept"))
    assert [bullet.text for bullet in segment(document).entries[0].bullets] == ["Run forty ovens in four regions", "Swept"]


def test_an_academic_s_sections_are_known() -> None:
    document = page(
        under(
            "Academic Appointments", "2018–present\tProfessor, Oak University", "# Grants and Funding", "Bay Trust", "# Service", "Editor"
        )
    )
    assert headings(document)[:2] == [("Academic Appointments", "experience"), ("Grants and Funding", "other")]
    assert rows(segment(document).entries, EntryKind.EXPERIENCE) == [("Professor", "Oak University", "2018", "present")]


def test_a_career_break_is_no_employer_and_has_none() -> None:
    document = page(
        under(
            "Experience",
            "**Oak Council, London**\t**Apr 2014 – Present**",
            "_Programme Manager\tSep 2017 – Present_",
            "- Cut open cases",
            "_Project Officer\tApr 2014 – Aug 2017_",
            "- Wrote the report",
            "**Career break**\t**Jan 2013 – Mar 2014**",
            "- Full-time care for a parent",
            "**Administrator, Lea Bridge Surgery**\t**2009 – 2012**",
            "- Booked clinics",
        )
    )
    assert jobs(document) == [
        ("Programme Manager", "Oak Council", "2017-09", "present"),
        ("Project Officer", "Oak Council", "2014-04", "2017-08"),
        ("Career break", None, "2013-01", "2014-03"),
        ("Administrator", "Lea Bridge Surgery", "2009", "2012"),
    ]


def test_the_town_behind_a_legal_form_is_where_the_employer_is() -> None:
    document = page(under("Experience", "**Shift Manager**, Gower Bakeries Ltd, Aberteifi\tOct 2014 – Feb 2019", "- Planned rotas"))
    assert jobs(document) == [("Shift Manager", "Gower Bakeries Ltd", "2014-10", "2019-02")]


def test_dates_that_wrap_before_a_place_are_dates_of_the_heading() -> None:
    document = page(under("Education", "**Oak College** | Bachelor of Science | Aug 2016 –", "May 2020 | San Marcos, TX"))
    assert degrees(document) == [("Bachelor of Science", "Oak College", "2016-08", "2020-05")]


def test_plain_text_before_a_marked_heading_stays_with_the_entry_before() -> None:
    document = page(
        under(
            "Experience",
            "**Head of Controlling**, Havelwerk GmbH",
            "(since 2021)",
            "Built a rolling forecast for seven plants",
            "Shortened the monthly close",
            "Lead a team of five controllers",
            "**Senior Controller**, Spreeform AG (2016 – 2020)",
            "Priced sixty customer projects",
        )
    )
    assert jobs(document) == [
        ("Head of Controlling", "Havelwerk GmbH", "2021", "present"),
        ("Senior Controller", "Spreeform AG", "2016", "2020"),
    ]
    assert [bullet.text for bullet in segment(document).entries[0].bullets][-1] == "Lead a team of five controllers"
