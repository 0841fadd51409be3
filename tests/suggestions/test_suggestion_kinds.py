"""Each kind of suggestion where it is due: what the resume lacks, touches on, only lists, shows without naming, or leaves unmeasured."""

from __future__ import annotations

from collections import Counter

import pytest

import resume_match as rm
from resume_match.lexicon.phrasebook import Draft, phrasebook
from resume_match.suggestions import fill
from resume_match.suggestions.style import Style
from resume_match.suggestions.verbs import Tense
from resume_match.suggestions.wording import can_take_clause, join_clause, tells_result, write_line
from tests.suggestions.resumes import SCHOOL, cv, job, report_of, suggestion_for

KIND = rm.SuggestionKind


def product_manager(*lines: str, also: str = SCHOOL) -> str:
    return cv(job("Product Manager", "Tidewell Health", "May 2017 - June 2020", *lines), also=also)


def test_what_is_missing_is_a_line_to_add_that_asks_and_asserts_nothing() -> None:
    suggestion = suggestion_for(product_manager("Watered the plants", "Fed the fish"), "negotiation")
    assert (suggestion.kind, suggestion.based_on) == (KIND.ADD_BULLET, None)
    assert suggestion.reason == (
        "Nothing in the resume shows this yet: Negotiation. If you did this as Product Manager at Tidewell Health, "
        "fill in the brackets; if not, leave it out."
    )


def test_a_line_that_touches_on_a_requirement_is_rewritten_with_all_its_words() -> None:
    line = "Prepared inspection reports for the regional office"
    text = product_manager(line, "Watered the plants")
    assert report_of(text).coverage("performance-reporting").status is rm.Status.PARTIAL
    suggestion = suggestion_for(text, "performance-reporting")
    assert suggestion.kind is KIND.STRENGTHEN_BULLET
    assert suggestion.text == f"{line}, building a dashboard of [number] metrics, including [measure], for [leaders]"
    assert suggestion.plain == f"{line}, building a dashboard of metrics, including [measure], for [leaders]"
    assert suggestion.based_on is not None
    assert report_of(text).documents.resume.quote(suggestion.based_on) == line


def test_a_skill_that_is_only_listed_is_to_be_demonstrated_in_a_job() -> None:
    text = product_manager("Watered the plants", "Fed the fish", also="## Skills\nNegotiation, Excel\n\n" + SCHOOL)
    assert report_of(text).coverage("negotiation").status is rm.Status.COVERED
    suggestion = suggestion_for(text, "negotiation")
    assert suggestion.kind is KIND.DEMONSTRATE
    assert suggestion.target is not None
    # From listed (0.6) to demonstrated (1.0), one skill of eleven; more where the line shows another skill as well.
    assert suggestion.gain >= 0.4 / 11 - 2e-6


def test_a_skill_that_is_shown_and_not_named_is_to_be_named() -> None:
    text = product_manager("Closed a supply contract with two carriers for $2M", "Watered the plants")
    suggestion = suggestion_for(text, "negotiation")
    assert (suggestion.kind, suggestion.text, suggestion.gain, suggestion.slots) == (KIND.NAME_IT, "Negotiation", 0.0, ())


def test_a_skill_that_is_shown_and_named_needs_nothing() -> None:
    text = product_manager("Led the negotiation of a supply contract with two carriers for $2M", "Watered the plants")
    with pytest.raises(KeyError):
        suggestion_for(text, "negotiation")


def test_a_shown_line_that_measures_nothing_is_to_be_measured_and_keeps_its_words() -> None:
    suggestion = suggestion_for(product_manager("Streamlined the intake of new clinics", "Watered the plants"), "continuous-improvement")
    assert suggestion.kind is KIND.STRENGTHEN_BULLET
    assert suggestion.text == "Streamlined the intake of new clinics, taking [measure] from [before] to [after]"
    assert suggestion.plain == "Streamlined the intake of new clinics, leading to [outcome]"


def test_a_result_to_fill_in_gains_nothing_for_other_requirements() -> None:
    suggestion = suggestion_for(product_manager("Negotiated contracts with carriers", "Watered the plants"), "negotiation")
    assert (suggestion.kind, suggestion.gain) == (KIND.STRENGTHEN_BULLET, 0.0)
    launched = suggestion_for(product_manager("Defined the product vision and roadmap", "Watered the plants"), "product-strategy")
    assert (launched.kind, launched.gain) == (KIND.STRENGTHEN_BULLET, 0.0)


def test_a_shown_line_with_a_number_is_left_alone() -> None:
    with pytest.raises(KeyError):
        suggestion_for(product_manager("Streamlined the intake of 12 clinics by 40%", "Watered the plants"), "continuous-improvement")


@pytest.mark.parametrize(
    ("requirement_id", "kind", "plain"),
    [
        ("product-management-certification", KIND.ADD_CREDENTIAL, "[certification], granted by [issuer]"),
        ("product-team-leadership", KIND.STATE_IT, "Led the product team behind [product], made up of [roles]"),
    ],
)
def test_what_is_held_is_stated_only_if_true_and_with_its_name_in_a_slot(requirement_id: str, kind: rm.SuggestionKind, plain: str) -> None:
    suggestion = suggestion_for(product_manager("Watered the plants", "Fed the fish"), requirement_id)
    assert (suggestion.kind, suggestion.plain, suggestion.gain) == (kind, plain, 0.0)
    assert "only if" in suggestion.reason


def test_a_degree_that_is_missing_is_a_credential_of_slots() -> None:
    suggestion = suggestion_for(cv(job("Cook", "The Larder", "2011 - 2014", "Cooked soup", "Baked bread"), also=""), "degree")
    assert (suggestion.kind, suggestion.target) == (KIND.ADD_CREDENTIAL, None)
    assert fill(suggestion.text, suggestion.slots) == "Bachelor of Science in Business Administration, State University, 2019"


# ----------------------------------------------------------------------------------------------------------------- wording by itself


@pytest.mark.parametrize(
    ("worn", "line"),
    [
        ({}, "Persuaded [leaders]"),
        ({"persuade": 1}, "Convinced [leaders]"),
        ({"persuade": 1, "convince": 1}, "Persuaded [leaders]"),
        ({"persuade": 3, "convince": 2}, "Convinced [leaders]"),
    ],
)
def test_of_several_verbs_the_least_worn_is_taken(worn: dict[str, int], line: str) -> None:
    draft = Draft("{persuade|convince} [leaders]", "{persuade|convince} [leaders]")
    assert write_line(draft, Style(Tense.PAST), Counter(worn), {}).text == line


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("Fed the fish", "Fed the fish, saving [amount]"),
        ("Fed the fish.", "Fed the fish, saving [amount]."),
        ("Fed the fish, etc.", "Fed the fish, etc., saving [amount]"),
        ("Fed the fish ;", "Fed the fish, saving [amount]"),
    ],
)
def test_a_clause_follows_a_comma_and_the_full_stop_moves_to_the_end(line: str, joined: str) -> None:
    assert join_clause(line, "saving [amount]") == joined


@pytest.mark.parametrize(
    ("line", "can"),
    [
        ("Prepared the weekly report for the office", True),
        ("Prepared the weekly report, saving an hour a day", False),
        ("Prepared the report. Sent it to the office", False),
        ("Prepared budgets and forecasts at executive level Supervised staff", False),
        ("Responsible: reports, budgets and forecasts", False),
        ("Lead for the redesign of the report", False),
        ("Marketing liaison for the report team", False),
        ("Weekly report", False),
        ("Prepared the weekly report for the office and", False),
        ("Prepared the [quarterly] report for the office", False),
        ("prepared the weekly report for the office", False),
    ],
)
def test_only_one_whole_statement_takes_a_clause(line: str, can: bool) -> None:
    assert can_take_clause(line) is can


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("Cut waste by 12%", True), ("Cut waste in two plants", True), ("Cut waste, which saved the plant", True),
        ("Cut waste so that the plant stayed open", True), ("Cut waste in the plant", False),
    ],
)  # fmt: skip
def test_a_line_tells_its_result_by_a_number_or_by_words(line: str, tells: bool) -> None:
    assert tells_result(line) is tells


def test_a_reason_holds_one_full_stop_where_the_requirement_brings_its_own() -> None:
    asked = rm.Requirement("routes", rm.RequirementKind.DUTY, "Plan delivery routes that work efficiently.")
    own = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)))
    report = own.match_document(rm.read_document(product_manager("Watered the plants").encode(), name="cv.md"))
    assert [suggestion.reason.partition(" If ")[0] for suggestion in report.suggestions] == [
        "Nothing in the resume shows this yet: Plan delivery routes that work efficiently."
    ]


def test_a_line_of_helping_is_not_made_one_of_doing() -> None:
    line = "Contributed to the strategy of the harbor with tide charts"
    made = suggestion_for(cv(job("Pilot", "Fennimore Ferries", "2015 - 2018", line, "Rowed the boat")), "strategic-vision")
    assert made.kind == "add-bullet"


@pytest.mark.parametrize(
    ("line", "requirement_id"),
    [
        ("Worked with engineering and design on tide charts", "cross-functional-leadership"),
        ("Worked with cross-functional teams on tide charts", "launch-collaboration"),
        ("Coordinated with cross-functional teams on tide charts", "launch-collaboration"),
        ("Followed the product roadmap for the harbor", "strategic-vision"),
    ],
)
def test_a_clause_neither_makes_a_leader_of_who_took_part_nor_says_the_line_again(line: str, requirement_id: str) -> None:
    report = report_of(cv(job("Pilot", "Fennimore Ferries", "2015 - 2018", line, "Rowed the boat")))
    made = [suggestion for suggestion in report.suggestions if suggestion.based_on is not None and line in suggestion.text]
    assert [suggestion.text for suggestion in made if suggestion.requirement_id == requirement_id] == []


def test_prices_are_no_budget_to_weigh_and_no_contracts_are_presumed() -> None:
    clauses = phrasebook().clauses
    assert not {"pricing", "prices"} & set(clauses["business-acumen"][0].lines)
    assert "the contracts" not in clauses["negotiation"][0].text


def test_a_technology_chief_and_co_founder_is_a_senior_engineer() -> None:
    made = suggestion_for(cv(job("Co-Founder & CTO", "Kelp", "2015 - 2018", "Rowed the boat", "Fed the fish")), "problem-solving")
    assert "[feature]" in made.text or "[product]" in made.text
