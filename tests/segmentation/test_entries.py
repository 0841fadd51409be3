"""Entries: title, organization and dates in the many orders that people use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resume_match.model import Document, Entry, EntryKind
from resume_match.segmentation import segment
from tests.segmentation.pages import page, plain_text, word_file

Row = tuple[str | None, str | None, str | None, str | None]


def rows(entries: tuple[Entry, ...], kind: EntryKind) -> list[Row]:
    return [(entry.title, entry.organization, entry.start, entry.end) for entry in entries if entry.kind is kind]


def jobs(document: Document) -> list[Row]:
    return rows(segment(document).entries, EntryKind.EXPERIENCE)


def degrees(document: Document) -> list[Row]:
    return rows(segment(document).entries, EntryKind.EDUCATION)


TWO_JOBS = [
    ("Senior Product Manager", "Heron Pay", "2019-01", "present"),
    ("Product Manager", "Tern Labs", "2015-03", "2018-12"),
]
HEADINGS = {
    "title, organization; place and dates below": """
        Senior Product Manager, Heron Pay
        Portland, OR | Jan 2019 - Present
        - Launched checkout
        Product Manager, Tern Labs
        Seattle, WA | Mar 2015 - Dec 2018
        - Ran discovery
        """,
    "title with dates at the right, organization below": """
        **Senior Product Manager**\tJan 2019 – Present
        Heron Pay, Portland, OR
        - Launched checkout
        **Product Manager**\tMar 2015 – Dec 2018
        Tern Labs, Seattle, WA
        - Ran discovery
        """,
    "organization above title": """
        **Heron Pay**\tPortland, OR
        Senior Product Manager\tJan 2019 – Present
        - Launched checkout
        **Tern Labs**\tSeattle, WA
        Product Manager\tMar 2015 – Dec 2018
        - Ran discovery
        """,
    "one line with bars": """
        Heron Pay | Senior Product Manager | Portland, OR | 01/2019 – Present
        - Launched checkout
        Tern Labs | Product Manager | Seattle, WA | 03/2015 – 12/2018
        - Ran discovery
        """,
    "title at organization": """
        Senior Product Manager at Heron Pay (January 2019 - Present)
        - Launched checkout
        Product Manager at Tern Labs (March 2015 - December 2018)
        - Ran discovery
        """,
    "organization with a dash": """
        **Heron Pay — Senior Product Manager**
        _Jan 2019 – Present · Portland, OR_
        - Launched checkout
        **Tern Labs — Product Manager**
        _Mar 2015 – Dec 2018 · Seattle, WA_
        - Ran discovery
        """,
    "dates first": """
        01/2019 – Present\tSenior Product Manager, Heron Pay, Portland, OR
        - Launched checkout
        03/2015 – 12/2018\tProduct Manager, Tern Labs, Seattle, WA
        - Ran discovery
        """,
    "three lines": """
        **Senior Product Manager**
        **Heron Pay**
        Jan 2019 – Present
        - Launched checkout
        **Product Manager**
        **Tern Labs**
        Mar 2015 – Dec 2018
        - Ran discovery
        """,
    "organization, place, title": """
        **Heron Pay, Portland, OR, Senior Product Manager**
        Jan 2019 – Present
        - Launched checkout
        **Tern Labs, Seattle, WA, Product Manager**
        Mar 2015 – Dec 2018
        - Ran discovery
        """,
    "dates as headings, roles as bullets": """
        **Jan 2019 – Present**
        - Senior Product Manager, Heron Pay
        - Launched checkout for small shops
        **Mar 2015 – Dec 2018**
        - Product Manager, Tern Labs
        - Ran discovery for two teams
        """,
}


@pytest.mark.parametrize("markup", HEADINGS.values(), ids=HEADINGS)
@pytest.mark.parametrize("written", [word_file, page], ids=["word", "page"])
def test_title_and_organization_are_told_apart_in_every_order(markup: str, written: Callable[[str], Document]) -> None:
    document = written("@20 **Nora Quist**\nnora@quist.example\n# Experience\n" + "\n".join(line.strip() for line in markup.split("\n")))
    assert jobs(document) == TWO_JOBS


def test_roles_under_one_employer_share_it() -> None:
    document = page("""
        # Experience
        Fernhill Ltd\tNew York, NY
        **Chief of Staff**\tJan 2021 – Present
        - Ran the planning cycle
        **Operations Lead**\tMay 2019 – Dec 2020
        - Negotiated the lease
        """)
    assert jobs(document) == [
        ("Chief of Staff", "Fernhill Ltd", "2021-01", "present"),
        ("Operations Lead", "Fernhill Ltd", "2019-05", "2020-12"),
    ]


def test_an_employer_whose_dates_span_those_of_its_roles_is_no_entry() -> None:
    document = word_file("""
        # Experience
        OAKLINE SOFTWARE, Austin, TX\t2012 to 2022
        Leading provider of billing software for utilities.
        **Director, Customer Success** (2018 to 2022)
        - Raised retention
        **Manager, Customer Success** (2012 to 2018)
        - Started the renewals desk
        """)
    assert jobs(document) == [
        ("Director, Customer Success", "OAKLINE SOFTWARE", "2018", "2022"),
        ("Manager, Customer Success", "OAKLINE SOFTWARE", "2012", "2018"),
    ]
    assert [bullet.text for bullet in segment(document).entries[0].bullets] == [
        "Leading provider of billing software for utilities.",
        "Raised retention",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MBA | Lakeshore Business School | 2016 – 2018 | GPA 3.9", ("MBA", "Lakeshore Business School", "2016", "2018")),
        ("University of Larkfield — BA, Economics\t2012", ("BA, Economics", "University of Larkfield", None, "2012")),
        ("BS in Finance, Larkfield College, expected May 2025", ("BS in Finance", "Larkfield College", None, "2025-05")),
        (
            "Bachelor of Arts, Communication Studies, University of Larkfield (2018)",
            ("Bachelor of Arts, Communication Studies", "University of Larkfield", None, "2018"),
        ),
        ("- Larkfield State University | MA Education | 2013", ("MA Education", "Larkfield State University", None, "2013")),
        ("High School Diploma, Larkfield High School", ("High School Diploma", "Larkfield High School", None, None)),
    ],
)
def test_a_degree_is_the_title_and_the_school_the_organization(line: str, expected: Row) -> None:
    assert degrees(word_file(f"@20 **Nora Quist**\n# Education\n{line}")) == [expected]


def test_degree_field_and_school_may_stand_on_lines_of_their_own() -> None:
    document = word_file("""
        # Education
        B.S.
        Computer Science
        University of Larkfield
        September 2013 - June 2017
        """)
    assert degrees(document) == [("B.S. Computer Science", "University of Larkfield", "2013-09", "2017-06")]


def test_remarks_beside_a_degree_are_neither_title_nor_entry() -> None:
    document = word_file("""
        # Education
        **University of Larkfield**
        _B.A. Economics, 2014_
        GPA: 3.7 · Dean's List 2012–2014
        **Larkfield College**
        _A.A. Liberal Arts, 2010_
        """)
    assert degrees(document) == [
        ("B.A. Economics", "University of Larkfield", None, "2014"),
        ("A.A. Liberal Arts", "Larkfield College", None, "2010"),
    ]


def test_projects_need_no_dates() -> None:
    document = page("""
        # Projects
        **Ferry Finder** | Swift, Postgres\tMarch 2022
        - Shows when the next ferry leaves
        **Plant Pal**
        - Reminds people to water plants
        """)
    assert rows(segment(document).entries, EntryKind.PROJECT) == [("Ferry Finder", None, None, "2022-03"), ("Plant Pal", None, None, None)]


def test_an_anonymized_resume_keeps_its_placeholder_as_employer() -> None:
    document = plain_text("""
        Experience
        Company Name City , State Yard Foreman 03/2008 to 04/2011
        Kept the yard free of ice in winter.
        Finance Manager
        October 2014 to Current Company Name ： City , State
        Financial lead for the division responsible for performance.
        """)
    assert jobs(document) == [
        ("Yard Foreman", "Company Name", "2008-03", "2011-04"),
        ("Finance Manager", "Company Name", "2014-10", "present"),
    ]


def test_experience_without_a_heading_is_found_by_its_dates() -> None:
    document = word_file("""
        @18 **Joana Reis**
        joana@reis.example
        Product marketing manager with six years of launching payment products.
        **Product Marketing Manager, Lumo Pay**
        Lisbon, Portugal | Feb 2020 – Present
        - Launched instalments in two markets
        **Education**
        Master in Marketing, Nova School of Business, 2016
        """)
    assert [section.kind.value for section in segment(document).sections] == ["contact", "summary", "experience", "education"]
    assert jobs(document) == [("Product Marketing Manager", "Lumo Pay", "2020-02", "present")]


def test_an_entry_without_dates_is_diagnosed() -> None:
    resume = segment(word_file("# Experience\n**Buyer, Heron Foods Inc.**\n- Bought produce"))
    assert [(entry.title, entry.organization) for entry in resume.entries] == [("Buyer", "Heron Foods Inc.")]
    assert [diagnostic.code.value for diagnostic in resume.diagnostics] == ["undated_entry"]


def test_employers_and_dates_may_stand_in_a_column_of_their_own() -> None:
    document = page("""
        @20 **Nora Quist**
        ===
        @10 Experience
        ~
        Heron Foods
        2019 – 2021
        ~
        ~
        Tern Labs
        2015 – 2019
        ---
        ~
        ~
        **Category Manager**
        - Negotiated contracts with forty suppliers
        - Cut waste
        ~
        **Clerk**
        - Filed papers
        """)
    assert jobs(document) == [("Category Manager", "Heron Foods", "2019", "2021"), ("Clerk", "Tern Labs", "2015", "2019")]


def test_a_title_keeps_the_team_that_stands_behind_its_comma() -> None:
    document = page("""
        # Experience
        Product Manager, Payments Team\t2019 – 2022
        _Quillon Systems_
        Owned the ledger and the payout service used by nine thousand merchants in four countries.
        """)
    assert jobs(document) == [("Product Manager, Payments Team", "Quillon Systems", "2019", "2022")]


def test_dates_that_wrap_beside_two_bullets_are_one_range() -> None:
    document = page("""
        # Experience
        **Heron Foods Inc.**, Buyer\tAustin, TX
        - Negotiated contracts with forty suppliers\tJune 2019 to
        - Cut waste\tAug. 2021
        """)
    assert jobs(document) == [("Buyer", "Heron Foods Inc.", "2019-06", "2021-08")]


def test_a_role_below_its_employer_keeps_the_dash_in_its_title() -> None:
    document = word_file("""
        # Experience
        **Flipline Retail, Bengaluru**
        **Product Manager II – Search & Discovery** | Apr 2021 – Present
        - Improved search relevance
        **Product Manager I – Catalog** | Jul 2019 – Mar 2021
        - Built catalog tooling
        """)
    assert jobs(document) == [
        ("Product Manager II – Search & Discovery", "Flipline Retail", "2021-04", "present"),
        ("Product Manager I – Catalog", "Flipline Retail", "2019-07", "2021-03"),
    ]
