"""The contact block: name, addresses, numbers, links and place, wherever people put them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resume_match.model import Document, Link
from resume_match.segmentation import segment
from tests.segmentation.pages import page, plain_text, word_file


def name(document: Document) -> str | None:
    return segment(document).contact.name


def test_one_line_with_bars_gives_everything() -> None:
    contact = segment(
        word_file("@20 **Nora Quist**\nnora.quist@mail.example | +1 (415) 555-0101 | Portland, OR 97201 | linkedin.com/in/noraquist")
    ).contact
    assert contact.name == "Nora Quist"
    assert contact.emails == ("nora.quist@mail.example",)
    assert contact.phones == ("+1 (415) 555-0101",)
    assert contact.place is not None and contact.place.startswith("Portland, OR")
    assert contact.links == ("linkedin.com/in/noraquist",)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("@20 **NORA QUIST** | Product Manager\nnora@mail.example", "NORA QUIST"),
        ("@20 **Nora Quist, MBA, PMP**\nnora@mail.example", "Nora Quist"),
        ("@24 **Nora**\n@24 **Quist**\nnora@mail.example", "Nora Quist"),
        ("RESUME\n@20 **Nora van der Quist**\nnora@mail.example", "Nora van der Quist"),
        ("@12 Product Manager\n@24 **Nora Quist**\nnora@mail.example", "Nora Quist"),
        ("Name: Nora Quist\nEmail: nora@mail.example", "Nora Quist"),
        ("@20 **François Müller-Søndergaard**\nfm@mail.example", "François Müller-Søndergaard"),
    ],
)
def test_the_name_is_found_beside_titles_and_letters(markup: str, expected: str) -> None:
    assert name(word_file(markup)) == expected


def test_a_title_at_the_top_of_an_anonymous_resume_is_no_name() -> None:
    assert name(plain_text("FINANCE MANAGER\n\nSummary\n\nLeads teams.\n\nSkill Highlights\n\nHighly Analytical")) is None


def test_a_name_below_a_sidebar_is_known_by_its_size() -> None:
    document = page("""
        @13 **Contact**
        nora@mail.example
        @13 **Skills**
        Roadmaps
        ---
        @24 **Nora Quist**
        @13 **Experience**
        Buyer at Heron
        2019 – 2021
        """)
    assert name(document) == "Nora Quist"


def test_an_address_that_wraps_is_put_together() -> None:
    assert segment(page("@20 **Nora Quist**\nnora.quist@\nmail.example")).contact.emails == ("nora.quist@mail.example",)


def test_addresses_may_stand_in_links_only() -> None:
    document = word_file("@20 **Nora Quist**\nEmail | LinkedIn")
    linked = replace(document, links=(Link(None, "mailto:nora@mail.example"), Link(None, "https://www.linkedin.com/in/noraquist")))
    contact = segment(linked).contact
    assert contact.emails == ("nora@mail.example",)
    assert contact.links == ("https://www.linkedin.com/in/noraquist",)


def test_name_and_address_may_stand_in_a_running_header() -> None:
    document = word_file("# Experience\n**Buyer**, Heron Foods Inc.\t2019 – 2021\n- Bought produce\nNora Quist | nora@mail.example")
    header = document.lines[-1]
    moved = replace(document, lines=(*document.lines[:-1], replace(header, style=replace(header.style, furniture=True))))
    contact = segment(moved).contact
    assert (contact.name, contact.emails) == ("Nora Quist", ("nora@mail.example",))


def test_prose_above_the_first_heading_is_a_summary() -> None:
    resume = segment(
        word_file("""
            @20 **Nora Quist**
            nora@mail.example
            Product leader with ten years of building payment products for small shops.
            # Experience
            Buyer at Heron (2019 – 2021)
            """)
    )
    assert [(section.kind.value, section.heading) for section in resume.sections][:2] == [("contact", None), ("summary", None)]


def test_years_are_no_telephone_number() -> None:
    assert segment(word_file("@20 **Nora Quist**\n2015 - 2019 in Austin")).contact.phones == ()


@pytest.mark.parametrize("pronouns", ["(she/her)", "[they/them]", "he/him", "(she/her/hers)"])
def test_pronouns_are_no_part_of_a_name(pronouns: str) -> None:
    assert name(word_file(f"@20 **Nora Quist {pronouns}**\nPortland, OR | mail@tern.example")) == "Nora Quist"


def test_a_postcode_beside_a_number_is_no_part_of_it() -> None:
    contact = segment(word_file("@20 **Nora Quist**\nPhoenix, AZ 85004 / 602.555.0165 / nora@tern.example")).contact
    assert contact.phones == ("602.555.0165",)


def test_a_postcode_before_a_telephone_number_is_part_of_the_address() -> None:
    for line in ("12 Harbor Rd, Portland, ME 04101 (207) 555-0152 jo@mail.example", "Portland, ME 04101 207-555-0152"):
        contact = segment(plain_text(f"JO PARRISH\n{line}\n\nEXPERIENCE\nBuyer, Heron Foods Inc., 2019 - 2021\n")).contact
        assert contact.phones in (("(207) 555-0152",), ("207-555-0152",)), line
        assert contact.place is not None and contact.place.startswith("Portland, ME"), line
