"""Interview questions: what to expect for gaps and for the strongest evidence, and where in the resume to answer from."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.interview import interview_questions
from resume_match.lexicon import read_table
from tests.samples import SAMPLES, report_of
from tests.suggestions.resumes import AS_OF, cv, job

KINDS = ("missing", "partial", "shown")


def test_every_requirement_of_the_profile_has_its_questions() -> None:
    table = read_table("interview")
    assert list(table["questions"]) == [requirement.id for requirement in rm.load_profile().requirements]
    for rows in (*table["questions"].values(), *table["general"].values()):
        assert tuple(rows) == KINDS
        assert all(question.strip().endswith(("?", ".")) for kind in KINDS for question in rows[kind])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_each_gap_is_asked_about_once_in_profile_order_and_then_the_strongest_evidence(path: object) -> None:
    report = report_of(path)
    questions = interview_questions(report)
    gaps = [c.requirement.id for c in report.coverages if c.status in (rm.Status.MISSING, rm.Status.PARTIAL)]
    assert [question.requirement_id for question in questions[: len(gaps)]] == gaps
    strongest = [report.coverage(question.requirement_id) for question in questions[len(gaps) :]]
    assert 0 < len(strongest) <= 5
    assert [c.credit for c in strongest] == sorted((c.credit for c in strongest), reverse=True)
    assert len({question.question for question in questions}) == len(questions)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_passage_is_a_quote_of_the_resume(path: object) -> None:
    report = report_of(path)
    for question in interview_questions(report):
        coverage = report.coverage(question.requirement_id)
        assert question.question and question.why
        assert [report.documents.resume.quote(passage.span) for passage in question.passages] == [p.quote for p in question.passages]
        assert len(question.passages) <= 3
        assert bool(question.passages) is bool(coverage.evidence or coverage.nearest)


def test_the_question_fits_what_the_resume_shows() -> None:
    lines = ("Negotiated a supply contract with two carriers", "Sold delivery plans to shops")
    text = cv(job("Account Manager", "Swift Parcel", "May 2019 - Present", *lines))
    report = rm.ResumeMatcher(as_of=AS_OF).match_document(rm.read_document(text.encode(), name="cv.md"))
    asked = {question.requirement_id: question for question in interview_questions(report)}
    assert asked["negotiation"].question == "At what point in that negotiation would you have walked away?"
    assert asked["negotiation"].passages[0].quote == "Negotiated a supply contract with two carriers"
    assert asked["product-requirements"].question == "How would you write requirements so that engineers neither guess nor wait for you?"


def test_a_list_is_no_passage_to_answer_from_where_a_job_shows_more() -> None:
    text = cv(job("Account Manager", "Swift Parcel", "May 2019 - Present", "Negotiated a supply contract with two carriers"), also="")
    text += "## Skills\nNegotiation, Excel\n"
    report = rm.ResumeMatcher(as_of=AS_OF).match_document(rm.read_document(text.encode(), name="cv.md"))
    assert rm.Support.LISTED in [evidence.support for evidence in report.coverage("negotiation").evidence]
    asked = {question.requirement_id: question for question in interview_questions(report)}
    assert [passage.quote for passage in asked["negotiation"].passages] == ["Negotiated a supply contract with two carriers"]


def test_a_requirement_of_an_own_profile_is_asked_about_in_its_own_words() -> None:
    profile = rm.RoleProfile("baker", "Baker", "1", "made up", (rm.Requirement("sourdough", rm.RequirementKind.SKILL, "Sourdough baking"),))
    text = cv(job("Clerk", "Mill & Son", "May 2019 - Present", "Filed letters"))
    report = rm.ResumeMatcher(profile, as_of=AS_OF).match_document(rm.read_document(text.encode(), name="cv.md"))
    assert [question.question for question in interview_questions(report)] == [
        "This role needs the following skill: Sourdough baking. Tell me about a time when you needed it."
    ]
