"""Statements: wrapped lines joined, bullets kept apart, run-together paragraphs split."""

from __future__ import annotations

import pytest

from resume_match.model import Document
from resume_match.segmentation import segment
from resume_match.segmentation.statements import sentences
from tests.segmentation.pages import page, plain_text, word_file


def statements(document: Document) -> list[str]:
    return [bullet.text for entry in segment(document).entries for bullet in entry.bullets]


JOB = "# Experience\n**Buyer**, Heron Foods Inc.\t2019 – 2021\n"


def test_a_wrapped_bullet_is_one_statement_without_its_sign() -> None:
    document = page(
        JOB + "- Negotiated yearly contracts with forty suppliers of fruit and vegetables across the region and beyond\n- Cut waste",
        width=60,
    )
    assert statements(document) == [
        "Negotiated yearly contracts with forty suppliers of fruit and vegetables across the region and beyond",
        "Cut waste",
    ]


def test_unmarked_statements_are_told_apart_by_their_verbs() -> None:
    document = page(
        JOB
        + "Negotiated yearly contracts with forty suppliers of fruit and vegetables in the whole area\n"
        + "Reduced the share of spoiled produce from nine to four percent within the first year there\n",
        width=95,
    )
    assert statements(document) == [
        "Negotiated yearly contracts with forty suppliers of fruit and vegetables in the whole area",
        "Reduced the share of spoiled produce from nine to four percent within the first year there",
    ]


def test_a_paragraph_of_a_word_file_is_one_statement_while_it_is_short() -> None:
    document = word_file(JOB + "Owned the fruit category. Grew it by a tenth.\nMoved the team to weekly planning.")
    assert statements(document) == ["Owned the fruit category. Grew it by a tenth.", "Moved the team to weekly planning."]


def test_a_run_together_paragraph_is_split_into_its_sentences() -> None:
    text = (
        "Responsible for the fruit and vegetable category of a regional chain with eighty stores and two warehouses. "
        "Negotiated yearly contracts with forty suppliers and introduced a scorecard for their deliveries. "
        "Reduced spoiled produce from nine to four percent by moving orders to the evening. "
        "Trained three assistants, two of whom were promoted, and reported to the head of purchasing every week."
    )
    found = statements(word_file(JOB + text))
    assert len(found) == 4
    assert found[2] == "Reduced spoiled produce from nine to four percent by moving orders to the evening."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Worked with Dr. Marsh and Prof. Lee on pricing. Wrote two papers.", 2),
        ("Built tools for Acme Inc. and others.", 1),
        ("Grew revenue by 2.5 percent. Hired J. Smith.", 2),
    ],
)
def test_abbreviations_and_initials_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_summary_is_split_into_its_sentences() -> None:
    resume = segment(word_file("@20 **Nora Quist**\n# Summary\nProduct leader in payments. Ten years of launches.\n# Experience\n" + JOB))
    assert [bullet.text for bullet in resume.sections[1].bullets] == ["Product leader in payments.", "Ten years of launches."]


def test_labels_between_bullets_are_no_statements() -> None:
    document = word_file(JOB + "Responsibilities:\n- Managed suppliers\nKey achievements:\n- Cut waste")
    assert statements(document) == ["Managed suppliers", "Cut waste"]


def test_dates_beside_the_first_bullet_belong_to_the_heading() -> None:
    document = page("""
        # Experience
        **Heron Foods Inc.**, Buyer\tAustin, TX
        - Negotiated contracts with forty suppliers\tJune 2019 – present
        - Cut waste
        """)
    entry = segment(document).entries[0]
    assert (entry.title, entry.organization, entry.start, entry.end) == ("Buyer", "Heron Foods Inc.", "2019-06", "present")
    assert statements(document) == ["Negotiated contracts with forty suppliers", "Cut waste"]


def test_a_hanging_line_of_plain_text_goes_on_with_its_bullet() -> None:
    document = plain_text("""
        EXPERIENCE
        Operations Manager at Tidewater Freight (Jan 2019 - Present)
        - Cut loading time by a third by rearranging two docks and the order
          in which trucks were called
        - Hired nine people
        """)
    assert statements(document) == [
        "Cut loading time by a third by rearranging two docks and the order in which trucks were called",
        "Hired nine people",
    ]


def test_a_bullet_goes_on_overleaf() -> None:
    document = page("""
        # Experience
        **Buyer**, Heron Foods Inc.\t2019 – 2021
        - Negotiated contracts with suppliers in the whole region and
        ===
        of neighbouring ones
        - Cut waste
        """)
    assert statements(document) == ["Negotiated contracts with suppliers in the whole region and of neighbouring ones", "Cut waste"]
