"""Drafts for requirements of own profiles and postings, built from their own text."""

from __future__ import annotations

from collections import Counter

import pytest

import resume_match as rm
from resume_match.lexicon.phrasebook import phrasebook
from resume_match.suggestions import fill
from resume_match.suggestions.general import as_said, general_clauses, general_drafts, qualification_form, substance
from resume_match.suggestions.style import Style
from resume_match.suggestions.verbs import Tense
from resume_match.suggestions.wording import write_line
from tests.suggestions.resumes import AS_OF, cv, job

DUTY, SKILL, QUALIFICATION = rm.RequirementKind.DUTY, rm.RequirementKind.SKILL, rm.RequirementKind.QUALIFICATION


def first_line(kind: rm.RequirementKind, text: str, tense: Tense = Tense.PAST) -> str:
    """The best draft of a requirement as a line of a past job, without numbers and without its common ending."""
    draft = general_drafts(rm.Requirement("own", kind, text))[0]
    return write_line(draft, Style(tense), Counter(), {}).plain.removesuffix(", leading to [outcome]")


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        (DUTY, "Develop training plans for new staff", "Developed training plans for new staff at [place]"),
        (DUTY, "Developing training plans", "Developed training plans for [scope]"),
        (DUTY, "Oversees the yearly audit.", "Oversaw the yearly audit for [scope]"),
        (DUTY, "Responsible for managing vendor relations", "Managed vendor relations for [scope]"),
        (DUTY, "Plan, organize and host community events", "Planned, organized and hosted community events for [scope]"),
        (DUTY, "Design and maintain the data model", "Designed and maintained the data model for [scope]"),
        (DUTY, "Track budgets and report the results to finance", "Tracked budgets and reported the results to finance for [scope]"),
        (DUTY, "Organise the spring fair", "Organised the spring fair for [scope]"),
        (DUTY, "Report results for the board", "Reported results for the board at [place]"),
        (DUTY, "Define charts that sailors love", "Defined charts that sailors love at [place]"),
        (DUTY, "Own the charts within the scope of the guild", "Owned the charts within the scope of the guild at [place]"),
        (DUTY, "Identify and proactively monitor and fix risks", "Identified and proactively monitored and fixed risks for [scope]"),
        (SKILL, "Ability to apply new tools and to help partners", "Applied new tools and helped partners for [scope]"),
        (DUTY, "Manage your own boats", "Managed own boats for [scope]"),
        (DUTY, "Coach designers in their work", "Coached designers in their work for [scope]"),
        (SKILL, "Understanding of the chart market", "Used the chart market to [task]"),
        (DUTY, "Vendor relations", "Led vendor relations for [scope]"),
        (DUTY, "Process improvement", "Led process improvement for [scope]"),
        (DUTY, "Budget planning", "Led budget planning for [scope]"),
        (SKILL, "Strong stakeholder management skills", "Used stakeholder management skills to [task]"),
        (SKILL, "Negotiation", "Used negotiation to [task]"),
        (SKILL, "Experience with Python", "Used Python to [task]"),
        (SKILL, "SQL", "Used SQL to [task]"),
        (SKILL, "Ability to explain technical topics", "Explained technical topics for [scope]"),
        (DUTY, "Challenge the status quo", "Challenged the status quo for [scope]"),
        (DUTY, "Energize and motivate the team", "Energized and motivated the team for [scope]"),
        (DUTY, "Objective 2: Establishing a review board", "Established a review board for [scope]"),
        (DUTY, "In this role, you will coach the editors", "Coached the editors for [scope]"),
        (SKILL, "Ability to distill complex situations into plans", "Distilled complex situations into plans for [scope]"),
        (SKILL, "Experience leading remote teams is preferred", "Led remote teams for [scope]"),
        (QUALIFICATION, "Bachelor's degree in nursing", "[degree] in [field of study], [school]"),
        (QUALIFICATION, "Certified Scrum Master", "[general certification], [issuer]"),
        (QUALIFICATION, "5+ years of experience in logistics", "Experienced in logistics, gained in [place]"),
    ],
)
def test_a_requirement_becomes_a_line_of_its_own_words(kind: rm.RequirementKind, text: str, line: str) -> None:
    assert first_line(kind, text) == line


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (SKILL, "You always ask why"),
        (SKILL, "Are based in Canada"),
        (SKILL, "Stay on top of new technologies"),
        (DUTY, "We are looking for somebody to lead our team"),
        (DUTY, "This includes the tools of the team"),
        (QUALIFICATION, "Background check required"),
        (QUALIFICATION, "Minimum of 3 years of relevant experience"),
        (SKILL, "Played the violin as a child"),
        (SKILL, "()"),
        (QUALIFICATION, "You must be a citizen"),
    ],
)
def test_a_sentence_that_speaks_to_the_reader_gives_no_line(kind: rm.RequirementKind, text: str) -> None:
    assert general_drafts(rm.Requirement("own", kind, text)) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Set the rules for captains to approve or reject berths", "Set the rules for captains to approve or reject berths at [place]"),
        ("Own harbor plans to advance and grow the fleet", "Owned harbor plans to advance and grow the fleet for [scope]"),
        ("Own the plan of the fleet, focusing on repairs", "Owned the plan of the fleet, focusing on repairs for [scope]"),
        ("Plan repairs at ACME with captains", "Planned repairs with captains for [scope]"),
        ("Run the mooring crews at Tidewater", "Ran the mooring crews for [scope]"),
        ("You will mainly be responsible for the berths of ferries", "Led the berths of ferries for [scope]"),
        ("Share what works with your peers", "Shared what works with peers at [place]"),
    ],
)
def test_a_line_is_grammatical_and_the_person_s_own(text: str, line: str) -> None:
    assert first_line(DUTY, text) == line


def test_years_of_a_deed_and_of_a_matter_are_worded_apart() -> None:
    assert first_line(QUALIFICATION, "2 years of experience working with yards") == "Experience working with yards, gained in [place]"
    assert first_line(QUALIFICATION, "2 years of experience in hydrography") == "Experienced in hydrography, gained in [place]"


def test_a_thing_and_a_deed_in_one_name_give_no_line() -> None:
    assert general_drafts(rm.Requirement("own", SKILL, "Experience with tides, and enabling harbor pilots")) == ()


def test_a_requirement_of_any_length_is_read_at_once() -> None:
    # Without a bound on what is read, lead-ins taken off one by one would make this last for minutes.
    assert general_drafts(rm.Requirement("own", SKILL, "a " * 20_000)) == ()


def test_terms_of_which_only_the_person_knows_the_right_one_are_a_slot() -> None:
    drafts = general_drafts(rm.Requirement("crm", SKILL, "CRM software", terms=("Salesforce", "HubSpot")))
    line = write_line(drafts[-1], Style(Tense.PAST), Counter(), {})
    assert line.plain == "Applied [CRM software] for [scope], leading to [outcome]"
    assert line.slots[0] == rm.Slot("CRM software", "one of: Salesforce, HubSpot", "Salesforce")


def test_the_line_of_a_current_job_is_in_the_present() -> None:
    assert first_line(DUTY, "Design and maintain the data model", Tense.PRESENT).startswith("Design and maintain the data model ")


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Strong knowledge of SQL.", "SQL"),
        ("Proven track record of closing deals", "closing deals"),
        ("Excellent written communication", "written communication"),
        ("3-5 years of experience in retail (fashion)", "retail"),
        ("Negotiation", "Negotiation"),
        ("In your first year we expect you to bring our three products under one roadmap.", "bring the three products under one roadmap"),
        ("Brackets [like] {these}", "Brackets like these"),
    ],
)
def test_the_lead_in_of_a_requirement_is_taken_off(text: str, core: str) -> None:
    assert substance(text) == core


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Negotiation", "negotiation"), ("Python", "Python"), ("SQL", "SQL"), ("Critical thinking", "critical thinking"),
        ("Google Analytics", "Google Analytics"), ("A/B testing", "A/B testing"), ("JavaScript", "JavaScript"),
    ],
)  # fmt: skip
def test_names_keep_their_capitals_inside_a_sentence(name: str, said: str) -> None:
    assert as_said(name) == said


@pytest.mark.parametrize(
    ("text", "form"),
    [("Master's degree", "degree"), ("PMP certification", "certification"), ("9 years in sales", "years"), ("Permit", "qualification")],
)
def test_a_qualification_is_told_by_its_words(text: str, form: str) -> None:
    assert qualification_form(rm.Requirement("own", QUALIFICATION, text)) == form


def test_an_own_profile_gets_lines_that_cover_it() -> None:
    profile = rm.RoleProfile(
        "stage-manager", "Stage Manager", "1", "made up",
        (
            rm.Requirement("rehearsals", DUTY, "Schedule rehearsals and fittings"),
            rm.Requirement("cueing", SKILL, "Cueing lights", terms=("light cues",)),
            rm.Requirement("license", QUALIFICATION, "Rigging license"),
        ),
    )  # fmt: skip
    matcher = rm.ResumeMatcher(profile, as_of=AS_OF)
    text = cv(job("Assistant Stage Manager", "Globe Street Theatre", "May 2019 - Present", "Swept the stage", "Carried props"))
    report = matcher.match_document(rm.read_document(text.encode(), name="cv.md"))
    made = {suggestion.requirement_id: suggestion for suggestion in report.suggestions}
    assert {name: made[name].kind for name in ("rehearsals", "cueing", "license")} == {
        "rehearsals": "add-bullet",
        "cueing": "add-bullet",
        "license": "add-credential",
    }
    assert made["rehearsals"].text.startswith("Scheduled rehearsals and fittings for [scope]")
    for name in ("rehearsals", "cueing"):
        line = fill(made[name].text, made[name].slots)
        assert rm.Strength.EXPLICIT in [e.strength for e in matcher.assess(line, entry=made[name].target) if e.requirement_id == name]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (DUTY, "Ask for input from their perspective"),
        (DUTY, "Coach them on modern practices"),
        (SKILL, "Understanding of the chart market and/or some knowledge of tides"),
        (QUALIFICATION, "10+ years of industry experience"),
    ],
)
def test_what_points_at_nobody_or_asks_twice_gives_no_line(kind: rm.RequirementKind, text: str) -> None:
    assert general_drafts(rm.Requirement("own", kind, text)) == ()


@pytest.mark.parametrize(("text", "named"), [("Long plans", ["Long plans"]), ("Delivering plans.", []), ("A hand in where boats go", [])])
def test_a_sentence_is_named_in_no_list_of_skills(text: str, named: list[str]) -> None:
    profile = rm.RoleProfile("own", "Own", "1", "own", (rm.Requirement("one", SKILL, text, explicit=("roadmap",)),))
    matcher = rm.ResumeMatcher(profile, as_of=AS_OF)
    resume = cv(job("Product Manager", "Hull Freight", "May 2019 - May 2021", "Owned the roadmap of the 3 apps", "Ran two depots"))
    report = matcher.match_document(rm.read_document(resume.encode(), name="cv.md"))
    assert [s.text for s in report.suggestions if s.kind == "name-it"] == named


def test_no_draft_counts_people_twice() -> None:
    drafts = (draft for rows in phrasebook().drafts.values() for draft in rows)
    assert [draft.text for draft in drafts if "[number of people] people" in draft.text] == []


@pytest.mark.parametrize(
    "text",
    [
        "Migrate 12,000 merchants from OldPay to Ferrypay",
        "Grow Ferrypay revenue from $40M to $100M by 2027",
        "Represent Tern & Hollow at conferences",
        "Bring the three booking products together",
        "Work hand in hand with the CTO Jens",
        "Lead a team of 6 engineers",
    ],
)
def test_what_only_an_employer_can_say_gives_no_line(text: str) -> None:
    asked = rm.Requirement("own", DUTY, text)
    assert general_drafts(asked) == general_clauses(asked) == ()


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        (DUTY, "Define KPIs and OKRs with QA", "Defined KPIs and OKRs with QA for [scope]"),
        (SKILL, "A/B testing", "Used A/B testing to [task]"),
        (SKILL, "Excellent Excel skills", "Used Excel skills to [task]"),
        (SKILL, "C++ and C#", "Used C++ and C# to [task]"),
        (SKILL, "Use of CRM systems", "Used CRM systems to [task]"),
        (SKILL, "Handling of customer complaints", "Handled customer complaints for [scope]"),
        (SKILL, "Several years leading ferry crews", "Led ferry crews for [scope]"),
        (DUTY, "Prepare lesson plans and grade homework", "Prepared lesson plans for [scope]"),
        (DUTY, "Coordinate acceptance testing and train users", "Coordinated acceptance testing for [scope]"),
    ],
)
def test_the_words_keep_their_form(kind: rm.RequirementKind, text: str, line: str) -> None:
    assert first_line(kind, text) == line


@pytest.mark.parametrize("text", ["Natural leader", "Team player", "Strong work ethic", "Sense of humor"])
def test_who_somebody_is_gives_no_line(text: str) -> None:
    assert general_drafts(rm.Requirement("own", SKILL, text)) == ()
