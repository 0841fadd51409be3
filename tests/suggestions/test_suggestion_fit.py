"""Suggestions fit the person: the entry they belong under, its tense, the resume's way of writing lines, and its own words."""

from __future__ import annotations

import pytest

from resume_match.lexicon.phrasebook import phrasebook
from resume_match.suggestions.fitting import own_words_of
from resume_match.suggestions.style import style_of, verbs_used
from resume_match.suggestions.verbs import Tense
from tests.suggestions.resumes import SCHOOL, cv, job, report_of, resume_of, suggestion_for

PRODUCT_NOW = job("Product Manager", "Tidewell Health", "May 2021 - Present", "Launch the booking app for patients", "Rank the backlog")
PRODUCT_PAST = job("Product Manager", "Tidewell Health", "May 2017 - June 2020", "Launched the booking app for patients", "Ranked tasks")
BARISTA_NOW = job("Barista", "Corner Cup", "July 2020 - Present", "Serve guests at the counter", "Count the till every evening")
BARISTA_PAST = job("Barista", "Corner Cup", "May 2014 - March 2016", "Served guests at the counter", "Counted the till every evening")
MARKETER_NOW = job("Marketing Manager", "Oat & Barley", "May 2019 - Present", "Plan campaigns for three brands", "Brief two agencies")
MARKETER_PAST = job("Marketing Manager", "Oat & Barley", "May 2013 - May 2018", "Planned campaigns for brands", "Briefed two agencies")
ENGINEER_NOW = job("Software Engineer", "Gridwise", "May 2019 - Present", "Write the meter service in Python", "Fix incidents at night")
ENGINEER_PAST = job("Software Engineer", "Gridwise", "May 2013 - May 2017", "Wrote the meter service in Python", "Fixed incidents at night")
NURSE_NOW = job("Staff Nurse", "Vale Hospital", "May 2019 - Present", "Care for patients on a busy ward", "Schedule shifts for the ward")


# --------------------------------------------------------------------------------------------------------- entry, tense, first word


@pytest.mark.parametrize(
    ("jobs", "requirement_id", "target", "first_words"),
    [
        ((PRODUCT_NOW,), "negotiation", "Product Manager", ("Negotiate", "Close")),
        ((PRODUCT_PAST,), "negotiation", "Product Manager", ("Negotiated", "Closed")),
        ((PRODUCT_NOW, BARISTA_PAST), "market-research", "Product Manager", ("Run", "Hold")),
        ((BARISTA_NOW, PRODUCT_PAST), "market-research", "Product Manager", ("Ran", "Held")),
        ((BARISTA_NOW, PRODUCT_PAST), "product-strategy", "Product Manager", ("Owned", "Built", "Shaped")),
        ((BARISTA_NOW, MARKETER_PAST), "market-research", "Marketing Manager", ("Ran", "Held")),
        ((MARKETER_NOW, BARISTA_PAST), "market-research", "Marketing Manager", ("Run", "Hold")),
        ((BARISTA_NOW, ENGINEER_PAST), "development-lifecycle", "Software Engineer", ("Took", "Brought", "Led")),
        ((ENGINEER_NOW, BARISTA_PAST), "development-lifecycle", "Software Engineer", ("Take", "Bring", "Lead")),
        ((ENGINEER_NOW, PRODUCT_PAST), "product-strategy", "Product Manager", ("Owned", "Built", "Shaped")),
        ((MARKETER_NOW, PRODUCT_PAST), "product-requirements", "Product Manager", ("Wrote", "Authored", "Drafted")),
        ((PRODUCT_NOW, ENGINEER_PAST), "influencing", "Product Manager", ("Win", "Secure")),
        ((NURSE_NOW, BARISTA_PAST), "influencing", "Staff Nurse", ("Persuade", "Convince", "Win", "Secure")),
        ((NURSE_NOW,), "negotiation", "Staff Nurse", ("Negotiate", "Renegotiate")),
        ((ENGINEER_NOW,), "presentation-skills", "Software Engineer", ("Present", "Pitch")),
        ((ENGINEER_PAST,), "presentation-skills", "Software Engineer", ("Presented", "Pitched")),
    ],
)
def test_a_line_goes_under_the_most_believable_job_in_that_job_s_tense(
    jobs: tuple[str, ...], requirement_id: str, target: str, first_words: tuple[str, ...]
) -> None:
    suggestion = suggestion_for(cv(*jobs), requirement_id)
    assert suggestion.target is not None
    assert suggestion.target.title == target
    assert suggestion.text.split()[0] in first_words


@pytest.mark.parametrize("jobs", [(PRODUCT_NOW,), (BARISTA_NOW, MARKETER_PAST), (NURSE_NOW,)])
def test_no_line_of_work_goes_under_a_school(jobs: tuple[str, ...]) -> None:
    targets = [suggestion.target for suggestion in report_of(cv(*jobs)).suggestions if suggestion.target is not None]
    assert targets
    assert [target.title for target in targets if target.organization is None or "College" in target.organization] == []


def test_a_resume_without_jobs_gets_lines_without_a_place() -> None:
    suggestions = report_of(cv(also="## Summary\nReliable and curious.\n\n" + SCHOOL).replace("## Experience\n", "")).suggestions
    assert [suggestion.target for suggestion in suggestions if suggestion.target is not None] == []
    assert any(suggestion.kind == "add-bullet" for suggestion in suggestions)


# ------------------------------------------------------------------------------------------------------------------------ line style


@pytest.mark.parametrize(
    ("lines", "dates", "first_words", "ends_with_stop"),
    [
        (("Ran the shop floor.", "Counted stock every week."), "May 2014 - May 2018", ("Negotiated", "Renegotiated"), True),
        (("Ran the shop floor", "Counted stock every week"), "May 2014 - May 2018", ("Negotiated", "Renegotiated"), False),
        (("Run the shop floor.", "Count stock every week."), "May 2014 - Present", ("Negotiate", "Renegotiate"), True),
        (("Runs the shop floor", "Counts stock every week"), "May 2014 - Present", ("Negotiates", "Renegotiates"), False),
        (("I run the shop floor.", "I count stock every week."), "May 2014 - Present", ("I negotiate", "I renegotiate"), True),
        (("I ran the shop floor", "I counted stock every week"), "May 2014 - May 2018", ("I negotiated", "I renegotiated"), False),
        (("Ran the shop floor.", "Counted stock every week"), "May 2014 - Present", ("Negotiated", "Renegotiated"), False),
        (("Led the shop floor", "Cut waste by half", "Set prices"), "May 2014 - Present", ("Negotiated", "Renegotiated"), False),
        (("Cut waste by half", "Set prices", "Lead the shop"), "May 2014 - Present", ("Negotiate", "Renegotiate"), False),
        (("Ran the shop floor.", "Count stock every week"), "May 2014 - Present", ("Negotiate", "Renegotiate"), False),
    ],
)
def test_a_line_is_written_like_its_neighbours(
    lines: tuple[str, ...], dates: str, first_words: tuple[str, ...], ends_with_stop: bool
) -> None:
    text = suggestion_for(cv(job("Shop Manager", "Fern & Field", dates, *lines)), "negotiation").text
    assert text.startswith(tuple(f"{word} " for word in first_words))
    assert text.endswith(".") is ends_with_stop


def test_a_job_of_one_line_follows_the_style_of_the_whole_resume() -> None:
    clerk_job = job("Clerk", "Mill & Son", "2015 - 2018", "Filed letters")
    cook_job = job("Cook", "The Larder", "2011 - 2014", "Cooked soup.", "Baked bread.")
    resume = resume_of(cv(clerk_job, cook_job))
    clerk, cook = (next(entry for entry in resume.entries if entry.title == title) for title in ("Clerk", "Cook"))
    assert (style_of(resume, clerk).full_stop, style_of(resume, cook).full_stop) == (True, True)


def test_a_worn_out_verb_gives_way_to_its_neighbour() -> None:
    fresh = job("Brand Manager", "Oat & Barley", "2014 - 2018", "Planned campaigns", "Briefed agencies")
    worn = job("Brand Manager", "Oat & Barley", "2014 - 2018", "Ran campaigns", "Ran agencies")
    assert verbs_used(resume_of(cv(worn)))["run"] == 2
    assert suggestion_for(cv(fresh), "market-research").text.startswith("Ran [number] customer interviews")
    assert suggestion_for(cv(worn), "market-research").text.startswith("Held [number] customer interviews")


@pytest.mark.parametrize("jobs", [(PRODUCT_NOW,), (NURSE_NOW, BARISTA_PAST), (MARKETER_NOW, ENGINEER_PAST)])
def test_no_verb_begins_three_new_lines(jobs: tuple[str, ...]) -> None:
    begins = [s.text.split()[0] for s in report_of(cv(*jobs)).suggestions if s.kind in ("add-bullet", "demonstrate")]
    assert [word for word in begins if begins.count(word) > 2] == []


# ---------------------------------------------------------------------------------------------------------------- the resume's own words


def test_a_line_speaks_of_the_product_and_the_people_of_its_job() -> None:
    lines = ("Launched the booking app", "Showed patients and nurses, mostly patients, how the booking app works")
    own = job("Product Manager", "Tidewell Health", "May 2021 - Present", *lines)
    report = report_of(cv(own))
    texts = [s.text for s in report.suggestions if s.kind == "add-bullet" and s.target is not None]
    assert any("the booking app" in text for text in texts)
    assert any("patients" in text for text in texts)
    assert not any("customers" in text for text in texts)


def test_the_product_of_one_employer_is_not_carried_to_another() -> None:
    first = job("Product Manager", "Tidewell Health", "May 2021 - Present", "Launched the booking app", "Improved the booking app")
    second = job("Marketing Manager", "Oat & Barley", "May 2015 - May 2018", "Planned campaigns", "Briefed agencies")
    suggestions = report_of(cv(first, second)).suggestions
    elsewhere = [s.text for s in suggestions if s.target is not None and s.target.organization == "Oat & Barley"]
    assert [text for text in elsewhere if "booking app" in text] == []


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Posted jobs on the Quillboard platform", False),
        ("Built weekly reports with the Quillboard dashboard", False),
        ("Moved the mailing list to the Quillboard platform", False),
        ("Built and launched the Quillboard platform", True),
        ("Owned the roadmap for the Quillboard platform", True),
    ],
)
def test_only_what_a_job_made_or_ran_is_its_product(line: str, own: bool) -> None:
    resume = resume_of(cv(job("Product Manager", "Oat & Barley", "May 2019 - Present", line)))
    (entry,) = [entry for entry in resume.entries if entry.kind == "experience"]
    assert bool(own_words_of(entry)["product"]) is own


@pytest.mark.parametrize(
    ("title", "departments"),
    [("Sales Director", ("marketing",)), ("Software Engineer", ("sales", "marketing")), ("Head of Marketing", ("sales",))],
)
def test_nobody_partners_with_the_department_of_the_own_title(title: str, departments: tuple[str, ...]) -> None:
    lines = ("Met sales, marketing and sales again", "Counted stock for engineering")
    resume = resume_of(cv(job(title, "Oat & Barley", "May 2019 - Present", *lines)))
    (entry,) = [entry for entry in resume.entries if entry.kind == "experience"]
    own = own_words_of(entry)["functions"]
    assert [word for word in own if word != "engineering"] == list(departments)
    assert ("engineering" in own) is (title != "Software Engineer")


def test_neighbouring_experience_is_bridged_and_no_product_job_pretended() -> None:
    marketer = suggestion_for(cv(MARKETER_NOW), "market-research")
    assert (marketer.text, marketer.plain) == (
        "Run [number] customer interviews for [campaign] and turn the findings into [decision]",
        "Run customer interviews for [campaign] and turn the findings into [decision]",
    )
    engineer = suggestion_for(cv(ENGINEER_PAST), "market-research")
    assert engineer.text == "Ran usability tests of [feature] with [number] customers and turned the findings into [decision]"


def test_who_designs_or_markets_products_is_not_called_a_product_manager() -> None:
    for title, called in (("Senior Product Designer", "Product designer "), ("Product Marketing Manager", "Product marketer ")):
        resume = cv(job(title, "Kelp & Co", "2019 - 2022", "Sketched screens", "Drew icons"))
        assert suggestion_for(resume, "product-management-experience").text.startswith(called)


def test_hiring_is_not_said_to_move_a_measure() -> None:
    texts = [draft.text for draft in phrasebook().drafts["team-management"] if "hire" in draft.text.split("}")[0]]
    assert [text for text in texts if "taking [measure]" in text] == []


def test_tense_is_the_job_s_and_third_person_only_where_its_lines_are() -> None:
    resume = resume_of(cv(job("Clerk", "Mill & Son", "2019 - Present", "Files letters", "Counts stamps"), BARISTA_NOW, BARISTA_PAST))
    tenses = {(entry.title, entry.end): style_of(resume, entry).tense for entry in resume.entries if entry.kind != "education"}
    assert tenses == {
        ("Clerk", "present"): Tense.THIRD_PERSON,
        ("Barista", "present"): Tense.PRESENT,
        ("Barista", "2016-03"): Tense.PAST,
    }
