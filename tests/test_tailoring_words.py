"""The words of the data by which postings are read: none is out of the matcher's sight, and each names what it is meant for."""

from __future__ import annotations

import re

import pytest

import resume_match as rm
from resume_match.lexicon import read_table
from resume_match.lexicon.postings import Cue, Part, has_cue, heads_what_must_be, part_named
from resume_match.lexicon.work import folded
from tests.test_tailoring_parts import asking

# A phrase is looked for up to the end of a word: one that ends in a space, or may, is never found, and one of "\d" finds a single digit.
UNSEEN_END = re.compile(r" $| \((?:[^()]|\([^()]*\))*\)[?*]$|(?<!\\)\[[^\]]*\]$|\\d$")


@pytest.mark.parametrize("table", ["parts", "lines", "wording"])
def test_no_phrase_ends_in_what_the_matcher_cannot_see(table: str) -> None:
    phrases = [phrase for phrases in read_table("postings")[table].values() for phrase in phrases]
    assert [phrase for phrase in phrases if UNSEEN_END.search(phrase.removesuffix(" $"))] == []


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Essential Duties and Responsibilities", Part.DUTIES),
        ("Essential Functions", Part.DUTIES),
        ("You'll", Part.DUTIES),
        ("Essential", Part.REQUIREMENTS),
        ("What do I need?", Part.REQUIREMENTS),
        ("Bonus", Part.DESIRABLE),
        ("It would be great if you have", Part.DESIRABLE),
        ("Even better", Part.DESIRABLE),
        ("An asset", Part.DESIRABLE),
        ("You get", Part.BENEFITS),
        ("We have", Part.BENEFITS),
        ("We give you", Part.BENEFITS),
        ("What you can expect", Part.BENEFITS),
        ("In exchange", Part.BENEFITS),
        ("Why Ridgeback?", Part.ABOUT),
        ("Physical requirements", Part.LEGAL),
    ],
)
def test_a_heading_names_its_part(heading: str, part: Part) -> None:
    assert part_named(folded(heading)) is part


def test_essential_by_itself_heads_what_must_be_and_essential_duties_do_not() -> None:
    assert heads_what_must_be(folded("Essential:"))
    assert not heads_what_must_be(folded("Essential duties"))


@pytest.mark.parametrize(
    "line", ["BSc in Computer Science", "BS or MS in Biology", "BA/BS in Geodesy", "An MSc", "BA degree in design", "MEng or BEng"]
)
def test_a_degree_may_be_written_short(line: str) -> None:
    assert has_cue(folded(line), Cue.DEGREE)
    profile = rm.tailor(rm.load_profile(), rm.read_document(f"## You\n\n- {line}\n".encode(), name="posting.md"))
    asked = [requirement for requirement in profile.requirements if requirement.origins]
    assert [requirement.kind for requirement in asked] == [rm.RequirementKind.QUALIFICATION]


@pytest.mark.parametrize("line", ["Be in charge of the pier", "Be from the first day our eyes at sea", "Ms of the house"])
def test_a_verb_that_looks_like_a_degree_is_none(line: str) -> None:
    assert not has_cue(folded(line), Cue.DEGREE)


def test_what_is_paid_is_told_and_not_asked() -> None:
    assert asking("## You\n\n- $95,000 a year\n- Radar skills\n") == ["Radar skills"]


WORK_WITH_THE_LAW_AND_WITH_PAY = [
    "Maintain patient records in compliance with the law",
    "Handling personal data in line with the statutes",
    "Promote diversity and inclusion",
    "Schedule patient appointments",
    "Interviewing and selecting deckhands",
    "Salary benchmarking",
    "Benefits administration",
]


@pytest.mark.parametrize("line", WORK_WITH_THE_LAW_AND_WITH_PAY)
def test_a_duty_is_one_beside_any_other(line: str) -> None:
    assert asking(f"## Duties\n\n- Steer ships\n- {line}\n- Chart the bay\n") == ["Steer ships", line, "Chart the bay"]


@pytest.mark.parametrize(
    "line",
    [
        "We are an equal opportunity employer",
        "Competitive salary",
        "Other duties as assigned",
        "Flexible working hours",
        "No visa sponsorship",
    ],
)
def test_what_opens_like_an_offer_or_a_notice_asks_nothing_in_a_list_of_duties(line: str) -> None:
    assert asking(f"## Duties\n\n- Steer ships\n- {line}\n- Chart the bay\n") == ["Steer ships", "Chart the bay"]


def test_a_list_most_of_which_is_told_asks_nothing_with_the_words_of_pay() -> None:
    assert asking("## Requirements\n\n- Radar skills\n\nHarbor:\n\n- Salary reviews\n- Dental insurance\n- Vacation days\n") == [
        "Radar skills"
    ]


@pytest.mark.parametrize("name", ["Go", "C++", "C#", "R"])
def test_a_tool_with_a_short_name_is_asked_for(name: str) -> None:
    assert asking(f"## Requirements\n\n- Radar skills\n- {name}\n") == ["Radar skills", name]
