"""Which lines of a posting ask, by their part and their words."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.tailoring.asking import asks_of
from resume_match.tailoring.outline import statements_of


def asking(text: str) -> list[str]:
    """The lines of a posting's text that ask for something."""
    return [ask.text for ask in asks_of(statements_of(rm.read_document(text.encode("utf-8"), name="posting.md")))]


@pytest.mark.parametrize("heading", ["Perks", "What we offer", "Our commitment to diversity", "How to apply", "Compensation & benefits"])
def test_under_headings_that_never_ask_nothing_asks(heading: str) -> None:
    assert asking(f"## {heading}\n\n- Manage your own time\n- Work with a team of five\n- You have a say in what we build\n") == []


def test_of_prose_only_the_sentences_to_the_reader_ask() -> None:
    text = (
        "Tidewater draws tide charts. We were founded in 2011. As our head of product you will own the roadmap for 40 harbours. "
        "You have 5 years of experience in product management. Our office is by the sea."
    )
    assert asking(f"## The role\n\n{text}\n") == [
        "As our head of product you will own the roadmap for 40 harbours.",
        "You have 5 years of experience in product management.",
    ]


def test_lines_wrapped_by_the_file_are_read_as_one() -> None:
    text = "Responsibilities\n\n- Own the roadmap of our charts and keep it in line with what\n  the harbours need\n- Negotiate terms\n"
    assert asking(text) == ["Own the roadmap of our charts and keep it in line with what the harbours need", "Negotiate terms"]


def test_a_list_under_a_heading_that_says_nothing_is_taken_for_what_its_items_say() -> None:
    told = "## Sea and sand\n\n- Dental insurance\n- Paid time off\n- A learning budget\n\n"
    assert asking(told + "## Your compass\n\n- Own the roadmap\n- Lead a team\n- Write requirements\n") == [
        "Own the roadmap",
        "Lead a team",
        "Write requirements",
    ]


def test_a_lead_in_asks_nothing_itself_and_its_list_ends_with_it() -> None:
    text = "## Responsibilities\n\n- Own the roadmap\n\nThis year we are working on:\n\n- Launching a map\n- Building an engine\n"
    assert asking(text) == ["Own the roadmap"]


def test_front_matter_for_machines_is_no_part_of_a_posting() -> None:
    text = '---\ntitle: "Lead"\nlocation: "Lyon"\nsummary: "You have 5 years of experience"\n---\n\n## Requirements\n\n- You know SQL\n'
    assert asking(text) == ["You know SQL"]


def test_what_a_list_item_goes_on_to_tell_of_the_company_is_left_out() -> None:
    text = "## Responsibilities\n\n- Lead product discovery. Our customers are harbours all over the north.\n"
    assert asking(text) == ["Lead product discovery."]
