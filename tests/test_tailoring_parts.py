"""Which lines of a posting ask, by their part and their words."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.tailoring.asking import asks_of
from resume_match.tailoring.outline import statements_of


def asking(text: str) -> list[str]:
    """The lines of a posting's text that ask for something."""
    return [ask.text for ask in asks_of(statements_of(rm.read_document(text.encode("utf-8"), name="posting.md")))]


NEVER_ASK = ["Perks", "What we offer", "Our commitment to diversity", "How to apply", "Compensation & benefits", "Show me the benefits"]
NEVER_ASK += ["Some nice gestures from us", "About the process", "Your mum says", "What we do for our people"]
NEVER_ASK += ["What you can look forward to"]
NEVER_ASK += ["The small print", "Terms of employment", "The boring stuff", "What it's like to work here", "Working at Tidewater"]


@pytest.mark.parametrize("heading", NEVER_ASK)
def test_under_headings_that_never_ask_nothing_asks(heading: str) -> None:
    assert asking(f"## {heading}\n\n- Manage your own time\n- Work with a team of five\n- You have a say in what we build\n") == []


@pytest.mark.parametrize("heading", ["Your colleagues say", "Your team mates would describe you as", "We'll geek out if you"])
def test_what_others_say_of_the_right_person_is_asked_for(heading: str) -> None:
    assert asking(f"## {heading}\n\n- Keen on charts\n\n## What we offer\n\n- Manage your own time\n") == ["Keen on charts"]


def test_perks_in_the_words_of_duties_are_no_duties() -> None:
    told = "## Sea and sand\n\n- Get your own boat, which means full freedom\n- Loads of odd clubs to join\n"
    assert asking(told + "\n## Duties\n\n- Own the roadmap\n") == ["Own the roadmap"]


@pytest.mark.parametrize(
    "line",
    [
        "Will work for us full time (or nearly full time)",
        "Work part time",
        "Are available in our core hours, 9 to 3",
        "Overlap at least four hours with the harbour's time zone",
    ],
)
def test_hours_are_no_requirement_of_a_resume(line: str) -> None:
    assert asking(f"## You\n\n- {line}\n- You know SQL\n") == ["You know SQL"]


def test_years_of_full_time_work_and_work_with_hours_are_asked_for() -> None:
    lines = ["5 years of full time experience in product work", "Cut support hours by better charts", "Work with full time volunteers"]
    assert asking("## You\n\n- " + "\n- ".join(lines) + "\n") == lines


def test_where_one_lives_is_a_condition_and_no_skill() -> None:
    source = rm.read_document(b"## You\n\n- Are based in Norway\n- You know SQL\n", name="posting.md")
    kinds = {requirement.text: requirement.kind for requirement in rm.tailor(rm.load_profile(), source).requirements}
    assert kinds["Are based in Norway"] is rm.RequirementKind.QUALIFICATION


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


def plainly_asking(text: str) -> list[str]:
    """The lines of a plain text that ask for something: no sign there tells a heading."""
    return [ask.text for ask in asks_of(statements_of(rm.read_document(text.encode("utf-8"), name="posting.txt")))]


def test_headings_in_small_letters_are_seen_above_a_list() -> None:
    asked = "Harbor pilot\n\nMain duties of the job\n- Steer ships\n\nSkills and experience\n- Radar skills\n\n"
    asked += "Nice to have\n- A sailing licence\n\n"
    told = "What we offer\n- A boat of your own\n- Manage your own time\n\nHow to apply\n- Send us a postcard with a ship on it\n"
    assert plainly_asking(asked + told) == ["Steer ships", "Radar skills", "A sailing licence"]


def test_headings_in_small_letters_are_seen_between_blank_lines_and_what_is_asked_is_none() -> None:
    asked = "Harbor pilot\n\nWhat you bring\n\nStrong communication skills\n\nExperience with radar\n\n"
    told = "What we offer\n\nManage your own time on a boat of your own\n\nLead a crew of five\n"
    assert plainly_asking(asked + told) == ["Strong communication skills", "Experience with radar"]


def test_pictures_may_stand_before_headings_and_items() -> None:
    asked = "Harbor pilot\n\n🔹 What you will do\n\n✅ Steer ships\n✅ Chart the bay\n\n"
    assert plainly_asking(f"{asked}🔹 What we offer\n\n👉 Manage your own time\n👉 Own a boat\n") == ["Steer ships", "Chart the bay"]
